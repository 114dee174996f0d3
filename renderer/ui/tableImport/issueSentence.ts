import type { TFunction } from 'i18next'
import type { z } from 'zod'

/** What the contract minds about a field of a row, as a sentence. */
export function issueSentence(issue: z.core.$ZodIssue, field: string, t: TFunction): string {
  if (issue.code === 'too_big' && issue.origin === 'string')
    return t('tableImport.tooLong', { field, most: Number(issue.maximum) })
  if (issue.code === 'too_big') return t('tableImport.tooMuch', { field, most: Number(issue.maximum) })
  if (issue.code === 'too_small' && issue.path[0] === 'name') return t('tableImport.nameless')
  return t('tableImport.unfit', { field })
}

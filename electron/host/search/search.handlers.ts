import { search as searchContract } from '../../../shared/contract/search.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { HostContext } from '../acts/context.ts'
import { plainText, searchExpression } from '../acts/search.text.ts'
import { searchEntries } from './search.queries.ts'

/** What was found for what a person typed: exact names first, then by how much of the entry matches. */
export async function query(context: HostContext, input: InputOf<typeof searchContract.query>) {
  const expression = searchExpression(input.text)
  if (expression === null) return []
  const typed = plainText(input.text)
  const rows = await searchEntries(context.db, expression, input.limit)
  return rows
    .map((row, index) => ({ row, order: plainText(row.title) === typed ? -1 : index }))
    .sort((a, b) => a.order - b.order)
    .map(({ row }) => row)
}

/** What this file answers of the contract's `search`. */
export const searchAnswers = answers(searchContract, { query })

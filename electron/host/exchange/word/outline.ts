import type { TFunction } from 'i18next'
import { documentRequest, VISIT_PAPER } from '../../../../shared/contract/documents.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { Outline } from '../../../../shared/domain/papers/outline.ts'
import { Speaker } from '../../../../shared/domain/papers/speaker.ts'
import type { HostContext } from '../../acts/context.ts'
import { paper } from '../../print/paper.handlers.ts'
import { paperVersion } from '../../print/print.queries.ts'

/** Papers that offices circulate and sign: written as Word files too. */
export type WordKind = 'plan' | 'itinerary' | 'closing-report'

/** What a paper says, the same as when it is printed. @throws NOT_FOUND */
export async function outlineOf(
  context: HostContext,
  visit: string,
  kind: WordKind,
  language: Language,
  t: TFunction,
): Promise<Outline> {
  const request = documentRequest.parse({ kind, visit, language })
  const told = { ...(await paper(context, request)), version: await paperVersion(context.db, visit, kind) }
  const speak = new Speaker(language, (_, key, values) => t(key, values ?? {}), told.people)
  const outline = VISIT_PAPER[kind].outline(told, speak, request)
  if (!outline) throw new Error(`${kind} is drawn and has no outline`)
  return outline
}

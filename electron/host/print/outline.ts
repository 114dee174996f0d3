import type { TFunction } from 'i18next'
import { documentRequest, VISIT_PAPER } from '../../../shared/contract/documents.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { Outline } from '../../../shared/domain/papers/outline.ts'
import { Speaker } from '../../../shared/domain/papers/speaker.ts'
import { type Day, dayOf } from '../../../shared/domain/time.ts'
import type { HostContext } from '../acts/context.ts'
import { paper } from './paper.handlers.ts'
import { paperVersion } from './print.queries.ts'

/** Papers that leave as files too: Word for offices that circulate and sign, a page or text for phones. */
export type FileKind = 'plan' | 'itinerary' | 'closing-report'

interface Wish {
  visit: string
  kind: FileKind
  language: Language
  /** The stops of this day only; of all days where none is named. */
  day?: Day
}

/** What a paper says, the same as when it is printed. @throws NOT_FOUND */
export async function outlineOf(context: HostContext, wish: Wish, t: TFunction): Promise<Outline> {
  const { visit, kind, language, day = '' } = wish
  const request = documentRequest.parse({ kind, visit, language })
  const whole = { ...(await paper(context, request)), version: await paperVersion(context.db, visit, kind) }
  const told = day === '' ? whole : { ...whole, items: whole.items.filter(item => dayOf(item.startsAt) === day) }
  const speak = new Speaker(language, (_, key, values) => t(key, values ?? {}), told.people)
  const outline = VISIT_PAPER[kind].outline(told, speak, request)
  if (!outline) throw new Error(`${kind} is drawn and has no outline`)
  return outline
}

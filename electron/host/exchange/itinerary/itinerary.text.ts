import type { TFunction } from 'i18next'
import type { Item } from '../../../../shared/contract/itinerary.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { clockOf, dayOf, weekdayOf } from '../../../../shared/domain/time.ts'
import type { VisitRow } from '../../../db/tables.ts'
import { titleOf } from '../../files/translator.ts'
import { contentOf, placeOf } from './schedule.entries.ts'

/** An itinerary for a chat window: plain lines that read well without any program. Guest-safe: no notes, no care. */
export function itineraryText(
  visit: VisitRow,
  items: readonly Item[],
  staff: (name: string) => string,
  t: TFunction,
  language: Language,
): string {
  const lines = [
    titleOf(visit, language),
    `${visit.startsOn}${visit.endsOn === visit.startsOn ? '' : ` – ${visit.endsOn}`}`,
  ]
  let current = ''
  for (const item of items) {
    if (dayOf(item.startsAt) !== current) {
      current = dayOf(item.startsAt)
      lines.push('', `【${current} ${t(`weekday.${weekdayOf(current)}`)}】`)
    }
    const place = placeOf(item, language)
    lines.push(
      `${clockOf(item.startsAt)}–${clockOf(item.endsAt)} ${contentOf(item, language, t)}${place ? ` @ ${place}` : ''}`,
    )
  }
  if (visit.coordinator)
    lines.push(
      '',
      `${t('fields.coordinator')}${t('mark.colon')}${staff(visit.coordinator)} ${visit.coordinatorPhone}`.trim(),
    )
  return `${lines.join('\r\n')}\r\n`
}

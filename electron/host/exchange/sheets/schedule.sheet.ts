import type { TFunction } from 'i18next'
import type { Item } from '../../../../shared/contract/itinerary.ts'
import { type Language, worded } from '../../../../shared/domain/language.ts'
import { dayOf } from '../../../../shared/domain/time.ts'
import { placeOf } from '../itinerary/schedule.entries.ts'
import type { WorkbookSheet } from './tables.ts'

const SCHEDULE_FIELDS = [
  'day',
  'start',
  'end',
  'kind',
  'content',
  'place',
  'vehicle',
  'personInCharge',
  'phone',
  'notes',
] as const

/** The itinerary of a visit, a row a stop. */
export function scheduleSheet(
  items: readonly Item[],
  staff: (name: string) => string,
  t: TFunction,
  language: Language,
): WorkbookSheet {
  return {
    name: t('exports.schedule'),
    header: SCHEDULE_FIELDS.map(field => t(`fields.${field}`)),
    widths: [12, 17, 17, 10, 40, 24, 24, 12, 16, 30],
    rows: items.map(item => [
      { time: dayOf(item.startsAt) },
      { time: item.startsAt },
      { time: item.endsAt },
      t(`itemKind.${item.kind}`),
      worded(language, item.content, item.contentLatin),
      placeOf(item, language),
      item.vehicles.map(vehicle => [vehicle.name, vehicle.plate].filter(Boolean).join(' ')).join(t('mark.list')),
      staff(item.personInCharge),
      item.phone,
      item.notes,
    ]),
  }
}

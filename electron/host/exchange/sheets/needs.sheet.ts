import type { TFunction } from 'i18next'
import type { Guest } from '../../../../shared/contract/guests.ts'
import type { Visit } from '../../../../shared/contract/visits.ts'
import { NEEDS_FIELDS } from '../../../../shared/domain/lists/needsForm.ts'
import type { WorkbookSheet } from './tables.ts'

/** What is asked of every guest, in the order of the form's table; a filled copy is read back by these headings. */
const NEEDS_GUEST_FIELDS = [
  'name',
  'latinName',
  'title',
  'organization',
  'gender',
  'phone',
  'email',
  'language',
  'diet',
  'isHead',
  'arrivalNumber',
  'arrivalPlace',
  'arrivalAt',
  'departureNumber',
  'departurePlace',
  'departureAt',
  'notes',
] as const

/** The needs form as a sheet: label and answer, then the table of guests, empty lines to fill below. */
export function needsSheet(visit: Visit, guests: readonly Guest[], filled: boolean, t: TFunction): WorkbookSheet {
  const answer = (value: string | number | boolean | null) =>
    typeof value === 'boolean' ? t(value ? 'common.yes' : 'common.no') : (value ?? '')
  return {
    name: t('exports.needs'),
    form: true,
    header: [t('exports.needs'), visit.title],
    widths: [22, 40, ...NEEDS_GUEST_FIELDS.slice(2).map(() => 16)],
    rows: [
      ...NEEDS_FIELDS.map(field => [t(`fields.${field}`), filled ? answer(visit[field]) : '']),
      [],
      NEEDS_GUEST_FIELDS.map(field => t(`fields.${field}`)),
      ...guests.map(guest =>
        NEEDS_GUEST_FIELDS.map(field => {
          const value = guest[field]
          return field === 'gender'
            ? guest.gender === 'unknown'
              ? ''
              : t(`gender.${guest.gender}`)
            : typeof value === 'boolean'
              ? value
                ? t('common.yes')
                : ''
              : (value ?? '').replace('T', ' ')
        }),
      ),
    ],
  }
}

import type { TFunction } from 'i18next'
import type { Guest } from '../../../../shared/contract/guests.ts'
import type { WorkbookSheet } from './tables.ts'

const GUEST_FIELDS = [
  'name',
  'latinName',
  'title',
  'organization',
  'gender',
  'phone',
  'email',
  'language',
  'diet',
  'notes',
  'isHead',
] as const
const GUEST_WIDTHS = [12, 20, 18, 28, 6, 18, 24, 10, 16, 30, 6]

/** The guests of a visit; with none, the sheet to fill in. Nothing in it of anybody's health, religion or ethnicity. */
export function guestSheet(guests: readonly Guest[], t: TFunction): WorkbookSheet {
  return {
    name: t('exports.guests'),
    header: GUEST_FIELDS.map(field => t(`fields.${field}`)),
    widths: GUEST_WIDTHS,
    rows: guests.map(guest =>
      GUEST_FIELDS.map(field =>
        field === 'gender'
          ? guest.gender === 'unknown'
            ? ''
            : t(`gender.${guest.gender}`)
          : field === 'isHead'
            ? guest.isHead
              ? t('common.yes')
              : ''
            : guest[field],
      ),
    ),
  }
}

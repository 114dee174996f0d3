import type { TFunction } from 'i18next'
import type { VisitSummary } from '../../../../shared/contract/visits.ts'
import { headsOf } from '../../../../shared/domain/visit.ts'
import type { WorkbookSheet } from './tables.ts'

const VISIT_FIELDS = [
  'code',
  'visitTitle',
  'organization',
  'grade',
  'status',
  'startsOn',
  'endsOn',
  'headcount',
  'coordinator',
] as const

/** Visits, a row each. */
export function visitSheet(visits: readonly VisitSummary[], t: TFunction): WorkbookSheet {
  return {
    name: t('exports.visits'),
    header: VISIT_FIELDS.map(field => t(`fields.${field}`)),
    widths: [14, 32, 28, 6, 10, 12, 12, 8, 12],
    rows: visits.map(visit => [
      visit.code,
      visit.title,
      visit.organization,
      visit.grade,
      t(`status.${visit.status}`),
      { time: visit.startsOn },
      { time: visit.endsOn },
      headsOf(visit),
      visit.coordinator,
    ]),
  }
}

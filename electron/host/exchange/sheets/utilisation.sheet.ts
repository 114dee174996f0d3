import type { TFunction } from 'i18next'
import type { ResourceKind } from '../../../../shared/contract/resources.ts'
import type { Day } from '../../../../shared/domain/time.ts'
import type { Db } from '../../acts/context.ts'
import { utilisationOf } from '../../bookings/utilisation.handlers.ts'
import { listResources } from '../../resources/resources.queries.ts'
import type { WorkbookSheet } from './tables.ts'

/** How much each resource was used, and below it the hours of the week, as one sheet. */
export async function utilisationSheet(
  db: Db,
  request: { kind: ResourceKind; from: Day; until: Day },
  t: TFunction,
): Promise<WorkbookSheet> {
  const use = await utilisationOf(db, request)
  const names = new Map((await listResources(db, request.kind)).map(row => [row.id, row.name]))
  const hours = (minutes: number) => Math.round((minutes / 60) * 100) / 100
  const lines = [...use.resources].sort((a, b) => b.booked - a.booked)
  const shown = Array.from({ length: 24 }, (_, hour) => hour)
  return {
    name: t('resources.use'),
    form: true,
    header: [
      t('fields.resourceName'),
      t('use.bookings'),
      t('use.hours'),
      t('use.bookable'),
      t('use.share'),
      t('use.noShows'),
    ],
    widths: [24, 12, 14, 14, 12, 12],
    rows: [
      ...lines.map(line => [
        names.get(line.resourceId) ?? '',
        line.bookings,
        hours(line.booked),
        hours(line.bookable),
        line.bookable === 0 ? 0 : Math.round((line.booked / line.bookable) * 1000) / 1000,
        line.noShows,
      ]),
      [],
      [t('use.heat'), ...shown.map(hour => `${hour}:00`)],
      ...use.heat.map((row, weekday) => [t(`weekday.${weekday}`), ...row.map(hours)]),
    ],
  }
}

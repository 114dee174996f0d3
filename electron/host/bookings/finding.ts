import {
  blockedSpan,
  type Finding,
  findingsOf,
  rankAlternatives,
  refuses,
} from '../../../shared/domain/booking/booking.ts'
import { addMinutes, overlaps, type Span } from '../../../shared/domain/time.ts'
import type { SetupStyle } from '../../../shared/domain/visit.ts'
import type { ResourceRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'
import { listClosures, listResources, toResource } from '../resources/resources.queries.ts'
import { busyStaff } from '../staffing/staffing.queries.ts'
import { allRivals, listBookings } from './bookings.queries.ts'
import { closed } from './judging.ts'

/** Longest set-up or clear-up a resource may have, minutes: how far around a span its rivals can stand. */
export const WIDEST_MARGIN = 480

/** Every resource of a kind for one span: free or taken by whom, with what is wrong with it; best fit first. */
export async function freeResources(
  db: Db,
  kind: ResourceRow['kind'],
  wanted: Span & {
    headcount: number | null
    itemId: string | null
    equipment?: readonly string[]
    setupStyle?: SetupStyle
  },
): Promise<{ resourceId: string; free: boolean; findings: Finding[]; takenBy: string }[]> {
  const resources = await listResources(db, kind)
  const around = await listBookings(db, {
    kind,
    from: addMinutes(wanted.startsAt, -WIDEST_MARGIN),
    until: addMinutes(wanted.endsAt, WIDEST_MARGIN),
  })
  const closures = await listClosures(db, wanted.startsAt, wanted.endsAt)
  // Who is in charge of a stop is as little free as who is booked for one.
  const busy = kind === 'person' ? await busyStaff(db, wanted.startsAt, wanted.endsAt) : []
  const rivals = await allRivals(db)
  const wish = { ...wanted, equipment: kind === 'room' ? (wanted.equipment ?? []) : [] }
  const answers = resources.map(row => {
    const resource = toResource(row)
    const blocked = blockedSpan(wanted, resource)
    const taken = around.find(
      booking =>
        (booking.resourceId === row.id || rivals.get(row.id)?.includes(booking.resourceId)) &&
        (wanted.itemId === null || booking.itemId !== wanted.itemId) &&
        overlaps({ startsAt: booking.blockedFrom, endsAt: booking.blockedUntil }, blocked),
    )
    const findings = findingsOf(resource, wish, closures.filter(closure => closure.resourceId === row.id).map(closed))
    const duty = busy.find(each => each.resourceId === row.id && each.itemId !== wanted.itemId)
    return {
      resource,
      free: !taken && !duty && !refuses(resource, findings),
      findings,
      takenBy: taken?.title ?? duty?.title ?? '',
    }
  })
  const ranked = rankAlternatives(
    answers.map(answer => answer.resource),
    wish,
    { building: '' },
  ).map(each => each.id)
  return answers
    .sort(
      (a, b) =>
        Number(b.free) - Number(a.free) ||
        a.findings.length - b.findings.length ||
        ranked.indexOf(a.resource.id) - ranked.indexOf(b.resource.id),
    )
    .map(({ resource, ...rest }) => ({ resourceId: resource.id, ...rest }))
}

import type { BookingConflict } from '../../../shared/contract/errors.ts'
import type { Resource } from '../../../shared/contract/resources.ts'
import {
  blockedSpan,
  type Finding,
  nearestFree,
  rankAlternatives,
  refuses,
} from '../../../shared/domain/booking/booking.ts'
import { addMinutes, MINUTES_PER_DAY, type Span } from '../../../shared/domain/time.ts'
import type { SetupStyle } from '../../../shared/domain/visit.ts'
import type { Db, HostContext } from '../acts/context.ts'
import { lendingFor } from '../equipment/lending.ts'
import { officeNow } from '../office/office.queries.ts'
import { listClosures, listResources, toResource } from '../resources/resources.queries.ts'
import { bookingsInTheWay } from './bookings.queries.ts'
import { freeResources, WIDEST_MARGIN } from './finding.ts'
import { bookable, closed, findingsFor, isExclusive } from './judging.ts'

/** What would refuse or warn of a booking, without making it. */
export async function checkBooking(
  context: HostContext,
  db: Db,
  wanted: Span & {
    resourceId: string
    headcount: number | null
    itemId: string | null
    bookingId?: string | null
    setupStyle?: SetupStyle
    equipment?: readonly string[]
  },
): Promise<{ conflict: BookingConflict | null; warnings: Finding[] }> {
  const resource = await bookable(db, wanted.resourceId)
  const { bookingId = null } = wanted
  const blocked = blockedSpan(wanted, resource)
  const lending = await lendingFor(db, resource, { ...wanted, ...blocked }, bookingId)
  const findings = await findingsFor(db, resource, { ...wanted, bookingId, equipment: lending.stillWanted })
  const inTheWay = await bookingsInTheWay(db, resource.id, blocked, wanted.itemId, bookingId)
  if ((inTheWay.length === 0 || !isExclusive(resource)) && !refuses(resource, findings))
    return { conflict: null, warnings: findings }
  return {
    conflict: await describeConflict(context, db, resource, wanted, wanted.itemId, bookingId, findings),
    warnings: findings,
  }
}

/** How far before and after the wish free times are looked for, minutes. */
const REACH = 2 * MINUTES_PER_DAY

/** Who is in the way of a booking, when it could be, and what else is free then. */
export async function describeConflict(
  context: HostContext,
  db: Db,
  resource: Resource,
  wanted: Span & { headcount: number | null },
  itemId: string | null,
  bookingId: string | null,
  findings: Finding[],
  short = false,
): Promise<BookingConflict> {
  const inTheWay = await bookingsInTheWay(db, resource.id, blockedSpan(wanted, resource), itemId, bookingId)
  const from = addMinutes(wanted.startsAt, -REACH - WIDEST_MARGIN)
  const until = addMinutes(wanted.endsAt, REACH + WIDEST_MARGIN)
  const others = (await bookingsInTheWay(db, resource.id, { startsAt: from, endsAt: until }, itemId, bookingId)).map(
    booking => ({ startsAt: booking.blockedFrom, endsAt: booking.blockedUntil }),
  )
  const closures = (await listClosures(db, from, until, resource.id)).map(closed)
  const now = await officeNow(context, db)
  const free = await freeResources(db, resource.kind, { ...wanted, itemId })
  const freeIds = new Set(
    free.filter(each => each.free && each.resourceId !== resource.id).map(each => each.resourceId),
  )
  const candidates = (await listResources(db, resource.kind)).filter(each => freeIds.has(each.id)).map(toResource)
  return {
    resource: { id: resource.id, name: resource.name, kind: resource.kind },
    wanted: { startsAt: wanted.startsAt, endsAt: wanted.endsAt },
    itemId,
    inTheWay: inTheWay.map(booking => ({
      bookingId: booking.id,
      visitId: booking.visitId,
      title: booking.title,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      blockedFrom: booking.blockedFrom,
      blockedUntil: booking.blockedUntil,
    })),
    findings: refuses(resource, findings)
      ? findings
      : short
        ? findings.filter(each => each.code === 'equipmentOut')
        : [],
    nearest: nearestFree(wanted, resource, [...others, ...closures], 3, REACH, now < wanted.startsAt ? now : ''),
    alternatives: rankAlternatives(candidates, { ...wanted, equipment: resource.equipment }, resource)
      .slice(0, 5)
      .map(each => ({
        id: each.id,
        name: each.name,
        capacity: each.capacity,
        building: each.building,
        findings: each.findings,
      })),
  }
}

import type { Resource } from '../../../shared/contract/resources.ts'
import { type Finding, findingsOf } from '../../../shared/domain/booking/booking.ts'
import { endsOfRoute, unreachable } from '../../../shared/domain/booking/travel.ts'
import { addMinutes, dayOf, type Span, type WallTime } from '../../../shared/domain/time.ts'
import type { SetupStyle } from '../../../shared/domain/visit.ts'
import type { Db } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'
import { officeSettingsOf } from '../office/office.queries.ts'
import { findResource, listClosures, toResource } from '../resources/resources.queries.ts'

/** A resource that can be booked. @throws NOT_FOUND */
export async function bookable(db: Db, id: string): Promise<Resource> {
  const row = await findResource(db, id)
  if (!row) throw notFound('resource', id)
  return toResource(row)
}

/** People who do not drive may be wanted twice: it is warned of elsewhere. */
export const isExclusive = (resource: Resource): boolean => resource.kind !== 'person' || resource.canDrive

interface Inspected extends Span {
  headcount: number | null
  equipment?: readonly string[]
  setupStyle?: SetupStyle
  itemId?: string | null
  bookingId?: string | null
  fromPlace?: string
  toPlace?: string
}

/** What is to be seen in a wish: too small, lacking, closed, out of hours, out of reach. */
export async function findingsFor(db: Db, resource: Resource, wanted: Inspected): Promise<Finding[]> {
  const closures = await listClosures(db, wanted.startsAt, wanted.endsAt, resource.id)
  // Only a room has equipment; a car or a person lacks none.
  const equipment = resource.kind === 'room' ? (wanted.equipment ?? []) : []
  const findings = findingsOf(resource, { ...wanted, equipment }, closures.map(closed))
  if (resource.kind === 'vehicle')
    findings.push(...papersOf(resource, wanted), ...(await tripsOutOfReach(db, resource, wanted)))
  return findings
}

/** A car whose inspection or insurance has run out on the day of the trip. */
function papersOf(resource: Resource, wanted: Span): Finding[] {
  const days = { inspection: resource.inspectionOn, insurance: resource.insuranceOn }
  return (['inspection', 'insurance'] as const).flatMap(paper => {
    const day = days[paper]
    return day !== null && day < dayOf(wanted.endsAt) ? [{ code: 'papers' as const, paper, day }] : []
  })
}

/** The trips around one that the car cannot get to or from in time. */
async function tripsOutOfReach(db: Db, resource: Resource, wanted: Inspected): Promise<Finding[]> {
  const { travel } = await officeSettingsOf(db)
  if (travel.length === 0) return []
  const around = await legsOf(
    db,
    resource.id,
    addMinutes(wanted.startsAt, -MOST_TRAVEL),
    addMinutes(wanted.endsAt, MOST_TRAVEL),
  )
  const own = around.find(
    leg => leg.bookingId === wanted.bookingId || (wanted.itemId != null && leg.itemId === wanted.itemId),
  )
  const leg = {
    startsAt: wanted.startsAt,
    endsAt: wanted.endsAt,
    title: '',
    fromPlace: wanted.fromPlace || own?.fromPlace || '',
    toPlace: wanted.toPlace || own?.toPlace || '',
  }
  return unreachable(
    leg,
    around.filter(other => other !== own),
    travel,
  ).map(each => ({ code: 'unreachable' as const, ...each }))
}

/** No drive between two places takes longer, minutes. */
const MOST_TRAVEL = 600

/** The trips of a car: from where to where, as the booking says, or the route of its trip. */
async function legsOf(db: Db, resourceId: string, from: WallTime, until: WallTime) {
  const rows = await db
    .selectFrom('booking as b')
    .leftJoin('trip as t', join => join.onRef('t.itemId', '=', 'b.itemId').onRef('t.vehicleId', '=', 'b.resourceId'))
    .leftJoin('visit as v', 'v.id', 'b.visitId')
    .select([
      'b.id',
      'b.itemId',
      'b.startsAt',
      'b.endsAt',
      'b.title',
      'b.fromPlace',
      'b.toPlace',
      't.route',
      'v.title as visit',
    ])
    .where('b.resourceId', '=', resourceId)
    .where('b.status', '<>', 'cancelled')
    .where('b.blockedUntil', '>', from)
    .where('b.blockedFrom', '<', until)
    .execute()
  return rows.map(row => {
    const route = endsOfRoute(row.route ?? '')
    return {
      bookingId: row.id,
      itemId: row.itemId,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      title: row.title || (row.visit ?? ''),
      fromPlace: row.fromPlace || route.fromPlace,
      toPlace: row.toPlace || route.toPlace,
    }
  })
}

/** When a resource is closed, and why. */
export const closed = (row: { startsAt: WallTime; endsAt: WallTime; reason: string }) => ({
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  reason: row.reason,
})

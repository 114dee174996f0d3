import { ORPCError } from '@orpc/server'
import { sql } from 'kysely'
import type { BookingConflict } from '../../../shared/contract/errors.ts'
import type { Resource } from '../../../shared/contract/resources.ts'
import {
  blockedSpan,
  type Finding,
  findingsOf,
  nearestFree,
  rankAlternatives,
  refuses,
} from '../../../shared/domain/booking/booking.ts'
import { endsOfRoute, unreachable } from '../../../shared/domain/booking/travel.ts'
import { mayBook } from '../../../shared/domain/roles.ts'
import { addMinutes, dayOf, overlaps, type Span, type WallTime } from '../../../shared/domain/time.ts'
import type { SetupStyle } from '../../../shared/domain/visit.ts'
import type { BookingRow, ItemRow, Patch, ResourceRow, VisitRow } from '../../db/tables.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { conflict, notAllowed, notFound } from '../acts/errors.ts'
import { deleteRow, insertRow, said, updateRow } from '../acts/recorded.ts'
import { giveBack, lend, lendingFor, loansOf, type WantedLoan } from '../equipment/lending.ts'
import { officeNow, officeSettingsOf } from '../office/office.queries.ts'
import { findResource, listClosures, listResources, toResource } from '../resources/resources.queries.ts'
import { busyStaff } from '../staffing/staffing.queries.ts'
import { bookingStatusOf } from '../visits/visits.queries.ts'
import { allRivals, bookingsInTheWay, listBookings } from './bookings.queries.ts'

/** What one booking wants, before anyone knows whether it can have it. */
export interface Want extends Span {
  resourceId: string
  itemId: string | null
  visitId: string | null
  title: string
  headcount: number | null
  /** What a room must have. */
  equipment?: readonly string[]
  organizer: string
  notes: string
  status: 'tentative' | 'confirmed'
  isSample?: boolean
  purpose?: string
  setupStyle?: SetupStyle
  /** Movable things asked for by name and number; where nobody said, what the room lacks is taken from the stock. */
  loans?: readonly WantedLoan[]
  expiresAt?: string | null
  seriesId?: string | null
  uid?: string
  fromPlace?: string
  toPlace?: string
}

/** Longest set-up or clear-up a resource may have, minutes: how far around a span its rivals can stand. */
const WIDEST_MARGIN = 480

/**
 * Books a resource. The database itself refuses an overlap; its refusal becomes CONFLICT with who is in the way, the nearest free
 * times and the free alternatives.
 * @returns what should be seen but refuses nothing: too small, lacking equipment, out of hours, closed.
 */
export async function placeBooking(
  context: HostContext,
  tx: Tx,
  act: Act,
  want: Want,
): Promise<{ row: BookingRow; findings: Finding[] }> {
  const resource = await bookable(tx, want.resourceId)
  mayTake(context, resource)
  await expiryIsAhead(context, tx, want.expiresAt)
  const blocked = blockedSpan(want, resource)
  const lending = await lendingFor(tx, resource, { ...want, ...blocked }, null)
  const findings = await findingsFor(tx, resource, { ...want, equipment: lending.stillWanted })
  findings.push(...lending.findings)
  if (refuses(resource, findings) || lending.short)
    throw conflict([await describeConflict(context, tx, resource, want, want.itemId, null, findings, lending.short)])
  const { loans: _, equipment = [], expiresAt = null, ...fields } = want
  try {
    const row = await insertRow(tx, act, 'booking', {
      ...fields,
      id: context.newId(),
      equipment: [...equipment],
      blockedFrom: blocked.startsAt,
      blockedUntil: blocked.endsAt,
      expiresAt: want.status === 'tentative' ? expiresAt : null,
    })
    await lend(context, tx, act, row.id, lending.loans)
    return { row, findings }
  } catch (error) {
    if (!isOverlap(error)) throw error
    throw conflict([await describeConflict(context, tx, resource, want, want.itemId, null, findings)])
  }
}

/**
 * Books a resource for a stop of a visit, tentative until the plan is approved.
 * @param of `headcount`: how many it is for; null where several share them or nobody counts.
 */
export const bookForStop = (
  context: HostContext,
  tx: Tx,
  act: Act,
  of: {
    visit: Pick<VisitRow, 'id' | 'status' | 'coordinator'>
    item: Pick<ItemRow, 'id' | 'startsAt' | 'endsAt' | 'setupStyle'>
    resourceId: string
    headcount: number | null
    equipment?: readonly string[]
    isSample?: boolean
  },
) =>
  placeBooking(context, tx, act, {
    resourceId: of.resourceId,
    itemId: of.item.id,
    visitId: of.visit.id,
    title: '',
    startsAt: of.item.startsAt,
    endsAt: of.item.endsAt,
    headcount: of.headcount,
    equipment: of.equipment ?? [],
    setupStyle: of.item.setupStyle,
    organizer: of.visit.coordinator,
    notes: '',
    status: bookingStatusOf(of.visit),
    isSample: of.isSample ?? false,
  })

/**
 * Holds a resource, or leaves it where it cannot be had: others have it, or it is for others to book.
 * @returns whether it is held
 */
export async function holdOrLeave(hold: () => Promise<unknown>): Promise<boolean> {
  try {
    await hold()
    return true
  } catch (error) {
    if (isOverlap(error)) return false
    if (error instanceof ORPCError && (error.code === 'CONFLICT' || isForOthers(error))) return false
    throw error
  }
}

const isForOthers = (error: ORPCError<string, unknown>): boolean =>
  error.code === 'NOT_ALLOWED' && isObject(error.data) && error.data.reason === 'bookedByOthers'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Takes a booking away with what it had borrowed, each so that undo brings it back. */
export async function deleteBooking(tx: Tx, act: Act, booking: BookingRow): Promise<void> {
  await giveBack(tx, act, booking.id, [])
  await deleteRow(tx, act, 'booking', booking)
}

export interface Move {
  before: BookingRow
  /** What a room must have. */
  equipment?: readonly string[]
  patch: Omit<Patch<'booking'>, 'id' | 'revision' | 'blockedFrom' | 'blockedUntil' | 'visitId' | 'itemId'>
  /** Movable things it shall have; those it has where nobody said. */
  loans?: readonly WantedLoan[]
}

/**
 * Moves bookings all together or not at all, in any order: they are parked first, so that two that change places do not meet
 * each other on the way.
 * @throws CONFLICT with every booking that cannot be had.
 */
export async function moveBookings(context: HostContext, tx: Tx, act: Act, moves: readonly Move[]): Promise<Finding[]> {
  const moving = moves.filter(move => move.before.status !== 'cancelled')
  if (moving.length > 1)
    await tx
      .updateTable('booking')
      .set({ status: 'cancelled' })
      .where(
        'id',
        'in',
        moving.map(move => move.before.id),
      )
      .execute()
  const refused: BookingConflict[] = []
  const seen: Finding[] = []
  for (const { before, patch, equipment, loans } of moves) {
    const after = { ...before, ...said(patch) }
    const resource = await bookable(tx, after.resourceId)
    const span = { startsAt: after.startsAt, endsAt: after.endsAt }
    const blocked = blockedSpan(span, resource)
    const wanted = {
      ...span,
      headcount: after.headcount,
      setupStyle: after.setupStyle,
      equipment: equipment ?? after.equipment,
    }
    const live = after.status !== 'cancelled'
    if (live && moved(before, after)) mayTake(context, resource)
    if (live && after.expiresAt !== before.expiresAt) await expiryIsAhead(context, tx, after.expiresAt)
    // A stop's things are looked for anew wherever it goes; what somebody asked for by number comes along or the move is refused.
    const kept = loans ?? (before.itemId === null ? await loansOf(tx, before.id) : undefined)
    const lending = live
      ? await lendingFor(tx, resource, { ...wanted, ...blocked, ...(kept ? { loans: kept } : {}) }, before.id)
      : { loans: await loansOf(tx, before.id), stillWanted: [], findings: [], short: false }
    const findings = await findingsFor(tx, resource, {
      ...wanted,
      equipment: lending.stillWanted,
      bookingId: before.id,
      fromPlace: after.fromPlace,
      toPlace: after.toPlace,
    })
    findings.push(...lending.findings)
    const refuse = async () =>
      refused.push(
        await describeConflict(context, tx, resource, wanted, after.itemId, before.id, findings, lending.short),
      )
    if (live && ((moved(before, after) && refuses(resource, findings)) || lending.short)) {
      await refuse()
      continue
    }
    try {
      if (live) await giveBack(tx, act, before.id, lending.loans)
      await updateRow(
        tx,
        act,
        'booking',
        before,
        { ...patch, blockedFrom: blocked.startsAt, blockedUntil: blocked.endsAt },
        moving.length > 1 ? { status: after.status } : {},
      )
      if (live) await lend(context, tx, act, before.id, lending.loans)
      seen.push(...findings)
    } catch (error) {
      if (!isOverlap(error)) throw error
      await refuse()
    }
  }
  if (refused.length > 0) throw conflict(refused)
  return seen
}

const moved = (before: BookingRow, after: BookingRow): boolean =>
  before.resourceId !== after.resourceId || before.startsAt !== after.startsAt || before.endsAt !== after.endsAt

/** The database's own refusal: the time is taken, or too few of a movable thing are left. */
export const isOverlap = (error: unknown): boolean =>
  error instanceof Error && /BOOKING_OVERLAP|EQUIPMENT_OUT/.test(error.message)

/** A hold that is over before it begins would be gone at once. @throws NOT_ALLOWED expiresInPast */
async function expiryIsAhead(context: HostContext, db: Db, expiresAt: WallTime | null | undefined): Promise<void> {
  if (expiresAt && expiresAt <= (await officeNow(context, db))) throw notAllowed('expiresInPast')
}

/** @throws NOT_ALLOWED bookedByOthers where the resource asks for another role than the one who acts. */
export function mayTake(context: HostContext, resource: Resource): void {
  if (context.account && !mayBook(context.account.role, resource.bookedBy)) throw notAllowed('bookedByOthers')
}

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

/** People who do not drive may be wanted twice: it is warned of elsewhere. */
export const isExclusive = (resource: Resource): boolean => resource.kind !== 'person' || resource.canDrive

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

async function bookable(db: Db, id: string): Promise<Resource> {
  const row = await findResource(db, id)
  if (!row) throw notFound('resource', id)
  return toResource(row)
}

interface Inspected extends Span {
  headcount: number | null
  equipment?: readonly string[]
  setupStyle?: SetupStyle
  itemId?: string | null
  bookingId?: string | null
  fromPlace?: string
  toPlace?: string
}

async function findingsFor(db: Db, resource: Resource, wanted: Inspected): Promise<Finding[]> {
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

const closed = (row: { startsAt: WallTime; endsAt: WallTime; reason: string }) => ({
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  reason: row.reason,
})

/** How far before and after the wish free times are looked for, minutes. */
const REACH = 2880

async function describeConflict(
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

/**
 * Bookings of others that overlap what a whole itinerary would take, in one statement. Each resource that is wanted is joined
 * with its rivals first, and the bookings of each are then looked up in the index on (resource, end, start). Cross joins keep
 * that order: an `or` over the resource and its rivals would read every booking of the resource.
 */
export async function conflictsOf(
  db: Db,
  wants: readonly (Span & { resourceId: string; itemId: string | null })[],
): Promise<{ index: number; bookingId: string; title: string; startsAt: string; endsAt: string }[]> {
  const { rows } = await sql<{ index: number; bookingId: string; title: string; startsAt: string; endsAt: string }>`
    with want as materialized (
      select key, value ->> 'resourceId' as resource_id, value ->> 'itemId' as item_id,
        value ->> 'startsAt' as starts_at, value ->> 'endsAt' as ends_at
      from json_each(${JSON.stringify(wants)})
    ), held as materialized (
      select key, resource_id, item_id, starts_at, ends_at from want
      union
      select w.key, r.rival_id, w.item_id, w.starts_at, w.ends_at
      from want as w cross join rival as r on r.resource_id = w.resource_id
    )
    select h.key as "index", b.id as bookingId, b.starts_at, b.ends_at,
      case when b.title <> '' then b.title else coalesce(v.title, '') end as title
    from held as h
    cross join booking as b on b.resource_id = h.resource_id
      and b.status <> 'cancelled' and b.blocked_until > h.starts_at and b.blocked_from < h.ends_at
    left join visit as v on v.id = b.visit_id
    where b.item_id is null or b.item_id is not h.item_id
    order by 1, b.starts_at`.execute(db)
  return rows
}

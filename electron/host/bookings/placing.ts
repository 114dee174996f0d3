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
import type { BookingRow, ResourceRow } from '../../db/tables.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { conflict, notAllowed, notFound } from '../acts/errors.ts'
import { deleteRow, insertRow, updateRow } from '../acts/recorded.ts'
import { giveBack, lend, lendingFor, loansOf, type WantedLoan } from '../equipment/lending.ts'
import { officeNow, officeSettingsOf } from '../office/office.queries.ts'
import { findResource, listClosures, listResources, toResource } from '../resources/resources.queries.ts'
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
  const row: BookingRow = {
    id: context.newId(),
    resource_id: want.resourceId,
    visit_id: want.visitId,
    item_id: want.itemId,
    title: want.title,
    starts_at: want.startsAt,
    ends_at: want.endsAt,
    blocked_from: blocked.startsAt,
    blocked_until: blocked.endsAt,
    status: want.status,
    headcount: want.headcount,
    organizer: want.organizer,
    notes: want.notes,
    is_sample: want.isSample ? 1 : 0,
    purpose: want.purpose ?? '',
    equipment: JSON.stringify(want.equipment ?? []),
    setup_style: want.setupStyle ?? '',
    expires_at: want.status === 'tentative' ? (want.expiresAt ?? null) : null,
    released_at: null,
    series_id: want.seriesId ?? null,
    uid: want.uid ?? '',
    from_place: want.fromPlace ?? '',
    to_place: want.toPlace ?? '',
    mileage_out: null,
    mileage_in: null,
    no_show: 0,
    revision: 1,
  }
  try {
    await insertRow(tx, act, 'booking', row)
    await lend(context, tx, act, row.id, lending.loans)
  } catch (error) {
    if (!isOverlap(error)) throw error
    throw conflict([await describeConflict(context, tx, resource, want, want.itemId, null, findings)])
  }
  return { row, findings }
}

/** Takes a booking away with what it had borrowed, each so that undo brings it back. */
export async function deleteBooking(tx: Tx, act: Act, booking: BookingRow): Promise<void> {
  await giveBack(tx, act, booking.id, [])
  await deleteRow(tx, act, 'booking', booking)
}

export interface Move {
  before: BookingRow
  /** What a room must have. */
  equipment?: readonly string[]
  patch: Partial<Omit<BookingRow, 'id' | 'revision' | 'blocked_from' | 'blocked_until' | 'visit_id' | 'item_id'>>
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
    const after = { ...before, ...patch }
    const resource = await bookable(tx, after.resource_id)
    const span = { startsAt: after.starts_at, endsAt: after.ends_at }
    const blocked = blockedSpan(span, resource)
    const wanted = {
      ...span,
      headcount: after.headcount,
      setupStyle: after.setup_style,
      equipment: equipment ?? (JSON.parse(after.equipment) as string[]),
    }
    const live = after.status !== 'cancelled'
    if (live && moved(before, after)) mayTake(context, resource)
    if (live && after.expires_at !== before.expires_at) await expiryIsAhead(context, tx, after.expires_at)
    // A stop's things are looked for anew wherever it goes; what somebody asked for by number comes along or the move is refused.
    const kept = loans ?? (before.item_id === null ? await loansOf(tx, before.id) : undefined)
    const lending = live
      ? await lendingFor(tx, resource, { ...wanted, ...blocked, ...(kept ? { loans: kept } : {}) }, before.id)
      : { loans: await loansOf(tx, before.id), stillWanted: [], findings: [], short: false }
    const findings = await findingsFor(tx, resource, {
      ...wanted,
      equipment: lending.stillWanted,
      bookingId: before.id,
      fromPlace: after.from_place,
      toPlace: after.to_place,
    })
    findings.push(...lending.findings)
    const refuse = async () =>
      refused.push(
        await describeConflict(context, tx, resource, wanted, after.item_id, before.id, findings, lending.short),
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
        { ...patch, blocked_from: blocked.startsAt, blocked_until: blocked.endsAt },
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
  before.resource_id !== after.resource_id || before.starts_at !== after.starts_at || before.ends_at !== after.ends_at

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
    const findings = findingsOf(resource, wish, closures.filter(closure => closure.resource_id === row.id).map(closed))
    return { resource, free: !taken && !refuses(resource, findings), findings, takenBy: taken?.title ?? '' }
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
    .leftJoin('trip as t', join =>
      join.onRef('t.item_id', '=', 'b.item_id').onRef('t.vehicle_id', '=', 'b.resource_id'),
    )
    .leftJoin('visit as v', 'v.id', 'b.visit_id')
    .select([
      'b.id',
      'b.item_id',
      'b.starts_at',
      'b.ends_at',
      'b.title',
      'b.from_place',
      'b.to_place',
      't.route',
      'v.title as visit',
    ])
    .where('b.resource_id', '=', resourceId)
    .where('b.status', '<>', 'cancelled')
    .where('b.blocked_until', '>', from)
    .where('b.blocked_from', '<', until)
    .execute()
  return rows.map(row => {
    const route = endsOfRoute(row.route ?? '')
    return {
      bookingId: row.id,
      itemId: row.item_id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      title: row.title || (row.visit ?? ''),
      fromPlace: row.from_place || route.fromPlace,
      toPlace: row.to_place || route.toPlace,
    }
  })
}

const closed = (row: { starts_at: WallTime; ends_at: WallTime; reason: string }) => ({
  startsAt: row.starts_at,
  endsAt: row.ends_at,
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
    select h.key as "index", b.id as bookingId, b.starts_at as startsAt, b.ends_at as endsAt,
      case when b.title <> '' then b.title else coalesce(v.title, '') end as title
    from held as h
    cross join booking as b on b.resource_id = h.resource_id
      and b.status <> 'cancelled' and b.blocked_until > h.starts_at and b.blocked_from < h.ends_at
    left join visit as v on v.id = b.visit_id
    where b.item_id is null or b.item_id is not h.item_id
    order by 1, b.starts_at`.execute(db)
  return rows
}

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
} from '../../../shared/domain/booking.ts'
import { addMinutes, overlaps, type Span, type WallTime } from '../../../shared/domain/time.ts'
import type { BookingRow, ResourceRow } from '../../db/tables.ts'
import type { Db, HostContext, Tx } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import { type Act, insertRow, updateRow } from '../history/recorded.ts'
import { officeNow } from '../office/office.queries.ts'
import { findResource, listClosures, listResources, toResource } from '../resources/resources.queries.ts'
import { bookingsInTheWay, listBookings } from './bookings.queries.ts'

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
  const findings = await findingsFor(tx, resource, want)
  if (refuses(resource, findings))
    throw conflict([await describeConflict(context, tx, resource, want, want.itemId, null, findings)])
  const blocked = blockedSpan(want, resource)
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
    revision: 1,
  }
  try {
    await insertRow(tx, act, 'booking', row)
  } catch (error) {
    if (!isOverlap(error)) throw error
    throw conflict([await describeConflict(context, tx, resource, want, want.itemId, null, findings)])
  }
  return { row, findings }
}

export interface Move {
  before: BookingRow
  /** What a room must have. */
  equipment?: readonly string[]
  patch: Partial<
    Pick<BookingRow, 'resource_id' | 'starts_at' | 'ends_at' | 'title' | 'headcount' | 'organizer' | 'notes' | 'status'>
  >
}

/**
 * Moves bookings all together or not at all, in any order: they are parked first, so that two that change places do not meet
 * each other on the way.
 * @throws CONFLICT with every booking that cannot be had.
 */
export async function moveBookings(context: HostContext, tx: Tx, act: Act, moves: readonly Move[]): Promise<Finding[]> {
  const live = moves.filter(move => move.before.status !== 'cancelled')
  if (live.length > 1)
    await tx
      .updateTable('booking')
      .set({ status: 'cancelled' })
      .where(
        'id',
        'in',
        live.map(move => move.before.id),
      )
      .execute()
  const refused: BookingConflict[] = []
  const seen: Finding[] = []
  for (const { before, patch, equipment = [] } of moves) {
    const after = { ...before, ...patch }
    const resource = await bookable(tx, after.resource_id)
    const span = { startsAt: after.starts_at, endsAt: after.ends_at }
    const findings = await findingsFor(tx, resource, { ...span, headcount: after.headcount, equipment })
    const blocked = blockedSpan(span, resource)
    const refuse = async () =>
      refused.push(
        await describeConflict(
          context,
          tx,
          resource,
          { ...span, headcount: after.headcount },
          after.item_id,
          before.id,
          findings,
        ),
      )
    if (after.status !== 'cancelled' && moved(before, after) && refuses(resource, findings)) {
      await refuse()
      continue
    }
    try {
      await updateRow(
        tx,
        act,
        'booking',
        before,
        { ...patch, blocked_from: blocked.startsAt, blocked_until: blocked.endsAt },
        live.length > 1 ? { status: after.status } : {},
      )
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

export const isOverlap = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('BOOKING_OVERLAP')

/** What would refuse or warn of a booking, without making it. */
export async function checkBooking(
  context: HostContext,
  db: Db,
  wanted: Span & { resourceId: string; headcount: number | null; itemId: string | null },
): Promise<{ conflict: BookingConflict | null; warnings: Finding[] }> {
  const resource = await bookable(db, wanted.resourceId)
  const findings = await findingsFor(db, resource, wanted)
  const blocked = blockedSpan(wanted, resource)
  const inTheWay = await bookingsInTheWay(db, resource.id, blocked, wanted.itemId, null)
  if (inTheWay.length === 0 && !refuses(resource, findings)) return { conflict: null, warnings: findings }
  return {
    conflict: await describeConflict(context, db, resource, wanted, wanted.itemId, null, findings),
    warnings: findings,
  }
}

/** Every resource of a kind for one span: free or taken by whom, with what is wrong with it; best fit first. */
export async function freeResources(
  db: Db,
  kind: ResourceRow['kind'],
  wanted: Span & { headcount: number | null; itemId: string | null; equipment?: readonly string[] },
): Promise<{ resourceId: string; free: boolean; findings: Finding[]; takenBy: string }[]> {
  const resources = await listResources(db, kind)
  const around = await listBookings(db, {
    kind,
    from: addMinutes(wanted.startsAt, -WIDEST_MARGIN),
    until: addMinutes(wanted.endsAt, WIDEST_MARGIN),
  })
  const closures = await listClosures(db, wanted.startsAt, wanted.endsAt)
  const wish = { ...wanted, equipment: kind === 'room' ? (wanted.equipment ?? []) : [] }
  const answers = resources.map(row => {
    const resource = toResource(row)
    const blocked = blockedSpan(wanted, resource)
    const taken = around.find(
      booking =>
        booking.resourceId === row.id &&
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

async function findingsFor(
  db: Db,
  resource: Resource,
  wanted: Span & { headcount: number | null; equipment?: readonly string[] },
): Promise<Finding[]> {
  const closures = await listClosures(db, wanted.startsAt, wanted.endsAt, resource.id)
  // Only a room has equipment; a car or a person lacks none.
  const equipment = resource.kind === 'room' ? (wanted.equipment ?? []) : []
  return findingsOf(resource, { ...wanted, equipment }, closures.map(closed))
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
    findings: refuses(resource, findings) ? findings : [],
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
 * Bookings of others that overlap what a whole itinerary would take: one statement for all, so that 40 items cost little more
 * than 40 look-ups in the index.
 */
export async function conflictsOf(
  db: Db,
  wants: readonly (Span & { resourceId: string; itemId: string | null })[],
): Promise<{ index: number; bookingId: string; title: string; startsAt: string; endsAt: string }[]> {
  const { rows } = await sql<{ index: number; bookingId: string; title: string; startsAt: string; endsAt: string }>`
    select w.key as "index", b.id as bookingId, b.starts_at as startsAt, b.ends_at as endsAt,
      case when b.title <> '' then b.title else coalesce(v.title, '') end as title
    from json_each(${JSON.stringify(wants)}) as w
    join booking as b on b.resource_id = w.value ->> 'resourceId' and b.status <> 'cancelled'
      and b.blocked_until > w.value ->> 'startsAt' and b.blocked_from < w.value ->> 'endsAt'
    left join visit as v on v.id = b.visit_id
    where b.item_id is null or b.item_id is not w.value ->> 'itemId'
    order by 1, b.starts_at`.execute(db)
  return rows
}

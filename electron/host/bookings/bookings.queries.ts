import { sql } from 'kysely'
import type { Booking } from '../../../shared/contract/bookings.ts'
import type { Span } from '../../../shared/domain/time.ts'
import type { ResourceKind } from '../../../shared/domain/visit.ts'
import type { BookingRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'

/** A live booking with the title people know it by: its own, or its visit's. */
const withTitle = (db: Db) =>
  db
    .selectFrom('booking as b')
    .leftJoin('visit as v', 'v.id', 'b.visitId')
    .select([
      'b.id',
      'b.resourceId',
      'b.visitId',
      'b.itemId',
      sql<string>`case when b.title <> '' then b.title else coalesce(v.title, '') end`.as('title'),
      sql<string>`case when b.title <> '' then '' else coalesce(v.title_latin, '') end`.as('titleLatin'),
      'v.grade',
      'b.startsAt',
      'b.endsAt',
      'b.blockedFrom',
      'b.blockedUntil',
      'b.status',
      'b.headcount',
      'b.organizer',
      'b.purpose',
      'b.equipment',
      'b.setupStyle',
      sql<string>`(select json_group_array(json_object('movableId', movable_id, 'quantity', quantity)) from loan where booking_id = b.id)`.as(
        'loans',
      ),
      'b.notes',
      'b.expiresAt',
      'b.seriesId',
      sql<string>`coalesce((select rrule from booking_series where id = b.series_id), '')`.as('rrule'),
      'b.uid',
      'b.fromPlace',
      'b.toPlace',
      'b.mileageOut',
      'b.mileageIn',
      'b.noShow',
      'b.revision',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof withTitle>['executeTakeFirstOrThrow']>>

const toBooking = ({ loans, ...row }: Row): Booking => ({ ...row, loans: loansIn(loans) })

/** Most bookings have borrowed nothing, which is not worth parsing. */
const loansIn = (text: string): Booking['loans'] => (text === '[]' ? [] : JSON.parse(text))

export async function getBooking(db: Db, id: string): Promise<Booking> {
  return toBooking(await withTitle(db).where('b.id', '=', id).executeTakeFirstOrThrow())
}

/** A resource with those it shares walls with: a hall and its parts. Whoever books one is in the way of all. */
export async function withRivals(db: Db, resourceId: string): Promise<string[]> {
  const rows = await db.selectFrom('rival').select('rivalId').where('resourceId', '=', resourceId).execute()
  return [...new Set([resourceId, ...rows.map(row => row.rivalId)])]
}

/** Every resource that shares walls with another, with its rivals. */
export async function allRivals(db: Db): Promise<Map<string, string[]>> {
  const rivals = new Map<string, string[]>()
  for (const row of await db.selectFrom('rival').selectAll().distinct().execute())
    rivals.set(row.resourceId, [...(rivals.get(row.resourceId) ?? []), row.rivalId])
  return rivals
}

/** Live bookings that touch `[from, until)`, by start; of one kind, one resource, or all. */
export async function listBookings(
  db: Db,
  input: {
    from: string
    until: string
    kind?: ResourceKind | undefined
    resourceId?: string | undefined
  },
): Promise<Booking[]> {
  let query = withTitle(db)
    .where('b.status', '<>', 'cancelled')
    .where('b.blockedUntil', '>', input.from)
    .where('b.blockedFrom', '<', input.until)
  if (input.kind)
    query = query.where(
      'b.resourceId',
      'in',
      db.selectFrom('resource').select('id').where('kind', '=', input.kind).where('removed', '=', false),
    )
  if (input.resourceId) query = query.where('b.resourceId', '=', input.resourceId)
  return (await query.orderBy('b.startsAt').execute()).map(toBooking)
}

/** What of a resource's live bookings, and of its rivals', shares a minute with a blocked span; those of one item left out. */
export async function bookingsInTheWay(
  db: Db,
  resourceId: string,
  blocked: Span,
  itemId: string | null,
  bookingId: string | null,
) {
  let query = withTitle(db)
    .where('b.resourceId', 'in', await withRivals(db, resourceId))
    .where('b.status', '<>', 'cancelled')
    .where('b.blockedUntil', '>', blocked.startsAt)
    .where('b.blockedFrom', '<', blocked.endsAt)
  if (itemId) query = query.where(eb => eb.or([eb('b.itemId', 'is', null), eb('b.itemId', '<>', itemId)]))
  if (bookingId) query = query.where('b.id', '<>', bookingId)
  return (await query.orderBy('b.startsAt').execute()).map(toBooking)
}

export function findBooking(db: Db, id: string): Promise<BookingRow | undefined> {
  return db.selectFrom('booking').selectAll().where('id', '=', id).executeTakeFirst()
}

export function bookingsOfItem(db: Db, itemId: string): Promise<BookingRow[]> {
  return db.selectFrom('booking').selectAll().where('itemId', '=', itemId).where('status', '<>', 'cancelled').execute()
}

/** Every booking of a stop, cancelled ones too. */
export function allOfItem(db: Db, itemId: string): Promise<BookingRow[]> {
  return db.selectFrom('booking').selectAll().where('itemId', '=', itemId).execute()
}

/** What was released by the act that cancelled a visit last: a room that was given up before stays given up. */
export async function releasedWith(db: Db, visitId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select entity_id as id from change_log
    where entity = 'booking' and after ->> 'status' = 'cancelled' and act_id = (
      select act_id from change_log where visit_id = ${visitId} and entity = 'visit' and after ->> 'status' = 'cancelled'
      order by number desc limit 1)`.execute(db)
  return new Set(rows.map(row => row.id))
}

export function bookingsOfVisit(db: Db, visitId: string): Promise<BookingRow[]> {
  return db.selectFrom('booking').selectAll().where('visitId', '=', visitId).execute()
}

/**
 * Which of many blocked spans of a resource, or of its rivals, are taken and by what: by their place in the list, in one
 * statement. Cross joins keep the order: the other way round every booking of the room would be held against every span.
 */
export async function takenAmong(
  db: Db,
  resourceIds: readonly string[],
  spans: readonly Span[],
): Promise<Map<number, string>> {
  const { rows } = await sql<{ place: number; title: string }>`
    select w.key as place, case when b.title <> '' then b.title else coalesce(v.title, '') end as title
    from json_each(${JSON.stringify(resourceIds)}) as r
    cross join json_each(${JSON.stringify(spans)}) as w
    cross join booking as b on b.resource_id = r.value and b.status <> 'cancelled'
      and b.blocked_until > w.value ->> 'startsAt' and b.blocked_from < w.value ->> 'endsAt'
    left join visit as v on v.id = b.visit_id`.execute(db)
  return new Map(rows.map(row => [row.place, row.title]))
}

/** What a stop holds of a resource. */
export function bookingOfItem(db: Db, itemId: string, resourceId: string): Promise<BookingRow | undefined> {
  return db
    .selectFrom('booking')
    .selectAll()
    .where('itemId', '=', itemId)
    .where('resourceId', '=', resourceId)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst()
}

/** The live bookings of a series from a start on that are not over, by start. */
export function restOfSeries(db: Db, seriesId: string, from: string, now: string): Promise<BookingRow[]> {
  return db
    .selectFrom('booking')
    .selectAll()
    .where('seriesId', '=', seriesId)
    .where('startsAt', '>=', from)
    .where('endsAt', '>', now)
    .where('status', '<>', 'cancelled')
    .orderBy('startsAt')
    .execute()
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

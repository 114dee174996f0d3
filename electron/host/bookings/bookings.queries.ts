import { sql } from 'kysely'
import type { Booking } from '../../../shared/contract/bookings.ts'
import type { Span } from '../../../shared/domain/time.ts'
import type { BookingRow } from '../../db/tables.ts'
import type { Db } from '../context.ts'

/** A live booking with the title people know it by: its own, or its visit's. */
const withTitle = (db: Db) =>
  db
    .selectFrom('booking as b')
    .leftJoin('visit as v', 'v.id', 'b.visit_id')
    .select([
      'b.id',
      'b.resource_id as resourceId',
      'b.visit_id as visitId',
      'b.item_id as itemId',
      sql<string>`case when b.title <> '' then b.title else coalesce(v.title, '') end`.as('title'),
      sql<string>`case when b.title <> '' then '' else coalesce(v.title_latin, '') end`.as('titleLatin'),
      'v.grade',
      'b.starts_at as startsAt',
      'b.ends_at as endsAt',
      'b.blocked_from as blockedFrom',
      'b.blocked_until as blockedUntil',
      'b.status',
      'b.headcount',
      'b.organizer',
      'b.notes',
      'b.revision',
    ])

export function getBooking(db: Db, id: string): Promise<Booking> {
  return withTitle(db).where('b.id', '=', id).executeTakeFirstOrThrow()
}

/** Live bookings that touch `[from, until)`, by start; of one kind, one resource, or all. */
export function listBookings(
  db: Db,
  input: {
    from: string
    until: string
    kind?: 'room' | 'vehicle' | 'person' | undefined
    resourceId?: string | undefined
  },
): Promise<Booking[]> {
  let query = withTitle(db)
    .where('b.status', '<>', 'cancelled')
    .where('b.blocked_until', '>', input.from)
    .where('b.blocked_from', '<', input.until)
  if (input.kind)
    query = query.where(
      'b.resource_id',
      'in',
      db.selectFrom('resource').select('id').where('kind', '=', input.kind).where('removed', '=', 0),
    )
  if (input.resourceId) query = query.where('b.resource_id', '=', input.resourceId)
  return query.orderBy('b.starts_at').execute()
}

/** What of a resource's live bookings shares a minute with a blocked span, the bookings of one item left out. */
export function bookingsInTheWay(
  db: Db,
  resourceId: string,
  blocked: Span,
  itemId: string | null,
  bookingId: string | null,
) {
  let query = withTitle(db)
    .where('b.resource_id', '=', resourceId)
    .where('b.status', '<>', 'cancelled')
    .where('b.blocked_until', '>', blocked.startsAt)
    .where('b.blocked_from', '<', blocked.endsAt)
  if (itemId) query = query.where(eb => eb.or([eb('b.item_id', 'is', null), eb('b.item_id', '<>', itemId)]))
  if (bookingId) query = query.where('b.id', '<>', bookingId)
  return query.orderBy('b.starts_at').execute()
}

export function findBooking(db: Db, id: string): Promise<BookingRow | undefined> {
  return db.selectFrom('booking').selectAll().where('id', '=', id).executeTakeFirst()
}

export function bookingsOfItem(db: Db, itemId: string): Promise<BookingRow[]> {
  return db.selectFrom('booking').selectAll().where('item_id', '=', itemId).where('status', '<>', 'cancelled').execute()
}

export function bookingsOfVisit(db: Db, visitId: string): Promise<BookingRow[]> {
  return db.selectFrom('booking').selectAll().where('visit_id', '=', visitId).execute()
}

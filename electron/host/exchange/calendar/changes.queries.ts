import { sql } from 'kysely'
import type { BookingRow, ItemRow } from '../../../db/tables.ts'
import type { Db } from '../../acts/context.ts'

/**
 * What is known of a thing's changes by the log. Its sequence is how far the log went on from when it was made to the last change of anything
 * that shows in its event: what it then leaves behind was written down as a change of itself, so the number never falls (RFC 5545, 3.8.7.4).
 */
export interface Changes {
  made: number
  last: number
  /** UTC instant of the last one. */
  at: string
}

export const sequenceOf = (changes: Changes | undefined): number => (changes ? changes.last - changes.made : 0)

/** A line of the log, as far as it tells what changed. */
export interface LogLine {
  number: number
  at: string
  entity: string
  entityId: string
  action: 'create' | 'update' | 'delete'
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const lines = (db: Db) =>
  db.selectFrom('changeLog').select(['number', 'at', 'entity', 'entityId', 'action', 'before', 'after'])

/** Does a line change one of these columns, or make or take away the whole? */
export const touches = (line: LogLine, columns: readonly string[]): boolean =>
  line.action !== 'update' || Object.keys(line.after ?? {}).some(column => columns.includes(column))

/** What was written down of a visit, of these kinds of things, in order. */
export const linesOfVisitLog = (db: Db, visitId: string, entities: readonly string[]): Promise<LogLine[]> =>
  lines(db).where('visitId', '=', visitId).where('entity', 'in', entities).orderBy('number').execute()

/** What was written down of things of one kind, in order. */
export const linesOfThings = (db: Db, entity: string, ids: readonly string[]): Promise<LogLine[]> =>
  lines(db)
    .where('entity', '=', entity)
    .where('entityId', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
    .orderBy('number')
    .execute()

/** What of a room, vehicle or person shows in an event. */
const SHOWN_OF_RESOURCE = ['name', 'latinName', 'plate', 'driverName', 'driverPhone', 'email', 'removed']

/** The last change of resources by id, and of people by each name that they ever had. */
export async function changesOfResources(
  db: Db,
): Promise<{ byId: Map<string, LogLine>; byName: Map<string, LogLine> }> {
  const byId = new Map<string, LogLine>()
  const byName = new Map<string, LogLine>()
  const nameOf = new Map<string, string>()
  for (const line of await lines(db).where('entity', '=', 'resource').orderBy('number').execute()) {
    const names = [line.before?.name, line.after?.name, nameOf.get(line.entityId)].filter(
      name => typeof name === 'string',
    )
    if (typeof line.after?.name === 'string') nameOf.set(line.entityId, line.after.name)
    if (!touches(line, SHOWN_OF_RESOURCE)) continue
    byId.set(line.entityId, line)
    for (const name of names) byName.set(name, line)
  }
  return { byId, byName }
}

/** Bookings that a resource had and has no more: taken away, given to another, or called off; with the log's last word of those taken away. */
export async function bookingsLeft(
  db: Db,
  resourceId: string,
  from: string,
  until: string,
): Promise<Pick<BookingRow, 'id' | 'visitId' | 'title' | 'startsAt' | 'endsAt' | 'organizer'>[]> {
  const { rows: gone } = await sql<{ id: string; before: string; action: string }>`
    select entity_id as id, before, action from change_log
    where entity = 'booking' and before ->> 'resourceId' = ${resourceId} order by number`.execute(db)
  const ids = [...new Set(gone.map(row => row.id))]
  const there = await db
    .selectFrom('booking')
    .selectAll()
    .where(eb =>
      eb.or([
        eb.and([eb('resourceId', '=', resourceId), eb('status', '=', 'cancelled')]),
        eb.and([
          eb('id', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`),
          eb('resourceId', '<>', resourceId),
        ]),
      ]),
    )
    .where('endsAt', '>', from)
    .where('startsAt', '<', until)
    .execute()
  const here = new Set(
    (await db.selectFrom('booking').select('id').where('id', 'in', ids).execute()).map(row => row.id),
  )
  const taken = new Map(
    gone
      .filter(row => row.action === 'delete' && !here.has(row.id))
      .map(row => [row.id, JSON.parse(row.before) as BookingRow]),
  )
  return [...there, ...[...taken.values()].filter(row => row.endsAt > from && row.startsAt < until)]
}

/** A stop as it was before it was taken off, with who was at it. */
export interface GoneItem {
  row: ItemRow
  people: string[]
}

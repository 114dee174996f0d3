import { sql } from 'kysely'
import type { Visit, VisitSummary } from '../../../shared/contract/visits.ts'
import { headsOf, isTentative, type VisitStatus } from '../../../shared/domain/visit.ts'
import type { BookingRow, VisitRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'
import { anywhere } from '../acts/like.ts'
import { rowOf } from '../acts/rows.ts'

/** A visit as the contract tells it, with what is counted beside it. */
export async function asVisit(db: Db, row: VisitRow): Promise<Visit> {
  const { rows } = await sql<{ guests: number; number: number }>`select
    (select count(*) from guest where visit_id = ${row.id}) as guests,
    (select coalesce(max(number), 0) from plan_version where visit_id = ${row.id}) as number`.execute(db)
  const { coveredFacts: _, ...fields } = row
  return { ...fields, guestCount: rows[0]?.guests ?? 0, planNumber: rows[0]?.number ?? 0 }
}

/** A visit that must be there. @throws NOT_FOUND */
export const visitOf = (db: Db, id: string): Promise<VisitRow> => rowOf(db, 'visit', id)

export async function countGuests(db: Db, visitId: string): Promise<number> {
  const row = await db
    .selectFrom('guest')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('visitId', '=', visitId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Number of a visit's newest plan version, 0 for none. */
export async function planNumber(db: Db, visitId: string): Promise<number> {
  const row = await db
    .selectFrom('planVersion')
    .select(eb => eb.fn.max('number').as('number'))
    .where('visitId', '=', visitId)
    .executeTakeFirst()
  return row?.number ?? 0
}

/** How many come to a visit. */
export async function countHeads(db: Db, visit: Pick<VisitRow, 'id' | 'headcount'>): Promise<number> {
  return headsOf({ headcount: visit.headcount, guestCount: await countGuests(db, visit.id) })
}

/** How what a visit books is taken: tentative until its plan is approved. */
export const bookingStatusOf = (visit: { status: VisitStatus }): Exclude<BookingRow['status'], 'cancelled'> =>
  isTentative(visit.status) ? 'tentative' : 'confirmed'

const SUMMARY = sql<VisitSummary>`
  v.id, v.code, v.title, v.title_latin, v.organization, v.grade, v.kind, v.status,
  v.starts_on, v.ends_on, v.headcount, v.coordinator, v.revision,
  coalesce((select min(starts_at) from itinerary_item where visit_id = v.id), '') as firstAt,
  coalesce((select max(ends_at) from itinerary_item where visit_id = v.id), '') as lastAt,
  (select count(*) from guest where visit_id = v.id) as guestCount`

/** No visit lasts longer, days: what lets a range look in the index of first days only. */
export const LONGEST_VISIT = 60

/** Visits that touch the days `from` to `until`, both included, by first day. `earliest` is `from` less the longest visit. */
export async function visitsInRange(db: Db, from: string, until: string, earliest: string): Promise<VisitSummary[]> {
  const { rows } = await sql<VisitSummary>`select ${SUMMARY} from visit as v
    where v.starts_on between ${earliest} and ${until} and v.ends_on >= ${from}
    order by v.starts_on, v.id`.execute(db)
  return rows
}

export interface VisitFilter {
  text: string
  /** Exactly this organization. */
  organization?: string
  statuses: readonly string[]
  grades: readonly string[]
  sort: 'coming' | 'startsOn' | 'title' | 'organization' | 'status' | 'grade' | 'headcount'
  descending: boolean
  offset: number
  limit: number
}

const SORT = {
  startsOn: 'v.startsOn',
  title: 'v.title',
  organization: 'v.organization',
  status: 'v.status',
  grade: 'v.grade',
  headcount: 'v.headcount',
} as const

/** One page of the filtered list and how many there are in all. `today` tells what is coming. */
export async function listVisits(
  db: Db,
  filter: VisitFilter,
  today = '',
): Promise<{ rows: VisitSummary[]; total: number }> {
  const like = anywhere(filter.text)
  const conditions = [sql`1`]
  if (filter.text !== '')
    conditions.push(
      sql`(v.title like ${like} escape '\\' or v.title_latin like ${like} escape '\\' or v.organization like ${like} escape '\\'
        or v.code like ${like} escape '\\' or v.coordinator like ${like} escape '\\')`,
    )
  if (filter.organization !== undefined) conditions.push(sql`v.organization = ${filter.organization}`)
  if (filter.statuses.length > 0) conditions.push(sql`v.status in (${sql.join(filter.statuses)})`)
  if (filter.grades.length > 0) conditions.push(sql`v.grade in (${sql.join(filter.grades)})`)
  const where = sql.join(conditions, sql` and `)
  const order =
    filter.sort === 'coming'
      ? sql`v.ends_on < ${today}, case when v.ends_on >= ${today} then v.starts_on end, v.starts_on desc, v.id`
      : sql`${sql.ref(SORT[filter.sort])} ${filter.descending ? sql`desc` : sql`asc`}, v.starts_on desc, v.id`
  const { rows } = await sql<VisitSummary>`select ${SUMMARY} from visit as v where ${where} order by ${order}
    limit ${filter.limit} offset ${filter.offset}`.execute(db)
  const count = await sql<{ total: number }>`select count(*) as total from visit as v where ${where}`.execute(db)
  return { rows, total: count.rows[0]?.total ?? 0 }
}

/** Codes in use that begin with a day's prefix: how the next number is found. */
export async function codesLike(db: Db, prefix: string): Promise<string[]> {
  const rows = await db
    .selectFrom('visit')
    .select('code')
    .where('code', '>=', prefix)
    .where('code', '<', `${prefix}\uffff`)
    .execute()
  return rows.map(row => row.code)
}

/** What hangs on a visit: bookings that hold something, supplies set aside, tasks not done, papers printed. */
export async function countFollowing(db: Db, visitId: string) {
  const { rows } = await sql<{ bookings: number; supplies: number; tasks: number; papers: number }>`select
    (select count(*) from booking where visit_id = ${visitId} and status <> 'cancelled') as bookings,
    (select count(*) from allocation where visit_id = ${visitId}) as supplies,
    (select count(*) from task where visit_id = ${visitId} and done_at is null) as tasks,
    (select count(*) from print_log where visit_id = ${visitId}) as papers`.execute(db)
  return rows[0] ?? { bookings: 0, supplies: 0, tasks: 0, papers: 0 }
}

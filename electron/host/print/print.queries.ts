import { sql } from 'kysely'
import { type DocumentKind, VISIT_PAPER } from '../../../shared/contract/documents.ts'
import type {
  LabelSheetRow as LabelSheetFields,
  Printed,
  PrinterRow as PrinterFields,
} from '../../../shared/contract/print.ts'
import type { PaperFacts } from '../../../shared/domain/papers/kinds.ts'
import { descriptionOf, type LabelSheetRow, type PrinterRow, TABLE_NAMES } from '../../db/tables.ts'
import { wallClock } from '../acts/clock.ts'
import type { Db } from '../acts/context.ts'

/** A change that no paper tells of: of what is not printed, or that somebody looked at what is masked. */
const SILENT = sql<boolean>`(${sql.join(
  ['sensitive', ...TABLE_NAMES.flatMap(table => descriptionOf(table).unprinted ?? [])].map(
    column => sql`json_type(after, ${sql.lit(`$.${column}`)}) is not null`,
  ),
  sql` or `,
)})`

/**
 * The version that a visit's papers carry in their foot, `2.117`: the plan's number and that of the last change that a paper tells of.
 * @param kind only what this kind of paper tells of.
 */
export async function paperVersion(db: Db, visitId: string, kind?: DocumentKind): Promise<string> {
  const plan = await db
    .selectFrom('planVersion')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('visitId', '=', visitId)
    .executeTakeFirst()
  let changes = db
    .selectFrom('changeLog')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('visitId', '=', visitId)
  if (kind) changes = changes.where('entity', 'in', VISIT_PAPER[kind].staleBy)
  const change = await changes.where(({ not }) => not(SILENT)).executeTakeFirst()
  return plan?.number ? `${plan.number}.${change?.number ?? 0}` : String(change?.number ?? 0)
}

/** How much there is of what a visit's papers are made of. */
export async function paperFacts(db: Db, visitId: string): Promise<PaperFacts> {
  const count = (table: string, where = sql``) =>
    sql<number>`(select count(*) from ${sql.table(table)} where visit_id = ${visitId} ${where})`
  const row = await db
    .selectFrom('visit')
    .select([
      'coordinator',
      count('guest').as('guests'),
      count('itineraryItem').as('items'),
      count('trip').as('trips'),
      count('trip', sql`and sign_text <> ''`).as('signs'),
      count('meal').as('meals'),
      count('task', sql`and state = 'live'`).as('tasks'),
      count('allocation').as('allocations'),
      count('briefing').as('briefings'),
      sql<number>`(select count(*) from assignment where visit_id = ${visitId}) + (select count(*) from itinerary_item where visit_id = ${visitId} and person_in_charge <> '')`.as(
        'duties',
      ),
      count('seating').as('seatings'),
    ])
    .where('id', '=', visitId)
    .executeTakeFirstOrThrow()
  const { briefings, coordinator, ...numbers } = row
  return { ...numbers, briefing: briefings > 0, coordinator: coordinator !== '' }
}

/** The last time each kind of a visit's papers was printed. */
export async function lastPrinted(db: Db, visitId: string) {
  return db
    .selectFrom('printLog')
    .selectAll()
    .where('number', 'in', query =>
      query
        .selectFrom('printLog')
        .select(({ fn }) => fn.max('number').as('number'))
        .where('visitId', '=', visitId)
        .groupBy('kind'),
    )
    .execute()
}

const LOG_PAGE = 200

/** What was printed, newest first: of one visit, or of all. */
export async function printedBefore(
  db: Db,
  input: { visitId: string | null; before: number | null },
  timeZone: string,
): Promise<Printed[]> {
  let query = db
    .selectFrom('printLog as p')
    .leftJoin('visit as v', 'v.id', 'p.visitId')
    .selectAll('p')
    .select('v.title as visitTitle')
  if (input.visitId !== null) query = query.where('p.visitId', '=', input.visitId)
  if (input.before !== null) query = query.where('p.number', '<', input.before)
  const rows = await query.orderBy('p.number', 'desc').limit(LOG_PAGE).execute()
  const ids = [...new Set(rows.flatMap(row => row.guestIds))]
  const guests =
    ids.length === 0 ? [] : await db.selectFrom('guest').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map(guests.map(guest => [guest.id, guest.name]))
  return rows.map(({ printedAt, guestIds, ...row }) => ({
    ...row,
    at: wallClock(new Date(printedAt), timeZone),
    visitTitle: row.visitTitle ?? '',
    guests: guestIds.flatMap(id => names.get(id) ?? []),
  }))
}

export const labelSheetRows = (db: Db): Promise<LabelSheetRow[]> =>
  db.selectFrom('labelSheet').selectAll().where('removed', '=', false).orderBy('name').execute()

export const printerRows = (db: Db): Promise<PrinterRow[]> =>
  db.selectFrom('printer').selectAll().where('removed', '=', false).orderBy('name').execute()

export const presentSheet = ({ leftMargin, topMargin, ...row }: LabelSheetRow): LabelSheetFields => ({
  ...row,
  labelWidth: row.labelWidth / 100,
  labelHeight: row.labelHeight / 100,
  left: leftMargin / 100,
  top: topMargin / 100,
  pitchX: row.pitchX / 100,
  pitchY: row.pitchY / 100,
  radius: row.radius / 100,
})

export const presentPrinter = (row: PrinterRow): PrinterFields => ({
  ...row,
  cornerX: row.cornerX / 10,
  cornerY: row.cornerY / 10,
  across: row.across / 10,
  down: row.down / 10,
})

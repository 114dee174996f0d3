import { sql } from 'kysely'
import { type DocumentKind, VISIT_PAPER } from '../../../shared/contract/documents.ts'
import type {
  LabelSheetRow as LabelSheetFields,
  Printed,
  PrinterRow as PrinterFields,
} from '../../../shared/contract/print.ts'
import type { PaperFacts } from '../../../shared/domain/papers/kinds.ts'
import type { LabelSheetRow, PrinterRow } from '../../db/tables.ts'
import { wallClock } from '../acts/clock.ts'
import type { Db } from '../acts/context.ts'

/** A change that no paper tells of: that a badge was printed, or a masked field was looked at. */
const SILENT = sql<boolean>`(json_type(after, '$.badge_printed_at') is not null or json_type(after, '$.sensitive') is not null)`

/**
 * The version that a visit's papers carry in their foot, `2.117`: the plan's number and that of the last change that a paper tells of.
 * @param kind only what this kind of paper tells of.
 */
export async function paperVersion(db: Db, visitId: string, kind?: DocumentKind): Promise<string> {
  const plan = await db
    .selectFrom('plan_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('visit_id', '=', visitId)
    .executeTakeFirst()
  let changes = db
    .selectFrom('change_log')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('visit_id', '=', visitId)
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
      count('itinerary_item').as('items'),
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
    .selectFrom('print_log')
    .selectAll()
    .where('number', 'in', query =>
      query
        .selectFrom('print_log')
        .select(({ fn }) => fn.max('number').as('number'))
        .where('visit_id', '=', visitId)
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
    .selectFrom('print_log as p')
    .leftJoin('visit as v', 'v.id', 'p.visit_id')
    .selectAll('p')
    .select('v.title as visitTitle')
  if (input.visitId !== null) query = query.where('p.visit_id', '=', input.visitId)
  if (input.before !== null) query = query.where('p.number', '<', input.before)
  const rows = await query.orderBy('p.number', 'desc').limit(LOG_PAGE).execute()
  const ids = [...new Set(rows.flatMap(row => JSON.parse(row.guest_ids) as string[]))]
  const guests =
    ids.length === 0 ? [] : await db.selectFrom('guest').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map(guests.map(guest => [guest.id, guest.name]))
  return rows.map(row => ({
    number: row.number,
    at: wallClock(new Date(row.printed_at), timeZone),
    actor: row.actor,
    visitId: row.visit_id,
    visitTitle: row.visitTitle ?? '',
    kind: row.kind,
    language: row.language,
    version: row.version,
    design: row.design,
    guests: (JSON.parse(row.guest_ids) as string[]).flatMap(id => names.get(id) ?? []),
    means: row.means,
    printer: row.printer,
  }))
}

export const labelSheetRows = (db: Db): Promise<LabelSheetRow[]> =>
  db.selectFrom('label_sheet').selectAll().where('removed', '=', 0).orderBy('name').execute()

export const printerRows = (db: Db): Promise<PrinterRow[]> =>
  db.selectFrom('printer').selectAll().where('removed', '=', 0).orderBy('name').execute()

export const presentSheet = (row: LabelSheetRow): LabelSheetFields => ({
  id: row.id,
  name: row.name,
  paper: row.paper,
  labelWidth: row.label_width / 100,
  labelHeight: row.label_height / 100,
  columns: row.columns,
  rows: row.rows,
  left: row.left_margin / 100,
  top: row.top_margin / 100,
  pitchX: row.pitch_x / 100,
  pitchY: row.pitch_y / 100,
  radius: row.radius / 100,
  source: row.source,
  used: row.used,
  revision: row.revision,
})

export const presentPrinter = (row: PrinterRow): PrinterFields => ({
  id: row.id,
  name: row.name,
  cornerX: row.corner_x / 10,
  cornerY: row.corner_y / 10,
  across: row.across / 10,
  down: row.down / 10,
  revision: row.revision,
})

import { ORPCError } from '@orpc/server'
import { sql } from 'kysely'
import { history as historyContract } from '../../../shared/contract/history.ts'
import { may, type Permission } from '../../../shared/domain/roles.ts'
import { type RecordedTable, type RecordedTables, VISIT_TABLES } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import { wallClock } from '../acts/clock.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { forbidden, notAllowed, notFound, stale } from '../acts/errors.ts'
import { deleteRow, insertRow, perform, tellable, toField, updateRow } from '../acts/recorded.ts'
import { isOverlap, moveBookings } from '../bookings/placing.ts'
import { officeSettingsOf } from '../office/office.queries.ts'
import { isOverStock } from '../supplies/supplies.queries.ts'

const PAGE = 100

/** What was done to a visit, newest first, a page at a time; sensitive fields are named but not told. */
export async function list(context: HostContext, input: InputOf<typeof historyContract.list>) {
  const { timeZone } = await officeSettingsOf(context.db)
  let query = context.db.selectFrom('change_log').selectAll().where('visit_id', '=', input.visitId)
  if (input.before !== null) query = query.where('number', '<', input.before)
  const found = await query
    .orderBy('number', 'desc')
    .limit(PAGE + 1)
    .execute()
  const rows = found.slice(0, PAGE)
  const labels = await labelsOf(context.db, rows)
  const acts = Map.groupBy(rows as (Logged & { act_id: string })[], row => row.act_id)
  const standing = new Set([...acts].flatMap(([actId, logged]) => (stands(logged) ? [actId] : [])))
  const entries = rows.map(row => {
    const before = columnsOf(row.before)
    const after = columnsOf(row.after)
    return {
      number: row.number,
      actId: row.act_id,
      at: wallClock(new Date(row.at), timeZone),
      actor: row.actor,
      entity: row.entity,
      entityId: row.entity_id,
      action: row.action,
      label: labels.get(row.entity_id) ?? (labelIn(after) || labelIn(before)),
      changes: row.action === 'update' ? changesOf(before, after) : [],
      undoable: !standing.has(row.act_id),
    }
  })
  return { entries, next: found.length > PAGE ? (rows.at(-1)?.number ?? null) : null }
}

const HIDDEN = new Set(['health', 'religion', 'ethnicity', 'sensitive'])
const SILENT = new Set([
  'revision',
  'position',
  'blocked_from',
  'blocked_until',
  'covered_facts',
  'due_by_hand',
  'diets_seen',
  'visit_id',
  'item_id',
  'person_id',
  'driver_id',
  'vehicle_id',
  'guest_id',
  'supply_id',
  'booking_id',
  'expires_at',
  'released_at',
  'series_id',
  'uid',
])

function changesOf(before: Record<string, unknown>, after: Record<string, unknown>) {
  return Object.keys(after)
    .filter(column => !SILENT.has(column))
    .map(column => ({
      field: toField(column),
      before: HIDDEN.has(column) ? '' : String(before[column] ?? ''),
      after: HIDDEN.has(column) ? '' : String(after[column] ?? ''),
    }))
}

/** What a row is known by, the first that it has. */
const LABELS = [
  'name',
  'title',
  'content',
  'vehicle_name',
  'hotel',
  'label',
  'number',
  'person',
  'venue',
  'file',
] as const

function labelIn(columns: Record<string, unknown>): string {
  const label = LABELS.map(column => columns[column]).find(value => value !== undefined && value !== '')
  return typeof label === 'string' ? label : ''
}

/** The column that names a row, by table. */
const LABEL_COLUMNS = {
  visit: 'title',
  guest: 'name',
  itinerary_item: 'content',
  assignment: 'name',
  trip: 'vehicle_name',
  ticket: 'number',
  stay: 'hotel',
  meal: 'venue',
  cost: 'label',
  task: 'title',
  attendee: 'name',
  decision: 'person',
  plan_version: 'number',
  attachment: 'name',
} as const satisfies Partial<Record<RecordedTable, string>>

/** Names of the rows as they are now, for changes that do not name them. */
async function labelsOf(db: Db, rows: readonly { entity: string; entity_id: string }[]): Promise<Map<string, string>> {
  const ids = (entity: string) => rows.filter(row => row.entity === entity).map(row => row.entity_id)
  const found: { id: string; label: string }[] = await db
    .selectFrom('booking')
    .innerJoin('resource', 'resource.id', 'booking.resource_id')
    .select(['booking.id', 'resource.name as label'])
    .where('booking.id', 'in', ids('booking'))
    .execute()
  for (const [entity, column] of Object.entries(LABEL_COLUMNS)) {
    if (ids(entity).length === 0) continue
    const labelled = await sql<{ id: string; label: string }>`select id, ${sql.ref(column)} as label
      from ${sql.table(entity)} where id in (${sql.join(ids(entity))})`.execute(db)
    found.push(...labelled.rows.map(row => ({ id: row.id, label: String(row.label) })))
  }
  return new Map(found.map(row => [row.id, row.label]))
}

const columnsOf = (text: string | null): Record<string, unknown> =>
  text === null ? {} : (JSON.parse(text) as Record<string, unknown>)

interface Logged {
  entity: RecordedTable
  entity_id: string
  action: 'create' | 'update' | 'delete'
  before: string | null
  after: string | null
}

/**
 * Takes back everything of one act in one transaction, newest change first. What somebody changed since is not overwritten: STALE.
 * A booking whose time was given away meanwhile cannot come back: NOT_ALLOWED. An undo is an act itself, and can be undone.
 */
export function undo(context: HostContext, input: InputOf<typeof historyContract.undo>) {
  return perform(context, async (tx, act) => {
    const rows = (await tx
      .selectFrom('change_log')
      .select(['entity', 'entity_id', 'action', 'before', 'after'])
      .where('act_id', '=', input.actId)
      .orderBy('number', 'desc')
      .execute()) as Logged[]
    if (rows.length === 0) throw notFound('act', input.actId)
    if (rows.some(row => row.entity === 'account')) throw notAllowed('accountsStand')
    if (isApprovalStep(rows)) throw notAllowed('decisionStands')
    for (const row of rows) {
      const permission = neededFor(row)
      if (!may(context.account?.role ?? null, permission)) throw forbidden(permission)
    }
    const undone = await firstOf(tx, rows)
    const parked = await park(tx, rows)
    try {
      for (const row of rows) await takeBack(tx, act, row, parked)
      await unpark(tx, parked)
      await coverStops(context, tx, act)
    } catch (error) {
      if (isOverlap(error) || (error instanceof ORPCError && error.code === 'CONFLICT'))
        throw notAllowed('timeGivenAway')
      if (isOverStock(error)) throw notAllowed('stock')
      throw error
    }
    return { undone }
  })
}

/** What an act was, in short: the first row that it wrote. `rows` are newest first. */
async function firstOf(db: Db, rows: readonly Logged[]) {
  const first = rows.at(-1)
  if (!first) throw new Error('An act without a row.')
  const label =
    (await labelsOf(db, [first])).get(first.entity_id) ??
    (labelIn(columnsOf(first.after)) || labelIn(columnsOf(first.before)))
  return { entity: first.entity, action: first.action, label, more: rows.length - 1 }
}

/** Bookings that the act moved give way to each other while they go back. Their statuses as they were, by id. */
async function park(tx: Tx, rows: readonly Logged[]): Promise<Map<string, RecordedTables['booking']['status']>> {
  const ids = rows.filter(row => row.entity === 'booking').map(row => row.entity_id)
  if (ids.length === 0) return new Map()
  const bookings = await tx.selectFrom('booking').select(['id', 'status']).where('id', 'in', ids).execute()
  await tx.updateTable('booking').set({ status: 'cancelled' }).where('id', 'in', ids).execute()
  return new Map(bookings.map(booking => [booking.id, booking.status]))
}

async function unpark(tx: Tx, parked: Map<string, RecordedTables['booking']['status']>): Promise<void> {
  for (const [id, status] of parked) await tx.updateTable('booking').set({ status }).where('id', '=', id).execute()
}

/** A booking that came back for a stop that was moved meanwhile goes where its stop is now. */
async function coverStops(context: HostContext, tx: Tx, act: Act): Promise<void> {
  const touched = act.touched.filter(each => each.row !== null)
  const ids = touched.flatMap(each => (each.entity === 'booking' ? [each.row?.id ?? ''] : []))
  const items = touched.flatMap(each => (each.entity === 'itinerary_item' ? [each.row?.id ?? ''] : []))
  if (ids.length + items.length === 0) return
  const astray = await tx
    .selectFrom('booking as b')
    .innerJoin('itinerary_item as i', 'i.id', 'b.item_id')
    .selectAll('b')
    .select(['i.starts_at as itemStart', 'i.ends_at as itemEnd'])
    .where('b.status', '<>', 'cancelled')
    .where(eb => eb.or([eb('b.id', 'in', ids), eb('b.item_id', 'in', items)]))
    .where(eb => eb.or([eb('b.starts_at', '<>', eb.ref('i.starts_at')), eb('b.ends_at', '<>', eb.ref('i.ends_at'))]))
    .execute()
  const moves = astray.map(({ itemStart, itemEnd, ...before }) => ({
    before,
    patch: { starts_at: itemStart, ends_at: itemEnd },
  }))
  await moveBookings(context, tx, act, moves)
}

async function takeBack(
  tx: Tx,
  act: Act,
  logged: Logged,
  parked: Map<string, RecordedTables['booking']['status']>,
): Promise<void> {
  const { entity, entity_id: id } = logged
  const found = await sql<RecordedTables[RecordedTable]>`select * from ${sql.table(entity)} where id = ${id}`.execute(
    tx,
  )
  const row = found.rows[0]
  const before = columnsOf(logged.before)
  const after = columnsOf(logged.after)
  const status = parked.get(id)
  const asItWas = { ...row, ...(status ? { status } : {}) } as RecordedTables[RecordedTable]
  const current: Record<string, unknown> = { ...asItWas }
  // A row that was edited and put back is as it was, whatever its revision.
  const unchanged =
    row !== undefined && Object.keys(after).every(column => column === 'revision' || current[column] === after[column])
  if (logged.action === 'delete') {
    if (row) throw stale(entity, id, tellable(current))
    await insertRow(tx, act, entity, before as unknown as RecordedTables[RecordedTable])
    return
  }
  if (!row || !unchanged) throw stale(entity, id, tellable(current))
  if (logged.action === 'create') {
    if (await hasContents(tx, entity, id)) throw notAllowed(entity === 'visit' ? 'visitHasContents' : 'hasContents')
    await deleteRow(tx, act, entity, asItWas)
    parked.delete(id)
    return
  }
  await updateRow(tx, act, entity, asItWas, before)
  if (status) parked.set(id, (before.status as RecordedTables['booking']['status'] | undefined) ?? status)
}

/** What belongs to a row and would be deleted with it, or hold it back: by table and the column that names the row. */
const OWNED: Partial<Record<RecordedTable, readonly (readonly [table: string, column: string])[]>> = {
  visit: VISIT_TABLES.map(table => [table, 'visit_id'] as const),
  itinerary_item: [
    ['seating', 'item_id'],
    ['task', 'item_id'],
    ['meal', 'item_id'],
    ['trip', 'item_id'],
    ['assignment', 'item_id'],
    ['booking', 'item_id'],
  ],
  resource: [
    ['closure', 'resource_id'],
    ['booking', 'resource_id'],
    ['assignment', 'person_id'],
    ['trip', 'vehicle_id'],
    ['trip', 'driver_id'],
  ],
  supply: [['allocation', 'supply_id']],
  movable: [['loan', 'movable_id']],
  booking_series: [['booking', 'series_id']],
  task: [['attachment', 'task_id']],
}

/** Was anything added below a row since it was made? What its own act added has gone before it. */
async function hasContents(tx: Tx, entity: RecordedTable, id: string): Promise<boolean> {
  for (const [table, column] of OWNED[entity] ?? []) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id} limit 1`.execute(tx)
    if (rows.length > 0) return true
  }
  return false
}

/** Submitting, deciding and withdrawing stand: a plan is handed in or decided anew, not undone. */
function isApprovalStep(rows: readonly Logged[]): boolean {
  const steps = rows.filter(row => row.entity === 'plan_version' || row.entity === 'decision')
  if (steps.some(row => row.action === 'create')) return true
  const withdrawn = (row: Logged) => row.entity === 'visit' && columnsOf(row.after).status === 'planning'
  return steps.length > 0 && rows.every(row => steps.includes(row) || withdrawn(row))
}

/** What cannot be taken back: a decision, and that somebody looked at what is sensitive. */
const stands = (rows: readonly Logged[]): boolean =>
  isApprovalStep(rows) || rows.every(row => 'sensitive' in columnsOf(row.after))

/** Tables that only whoever manages the office writes to. */
const MANAGED = new Set<RecordedTable>(['resource', 'supply', 'movable', 'badge_design'])

/** To take something back one must be allowed to do it. */
function neededFor(row: Logged): Permission {
  const columns = Object.keys({ ...columnsOf(row.before), ...columnsOf(row.after) })
  if (MANAGED.has(row.entity)) return 'manage'
  if (row.entity === 'visit_template') return 'submit'
  if (row.entity === 'visit' && (columnsOf(row.before).status ?? columnsOf(row.after).status) !== undefined)
    return row.action === 'create' ? 'edit' : 'submit'
  if (row.entity === 'guest' && row.action === 'update' && columns.some(column => HIDDEN.has(column)))
    return 'sensitive'
  return 'edit'
}

/** What this file answers of the contract's `history`. */
export const historyAnswers = answers(historyContract, { list, undo })

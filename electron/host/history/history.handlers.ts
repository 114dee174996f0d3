import { ORPCError } from '@orpc/server'
import { sql } from 'kysely'
import { history as historyContract } from '../../../shared/contract/history.ts'
import { may, type Permission } from '../../../shared/domain/roles.ts'
import { SENSITIVE_FIELDS } from '../../../shared/domain/visit.ts'
import { isOverlap, isOverStock } from '../../db/refusals.ts'
import {
  type BookingRow,
  descriptionOf,
  type NewRow,
  type RecordedTable,
  type Row,
  TABLES,
  type TableName,
  VISIT_TABLES,
} from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import { wallClock } from '../acts/clock.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { forbidden, notAllowed, notFound, stale } from '../acts/errors.ts'
import { deleteRow, insertRow, isSame, perform, tellable, updateRow } from '../acts/recorded.ts'
import { findRow, isNeeded } from '../acts/rows.ts'
import { moveBookings } from '../bookings/placing.ts'
import { officeSettingsOf } from '../office/office.queries.ts'

const PAGE = 100

/** What was done to a visit, newest first, a page at a time; sensitive fields are named but not told. */
export async function list(context: HostContext, input: InputOf<typeof historyContract.list>) {
  const { timeZone } = await officeSettingsOf(context.db)
  let query = context.db.selectFrom('changeLog').selectAll().where('visitId', '=', input.visitId)
  if (input.before !== null) query = query.where('number', '<', input.before)
  const found = await query
    .orderBy('number', 'desc')
    .limit(PAGE + 1)
    .execute()
  const rows = found.slice(0, PAGE)
  const labels = await labelsOf(context.db, rows)
  const acts = Map.groupBy(rows as (Logged & { actId: string })[], row => row.actId)
  const standing = new Set([...acts].flatMap(([actId, logged]) => (stands(logged) ? [actId] : [])))
  const entries = rows.map(row => {
    const before = row.before ?? {}
    const after = row.after ?? {}
    return {
      number: row.number,
      actId: row.actId,
      at: wallClock(new Date(row.at), timeZone),
      actor: row.actor,
      entity: row.entity,
      entityId: row.entityId,
      action: row.action,
      label: labels.get(row.entityId) ?? (labelIn(row.entity, after) || labelIn(row.entity, before)),
      changes: row.action === 'update' ? changesOf(row.entity, before, after) : [],
      undoable: !standing.has(row.actId),
    }
  })
  return { entries, next: found.length > PAGE ? (rows.at(-1)?.number ?? null) : null }
}

/** Columns that want a consent, and the mark that somebody looked at them. */
const HIDDEN = new Set<string>([...SENSITIVE_FIELDS, 'sensitive'])

/** Is a change to a column worth a line? What is an id, or follows from others, is not. */
const isTold = (entity: string, column: string): boolean =>
  column !== 'revision' && column !== 'visitId' && !tableOf(entity)?.silent?.includes(column)

const tableOf = (entity: string) => (entity in TABLES ? descriptionOf(entity as TableName) : undefined)

function changesOf(entity: string, before: Record<string, unknown>, after: Record<string, unknown>) {
  return Object.keys(after)
    .filter(column => isTold(entity, column))
    .map(field => ({
      field,
      before: HIDDEN.has(field) ? '' : told(before[field]),
      after: HIDDEN.has(field) ? '' : told(after[field]),
    }))
}

/** A value as the history shows it: flags as 0 and 1, lists as JSON. */
function told(value: unknown): string {
  if (typeof value === 'boolean') return String(Number(value))
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')
}

/** What a row was called, as far as a change tells. */
function labelIn(entity: string, columns: Record<string, unknown>): string {
  const column = tableOf(entity)?.label
  return String((column && columns[column]) ?? '')
}

/** Names of the rows as they are now, for changes that do not name them. */
async function labelsOf(db: Db, rows: readonly { entity: string; entityId: string }[]): Promise<Map<string, string>> {
  const ids = (entity: string) => rows.filter(row => row.entity === entity).map(row => row.entityId)
  const found: { id: string; label: string }[] = await db
    .selectFrom('booking')
    .innerJoin('resource', 'resource.id', 'booking.resourceId')
    .select(['booking.id', 'resource.name as label'])
    .where('booking.id', 'in', ids('booking'))
    .execute()
  for (const entity of ['visit', ...VISIT_TABLES] as const) {
    const column = descriptionOf(entity).label
    if (!column || entity === 'booking' || ids(entity).length === 0) continue
    const labelled = await sql<{ id: string; label: string }>`select id, ${sql.ref(column)} as label
      from ${sql.table(entity)} where id in (${sql.join(ids(entity))})`.execute(db)
    found.push(...labelled.rows.map(row => ({ id: row.id, label: String(row.label) })))
  }
  return new Map(found.map(row => [row.id, row.label]))
}

interface Logged {
  entity: RecordedTable
  entityId: string
  action: 'create' | 'update' | 'delete'
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/**
 * Takes back everything of one act in one transaction, newest change first. What somebody changed since is not overwritten: STALE.
 * A booking whose time was given away meanwhile cannot come back: NOT_ALLOWED. An undo is an act itself, and can be undone.
 */
export function undo(context: HostContext, input: InputOf<typeof historyContract.undo>) {
  return perform(context, async (tx, act) => {
    const rows = (await tx
      .selectFrom('changeLog')
      .select(['entity', 'entityId', 'action', 'before', 'after'])
      .where('actId', '=', input.actId)
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
    (await labelsOf(db, [first])).get(first.entityId) ??
    (labelIn(first.entity, first.after ?? {}) || labelIn(first.entity, first.before ?? {}))
  return { entity: first.entity, action: first.action, label, more: rows.length - 1 }
}

/** Bookings that the act moved give way to each other while they go back. Their statuses as they were, by id. */
async function park(tx: Tx, rows: readonly Logged[]): Promise<Map<string, BookingRow['status']>> {
  const ids = rows.filter(row => row.entity === 'booking').map(row => row.entityId)
  if (ids.length === 0) return new Map()
  const bookings = await tx.selectFrom('booking').select(['id', 'status']).where('id', 'in', ids).execute()
  await tx.updateTable('booking').set({ status: 'cancelled' }).where('id', 'in', ids).execute()
  return new Map(bookings.map(booking => [booking.id, booking.status]))
}

async function unpark(tx: Tx, parked: Map<string, BookingRow['status']>): Promise<void> {
  for (const [id, status] of parked) await tx.updateTable('booking').set({ status }).where('id', '=', id).execute()
}

/** A booking that came back for a stop that was moved meanwhile goes where its stop is now. */
async function coverStops(context: HostContext, tx: Tx, act: Act): Promise<void> {
  const touched = act.touched.filter(each => each.row !== null)
  const ids = touched.flatMap(each => (each.entity === 'booking' ? [each.row?.id ?? ''] : []))
  const items = touched.flatMap(each => (each.entity === 'itineraryItem' ? [each.row?.id ?? ''] : []))
  if (ids.length + items.length === 0) return
  const astray = await tx
    .selectFrom('booking as b')
    .innerJoin('itineraryItem as i', 'i.id', 'b.itemId')
    .selectAll('b')
    .select(['i.startsAt as itemStart', 'i.endsAt as itemEnd'])
    .where('b.status', '<>', 'cancelled')
    .where(eb => eb.or([eb('b.id', 'in', ids), eb('b.itemId', 'in', items)]))
    .where(eb => eb.or([eb('b.startsAt', '<>', eb.ref('i.startsAt')), eb('b.endsAt', '<>', eb.ref('i.endsAt'))]))
    .execute()
  const moves = astray.map(({ itemStart, itemEnd, ...before }) => ({
    before,
    patch: { startsAt: itemStart, endsAt: itemEnd },
  }))
  await moveBookings(context, tx, act, moves)
}

async function takeBack(tx: Tx, act: Act, logged: Logged, parked: Map<string, BookingRow['status']>): Promise<void> {
  const { entity, entityId: id } = logged
  const row = await findRow(tx, entity, id)
  const before = logged.before ?? {}
  const after = logged.after ?? {}
  const status = parked.get(id)
  const asItWas = { ...row, ...(status ? { status } : {}) } as Row<RecordedTable>
  const current: Record<string, unknown> = { ...asItWas }
  // A row that was edited and put back is as it was, whatever its revision.
  const unchanged =
    row !== undefined &&
    Object.keys(after).every(column => column === 'revision' || isSame(current[column], after[column]))
  if (logged.action === 'delete') {
    if (row) throw stale(entity, id, tellable(current))
    await insertRow(tx, act, entity, before as NewRow<RecordedTable>)
    return
  }
  if (!row || !unchanged) throw stale(entity, id, tellable(current))
  if (logged.action === 'create') {
    // What its own act added has gone before it.
    if (await isNeeded(tx, entity, id)) throw notAllowed(entity === 'visit' ? 'visitHasContents' : 'hasContents')
    await deleteRow(tx, act, entity, asItWas)
    parked.delete(id)
    return
  }
  await updateRow(tx, act, entity, asItWas, before)
  if (status) parked.set(id, (before.status as BookingRow['status'] | undefined) ?? status)
}

/** Submitting, deciding and withdrawing stand: a plan is handed in or decided anew, not undone. */
function isApprovalStep(rows: readonly Logged[]): boolean {
  const steps = rows.filter(row => row.entity === 'planVersion' || row.entity === 'decision')
  if (steps.some(row => row.action === 'create')) return true
  const withdrawn = (row: Logged) => row.entity === 'visit' && row.after?.status === 'planning'
  return steps.length > 0 && rows.every(row => steps.includes(row) || withdrawn(row))
}

/** What cannot be taken back: a decision, and that somebody looked at what is sensitive. */
const stands = (rows: readonly Logged[]): boolean =>
  isApprovalStep(rows) || rows.every(row => row.after !== null && 'sensitive' in row.after)

/** To take something back one must be allowed to do it. */
function neededFor(row: Logged): Permission {
  const columns = Object.keys({ ...row.before, ...row.after })
  const { undoneWith } = descriptionOf(row.entity)
  if (undoneWith) return undoneWith
  // What was removed from the office's own lists comes back by whoever may remove it.
  if (row.action === 'update' && columns.includes('removed')) return 'manage'
  if (row.entity === 'visit' && (row.before?.status ?? row.after?.status) !== undefined)
    return row.action === 'create' ? 'edit' : 'submit'
  if (row.entity === 'guest' && row.action === 'update' && columns.some(column => HIDDEN.has(column)))
    return 'sensitive'
  return 'edit'
}

/** What this file answers of the contract's `history`. */
export const historyAnswers = answers(historyContract, { list, undo })

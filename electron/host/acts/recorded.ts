import { sql } from 'kysely'
import type { RecordedTable, RecordedTables } from '../../db/tables.ts'
import type { Act, HostContext, Tx } from './context.ts'
import { stale } from './errors.ts'
import { forgetRow, indexRow, isIndexed } from './search.index.ts'

export const newAct = (context: HostContext): Act => ({
  id: context.newId(),
  at: context.clock().toISOString(),
  actor: context.actor,
  touched: [],
})

/**
 * Runs one use case in one transaction under one act.
 * @returns what `work` returns, with the act's id for Undo.
 */
export async function perform<R extends object>(
  context: HostContext,
  work: (tx: Tx, act: Act) => Promise<R>,
): Promise<R & { actId: string }> {
  const act = newAct(context)
  const result = await context.db.transaction().execute(async tx => {
    const done = await work(tx, act)
    await followUp(context, tx, act)
    return done
  })
  const entities = [...new Set(act.touched.map(each => each.entity))]
  context.changes.publish('act', { entities })
  return { ...result, actId: act.id }
}

/** Does what follows from an act; `perform` does it by itself. */
export async function followUp(context: HostContext, tx: Tx, act: Act): Promise<void> {
  for (const consequence of context.consequences) await consequence(context, tx, act)
}

/** What only somebody who may read it is told, and never in a refusal. */
const SENSITIVE = new Set(['health', 'religion', 'ethnicity'])

/** A row as a refusal may show it: without what is sensitive. */
export const tellable = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !SENSITIVE.has(column)))

/** Inserts a row, writes it to the change log and makes it findable. */
export async function insertRow<T extends RecordedTable>(
  tx: Tx,
  act: Act,
  table: T,
  row: RecordedTables[T],
): Promise<void> {
  const entries = Object.entries(row)
  await sql`insert into ${sql.table(table)} (${sql.join(entries.map(([column]) => sql.ref(column)))})
    values (${sql.join(entries.map(([, value]) => value))})`.execute(tx)
  await record(tx, act, table, row, 'create', null, row)
  await indexRow(tx, table, row)
}

/**
 * Updates the columns of `patch` that differ from `before`, adding one to the revision, and records just those.
 * `rewrite` names columns that are written whatever `before` says, unrecorded: they were parked by the caller.
 * @throws STALE where the row is no longer at the revision of `before`.
 */
export async function updateRow<T extends RecordedTable>(
  tx: Tx,
  act: Act,
  table: T,
  before: RecordedTables[T],
  patch: Partial<RecordedTables[T]>,
  rewrite: Partial<RecordedTables[T]> = {},
): Promise<RecordedTables[T]> {
  const old: Record<string, unknown> = { ...before }
  const changed = Object.entries(patch).filter(([column, value]) => value !== undefined && old[column] !== value)
  const rewritten = Object.entries(rewrite).filter(([column]) => !changed.some(([other]) => other === column))
  if (changed.length === 0 && rewritten.length === 0) return before
  const columns = [...changed, ...rewritten, ['revision', before.revision + Number(changed.length > 0)] as const]
  const result = await sql`update ${sql.table(table)}
    set ${sql.join(columns.map(([column, value]) => sql`${sql.ref(column)} = ${value}`))}
    where id = ${before.id} and revision = ${before.revision}`.execute(tx)
  if (result.numAffectedRows !== 1n) {
    const current = await tx
      .selectFrom(table as 'visit')
      .selectAll()
      .where('id', '=', before.id)
      .executeTakeFirst()
    throw stale(table, before.id, tellable({ ...current }))
  }
  const after = { ...before, ...Object.fromEntries(columns) }
  if (changed.length === 0) return after
  await record(
    tx,
    act,
    table,
    after,
    'update',
    Object.fromEntries(changed.map(([column]) => [column, old[column]])),
    Object.fromEntries(changed),
  )
  if (changed.some(([column]) => isIndexed(column))) await indexRow(tx, table, after)
  return after
}

/** Deletes a row and records it whole, so that undo can bring it back. */
export async function deleteRow<T extends RecordedTable>(
  tx: Tx,
  act: Act,
  table: T,
  before: RecordedTables[T],
): Promise<void> {
  await sql`delete from ${sql.table(table)} where id = ${before.id}`.execute(tx)
  await record(tx, act, table, before, 'delete', before, null)
  await forgetRow(tx, table, before)
}

/** Writes down that somebody asked to see what is masked: nothing is changed, and there is nothing to undo. */
export async function recordLook(
  tx: Tx,
  act: Act,
  table: RecordedTable,
  row: RecordedTables[RecordedTable],
): Promise<void> {
  await record(tx, act, table, row, 'update', { sensitive: '' }, { sensitive: 'seen' })
}

async function record(
  tx: Tx,
  act: Act,
  table: RecordedTable,
  row: RecordedTables[RecordedTable],
  action: 'create' | 'update' | 'delete',
  before: object | null,
  after: object | null,
): Promise<void> {
  const visitId = table === 'visit' ? row.id : 'visit_id' in row ? row.visit_id : null
  act.touched.push({ entity: table, visitId, columns: Object.keys(after ?? before ?? {}), row: after && row })
  await tx
    .insertInto('change_log')
    .values({
      act_id: act.id,
      at: act.at,
      actor: act.actor,
      visit_id: visitId,
      entity: table,
      entity_id: row.id,
      action,
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
    })
    .execute()
}

/** A column's name as the contract's field: `starts_on` is `startsOn`. */
export const toField = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** camelCase fields of the contract as snake_case columns: booleans to 0 and 1, lists to JSON; undefined ones left out. */
export function toColumns(fields: Record<string, unknown>): Record<string, string | number | null> {
  const columns: Record<string, string | number | null> = {}
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue
    const column = field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
    columns[column] =
      typeof value === 'boolean'
        ? Number(value)
        : value === null || typeof value === 'string' || typeof value === 'number'
          ? value
          : JSON.stringify(value)
  }
  return columns
}

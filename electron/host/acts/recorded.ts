import { sql } from 'kysely'
import { SENSITIVE_FIELDS } from '../../../shared/domain/visit.ts'
import type { NewRow, Patch, RecordedTable, Row } from '../../db/tables.ts'
import type { Act, HostContext, Tx } from './context.ts'
import { stale } from './errors.ts'
import { findRow } from './rows.ts'
import { forgetRow, indexRow, isSearched } from './search.index.ts'

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
  const result = await context.writer.transaction().execute(async tx => {
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

/** A row as a refusal may show it: without what is sensitive. */
export const tellable = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !SENSITIVE.has(column)))

/** What only somebody who may read it is told, and never in a refusal. */
const SENSITIVE = new Set<string>(SENSITIVE_FIELDS)

/**
 * Inserts a row, writes it to the change log and makes it findable.
 * @returns the row whole, with what SQL filled in.
 */
export async function insertRow<T extends RecordedTable>(
  tx: Tx,
  act: Act,
  table: T,
  values: NewRow<T>,
): Promise<Row<T>> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  const { rows } = await sql<
    Row<T>
  >`insert into ${sql.table(table)} (${sql.join(entries.map(([column]) => sql.ref(column)))})
    values (${sql.join(entries.map(([, value]) => sql.val(value)))}) returning *`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`Nothing was inserted into ${table}`)
  await record(tx, act, table, row, 'create', null, row)
  await indexRow(tx, table, row)
  return row
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
  before: Row<T>,
  patch: Patch<T>,
  rewrite: Patch<T> = {},
): Promise<Row<T>> {
  const old: Record<string, unknown> = { ...before }
  const changed = Object.entries(patch).filter(([column, value]) => value !== undefined && !isSame(old[column], value))
  const rewritten = Object.entries(rewrite).filter(([column]) => !changed.some(([other]) => other === column))
  if (changed.length === 0 && rewritten.length === 0) return before
  const columns = [...changed, ...rewritten, ['revision', before.revision + Number(changed.length > 0)] as const]
  const result = await sql`update ${sql.table(table)}
    set ${sql.join(columns.map(([column, value]) => sql`${sql.ref(column)} = ${sql.val(value)}`))}
    where id = ${before.id} and revision = ${before.revision}`.execute(tx)
  if (result.numAffectedRows !== 1n)
    throw stale(table, before.id, tellable({ ...(await findRow(tx, table, before.id)) }))
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
  if (
    isSearched(
      table,
      changed.map(([column]) => column),
    )
  )
    await indexRow(tx, table, after)
  return after
}

/** What of a patch was said. */
export const said = <Fields extends object>(
  patch: Fields,
): { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> } =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof said<Fields>
  >

/** Do two values of a column say the same? Lists and objects do when all that is in them does. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))

/**
 * A row is written over only by who has seen what stands there.
 * @param now what stands there, as it is shown; asked for where somebody has not seen it.
 * @throws STALE
 */
export async function seen(
  entity: RecordedTable,
  row: { id: string; revision: number },
  revision: number,
  now: () => object | Promise<object> = () => row,
): Promise<void> {
  if (row.revision !== revision) throw stale(entity, row.id, tellable({ ...(await now()) }))
}

/** Deletes a row and records it whole, so that undo can bring it back. */
export async function deleteRow<T extends RecordedTable>(tx: Tx, act: Act, table: T, before: Row<T>): Promise<void> {
  await sql`delete from ${sql.table(table)} where id = ${before.id}`.execute(tx)
  await record(tx, act, table, before, 'delete', before, null)
  await forgetRow(tx, table, before)
}

/** Writes down that somebody asked to see what is masked: nothing is changed, and there is nothing to undo. */
export async function recordLook<T extends RecordedTable>(tx: Tx, act: Act, table: T, row: Row<T>): Promise<void> {
  await record(tx, act, table, row, 'update', { sensitive: '' }, { sensitive: 'seen' })
}

async function record<T extends RecordedTable>(
  tx: Tx,
  act: Act,
  table: T,
  row: Row<T>,
  action: 'create' | 'update' | 'delete',
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): Promise<void> {
  const visitId = table === 'visit' ? row.id : 'visitId' in row ? row.visitId : null
  act.touched.push({ entity: table, visitId, columns: Object.keys(after ?? before ?? {}), row: after && row })
  await tx
    .insertInto('changeLog')
    .values({
      actId: act.id,
      at: act.at,
      actor: act.actor,
      visitId,
      entity: table,
      entityId: row.id,
      action,
      before,
      after,
    })
    .execute()
}

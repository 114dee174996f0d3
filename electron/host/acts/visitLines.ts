import { sql } from 'kysely'
import type { RecordedTables, VisitRow } from '../../db/tables.ts'
import type { Act, Db, HostContext, Tx } from './context.ts'
import { notFound, stale } from './errors.ts'
import { deleteRow, insertRow, perform, toColumns, toField, updateRow } from './recorded.ts'
import { findRow, rowOf } from './rows.ts'

/** Tables of lines below a visit. */
export type LineTable = {
  [T in keyof RecordedTables]: RecordedTables[T] extends { visit_id: string } ? T : never
}[keyof RecordedTables]

interface LineAct {
  context: HostContext
  tx: Tx
  act: Act
  visit: VisitRow
}

interface LineRules<T extends LineTable, Line> {
  table: T
  /** A line nobody has said anything of yet. */
  blank: Omit<RecordedTables[T], 'id' | 'visit_id' | 'revision'>
  /** Rows as the contract tells them, in the order they are shown. */
  present: (db: Db, rows: RecordedTables[T][]) => Promise<Line[]> | Line[]
  /** Before a row is written: completes it, or refuses it. */
  settle?: (on: LineAct, row: RecordedTables[T], before: RecordedTables[T] | null) => Promise<RecordedTables[T]>
  /** After it was written: what goes along with it. */
  written?: (on: LineAct, row: RecordedTables[T], before: RecordedTables[T] | null) => Promise<void>
  /** Before it is taken away. */
  removing?: (on: LineAct, row: RecordedTables[T]) => Promise<void>
}

/** The use cases of lines below a visit: each write is one act in one transaction, with the revision it saw. */
export function lineHandlers<T extends LineTable, Line extends object>(rules: LineRules<T, Line>) {
  const { table } = rules
  const one = async (db: Db, row: RecordedTables[T]): Promise<Line> => {
    const [line] = await rules.present(db, [row])
    if (!line) throw notFound(table, row.id)
    return line
  }
  /** Puts a line on a visit, inside an act. */
  const put = async (on: LineAct, line: object): Promise<RecordedTables[T]> => {
    const fresh = {
      id: on.context.newId(),
      visit_id: on.visit.id,
      revision: 1,
      ...rules.blank,
      ...toColumns({ ...line }),
    } as unknown as RecordedTables[T]
    const row = rules.settle ? await rules.settle(on, fresh, null) : fresh
    await insertRow(on.tx, on.act, table, row)
    await rules.written?.(on, row, null)
    return row
  }
  /** Takes a line off a visit, inside an act. */
  const take = async (on: LineAct, row: RecordedTables[T]): Promise<void> => {
    await rules.removing?.(on, row)
    await deleteRow(on.tx, on.act, table, row)
  }
  return {
    put,
    take,
    list: async (context: HostContext, input: { visitId: string }): Promise<Line[]> =>
      rules.present(context.db, await linesOfVisit(context.db, table, input.visitId)),

    add: (context: HostContext, input: { visitId: string; line: object }) =>
      perform(context, async (tx, act) => {
        const visit = await rowOf(tx, 'visit', input.visitId)
        const row = await put({ context, tx, act, visit }, input.line)
        return { line: await one(tx, row) }
      }),

    update: (context: HostContext, input: { id: string; revision: number; patch: object }) =>
      perform(context, async (tx, act) => {
        const before = await findRow(tx, table, input.id)
        const visit = before && (await findRow(tx, 'visit', before.visit_id))
        if (!before || !visit) throw notFound(table, input.id)
        if (before.revision !== input.revision)
          throw stale(table, before.id, Object.fromEntries(Object.entries(await one(tx, before))))
        const on = { context, tx, act, visit }
        const wanted = { ...before, ...toColumns({ ...input.patch }) } as RecordedTables[T]
        const after = await updateRow(
          tx,
          act,
          table,
          before,
          rules.settle ? await rules.settle(on, wanted, before) : wanted,
        )
        await rules.written?.(on, after, before)
        return { line: await one(tx, after) }
      }),

    remove: (context: HostContext, input: { ids: string[] }) =>
      perform(context, async (tx, act) => {
        for (const id of input.ids) {
          const row = await findRow(tx, table, id)
          const visit = row && (await findRow(tx, 'visit', row.visit_id))
          if (!row || !visit) throw notFound(table, id)
          await take({ context, tx, act, visit }, row)
        }
        return {}
      }),
  }
}

/** Lines of a visit as they were entered: ids grow with time. */
export async function linesOfVisit<T extends LineTable>(
  db: Db,
  table: T,
  visitId: string,
): Promise<RecordedTables[T][]> {
  const { rows } = await sql<
    RecordedTables[T]
  >`select * from ${sql.table(table)} where visit_id = ${visitId} order by id`.execute(db)
  return rows
}

export async function linesOfItem<T extends LineTable>(db: Db, table: T, itemId: string): Promise<RecordedTables[T][]> {
  const { rows } = await sql<
    RecordedTables[T]
  >`select * from ${sql.table(table)} where item_id = ${itemId} order by id`.execute(db)
  return rows
}

/**
 * A row's snake_case columns as the contract's camelCase fields. `flags` are kept as 0 and 1, `lists` as JSON text. The contract
 * checks what leaves the host, so the shape is named by the caller.
 */
export function toFields<Line>(
  row: object,
  kinds: { flags?: readonly string[]; lists?: readonly string[] } = {},
): Line {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      toField(column),
      kinds.flags?.includes(column) ? value === 1 : kinds.lists?.includes(column) ? JSON.parse(String(value)) : value,
    ]),
  ) as Line
}

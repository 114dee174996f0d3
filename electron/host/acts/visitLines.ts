import { sql } from 'kysely'
import type { NewRow, Patch, RecordedTable, Row, VisitRow, VisitTable } from '../../db/tables.ts'
import type { Act, Db, HostContext, Tx } from './context.ts'
import { notFound } from './errors.ts'
import { deleteRow, insertRow, perform, said, seen, updateRow } from './recorded.ts'
import { findRow, rowOf } from './rows.ts'

/** Tables of lines below a visit. */
export type LineTable = { [T in VisitTable]: Row<T> extends { visitId: string } ? T : never }[VisitTable]

/** What is said of a line that is made. */
type Fresh<T extends RecordedTable, Settled extends keyof NewRow<T>> = Omit<
  NewRow<T>,
  'id' | 'visitId' | 'revision' | Settled
> &
  Partial<Pick<NewRow<T>, Settled>>

interface LineAct {
  context: HostContext
  tx: Tx
  act: Act
  visit: VisitRow
}

interface LineRules<T extends LineTable, Line> {
  table: T
  /** Rows as the contract tells them, in the order they are shown. */
  present: (db: Db, rows: Row<T>[]) => Promise<Line[]> | Line[]
  /** Before a row is written: completes it, or refuses it. A new one has what was said of it; SQL fills the rest. */
  settle?: (on: LineAct, row: NewRow<T>, before: Row<T> | null) => Promise<NewRow<T>>
  /** After it was written: what goes along with it. */
  written?: (on: LineAct, row: Row<T>, before: Row<T> | null) => Promise<void>
  /** Before it is taken away. */
  removing?: (on: LineAct, row: Row<T>) => Promise<void>
}

/**
 * The use cases of lines below a visit: each write is one act in one transaction, with the revision it saw.
 * `Settled` names columns that SQL has no default for and `settle` fills where nobody said.
 */
export function lineHandlers<T extends LineTable, Line extends object, Settled extends keyof NewRow<T> = never>(
  rules: LineRules<T, Line>,
) {
  const { table } = rules
  const one = async (db: Db, row: Row<T>): Promise<Line> => {
    const [line] = await rules.present(db, [row])
    if (!line) throw notFound(table, row.id)
    return line
  }
  /** Puts a line on a visit, inside an act. */
  const put = async (on: LineAct, line: Fresh<T, Settled>): Promise<Row<T>> => {
    const fresh = { ...line, id: on.context.newId(), visitId: on.visit.id } as unknown as NewRow<T>
    const row = await insertRow(on.tx, on.act, table, rules.settle ? await rules.settle(on, fresh, null) : fresh)
    await rules.written?.(on, row, null)
    return row
  }
  /** Takes a line off a visit, inside an act. */
  const take = async (on: LineAct, row: Row<T>): Promise<void> => {
    await rules.removing?.(on, row)
    await deleteRow(on.tx, on.act, table, row)
  }
  return {
    put,
    take,
    list: async (context: HostContext, input: { visitId: string }): Promise<Line[]> =>
      rules.present(context.db, await linesOfVisit(context.db, table, input.visitId)),

    add: (context: HostContext, input: { visitId: string; line: Fresh<T, Settled> }) =>
      perform(context, async (tx, act) => {
        const visit = await rowOf(tx, 'visit', input.visitId)
        const row = await put({ context, tx, act, visit }, input.line)
        return { line: await one(tx, row) }
      }),

    update: (context: HostContext, input: { id: string; revision: number; patch: Patch<T> }) =>
      perform(context, async (tx, act) => {
        const before = await findRow(tx, table, input.id)
        const visit = before && (await findRow(tx, 'visit', before.visitId))
        if (!before || !visit) throw notFound(table, input.id)
        await seen(table, before, input.revision, () => one(tx, before))
        const on = { context, tx, act, visit }
        const wanted = { ...before, ...said(input.patch) }
        const settled = rules.settle ? await rules.settle(on, wanted as unknown as NewRow<T>, before) : wanted
        const after = await updateRow(tx, act, table, before, settled as Patch<T>)
        await rules.written?.(on, after, before)
        return { line: await one(tx, after) }
      }),

    remove: (context: HostContext, input: { ids: string[] }) =>
      perform(context, async (tx, act) => {
        for (const id of input.ids) {
          const row = await findRow(tx, table, id)
          const visit = row && (await findRow(tx, 'visit', row.visitId))
          if (!row || !visit) throw notFound(table, id)
          await take({ context, tx, act, visit }, row)
        }
        return {}
      }),
  }
}

/** Lines of a visit as they were entered: ids grow with time. */
export async function linesOfVisit<T extends VisitTable>(db: Db, table: T, visitId: string): Promise<Row<T>[]> {
  const { rows } = await sql<Row<T>>`select * from ${sql.table(table)} where visit_id = ${visitId} order by id`.execute(
    db,
  )
  return rows
}

export async function linesOfItem<T extends LineTable>(db: Db, table: T, itemId: string): Promise<Row<T>[]> {
  const { rows } = await sql<Row<T>>`select * from ${sql.table(table)} where item_id = ${itemId} order by id`.execute(
    db,
  )
  return rows
}

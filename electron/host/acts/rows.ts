import { sql } from 'kysely'
import { type RecordedTable, type Row, referencesTo } from '../../db/tables.ts'
import type { Db } from './context.ts'
import { notFound } from './errors.ts'

/** A row by its id. */
export async function findRow<T extends RecordedTable>(db: Db, table: T, id: string): Promise<Row<T> | undefined> {
  const { rows } = await sql<Row<T>>`select * from ${sql.table(table)} where id = ${id}`.execute(db)
  return rows[0]
}

/** A row that must be there. @throws NOT_FOUND */
export async function rowOf<T extends RecordedTable>(db: Db, table: T, id: string): Promise<Row<T>> {
  const row = await findRow(db, table, id)
  if (!row) throw notFound(table, id)
  return row
}

/** Does a row of another table belong to this one, or need it? Rows of `besides` do not count. */
export async function isNeeded(
  db: Db,
  table: RecordedTable,
  id: string,
  besides: readonly RecordedTable[] = [],
): Promise<boolean> {
  for (const { table: other, column } of referencesTo(table).filter(each => !besides.includes(each.table))) {
    const { rows } = await sql`select 1 from ${sql.table(other)} where ${sql.ref(column)} = ${id} limit 1`.execute(db)
    if (rows.length > 0) return true
  }
  return false
}

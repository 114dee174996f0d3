import { sql } from 'kysely'
import type { RecordedTable, Row } from '../../db/tables.ts'
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

import { sql } from 'kysely'
import type { RecordedTable, Row } from '../../db/tables.ts'
import type { Db } from './context.ts'
import { notAllowed } from './errors.ts'

/** Tables whose rows are known by their name. */
type NamedTable = { [T in RecordedTable]: Row<T> extends { name: string; removed: boolean } ? T : never }[RecordedTable]

/**
 * Two things of one name could not be told apart on paper or in a list; what was removed has given its name back.
 * @param among `kind`: only among those of this kind; `exceptId`: the row that is to have the name.
 * @throws NOT_ALLOWED nameTaken
 */
export async function nameIsFree(
  db: Db,
  table: NamedTable,
  name: string,
  among: { kind?: string; exceptId?: string } = {},
): Promise<void> {
  const ofKind = among.kind === undefined ? sql`` : sql`and kind = ${among.kind}`
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
    where name = ${name} and removed = 0 ${ofKind} limit 1`.execute(db)
  if (rows[0] && rows[0].id !== among.exceptId) throw notAllowed('nameTaken')
}

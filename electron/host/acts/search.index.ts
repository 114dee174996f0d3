import { descriptionOf, type RecordedTable, type Row } from '../../db/tables.ts'
import type { Tx } from './context.ts'
import { searchBody } from './search.text.ts'

interface Entry {
  kind: string
  entityId: string
  visitId: string | null
  title: string
  detail: string
  body: string
}

/** Makes a written row findable, in the writer's transaction. */
export async function indexRow<T extends RecordedTable>(tx: Tx, table: T, row: Row<T>): Promise<void> {
  const entry = entryOf(table, row)
  if (!entry) return
  await forget(tx, entry.entityId)
  if ('removed' in row && row.removed) return
  await put(tx, entry)
  if ('organization' in row && table === 'visit') await indexOrganization(tx, row.organization)
}

/** Takes a deleted row out of the search. */
export async function forgetRow<T extends RecordedTable>(tx: Tx, table: T, row: Row<T>): Promise<void> {
  if (descriptionOf(table).search) await forget(tx, row.id)
}

/** Is what the search knows of a row another when these columns change? */
export function isSearched(table: RecordedTable, columns: readonly string[]): boolean {
  const { search } = descriptionOf(table)
  if (!search) return false
  const known = [search.title, ...search.names, ...search.numbers, ...search.detail, 'removed']
  return columns.some(column => known.includes(column))
}

async function put(tx: Tx, entry: Entry): Promise<void> {
  const { number } = await tx
    .insertInto('searchEntry')
    .values({
      kind: entry.kind,
      entityId: entry.entityId,
      visitId: entry.visitId,
      title: entry.title,
      detail: entry.detail,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  await tx.insertInto('search').values({ rowid: number, body: entry.body }).execute()
}

async function forget(tx: Tx, entityId: string): Promise<void> {
  const gone = await tx
    .deleteFrom('searchEntry')
    .where('entityId', '=', entityId)
    .returning('number')
    .executeTakeFirst()
  if (gone) await tx.deleteFrom('search').where('rowid', '=', gone.number).execute()
}

/** An organization is found as long as some visit comes from it; one entry serves all its visits. */
async function indexOrganization(tx: Tx, name: string): Promise<void> {
  if (name === '') return
  const entityId = `organization:${name}`
  const there = await tx.selectFrom('searchEntry').select('number').where('entityId', '=', entityId).executeTakeFirst()
  if (there) return
  await put(tx, {
    kind: 'organization',
    entityId,
    visitId: null,
    title: name,
    detail: '',
    body: searchBody([name], []),
  })
}

function entryOf<T extends RecordedTable>(table: T, row: Row<T>): Entry | null {
  const { search } = descriptionOf(table)
  if (!search) return null
  const columns: Record<string, unknown> = { ...row }
  const words = (names: readonly string[]) => names.map(name => String(columns[name] ?? ''))
  const [title = ''] = words([search.title])
  return {
    kind: search.kind ? String(columns[search.kind]) : table,
    entityId: row.id,
    visitId: table === 'visit' ? row.id : 'visitId' in row ? row.visitId : null,
    title,
    detail: words(search.detail).filter(Boolean).join(' · '),
    body: searchBody([title, ...words(search.names)], words(search.numbers)),
  }
}

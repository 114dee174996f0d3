import type { RecordedTable, RecordedTables, VisitRow } from '../../db/tables.ts'
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

/** Columns that an entry is made of, over all tables: a change to any other leaves the search as it is. */
const INDEXED = new Set([
  'title',
  'title_latin',
  'organization',
  'organization_latin',
  'contact_name',
  'contact_phone',
  'starts_on',
  'name',
  'latin_name',
  'phone',
  'plate',
  'building',
  'floor',
  'driver_name',
  'driver_phone',
  'department',
  'removed',
])

export const isIndexed = (column: string): boolean => INDEXED.has(column)

/** Makes a written row findable, in the writer's transaction. */
export async function indexRow<T extends RecordedTable>(tx: Tx, table: T, row: RecordedTables[T]): Promise<void> {
  const entry = entryOf(table, row)
  if (!entry) return
  await forget(tx, entry.entityId)
  if ('removed' in row && row.removed === 1) return
  await put(tx, entry)
  if (table === 'visit') await indexOrganization(tx, row as VisitRow)
}

/** Takes a deleted row out of the search. */
export async function forgetRow<T extends RecordedTable>(tx: Tx, table: T, row: RecordedTables[T]): Promise<void> {
  if (entryOf(table, row)) await forget(tx, row.id)
}

async function put(tx: Tx, entry: Entry): Promise<void> {
  const { number } = await tx
    .insertInto('search_entry')
    .values({
      kind: entry.kind,
      entity_id: entry.entityId,
      visit_id: entry.visitId,
      title: entry.title,
      detail: entry.detail,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  await tx.insertInto('search').values({ rowid: number, body: entry.body }).execute()
}

async function forget(tx: Tx, entityId: string): Promise<void> {
  const gone = await tx
    .deleteFrom('search_entry')
    .where('entity_id', '=', entityId)
    .returning('number')
    .executeTakeFirst()
  if (gone) await tx.deleteFrom('search').where('rowid', '=', gone.number).execute()
}

/** An organization is found as long as some visit comes from it; one entry serves all its visits. */
async function indexOrganization(tx: Tx, visit: VisitRow): Promise<void> {
  const name = visit.organization
  if (name === '') return
  const entityId = `organization:${name}`
  const there = await tx
    .selectFrom('search_entry')
    .select('number')
    .where('entity_id', '=', entityId)
    .executeTakeFirst()
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

function entryOf(table: RecordedTable, row: RecordedTables[RecordedTable]): Entry | null {
  if (table === 'visit') {
    const visit = row as RecordedTables['visit']
    return {
      kind: 'visit',
      entityId: visit.id,
      visitId: visit.id,
      title: visit.title,
      detail: [visit.code, visit.starts_on, visit.organization].filter(Boolean).join(' · '),
      body: searchBody(
        [visit.title, visit.title_latin, visit.organization, visit.organization_latin, visit.contact_name],
        [visit.code, visit.contact_phone],
      ),
    }
  }
  if (table === 'guest') {
    const guest = row as RecordedTables['guest']
    return {
      kind: 'guest',
      entityId: guest.id,
      visitId: guest.visit_id,
      title: guest.name,
      detail: [guest.title, guest.organization].filter(Boolean).join(' · '),
      body: searchBody([guest.name, guest.latin_name], [guest.phone]),
    }
  }
  if (table === 'resource') {
    const resource = row as RecordedTables['resource']
    return {
      kind: resource.kind,
      entityId: resource.id,
      visitId: null,
      title: resource.name,
      detail: [
        resource.plate,
        resource.building,
        resource.floor,
        resource.driver_name,
        resource.department,
        resource.title,
      ]
        .filter(Boolean)
        .join(' · '),
      body: searchBody(
        [resource.name, resource.latin_name, resource.driver_name],
        [resource.plate, resource.driver_phone, resource.phone],
      ),
    }
  }
  return null
}

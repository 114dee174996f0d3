import type { RecordedTable, Row, VisitRow } from '../../db/tables.ts'
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
  if (table === 'visit') await indexOrganization(tx, row as VisitRow)
}

/** Takes a deleted row out of the search. */
export async function forgetRow<T extends RecordedTable>(tx: Tx, table: T, row: Row<T>): Promise<void> {
  if (entryOf(table, row)) await forget(tx, row.id)
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
async function indexOrganization(tx: Tx, visit: VisitRow): Promise<void> {
  const name = visit.organization
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

function entryOf(table: RecordedTable, row: Row<RecordedTable>): Entry | null {
  if (table === 'visit') {
    const visit = row as Row<'visit'>
    return {
      kind: 'visit',
      entityId: visit.id,
      visitId: visit.id,
      title: visit.title,
      detail: [visit.code, visit.startsOn, visit.organization].filter(Boolean).join(' · '),
      body: searchBody(
        [visit.title, visit.titleLatin, visit.organization, visit.organizationLatin, visit.contactName],
        [visit.code, visit.contactPhone],
      ),
    }
  }
  if (table === 'guest') {
    const guest = row as Row<'guest'>
    return {
      kind: 'guest',
      entityId: guest.id,
      visitId: guest.visitId,
      title: guest.name,
      detail: [guest.title, guest.organization].filter(Boolean).join(' · '),
      body: searchBody([guest.name, guest.latinName], [guest.phone]),
    }
  }
  if (table === 'resource') {
    const resource = row as Row<'resource'>
    return {
      kind: resource.kind,
      entityId: resource.id,
      visitId: null,
      title: resource.name,
      detail: [
        resource.plate,
        resource.building,
        resource.floor,
        resource.driverName,
        resource.department,
        resource.title,
      ]
        .filter(Boolean)
        .join(' · '),
      body: searchBody(
        [resource.name, resource.latinName, resource.driverName],
        [resource.plate, resource.driverPhone, resource.phone],
      ),
    }
  }
  return null
}

import type { Resource } from '../../../shared/contract/resources.ts'
import { occurrences } from '../../../shared/domain/booking/recurrence.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { ClosureRow, ResourceRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'

/** How the staff are named in a language; whoever is not known by a Latin name keeps the own one. */
export async function staffNames(db: Db, language: Language): Promise<(name: string) => string> {
  if (language !== 'en') return name => name
  const latin = new Map((await listResources(db, 'person')).map(person => [person.name, person.latinName]))
  return name => latin.get(name) || name
}

/** A resource as the contract tells it. */
export function toResource({ removed: _, exclusive: __, ...resource }: ResourceRow): Resource {
  return resource
}

/** The resources in use, by building, floor and name; one kind or all. */
export function listResources(db: Db, kind?: ResourceRow['kind']): Promise<ResourceRow[]> {
  return db
    .selectFrom('resource')
    .selectAll()
    .where('removed', '=', false)
    .$if(kind !== undefined, query => query.where('kind', '=', kind ?? 'room'))
    .orderBy('building')
    .orderBy('floor')
    .orderBy('name')
    .execute()
}

export function findResource(db: Db, id: string): Promise<ResourceRow | undefined> {
  return db.selectFrom('resource').selectAll().where('id', '=', id).where('removed', '=', false).executeTakeFirst()
}

/** Closed periods that touch `[from, until)`, of one resource or of all; one that comes again stands there once an occurrence. */
export async function listClosures(db: Db, from: string, until: string, resourceId?: string): Promise<ClosureRow[]> {
  const one = (query: typeof all) =>
    query.$if(resourceId !== undefined, each => each.where('resourceId', '=', resourceId ?? ''))
  const all = db.selectFrom('closure').selectAll()
  const once = await one(all.where('rrule', '=', '').where('endsAt', '>', from).where('startsAt', '<', until)).execute()
  const again = await one(all.where('rrule', '<>', '').where('startsAt', '<', until)).execute()
  const spans = again.flatMap(row =>
    occurrences(row.rrule, { startsAt: row.startsAt, endsAt: row.endsAt }, { from, until }).map(span => ({
      ...row,
      startsAt: span.startsAt,
      endsAt: span.endsAt,
    })),
  )
  return [...once, ...spans].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

/** Vehicles whose inspection or insurance runs out by a day, the first to run out first. */
export async function papersDue(db: Db, by: string) {
  const rows = await db
    .selectFrom('resource')
    .select(['id', 'name', 'inspectionOn', 'insuranceOn'])
    .where('kind', '=', 'vehicle')
    .where('removed', '=', false)
    .where(eb => eb.or([eb('inspectionOn', '<=', by), eb('insuranceOn', '<=', by)]))
    .execute()
  return rows
    .flatMap(row => [
      { resourceId: row.id, name: row.name, paper: 'inspection' as const, day: row.inspectionOn ?? '' },
      { resourceId: row.id, name: row.name, paper: 'insurance' as const, day: row.insuranceOn ?? '' },
    ])
    .filter(paper => paper.day !== '' && paper.day <= by)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

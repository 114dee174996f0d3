import type { Closure, Resource } from '../../../shared/contract/resources.ts'
import { occurrences } from '../../../shared/domain/booking/recurrence.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { ClosureRow, ResourceRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'

/** How the staff are named in a language; whoever is not known by a Latin name keeps the own one. */
export async function staffNames(db: Db, language: Language): Promise<(name: string) => string> {
  if (language !== 'en') return name => name
  const latin = new Map((await listResources(db, 'person')).map(person => [person.name, person.latin_name]))
  return name => latin.get(name) || name
}

export function toResource(row: ResourceRow): Resource {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    latinName: row.latin_name,
    capacity: row.capacity,
    building: row.building,
    floor: row.floor,
    equipment: JSON.parse(row.equipment) as string[],
    plate: row.plate,
    vehicleKind: row.vehicle_kind,
    driverName: row.driver_name,
    driverPhone: row.driver_phone,
    setupMinutes: row.setup_minutes,
    clearupMinutes: row.clearup_minutes,
    bookableFrom: row.bookable_from,
    bookableUntil: row.bookable_until,
    strict: row.strict === 1,
    department: row.department,
    title: row.title,
    phone: row.phone,
    email: row.email,
    languages: row.languages,
    canDrive: row.can_drive === 1,
    licenceClass: row.licence_class,
    weeklyHours: JSON.parse(row.weekly_hours) as Resource['weeklyHours'],
    styleCapacity: JSON.parse(row.style_capacity) as Resource['styleCapacity'],
    partIds: JSON.parse(row.part_ids) as string[],
    bookedBy: row.booked_by,
    photo: row.photo,
    planNote: row.plan_note,
    inspectionOn: row.inspection_on,
    insuranceOn: row.insurance_on,
    homePlace: row.home_place,
    notes: row.notes,
    isSample: row.is_sample === 1,
    revision: row.revision,
  }
}

export const toClosure = (row: ClosureRow): Closure => ({
  id: row.id,
  resourceId: row.resource_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  reason: row.reason,
  rrule: row.rrule,
  revision: row.revision,
})

/** The resources in use, by building, floor and name; one kind or all. */
export function listResources(db: Db, kind?: ResourceRow['kind']): Promise<ResourceRow[]> {
  return db
    .selectFrom('resource')
    .selectAll()
    .where('removed', '=', 0)
    .$if(kind !== undefined, query => query.where('kind', '=', kind ?? 'room'))
    .orderBy('building')
    .orderBy('floor')
    .orderBy('name')
    .execute()
}

export function findResource(db: Db, id: string): Promise<ResourceRow | undefined> {
  return db.selectFrom('resource').selectAll().where('id', '=', id).where('removed', '=', 0).executeTakeFirst()
}

/** Closed periods that touch `[from, until)`, of one resource or of all; one that comes again stands there once an occurrence. */
export async function listClosures(db: Db, from: string, until: string, resourceId?: string): Promise<ClosureRow[]> {
  const one = (query: typeof all) =>
    query.$if(resourceId !== undefined, each => each.where('resource_id', '=', resourceId ?? ''))
  const all = db.selectFrom('closure').selectAll()
  const once = await one(
    all.where('rrule', '=', '').where('ends_at', '>', from).where('starts_at', '<', until),
  ).execute()
  const again = await one(all.where('rrule', '<>', '').where('starts_at', '<', until)).execute()
  const spans = again.flatMap(row =>
    occurrences(row.rrule, { startsAt: row.starts_at, endsAt: row.ends_at }, { from, until }).map(span => ({
      ...row,
      starts_at: span.startsAt,
      ends_at: span.endsAt,
    })),
  )
  return [...once, ...spans].sort((a, b) => (a.starts_at < b.starts_at ? -1 : 1))
}

/** Vehicles whose inspection or insurance runs out by a day, the first to run out first. */
export async function papersDue(db: Db, by: string) {
  const rows = await db
    .selectFrom('resource')
    .select(['id', 'name', 'inspection_on', 'insurance_on'])
    .where('kind', '=', 'vehicle')
    .where('removed', '=', 0)
    .where(eb => eb.or([eb('inspection_on', '<=', by), eb('insurance_on', '<=', by)]))
    .execute()
  return rows
    .flatMap(row => [
      { resourceId: row.id, name: row.name, paper: 'inspection' as const, day: row.inspection_on ?? '' },
      { resourceId: row.id, name: row.name, paper: 'insurance' as const, day: row.insurance_on ?? '' },
    ])
    .filter(paper => paper.day !== '' && paper.day <= by)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

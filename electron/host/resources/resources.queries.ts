import type { Closure, Resource } from '../../../shared/contract/resources.ts'
import type { ClosureRow, ResourceRow } from '../../db/tables.ts'
import type { Db } from '../context.ts'

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
    languages: row.languages,
    canDrive: row.can_drive === 1,
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

/** Closed periods that touch `[from, until)`, of one resource or of all. */
export function listClosures(db: Db, from: string, until: string, resourceId?: string): Promise<ClosureRow[]> {
  return db
    .selectFrom('closure')
    .selectAll()
    .where('ends_at', '>', from)
    .where('starts_at', '<', until)
    .$if(resourceId !== undefined, query => query.where('resource_id', '=', resourceId ?? ''))
    .orderBy('starts_at')
    .execute()
}

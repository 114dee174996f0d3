import type { Item } from '../../../shared/contract/itinerary.ts'
import { inOrder } from '../../../shared/domain/itinerary.ts'
import type { BookingRow, ItemRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'

export function findItem(db: Db, id: string): Promise<ItemRow | undefined> {
  return db.selectFrom('itinerary_item').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A stop that must be there. @throws NOT_FOUND */
export async function itemOf(db: Db, id: string): Promise<ItemRow> {
  const row = await findItem(db, id)
  if (!row) throw notFound('itinerary_item', id)
  return row
}

export function itemRowsOfVisit(db: Db, visitId: string): Promise<ItemRow[]> {
  return db.selectFrom('itinerary_item').selectAll().where('visit_id', '=', visitId).orderBy('starts_at').execute()
}

/** Items of a visit in order, each with the resources it holds. */
export async function itemsOfVisit(db: Db, visitId: string): Promise<Item[]> {
  const rows = await itemRowsOfVisit(db, visitId)
  const held = await heldBy(db, visitId)
  return inOrder(
    rows.map(row =>
      toItem(
        row,
        held.filter(booking => booking.item_id === row.id),
      ),
    ),
  )
}

export async function itemById(db: Db, id: string): Promise<Item> {
  const row = await db.selectFrom('itinerary_item').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const held = await heldBy(db, row.visit_id)
  return toItem(
    row,
    held.filter(booking => booking.item_id === id),
  )
}

function heldBy(db: Db, visitId: string) {
  return db
    .selectFrom('booking as b')
    .innerJoin('resource as r', 'r.id', 'b.resource_id')
    .select([
      'b.item_id',
      'b.status',
      'r.id',
      'r.kind',
      'r.name',
      'r.latin_name',
      'r.plate',
      'r.driver_name',
      'r.driver_phone',
    ])
    .where('b.visit_id', '=', visitId)
    .where('b.status', '<>', 'cancelled')
    .orderBy('b.id')
    .execute()
}

type Held = Awaited<ReturnType<typeof heldBy>>[number]

function toItem(row: ItemRow, held: readonly Held[]): Item {
  const room = held.find(booking => booking.kind === 'room')
  const vehicles = held.filter(booking => booking.kind === 'vehicle')
  return {
    id: row.id,
    visitId: row.visit_id,
    kind: row.kind,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    content: row.content,
    place: row.place,
    contentLatin: row.content_latin,
    placeLatin: row.place_latin,
    personInCharge: row.person_in_charge,
    phone: row.phone,
    notes: row.notes,
    planB: row.plan_b,
    setupStyle: row.setup_style,
    equipment: JSON.parse(row.equipment) as string[],
    nameCards: row.name_cards === 1,
    refreshments: row.refreshments,
    route: row.route,
    safetyGear: row.safety_gear,
    photoRule: row.photo_rule,
    isFixed: row.is_fixed === 1,
    allGuests: row.all_guests === 1,
    guestIds: JSON.parse(row.guest_ids) as string[],
    roomId: room?.id ?? null,
    roomName: room?.name ?? '',
    roomLatinName: room?.latin_name ?? '',
    vehicleIds: vehicles.map(vehicle => vehicle.id),
    vehicles: vehicles.map(vehicle => ({
      id: vehicle.id,
      name: vehicle.name,
      plate: vehicle.plate,
      driverName: vehicle.driver_name,
      driverPhone: vehicle.driver_phone,
    })),
    bookingStatus: statusOf(held),
    revision: row.revision,
  }
}

function statusOf(held: readonly Pick<BookingRow, 'status'>[]): Item['bookingStatus'] {
  if (held.length === 0) return 'none'
  return held.every(booking => booking.status === 'confirmed') ? 'confirmed' : 'tentative'
}

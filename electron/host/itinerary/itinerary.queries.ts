import type { Item } from '../../../shared/contract/itinerary.ts'
import { inOrder } from '../../../shared/domain/itinerary.ts'
import type { BookingRow, ItemRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'

export function findItem(db: Db, id: string): Promise<ItemRow | undefined> {
  return db.selectFrom('itineraryItem').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A stop that must be there. @throws NOT_FOUND */
export async function itemOf(db: Db, id: string): Promise<ItemRow> {
  const row = await findItem(db, id)
  if (!row) throw notFound('itineraryItem', id)
  return row
}

export function itemRowsOfVisit(db: Db, visitId: string): Promise<ItemRow[]> {
  return db.selectFrom('itineraryItem').selectAll().where('visitId', '=', visitId).orderBy('startsAt').execute()
}

/** Items of a visit in order, each with the resources it holds. */
export async function itemsOfVisit(db: Db, visitId: string): Promise<Item[]> {
  const rows = await itemRowsOfVisit(db, visitId)
  const held = await heldBy(db, visitId)
  return inOrder(
    rows.map(row =>
      toItem(
        row,
        held.filter(booking => booking.itemId === row.id),
      ),
    ),
  )
}

export async function itemById(db: Db, id: string): Promise<Item> {
  const row = await db.selectFrom('itineraryItem').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const held = await heldBy(db, row.visitId)
  return toItem(
    row,
    held.filter(booking => booking.itemId === id),
  )
}

function heldBy(db: Db, visitId: string) {
  return db
    .selectFrom('booking as b')
    .innerJoin('resource as r', 'r.id', 'b.resourceId')
    .select([
      'b.itemId',
      'b.status',
      'r.id',
      'r.kind',
      'r.name',
      'r.latinName',
      'r.plate',
      'r.driverName',
      'r.driverPhone',
    ])
    .where('b.visitId', '=', visitId)
    .where('b.status', '<>', 'cancelled')
    .orderBy('b.id')
    .execute()
}

type Held = Awaited<ReturnType<typeof heldBy>>[number]

function toItem(row: ItemRow, held: readonly Held[]): Item {
  const room = held.find(booking => booking.kind === 'room')
  const vehicles = held.filter(booking => booking.kind === 'vehicle')
  return {
    ...row,
    roomId: room?.id ?? null,
    roomName: room?.name ?? '',
    roomLatinName: room?.latinName ?? '',
    vehicleIds: vehicles.map(vehicle => vehicle.id),
    vehicles: vehicles.map(vehicle => ({
      id: vehicle.id,
      name: vehicle.name,
      plate: vehicle.plate,
      driverName: vehicle.driverName,
      driverPhone: vehicle.driverPhone,
    })),
    bookingStatus: statusOf(held),
  }
}

function statusOf(held: readonly Pick<BookingRow, 'status'>[]): Item['bookingStatus'] {
  if (held.length === 0) return 'none'
  return held.every(booking => booking.status === 'confirmed') ? 'confirmed' : 'tentative'
}

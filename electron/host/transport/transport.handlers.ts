import type { Ticket, Trip } from '../../../shared/contract/transport.ts'
import { tickets as ticketsContract, trips as tripsContract } from '../../../shared/contract/transport.ts'
import type { ResourceRow } from '../../db/tables.ts'
import { answers } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { deleteRow, insertRow, updateRow } from '../acts/recorded.ts'
import { lineHandlers, linesOfVisit } from '../acts/visitLines.ts'
import { bookingOfItem } from '../bookings/bookings.queries.ts'
import { bookForStop } from '../bookings/placing.ts'
import { findItem } from '../itinerary/itinerary.queries.ts'
import { findResource } from '../resources/resources.queries.ts'
import { holdPerson, letGoOf } from '../staffing/staffing.handlers.ts'

/** Vehicles at stops. One of our own is booked with its line; its driver, where one of the staff, is booked as well. */
export const trips = lineHandlers<'trip', Trip>({
  table: 'trip',
  present: (_, rows) => rows,
  settle: async ({ context, tx, act, visit }, row, before) => {
    const item = await findItem(tx, row.itemId)
    if (!item || item.visitId !== visit.id) throw notFound('itineraryItem', row.itemId)
    let settled = row
    if (!before && row.vehicleId) {
      if (visit.status === 'cancelled') throw notAllowed('visitCancelled')
      const vehicle = await findResource(tx, row.vehicleId)
      if (vehicle?.kind !== 'vehicle') throw notFound('resource', row.vehicleId)
      await bookForStop(context, tx, act, { visit, item, resourceId: vehicle.id, headcount: null })
      const { driverName, driverPhone, ...car } = ofVehicle(vehicle)
      settled = {
        ...row,
        ...car,
        ...(!row.driverName ? { driverName, driverPhone } : {}),
      }
    }
    if (!settled.driverId) return settled
    // Another name typed over one of the staff is another driver.
    if (settled.driverId === before?.driverId)
      return settled.driverName === before.driverName ? settled : { ...settled, driverId: null }
    const driver = await findResource(tx, settled.driverId)
    if (driver?.kind !== 'person') throw notFound('resource', settled.driverId)
    return { ...settled, driverName: driver.name, driverPhone: driver.phone }
  },
  written: async ({ context, tx, act }, row, before) => {
    if (before && before.driverId === row.driverId) return
    if (before) await letGoOf(tx, act, row.itemId, before.driverId)
    await holdPerson(context, tx, act, row.itemId, row.driverId)
  },
  removing: async ({ tx, act }, row) => {
    await letGoOf(tx, act, row.itemId, row.driverId, row.id)
    const booking = row.vehicleId && (await bookingOfItem(tx, row.itemId, row.vehicleId))
    if (booking) await deleteRow(tx, act, 'booking', booking)
  },
})

const ofVehicle = (vehicle: ResourceRow) => ({
  vehicleName: vehicle.name,
  plate: vehicle.plate,
  seats: vehicle.capacity,
  driverName: vehicle.driverName,
  driverPhone: vehicle.driverPhone,
})

/** Flights and trains of guests or staff, with what they cost. */
export const tickets = lineHandlers<'ticket', Ticket>({
  table: 'ticket',
  present: (_, rows) => rows,
  settle: async (_, row) => {
    if (row.departsAt && row.arrivesAt && row.arrivesAt < row.departsAt) throw notAllowed('endBeforeStart')
    return row
  },
})

/**
 * Every vehicle that an item has booked has its trip, with the vehicle's usual driver; a trip whose vehicle was let go goes too,
 * unless the whole visit is cancelled. Runs after acts that touch bookings.
 */
export async function followVehicles(context: HostContext, tx: Tx, act: Act): Promise<void> {
  const visitIds = new Set(act.touched.filter(each => each.entity === 'booking').map(each => each.visitId))
  for (const visitId of visitIds) {
    if (visitId === null) continue
    const visit = await tx.selectFrom('visit').select(['status']).where('id', '=', visitId).executeTakeFirst()
    if (!visit || visit.status === 'cancelled') continue
    const booked = await vehiclesOf(tx, visitId)
    const trips = await linesOfVisit(tx, 'trip', visitId)
    const held = new Set(booked.map(each => `${each.itemId} ${each.vehicle.id}`))
    const there = new Set(trips.map(trip => `${trip.itemId} ${trip.vehicleId}`))
    const fresh = booked.filter(({ itemId, vehicle }) => !there.has(`${itemId} ${vehicle.id}`))
    for (const trip of trips) {
      if (!trip.vehicleId || held.has(`${trip.itemId} ${trip.vehicleId}`)) continue
      const place = fresh.findIndex(each => each.itemId === trip.itemId)
      const [another] = place === -1 ? [] : fresh.splice(place, 1)
      if (another) {
        // Another car for the same ride: who rides, with what flight and where they meet stays.
        const { driverName, driverPhone, ...car } = ofVehicle(another.vehicle)
        const driver = trip.driverId ? {} : { driverName, driverPhone }
        await updateRow(tx, act, 'trip', trip, { ...car, ...driver, vehicleId: another.vehicle.id })
        continue
      }
      await letGoOf(tx, act, trip.itemId, trip.driverId, trip.id)
      await deleteRow(tx, act, 'trip', trip)
    }
    for (const { itemId, vehicle } of fresh) {
      await insertRow(tx, act, 'trip', {
        ...ofVehicle(vehicle),
        id: context.newId(),
        visitId,
        itemId,
        vehicleId: vehicle.id,
      })
    }
  }
}

/** The vehicles that a visit's items hold. */
async function vehiclesOf(db: Db, visitId: string): Promise<{ itemId: string; vehicle: ResourceRow }[]> {
  const rows = await db
    .selectFrom('booking as b')
    .innerJoin('resource as r', 'r.id', 'b.resourceId')
    .selectAll('r')
    .select('b.itemId')
    .where('b.visitId', '=', visitId)
    .where('b.itemId', 'is not', null)
    .where('b.status', '<>', 'cancelled')
    .where('r.kind', '=', 'vehicle')
    .orderBy('b.id')
    .execute()
  return rows.flatMap(({ itemId, ...vehicle }) => (itemId === null ? [] : [{ itemId, vehicle }]))
}

/** What this file answers of the contract's `trips`. */
export const tripsAnswers = answers(tripsContract, {
  list: trips.list,
  add: trips.add,
  update: trips.update,
  remove: trips.remove,
})

/** What this file answers of the contract's `tickets`. */
export const ticketsAnswers = answers(ticketsContract, {
  list: tickets.list,
  add: tickets.add,
  update: tickets.update,
  remove: tickets.remove,
})

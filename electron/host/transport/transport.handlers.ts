import type { Ticket, Trip } from '../../../shared/contract/transport.ts'
import { tickets as ticketsContract, trips as tripsContract } from '../../../shared/contract/transport.ts'
import type { BookingRow, ResourceRow, TripRow } from '../../db/tables.ts'
import { answers } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { deleteRow, insertRow, updateRow } from '../acts/recorded.ts'
import { lineHandlers, linesOfVisit, toFields } from '../acts/visitLines.ts'
import { placeBooking } from '../bookings/placing.ts'
import { findItem } from '../itinerary/itinerary.queries.ts'
import { findResource } from '../resources/resources.queries.ts'
import { holdPerson, letGoOf } from '../staffing/staffing.handlers.ts'
import { bookingStatusOf } from '../visits/visits.queries.ts'

const BLANK: Omit<TripRow, 'id' | 'visit_id' | 'revision'> = {
  item_id: '',
  vehicle_id: null,
  vehicle_name: '',
  plate: '',
  seats: null,
  driver_id: null,
  driver_name: '',
  driver_phone: '',
  route: '',
  meeting_point: '',
  transport_number: '',
  station: '',
  transport_at: null,
  luggage: '',
  sign_text: '',
  guest_ids: '[]',
  notes: '',
}

/** Vehicles at stops. One of our own is booked with its line; its driver, where one of the staff, is booked as well. */
export const trips = lineHandlers<'trip', Trip>({
  table: 'trip',
  blank: BLANK,
  present: (_, rows) => rows.map(row => toFields<Trip>(row, { lists: ['guest_ids'] })),
  settle: async ({ context, tx, act, visit }, row, before) => {
    const item = await findItem(tx, row.item_id)
    if (!item || item.visit_id !== visit.id) throw notFound('itinerary_item', row.item_id)
    let settled = row
    if (!before && row.vehicle_id) {
      if (visit.status === 'cancelled') throw notAllowed('visitCancelled')
      const vehicle = await findResource(tx, row.vehicle_id)
      if (vehicle?.kind !== 'vehicle') throw notFound('resource', row.vehicle_id)
      await placeBooking(context, tx, act, {
        resourceId: vehicle.id,
        itemId: item.id,
        visitId: visit.id,
        title: '',
        startsAt: item.starts_at,
        endsAt: item.ends_at,
        headcount: null,
        organizer: visit.coordinator,
        notes: '',
        status: bookingStatusOf(visit),
      })
      const { driver_name, driver_phone, ...car } = ofVehicle(vehicle)
      settled = {
        ...row,
        ...car,
        ...(row.driver_name === '' ? { driver_name, driver_phone } : {}),
      }
    }
    if (!settled.driver_id) return settled
    // Another name typed over one of the staff is another driver.
    if (settled.driver_id === before?.driver_id)
      return settled.driver_name === before.driver_name ? settled : { ...settled, driver_id: null }
    const driver = await findResource(tx, settled.driver_id)
    if (driver?.kind !== 'person') throw notFound('resource', settled.driver_id)
    return { ...settled, driver_name: driver.name, driver_phone: driver.phone }
  },
  written: async ({ context, tx, act }, row, before) => {
    if (before && before.driver_id === row.driver_id) return
    if (before) await letGoOf(tx, act, row.item_id, before.driver_id)
    await holdPerson(context, tx, act, row.item_id, row.driver_id)
  },
  removing: async ({ tx, act }, row) => {
    await letGoOf(tx, act, row.item_id, row.driver_id, row.id)
    const booking = row.vehicle_id && (await liveBooking(tx, row.item_id, row.vehicle_id))
    if (booking) await deleteRow(tx, act, 'booking', booking)
  },
})

const ofVehicle = (vehicle: ResourceRow) => ({
  vehicle_name: vehicle.name,
  plate: vehicle.plate,
  seats: vehicle.capacity,
  driver_name: vehicle.driver_name,
  driver_phone: vehicle.driver_phone,
})

/** Flights and trains of guests or staff, with what they cost. */
export const tickets = lineHandlers<'ticket', Ticket>({
  table: 'ticket',
  blank: {
    guest_id: null,
    traveller: '',
    kind: 'train',
    number: '',
    seat_class: '',
    seat: '',
    from_place: '',
    to_place: '',
    departs_at: null,
    arrives_at: null,
    cost: null,
    notes: '',
  },
  present: (_, rows) => rows.map(row => toFields<Ticket>(row)),
  settle: async (_, row) => {
    if (row.departs_at && row.arrives_at && row.arrives_at < row.departs_at) throw notAllowed('endBeforeStart')
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
    const there = new Set(trips.map(trip => `${trip.item_id} ${trip.vehicle_id}`))
    const fresh = booked.filter(({ itemId, vehicle }) => !there.has(`${itemId} ${vehicle.id}`))
    for (const trip of trips) {
      if (!trip.vehicle_id || held.has(`${trip.item_id} ${trip.vehicle_id}`)) continue
      const place = fresh.findIndex(each => each.itemId === trip.item_id)
      const [another] = place === -1 ? [] : fresh.splice(place, 1)
      if (another) {
        // Another car for the same ride: who rides, with what flight and where they meet stays.
        const { driver_name, driver_phone, ...car } = ofVehicle(another.vehicle)
        const driver = trip.driver_id ? {} : { driver_name, driver_phone }
        await updateRow(tx, act, 'trip', trip, { ...car, ...driver, vehicle_id: another.vehicle.id })
        continue
      }
      await letGoOf(tx, act, trip.item_id, trip.driver_id, trip.id)
      await deleteRow(tx, act, 'trip', trip)
    }
    for (const { itemId, vehicle } of fresh) {
      await insertRow(tx, act, 'trip', {
        ...BLANK,
        ...ofVehicle(vehicle),
        id: context.newId(),
        visit_id: visitId,
        item_id: itemId,
        vehicle_id: vehicle.id,
        revision: 1,
      })
    }
  }
}

/** The vehicles that a visit's items hold. */
async function vehiclesOf(db: Db, visitId: string): Promise<{ itemId: string; vehicle: ResourceRow }[]> {
  const rows = await db
    .selectFrom('booking as b')
    .innerJoin('resource as r', 'r.id', 'b.resource_id')
    .selectAll('r')
    .select('b.item_id as itemId')
    .where('b.visit_id', '=', visitId)
    .where('b.item_id', 'is not', null)
    .where('b.status', '<>', 'cancelled')
    .where('r.kind', '=', 'vehicle')
    .orderBy('b.id')
    .execute()
  return rows.flatMap(({ itemId, ...vehicle }) => (itemId === null ? [] : [{ itemId, vehicle }]))
}

function liveBooking(db: Db, itemId: string, resourceId: string): Promise<BookingRow | undefined> {
  return db
    .selectFrom('booking')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('resource_id', '=', resourceId)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst()
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

import { z } from 'zod'
import { TICKET_KINDS } from '../domain/plan/transport.ts'
import { id, revision, text, wallTime } from './fields.ts'
import { cents, guestIds, lines } from './lines.ts'
import { patchOf } from './procedure.ts'

export const tripFields = z.object({
  /** One of our vehicles; null for a hired one. */
  vehicleId: id.nullable(),
  vehicleName: text(80),
  plate: text(20),
  /** For passengers. */
  seats: z.int().min(1).max(500).nullable(),
  /** One of the staff who can drive: then the driver is booked as well. */
  driverId: id.nullable(),
  driverName: text(60),
  driverPhone: text(40),
  route: text(300),
  meetingPoint: text(160),
  /** Flight or train that is met or left with. */
  transportNumber: text(40),
  station: text(120),
  transportAt: wallTime.nullable(),
  luggage: text(300),
  signText: text(200),
  /** Empty in an item's only car: all who take part. */
  guestIds,
  notes: text(1000),
})
export type TripFields = z.infer<typeof tripFields>

export const trip = tripFields.extend({ id, visitId: id, itemId: id, revision })
export type Trip = z.infer<typeof trip>

export const ticketFields = z.object({
  guestId: id.nullable(),
  /** Who travels, where it is no guest of the list. */
  traveller: text(80),
  kind: z.enum(TICKET_KINDS),
  number: text(40),
  seatClass: text(40),
  seat: text(20),
  fromPlace: text(120),
  toPlace: text(120),
  departsAt: wallTime.nullable(),
  arrivesAt: wallTime.nullable(),
  cost: cents,
  notes: text(500),
})
export type TicketFields = z.infer<typeof ticketFields>

export const ticket = ticketFields.extend({ id, visitId: id, revision })
export type Ticket = z.infer<typeof ticket>

/** One vehicle at one stop. Adding one of our own books it; taking it away lets it go. */
export const trips = lines({
  fresh: patchOf(tripFields).extend({ itemId: id }),
  patch: patchOf(tripFields.omit({ vehicleId: true })),
  line: trip,
})
export const tickets = lines({ fresh: patchOf(ticketFields), patch: patchOf(ticketFields), line: ticket })

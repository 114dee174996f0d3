import type { Guest } from '../../shared/contract/guests.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import type { Seating } from '../../shared/contract/seating.ts'
import type { Assignment } from '../../shared/contract/staffing.ts'
import type { Trip } from '../../shared/contract/transport.ts'
import type { Sitter } from '../../shared/domain/seating/room.ts'
import { type SeatingPlan, seatingPlan, sittersAt } from '../../shared/domain/seating/seating.ts'

export interface Sitting {
  item: Item
  /** The car, of a car's seats. */
  trip: Trip | null
  sitters: Sitter[]
  plan: SeatingPlan
}

/** A seating with who sits there now; null where its stop or its car is gone. */
export function sittingOf(
  seating: Pick<Seating, 'itemId' | 'tripId' | 'layout' | 'options' | 'seats'>,
  of: { items: readonly Item[]; guests: readonly Guest[]; assignments: readonly Assignment[]; trips: readonly Trip[] },
): Sitting | null {
  const item = of.items.find(each => each.id === seating.itemId)
  const trip = seating.tripId === null ? null : of.trips.find(each => each.id === seating.tripId)
  if (!item || trip === undefined) return null
  const riders = trip && trip.guestIds.length > 0 ? trip.guestIds : item.allGuests ? null : item.guestIds
  const guests = riders ? of.guests.filter(guest => riders.includes(guest.id)) : of.guests
  const duties = [
    ...of.assignments,
    ...(item.personInCharge === '' ? [] : [{ name: item.personInCharge, role: 'inCharge', itemId: item.id }]),
  ]
  const sitters = sittersAt(guests, duties, item.id)
  return { item, trip, sitters, plan: seatingPlan(seating.layout, seating.options, sitters, seating.seats) }
}

/** The name behind `guest:<id>` or `staff:<name>`; null for a guest who is gone. */
export function sitterName(
  ref: string,
  guests: readonly Guest[],
): { guest: Guest; name: string } | { guest: null; name: string } | null {
  if (ref.startsWith('staff:')) return { guest: null, name: ref.slice(6) }
  const guest = guests.find(each => each.id === ref.slice(6))
  return guest ? { guest, name: guest.name } : null
}

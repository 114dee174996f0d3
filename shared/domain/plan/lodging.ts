import { addDays, type Day, dayOf, eachDay, type WallTime } from '../time.ts'

export const ROOM_TYPES = ['single', 'double', 'twin', 'suite'] as const
export type RoomType = (typeof ROOM_TYPES)[number]

/** Beds for guests who do not share one. */
export const BEDS: Record<RoomType, number> = { single: 1, double: 1, twin: 2, suite: 1 }

export interface StaySpan {
  guestIds: readonly string[]
  checkIn: Day
  checkOut: Day
}

export interface Traveller {
  id: string
  arrivalAt: WallTime | null
  departureAt: WallTime | null
}

/** Nights of a stay: the days on whose evening one lies down. */
export function nightsOf(checkIn: Day, checkOut: Day): Day[] {
  return checkOut > checkIn ? eachDay(checkIn, addDays(checkOut, -1)) : []
}

/**
 * Guests with a night and no bed for it, in the guests' order. A guest's nights run from the arrival trip, or the visit's first
 * day, to the departure trip, or its last.
 */
export function withoutBed(
  visit: { startsOn: Day; endsOn: Day },
  guests: readonly Traveller[],
  stays: readonly StaySpan[],
): { guestId: string; nights: Day[] }[] {
  return guests.flatMap(guest => {
    const from = guest.arrivalAt ? dayOf(guest.arrivalAt) : visit.startsOn
    const until = guest.departureAt ? dayOf(guest.departureAt) : visit.endsOn
    const own = stays.filter(stay => stay.guestIds.includes(guest.id))
    const nights = nightsOf(from, until).filter(
      night => !own.some(stay => stay.checkIn <= night && night < stay.checkOut),
    )
    return nights.length > 0 ? [{ guestId: guest.id, nights }] : []
  })
}

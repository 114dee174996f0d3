export const TICKET_KINDS = ['flight', 'train', 'other'] as const
export type TicketKind = (typeof TICKET_KINDS)[number]

/** Stops that people are driven to. */
export const DRIVEN_KINDS = ['pickup', 'transfer', 'farewell'] as const

export interface Riders {
  /** Guests in this car; none named in an item's only car means all who take part. */
  guestIds: readonly string[]
  /** Seats for passengers; null where nobody counted. */
  seats: number | null
}

/**
 * Who takes part in a stop and sits in no car yet. An item's only car without names takes everybody; several cars want names.
 * Guests in two cars are counted once.
 */
export function withoutCar(participants: readonly string[], cars: readonly Riders[]): string[] {
  if (cars.length === 0) return [...participants]
  if (cars.length === 1 && cars[0]?.guestIds.length === 0) return []
  const seated = new Set(cars.flatMap(car => car.guestIds))
  return participants.filter(id => !seated.has(id))
}

/** How many more ride in a car than it has seats, 0 where all fit. `everybody` counts where no names are given. */
export function overSeats(car: Riders, everybody: number): number {
  if (car.seats === null) return 0
  return Math.max(0, (car.guestIds.length === 0 ? everybody : car.guestIds.length) - car.seats)
}

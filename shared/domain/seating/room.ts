/** How a table or car is seated. */
export const SEATING_LAYOUTS = ['opposite', 'u', 'board', 'round', 'car'] as const
export type SeatingLayout = (typeof SEATING_LAYOUTS)[number]

export interface SeatingOptions {
  /** Which side of the head the second sits: right in international and business practice, left in government protocol. */
  first: 'right' | 'left'
  /** Where one comes in: at a long side of the table, or at its end. */
  door: 'across' | 'end'
  /** Seats a side of the table, at least; 0: as many as come. */
  seatsPerSide: number
  /** Round tables, 1 to 20, and the seats of each, 6 to 12. */
  tables: number
  seatsPerTable: number
  /** Seats of a car beside the driver's. */
  carSeats: number
  /** A host drives: then the seat beside him is the first. */
  hostDrives: boolean
}

export const SEATING_DEFAULTS: SeatingOptions = {
  first: 'right',
  door: 'across',
  seatsPerSide: 0,
  tables: 1,
  seatsPerTable: 10,
  carSeats: 4,
  hostDrives: false,
}

/** Somebody to be seated, in order of precedence among the own side. */
export interface Sitter {
  /** `guest:<id>` or `staff:<name>`. */
  ref: string
  side: 'guest' | 'host'
  /** Sits beside the head of the own side. */
  interpreter: boolean
}

export interface Seat {
  key: string
  /** Middle of the seat, in units of the drawing: a seat is `SEAT` wide and high. */
  x: number
  y: number
  /** Table, from 1. */
  table: number
  /** Whose side it is; `any` at round tables and in cars. */
  side: 'guest' | 'host' | 'any'
}

export interface Furniture {
  kind: 'table' | 'round' | 'door' | 'car' | 'driver'
  x: number
  y: number
  width: number
  height: number
  /** Table, from 1; 0 for what is none. */
  table: number
}

/** A seat's box in units of the drawing. */
export const SEAT = { width: 22, height: 13 }
export const STEP = SEAT.width + 3
export const EDGE = 4

/** A table or car with its seats, and whom the rules propose for which. */
export interface Room {
  width: number
  height: number
  seats: Seat[]
  furniture: Furniture[]
  proposed: Map<string, string>
}

export type Build = (options: SeatingOptions, sitters: readonly Sitter[]) => Room

/** One of the two sides, by precedence. */
export const sideOf = (sitters: readonly Sitter[], side: Sitter['side']) =>
  sitters.filter(sitter => sitter.side === side)

/**
 * The places of one row by rank, as offsets from the head's: right of the head is positive, as the head sits. An interpreter takes the
 * head's right.
 */
export function offsets(count: number, first: SeatingOptions['first']): number[] {
  const sign = first === 'right' ? 1 : -1
  return Array.from({ length: count }, (_, rank) =>
    rank === 0 ? 0 : Math.ceil(rank / 2) * (rank % 2 === 1 ? sign : -sign),
  )
}

/** A side by rank with the interpreter next after the head. */
export function ranked(people: readonly Sitter[]): string[] {
  const interpreters = people.filter(person => person.interpreter)
  const [head, ...rest] = people.filter(person => !person.interpreter)
  return [head, ...interpreters, ...rest].flatMap(person => person?.ref ?? [])
}

/** Everything moved so that it begins at the drawing's edge, and the drawing's size. */
export function framed(room: Omit<Room, 'width' | 'height'>): Room {
  const boxes = [
    ...room.furniture.map(each => [each.x + each.width, each.y + each.height, each.x, each.y] as const),
    ...room.seats.map(
      seat =>
        [seat.x + SEAT.width / 2, seat.y + SEAT.height / 2, seat.x - SEAT.width / 2, seat.y - SEAT.height / 2] as const,
    ),
  ]
  const left = Math.min(...boxes.map(box => box[2])) - EDGE
  const top = Math.min(...boxes.map(box => box[3])) - EDGE
  return {
    ...room,
    seats: room.seats.map(seat => ({ ...seat, x: seat.x - left, y: seat.y - top })),
    furniture: room.furniture.map(each => ({ ...each, x: each.x - left, y: each.y - top })),
    width: Math.max(...boxes.map(box => box[0])) - left + EDGE,
    height: Math.max(...boxes.map(box => box[1])) - top + EDGE,
  }
}

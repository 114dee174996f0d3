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

export interface SeatingPlan {
  width: number
  height: number
  seats: Seat[]
  furniture: Furniture[]
  /** Who sits where, by seat. */
  taken: Map<string, string>
  /** Seats that a person filled otherwise than the rules propose. */
  changed: Set<string>
  /** Who has no seat. */
  left: string[]
}

/** A seat's box in units of the drawing. */
export const SEAT = { width: 22, height: 13 }
const STEP = SEAT.width + 3
const EDGE = 4

/**
 * Who sits where. The rules propose; where a person has moved somebody (`byHand`), that stands: who has come since is told as without
 * a seat, and who is gone leaves the seat empty.
 *
 * Sources: opposite sides, the heads in the middle, the interpreter at the head's right, car and banquet seats are the usual Chinese
 * business and protocol order as PRODUCT.md and FACTS.md of this office tell it. The side that comes first is a setting, since the
 * sources differ.
 */
export function seatingPlan(
  layout: SeatingLayout,
  options: SeatingOptions,
  sitters: readonly Sitter[],
  byHand: Readonly<Record<string, string>> | null,
): SeatingPlan {
  const room = ROOMS[layout](options, sitters)
  const known = new Set(sitters.map(sitter => sitter.ref))
  const proposed = new Map([...room.proposed].filter(([, ref]) => known.has(ref)))
  const seatKeys = new Set(room.seats.map(seat => seat.key))
  const taken = byHand
    ? new Map(Object.entries(byHand).filter(([key, ref]) => seatKeys.has(key) && known.has(ref)))
    : proposed
  const seated = new Set(taken.values())
  return {
    width: room.width,
    height: room.height,
    seats: room.seats,
    furniture: room.furniture,
    taken,
    changed: new Set(
      byHand ? room.seats.map(seat => seat.key).filter(key => taken.get(key) !== proposed.get(key)) : [],
    ),
    left: sitters.map(sitter => sitter.ref).filter(ref => !seated.has(ref)),
  }
}

/** The seats after two changed places; an empty seat takes whoever is dragged there, one without a seat drives its holder out. */
export function swapped(taken: ReadonlyMap<string, string>, from: { seat: string } | { ref: string }, to: string) {
  const next = new Map(taken)
  const ref = 'ref' in from ? from.ref : taken.get(from.seat)
  if (ref === undefined) return next
  const other = taken.get(to)
  next.set(to, ref)
  if ('seat' in from && from.seat !== to) {
    if (other === undefined) next.delete(from.seat)
    else next.set(from.seat, other)
  }
  return next
}

/** Everybody who sits, in the order of the seats: table by table, the head of each first. Cards are printed in it. */
export function inSeatOrder(plan: Pick<SeatingPlan, 'seats' | 'taken'>): { seat: Seat; ref: string }[] {
  return plan.seats.flatMap(seat => {
    const ref = plan.taken.get(seat.key)
    return ref === undefined ? [] : [{ seat, ref }]
  })
}

interface Room {
  width: number
  height: number
  seats: Seat[]
  furniture: Furniture[]
  proposed: Map<string, string>
}

type Build = (options: SeatingOptions, sitters: readonly Sitter[]) => Room

const ROOMS: Record<SeatingLayout, Build> = { opposite, u, board, round, car }

const sideOf = (sitters: readonly Sitter[], side: Sitter['side']) => sitters.filter(sitter => sitter.side === side)

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

/** One side of a table: who sits at which offset from the head. */
function rowOf(people: readonly Sitter[], first: SeatingOptions['first']): Map<number, string> {
  const interpreter = people.find(person => person.interpreter)
  const others = people.filter(person => person !== interpreter)
  const row = new Map<number, string>()
  const [head, ...rest] = others
  if (head) row.set(0, head.ref)
  if (interpreter) row.set(head ? 1 : 0, interpreter.ref)
  const free = offsets(people.length + 2, first).filter(offset => !row.has(offset))
  rest.forEach((person, index) => {
    const offset = free[index]
    if (offset !== undefined) row.set(offset, person.ref)
  })
  return row
}

/** Guests on one side, hosts on the other; the guests face the door, or sit at the right of whoever comes in at the end. */
function opposite(options: SeatingOptions, sitters: readonly Sitter[]): Room {
  const rows = (['guest', 'host'] as const).map(side => ({ side, row: rowOf(sideOf(sitters, side), options.first) }))
  // The heads face each other in the middle: both rows reach as far from it as the fuller one does.
  const farthest = Math.max(...rows.flatMap(({ row }) => [...row.keys()].map(Math.abs)), 0)
  const count = Math.max(2 * farthest + 1, options.seatsPerSide - (options.seatsPerSide % 2 === 0 ? 1 : 0))
  const long = count * STEP
  const table = 16
  const across = options.door === 'across'
  const seats: Seat[] = []
  const proposed = new Map<string, string>()
  for (const { side, row } of rows) {
    for (const offset of offsets(count, options.first)) {
      // Whoever faces down the drawing has the right hand at its left; whoever sits at its right faces left and has it above.
      const along = long / 2 + (side === 'guest' ? -offset : offset) * STEP
      const key = `${side}${offset}`
      const place = across
        ? { x: EDGE + along, y: EDGE + SEAT.height / 2 + (side === 'guest' ? 0 : SEAT.height + table) }
        : {
            x: EDGE + SEAT.width / 2 + (side === 'guest' ? SEAT.width + table : 0),
            y: EDGE + long / 2 + (side === 'guest' ? -offset : offset) * (SEAT.height + 3),
          }
      seats.push({ key, ...place, table: 1, side })
      const ref = row.get(offset)
      if (ref !== undefined) proposed.set(key, ref)
    }
  }
  return framed(
    across
      ? {
          seats,
          proposed,
          furniture: [
            { kind: 'table', x: EDGE, y: EDGE + SEAT.height + 2, width: long, height: table - 4, table: 1 },
            {
              kind: 'door',
              x: EDGE + long / 2 - 10,
              y: EDGE + 2 * SEAT.height + table + 6,
              width: 20,
              height: 5,
              table: 0,
            },
          ],
        }
      : {
          seats,
          proposed,
          furniture: [
            {
              kind: 'table',
              x: EDGE + SEAT.width + 2,
              y: EDGE + long / 2 - (count * (SEAT.height + 3)) / 2,
              width: table - 4,
              height: count * (SEAT.height + 3),
              table: 1,
            },
            {
              kind: 'door',
              x: EDGE + SEAT.width + table / 2 - 10,
              y: EDGE + long / 2 + (count * (SEAT.height + 3)) / 2 + 4,
              width: 20,
              height: 5,
              table: 0,
            },
          ],
        },
  )
}

/** The heads at the closed end, the first guest at the host's right; the sides go down the arms from there. The open end is at the door. */
function u(options: SeatingOptions, sitters: readonly Sitter[]): Room {
  const [guests, hosts] = [ranked(sideOf(sitters, 'guest')), ranked(sideOf(sitters, 'host'))]
  const arm = Math.max(1, options.seatsPerSide, guests.length - 1, hosts.length - 1)
  const width = 2 * SEAT.width + 2 * STEP + 14
  const seats: Seat[] = []
  const proposed = new Map<string, string>()
  // The host faces the door, down the drawing: the host's right is its left. In government protocol the guest sits at the left.
  const guestLeft = options.first === 'right'
  const middle = EDGE + width / 2
  const put = (key: string, x: number, y: number, side: 'guest' | 'host', ref: string | undefined) => {
    seats.push({ key, x, y, table: 1, side })
    if (ref !== undefined) proposed.set(key, ref)
  }
  const armX = { left: EDGE + SEAT.width / 2, right: EDGE + width - SEAT.width / 2 }
  put('guest0', middle + ((guestLeft ? -1 : 1) * STEP) / 2, EDGE + SEAT.height / 2, 'guest', guests[0])
  for (let place = 1; place <= arm; place++)
    put(
      `guest${place}`,
      guestLeft ? armX.left : armX.right,
      EDGE + SEAT.height + 4 + place * (SEAT.height + 3),
      'guest',
      guests[place],
    )
  put('host0', middle + ((guestLeft ? 1 : -1) * STEP) / 2, EDGE + SEAT.height / 2, 'host', hosts[0])
  for (let place = 1; place <= arm; place++)
    put(
      `host${place}`,
      guestLeft ? armX.right : armX.left,
      EDGE + SEAT.height + 4 + place * (SEAT.height + 3),
      'host',
      hosts[place],
    )
  const top = EDGE + SEAT.height + 2
  const deep = (arm + 1) * (SEAT.height + 3) + 6
  const inner = EDGE + SEAT.width + 2
  return framed({
    seats,
    proposed,
    furniture: [
      { kind: 'table', x: inner, y: top, width: width - 2 * SEAT.width - 4, height: 9, table: 1 },
      { kind: 'table', x: inner, y: top + 9, width: 9, height: deep - 9, table: 0 },
      { kind: 'table', x: EDGE + width - SEAT.width - 11, y: top + 9, width: 9, height: deep - 9, table: 0 },
      { kind: 'door', x: middle - 10, y: top + deep + 5, width: 20, height: 5, table: 0 },
    ],
  })
}

/** One table: the host at its head faces the door, guests go down the host's right, colleagues down the left. */
function board(options: SeatingOptions, sitters: readonly Sitter[]): Room {
  const guests = ranked(sideOf(sitters, 'guest'))
  const [host, ...colleagues] = ranked(sideOf(sitters, 'host'))
  const long = Math.max(1, options.seatsPerSide, guests.length, colleagues.length)
  const table = 26
  const seats: Seat[] = []
  const proposed = new Map<string, string>()
  const middle = EDGE + SEAT.width + 2 + table / 2
  const guestLeft = options.first === 'right'
  const put = (key: string, x: number, y: number, side: Seat['side'], ref: string | undefined) => {
    seats.push({ key, x, y, table: 1, side })
    if (ref !== undefined) proposed.set(key, ref)
  }
  put('host0', middle, EDGE + SEAT.height / 2, 'host', host)
  const left = EDGE + SEAT.width / 2
  const right = left + SEAT.width + 4 + table
  const down = (place: number) => EDGE + SEAT.height + 4 + SEAT.height / 2 + place * (SEAT.height + 3)
  for (let place = 0; place < long; place++)
    put(`guest${place}`, guestLeft ? left : right, down(place), 'guest', guests[place])
  for (let place = 0; place < long; place++)
    put(`host${place + 1}`, guestLeft ? right : left, down(place), 'host', colleagues[place])
  const deep = long * (SEAT.height + 3) + 2
  return framed({
    seats,
    proposed,
    furniture: [
      { kind: 'table', x: middle - table / 2, y: EDGE + SEAT.height + 2, width: table, height: deep, table: 1 },
      { kind: 'door', x: middle - 10, y: EDGE + SEAT.height + deep + 8, width: 20, height: 5, table: 0 },
    ],
  })
}

/** A side by rank with the interpreter next after the head. */
function ranked(people: readonly Sitter[]): string[] {
  const interpreters = people.filter(person => person.interpreter)
  const [head, ...rest] = people.filter(person => !person.interpreter)
  return [head, ...interpreters, ...rest].flatMap(person => person?.ref ?? [])
}

/**
 * Round tables: the host faces the door, the deputy host sits opposite; guests 1 and 2 at the host's right and left, 3 and 4 at the
 * deputy's; at every further table a colleague is host. Guests fill table after table by rank, as many at each as there are to seat.
 */
function round(options: SeatingOptions, sitters: readonly Sitter[]): Room {
  const tables = Math.min(20, Math.max(1, options.tables))
  const places = Math.min(12, Math.max(6, options.seatsPerTable))
  const hosts = ranked(sideOf(sitters, 'host').filter(sitter => !sitter.interpreter))
  const interpreters = sitters.filter(sitter => sitter.interpreter).map(sitter => sitter.ref)
  const guests = sideOf(sitters, 'guest')
    .filter(sitter => !sitter.interpreter)
    .map(sitter => sitter.ref)
  const radius = 13 + places * 2.4
  const cell = { width: 2 * radius + 2 * SEAT.width, height: 2 * radius + 2 * SEAT.height + 4 }
  const columns = Math.min(tables, tables <= 4 ? 2 : tables <= 9 ? 3 : 4)
  const seats: Seat[] = []
  const furniture: Furniture[] = []
  const proposed = new Map<string, string>()
  const [host, deputy, ...colleagues] = hosts
  // The first table has the host, the deputy and the interpreters; every other one colleague as its host, while there are any.
  const leaders = Array.from({ length: tables }, (_, table) =>
    table === 0 ? [host, deputy] : [colleagues[table - 1], undefined],
  )
  const spare = colleagues.slice(tables - 1)
  const room = leaders.map(
    (pair, table) => places - pair.filter(Boolean).length - (table === 0 ? interpreters.length : 0),
  )
  const shares = shared(guests.length, room)
  let from = 0
  for (let table = 0; table < tables; table++) {
    const own = guests.slice(from, from + (shares[table] ?? 0))
    from += own.length
    const centre = {
      x: EDGE + cell.width * ((table % columns) + 0.5),
      y: EDGE + cell.height * (Math.floor(table / columns) + 0.5),
    }
    furniture.push({
      kind: 'round',
      x: centre.x - radius + 8,
      y: centre.y - radius + 8,
      width: 2 * radius - 16,
      height: 2 * radius - 16,
      table: table + 1,
    })
    const order = roundOrder(places)
    for (const place of order.all) {
      // The host at the top faces down the drawing: the host's right is its left. Left first mirrors the table.
      const turn = ((place * 2 * Math.PI) / places) * (options.first === 'right' ? -1 : 1)
      seats.push({
        key: `${table + 1}-${place}`,
        x: centre.x + Math.sin(turn) * (radius + 6),
        y: centre.y - Math.cos(turn) * (radius + 2),
        table: table + 1,
        side: 'any',
      })
    }
    const put = (place: number | undefined, ref: string | undefined) => {
      if (place !== undefined && ref !== undefined) proposed.set(`${table + 1}-${place}`, ref)
    }
    const [leader, second] = leaders[table] ?? []
    put(0, leader)
    put(order.deputy, second)
    const guestPlaces = second === undefined ? order.withoutDeputy : order.guests
    // An interpreter sits beyond the guest who is served, next to the host's right hand.
    const seatedInterpreters = table === 0 ? interpreters : []
    const interpreterPlaces = seatedInterpreters.map((_, index) => (index === 0 ? 2 : places - 2))
    seatedInterpreters.forEach((ref, index) => {
      put(index < 2 ? interpreterPlaces[index] : undefined, ref)
    })
    const free = (leader === undefined ? [0, ...guestPlaces] : guestPlaces).filter(
      place => !interpreterPlaces.includes(place),
    )
    own.forEach((ref, index) => {
      put(free[index], ref)
    })
    const rest = free.slice(own.length)
    for (const place of rest) {
      if (spare.length === 0) break
      put(place, spare.shift())
    }
  }
  const wide = columns * cell.width
  const high = Math.ceil(tables / columns) * cell.height
  furniture.push({ kind: 'door', x: EDGE + wide / 2 - 10, y: EDGE + high + 2, width: 20, height: 5, table: 0 })
  return framed({ seats, furniture, proposed })
}

/** The places of a round table by rank; place 0 is the host's, 1 at the host's right, and so on around. */
function roundOrder(places: number): { all: number[]; deputy: number; guests: number[]; withoutDeputy: number[] } {
  const deputy = Math.round(places / 2)
  const guests: number[] = []
  const add = (place: number) => {
    const real = ((place % places) + places) % places
    if (real !== 0 && real !== deputy && !guests.includes(real)) guests.push(real)
  }
  for (let far = 1; far < places; far++) {
    add(far)
    add(-far)
    add(deputy + far)
    add(deputy - far)
  }
  const withoutDeputy = offsets(places, 'right')
    .map(offset => (offset + places) % places)
    .filter(place => place !== 0)
  return { all: [0, ...guests.slice(0, 2), deputy, ...guests.slice(2)], deputy, guests, withoutDeputy }
}

/** Parts a number over rooms in order: as evenly as they take it, the first ones one more. */
function shared(count: number, rooms: readonly number[]): number[] {
  const shares = rooms.map(() => 0)
  let left = Math.min(
    count,
    rooms.reduce((sum, each) => sum + Math.max(0, each), 0),
  )
  while (left > 0) {
    for (let table = 0; table < rooms.length && left > 0; table++) {
      if ((shares[table] ?? 0) >= (rooms[table] ?? 0)) continue
      shares[table] = (shares[table] ?? 0) + 1
      left--
    }
  }
  return shares
}

/**
 * A car as one looks down on it, driving up the drawing, the driver at the left. Up to four passengers: rear right, rear left, rear
 * middle, front for staff; where a host drives, the front first. Larger cars: the rows behind the driver from front to back, right
 * before left, the front seat for staff.
 */
function car(options: SeatingOptions, sitters: readonly Sitter[]): Room {
  const count = Math.min(60, Math.max(1, options.carSeats))
  const seats: Seat[] = []
  const rows: string[][] = []
  const left = EDGE + 6
  const top = EDGE + 8
  const row = (number: number) => top + SEAT.height / 2 + number * (SEAT.height + 5)
  const abreast = count <= 4 ? 3 : count <= 8 ? 2 : 4
  const width = Math.max(abreast, 2) * STEP
  seats.push({ key: 'front', x: left + width - STEP / 2, y: row(0), table: 1, side: 'any' })
  let number = 1
  for (let placed = 1; placed < count; number++) {
    const here = Math.min(abreast, count - placed)
    const keys: string[] = []
    for (const column of inRow(abreast, here)) {
      const key = `${number}-${column}`
      keys.push(key)
      seats.push({ key, x: left + column * STEP + STEP / 2, y: row(number), table: 1, side: 'any' })
    }
    rows.push(keys)
    placed += here
  }
  const behind = rows.flat()
  const order = options.hostDrives ? ['front', ...behind] : behind
  const people = [
    ...sideOf(sitters, 'guest').map(sitter => sitter.ref),
    ...sideOf(sitters, 'host').map(sitter => sitter.ref),
  ]
  const staff = sideOf(sitters, 'host').map(sitter => sitter.ref)
  const proposed = new Map<string, string>()
  // With a driver the seat beside him is for staff, the interpreter before all: a guest sits there when no other seat is left.
  const beside = options.hostDrives
    ? undefined
    : (sitters.find(each => each.side === 'host' && each.interpreter)?.ref ?? staff[0])
  if (beside !== undefined) proposed.set('front', beside)
  const riders = people.filter(ref => ref !== beside)
  const free = beside === undefined && !options.hostDrives ? [...order, 'front'] : order
  riders.forEach((ref, index) => {
    const key = free[index]
    if (key !== undefined) proposed.set(key, ref)
  })
  const ordered = [...order, ...(options.hostDrives ? [] : ['front'])]
  seats.sort((a, b) => ordered.indexOf(a.key) - ordered.indexOf(b.key))
  return framed({
    seats,
    proposed,
    furniture: [
      { kind: 'car', x: EDGE, y: EDGE, width: width + 12, height: number * (SEAT.height + 5) + 12, table: 0 },
      {
        kind: 'driver',
        x: left + STEP / 2 - SEAT.width / 2,
        y: row(0) - SEAT.height / 2,
        width: SEAT.width,
        height: SEAT.height,
        table: 0,
      },
    ],
  })
}

/** The columns of a row of a car by rank: the right window first, the left one, then what lies between. */
function inRow(abreast: number, count: number): number[] {
  const all = abreast === 2 ? [1, 0] : abreast === 3 ? [2, 0, 1] : [3, 2, 0, 1]
  return all.slice(0, count)
}

function framed(room: Omit<Room, 'width' | 'height'>): Room {
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

/** Roles that sit with the guests, the highest first; drivers and whoever fetches or prepares do not. */
const SITTING = ['leader', 'inCharge', 'coordinator', 'escort', 'guide', 'interpreter', 'other'] as const
/** Of those who are there the whole visit, only these sit down at every stop. */
const WHOLE_VISIT = new Set<string>(['leader', 'interpreter', 'escort'])

/**
 * Who is to be seated at a stop: its guests by precedence, and of the house whoever has a part in it, leaders first, each once.
 * @param duties with the stop they are for, or null for the whole visit.
 */
export function sittersAt(
  guests: readonly { id: string; title: string }[],
  duties: readonly { name: string; role: string; itemId: string | null }[],
  itemId: string,
): Sitter[] {
  const present = duties.filter(
    duty =>
      duty.name.trim() !== '' &&
      (duty.itemId === itemId || (duty.itemId === null && WHOLE_VISIT.has(duty.role))) &&
      (SITTING as readonly string[]).includes(duty.role),
  )
  const byRank = [...present].sort((a, b) => SITTING.indexOf(a.role as never) - SITTING.indexOf(b.role as never))
  const hosts = new Map<string, Sitter>()
  for (const duty of byRank) {
    const ref = `staff:${duty.name.trim()}`
    if (!hosts.has(ref)) hosts.set(ref, { ref, side: 'host', interpreter: duty.role === 'interpreter' })
  }
  return [
    ...guests.map(guest => ({
      ref: `guest:${guest.id}`,
      side: 'guest' as const,
      interpreter: /翻译|译员|interpreter/iu.test(guest.title),
    })),
    ...hosts.values(),
  ]
}

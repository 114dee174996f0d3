import {
  EDGE,
  type Furniture,
  framed,
  offsets,
  type Room,
  ranked,
  SEAT,
  type Seat,
  type SeatingOptions,
  type Sitter,
  sideOf,
} from './room.ts'

/**
 * Round tables: the host faces the door, the deputy host sits opposite; guests 1 and 2 at the host's right and left, 3 and 4 at the
 * deputy's; at every further table a colleague is host. Guests fill table after table by rank, as many at each as there are to seat.
 *
 * Source: Chinese banquet custom (主陪面门，副主陪对面；一、二号客人在主陪右、左，三、四号在副主陪右、左).
 */
export function round(options: SeatingOptions, sitters: readonly Sitter[]): Room {
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

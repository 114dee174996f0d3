import {
  EDGE,
  framed,
  offsets,
  type Room,
  ranked,
  SEAT,
  type Seat,
  type SeatingOptions,
  type Sitter,
  STEP,
  sideOf,
} from './room.ts'

/**
 * Guests on one side, hosts on the other; the guests face the door, or sit at the right of whoever comes in at the end.
 *
 * Source: 外事会谈座次 as the protocol sections of provincial foreign affairs offices publish it (辽宁省外事服务办公室礼宾文化新闻处): 以正门
 * 为准、客方面向正门、主谈居中、译员在主谈右侧、其他人按礼宾顺序左右排列；桌端向门时进门右侧为客方.
 */
export function opposite(options: SeatingOptions, sitters: readonly Sitter[]): Room {
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

/**
 * The heads at the closed end, the first guest at the host's right; the sides go down the arms from there. The open end is at the door.
 *
 * Source: the rules of 并列式会见 (面门为上、以右为上、离门远者为上).
 */
export function u(options: SeatingOptions, sitters: readonly Sitter[]): Room {
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

/**
 * One table: the host at its head faces the door, guests go down the host's right, colleagues down the left.
 *
 * Source: the rules of 主席式会见 (主人面门居中，来宾以右为上、离主位近者为上).
 */
export function board(options: SeatingOptions, sitters: readonly Sitter[]): Room {
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

import { EDGE, framed, type Room, SEAT, type Seat, type SeatingOptions, type Sitter, STEP, sideOf } from './room.ts'

/**
 * A car as one looks down on it, driving up the drawing, the driver at the left. Up to four passengers: rear right, rear left, rear
 * middle, front for staff; where a host drives, the front first. Larger cars: the rows behind the driver from front to back, right
 * before left, the front seat for staff.
 *
 * Source: 公务接待乘车礼仪 (双排座专职司机：后排右、后排左、后排中、副驾驶为随员座；主人驾车：副驾驶为上；多排座：前排为上、以右为尊).
 */
export function car(options: SeatingOptions, sitters: readonly Sitter[]): Room {
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

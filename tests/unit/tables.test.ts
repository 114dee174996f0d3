import { describe, expect, it } from 'vitest'
import { type Room, SEATING_DEFAULTS, type SeatingOptions, type Sitter } from '../../shared/domain/seating/room.ts'
import { board, opposite, u } from '../../shared/domain/seating/tables.ts'

const people = (side: Sitter['side'], count: number): Sitter[] =>
  Array.from({ length: count }, (_, index) => ({ ref: `${side}${index + 1}`, side, interpreter: false }))
const both = (guests: number, hosts: number) => [...people('guest', guests), ...people('host', hosts)]
const options = (patch: Partial<SeatingOptions> = {}): SeatingOptions => ({ ...SEATING_DEFAULTS, ...patch })
const at = (room: Room, ref: string) => {
  const seat = room.seats.find(each => room.proposed.get(each.key) === ref)
  if (!seat) throw new Error(`${ref} has no seat`)
  return seat
}

describe('two sides of a table', () => {
  it('are as long as the fuller one, with both heads in the middle', () => {
    const room = opposite(options(), both(5, 1))
    expect(room.seats.filter(seat => seat.side === 'guest')).toHaveLength(5)
    expect(room.seats.filter(seat => seat.side === 'host')).toHaveLength(5)
    expect(at(room, 'guest1').x).toBe(at(room, 'host1').x)
  })

  it('have the seats that were asked for, even when fewer come', () => {
    expect(opposite(options({ seatsPerSide: 7 }), both(1, 1)).seats).toHaveLength(14)
    // The heads sit in the middle, so a side has an odd number.
    expect(opposite(options({ seatsPerSide: 8 }), both(1, 1)).seats).toHaveLength(14)
  })

  it('have the interpreter at the right of the head, and the second at the other side', () => {
    const interpreter: Sitter = { ref: 'i', side: 'guest', interpreter: true }
    const { proposed } = opposite(options(), [...people('guest', 2), interpreter, ...people('host', 1)])
    expect(['guest0', 'guest1', 'guest-1'].map(key => proposed.get(key))).toEqual(['guest1', 'i', 'guest2'])
  })
})

describe('a table like a U', () => {
  it('has both heads at the closed end, away from the door, the first guest at the right of the host', () => {
    const room = u(options(), both(3, 3))
    const door = room.furniture.find(each => each.kind === 'door')
    expect(at(room, 'guest1').y).toBe(at(room, 'host1').y)
    expect(at(room, 'guest1').y).toBeLessThan(door?.y ?? 0)
    // Who faces down the drawing has the right hand at its left.
    expect(at(room, 'guest1').x).toBeLessThan(at(room, 'host1').x)
    expect(at(room, 'guest3').y).toBeGreaterThan(at(room, 'guest2').y)
  })

  it('is mirrored in government protocol', () => {
    const room = u(options({ first: 'left' }), both(2, 2))
    expect(at(room, 'guest1').x).toBeGreaterThan(at(room, 'host1').x)
    expect(at(room, 'guest2').x).toBeGreaterThan(at(room, 'host2').x)
  })
})

describe('one long table', () => {
  it('has the host at its head, guests down the right of the host by rank, colleagues down the left', () => {
    const room = board(options(), both(3, 3))
    expect(at(room, 'host1').y).toBeLessThan(at(room, 'guest1').y)
    expect(at(room, 'guest1').x).toBeLessThan(at(room, 'host1').x)
    expect(at(room, 'host2').x).toBeGreaterThan(at(room, 'host1').x)
    expect(at(room, 'guest2').y).toBeGreaterThan(at(room, 'guest1').y)
    expect(at(room, 'host2').y).toBe(at(room, 'guest1').y)
  })

  it('has a seat for everybody, and none that is drawn over another', () => {
    for (const layout of [opposite, u, board]) {
      const room = layout(options(), both(9, 4))
      expect(room.proposed.size).toBe(13)
      expect(new Set(room.seats.map(seat => `${seat.x},${seat.y}`)).size).toBe(room.seats.length)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { car } from '../../shared/domain/seating/car.ts'
import { SEATING_DEFAULTS, type SeatingOptions, type Sitter } from '../../shared/domain/seating/room.ts'

const guests = (count: number): Sitter[] =>
  Array.from({ length: count }, (_, index) => ({ ref: `g${index + 1}`, side: 'guest', interpreter: false }))
const colleague = (ref: string, interpreter = false): Sitter => ({ ref, side: 'host', interpreter })
const driven = (sitters: readonly Sitter[], options: Partial<SeatingOptions> = {}) => {
  const room = car({ ...SEATING_DEFAULTS, ...options }, sitters)
  const seat = (ref: string) => room.seats.find(each => room.proposed.get(each.key) === ref)
  return { room, seat, x: (ref: string) => seat(ref)?.x ?? Number.NaN, y: (ref: string) => seat(ref)?.y ?? Number.NaN }
}

describe('a car', () => {
  it('has as many seats as it is told, one of them beside the driver', () => {
    for (const carSeats of [1, 2, 4, 5, 7, 19, 60]) {
      const { room } = driven([], { carSeats })
      expect([carSeats, room.seats.length]).toEqual([carSeats, carSeats])
      expect(room.seats.filter(seat => seat.key === 'front')).toHaveLength(1)
    }
  })

  it('with a driver seats the first guest behind at the right, the second at the left, the third between', () => {
    const { x, y } = driven(guests(3))
    expect(y('g1')).toBe(y('g2'))
    expect(x('g1')).toBeGreaterThan(x('g3'))
    expect(x('g3')).toBeGreaterThan(x('g2'))
  })

  it('keeps the front for staff, the interpreter before all; a guest sits there when no other seat is left', () => {
    expect(driven([...guests(2), colleague('s'), colleague('i', true)]).room.proposed.get('front')).toBe('i')
    expect(driven([...guests(2), colleague('s')]).room.proposed.get('front')).toBe('s')
    expect(driven(guests(3)).room.proposed.get('front')).toBeUndefined()
    expect(driven(guests(4)).room.proposed.get('front')).toBe('g4')
  })

  it('driven by a host has its first seat beside the driver', () => {
    const { room } = driven([...guests(2), colleague('s')], { hostDrives: true })
    expect(room.proposed.get('front')).toBe('g1')
  })

  it('of many rows fills them from the front, right before left', () => {
    const { x, y } = driven(guests(6), { carSeats: 7 })
    expect([y('g1'), y('g2')]).toEqual([y('g1'), y('g1')])
    expect(x('g1')).toBeGreaterThan(x('g2'))
    expect(y('g3')).toBeGreaterThan(y('g1'))
    expect(x('g3')).toBeGreaterThan(x('g4'))
  })
})

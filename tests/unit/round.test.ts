import { describe, expect, it } from 'vitest'
import { SEATING_DEFAULTS, type SeatingOptions, type Sitter } from '../../shared/domain/seating/room.ts'
import { round } from '../../shared/domain/seating/round.ts'

const guests = (count: number): Sitter[] =>
  Array.from({ length: count }, (_, index) => ({ ref: `g${index + 1}`, side: 'guest', interpreter: false }))
const hosts = (count: number): Sitter[] =>
  Array.from({ length: count }, (_, index) => ({ ref: `s${index + 1}`, side: 'host', interpreter: false }))
const INTERPRETER: Sitter = { ref: 'i', side: 'host', interpreter: true }
const seated = (sitters: readonly Sitter[], options: Partial<SeatingOptions> = {}) =>
  round({ ...SEATING_DEFAULTS, ...options }, sitters)

describe('a round table', () => {
  it('has its host in the place that faces the door, the deputy opposite', () => {
    const room = seated([...guests(6), ...hosts(2)])
    const place = (key: string) => room.seats.find(seat => seat.key === key)
    const door = room.furniture.find(each => each.kind === 'door')
    expect([room.proposed.get('1-0'), room.proposed.get('1-5')]).toEqual(['s1', 's2'])
    expect(place('1-0')?.y).toBeLessThan(place('1-5')?.y ?? 0)
    expect(place('1-5')?.y).toBeLessThan(door?.y ?? 0)
  })

  it('seats guests 1 and 2 at the right and left of the host, 3 and 4 of the deputy', () => {
    const { proposed } = seated([...guests(4), ...hosts(2)])
    expect(['1-1', '1-9', '1-6', '1-4'].map(key => proposed.get(key))).toEqual(['g1', 'g2', 'g3', 'g4'])
  })

  it('is mirrored where the first sits at the left, as in government protocol', () => {
    const x = (first: 'right' | 'left') => seated([], { first }).seats.find(seat => seat.key === '1-1')?.x ?? 0
    const middle = (first: 'right' | 'left') => seated([], { first }).seats.find(seat => seat.key === '1-0')?.x ?? 0
    expect(x('right')).toBeLessThan(middle('right'))
    expect(x('left')).toBeGreaterThan(middle('left'))
  })

  it('has the interpreter beyond the first guest', () => {
    const { proposed } = seated([...guests(3), ...hosts(1), INTERPRETER])
    expect(['1-0', '1-1', '1-2'].map(key => proposed.get(key))).toEqual(['s1', 'g1', 'i'])
  })

  it('without hosts gives the place that faces the door to the first guest', () => {
    expect(seated(guests(2)).proposed.get('1-0')).toBe('g1')
  })

  it('is one of up to 20, of 6 to 12 places', () => {
    expect(seated([], { tables: 99, seatsPerTable: 99 }).seats).toHaveLength(20 * 12)
    expect(seated([], { tables: 0, seatsPerTable: 1 }).seats).toHaveLength(6)
  })
})

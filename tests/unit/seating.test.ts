import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  offsets,
  SEATING_DEFAULTS,
  SEATING_LAYOUTS,
  type SeatingOptions,
  type Sitter,
} from '../../shared/domain/seating/room.ts'
import { inSeatOrder, seatingPlan, sittersAt, swapped } from '../../shared/domain/seating/seating.ts'

const guests = (count: number): Sitter[] =>
  Array.from({ length: count }, (_, index) => ({ ref: `guest:${index + 1}`, side: 'guest', interpreter: false }))
const hosts = (count: number): Sitter[] =>
  Array.from({ length: count }, (_, index) => ({ ref: `staff:${index + 1}`, side: 'host', interpreter: false }))
const options = (patch: Partial<SeatingOptions> = {}): SeatingOptions => ({ ...SEATING_DEFAULTS, ...patch })

describe('seats by etiquette', () => {
  it('the head sits in the middle, the second at the right first, then at the left; the other way in government protocol', () => {
    expect(offsets(5, 'right')).toEqual([0, 1, -1, 2, -2])
    expect(offsets(5, 'left')).toEqual([0, -1, 1, -2, 2])
  })

  it('opposite sides: the heads face each other, guests face the door, right is as one sits', () => {
    const plan = seatingPlan('opposite', options(), [...guests(3), ...hosts(3)], null)
    const at = (ref: string) => plan.seats.find(seat => plan.taken.get(seat.key) === ref) ?? { x: NaN, y: NaN }
    expect(at('guest:1').x).toBe(at('staff:1').x)
    // The door is at the foot of the drawing: guests sit at the top and look down, their right is the drawing's left.
    expect(at('guest:1').y).toBeLessThan(at('staff:1').y)
    expect(at('guest:2').x).toBeLessThan(at('guest:1').x)
    expect(at('guest:3').x).toBeGreaterThan(at('guest:1').x)
    expect(at('staff:2').x).toBeGreaterThan(at('staff:1').x)
    const door = plan.furniture.find(each => each.kind === 'door')
    expect(door?.y).toBeGreaterThan(at('staff:1').y)
  })

  it('table end-on to the door: guests at the right of whoever comes in', () => {
    const plan = seatingPlan('opposite', options({ door: 'end' }), [...guests(1), ...hosts(1)], null)
    const x = (ref: string) => plan.seats.find(seat => plan.taken.get(seat.key) === ref)?.x ?? NaN
    expect(x('guest:1')).toBeGreaterThan(x('staff:1'))
  })

  it('the interpreter sits at the right of the head', () => {
    const people: Sitter[] = [...guests(3), ...hosts(2), { ref: 'staff:i', side: 'host', interpreter: true }]
    expect(seatingPlan('opposite', options(), people, null).taken.get('host1')).toBe('staff:i')
  })

  it('round table: the host faces the door, guests 1 and 2 right and left of the host, 3 and 4 of the deputy opposite', () => {
    const plan = seatingPlan('round', options(), [...guests(6), ...hosts(2)], null)
    const place = (number: number) => plan.taken.get(`1-${number}`)
    expect([place(0), place(1), place(9), place(5)]).toEqual(['staff:1', 'guest:1', 'guest:2', 'staff:2'])
    expect([place(6), place(4)]).toEqual(['guest:3', 'guest:4'])
    const host = plan.seats.find(seat => seat.key === '1-0')
    const first = plan.seats.find(seat => seat.key === '1-1')
    const door = plan.furniture.find(each => each.kind === 'door')
    expect(door?.y).toBeGreaterThan(host?.y ?? 0)
    // Looking down the drawing, the host's right is its left.
    expect(first?.x).toBeLessThan(host?.x ?? 0)
  })

  it('many tables: guests fill them evenly, every further table has a host', () => {
    const plan = seatingPlan('round', options({ tables: 3, seatsPerTable: 8 }), [...guests(17), ...hosts(4)], null)
    expect(plan.left).toEqual([])
    expect([plan.taken.get('1-0'), plan.taken.get('2-0'), plan.taken.get('3-0')]).toEqual([
      'staff:1',
      'staff:3',
      'staff:4',
    ])
    const counts = [1, 2, 3].map(table => [...plan.taken.keys()].filter(key => key.startsWith(`${table}-`)).length)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
  })

  it('car with a driver: rear right, rear left, rear middle, front for staff; a host who drives has the first beside', () => {
    const driven = seatingPlan('car', options(), [...guests(3), ...hosts(1)], null)
    const x = (ref: string) => driven.seats.find(seat => driven.taken.get(seat.key) === ref)?.x ?? NaN
    expect(driven.taken.get('front')).toBe('staff:1')
    expect(x('guest:1')).toBeGreaterThan(x('guest:3'))
    expect(x('guest:3')).toBeGreaterThan(x('guest:2'))
    expect(seatingPlan('car', options({ hostDrives: true }), guests(2), null).taken.get('front')).toBe('guest:1')
  })

  it('never seats anybody twice or two in one seat, in any room, and forgets nobody', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SEATING_LAYOUTS),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 6, max: 12 }),
        fc.constantFrom('right' as const, 'left' as const),
        fc.boolean(),
        (layout, guestCount, hostCount, tables, seatsPerTable, first, withInterpreter) => {
          const people: Sitter[] = [
            ...guests(guestCount),
            ...hosts(hostCount),
            ...(withInterpreter ? [{ ref: 'staff:i', side: 'host' as const, interpreter: true }] : []),
          ]
          const plan = seatingPlan(layout, options({ tables, seatsPerTable, first, carSeats: tables }), people, null)
          const seated = [...plan.taken.values()]
          expect(new Set(seated).size).toBe(seated.length)
          expect(new Set(plan.seats.map(seat => seat.key)).size).toBe(plan.seats.length)
          for (const key of plan.taken.keys()) expect(plan.seats.some(seat => seat.key === key)).toBe(true)
          expect([...seated, ...plan.left].sort()).toEqual(people.map(person => person.ref).sort())
          if (layout !== 'car' && layout !== 'round') expect(plan.left).toEqual([])
          for (const seat of plan.seats) {
            expect(seat.x).toBeGreaterThan(0)
            expect(seat.x).toBeLessThan(plan.width)
            expect(seat.y).toBeGreaterThan(0)
            expect(seat.y).toBeLessThan(plan.height)
          }
        },
      ),
    )
  })

  it('two who change seats are marked; whoever comes later has no seat yet, whoever is gone leaves it empty', () => {
    const first = seatingPlan('opposite', options(), [...guests(3), ...hosts(1)], null)
    const hand = Object.fromEntries(swapped(first.taken, { seat: 'guest0' }, 'guest1'))
    const next = seatingPlan('opposite', options(), [...guests(3), ...hosts(1)], hand)
    expect([next.taken.get('guest0'), next.taken.get('guest1')]).toEqual(['guest:2', 'guest:1'])
    expect([...next.changed].sort()).toEqual(['guest0', 'guest1'])
    expect(inSeatOrder(next)[0]?.ref).toBe('guest:2')
    const later = seatingPlan('opposite', options(), [...guests(4).slice(1), ...hosts(1)], hand)
    expect(later.left).toEqual(['guest:4'])
    expect(later.taken.has('guest1')).toBe(false)
    expect(swapped(first.taken, { ref: 'guest:9' }, 'guest0').get('guest0')).toBe('guest:9')
  })

  it('sits down whoever has a part in the stop, leaders first, drivers not', () => {
    const duties = [
      { name: '王司机', role: 'driver', itemId: 'a' },
      { name: '李翻译', role: 'interpreter', itemId: 'a' },
      { name: '陈总', role: 'leader', itemId: null },
      { name: '王晓燕', role: 'inCharge', itemId: 'a' },
      { name: '王晓燕', role: 'escort', itemId: null },
      { name: '别处', role: 'guide', itemId: 'b' },
    ]
    expect(sittersAt([{ id: 'g', title: '翻译' }], duties, 'a')).toEqual([
      { ref: 'guest:g', side: 'guest', interpreter: true },
      { ref: 'staff:陈总', side: 'host', interpreter: false },
      { ref: 'staff:王晓燕', side: 'host', interpreter: false },
      { ref: 'staff:李翻译', side: 'host', interpreter: true },
    ])
  })
})

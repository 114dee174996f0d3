import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockedSpan, findingsOf } from '../../shared/domain/booking/booking.ts'
import {
  commonFree,
  findPlaces,
  isFree,
  nearMisses,
  type Place,
  placeVisit,
  type Search,
} from '../../shared/domain/booking/placement.ts'
import { addMinutes, minutesBetween, overlaps, type Span } from '../../shared/domain/time.ts'

const DAY = '2026-11-24'
const at = (clock: string) => `${DAY}T${clock}`
const span = (from: string, until: string): Span => ({ startsAt: at(from), endsAt: at(until) })
const place = (id: string, fields: Partial<Place> = {}): Place => ({
  id,
  name: id,
  building: '主楼',
  capacity: 12,
  styleCapacity: {},
  equipment: ['投影'],
  strict: false,
  setupMinutes: 0,
  clearupMinutes: 0,
  bookableFrom: '08:00',
  bookableUntil: '20:00',
  weeklyHours: [],
  rivalIds: [],
  busy: [],
  closures: [],
  ...fields,
})

const search = (fields: Partial<Search> = {}): Search => ({
  headcount: 12,
  equipment: ['投影'],
  minutes: 90,
  windows: [span('09:00', '12:00')],
  near: { resourceId: null, building: '' },
  notBefore: '',
  ...fields,
})

const arbitrarySpan = fc
  .tuple(fc.integer({ min: 0, max: 44 }), fc.integer({ min: 1, max: 16 }))
  .map(([start, length]) => ({
    startsAt: addMinutes(at('08:00'), start * 15),
    endsAt: addMinutes(at('08:00'), (start + length) * 15),
  }))

const arbitraryPlaces = fc
  .array(
    fc.record({
      capacity: fc.integer({ min: 2, max: 40 }),
      building: fc.constantFrom('主楼', '东楼'),
      strict: fc.boolean(),
      setupMinutes: fc.constantFrom(0, 10, 30),
      clearupMinutes: fc.constantFrom(0, 15),
      busy: fc.array(arbitrarySpan, { maxLength: 4 }),
      equipment: fc.constantFrom(['投影'], [] as string[]),
    }),
    { minLength: 1, maxLength: 8 },
  )
  // The last is a hall made of the first two.
  .map(rows =>
    rows.map((row, index) =>
      place(`r${index}`, {
        ...row,
        rivalIds:
          rows.length < 3 ? [] : index === rows.length - 1 ? ['r0', 'r1'] : index < 2 ? [`r${rows.length - 1}`] : [],
      }),
    ),
  )

describe('finding a room', () => {
  it('begins at a quarter where it could begin at once', () => {
    const room = place('301', { capacity: 20, equipment: ['投影'] })
    const [offer] = findPlaces([room], search({ notBefore: at('09:36') }))
    expect([offer?.startsAt, offer?.endsAt]).toEqual([at('09:45'), at('11:15')])
  })

  it('takes the smallest that fits, with what was asked for, at the first free time of the window', () => {
    const rooms = [
      place('大', { capacity: 40 }),
      place('正好', { capacity: 12, busy: [span('09:00', '09:40')], setupMinutes: 10 }),
      place('太小', { capacity: 6 }),
      place('没投影', { equipment: [] }),
    ]
    expect(findPlaces(rooms, search())).toMatchObject([
      { resourceId: '正好', startsAt: at('09:50') },
      { resourceId: '大', startsAt: at('09:00') },
    ])
  })

  it('stays in the room, or the building, of what comes before', () => {
    const rooms = [
      place('甲', { capacity: 12 }),
      place('乙', { capacity: 30, building: '东楼' }),
      place('丙', { capacity: 20, building: '东楼' }),
    ]
    const near = { resourceId: '乙', building: '东楼' }
    expect(findPlaces(rooms, search({ near })).map(offer => offer.resourceId)).toEqual(['乙', '丙', '甲'])
  })

  it('counts the seats of the set-up that is wanted', () => {
    const room = place('厅', { capacity: 60, styleCapacity: { u: 10 } })
    expect(findPlaces([room], search({ setupStyle: 'u' }))).toEqual([])
    expect(findPlaces([room], search({ setupStyle: 'theatre' }))).toHaveLength(1)
  })

  it('offers another time, another room or two rooms where there is none', () => {
    const rooms = [
      place('满', { busy: [span('08:00', '13:00')] }),
      place('小一', { capacity: 8 }),
      place('小二', { capacity: 6 }),
    ]
    const misses = nearMisses(rooms, search())
    expect(misses.map(miss => miss.kind)).toEqual(expect.arrayContaining(['time', 'place', 'split']))
    expect(misses.find(miss => miss.kind === 'time')).toMatchObject({ resourceId: '满', startsAt: at('13:00') })
    expect(misses.find(miss => miss.kind === 'place')?.findings).toEqual([
      { code: 'capacity', capacity: 8, headcount: 12 },
    ])
    expect(misses.find(miss => miss.kind === 'split')).toMatchObject({ resourceId: '小一', secondId: '小二' })
  })

  it('offers only what can be booked', () => {
    fc.assert(
      fc.property(
        arbitraryPlaces,
        fc.integer({ min: 15, max: 240 }),
        fc.integer({ min: 1, max: 30 }),
        (places, minutes, headcount) => {
          const wish = search({ minutes, headcount, equipment: [] })
          const offers = findPlaces(places, wish)
          for (const offer of [...offers, ...nearMisses(places, wish).filter(miss => miss.kind === 'time')]) {
            const found = places.find(each => each.id === offer.resourceId)
            if (!found) throw new Error('unknown place')
            expect(minutesBetween(offer.startsAt, offer.endsAt)).toBe(minutes)
            expect(isFree(found, offer)).toBe(true)
            expect(findingsOf(found, { ...offer, headcount, equipment: [] }, found.closures)).toEqual([])
          }
          for (const offer of offers) expect(offer.startsAt >= at('09:00') && offer.endsAt <= at('12:00')).toBe(true)
        },
      ),
    )
  })
})

describe('placing a whole visit', () => {
  const item = (id: string, from: string, until: string, headcount = 10) => ({
    id,
    ...span(from, until),
    headcount,
    equipment: [],
    setupStyle: '' as const,
  })

  it('changes rooms as little as it can, and says why', () => {
    const rooms = [place('甲'), place('乙', { capacity: 10 })]
    expect(
      placeVisit([item('一', '09:00', '10:00'), item('二', '10:00', '11:00', 12), item('三', '11:00', '12:00')], rooms),
    ).toMatchObject([
      { itemId: '一', resourceId: '乙', why: 'bestFit' },
      { itemId: '二', resourceId: '甲', why: 'sameBuilding' },
      { itemId: '三', resourceId: '甲', why: 'sameRoom' },
    ])
  })

  it('says why there is none', () => {
    expect(placeVisit([item('一', '09:00', '10:00', 99)], [place('甲')])[0]).toMatchObject({
      resourceId: null,
      why: 'tooSmall',
    })
    expect(
      placeVisit([item('一', '09:00', '10:00')], [place('甲', { busy: [span('08:00', '18:00')] })])[0],
    ).toMatchObject({
      resourceId: null,
      why: 'taken',
    })
  })

  it('lets who has the least choice choose first, where somebody would be left without', () => {
    const rooms = [place('大', { capacity: 30 }), place('小', { capacity: 10, busy: [span('08:00', '09:30')] })]
    const placed = placeVisit([item('随便', '09:30', '10:30'), item('大会', '09:00', '10:00', 30)], rooms)
    expect(placed.every(each => each.resourceId !== null)).toBe(true)
  })

  it('proposes only what can be booked, the same for the same', () => {
    const items = fc.array(
      fc.tuple(arbitrarySpan, fc.integer({ min: 1, max: 30 })).map(([when, headcount]) => ({ ...when, headcount })),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(arbitraryPlaces, items, (places, wanted) => {
        const stops = wanted.map((each, index) => ({
          id: `i${index}`,
          equipment: ['投影'],
          setupStyle: '' as const,
          ...each,
        }))
        const placed = placeVisit(stops, places)
        expect(placeVisit([...stops].reverse(), [...places].reverse())).toEqual(placed)
        const taken: (Span & { place: Place })[] = []
        for (const each of placed) {
          const stop = stops.find(other => other.id === each.itemId)
          const room = places.find(other => other.id === each.resourceId)
          if (!stop || !room) continue
          expect(isFree(room, stop)).toBe(true)
          expect(room.capacity).toBeGreaterThanOrEqual(stop.headcount)
          expect(room.strict && each.findings.length > 0).toBe(false)
          const blocked = blockedSpan(stop, room)
          for (const other of taken)
            if (other.place.id === room.id || room.rivalIds.includes(other.place.id))
              expect(overlaps(other, blocked)).toBe(false)
          taken.push({ ...blocked, place: room })
        }
      }),
    )
  })

  it('places 40 stops among 200 rooms in less than a second', () => {
    const rooms = Array.from({ length: 200 }, (_, index) =>
      place(`r${index}`, { capacity: 5 + (index % 40), busy: index % 3 ? [span('09:00', '15:00')] : [] }),
    )
    const stops = Array.from({ length: 40 }, (_, index) =>
      item(
        `i${index}`,
        `${String(8 + (index % 10)).padStart(2, '0')}:00`,
        `${String(9 + (index % 10)).padStart(2, '0')}:00`,
        3 + index,
      ),
    )
    const start = performance.now()
    expect(placeVisit(stops, rooms)).toHaveLength(40)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('common free times', () => {
  it('are free for all', () => {
    const people = [place('a', { busy: [span('09:00', '10:00')] }), place('b', { busy: [span('10:30', '12:00')] })]
    expect(commonFree(people, span('08:30', '13:00'), 30).map(each => each.startsAt.slice(11))).toEqual([
      '08:30',
      '10:00',
      '12:00',
      '12:15',
      '12:30',
    ])
  })
})

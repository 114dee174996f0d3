import { describe, expect, it } from 'vitest'
import {
  isReady,
  READINESS_CODES,
  type ReadinessFacts,
  readinessOf,
  USUAL_SEVERITIES,
} from '../../shared/domain/plan/readiness.ts'

const READY: ReadinessFacts = {
  grade: 'A',
  coordinator: '王晓燕',
  headcount: 4,
  guestCount: 2,
  hasHead: true,
  withoutConsent: 0,
  items: [
    { id: 'i', startsAt: '2026-12-01T09:00', label: '会谈', kind: 'meeting', personInCharge: '李明', placed: true },
  ],
  rooms: [{ itemId: 'i', label: '会谈', room: '301', seats: 24, heads: 24 }],
  conflicts: [],
  trips: [{ itemId: 'i', label: '接机', vehicle: '考斯特', driverName: '孙师傅', over: 0 }],
  withoutCar: [],
  meals: [
    { itemId: 'i', label: '午餐', hasPlace: true, dietsSeen: true, overLimit: false, overReason: '', conflicts: [] },
  ],
  leaders: 1,
  leadDays: 6,
  leadWanted: 5,
  giftsOver: null,
  withoutBed: [],
  clashes: [],
  hasBriefing: true,
}

describe('readiness', () => {
  const codes = (facts: Partial<ReadinessFacts>) =>
    readinessOf({ ...READY, ...facts }).map(line => `${line.severity} ${line.code}`)

  it('has nothing to say of a plan that misses nothing', () => {
    expect(readinessOf(READY)).toEqual([])
    expect(isReady(readinessOf(READY))).toBe(true)
  })

  const item = READY.items[0] as ReadinessFacts['items'][number]

  const trip = READY.trips[0] as ReadinessFacts['trips'][number]

  const meal = READY.meals[0] as ReadinessFacts['meals'][number]

  it.each<[string, Partial<ReadinessFacts>]>([
    ['coordinator', { coordinator: ' ' }],
    ['guests', { guestCount: 0, headcount: null, hasHead: false }],
    ['items', { items: [] }],
    ['personInCharge', { items: [{ ...item, personInCharge: '' }] }],
    ['conflict', { conflicts: [{ itemId: 'i', resource: '301', title: '别人' }] }],
    ['driver', { trips: [{ ...trip, driverName: '' }] }],
    ['diningPlace', { meals: [{ ...meal, hasPlace: false }] }],
    ['diets', { meals: [{ ...meal, dietsSeen: false }] }],
    ['leader', { leaders: 0 }],
  ])('blocks submitting without: %s', (code, facts) => {
    expect(codes(facts)).toEqual([`blocks ${code}`])
  })

  it.each<[string, Partial<ReadinessFacts>]>([
    ['leadTime', { leadDays: 4 }],
    ['mealLimit', { meals: [{ ...meal, overLimit: true }] }],
    ['menu', { meals: [{ ...meal, conflicts: [{ dishes: ['红烧肉'], guests: 1 }] }] }],
    ['giftLimit', { giftsOver: { perHead: 60_000, limit: 50_000, explained: false } }],
    ['withoutCar', { withoutCar: [{ itemId: 'i', label: '接机', names: ['张伟'] }] }],
    ['room', { items: [{ ...item, placed: false }] }],
    ['roomSeats', { rooms: [{ itemId: 'i', label: '会谈', room: '201', seats: 20, heads: 24 }] }],
    ['seats', { trips: [{ ...trip, over: 2 }] }],
    ['withoutBed', { withoutBed: [{ name: '张伟', nights: 1 }] }],
    ['twoPlaces', { clashes: [{ name: '李明', itemId: 'i', first: 'a', second: 'b' }] }],
    ['consent', { withoutConsent: 1 }],
    ['head', { hasHead: false }],
    ['briefing', { hasBriefing: false }],
  ])('only warns of: %s', (code, facts) => {
    expect(codes(facts)).toEqual([`warns ${code}`])
    expect(isReady(readinessOf({ ...READY, ...facts }))).toBe(true)
  })

  it('a headcount alone will do; grade C wants no leader; an explained excess is none', () => {
    expect(codes({ guestCount: 0, hasHead: false })).toEqual([])
    expect(codes({ grade: 'C', leaders: 0, hasBriefing: false })).toEqual([])
    expect(codes({ giftsOver: { perHead: 2, limit: 1, explained: true } })).toEqual([])
    expect(codes({ meals: [{ ...meal, overLimit: true, overReason: '外宾' }] })).toEqual([])
    expect(codes({ leadDays: null, leadWanted: 5 })).toEqual([])
  })

  it('does with each finding what the office has set, and every code has a usual severity', () => {
    const facts = { ...READY, coordinator: '', leaders: 0, leadDays: 0 }
    const lines = readinessOf(facts, { coordinator: 'silent', leader: 'warns', leadTime: 'blocks' })
    expect(lines.map(line => [line.code, line.severity])).toEqual([
      ['leadTime', 'blocks'],
      ['leader', 'warns'],
    ])
    expect(Object.keys(USUAL_SEVERITIES).sort()).toEqual([...READINESS_CODES].sort())
  })
})

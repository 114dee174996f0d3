import { describe, expect, it } from 'vitest'
import { nightsOf, withoutBed } from '../../shared/domain/plan/lodging.ts'

describe('beds', () => {
  it('point out who has a night and no bed, by the own trips where they are known', () => {
    const visit = { startsOn: '2026-12-01', endsOn: '2026-12-03' }
    const guests = [
      { id: 'a', arrivalAt: null, departureAt: null },
      { id: 'b', arrivalAt: '2026-12-02T09:00', departureAt: null },
      { id: 'c', arrivalAt: null, departureAt: '2026-12-01T20:00' },
    ]
    expect(nightsOf('2026-12-01', '2026-12-03')).toEqual(['2026-12-01', '2026-12-02'])
    expect(withoutBed(visit, guests, [{ guestIds: ['a'], checkIn: '2026-12-01', checkOut: '2026-12-02' }])).toEqual([
      { guestId: 'a', nights: ['2026-12-02'] },
      { guestId: 'b', nights: ['2026-12-02'] },
    ])
  })
})

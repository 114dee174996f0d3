import { describe, expect, it } from 'vitest'
import { headsOf, isTentative, nextStatuses, VISIT_STATUSES, visitCode } from '../../shared/domain/visit.ts'

describe('the life of a visit', () => {
  it('takes no step to itself, and none by hand into what an approval decides', () => {
    for (const status of VISIT_STATUSES) {
      expect([status, nextStatuses(status).includes(status)]).toEqual([status, false])
      expect([status, nextStatuses(status).some(next => next === 'submitted' || next === 'approved')]).toEqual([
        status,
        false,
      ])
    }
  })

  it('can be cancelled until the guests are there, and is then taken up again as a plan', () => {
    expect(VISIT_STATUSES.filter(status => nextStatuses(status).includes('cancelled'))).toEqual([
      'inquiry',
      'planning',
      'submitted',
      'approved',
    ])
    expect(nextStatuses('cancelled')).toEqual(['planning'])
  })

  it('ends in the archive', () => expect(nextStatuses('archived')).toEqual([]))

  it('is drawn as a plan until it is approved', () => {
    expect(VISIT_STATUSES.filter(isTentative)).toEqual(['inquiry', 'planning', 'submitted'])
  })
})

describe('a visit', () => {
  it('has a code of its first day and its number on that day', () => {
    expect(visitCode('2026-11-24', 3)).toBe('YB261124-03')
    expect(visitCode('2026-11-24', 120)).toBe('YB261124-120')
  })

  it('counts the announced heads until the list is longer', () => {
    expect(headsOf({ headcount: null, guestCount: 2 })).toBe(2)
    expect(headsOf({ headcount: 6, guestCount: 2 })).toBe(6)
    expect(headsOf({ headcount: 6, guestCount: 7 })).toBe(7)
  })
})

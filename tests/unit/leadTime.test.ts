import { describe, expect, it } from 'vitest'
import { isWeekday, workingDaysBetween } from '../../shared/domain/plan/leadTime.ts'

describe('lead time', () => {
  it('count working days between entering and coming, holidays and make-up days as a calendar has them', () => {
    expect(workingDaysBetween('2026-11-23', '2026-11-26')).toBe(2)
    expect(workingDaysBetween('2026-11-27', '2026-11-30')).toBe(0)
    expect(workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0)
    expect(workingDaysBetween('2026-11-27', '2026-11-30', day => isWeekday(day) || day === '2026-11-28')).toBe(1)
  })
})

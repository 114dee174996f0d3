import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMinutes,
  eachDay,
  isDay,
  isWallTime,
  minutesBetween,
  overlaps,
  startOfWeek,
  weekdayOf,
} from '../../shared/domain/time.ts'

const wall = fc
  .integer({ min: 0, max: 60_000_000 })
  .map(minutes => new Date(minutes * 60_000).toISOString().slice(0, 16))

describe('wall time', () => {
  it('moves by minutes and back to where it was', () => {
    fc.assert(
      fc.property(wall, fc.integer({ min: -100_000, max: 100_000 }), (time, minutes) => {
        const moved = addMinutes(time, minutes)
        expect(minutesBetween(time, moved)).toBe(minutes)
        expect(addMinutes(moved, -minutes)).toBe(time)
        expect(isWallTime(moved)).toBe(true)
      }),
    )
  })

  it('ends are exclusive: 10:00-11:00 and 11:00-12:00 do not overlap', () => {
    const first = { startsAt: '2026-11-23T10:00', endsAt: '2026-11-23T11:00' }
    expect(overlaps(first, { startsAt: '2026-11-23T11:00', endsAt: '2026-11-23T12:00' })).toBe(false)
    expect(overlaps(first, { startsAt: '2026-11-23T10:59', endsAt: '2026-11-23T12:00' })).toBe(true)
  })

  it('knows the days of the calendar', () => {
    expect(isDay('2026-02-28')).toBe(true)
    expect(isDay('2026-02-29')).toBe(false)
    expect(isDay('2028-02-29')).toBe(true)
    expect(isWallTime('2026-11-23T24:00')).toBe(false)
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(startOfWeek('2026-11-29', 1)).toBe('2026-11-23')
    expect(startOfWeek('2026-11-29', 0)).toBe('2026-11-29')
    expect(eachDay('2026-11-30', '2026-12-02')).toEqual(['2026-11-30', '2026-12-01', '2026-12-02'])
  })
})

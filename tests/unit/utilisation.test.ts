import { describe, expect, it } from 'vitest'
import type { Place } from '../../shared/domain/booking/placement.ts'
import { utilisation } from '../../shared/domain/booking/utilisation.ts'
import type { Span } from '../../shared/domain/time.ts'

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

describe('utilisation', () => {
  it('counts what was booked of what could be, by weekday and hour', () => {
    const room = place('甲', { bookableFrom: '09:00', bookableUntil: '17:00' })
    const use = utilisation(
      [room],
      [{ resourceId: '甲', noShow: true, ...span('09:30', '11:00') }],
      [{ resourceId: '甲', ...span('12:00', '13:00') }],
      { from: DAY, until: DAY },
    )
    expect(use.resources).toEqual([{ resourceId: '甲', bookings: 1, booked: 90, bookable: 420, noShows: 1 }])
    expect(use.heat[2]?.slice(8, 12)).toEqual([0, 30, 60, 0])
    expect(use.capacity[2]?.slice(11, 14)).toEqual([60, 0, 60])
  })
})

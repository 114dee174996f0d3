import { describe, expect, it } from 'vitest'
import { endsOfRoute, travelMinutes, unreachable } from '../../shared/domain/booking/travel.ts'
import type { Span } from '../../shared/domain/time.ts'

const DAY = '2026-11-24'
const at = (clock: string) => `${DAY}T${clock}`
const span = (from: string, until: string): Span => ({ startsAt: at(from), endsAt: at(until) })

describe('a car', () => {
  const table = [{ fromPlace: '虹桥站', toPlace: '公司', minutes: 45 }]

  it('needs its time between two places, both ways', () => {
    expect(travelMinutes(table, '公司', '虹桥站')).toBe(45)
    expect(travelMinutes(table, '公司', '公司')).toBe(0)
    expect(endsOfRoute('虹桥站 → 酒店 → 公司')).toEqual({ fromPlace: '虹桥站', toPlace: '公司' })
    expect(endsOfRoute('市内')).toEqual({ fromPlace: '', toPlace: '' })
  })

  it('is told of where it cannot be reached in time', () => {
    const leg = { ...span('10:00', '11:00'), title: '', fromPlace: '虹桥站', toPlace: '公司' }
    const before = { ...span('08:00', '09:30'), title: '送客', fromPlace: '酒店', toPlace: '公司' }
    expect(unreachable(leg, [before], table)).toEqual([
      { title: '送客', fromPlace: '公司', toPlace: '虹桥站', minutes: 45, gap: 30 },
    ])
    expect(unreachable({ ...leg, startsAt: at('10:15') }, [before], table)).toEqual([])
  })
})

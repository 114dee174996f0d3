import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockedSpan, findingsOf, nearestFree, rankAlternatives, refuses } from '../../shared/domain/booking/booking.ts'
import { addMinutes, minutesBetween, overlaps } from '../../shared/domain/time.ts'

const room = (fields: object = {}) => ({
  id: 'r',
  name: 'R',
  building: '主楼',
  capacity: 10 as number | null,
  equipment: ['投影'] as string[],
  strict: false,
  setupMinutes: 10,
  clearupMinutes: 5,
  bookableFrom: '08:00',
  bookableUntil: '20:00',
  weeklyHours: [],
  styleCapacity: {},
  ...fields,
})
const wanted = (from: string, until: string, headcount: number | null = null, equipment: string[] = []) => ({
  startsAt: `2026-11-23T${from}`,
  endsAt: `2026-11-23T${until}`,
  headcount,
  equipment,
})

describe('a booking', () => {
  it('blocks its set-up and clear-up too', () => {
    expect(blockedSpan(wanted('10:00', '11:00'), room())).toEqual({
      startsAt: '2026-11-23T09:50',
      endsAt: '2026-11-23T11:05',
    })
  })

  it('is told what is wrong with a resource, and refused by a strict one only', () => {
    const closure = { startsAt: '2026-11-23T10:30', endsAt: '2026-11-23T12:00', reason: '检修' }
    const findings = findingsOf(room(), wanted('07:00', '11:00', 12, ['白板']), [closure])
    expect(findings.map(finding => finding.code)).toEqual(['capacity', 'equipment', 'hours', 'closed'])
    expect(refuses({ strict: false }, findings)).toBe(false)
    expect(refuses({ strict: true }, findings)).toBe(true)
    expect(findingsOf(room(), wanted('08:00', '20:00', 10, ['投影']), [])).toEqual([])
  })

  it('is offered free times only: inside the hours, no overlap with margins, of the same length, nearest first', () => {
    const busySpan = fc
      .tuple(fc.integer({ min: 0, max: 2800 }), fc.integer({ min: 5, max: 400 }))
      .map(([start, length]) => ({
        startsAt: addMinutes('2026-11-22T00:00', start),
        endsAt: addMinutes('2026-11-22T00:00', start + length),
      }))
    fc.assert(
      fc.property(fc.array(busySpan, { maxLength: 12 }), fc.integer({ min: 15, max: 300 }), (busy, length) => {
        const want = { startsAt: '2026-11-23T10:00', endsAt: addMinutes('2026-11-23T10:00', length) }
        const free = nearestFree(want, room(), busy)
        let last = -1
        for (const span of free) {
          expect(minutesBetween(span.startsAt, span.endsAt)).toBe(length)
          expect(busy.some(other => overlaps(other, blockedSpan(span, room())))).toBe(false)
          expect(span.startsAt.slice(11) >= '08:00' && span.endsAt.slice(11) <= '20:00').toBe(true)
          const away = Math.abs(minutesBetween(want.startsAt, span.startsAt))
          expect(away).toBeGreaterThanOrEqual(last)
          last = away
        }
      }),
    )
  })

  it('offers the minute the other ends, plus set-up', () => {
    const busy = [{ startsAt: '2026-11-23T09:00', endsAt: '2026-11-23T10:05' }]
    expect(nearestFree(wanted('10:00', '11:00'), room(), busy)[0]?.startsAt).toBe('2026-11-23T10:15')
  })

  it('ranks alternatives: smallest that fits first, too small last, strict ones that refuse not at all', () => {
    const ranked = rankAlternatives(
      [
        room({ id: 'hall', name: 'Hall', capacity: 60 }),
        room({ id: 'small', name: 'Small', capacity: 4 }),
        room({ id: 'fit', name: 'Fit', capacity: 12 }),
        room({ id: 'strict', name: 'Strict', capacity: 4, strict: true }),
      ],
      wanted('10:00', '11:00', 10, ['投影']),
      { building: '主楼' },
    )
    expect(ranked.map(each => each.id)).toEqual(['fit', 'hall', 'small'])
  })
})

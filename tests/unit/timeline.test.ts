import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Axis,
  axisWidth,
  lanesOf,
  rowsLaidOut,
  shownHours,
  snapped,
  timeAt,
  visible,
  xOf,
} from '../../renderer/ui/timeline/geometry.ts'
import { addMinutes, at, overlaps } from '../../shared/domain/time.ts'

const axis: Axis = { first: '2026-11-23', days: 7, from: 420, until: 1200, scale: 0.5 }

describe('the axis of a timeline', () => {
  it('gives back the minute that it was given, wherever that is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 420, max: 1199 }), (day, minute) => {
        const time = addMinutes(at('2026-11-23', '00:00'), day * 1440 + minute)
        expect(timeAt(axis, xOf(axis, time))).toBe(time)
      }),
    )
  })

  it('folds nights away: what lies in one stands at its edge', () => {
    expect(xOf(axis, '2026-11-23T03:00')).toBe(0)
    expect(xOf(axis, '2026-11-23T23:00')).toBe(xOf(axis, '2026-11-24T05:00'))
    expect(axisWidth(axis)).toBe(7 * 780 * 0.5)
    expect(timeAt(axis, 99_999)).toBe('2026-11-29T20:00')
  })

  it('widens so that no booking is folded away, and snaps to the nearest step', () => {
    const late = { startsAt: '2026-11-23T20:30', endsAt: '2026-11-23T22:10' }
    expect(shownHours({ from: 420, until: 1200 }, [late])).toEqual({ from: 420, until: 1380 })
    expect(snapped('2026-11-23T09:53', 15)).toBe('2026-11-23T10:00')
    expect(snapped('2026-11-23T09:53', 1)).toBe('2026-11-23T09:53')
  })
})

describe('rows', () => {
  it('never lay two bars that overlap in one lane', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({
      startsAt: addMinutes('2026-11-23T08:00', start * 10),
      endsAt: addMinutes('2026-11-23T08:00', (start + length) * 10),
    }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), spans => {
        const { placed, lanes } = lanesOf(spans)
        expect(placed).toHaveLength(spans.length)
        for (const [index, one] of placed.entries()) {
          expect(one.lane).toBeLessThan(lanes)
          for (const other of placed.slice(index + 1))
            if (one.lane === other.lane) expect(overlaps(one.bar, other.bar)).toBe(false)
        }
      }),
    )
  })

  it('are drawn where the window is, and nowhere else; closed groups have none', () => {
    const rows = Array.from({ length: 200 }, (_, index) => ({ id: String(index), group: `${index % 4}F` }))
    const { placements, height } = rowsLaidOut(rows, () => 1, new Set(['3F']))
    expect(placements).toHaveLength(4 + 150)
    const seen = visible(placements, 1000, 1400)
    expect(seen).toEqual(placements.filter(each => each.top + each.height > 1000 && each.top < 1400))
    expect(visible(placements, height + 1, height + 100)).toEqual([])
  })
})

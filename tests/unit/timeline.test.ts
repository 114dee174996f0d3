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
import { readBookingTable } from '../../shared/domain/lists/bookingTable.ts'
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

describe('a list of bookings', () => {
  const read = (...rows: string[][]) => readBookingTable(rows, '2026-11-23')?.rows ?? null

  it('is read with days and times apart or together, spans in a cell, and years left out', () => {
    const found = read(
      ['会议室预订表'],
      ['会议室', '会议主题', '日期', '开始时间', '结束时间', '预订人', '人数'],
      ['301', '周会', '2026/12/1', '9:00', '10:30', '王晓燕', '12人'],
      ['301', '夜班', '12月2日', '22:00', '06:00', '', ''],
      ['302', '培训', '', '2027-01-05 13:30', '2027-01-05 15:00', '', ''],
      ['302', '面谈', '1/4', '下午3点', '', '', ''],
      ['302', '评审', '2026-12-03', '9:00-10:30', '', '', ''],
      ['', '', '', '', '', '', ''],
    )
    expect(found?.map(each => [each.row, each.startsAt, each.endsAt, each.headcount, each.doubts.length])).toEqual([
      [3, '2026-12-01T09:00', '2026-12-01T10:30', 12, 0],
      [4, '2026-12-02T22:00', '2026-12-03T06:00', null, 0],
      [5, '2027-01-05T13:30', '2027-01-05T15:00', null, 0],
      [6, '2027-01-04T15:00', '2027-01-04T16:00', null, 0],
      [7, '2026-12-03T09:00', '2026-12-03T10:30', null, 0],
    ])
  })

  it('tells what it does not understand, by its column, and refuses a table without a header', () => {
    const [row] = read(['Room', 'Title', 'Date', 'Start', 'End'], ['301', 'x', '2026-02-30', 'soon', '25:00']) ?? []
    expect(row?.doubts).toEqual([
      { column: 'day', text: '2026-02-30' },
      { column: 'start', text: 'soon' },
      { column: 'end', text: '25:00' },
    ])
    expect(read(['甲', '乙'], ['1', '2'])).toBeNull()
  })
})

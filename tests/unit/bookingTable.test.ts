import { describe, expect, it } from 'vitest'
import { readBookingTable } from '../../shared/domain/lists/bookingTable.ts'

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

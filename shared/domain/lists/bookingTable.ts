import { addMinutes, at, type Day, isDay, parseClock } from '../time.ts'
import { tidy } from './tidy.ts'

/** A booking as read from a table; the resource by its name. */
export interface BookingRowDraft {
  /** 1-based row of the sheet. */
  row: number
  resource: string
  title: string
  startsAt: string
  endsAt: string
  organizer: string
  headcount: number | null
  notes: string
  /** Columns whose cell was not understood, with the cell's text. */
  doubts: { column: Column; text: string }[]
}

type Column = 'resource' | 'title' | 'day' | 'start' | 'end' | 'organizer' | 'headcount' | 'notes'

const HEADINGS: Record<Column, readonly string[]> = {
  resource: [
    '会议室',
    '会议室名称',
    '房间',
    '资源',
    '车辆',
    '车辆名称',
    '人员',
    '地点',
    'room',
    'resource',
    'vehicle',
    'person',
    'location',
  ],
  title: [
    '用途',
    '主题',
    '会议名称',
    '会议主题',
    '标题',
    '事由',
    '内容',
    '来访',
    'title',
    'subject',
    'purpose',
    'visit',
    'meeting',
  ],
  day: ['日期', '使用日期', '预订日期', 'date', 'day'],
  start: ['开始', '开始时间', '起', '从', 'start', 'starttime', 'from', 'starts'],
  end: ['结束', '结束时间', '止', '到', 'end', 'endtime', 'until', 'to', 'ends'],
  organizer: ['预订人', '组织者', '负责人', '申请人', '联系人', 'organizer', 'organiser', 'bookedby', 'owner'],
  headcount: ['人数', '参会人数', '使用人数', 'headcount', 'people', 'attendees'],
  notes: ['备注', '说明', 'notes', 'remarks'],
}

const COLUMN_OF = new Map<string, Column>(
  (Object.keys(HEADINGS) as Column[]).flatMap(column => HEADINGS[column].map(heading => [heading, column] as const)),
)

/**
 * Reads a table as bookings: the first row that names a resource and a start is the header. Days and times stand in columns of their own, or
 * together in start and end (`2026-12-01 09:00`); a time span may stand in one cell (`9:00-10:30`). Without an end, an hour.
 * Null where no header is found.
 */
export function readBookingTable(rows: readonly (readonly string[])[], today: Day): BookingRowDraft[] | null {
  let columns: (Column | null)[] = []
  const header = rows.findIndex(cells => {
    columns = cells.map(
      cell =>
        COLUMN_OF.get(
          tidy(cell)
            .toLowerCase()
            .replace(/[(（].*?[)）]|[\s_\-*:：]/gu, ''),
        ) ?? null,
    )
    return columns.includes('resource') && columns.includes('start')
  })
  if (header < 0) return null
  return rows.slice(header + 1).flatMap((cells, index) => {
    const cell = (column: Column) => tidy(cells[columns.indexOf(column)] ?? '')
    const text = Object.fromEntries(
      (Object.keys(HEADINGS) as Column[]).map(column => [column, columns.includes(column) ? cell(column) : '']),
    ) as Record<Column, string>
    if (Object.values(text).every(value => value === '')) return []
    return [readRow(text, header + index + 2, today)]
  })
}

function readRow(text: Record<Column, string>, row: number, today: Day): BookingRowDraft {
  const doubts: BookingRowDraft['doubts'] = []
  const [startText = '', endOfSpan = ''] = spanOf(text.start)
  const day = dayIn(text.day, today) ?? dayIn(startText, today)
  const start = clockIn(startText)
  const endText = text.end || endOfSpan
  const end = endText === '' ? null : clockIn(endText)
  if (!day) doubts.push({ column: 'day', text: text.day || text.start })
  if (!start) doubts.push({ column: 'start', text: text.start })
  if (endText !== '' && !end) doubts.push({ column: 'end', text: endText })
  if (text.resource === '') doubts.push({ column: 'resource', text: '' })
  if (text.title === '') doubts.push({ column: 'title', text: '' })
  const heads = Number(/^\d+/.exec(text.headcount)?.[0])
  if (text.headcount !== '' && !(heads > 0 && heads <= 5000)) doubts.push({ column: 'headcount', text: text.headcount })
  const startsAt = at(day ?? today, start ?? '00:00')
  const endDay = dayIn(endText, today) ?? day ?? today
  const ends = end ? at(endDay, end) : addMinutes(startsAt, 60)
  // An end before its start is of the next morning.
  const endsAt = ends > startsAt ? ends : addMinutes(ends, 1440)
  return {
    row,
    resource: text.resource,
    title: text.title.slice(0, 120),
    startsAt,
    endsAt,
    organizer: text.organizer.slice(0, 80),
    headcount: heads > 0 && heads <= 5000 ? heads : null,
    notes: text.notes,
    doubts,
  }
}

/** `9:00-10:30` and `09:00~10:30` as two; a date keeps its own hyphens. */
function spanOf(text: string): string[] {
  const match = /^(.*\d{1,2}[:：点时]\d{0,2}(?::\d{2})?分?)\s*(?:[-–—~～至到]|to)\s*(\d{1,2}[:：点时].*)$/iu.exec(text)
  return match ? [match[1] ?? '', match[2] ?? ''] : [text]
}

/** A day anywhere in a text: `2026-12-01`, `2026/12/1`, `2026年12月1日`, `12月1日`, `12/1`: without a year the next such day. */
function dayIn(text: string, today: Day): Day | null {
  const match = /(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?![\d:：])/u.exec(text.normalize('NFKC'))
  if (!match) return null
  const [, year, month = '', date = ''] = match
  const named = (of: string) => `${of}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const thisYear = named(year ?? today.slice(0, 4))
  if (!isDay(thisYear)) return null
  if (year !== undefined || thisYear >= today) return thisYear
  const next = named(String(Number(today.slice(0, 4)) + 1))
  return isDay(next) ? next : null
}

/** A clock at the end of a text that may begin with a day. */
function clockIn(text: string): string | null {
  const bare = text
    .normalize('NFKC')
    .replace(/^(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?![\d:])[T\s]*/u, '')
    .replace(/^(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?$/, '$1')
    .trim()
  return bare === '' ? null : parseClock(bare)
}

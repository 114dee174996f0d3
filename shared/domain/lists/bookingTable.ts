import { addMinutes, at, type Day, isDay, MINUTES_PER_DAY } from '../time.ts'
import {
  bareClock,
  type Chosen,
  findHeader,
  type ReadTable,
  type RowText,
  rowsBelow,
  vocabularyOf,
  wholeNumber,
} from './headings.ts'
import { clockOfText } from './whenText.ts'

/** A column of a list of bookings. */
export type BookingColumn =
  | 'resource'
  | 'title'
  | 'day'
  | 'start'
  | 'end'
  | 'organizer'
  | 'headcount'
  | 'bookingStatus'
  | 'notes'

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
  status: 'tentative' | 'confirmed'
  notes: string
  /** Columns whose cell was not understood, with the cell's text; without them there is no booking. */
  doubts: { column: BookingColumn; text: string }[]
  /** The same of columns that a booking can be made without; the text stands in the notes. */
  remarks: { column: BookingColumn; text: string }[]
}

const HEADINGS: Record<BookingColumn, readonly string[]> = {
  resource: [
    '资源',
    '会议室',
    '会议室名称',
    '房间',
    '房间号',
    '场地',
    '车辆',
    '车辆名称',
    '车牌号',
    '人员',
    '地点',
    'resource',
    'room',
    'meetingroom',
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
    '来访名称',
    'title',
    'subject',
    'purpose',
    'visit',
    'visittitle',
    'meeting',
  ],
  day: ['日期', '使用日期', '预订日期', '会议日期', 'date', 'day'],
  start: [
    '开始',
    '开始时间',
    '起',
    '从',
    '时间',
    '使用时间',
    '会议时间',
    'start',
    'starttime',
    'from',
    'starts',
    'time',
  ],
  end: ['结束', '结束时间', '止', '到', 'end', 'endtime', 'until', 'to', 'ends'],
  organizer: ['组织者', '预订人', '负责人', '申请人', '联系人', 'organizer', 'organiser', 'bookedby', 'owner'],
  headcount: ['人数', '参会人数', '使用人数', 'headcount', 'people', 'attendees'],
  bookingStatus: ['预订状态', '状态', 'booking', 'bookingstatus', 'status'],
  notes: ['备注', '说明', 'notes', 'remarks'],
}

const WORDS = vocabularyOf(HEADINGS)

/** The columns that a list of bookings may have, in the order in which they are offered. */
export const BOOKING_COLUMNS = Object.keys(HEADINGS) as BookingColumn[]

/**
 * Reads a table as bookings. Days and times stand in columns of their own, or together in start and end (`2026-12-01 09:00`); a time
 * span may stand in one cell (`9:00-10:30`). Without an end, an hour. Columns that are not known go into the notes under their heading.
 * Null where no row of headings names a resource and a start.
 * @param chosen what somebody said that a column is, by its position.
 */
export function readBookingTable(
  rows: readonly (readonly string[])[],
  today: Day,
  chosen: Chosen<BookingColumn> = new Map(),
): ReadTable<BookingRowDraft, BookingColumn> | null {
  const header = findHeader(rows, WORDS, known => known.has('resource') && known.has('start'))
  if (!header) return null
  const below = rows.slice(header.last + 1)
  const columns = header.columns
    .filter(({ index, heading }) => heading !== '' || below.some(cells => (cells[index] ?? '').trim() !== ''))
    .map(column => ({ ...column, use: chosen.get(column.index) ?? column.use }))
  const { entries, skipped } = rowsBelow(rows, { last: header.last, columns }, WORDS, 'resource')
  return {
    headerRow: header.last + 1,
    columns,
    rows: entries.map(entry => readRow(entry, today)),
    skipped,
  }
}

/** Whether a booking is sure, by the word in its cell; null for a word that is not known, and for one that was cancelled. */
function statusIn(text: string): 'tentative' | 'confirmed' | null {
  if (text === '' || /^(已确认|确认|已定|确定|confirmed|booked)$/iu.test(text)) return 'confirmed'
  return /^(占位|暂定|待定|待确认|tentative|hold|on hold)$/iu.test(text) ? 'tentative' : null
}

function readRow(entry: RowText<BookingColumn>, today: Day): BookingRowDraft {
  const textOf = (column: BookingColumn) => entry.text[column] ?? ''
  const doubts: BookingRowDraft['doubts'] = []
  const remarks: BookingRowDraft['remarks'] = []
  const kept = [...entry.kept]
  const [startText = '', endOfSpan = ''] = spanOf(bareClock(textOf('start')))
  const day = dayIn(textOf('day'), today) ?? dayIn(startText, today)
  const start = clockIn(startText)
  const endText = bareClock(textOf('end')) || endOfSpan
  const end = endText === '' ? null : clockIn(endText)
  const status = statusIn(textOf('bookingStatus'))
  if (!day) doubts.push({ column: 'day', text: textOf('day') || textOf('start') })
  if (!start) doubts.push({ column: 'start', text: textOf('start') })
  if (endText !== '' && !end) doubts.push({ column: 'end', text: endText })
  if (textOf('resource') === '') doubts.push({ column: 'resource', text: '' })
  if (textOf('title') === '') doubts.push({ column: 'title', text: '' })
  if (status === null) doubts.push({ column: 'bookingStatus', text: textOf('bookingStatus') })
  const heads = wholeNumber(textOf('headcount'))
  if (textOf('headcount') !== '' && !heads) {
    remarks.push({ column: 'headcount', text: textOf('headcount') })
    kept.push(`${entry.headings.headcount ?? ''}: ${textOf('headcount')}`)
  }
  const startsAt = at(day ?? today, start ?? '00:00')
  const endDay = dayIn(endText, today) ?? day ?? today
  const ends = end ? at(endDay, end) : addMinutes(startsAt, 60)
  // An end before its start is of the next morning.
  const endsAt = ends > startsAt ? ends : addMinutes(ends, MINUTES_PER_DAY)
  return {
    row: entry.row,
    resource: textOf('resource'),
    title: textOf('title'),
    startsAt,
    endsAt,
    organizer: textOf('organizer'),
    headcount: heads || null,
    status: status ?? 'confirmed',
    notes: [textOf('notes'), ...kept].filter(Boolean).join('\n'),
    doubts,
    remarks,
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
  return bare === '' ? null : clockOfText(bare)
}

import {
  addDays,
  at,
  type Day,
  dayOf,
  daysBetween,
  isOfOurTime,
  isWallTime,
  type WallTime,
  weekdayOf,
} from '../time.ts'

/** A recurrence rule of RFC 5545, 3.3.10, by days, weeks, months or years. */
export interface Rule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  count: number | null
  /** Last minute that may hold an occurrence, as it is written; `isUtc` where it names an instant. */
  until: { at: WallTime; isUtc: boolean } | null
  byMonth: readonly number[]
  byWeekNo: readonly number[]
  byYearDay: readonly number[]
  byMonthDay: readonly number[]
  /** Weekday 0 Sunday to 6, with its number in the month or year; 0 for every one. */
  byDay: readonly { weekday: number; nth: number }[]
  byHour: readonly number[]
  byMinute: readonly number[]
  bySetPos: readonly number[]
  weekStart: number
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
/** More between two occurrences is no repeating that anybody plans by. */
const LONGEST_INTERVAL = 1000

/** Reads a rule; null for one that is none, or goes by hours or less. */
export function parseRule(text: string): Rule | null {
  const parts = new Map<string, string>()
  for (const part of text.trim().toUpperCase().split(';')) {
    const [name = '', value, ...more] = part.split('=')
    if (part === '') continue
    if (value === undefined || value === '' || more.length > 0 || parts.has(name)) return null
    parts.set(name, value)
  }
  const freq = parts.get('FREQ') ?? ''
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY' && freq !== 'YEARLY') return null
  for (const name of parts.keys()) if (!KNOWN.has(name)) return null
  const list = (name: string, least: number, most: number) => numbers(parts.get(name), least, most)
  const until = parts.has('UNTIL') ? untilOf(parts.get('UNTIL') ?? '') : null
  const byDay = weekdaysOf(parts.get('BYDAY'))
  const read = {
    interval: list('INTERVAL', 1, LONGEST_INTERVAL),
    count: list('COUNT', 1, 9_999_999_999),
    byMonth: list('BYMONTH', 1, 12),
    byWeekNo: list('BYWEEKNO', -53, 53),
    byYearDay: list('BYYEARDAY', -366, 366),
    byMonthDay: list('BYMONTHDAY', -31, 31),
    byHour: list('BYHOUR', 0, 23),
    byMinute: list('BYMINUTE', 0, 59),
    bySetPos: list('BYSETPOS', -366, 366),
  }
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')
  const { interval, count, byMonth, byWeekNo, byYearDay, byMonthDay, byHour, byMinute, bySetPos } = read
  if (!interval || !count || !byMonth || !byWeekNo || !byYearDay || !byMonthDay || !byHour || !byMinute || !bySetPos)
    return null
  if (!byDay || until === undefined || weekStart < 0) return null
  return {
    freq,
    interval: interval[0] ?? 1,
    count: count[0] ?? null,
    until,
    byMonth,
    byWeekNo,
    byYearDay,
    byMonthDay,
    byDay,
    byHour,
    byMinute,
    bySetPos,
    weekStart,
  }
}

const KNOWN = new Set(
  'FREQ INTERVAL COUNT UNTIL BYMONTH BYWEEKNO BYYEARDAY BYMONTHDAY BYDAY BYHOUR BYMINUTE BYSECOND BYSETPOS WKST'.split(
    ' ',
  ),
)

/** Whole numbers in a range, none of them 0 where the range has both signs; null for anything else. */
function numbers(text: string | undefined, least: number, most: number): number[] | null {
  if (text === undefined) return []
  const found = text.split(',').map(each => (/^[+-]?\d{1,10}$/.test(each) ? Number(each) : Number.NaN))
  return found.every(each => each >= least && each <= most && (least >= 0 || each !== 0)) ? found : null
}

function weekdaysOf(text: string | undefined): Rule['byDay'] | null {
  if (text === undefined) return []
  const found = text.split(',').map(each => {
    const [, nth = '', code = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(each) ?? []
    return { weekday: WEEKDAYS.indexOf(code), nth: Number(nth) }
  })
  return found.every(each => each.weekday >= 0 && Math.abs(each.nth) <= 53) ? found : null
}

function untilOf(text: string): Rule['until'] | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z)?)?$/.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour = '23', minute = '59', zone] = match
  const until = `${year}-${month}-${day}T${hour}:${minute}`
  return isWallTime(until) ? { at: until, isUtc: zone === 'Z' } : undefined
}

/**
 * The starts of a rule in order, by the wall clock of `first`, as long as they are before `end` and not after the rule's own last
 * minute. Days before `from` are passed over where the rule does not count. Every year is looked at at most once, so it always ends,
 * whatever the rule says: the 30th of February gives none.
 */
export function* starts(rule: Rule, first: WallTime, from: WallTime, end: WallTime): Generator<WallTime, void, void> {
  const last = rule.until?.at ?? ''
  const clocks = clocksOf(rule, first)
  let counted = 0
  for (const period of periods(rule, dayOf(first), rule.count === null ? dayOf(from) : '')) {
    if (period.first > dayOf(end) || !isOfOurTime(period.first)) return
    const days = daysOf(rule, period, dayOf(first))
    const times = days.flatMap(day => clocks.map(clock => at(day, clock)))
    for (const time of placed(times, rule.bySetPos)) {
      if (time < first) continue
      if (time >= end || (last !== '' && time > last)) return
      yield time
      if (rule.count !== null && ++counted >= rule.count) return
    }
  }
}

interface Period {
  first: Day
  last: Day
}

/** Every `interval`-th day, week, month or year from the one that holds `start`, not before the one that holds `from`. */
function* periods(rule: Rule, start: Day, from: Day): Generator<Period, void, void> {
  const { freq, interval } = rule
  if (freq === 'DAILY' || freq === 'WEEKLY') {
    const length = freq === 'DAILY' ? 1 : 7
    const begin = freq === 'DAILY' ? start : addDays(start, -((weekdayOf(start) - rule.weekStart + 7) % 7))
    const step = length * interval
    const skipped = from > begin ? Math.floor(daysBetween(begin, from) / step) : 0
    for (let first = addDays(begin, skipped * step); ; first = addDays(first, step))
      yield { first, last: addDays(first, length - 1) }
  }
  const months = freq === 'MONTHLY' ? interval : interval * 12
  const number = (day: Day) => Number(day.slice(0, 4)) * 12 + (freq === 'MONTHLY' ? Number(day.slice(5, 7)) - 1 : 0)
  const begin = number(start)
  const skipped = from > start ? Math.floor((number(from) - begin) / months) : 0
  for (let month = begin + skipped * months; ; month += months)
    yield { first: firstOf(month), last: addDays(firstOf(month + (freq === 'MONTHLY' ? 1 : 12)), -1) }
}

const firstOf = (month: number): Day =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`

/** The days of a period that the rule means. */
function daysOf(rule: Rule, period: Period, start: Day): Day[] {
  const days: Day[] = []
  for (let day = period.first; day <= period.last; day = addDays(day, 1)) if (isMeant(rule, day, start)) days.push(day)
  return days
}

function isMeant(rule: Rule, day: Day, start: Day): boolean {
  const { freq, byMonth, byWeekNo, byYearDay, byMonthDay, byDay } = rule
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8))
  if (byMonth.length > 0 && !byMonth.includes(month)) return false
  const isOwn = byMonthDay.length + byDay.length + (freq === 'YEARLY' ? byYearDay.length + byWeekNo.length : 0) === 0
  if (isOwn) {
    if (freq === 'WEEKLY' && weekdayOf(day) !== weekdayOf(start)) return false
    if ((freq === 'MONTHLY' || freq === 'YEARLY') && date !== Number(start.slice(8))) return false
    if (freq === 'YEARLY' && byMonth.length === 0 && month !== Number(start.slice(5, 7))) return false
  }
  if (byMonthDay.length > 0 && !has(byMonthDay, date, daysInMonth(day))) return false
  if (byYearDay.length > 0 && !has(byYearDay, dayOfYear(day), daysInYear(day))) return false
  if (byWeekNo.length > 0) {
    const { number, of } = weekOf(day, rule.weekStart)
    if (!has(byWeekNo, number, of)) return false
    if (byDay.length + byMonthDay.length + byYearDay.length === 0 && weekdayOf(day) !== weekdayOf(start)) return false
  }
  return byDay.length === 0 || byDay.some(each => each.weekday === weekdayOf(day) && isNth(rule, each.nth, day))
}

/** Is a weekday the so manieth of its month, or of its year where no month is named? Elsewhere numbers mean nothing. */
function isNth(rule: Rule, nth: number, day: Day): boolean {
  if (nth === 0 || (rule.freq !== 'MONTHLY' && rule.freq !== 'YEARLY') || rule.byWeekNo.length > 0) return true
  const byYear = rule.freq === 'YEARLY' && rule.byMonth.length === 0
  const place = byYear ? dayOfYear(day) : Number(day.slice(8))
  const length = byYear ? daysInYear(day) : daysInMonth(day)
  return nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((length - place + 1) / 7) === -nth
}

/** Is a number in a list, counted from the front or, where negative, from the back? */
const has = (list: readonly number[], number: number, of: number): boolean =>
  list.includes(number) || list.includes(number - of - 1)

const daysInMonth = (day: Day): number =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
const daysInYear = (day: Day): number => daysBetween(`${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`) + 1
const dayOfYear = (day: Day): number => daysBetween(`${day.slice(0, 4)}-01-01`, day) + 1

/** A day's week of its year as ISO 8601 counts, by the rule's first weekday: the first has four days of the year. */
function weekOf(day: Day, weekStart: number): { number: number; of: number } {
  const year = Number(day.slice(0, 4))
  const number = Math.floor(daysBetween(weekOne(year, weekStart), day) / 7) + 1
  return { number, of: Math.floor(daysBetween(weekOne(year, weekStart), weekOne(year + 1, weekStart)) / 7) }
}

function weekOne(year: number, weekStart: number): Day {
  const fourth = `${String(year).padStart(4, '0')}-01-04`
  return addDays(fourth, -((weekdayOf(fourth) - weekStart + 7) % 7))
}

function clocksOf(rule: Rule, first: WallTime): string[] {
  const hours = rule.byHour.length > 0 ? rule.byHour : [Number(first.slice(11, 13))]
  const minutes = rule.byMinute.length > 0 ? rule.byMinute : [Number(first.slice(14, 16))]
  const two = (number: number) => String(number).padStart(2, '0')
  return [...new Set(hours.flatMap(hour => minutes.map(minute => `${two(hour)}:${two(minute)}`)))].sort()
}

/** Those at the places that BYSETPOS names, in order; all where it names none. */
function placed(times: WallTime[], places: readonly number[]): WallTime[] {
  if (places.length === 0) return times
  return times.filter((_, index) => has(places, index + 1, times.length))
}

import { addMinutes, type Day, dayOf, MINUTES_PER_DAY, minutesBetween, type Span, weekdayOf } from '../time.ts'
import { parseRule, starts } from './rule.ts'

/** How a booking comes again, as people say it; every one of these is one RRULE of RFC 5545. */
export const REPEATS = ['daily', 'weekdays', 'weekly', 'fortnightly', 'monthly_date', 'monthly_weekday'] as const
export type Repeat = (typeof REPEATS)[number]

/** Most occurrences that one series may have, and the longest it may last, days. */
export const MOST_OCCURRENCES = 400
export const LONGEST_SERIES = 1100

const DAY_CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

export interface RuleFields {
  repeat: Repeat
  /** Weekdays of a weekly or fortnightly rule, 0 Sunday; empty: the weekday it begins on. */
  weekdays: readonly number[]
  /** Last day that may hold an occurrence; used where `count` is null. */
  until: Day | null
  count: number | null
}

/**
 * The RRULE of a repeat that begins on `day` (RFC 5545, 3.3.10). A month without the 31st is passed over; the fifth Tuesday becomes the
 * last one, since people mean that.
 * @example ruleText({ repeat: 'weekly', weekdays: [2], until: null, count: 10 }, '2026-11-24') // FREQ=WEEKLY;BYDAY=TU;COUNT=10
 */
export function ruleText(fields: RuleFields, day: Day): string {
  const weekday = weekdayOf(day)
  const codes = (fields.weekdays.length > 0 ? [...fields.weekdays].sort((a, b) => a - b) : [weekday])
    .map(each => DAY_CODES[each])
    .join(',')
  const nth = Math.ceil(Number(day.slice(8)) / 7)
  const base = {
    daily: 'FREQ=DAILY',
    weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    weekly: `FREQ=WEEKLY;BYDAY=${codes}`,
    fortnightly: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${codes}`,
    monthly_date: `FREQ=MONTHLY;BYMONTHDAY=${Number(day.slice(8))}`,
    monthly_weekday: `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${DAY_CODES[weekday]}`,
  }[fields.repeat]
  if (fields.count !== null) return `${base};COUNT=${fields.count}`
  return fields.until === null ? base : `${base};UNTIL=${fields.until.replaceAll('-', '')}T235959`
}

/** Is this a rule of RFC 5545 that this program can follow: days, weeks, months or years? */
export const isRule = (rrule: string): boolean => parseRule(rrule) !== null

export interface Expansion {
  /** Occurrences that touch `[from, until)` only; without them, from the first on. */
  from?: string
  until?: string
  /** Days whose occurrence is left out. */
  except?: readonly Day[]
  most?: number
}

/**
 * The spans of a rule, the first one included where the rule meets it, in order, at most `most` (default 400).
 * The wall clock stays: an occurrence at 09:00 is at 09:00 in summer and winter.
 * @throws Error for a rule that is none; ask `isRule` first.
 */
export function occurrences(rrule: string, first: Span, options: Expansion = {}): Span[] {
  const { from = '', until = '', except = [], most = MOST_OCCURRENCES } = options
  const length = minutesBetween(first.startsAt, first.endsAt)
  const rule = parseRule(rrule)
  if (!rule) throw new Error(`This is no rule: ${rrule.slice(0, 80)}`)
  const left = new Set(except)
  const spans: Span[] = []
  // One minute more: the last day of the longest series belongs to it.
  const end = until === '' ? addMinutes(first.startsAt, LONGEST_SERIES * MINUTES_PER_DAY + 1) : until
  for (const startsAt of starts(rule, first.startsAt, from === '' ? '' : addMinutes(from, -length), end)) {
    if (spans.length >= most) break
    const endsAt = addMinutes(startsAt, length)
    if (endsAt > from && !left.has(dayOf(startsAt))) spans.push({ startsAt, endsAt })
  }
  return spans
}

/** An occurrence shifted as its first-changed neighbour was: the same days and minutes at either end. */
export function shifted(span: Span, before: Span, after: Span): Span {
  return {
    startsAt: addMinutes(span.startsAt, minutesBetween(before.startsAt, after.startsAt)),
    endsAt: addMinutes(span.endsAt, minutesBetween(before.endsAt, after.endsAt)),
  }
}

/** How a rule reads back, where it is one of ours; null for another program's. */
export function repeatOf(rrule: string): Repeat | null {
  if (rrule.startsWith('FREQ=DAILY')) return 'daily'
  if (rrule.includes('BYDAY=MO,TU,WE,TH,FR') && !rrule.includes('INTERVAL')) return 'weekdays'
  if (rrule.startsWith('FREQ=WEEKLY;INTERVAL=2')) return 'fortnightly'
  if (rrule.startsWith('FREQ=WEEKLY')) return 'weekly'
  if (rrule.startsWith('FREQ=MONTHLY')) return rrule.includes('BYMONTHDAY') ? 'monthly_date' : 'monthly_weekday'
  return null
}

/**
 * Office-local wall clock, in whole minutes, as text that sorts: `2026-11-23T09:30`.
 * No zone and no clock live here; spans are half open, `[start, end)`.
 */
export type WallTime = string
/** A calendar day, `2026-11-23`. */
export type Day = string
/** A half-open span `[startsAt, endsAt)`. */
export interface Span {
  startsAt: WallTime
  endsAt: WallTime
}

const MINUTE = 60_000
export const MINUTES_PER_DAY = 1440

/** Minutes since 1970-01-01T00:00 of the same wall clock. `NaN` for text that is not a wall time. */
export function toMinutes(time: WallTime): number {
  return Date.parse(`${time}:00Z`) / MINUTE
}

/** The wall time that many minutes after 1970-01-01T00:00. */
export function fromMinutes(minutes: number): WallTime {
  return new Date(minutes * MINUTE).toISOString().slice(0, 16)
}

/** `time` moved by whole minutes, earlier when negative. */
export function addMinutes(time: WallTime, minutes: number): WallTime {
  return minutes === 0 ? time : fromMinutes(toMinutes(time) + minutes)
}

/** Whole minutes from `start` to `end`; negative when `end` is earlier. */
export function minutesBetween(start: WallTime, end: WallTime): number {
  return toMinutes(end) - toMinutes(start)
}

/** `day` moved by whole days, earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return fromMinutes(toMinutes(`${day}T00:00`) + days * MINUTES_PER_DAY).slice(0, 10)
}

/** The earlier of two wall times or two days. */
export const earlier = (a: string, b: string): string => (b < a ? b : a)
/** The later of two wall times or two days. */
export const later = (a: string, b: string): string => (b > a ? b : a)

/** Whole days from `start` to `end`. */
export function daysBetween(start: Day, end: Day): number {
  return minutesBetween(`${start}T00:00`, `${end}T00:00`) / MINUTES_PER_DAY
}

/** The day of a wall time. */
export const dayOf = (time: WallTime): Day => time.slice(0, 10)
/** The clock of a wall time, `09:30`. */
export const clockOf = (time: WallTime): string => time.slice(11, 16)
/** A day and a clock as one wall time. */
export const at = (day: Day, clock: string): WallTime => `${day}T${clock}`

/** The end of a span at a clock: on the day of its start where it then comes later and the next day was not said, else on the next. */
export function endAt(startsAt: WallTime, clock: string, nextDay = false): WallTime {
  const sameDay = at(dayOf(startsAt), clock)
  return nextDay || sameDay <= startsAt ? addMinutes(sameDay, MINUTES_PER_DAY) : sameDay
}

/** Every day from `first` to `last`, both included; empty when `last` is earlier. At most 400 days. */
export function eachDay(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last && days.length < 400; day = addDays(day, 1)) days.push(day)
  return days
}

/** Do two half-open spans share a minute? 10:00-11:00 and 11:00-12:00 do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** Weekday of a day: 0 Sunday to 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** Monday (or Sunday, when the office week starts so) of the week that holds `day`. */
export function startOfWeek(day: Day, weekStart: 0 | 1): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7))
}

/** Is this text a real day of the calendar? `2026-02-30` is not. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isWallTime(`${text}T00:00`)
}

/** Is this day or minute of the years 1900 to 2200? Another is a slip of the hand, or a file that means harm. */
export const isOfOurTime = (time: string): boolean => time >= '1900' && time < '2201'

/** Is this text a real minute of the calendar? */
export function isWallTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return false
  const minutes = toMinutes(text)
  return !Number.isNaN(minutes) && fromMinutes(minutes) === text
}

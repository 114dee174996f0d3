import { addDays, type Day, type WallTime } from '../time.ts'
import { type ClockFault, type ClockKnows, clockOfMinutes, placeSpan, readClock, spanAt } from './clockText.ts'
import { type DayDoubt, type DayFault, type DayKnows, dayAt, readDay } from './dayText.ts'
import { fold } from './fold.ts'

/** A clock of a field as `HH:mm`. */
export interface TypedClock {
  clock: string
  /** It is of the day after the one at hand: 次日, 24:00, 晚上12点. */
  nextDay: boolean
  /** The afternoon was not said; the hours of the office or the start decided. */
  guessed: boolean
}

/** Reads one clock, or a span where both its ends may be taken. `24:00` is `00:00` of the next day. */
export function readTypedClock(
  text: string,
  knows: ClockKnows = {},
): { ok: true; start: TypedClock; end: TypedClock | null } | { ok: false; why: ClockFault } {
  const read = readClock(text, knows)
  if (!read.ok) return read
  const typed = (value: { minutes: number; guessed: boolean }): TypedClock => ({
    clock: clockOfMinutes(value.minutes),
    nextDay: value.minutes >= 1440,
    guessed: value.guessed,
  })
  return { ok: true, start: typed(read.start), end: read.end && typed(read.end) }
}

/** `HH:mm` of a clock as a cell of a table or a field holds it; null where it is none, a span, or of another day. */
export function clockOfText(text: string, knows: ClockKnows = {}): string | null {
  const read = readTypedClock(text, knows)
  return read.ok && read.end === null && !read.start.nextDay ? read.start.clock : null
}

export interface MomentKnows extends ClockKnows, DayKnows {
  /** The day that a clock without one belongs to. */
  day: Day | null
}

export type MomentRead =
  | { ok: true; at: WallTime; guessed: boolean; doubt: DayDoubt | null; other: Day | null }
  | { ok: false; why: ClockFault | DayFault | 'dayMissing' | 'clockMissing' }

/** Reads a day with a clock, in either order: `12-04 8:25`, `明天下午3点`, `8:25 12月4日`, `20261204 0825`; a clock alone is of the day at hand. */
export function readMoment(text: string, knows: MomentKnows): MomentRead {
  const folded = fold(text)
    .trim()
    .replace(/(\d)t(\d)/, '$1 $2')
    .replace(/^(\d{2})(\d{2}) +(?=\d)/, '$1-$2 ')
  const front = dayAt(folded, 0, knows)
  const alone = readClock(folded, knows)
  const asDay = readDay(folded, knows)
  if (front && front.until < folded.length && !(alone.ok && !/^\d{1,2}[-/.]\d{1,2} /.test(folded))) {
    const rest = folded.slice(front.until).replace(/^[ ,:的]+/, '')
    const clock = readClock(rest, knows)
    if (!clock.ok) return { ok: false, why: clock.why }
    if (clock.end) return { ok: false, why: 'oneClock' }
    if (!front.day) return { ok: false, why: 'noSuchDay' }
    return {
      ok: true,
      at: momentAt(front.day, clock.start.minutes),
      guessed: clock.start.guessed,
      doubt: front.doubt,
      other: front.other,
    }
  }
  if (alone.ok && !(asDay.ok && alone.end)) {
    if (alone.end) return { ok: false, why: 'oneClock' }
    if (!knows.day) return { ok: false, why: 'dayMissing' }
    return {
      ok: true,
      at: momentAt(knows.day, alone.start.minutes),
      guessed: alone.start.guessed,
      doubt: null,
      other: null,
    }
  }
  if (asDay.ok) return { ok: false, why: 'clockMissing' }
  const clock = spanAt(folded, 0)
  if (clock && clock.end === null) {
    const rest = folded.slice(clock.until).replace(/^[ ,]+/, '')
    const day = readDay(rest, knows)
    const placed = placeSpan(clock, knows)
    if (day.ok && placed) {
      const { minutes, guessed } = placed.start
      return { ok: true, at: momentAt(day.day, minutes), guessed, doubt: day.doubt, other: day.other }
    }
  }
  return { ok: false, why: !alone.ok && alone.why === 'noSuchClock' ? 'noSuchClock' : 'noClock' }
}

const momentAt = (day: Day, minutes: number): WallTime =>
  `${minutes >= 1440 ? addDays(day, Math.floor(minutes / 1440)) : day}T${clockOfMinutes(minutes)}`

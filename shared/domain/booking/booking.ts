import {
  addDays,
  addMinutes,
  at,
  clockOf,
  type Day,
  dayOf,
  fromMinutes,
  MINUTES_PER_DAY,
  minutesBetween,
  overlaps,
  type Span,
  toMinutes,
  weekdayOf,
} from '../time.ts'
import type { SetupStyle } from '../visit.ts'

/** A resource's own minutes around a booking: setting up before it, clearing up after it. */
export interface Margins {
  setupMinutes: number
  clearupMinutes: number
}

/** What is taken in truth: the span with its set-up before and its clear-up after. */
export function blockedSpan(span: Span, margins: Margins): Span {
  return {
    startsAt: addMinutes(span.startsAt, -margins.setupMinutes),
    endsAt: addMinutes(span.endsAt, margins.clearupMinutes),
  }
}

/** `HH:mm` to `HH:mm`, `24:00` for midnight. */
export interface ClockSpan {
  from: string
  until: string
}

export interface Hours {
  /** `HH:mm`, first bookable minute of a day. */
  bookableFrom: string
  /** `HH:mm`, end of the bookable day; `24:00` for midnight. */
  bookableUntil: string
  /** Seven entries from Sunday on, null for a closed day; empty: every day the same. */
  weeklyHours: readonly (ClockSpan | null)[]
}

/** The bookable hours of a day; null where the weekday is closed. */
export function hoursOn(hours: Hours, day: Day): ClockSpan | null {
  if (hours.weeklyHours.length === 0) return { from: hours.bookableFrom, until: hours.bookableUntil }
  return hours.weeklyHours[weekdayOf(day)] ?? null
}

/** A clock of a day as a wall time; `24:00` is the next midnight. */
export const atClock = (day: Day, clock: string) => (clock === '24:00' ? at(addDays(day, 1), '00:00') : at(day, clock))

/** Does the span stay on one day and inside the bookable hours? Several days are outside by definition. */
export function withinHours(span: Span, hours: Hours): boolean {
  const day = dayOf(span.startsAt)
  const open = hoursOn(hours, day)
  return open !== null && clockOf(span.startsAt) >= open.from && span.endsAt <= atClock(day, open.until)
}

export interface Bookable extends Margins, Hours {
  capacity: number | null
  /** Seats by set-up style, where they differ from the capacity. */
  styleCapacity: { [Style in SetupStyle]?: number | undefined }
  equipment: readonly string[]
  strict: boolean
}

export interface Wanted extends Span {
  headcount: number | null
  equipment: readonly string[]
  /** How the seats stand; empty where nobody said. */
  setupStyle?: SetupStyle
}

/** Seats in a set-up style; null where nobody counted. */
export function capacityOf(
  resource: Pick<Bookable, 'capacity' | 'styleCapacity'>,
  style: SetupStyle = '',
): number | null {
  return resource.styleCapacity[style] ?? resource.capacity
}

/** Something about a wanted booking that a person must see; which ones refuse is decided by `refuses`. */
export type Finding =
  | { code: 'capacity'; capacity: number; headcount: number }
  | { code: 'equipment'; missing: string[] }
  | { code: 'hours'; bookableFrom: string; bookableUntil: string }
  | { code: 'closed'; startsAt: string; endsAt: string; reason: string }
  /** Too few of a movable thing are left at that time. */
  | { code: 'equipmentOut'; name: string; wanted: number; free: number }
  /** A vehicle cannot be there in time from, or for, another trip. */
  | { code: 'unreachable'; title: string; fromPlace: string; toPlace: string; minutes: number; gap: number }
  /** Inspection or insurance has run out by the day of the trip. */
  | { code: 'papers'; paper: 'inspection' | 'insurance'; day: string }

/** What is wrong with taking this resource for this want, overlap aside: too small, lacking, out of hours, closed. */
export function findingsOf(
  resource: Bookable,
  wanted: Wanted,
  closures: readonly (Span & { reason: string })[],
): Finding[] {
  const findings: Finding[] = []
  const capacity = capacityOf(resource, wanted.setupStyle)
  if (capacity !== null && wanted.headcount !== null && wanted.headcount > capacity)
    findings.push({ code: 'capacity', capacity, headcount: wanted.headcount })
  const missing = wanted.equipment.filter(thing => !resource.equipment.includes(thing))
  if (missing.length > 0) findings.push({ code: 'equipment', missing })
  if (!withinHours(wanted, resource)) {
    const open = hoursOn(resource, dayOf(wanted.startsAt))
    findings.push({ code: 'hours', bookableFrom: open?.from ?? '', bookableUntil: open?.until ?? '' })
  }
  for (const closure of closures) {
    if (overlaps(closure, wanted))
      findings.push({ code: 'closed', startsAt: closure.startsAt, endsAt: closure.endsAt, reason: closure.reason })
  }
  return findings
}

/** A strict resource refuses what others only warn of. */
export function refuses(resource: { strict: boolean }, findings: readonly Finding[]): boolean {
  return resource.strict && findings.length > 0
}

/**
 * The nearest free times of one resource for a span of the same length, nearest first, at most `count`. Looks `reach`
 * minutes (default two days) before and after, on the resource's own hours, at 5-minute steps and exactly at the edges of what is busy.
 * `busy` holds blocked spans (set-up and clear-up already in them), in any order.
 */
export function nearestFree(
  wanted: Span,
  resource: Margins & Hours,
  busy: readonly Span[],
  count = 3,
  reach = 2 * MINUTES_PER_DAY,
  notBefore = '',
): Span[] {
  const length = minutesBetween(wanted.startsAt, wanted.endsAt)
  const origin = toMinutes(wanted.startsAt)
  const candidates = new Set<number>()
  for (const span of busy) {
    candidates.add(toMinutes(span.endsAt) + resource.setupMinutes)
    candidates.add(toMinutes(span.startsAt) - resource.clearupMinutes - length)
  }
  for (let step = 0; step <= reach; step += 30) {
    candidates.add(origin + step)
    candidates.add(origin - step)
  }
  const free = [...candidates]
    .filter(start => Math.abs(start - origin) <= reach)
    .sort((a, b) => Math.abs(a - origin) - Math.abs(b - origin) || a - b)
    .map(start => ({ startsAt: fromMinutes(start), endsAt: fromMinutes(start + length) }))
    .filter(span => span.startsAt >= notBefore && withinHours(span, resource))
    .filter(span => {
      const blocked = blockedSpan(span, resource)
      return !busy.some(other => overlaps(other, blocked))
    })
  return spread(free, count, Math.min(length, 30))
}

/** The first `count` spans that begin at least `apart` minutes from each other, so that choices differ. */
function spread(spans: readonly Span[], count: number, apart: number): Span[] {
  const chosen: Span[] = []
  for (const span of spans) {
    if (chosen.length === count) break
    if (chosen.every(other => Math.abs(minutesBetween(other.startsAt, span.startsAt)) >= apart)) chosen.push(span)
  }
  return chosen
}

export interface Candidate extends Bookable {
  id: string
  name: string
  building: string
}

/**
 * The free resources of one kind that can serve, best fit first: fewest findings, smallest that fits, the same
 * building, then by name. Resources too small for the headcount stand last, and strict ones that refuse not at all; the
 * equipment only ranks, since it is what the refused one had and not what anybody asked for.
 */
export function rankAlternatives<C extends Candidate>(
  free: readonly C[],
  wanted: Wanted,
  near: { building: string },
): (C & { findings: Finding[] })[] {
  return free
    .map(candidate => ({ ...candidate, findings: findingsOf(candidate, wanted, []) }))
    .filter(
      candidate =>
        !refuses(
          candidate,
          candidate.findings.filter(finding => finding.code !== 'equipment'),
        ),
    )
    .sort(
      (a, b) =>
        a.findings.length - b.findings.length ||
        spare(a, wanted) - spare(b, wanted) ||
        Number(b.building === near.building) - Number(a.building === near.building) ||
        (a.name < b.name ? -1 : 1),
    )
}

/** Seats left over; unknown capacity counts as middling, too small as worst. */
export function spare(
  resource: Pick<Bookable, 'capacity' | 'styleCapacity'>,
  wanted: Pick<Wanted, 'headcount' | 'setupStyle'>,
): number {
  const capacity = capacityOf(resource, wanted.setupStyle)
  if (capacity === null || wanted.headcount === null) return 50
  const left = capacity - wanted.headcount
  return left < 0 ? 10_000 - left : left
}

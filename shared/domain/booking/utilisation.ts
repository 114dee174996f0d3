import {
  addDays,
  addMinutes,
  at,
  clockOf,
  type Day,
  dayOf,
  eachDay,
  earlier,
  later,
  minutesBetween,
  overlaps,
  type Span,
  weekdayOf,
} from '../time.ts'
import { atClock, type Hours, hoursOn } from './booking.ts'

export interface Use extends Span {
  resourceId: string
  noShow: boolean
}

export interface ResourceUse {
  resourceId: string
  bookings: number
  /** Minutes booked and minutes that could be booked, in the days asked for. */
  booked: number
  bookable: number
  noShows: number
}

export interface Utilisation {
  resources: ResourceUse[]
  /** Minutes booked by weekday (0 Sunday) and hour of the day. */
  heat: number[][]
  /** Minutes that could have been booked, in the same places. */
  capacity: number[][]
}

/** How much of what could be booked was booked from day `from` to day `until`, both included; set-up and clear-up not counted. */
export function utilisation(
  resources: readonly (Hours & { id: string })[],
  uses: readonly Use[],
  closures: readonly (Span & { resourceId: string })[],
  range: { from: Day; until: Day },
): Utilisation {
  const heat = weekGrid()
  const capacity = weekGrid()
  const whole = { startsAt: at(range.from, '00:00'), endsAt: at(addDays(range.until, 1), '00:00') }
  const answer = resources.map(resource => {
    const own = uses.filter(use => use.resourceId === resource.id && overlaps(use, whole))
    const shut = closures.filter(closure => closure.resourceId === resource.id)
    const open = eachDay(range.from, range.until).flatMap(day => openSpans(resource, day, shut))
    for (const span of open) spread(capacity, span)
    for (const use of own) spread(heat, clipped(use, whole))
    return {
      resourceId: resource.id,
      bookings: own.length,
      booked: own.reduce((sum, use) => sum + lengthOf(clipped(use, whole)), 0),
      bookable: open.reduce((sum, span) => sum + lengthOf(span), 0),
      noShows: own.filter(use => use.noShow).length,
    }
  })
  return { resources: answer, heat, capacity }
}

const weekGrid = () => Array.from({ length: 7 }, () => new Array<number>(24).fill(0))
const lengthOf = (span: Span) => Math.max(0, minutesBetween(span.startsAt, span.endsAt))
const clipped = (span: Span, by: Span): Span => ({
  startsAt: later(span.startsAt, by.startsAt),
  endsAt: earlier(span.endsAt, by.endsAt),
})

/** The bookable hours of a day without what is closed of them. */
function openSpans(hours: Hours, day: Day, closures: readonly Span[]): Span[] {
  const open = hoursOn(hours, day)
  if (!open) return []
  let spans: Span[] = [{ startsAt: at(day, open.from), endsAt: atClock(day, open.until) }]
  for (const closure of closures)
    spans = spans.flatMap(span =>
      overlaps(span, closure)
        ? [
            { startsAt: span.startsAt, endsAt: earlier(span.endsAt, closure.startsAt) },
            { startsAt: later(span.startsAt, closure.endsAt), endsAt: span.endsAt },
          ].filter(part => part.startsAt < part.endsAt)
        : [span],
    )
  return spans
}

/** Adds the minutes of a span to the hours of the week they fall in. */
function spread(grid: number[][], span: Span): void {
  for (let time = span.startsAt; time < span.endsAt; ) {
    const next = earlier(span.endsAt, addMinutes(`${time.slice(0, 13)}:00`, 60))
    const row = grid[weekdayOf(dayOf(time))]
    const hour = Number(clockOf(time).slice(0, 2))
    if (row) row[hour] = (row[hour] ?? 0) + minutesBetween(time, next)
    time = next
  }
}

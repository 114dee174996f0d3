import {
  addDays,
  at,
  type Day,
  dayOf,
  fromMinutes,
  MINUTES_PER_DAY,
  overlaps,
  type Span,
  toMinutes,
  type WallTime,
} from '../../../shared/domain/time.ts'

/** What the width of a timeline stands for: some days, and of each the minutes from `from` to `until`; nights fold away. */
export interface Axis {
  first: Day
  days: number
  /** Minutes of the day, 0 to 1440. */
  from: number
  until: number
  /** Pixels a minute. */
  scale: number
}

export const dayMinutes = (axis: Axis): number => axis.until - axis.from
export const dayWidth = (axis: Axis): number => dayMinutes(axis) * axis.scale
export const axisWidth = (axis: Axis): number => dayWidth(axis) * axis.days

const dayIndex = (axis: Axis, minutes: number): number =>
  Math.floor((minutes - toMinutes(at(axis.first, '00:00'))) / MINUTES_PER_DAY)

/** Pixels from the left at which a time stands; what a fold hides stands at its edge. */
export function xOf(axis: Axis, time: WallTime): number {
  const minutes = toMinutes(time)
  const index = dayIndex(axis, minutes)
  const ofDay = minutes - toMinutes(at(axis.first, '00:00')) - index * MINUTES_PER_DAY
  const shown = Math.min(Math.max(ofDay, axis.from), axis.until) - axis.from
  return (index * dayMinutes(axis) + shown) * axis.scale
}

/** The time at a place, to the minute; inside the days shown. */
export function timeAt(axis: Axis, x: number): WallTime {
  const shown = Math.min(Math.max(x / axis.scale, 0), dayMinutes(axis) * axis.days)
  const index = Math.min(Math.floor(shown / dayMinutes(axis)), axis.days - 1)
  const minutes = axis.from + shown - index * dayMinutes(axis)
  return fromMinutes(toMinutes(at(addDays(axis.first, index), '00:00')) + Math.round(minutes))
}

/** A time on the nearest step of the day, in minutes; the last midnight stays. */
export const snapped = (time: WallTime, step: number): WallTime =>
  fromMinutes(Math.round(toMinutes(time) / step) * step)

/** Where dragging stops: quarter hours where they can be told apart, else what is some pixels wide. */
export function stepOf(axis: Axis): number {
  return [15, 30, 60, 120].find(step => step * axis.scale >= 4) ?? 240
}

/** Labels of the hours stand this many minutes apart. */
export function tickOf(axis: Axis): number {
  return [60, 120, 180, 240, 360].find(step => step * axis.scale >= 44) ?? 0
}

export interface Lane<B> {
  bar: B
  lane: number
}

/** Bars of one row in as few lanes as they need, by start; what does not overlap shares the first. */
export function lanesOf<B extends Span>(bars: readonly B[]): { placed: Lane<B>[]; lanes: number } {
  const ends: WallTime[] = []
  const placed = [...bars]
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
    .map(bar => {
      const free = ends.findIndex(end => end <= bar.startsAt)
      const lane = free < 0 ? ends.length : free
      ends[lane] = bar.endsAt
      return { bar, lane }
    })
  return { placed, lanes: Math.max(1, ends.length) }
}

export interface Placement<R> {
  top: number
  height: number
  /** A group's heading, or a row. */
  group: string | null
  row: R | null
}

/** Days narrower than this, pixels, do not show which of their hours are closed. */
export const SHOWS_HOURS = 90

/** Heights by pixels: a row of one lane, every further lane, a group's heading. */
export const ROW = 40
export const LANE = 30
export const GROUP = 28

/** Where every heading and row stands, groups in the order in which their first row comes. Rows of a closed group are left out. */
export function rowsLaidOut<R extends { id: string; group: string }>(
  rows: readonly R[],
  lanes: (row: R) => number,
  closed: ReadonlySet<string>,
): { placements: Placement<R>[]; height: number } {
  const groups = new Map<string, R[]>()
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row])
  const named = groups.size > 1 || ![...groups.keys()].every(group => group === '')
  const placements: Placement<R>[] = []
  let top = 0
  for (const [group, members] of groups) {
    if (named) {
      placements.push({ top, height: GROUP, group, row: null })
      top += GROUP
    }
    if (named && closed.has(group)) continue
    for (const row of members) {
      const height = ROW + (lanes(row) - 1) * LANE
      placements.push({ top, height, group: null, row })
      top += height
    }
  }
  return { placements, height: top }
}

/** The part of a list of placements that touches `[from, until)` pixels. */
export function visible<P extends { top: number; height: number }>(
  placements: readonly P[],
  from: number,
  until: number,
): P[] {
  let low = 0
  let high = placements.length
  while (low < high) {
    const middle = (low + high) >> 1
    const placement = placements[middle]
    if (placement && placement.top + placement.height <= from) low = middle + 1
    else high = middle
  }
  const found: P[] = []
  for (let index = low; index < placements.length; index++) {
    const placement = placements[index]
    if (!placement || placement.top >= until) break
    found.push(placement)
  }
  return found
}

/** The minutes of the day that must be shown so that no bar is folded away: the usual ones, stretched to whole hours. */
export function shownHours(
  usual: { from: number; until: number },
  bars: readonly Span[],
): { from: number; until: number } {
  let { from, until } = usual
  for (const bar of bars) {
    const starts = toMinutes(bar.startsAt) - toMinutes(at(dayOf(bar.startsAt), '00:00'))
    const ends = toMinutes(bar.endsAt) - toMinutes(at(dayOf(bar.startsAt), '00:00'))
    from = Math.min(from, Math.floor(starts / 60) * 60)
    until = Math.max(until, Math.min(MINUTES_PER_DAY, Math.ceil(ends / 60) * 60))
  }
  return { from, until }
}

/** Does a span show on an axis? One that lies whole in a fold does not. */
export const shows = (axis: Axis, span: Span): boolean =>
  overlaps(span, { startsAt: at(axis.first, '00:00'), endsAt: at(addDays(axis.first, axis.days), '00:00') })

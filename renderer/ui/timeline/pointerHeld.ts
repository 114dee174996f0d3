import {
  addMinutes,
  clockOf,
  dayOf,
  earlier,
  later,
  minutesBetween,
  type WallTime,
} from '../../../shared/domain/time.ts'
import { type Axis, dayWidth, snapped, stepOf, timeAt } from './geometry.ts'
import type { Held } from './held.ts'
import type { TimelineBar } from './rows.ts'

/** What a pointer holds: where it was pressed, and how far into the bar. */
export interface PointerHeld extends Held {
  /** Minutes from the bar's start to where it was taken. */
  taken: number
  /** The time that was pressed, on a step of the axis. */
  from: WallTime
}

/** Shortest that a bar is stretched to, minutes, where a step is longer. */
const SHORTEST = 15
/** A day narrower than this is moved by days, pixels. */
const NARROW_DAY = 90
/** Pixels at either end of a bar that stretch it; a slim bar keeps a middle to be moved by. */
const GRIP = 7

/**
 * What is held when the pointer has come to `x` pixels of the axis and to a row. Times stand on the steps of the axis, with `fine` on
 * minutes. A new span grows either way from where it was pressed; a move keeps its length, and where days are narrow its clock; an end
 * that is stretched never crosses the other.
 */
export function followed(held: PointerHeld, axis: Axis, x: number, row: string | null, fine: boolean): PointerHeld {
  const step = fine ? 1 : stepOf(axis)
  const time = timeAt(axis, x)
  const snap = (value: string) => snapped(value, step)
  const { bar, grip } = held
  if (bar === null) {
    const [a, b] = time < held.from ? [time, held.from] : [held.from, time]
    const startsAt = snap(a)
    const endsAt = snap(b)
    return { ...held, span: { startsAt, endsAt: endsAt > startsAt ? endsAt : addMinutes(startsAt, step) } }
  }
  if (grip === 'start') {
    const latest = addMinutes(bar.endsAt, -Math.min(step, SHORTEST))
    return { ...held, span: { startsAt: earlier(snap(time), latest), endsAt: bar.endsAt } }
  }
  if (grip === 'end') {
    const earliest = addMinutes(bar.startsAt, Math.min(step, SHORTEST))
    return { ...held, span: { startsAt: bar.startsAt, endsAt: later(snap(time), earliest) } }
  }
  const startsAt =
    dayWidth(axis) < NARROW_DAY && !fine
      ? `${dayOf(time)}T${clockOf(bar.startsAt)}`
      : snap(addMinutes(time, -held.taken))
  const length = minutesBetween(bar.startsAt, bar.endsAt)
  return { ...held, rowId: row ?? held.rowId, span: { startsAt, endsAt: addMinutes(startsAt, length) } }
}

/** Which end of a bar lies under a pointer; null in the middle, and where it cannot be stretched. */
export function edgeAt(
  bar: Pick<TimelineBar, 'movable'>,
  { left, right }: { left: number; right: number },
  x: number,
): 'start' | 'end' | null {
  if (!bar.movable) return null
  const grip = Math.min(GRIP, (right - left) / 4)
  if (x - left < grip) return 'start'
  return right - x < grip ? 'end' : null
}

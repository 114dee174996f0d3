import { addMinutes, MINUTES_PER_DAY } from '../../../shared/domain/time.ts'
import { type Axis, dayWidth, type Placement, stepOf } from './geometry.ts'
import type { Held } from './held.ts'
import type { TimelineBar, TimelineRow } from './rows.ts'

/** A key as it was pressed. */
export interface Press {
  key: string
  shiftKey: boolean
  altKey: boolean
}

/** Keys that move what is held. */
export const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

/** A bar as the keys take it. */
export const keyHeld = (bar: TimelineBar): Held => ({
  grip: 'move',
  bar,
  rowId: bar.rowId,
  span: { startsAt: bar.startsAt, endsAt: bar.endsAt },
  copy: false,
})

/** One press: a step in time, with Shift at the end only, with Alt by minutes; up and down to another row. */
export function stepped(before: Held, event: Press, axis: Axis, beside: string | null): Held {
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') return { ...before, rowId: beside ?? before.rowId }
  const size = event.altKey ? 1 : dayWidth(axis) < 90 ? MINUTES_PER_DAY : stepOf(axis)
  const by = event.key === 'ArrowLeft' ? -size : size
  const { startsAt, endsAt } = before.span
  if (!event.shiftKey)
    return { ...before, span: { startsAt: addMinutes(startsAt, by), endsAt: addMinutes(endsAt, by) } }
  const end = addMinutes(endsAt, event.altKey ? by : Math.sign(by) * Math.min(size, 15))
  return { ...before, span: { startsAt, endsAt: end > startsAt ? end : endsAt } }
}

/** The row above or below, or null at the edge of the timeline. */
export function rowBeside(placements: readonly Placement<TimelineRow>[], rowId: string, key: string): string | null {
  const rows = placements.flatMap(each => (each.row ? [each.row.id] : []))
  const index = rows.indexOf(rowId)
  return rows[key === 'ArrowUp' ? index - 1 : index + 1] ?? null
}

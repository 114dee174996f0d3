import type { RefObject } from 'react'
import type { Span } from '../../../shared/domain/time.ts'
import type { Axis, Placement } from './geometry.ts'
import type { TimelineBar, TimelineRow } from './rows.ts'

/** What stands against a place: why it would be refused, or what should be known; null for nothing. */
export type Judge = (
  rowId: string,
  span: Span,
  bar: TimelineBar | null,
) => { refused: string | null; warns: string | null }

/** What is done with a bar: moved, stretched at an end, or a new one drawn. */
export type Grip = 'move' | 'start' | 'end' | 'book'

/** What a hand needs to know of the timeline it works on. */
export interface GripOptions {
  scroller: RefObject<HTMLDivElement | null>
  axis: Axis
  placements: readonly Placement<TimelineRow>[]
  bars: readonly TimelineBar[]
  heads: number
  header: number
  still: boolean
  judge: Judge
  onMove: (bar: TimelineBar, to: Span & { rowId: string; copy: boolean }) => void
  onBook: (rowId: string, span: Span) => void
  onOpen: (bar: TimelineBar) => void
}

/** What is held on the timeline, by pointer or by keys. */
export interface Held {
  grip: Grip
  bar: TimelineBar | null
  /** Where it is now. */
  rowId: string
  span: Span
  copy: boolean
}

/** Is it somewhere else than where it was taken? */
export const isElsewhere = ({ bar, rowId, span, copy }: Held): boolean =>
  bar === null || copy || rowId !== bar.rowId || span.startsAt !== bar.startsAt || span.endsAt !== bar.endsAt

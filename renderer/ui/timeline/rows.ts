import type { Span } from '../../../shared/domain/time.ts'

export interface TimelineRow {
  id: string
  title: string
  detail: string
  /** Heading under which it stands; empty for none. */
  group: string
  /** Spans in which it cannot be booked, with the reason. */
  closed: readonly (Span & { reason: string })[]
  /** Spans outside its own hours. */
  shut: readonly Span[]
}

export interface TimelineBar extends Span {
  id: string
  rowId: string
  blockedFrom: string
  blockedUntil: string
  title: string
  /** What a screen reader says: title, times, state. Put together only for what is drawn. */
  text: () => string
  tone: 'A' | 'B' | 'C' | 'own'
  tentative: boolean
  /** Of the visit at hand, or standing out for another reason. */
  marked: boolean
  /** Read from a calendar, or held by a room that shares walls: shown, not moved. */
  movable: boolean
  /** A letter or sign before the title, so that colour is not all that tells. */
  sign: string
}

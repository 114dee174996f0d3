import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { addMinutes, clockOf, dayOf, earlier, later, minutesBetween, type Span } from '../../../shared/domain/time.ts'
import { spanText } from '../../base/sentences.ts'
import { type Axis, dayWidth, type Placement, snapped, stepOf, timeAt, xOf } from './geometry.ts'
import type { TimelineBar, TimelineRow } from './rows.ts'

/** What stands against a place: why it would be refused, or what should be known; null for nothing. */
export type Judge = (
  rowId: string,
  span: Span,
  bar: TimelineBar | null,
) => { refused: string | null; warns: string | null }

type Grip = 'move' | 'start' | 'end' | 'book'

interface Options {
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

/** A hand on the timeline, by pointer or by keys. */
interface Held {
  grip: Grip
  bar: TimelineBar | null
  /** Where it is now. */
  rowId: string
  span: Span
  copy: boolean
  /** Minutes from the bar's start to where it was taken. */
  taken: number
  moved: boolean
  from: { x: number; y: number; time: string }
}

/** Pixels that a pointer moves before it drags. */
const THRESHOLD = 4
/** Keys that follow each other within this time are one move, ms. */
const SETTLES = 900
/** A window scrolls by itself where a drag comes this near to its edge, pixels. */
const EDGE = 36

/**
 * Dragging, stretching, copying and booking on a timeline, by pointer or keys. While something is held only its ghost moves, outside of
 * React, and every row in sight shows whether it would take it.
 */
export function useGrip(options: Options) {
  const { t } = useTranslation()
  const body = useRef<HTMLDivElement>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const voice = useRef<HTMLDivElement>(null)
  const latest = useRef(options)
  latest.current = options
  const held = useRef<Held | null>(null)
  const byKeys = useRef<{ held: Held; timer: number } | null>(null)
  /** The bar that has the focus back when the moved one is drawn again. */
  const refocus = useRef<string | null>(null)

  useEffect(() => {
    if (refocus.current === null) return
    const bar = body.current?.querySelector<HTMLElement>(`[data-bar="${refocus.current}"]`)
    if (!bar || bar === document.activeElement) return
    refocus.current = null
    bar.focus({ preventScroll: true })
  })

  const say = (text: string) => {
    if (voice.current) voice.current.textContent = text
  }
  const rowAt = (y: number): string | null =>
    latest.current.placements.find(each => each.row && y >= each.top && y < each.top + each.height)?.row?.id ?? null
  const rowName = (id: string) => latest.current.placements.find(each => each.row?.id === id)?.row?.title ?? ''

  /** Draws the ghost where something is held, and what every row says to it. */
  const draw = (now: Held | null) => {
    const element = ghost.current
    const { axis, placements, judge, scroller } = latest.current
    for (const head of scroller.current?.querySelectorAll<HTMLElement>('[data-row-head]') ?? []) {
      const verdict = now ? judge(head.dataset.rowHead ?? '', now.span, now.copy ? null : now.bar) : null
      head.classList.toggle('refuses', Boolean(verdict?.refused))
      head.classList.toggle('warns', Boolean(verdict && !verdict.refused && verdict.warns))
      const why = head.querySelector('.tl-why')
      if (why) why.textContent = verdict?.refused ?? ''
    }
    for (const row of body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])
      row.classList.toggle(
        'refuses',
        Boolean(now && judge(row.dataset.row ?? '', now.span, now.copy ? null : now.bar).refused),
      )
    if (!element) return { refused: null, warns: null }
    const place = now && placements.find(each => each.row?.id === now.rowId)
    if (!now || !place) {
      element.hidden = true
      return { refused: null, warns: null }
    }
    const verdict = judge(now.rowId, now.span, now.copy ? null : now.bar)
    const left = xOf(axis, now.span.startsAt)
    element.hidden = false
    element.className = `tl-ghost ${verdict.refused ? 'refused' : verdict.warns ? 'warned' : 'fits'}${now.copy ? ' copy' : ''}`
    element.style.transform = `translate(${left}px, ${place.top + 4}px)`
    element.style.width = `${Math.max(6, xOf(axis, now.span.endsAt) - left)}px`
    const [title, why] = element.children
    const length = minutesBetween(now.span.startsAt, now.span.endsAt)
    if (title)
      title.textContent = `${now.copy ? '＋ ' : ''}${clockOf(now.span.startsAt)}–${clockOf(now.span.endsAt)} · ${t('timeline.minutes', { count: length })}`
    if (why) why.textContent = verdict.refused ?? verdict.warns ?? ''
    return verdict
  }

  const follow = (clientX: number, clientY: number, fine: boolean) => {
    const now = held.current
    const rect = body.current?.getBoundingClientRect()
    if (!now || !rect) return
    const { axis } = latest.current
    const step = fine ? 1 : stepOf(axis)
    const x = clientX - rect.left
    const time = timeAt(axis, x)
    const row = rowAt(clientY - rect.top)
    const snap = (value: string) => snapped(value, step)
    if (now.grip === 'book') {
      const [a, b] = time < now.from.time ? [time, now.from.time] : [now.from.time, time]
      const startsAt = snap(a)
      const endsAt = snap(b)
      now.span = { startsAt, endsAt: endsAt > startsAt ? endsAt : addMinutes(startsAt, step) }
    } else if (now.bar && now.grip === 'move') {
      const length = minutesBetween(now.bar.startsAt, now.bar.endsAt)
      // Where a day is a finger wide, a move is by days and keeps its clock.
      const startsAt =
        dayWidth(axis) < 90 && !fine
          ? `${dayOf(time)}T${clockOf(now.bar.startsAt)}`
          : snap(addMinutes(time, -now.taken))
      now.span = { startsAt, endsAt: addMinutes(startsAt, length) }
      if (row) now.rowId = row
    } else if (now.bar && now.grip === 'start') {
      const latestStart = addMinutes(now.bar.endsAt, -Math.min(step, 15))
      const startsAt = snap(time)
      now.span = { startsAt: earlier(startsAt, latestStart), endsAt: now.bar.endsAt }
    } else if (now.bar) {
      const earliestEnd = addMinutes(now.bar.startsAt, Math.min(step, 15))
      const endsAt = snap(time)
      now.span = { startsAt: now.bar.startsAt, endsAt: later(endsAt, earliestEnd) }
    }
    draw(now)
  }

  const onPointerDown = (event: React.PointerEvent<HTMLDivElement>) => {
    const { still, bars, axis } = latest.current
    if (event.button !== 0 || !body.current) return
    settle(false)
    const target = event.target as HTMLElement
    const element = target.closest<HTMLElement>('[data-bar]')
    const bar = bars.find(each => each.id === element?.dataset.bar) ?? null
    const rect = body.current.getBoundingClientRect()
    const x = event.clientX - rect.left
    const rowId = bar?.rowId ?? rowAt(event.clientY - rect.top)
    if (!rowId) return
    const grip: Grip = bar === null ? 'book' : (edgeAt(element, bar, event.clientX) ?? 'move')
    const time = timeAt(axis, x)
    const from = { x: event.clientX, y: event.clientY, time: snapped(time, stepOf(axis)) }
    const begun: Held = {
      grip,
      bar,
      rowId,
      span: bar ?? { startsAt: from.time, endsAt: from.time },
      // Held down from the beginning, Alt makes a copy; pressed on the way, it makes the steps minutes.
      copy: event.altKey && grip === 'move',
      taken: bar ? minutesBetween(bar.startsAt, time) : 0,
      moved: false,
      from,
    }
    held.current = begun
    const mayDrag = !still && (bar === null ? event.pointerType === 'mouse' : bar.movable)
    const startedWithAlt = event.altKey
    let alt = false
    let frame = 0
    let last = { x: event.clientX, y: event.clientY }
    const step = () => {
      frame = 0
      if (held.current !== begun) return
      if (scrollNear(latest.current, last)) frame = requestAnimationFrame(step)
      follow(last.x, last.y, alt)
    }
    const move = (moved: PointerEvent) => {
      if (!mayDrag) return
      last = { x: moved.clientX, y: moved.clientY }
      alt = moved.altKey && !(startedWithAlt && grip === 'move')
      if (!begun.moved && Math.hypot(last.x - from.x, last.y - from.y) < THRESHOLD) return
      if (!begun.moved) {
        begun.moved = true
        body.current?.setPointerCapture(event.pointerId)
        body.current?.classList.add('dragging')
        element?.classList.add('lifted')
      }
      if (frame === 0) frame = requestAnimationFrame(step)
    }
    const stop = () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', letGo, true)
      if (frame !== 0) cancelAnimationFrame(frame)
      body.current?.classList.remove('dragging')
      element?.classList.remove('lifted')
      held.current = null
      draw(null)
    }
    const cancel = () => stop()
    const letGo = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return
      pressed.stopPropagation()
      stop()
      say(t('timeline.letGo'))
    }
    const drop = (dropped: PointerEvent) => {
      if (begun.moved) follow(dropped.clientX, dropped.clientY, alt)
      stop()
      const { onMove, onBook, onOpen } = latest.current
      if (!begun.moved) {
        if (bar) onOpen(bar)
        else if (!still) onBook(rowId, anHour(begun.from.time))
        return
      }
      if (bar === null) onBook(begun.rowId, begun.span)
      else if (
        begun.copy ||
        begun.rowId !== bar.rowId ||
        begun.span.startsAt !== bar.startsAt ||
        begun.span.endsAt !== bar.endsAt
      )
        onMove(bar, { ...begun.span, rowId: begun.rowId, copy: begun.copy })
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', letGo, true)
  }

  /** The pointer tells what it would take: an end, or the whole. */
  const onPointerMove = (event: React.PointerEvent<HTMLDivElement>) => {
    if (held.current) return
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-bar]')
    const bar = element && latest.current.bars.find(each => each.id === element.dataset.bar)
    element?.classList.toggle('at-edge', Boolean(bar && edgeAt(element, bar, event.clientX)))
  }

  /** Ends what the keys hold: done where it is allowed, or let go. */
  const settle = (done: boolean) => {
    const keys = byKeys.current
    if (!keys) return
    window.clearTimeout(keys.timer)
    byKeys.current = null
    const { bar, rowId, span, copy } = keys.held
    const { refused } = latest.current.judge(rowId, span, bar)
    draw(null)
    if (!bar || !done) return
    if (refused) {
      say(t('timeline.refused', { reason: refused }))
      return
    }
    if (rowId === bar.rowId && span.startsAt === bar.startsAt && span.endsAt === bar.endsAt) return
    refocus.current = bar.id
    latest.current.onMove(bar, { ...span, rowId, copy })
  }

  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const { bars, axis, still, onOpen } = latest.current
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-bar]')?.dataset.bar
    const bar = bars.find(each => each.id === id)
    if (!bar) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      if (byKeys.current) settle(true)
      else onOpen(bar)
      return
    }
    if (event.key === 'Escape' && byKeys.current) {
      event.stopPropagation()
      settle(false)
      say(t('timeline.letGo'))
      return
    }
    if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key) || still || !bar.movable) return
    event.preventDefault()
    const before = byKeys.current?.held ?? keyHeld(bar)
    if (byKeys.current) window.clearTimeout(byKeys.current.timer)
    const next = stepped(before, event, axis, rowBeside(latest.current.placements, before.rowId, event.key))
    const { refused, warns } = draw(next) ?? { refused: null, warns: null }
    say(
      t(refused ? 'timeline.heldRefused' : 'timeline.held', {
        row: rowName(next.rowId),
        span: spanText(next.span.startsAt, next.span.endsAt),
        reason: refused ?? warns ?? '',
      }),
    )
    byKeys.current = { held: next, timer: window.setTimeout(() => !refused && settle(true), SETTLES) }
  }

  const onBlur = (event: React.FocusEvent<HTMLDivElement>) => {
    if (byKeys.current && !event.currentTarget.contains(event.relatedTarget)) settle(false)
  }

  /** What a screen reader presses is a click without a pointer. */
  const onClick = (event: React.MouseEvent<HTMLDivElement>) => {
    if (event.detail !== 0) return
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-bar]')?.dataset.bar
    const bar = latest.current.bars.find(each => each.id === id)
    if (bar) latest.current.onOpen(bar)
  }

  return { body, ghost, voice, onPointerDown, onPointerMove, onKeyDown, onBlur, onClick }
}

/** Pixels at either end of a bar that stretch it; a slim bar keeps a middle to be moved by. */
const GRIP = 7

/** Which end of a bar lies under a pointer; null in the middle, and where it cannot be stretched. */
function edgeAt(element: HTMLElement | null, bar: TimelineBar, clientX: number): 'start' | 'end' | null {
  if (!element || !bar.movable) return null
  const rect = element.getBoundingClientRect()
  const grip = Math.min(GRIP, rect.width / 4)
  if (clientX - rect.left < grip) return 'start'
  return rect.right - clientX < grip ? 'end' : null
}

const keyHeld = (bar: TimelineBar): Held => ({
  grip: 'move',
  bar,
  rowId: bar.rowId,
  span: { startsAt: bar.startsAt, endsAt: bar.endsAt },
  copy: false,
  taken: 0,
  moved: true,
  from: { x: 0, y: 0, time: bar.startsAt },
})

/** One press: a step in time, with Shift at the end only, with Alt by minutes; up and down to another row. */
function stepped(before: Held, event: React.KeyboardEvent, axis: Axis, beside: string | null): Held {
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') return { ...before, rowId: beside ?? before.rowId }
  const size = event.altKey ? 1 : dayWidth(axis) < 90 ? 1440 : stepOf(axis)
  const by = event.key === 'ArrowLeft' ? -size : size
  const { startsAt, endsAt } = before.span
  if (!event.shiftKey)
    return { ...before, span: { startsAt: addMinutes(startsAt, by), endsAt: addMinutes(endsAt, by) } }
  const end = addMinutes(endsAt, event.altKey ? by : Math.sign(by) * Math.min(size, 15))
  return { ...before, span: { startsAt, endsAt: end > startsAt ? end : endsAt } }
}

function rowBeside(placements: readonly Placement<TimelineRow>[], rowId: string, key: string): string | null {
  const rows = placements.flatMap(each => (each.row ? [each.row.id] : []))
  const index = rows.indexOf(rowId)
  return rows[key === 'ArrowUp' ? index - 1 : index + 1] ?? null
}

/** An hour from where somebody clicked, not across midnight. */
function anHour(startsAt: string): Span {
  return { startsAt, endsAt: addMinutes(startsAt, 60) }
}

/** Scrolls where a drag comes near the edge of the window. @returns whether there is more to scroll. */
function scrollNear({ scroller, heads, header }: Options, at: { x: number; y: number }): boolean {
  const element = scroller.current
  if (!element) return false
  const rect = element.getBoundingClientRect()
  const pull = (from: number, until: number, value: number) =>
    value < from + EDGE
      ? Math.max(-18, (value - from - EDGE) / 2)
      : value > until - EDGE
        ? Math.min(18, (value - until + EDGE) / 2)
        : 0
  const x = pull(rect.left + heads, rect.right, at.x)
  const y = pull(rect.top + header, rect.bottom, at.y)
  if (x === 0 && y === 0) return false
  const before = { left: element.scrollLeft, top: element.scrollTop }
  element.scrollLeft += x
  element.scrollTop += y
  return element.scrollLeft !== before.left || element.scrollTop !== before.top
}

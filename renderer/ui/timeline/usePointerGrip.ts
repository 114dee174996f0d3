import { type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { addMinutes, minutesBetween, type Span } from '../../../shared/domain/time.ts'
import { snapped, stepOf, timeAt } from './geometry.ts'
import { type Grip, type GripOptions, isElsewhere } from './held.ts'
import { edgeAt, followed, type PointerHeld } from './pointerHeld.ts'
import type { Ghost } from './useGhost.ts'

/** Pixels that a pointer moves before it drags. */
const THRESHOLD = 4
/** A window scrolls by itself where a drag comes this near to its edge, pixels. */
const EDGE = 36

/** Dragging, stretching, copying and booking by a pointer; Esc lets go. */
export function usePointerGrip(
  body: RefObject<HTMLDivElement | null>,
  latest: RefObject<GripOptions>,
  { say, draw }: Ghost,
) {
  const { t } = useTranslation()
  const isHeld = useRef(false)
  const rowAt = (y: number): string | null =>
    latest.current.placements.find(each => each.row && y >= each.top && y < each.top + each.height)?.row?.id ?? null

  const onPointerDown = (event: React.PointerEvent<HTMLDivElement>) => {
    const { still, bars, axis } = latest.current
    if (event.button !== 0 || !body.current) return
    const target = event.target as HTMLElement
    const element = target.closest<HTMLElement>('[data-bar]')
    const bar = bars.find(each => each.id === element?.dataset.bar) ?? null
    const rect = body.current.getBoundingClientRect()
    const x = event.clientX - rect.left
    const rowId = bar?.rowId ?? rowAt(event.clientY - rect.top)
    if (!rowId) return
    const grip: Grip =
      bar === null ? 'book' : ((element && edgeAt(bar, element.getBoundingClientRect(), event.clientX)) ?? 'move')
    const time = timeAt(axis, x)
    const from = { x: event.clientX, y: event.clientY }
    const pressed = snapped(time, stepOf(axis))
    let begun: PointerHeld = {
      grip,
      bar,
      rowId,
      span: bar ?? { startsAt: pressed, endsAt: pressed },
      // Held down from the beginning, Alt makes a copy; pressed on the way, it makes the steps minutes.
      copy: event.altKey && grip === 'move',
      taken: bar ? minutesBetween(bar.startsAt, time) : 0,
      from: pressed,
    }
    let isMoved = false
    isHeld.current = true
    const mayDrag = !still && (bar === null ? event.pointerType === 'mouse' : bar.movable)
    const startedWithAlt = event.altKey
    let alt = false
    let frame = 0
    let last = { x: event.clientX, y: event.clientY }
    const follow = (x: number, y: number) => {
      const rect = body.current?.getBoundingClientRect()
      if (!rect) return
      begun = followed(begun, latest.current.axis, x - rect.left, rowAt(y - rect.top), alt)
      draw(begun)
    }
    const step = () => {
      frame = 0
      if (scrollNear(latest.current, last)) frame = requestAnimationFrame(step)
      follow(last.x, last.y)
    }
    const move = (moved: PointerEvent) => {
      if (!mayDrag) return
      last = { x: moved.clientX, y: moved.clientY }
      alt = moved.altKey && !(startedWithAlt && grip === 'move')
      if (!isMoved && Math.hypot(last.x - from.x, last.y - from.y) < THRESHOLD) return
      if (!isMoved) {
        isMoved = true
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
      isHeld.current = false
      draw(null)
    }
    const cancel = () => stop()
    const letGo = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return
      key.stopPropagation()
      stop()
      say(t('timeline.letGo'))
    }
    const drop = (dropped: PointerEvent) => {
      if (isMoved) follow(dropped.clientX, dropped.clientY)
      stop()
      const { onMove, onBook, onOpen } = latest.current
      if (!isMoved) {
        if (bar) onOpen(bar)
        else if (!still) onBook(rowId, anHour(pressed))
        return
      }
      if (bar === null) onBook(begun.rowId, begun.span)
      else if (isElsewhere(begun)) onMove(bar, { ...begun.span, rowId: begun.rowId, copy: begun.copy })
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', letGo, true)
  }

  /** The pointer tells what it would take: an end, or the whole. */
  const onPointerMove = (event: React.PointerEvent<HTMLDivElement>) => {
    if (isHeld.current) return
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-bar]')
    const bar = element && latest.current.bars.find(each => each.id === element.dataset.bar)
    element?.classList.toggle(
      'at-edge',
      Boolean(element && bar && edgeAt(bar, element.getBoundingClientRect(), event.clientX)),
    )
  }

  return { onPointerDown, onPointerMove }
}

/** An hour from where somebody clicked, not across midnight. */
function anHour(startsAt: string): Span {
  return { startsAt, endsAt: addMinutes(startsAt, 60) }
}

/** Scrolls where a drag comes near the edge of the window. @returns whether there is more to scroll. */
function scrollNear({ scroller, heads, header }: GripOptions, at: { x: number; y: number }): boolean {
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

import { useRef } from 'react'
import type { GripOptions } from './held.ts'
import { useGhost } from './useGhost.ts'
import { useKeyGrip } from './useKeyGrip.ts'
import { usePointerGrip } from './usePointerGrip.ts'

/**
 * Dragging, stretching, copying and booking on a timeline, by pointer or keys. While something is held only its ghost moves, outside of
 * React, and every row in sight shows whether it would take it.
 */
export function useGrip(options: GripOptions) {
  const body = useRef<HTMLDivElement>(null)
  const latest = useRef(options)
  latest.current = options
  const ghost = useGhost(body, latest)
  const keys = useKeyGrip(body, latest, ghost)
  const pointer = usePointerGrip(body, latest, ghost)

  const onPointerDown = (event: React.PointerEvent<HTMLDivElement>) => {
    // A pointer takes over from the keys.
    if (event.button === 0) keys.settle(false)
    pointer.onPointerDown(event)
  }

  /** What a screen reader presses is a click without a pointer. */
  const onClick = (event: React.MouseEvent<HTMLDivElement>) => {
    if (event.detail !== 0) return
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-bar]')?.dataset.bar
    const bar = latest.current.bars.find(each => each.id === id)
    if (bar) latest.current.onOpen(bar)
  }

  return {
    body,
    ghost: ghost.ghost,
    voice: ghost.voice,
    onPointerDown,
    onPointerMove: pointer.onPointerMove,
    onKeyDown: keys.onKeyDown,
    onBlur: keys.onBlur,
    onClick,
  }
}

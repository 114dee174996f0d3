import { useEffect, useLayoutEffect, useRef } from 'react'
import { type Axis, timeAt, xOf } from './geometry.ts'

/** Pixels a minute, at the nearest. */
export const MOST_SCALE = 8

/** Ctrl and the wheel, or plus, minus and 0: nearer and farther, with the time under the pointer staying where it is. */
export function useZoom(
  scroller: React.RefObject<HTMLDivElement | null>,
  {
    scale,
    fit,
    heads,
    axis,
    onScale,
  }: { scale: number; fit: number; heads: number; axis: Axis; onScale: (scale: number | null) => void },
) {
  const anchor = useRef<{ time: string; x: number } | null>(null)
  const latest = useRef({ scale, fit, heads, axis, onScale })
  latest.current = { scale, fit, heads, axis, onScale }
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !anchor.current) return
    element.scrollLeft = xOf(axis, anchor.current.time) - anchor.current.x
    anchor.current = null
  }, [scroller, axis])
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const zoom = (factor: number, x: number) => {
      const { scale: before, fit: least, axis: shown, onScale: set } = latest.current
      anchor.current = { time: timeAt(shown, element.scrollLeft + x), x }
      const next = Math.min(MOST_SCALE, before * factor)
      set(next <= least * 1.01 ? null : next)
    }
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left } = element.getBoundingClientRect()
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, Math.max(0, event.clientX - left - latest.current.heads))
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const middle = (element.clientWidth - latest.current.heads) / 2
      if (event.key === '+' || event.key === '=') zoom(1.25, middle)
      else if (event.key === '-') zoom(1 / 1.25, middle)
      else if (event.key === '0') latest.current.onScale(null)
      else return
      event.preventDefault()
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('keydown', onKey)
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('keydown', onKey)
    }
  }, [scroller])
}

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Size } from '../../shared/domain/papers/sheets.ts'

/** As large as the window takes a badge, but no larger than eight times its size. */
export function Stage({ size, children }: { size: Size; children: (scale: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<Size>({ width: 560, height: 400 })
  useEffect(() => {
    const stage = box.current
    if (!stage) return
    const observer = new ResizeObserver(() => setRoom({ width: stage.clientWidth, height: stage.clientHeight }))
    observer.observe(stage)
    return () => observer.disconnect()
  }, [])
  const scale = Math.max(1.5, Math.min(8, (room.width - 16) / size.width, (room.height - 16) / size.height))
  return (
    <div className="stage-room" ref={box}>
      {children(scale)}
    </div>
  )
}

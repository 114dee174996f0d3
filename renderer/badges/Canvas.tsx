import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Box,
  type DesignElement,
  hundredths,
  isInside,
  SAFE,
  snapped,
} from '../../shared/domain/papers/badgeDesign.ts'
import { BadgeFace, type FaceContext, QrDefinition } from './BadgeFace.tsx'
import { copyOf, moved, SMALLEST, stretched, within } from './boxes.ts'
import { elementName } from './elementName.ts'
import type { Drawing, Side } from './useDesign.ts'

/** CSS pixels of a mm. */
const MM = 96 / 25.4
/** How near an edge catches a dragged box, screen pixels. */
const REACH = 6

interface Props {
  drawing: Drawing
  side: Side
  context: FaceContext
  /** Screen pixels of a mm. */
  scale: number
  selected: string | null
  onSelect: (id: string | null) => void
}

interface Grip {
  id: string
  /** Which edges move: none of them, the whole box does. */
  edges: '' | 'e' | 's' | 'se'
  startX: number
  startY: number
  box: Box
  deed: string
}

/** A face as it will be printed, its elements to be dragged, stretched and moved by keys. */
export function Canvas({ drawing, side, context, scale, selected, onSelect }: Props) {
  const { t } = useTranslation()
  const { design } = drawing
  const face = design[side]
  const grip = useRef<Grip | null>(null)
  const [guides, setGuides] = useState<{ x: number[]; y: number[] }>({ x: [], y: [] })
  if (!face) return null
  const { size } = design

  const take = (event: PointerEvent<HTMLElement>, element: DesignElement, edges: Grip['edges']) => {
    event.stopPropagation()
    onSelect(element.id)
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = {
      id: element.id,
      edges,
      startX: event.clientX,
      startY: event.clientY,
      box: element,
      deed: `${element.id} ${event.timeStamp}`,
    }
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    const held = grip.current
    if (!held) return
    const across = (event.clientX - held.startX) / scale
    const down = (event.clientY - held.startY) / scale
    const others = face.elements.filter(each => each.id !== held.id)
    const reach = event.altKey ? -1 : REACH / scale
    const box = held.edges === '' ? moved(held.box, across, down) : stretched(held.box, held.edges, across, down)
    if (held.edges === '') {
      const snap = snapped(box, others, size, reach)
      setGuides({ x: snap.guidesX, y: snap.guidesY })
      drawing.setElement(
        side,
        held.id,
        { x: within(snap.x, size.width - box.width), y: within(snap.y, size.height - box.height) },
        held.deed,
      )
      return
    }
    // The edges that move are caught as points: a box without width.
    const corner = snapped({ x: box.x + box.width, y: box.y + box.height, width: 0, height: 0 }, others, size, reach)
    setGuides({ x: held.edges.includes('e') ? corner.guidesX : [], y: held.edges.includes('s') ? corner.guidesY : [] })
    const width = held.edges.includes('e') ? Math.min(corner.x, size.width) - box.x : box.width
    const height = held.edges.includes('s') ? Math.min(corner.y, size.height) - box.y : box.height
    const square = face.elements.find(each => each.id === held.id)?.kind === 'qr'
    const side2 = Math.max(SMALLEST, Math.min(Math.max(width, height), size.width - box.x, size.height - box.y))
    drawing.setElement(
      side,
      held.id,
      square
        ? { width: hundredths(side2), height: hundredths(side2) }
        : { width: hundredths(Math.max(SMALLEST, width)), height: hundredths(Math.max(0, height)) },
      held.deed,
    )
  }
  const letGo = () => {
    grip.current = null
    setGuides({ x: [], y: [] })
  }
  const onKey = (event: KeyboardEvent, element: DesignElement) => {
    const step = event.shiftKey ? 0.1 : 1
    const way = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const)[
      event.key as 'ArrowLeft'
    ]
    if (event.key === 'Escape') onSelect(null)
    if (way) {
      event.preventDefault()
      const [x, y] = way
      const next = event.altKey
        ? { ...element, width: element.width + x * step, height: element.height + y * step }
        : { ...element, x: element.x + x * step, y: element.y + y * step }
      const placed = {
        x: hundredths(next.x),
        y: hundredths(next.y),
        width: hundredths(Math.max(0, next.width)),
        height: hundredths(Math.max(0, next.height)),
      }
      if (isInside(placed, size)) drawing.setElement(side, element.id, placed, `keys ${element.id}`)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      drawing.remove(side, element.id)
      onSelect(null)
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') {
      event.preventDefault()
      const copy = copyOf(element, face.elements, size)
      drawing.add(side, copy)
      onSelect(copy.id)
    }
  }

  return (
    <div
      className="canvas"
      style={{ width: size.width * scale, height: size.height * scale }}
      onPointerDown={() => onSelect(null)}
    >
      <QrDefinition text={context.words.visitCode} />
      <div
        className="badge"
        style={{
          width: `${size.width}mm`,
          height: `${size.height}mm`,
          background: face.color,
          transform: `scale(${scale / MM})`,
          transformOrigin: '0 0',
        }}
        aria-hidden="true"
      >
        <BadgeFace face={face} context={context} />
      </div>
      <div
        className="safe-zone"
        style={{ inset: SAFE * scale, display: selected ? 'block' : 'none' }}
        aria-hidden="true"
      />
      {face.elements.map(element => (
        // biome-ignore lint/a11y/useSemanticElements: a button cannot hold the handles that stretch it.
        <div
          key={element.id}
          role="button"
          tabIndex={0}
          aria-label={t('badges.element', {
            name: elementName(element, t),
            x: element.x,
            y: element.y,
            width: element.width,
            height: element.height,
          })}
          aria-pressed={element.id === selected}
          className={`grip ${element.id === selected ? 'selected' : ''}`}
          style={{
            left: element.x * scale,
            top: element.y * scale,
            width: Math.max(element.width * scale, 4),
            height: Math.max(element.height * scale, 4),
          }}
          onPointerDown={event => take(event, element, '')}
          onPointerMove={drag}
          onPointerUp={letGo}
          onPointerCancel={letGo}
          onFocus={() => onSelect(element.id)}
          onKeyDown={event => onKey(event, element)}
        >
          {element.id === selected &&
            (['e', 's', 'se'] as const).map(edges => (
              <i key={edges} className={`handle ${edges}`} onPointerDown={event => take(event, element, edges)} />
            ))}
        </div>
      ))}
      {guides.x.map(x => (
        <i key={`x${x}`} className="guide upright" style={{ left: x * scale }} />
      ))}
      {guides.y.map(y => (
        <i key={`y${y}`} className="guide level" style={{ top: y * scale }} />
      ))}
    </div>
  )
}

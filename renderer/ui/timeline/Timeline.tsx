import { type ReactNode, useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, clockOf, type Day, eachDay, type Span } from '../../../shared/domain/time.ts'
import { type Axis, axisWidth, lanesOf, rowsLaidOut, shows, timeAt, visible, xOf } from './geometry.ts'
import type { Judge } from './held.ts'
import type { TimelineBar, TimelineRow } from './rows.ts'
import { useGrip } from './useGrip.ts'
import './timeline.css'
import type { Language } from '../../../shared/domain/language.ts'
import { Ground } from './Ground.tsx'
import { Header } from './Header.tsx'
import { Row } from './Row.tsx'
import { useClosedGroups } from './useClosedGroups.ts'
import { MOST_SCALE, useZoom } from './useZoom.ts'

interface Props {
  label: string
  first: Day
  days: number
  /** Minutes of the day that are shown. */
  from: number
  until: number
  /** Pixels a minute; null: as wide as the window. */
  scale: number | null
  onScale: (scale: number | null) => void
  rows: readonly TimelineRow[]
  bars: readonly TimelineBar[]
  now: string
  /** The office's hours, `HH:mm`. */
  open: { from: string; until: string }
  language: Language
  /** A span that is looked at: the stop for which a room is sought. */
  band?: Span
  judge: Judge
  onMove: (bar: TimelineBar, to: Span & { rowId: string; copy: boolean }) => void
  onBook: (rowId: string, span: Span) => void
  onOpen: (bar: TimelineBar) => void
  onRow: (rowId: string) => void
  /** Something at the end of a row's heading. */
  rowEnd?: (row: TimelineRow) => ReactNode
  /** Nothing is dragged or booked. */
  still?: boolean
  /** Which groups are closed is remembered under this name. */
  keptAs: string
  narrow?: boolean
}

const HEADER = 46
/** Rows and hours this far beyond the window are drawn too, pixels, so that scrolling shows no holes. */
const BEYOND = { x: 500, y: 160, down: 280 }
const NOT_BEYOND = { x: 0, y: 0, down: 0 }
/** The window is looked at in steps, pixels: within one, scrolling draws nothing anew. */
const CHUNK = { x: 300, y: 80 }

/**
 * Resources by rows, time by columns: what is booked stands in the way and what is free can be dragged over. Only what the window shows
 * is drawn, so that 200 rows and 5,000 bookings scroll as lightly as ten.
 */
export function Timeline(props: Props) {
  const { rows, bars, first, days, language, now, open, band, still = false } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [port, setPort] = useState({ x: 0, y: 0 })
  const [closed, toggle] = useClosedGroups(props.keptAs)
  const heads = props.narrow ? 168 : 208
  const room = Math.max(200, size.width - heads - 2)
  const fit = room / ((props.until - props.from) * days)
  const scale = Math.max(fit, Math.min(props.scale ?? fit, MOST_SCALE))
  const axis: Axis = useMemo(
    () => ({ first, days, from: props.from, until: props.until, scale }),
    [first, days, props.from, props.until, scale],
  )
  const byRow = useMemo(() => {
    const grouped = new Map<string, TimelineBar[]>()
    for (const bar of bars) {
      const list = grouped.get(bar.rowId)
      if (list) list.push(bar)
      else grouped.set(bar.rowId, [bar])
    }
    return new Map([...grouped].map(([id, list]) => [id, lanesOf(list)]))
  }, [bars])
  const { placements, height } = useMemo(
    () => rowsLaidOut(rows, row => byRow.get(row.id)?.lanes ?? 1, closed),
    [rows, byRow, closed],
  )
  const grip = useGrip({ ...props, scroller, axis, placements, heads, header: HEADER, still })

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const onScroll = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const x = Math.floor(element.scrollLeft / CHUNK.x) * CHUNK.x
    const y = Math.floor(element.scrollTop / CHUNK.y) * CHUNK.y
    setPort(before => (before.x === x && before.y === y ? before : { x, y }))
  }, [])
  useZoom(scroller, { scale, fit, heads, axis, onScale: props.onScale })

  // What the window shows is painted first, what lies around it right after.
  const settled = useDeferredValue(true, false)
  const beyond = settled ? BEYOND : NOT_BEYOND
  const shown = visible(placements, port.y - beyond.y, port.y + beyond.down + size.height)
  const left = Math.max(0, port.x - beyond.x)
  const right = Math.min(axisWidth(axis), port.x + CHUNK.x + size.width + beyond.x)
  const span = useMemo(() => ({ startsAt: timeAt(axis, left), endsAt: timeAt(axis, right) }), [axis, left, right])
  const list = useMemo(() => eachDay(first, addDays(first, days - 1)), [first, days])
  const width = axisWidth(axis)
  const nowX = shows(axis, { startsAt: now, endsAt: `${now}~` }) ? xOf(axis, now) : null
  return (
    <section className={`timeline${props.narrow ? ' narrow' : ''}`}>
      <div className="tl-scroll" ref={scroller} onScroll={onScroll}>
        <div
          className="tl-canvas"
          style={{
            gridTemplateColumns: `${heads}px ${width}px`,
            gridTemplateRows: `${HEADER}px ${Math.max(height, 1)}px`,
          }}
        >
          <div className="tl-corner" />
          <Header axis={axis} days={list} language={language} left={left} right={right} />
          <div className="tl-heads">
            {shown.map(({ top, height: tall, group, row }) =>
              row ? (
                <div key={row.id} className="tl-head" data-row-head={row.id} style={{ top, height: tall }}>
                  <button type="button" className="tl-name" onClick={() => props.onRow(row.id)} title={row.title}>
                    <strong>{row.title}</strong>
                    <span className="soft">{row.detail}</span>
                  </button>
                  <span className="tl-why" />
                  {props.rowEnd?.(row)}
                </div>
              ) : (
                <button
                  type="button"
                  key={`group ${group}`}
                  className="tl-group"
                  style={{ top, height: tall }}
                  aria-expanded={!closed.has(group ?? '')}
                  onClick={() => toggle(group ?? '')}
                >
                  <span className="tl-arrow" aria-hidden="true" />
                  {group === '' ? t('timeline.noGroup') : group}
                </button>
              ),
            )}
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form; this is a group of bookings. */}
          <div
            className={`tl-body${still ? ' still' : ''}`}
            ref={grip.body}
            onPointerDown={grip.onPointerDown}
            onPointerMove={grip.onPointerMove}
            onKeyDown={grip.onKeyDown}
            onBlur={grip.onBlur}
            onClick={grip.onClick}
            role="group"
            aria-label={props.label}
          >
            <Ground axis={axis} days={list} language={language} open={open} height={height} band={band} />
            {shown.map(({ top, height: tall, row }) =>
              row ? (
                <Row
                  key={row.id}
                  row={row}
                  top={top}
                  height={tall}
                  axis={axis}
                  span={span}
                  placed={byRow.get(row.id)?.placed ?? NONE}
                />
              ) : (
                <div key={`line ${top}`} className="tl-groupline" style={{ top, height: tall }} />
              ),
            )}
            {nowX !== null && <div className="tl-now" style={{ left: nowX }} title={clockOf(now)} />}
            <div className="tl-ghost" ref={grip.ghost} hidden>
              <strong />
              <span />
            </div>
          </div>
        </div>
      </div>
      <div className="visually-hidden" aria-live="assertive" ref={grip.voice} />
    </section>
  )
}
const NONE: never[] = []

import {
  memo,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, at, clockOf, type Day, eachDay, overlaps, type Span, weekdayOf } from '../../../shared/domain/time.ts'
import { dayMark } from '../calendar/holidays.ts'
import {
  type Axis,
  axisWidth,
  dayWidth,
  LANE,
  type Lane,
  lanesOf,
  ROW,
  rowsLaidOut,
  shows,
  tickOf,
  timeAt,
  visible,
  xOf,
} from './geometry.ts'
import type { Judge } from './held.ts'
import type { TimelineBar, TimelineRow } from './rows.ts'
import { useGrip } from './useGrip.ts'
import './timeline.css'
import type { Language } from '../../../shared/domain/language.ts'

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
/** Days narrower than this, pixels, do not show which of their hours are closed. */
const SHOWS_HOURS = 90
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

const MOST_SCALE = 8
const NONE: never[] = []

/** Ctrl and the wheel, or plus, minus and 0: nearer and farther, with the time under the pointer staying where it is. */
function useZoom(
  scroller: React.RefObject<HTMLDivElement | null>,
  {
    scale,
    fit,
    heads,
    axis,
    onScale,
  }: { scale: number; fit: number; heads: number; axis: Axis; onScale: Props['onScale'] },
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

function useClosedGroups(keptAs: string): [ReadonlySet<string>, (group: string) => void] {
  const key = `yingbin.timeline.${keptAs}`
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => {
    const kept = window.localStorage.getItem(key)
    return new Set(kept ? (JSON.parse(kept) as string[]) : [])
  })
  const toggle = (group: string) => {
    const next = new Set(closed)
    if (!next.delete(group)) next.add(group)
    setClosed(next)
    window.localStorage.setItem(key, JSON.stringify([...next]))
  }
  return [closed, toggle]
}

/** Weekends and holidays, but for the weekends that are worked. */
function restsOn(day: Day, language: Language): boolean {
  const mark = dayMark(day, language)
  return mark?.kind === 'holiday' || (weekdayOf(day) % 6 === 0 && mark?.kind !== 'makeup')
}

interface HeaderProps {
  axis: Axis
  days: Day[]
  language: Language
  left: number
  right: number
}

/** Days above, hours below, of what the window shows. */
const Header = memo(function Header({ axis, days, language, left, right }: HeaderProps) {
  const { t } = useTranslation()
  const wide = dayWidth(axis)
  const step = tickOf(axis)
  return (
    <div className="tl-header">
      {days.map((day, index) => {
        const x = index * wide
        if (x + wide < left || x > right) return null
        const mark = dayMark(day, language)
        return (
          <div key={day} className={`tl-day${restsOn(day, language) ? ' rest' : ''}`} style={{ left: x, width: wide }}>
            <span className={`tl-date${wide < 64 ? ' stacked' : ''}`}>
              <strong className="numeric">
                {wide < 90 ? Number(day.slice(8)) : `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`}
              </strong>{' '}
              {t(wide < 64 ? `weekdayShort.${weekdayOf(day)}` : `weekday.${weekdayOf(day)}`)}
              {mark && wide >= 110 && <em className={`mark ${mark.kind}`}>{mark.name}</em>}
            </span>
            {step > 0 && <Hours axis={axis} step={step} />}
          </div>
        )
      })}
    </div>
  )
})

function Hours({ axis, step }: { axis: Axis; step: number }) {
  const hours: number[] = []
  for (let minute = Math.ceil(axis.from / step) * step; minute < axis.until; minute += step)
    if ((axis.until - minute) * axis.scale >= 38) hours.push(minute)
  return hours.map(minute => (
    <span key={minute} className="tl-hour numeric" style={{ left: (minute - axis.from) * axis.scale }}>
      {`${String(Math.floor(minute / 60)).padStart(2, '0')}:00`}
    </span>
  ))
}

interface GroundProps {
  axis: Axis
  days: Day[]
  language: Language
  open: { from: string; until: string }
  height: number
  band: Span | undefined
}

/** The grid, the hours in which the office is closed, and the span that is looked at. */
const Ground = memo(function Ground({ axis, days, language, open, height, band }: GroundProps) {
  const wide = dayWidth(axis)
  const hour = 60 * axis.scale
  const offset = -((axis.from % 60) * axis.scale)
  const quarter = axis.scale * 15 >= 12
  const lines = [
    `repeating-linear-gradient(to right, var(--line-soft) 0 1px, transparent 1px ${hour >= 12 ? hour : wide}px)`,
    ...(quarter ? [`repeating-linear-gradient(to right, var(--tl-quarter) 0 1px, transparent 1px ${hour / 4}px)`] : []),
  ]
  return (
    <div className="tl-ground" style={{ height }}>
      {days.map((day, index) => (
        <div
          key={day}
          className={`tl-daygrid${restsOn(day, language) ? ' rest' : ''}`}
          style={{ left: index * wide, width: wide, backgroundImage: lines.join(','), backgroundPositionX: offset }}
        >
          {wide >= SHOWS_HOURS && (
            <>
              <div
                className="tl-off"
                style={{ left: 0, width: Math.max(0, xOf(axis, at(day, open.from)) - index * wide) }}
              />
              <div className="tl-off" style={{ left: xOf(axis, at(day, open.until)) - index * wide, right: 0 }} />
            </>
          )}
        </div>
      ))}
      {band && (
        <div
          className="tl-band"
          style={{
            left: xOf(axis, band.startsAt),
            width: Math.max(2, xOf(axis, band.endsAt) - xOf(axis, band.startsAt)),
          }}
        />
      )}
    </div>
  )
})

interface RowProps {
  row: TimelineRow
  top: number
  height: number
  axis: Axis
  /** The time that the window shows, and some more. */
  span: Span
  placed: readonly Lane<TimelineBar>[]
}

const Row = memo(function Row({ row, top, height, axis, span, placed }: RowProps) {
  const { t } = useTranslation()
  return (
    <div className="tl-row" data-row={row.id} style={{ top, height }}>
      {dayWidth(axis) >= SHOWS_HOURS &&
        row.shut.map(part =>
          overlaps(part, span) ? (
            <div key={part.startsAt} className="tl-shut" style={boxOf(axis, part)} title={t('timeline.shut')} />
          ) : null,
        )}
      {row.closed.map(part =>
        overlaps(part, span) ? (
          <div
            key={part.startsAt}
            className="tl-closed"
            style={boxOf(axis, part)}
            title={`${t('resources.closed')} ${part.reason}`}
          >
            {part.reason}
          </div>
        ) : null,
      )}
      {placed.map(({ bar, lane }) =>
        overlaps({ startsAt: bar.blockedFrom, endsAt: bar.blockedUntil }, span) ? (
          <Bar key={bar.id} bar={bar} lane={lane} axis={axis} />
        ) : null,
      )}
    </div>
  )
})

const boxOf = (axis: Axis, part: Span) => {
  const left = xOf(axis, part.startsAt)
  return { left, width: Math.max(1, xOf(axis, part.endsAt) - left) }
}

/** One booking: its block, and before and behind it what setting up and clearing up take. */
const Bar = memo(function Bar({ bar, lane, axis }: { bar: TimelineBar; lane: number; axis: Axis }) {
  const left = xOf(axis, bar.startsAt)
  const width = Math.max(4, xOf(axis, bar.endsAt) - left)
  const before = left - xOf(axis, bar.blockedFrom)
  const after = xOf(axis, bar.blockedUntil) - (left + width)
  const text = bar.text()
  return (
    <button
      type="button"
      data-bar={bar.id}
      className={`tl-bar tone-${bar.tone}${bar.tentative ? ' tentative' : ''}${bar.marked ? ' marked' : ''}${bar.movable ? '' : ' fixed'}`}
      style={
        {
          left,
          width,
          top: 4 + lane * LANE,
          height: ROW - 9,
          '--before': `${Math.max(0, before)}px`,
          '--after': `${Math.max(0, after)}px`,
        } as React.CSSProperties
      }
      title={text}
    >
      <span className="visually-hidden">{text}</span>
      {width >= 12 && (
        <span className={`tl-title${width < 30 ? ' slim' : ''}`} aria-hidden="true">
          {bar.sign !== '' && <b>{bar.sign}</b>}
          {(width >= 30 || bar.sign === '') && bar.title}
          {width >= 150 && <small className="numeric"> {`${clockOf(bar.startsAt)}–${clockOf(bar.endsAt)}`}</small>}
        </span>
      )}
    </button>
  )
})

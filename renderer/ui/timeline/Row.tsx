import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { clockOf, overlaps, type Span } from '../../../shared/domain/time.ts'
import { type Axis, dayWidth, LANE, type Lane, ROW, SHOWS_HOURS, xOf } from './geometry.ts'
import type { TimelineBar, TimelineRow } from './rows.ts'

interface RowProps {
  row: TimelineRow
  top: number
  height: number
  axis: Axis
  /** The time that the window shows, and some more. */
  span: Span
  placed: readonly Lane<TimelineBar>[]
}

export const Row = memo(function Row({ row, top, height, axis, span, placed }: RowProps) {
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

import { memo } from 'react'
import type { Language } from '../../../shared/domain/language.ts'
import { at, type Day, type Span } from '../../../shared/domain/time.ts'
import { type Axis, dayWidth, SHOWS_HOURS, xOf } from './geometry.ts'
import { restsOn } from './Header.tsx'

interface GroundProps {
  axis: Axis
  days: Day[]
  language: Language
  open: { from: string; until: string }
  height: number
  band: Span | undefined
}

/** The grid, the hours in which the office is closed, and the span that is looked at. */
export const Ground = memo(function Ground({ axis, days, language, open, height, band }: GroundProps) {
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

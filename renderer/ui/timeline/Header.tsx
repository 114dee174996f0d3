import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/domain/language.ts'
import { type Day, weekdayOf } from '../../../shared/domain/time.ts'
import { dayMark } from '../calendar/holidays.ts'
import { type Axis, dayWidth, tickOf } from './geometry.ts'

/** Weekends and holidays, but for the weekends that are worked. */
export function restsOn(day: Day, language: Language): boolean {
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
export const Header = memo(function Header({ axis, days, language, left, right }: HeaderProps) {
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

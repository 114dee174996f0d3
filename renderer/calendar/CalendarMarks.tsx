import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/domain/language.ts'
import { GRADES } from '../../shared/domain/visit.ts'
import { dayMark } from '../ui/calendar/holidays.ts'
import { toWallTime } from '../ui/calendar/localizer.ts'

/** What the colours and hatching of the calendar mean. */
export function Legend() {
  const { t } = useTranslation()
  return (
    <span className="soft legend">
      {GRADES.map(grade => (
        <span key={grade}>
          <span className={`grade grade-${grade}`}>{grade}</span> {t(`grade.short.${grade}`)}
        </span>
      ))}
      <span>
        <span className="hatched" /> {t('calendar.hatched')}
      </span>
    </span>
  )
}

export function DateCell({ label, date, language }: { label: string; date: Date; language: Language }) {
  const { t } = useTranslation()
  const mark = dayMark(toWallTime(date).slice(0, 10), language)
  return (
    <span className="date-cell">
      {mark && (
        <span className={`mark ${mark.kind}`} title={mark.name}>
          {mark.kind === 'makeup' ? t('calendar.work') : mark.name}
        </span>
      )}
      <span>{label}</span>
    </span>
  )
}

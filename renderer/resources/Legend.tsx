import { useTranslation } from 'react-i18next'
import { GRADES } from '../../shared/domain/visit.ts'

/** What the look of a bar says. */
export function Legend() {
  const { t } = useTranslation()
  return (
    <div className="timeline-legend" role="note">
      <span className="sample confirmed">{t('bookingStatus.confirmed')}</span>
      <span className="sample tentative">{t('bookingStatus.tentative')}</span>
      {GRADES.map(grade => (
        <span key={grade} className={`sample tone-${grade}`}>
          {t('timeline.grade', { grade })}
        </span>
      ))}
      <span className="sample margins">{t('timeline.margins')}</span>
      <span className="sample shut">{t('resources.closed')}</span>
      <span className="spring" />
      <span>{t('timeline.hint')}</span>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { Grade, VisitStatus } from '../../shared/domain/visit.ts'

/** The grade by letter and colour. */
export function GradeMark({ grade }: { grade: Grade }) {
  const { t } = useTranslation()
  return (
    <span className={`grade grade-${grade}`} title={t(`grade.${grade}`)}>
      {grade}
    </span>
  )
}

export function StatusMark({ status }: { status: VisitStatus }) {
  const { t } = useTranslation()
  return <span className={`status status-${status}`}>{t(`status.${status}`)}</span>
}

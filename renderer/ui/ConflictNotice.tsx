import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import { conflictSentence, findingSentence, findingWords, spanText } from '../base/sentences.ts'

interface Props {
  conflicts: BookingConflict[]
  onTakeTime?: (conflict: BookingConflict, span: { startsAt: string; endsAt: string }) => void
  onTakeResource?: (conflict: BookingConflict, resourceId: string) => void
  onDismiss?: () => void
}

/** A refusal that helps: with what, whose, when; the nearest free times and the free resources, one click to take. */
export function ConflictNotice({ conflicts, onTakeTime, onTakeResource, onDismiss }: Props) {
  const { t } = useTranslation()
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (conflicts.length > 0) notice.current?.scrollIntoView({ block: 'nearest' })
  }, [conflicts])
  if (conflicts.length === 0) return null
  return (
    <div className="notice blocks" role="alert" ref={notice}>
      {conflicts.map(conflict => (
        <div key={`${conflict.resource.id}-${conflict.wanted.startsAt}-${conflict.itemId}`}>
          <strong>{conflictSentence(conflict, t)}</strong>
          {onTakeResource && conflict.alternatives.length > 0 && (
            <div className="choices">
              <span className="label">{t('conflict.freeNow')}</span>
              {conflict.alternatives.map(alternative => (
                <Button
                  key={alternative.id}
                  size="small"
                  title={alternative.findings.map(finding => findingSentence(alternative.name, finding, t)).join('\n')}
                  onClick={() => onTakeResource(conflict, alternative.id)}
                >
                  {alternative.name}
                  {alternative.capacity !== null && ` · ${t('conflict.seats', { count: alternative.capacity })}`}
                  {alternative.findings.length > 0 && (
                    <span className="finding"> · {findingWords(alternative.findings, t)}</span>
                  )}
                </Button>
              ))}
            </div>
          )}
          {onTakeTime && conflict.nearest.length > 0 && (
            <div className="choices">
              <span className="label">{t('conflict.nearest', { resource: conflict.resource.name })}</span>
              {conflict.nearest.map(span => (
                <Button key={span.startsAt} size="small" onClick={() => onTakeTime(conflict, span)}>
                  <span className="numeric">{spanText(span.startsAt, span.endsAt)}</span>
                </Button>
              ))}
            </div>
          )}
        </div>
      ))}
      {onDismiss && (
        <div className="choices">
          <Button size="small" type="text" onClick={onDismiss}>
            {t('common.revert')}
          </Button>
        </div>
      )}
    </div>
  )
}

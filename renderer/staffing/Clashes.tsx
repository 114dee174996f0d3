import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { query } from '../base/client.ts'
import { spoken } from '../base/labels.ts'
import { spanText } from '../base/sentences.ts'

/** People in two places at once: seen, not refused. */
export function Clashes({ visitId }: { visitId: string }) {
  const { t } = useTranslation()
  const { data: clashes = [] } = useQuery(query.staffing.clashes.queryOptions({ input: { visitId } }))
  if (clashes.length === 0) return null
  return (
    <div className="notice" role="status">
      {clashes.map(({ name, first, second }) => (
        <p key={`${name}-${first.itemId}-${second.itemId}`}>
          {t('staffing.clash', {
            name,
            first: `${spanText(first.startsAt, first.endsAt)} ${spoken(first.content, t)}`,
            second: `${spanText(second.startsAt, second.endsAt)} ${spoken(second.content, t)}`,
          })}
          {first.visitId !== second.visitId && ` ${t('staffing.otherVisit')}`}
        </p>
      ))}
    </div>
  )
}

import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { query } from '../base/client.ts'
import { listed, spoken } from '../base/labels.ts'
import './approvals.css'

/** What the plan still misses, each line a way to where it is mended. */
export function ReadinessList({ visitId, most = 100 }: { visitId: string; most?: number }) {
  const { t } = useTranslation()
  const { data: lines } = useQuery(query.approvals.readiness.queryOptions({ input: { visitId } }))
  if (!lines) return null
  if (lines.length === 0)
    return (
      <p className="readiness-done">
        <CheckCircleOutlined aria-hidden /> {t('approval.ready')}
      </p>
    )
  return (
    <ul className="readiness">
      {lines.slice(0, most).map(line => (
        <li key={`${line.code}-${line.itemId}-${JSON.stringify(line.values)}`} className={line.severity}>
          {line.severity === 'blocks' ? (
            <CloseCircleOutlined aria-label={t('severity.blocks')} />
          ) : (
            <WarningOutlined aria-label={t('severity.warns')} />
          )}
          <Link
            to="/visits/$visitId/$section"
            params={{ visitId, section: line.section }}
            search={line.itemId ? { item: line.itemId } : {}}
          >
            {spoken(t(`readiness.${line.code}`, listed(line.values, t)), t)}
          </Link>
        </li>
      ))}
      {lines.length > most && (
        <li className="more">
          <Link to="/visits/$visitId/$section" params={{ visitId, section: 'approval' }}>
            {t('approval.more', { count: lines.length - most })}
          </Link>
        </li>
      )}
    </ul>
  )
}

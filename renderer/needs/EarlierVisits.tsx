import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../shared/contract/visits.ts'
import { query } from '../base/client.ts'
import { useTitle } from '../base/language.ts'
import { GradeMark } from '../ui/marks.tsx'

/** What else is known of the organization: its other visits, newest first. */
export function EarlierVisits({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const titleOf = useTitle()
  const { data: visits = [] } = useQuery(
    query.needs.organization.queryOptions({ input: { organization: visit.organization, exceptId: visit.id } }),
  )
  if (visits.length === 0) return null
  return (
    <section aria-label={t('needs.earlier')}>
      <h2 className="section-title">{t('needs.earlier')}</h2>
      <ul className="earlier">
        {visits.slice(0, 6).map(each => (
          <li key={each.id}>
            <GradeMark grade={each.grade} /> <span className="numeric">{each.startsOn}</span>{' '}
            <Link to="/visits/$visitId/$section" params={{ visitId: each.id, section: 'overview' }}>
              {titleOf(each)}
            </Link>{' '}
            <span className="soft">{t(`status.${each.status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

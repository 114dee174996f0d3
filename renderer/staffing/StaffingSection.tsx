import { useQuery } from '@tanstack/react-query'
import { Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../shared/contract/visits.ts'
import { query } from '../base/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Clashes } from './Clashes.tsx'
import { PeopleMatrix } from './PeopleMatrix.tsx'
import './staffing.css'
import { Stops } from './Stops.tsx'
import { WholeVisit } from './WholeVisit.tsx'

/** Who does what: at each stop, and for the whole visit; the same as a matrix of people. */
export function StaffingSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const [view, setView] = useState<'stops' | 'people'>('stops')
  const input = { visitId: visit.id }
  const { data: lines } = useQuery(query.staffing.list.queryOptions({ input }))
  const { data: items } = useQuery(query.itinerary.list.queryOptions({ input }))
  if (!lines || !items) return <Skeleton active style={{ padding: 24 }} />
  return (
    <div className="lines-section">
      <Clashes visitId={visit.id} />
      <section aria-label={t('staffing.atStops')}>
        <div className="section-head">
          <h2 className="section-title">{t('staffing.atStops')}</h2>
          <Segmented
            aria-label={t('staffing.view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'stops', label: t('staffing.byStop') },
              { value: 'people', label: t('staffing.byPerson') },
            ]}
          />
        </div>
        {items.length === 0 ? (
          <EmptyState title={t('staffing.noStops')} text={t('staffing.noStopsText')} />
        ) : view === 'stops' ? (
          <Stops items={items} lines={lines} />
        ) : (
          <PeopleMatrix visit={visit} items={items} />
        )}
      </section>
      <WholeVisit visit={visit} lines={lines.filter(line => line.itemId === null)} />
    </div>
  )
}

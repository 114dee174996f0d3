import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../shared/contract/resources.ts'
import { addDays, type Day } from '../../shared/domain/time.ts'
import { query } from '../base/client.ts'
import { useMay } from '../base/useMay.ts'
import { BookingImport } from '../bookings/BookingImport.tsx'
import { CalendarImport } from '../bookings/CalendarImport.tsx'
import { FindPlace } from '../bookings/FindPlace.tsx'
import { ResourceTimeline, spanOf } from '../bookings/ResourceTimeline.tsx'
import { Utilisation } from '../bookings/Utilisation.tsx'
import { EquipmentPanel } from '../equipment/EquipmentPanel.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ResourceDrawer } from './ResourceDrawer.tsx'
import { NO_FILTER, type ResourceFilter, useFiltered } from './ResourceFilter.tsx'
import { ResourceImport } from './ResourceImport.tsx'
import { ResourceList } from './ResourceList.tsx'
import { SpanHead, TimelineTools } from './ResourcesHead.tsx'
import './resources.css'
import { useLanguage } from '../base/language.ts'
import { Legend } from './Legend.tsx'
import { type Importing, PageMenu } from './PageMenu.tsx'
import { isSpan, rangeOf, useKeptView } from './views.ts'

export const RoomsPage = () => <ResourcesPage key="room" kind="room" />
export const VehiclesPage = () => <ResourcesPage key="vehicle" kind="vehicle" />
export const PeoplePage = () => <ResourcesPage key="person" kind="person" />

/** What is booked of every room, vehicle or person by day, three days, week or month; the resources themselves; how much they are used. */
function ResourcesPage({ kind }: { kind: Resource['kind'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [view, setView] = useKeptView(kind)
  const [chosenDay, setDay] = useState<Day | null>(null)
  const [edited, setEdited] = useState<string | 'new' | null>(null)
  const [importing, setImporting] = useState<Importing>(null)
  const [finding, setFinding] = useState(false)
  const [wholeDay, setWholeDay] = useState(false)
  const [scale, setScale] = useState<number | null>(null)
  const [filter, setFilter] = useState<ResourceFilter>(NO_FILTER)
  const may = useMay()
  const { data: state } = useQuery(query.office.state.queryOptions())
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const { data: resources } = useQuery(query.resources.list.queryOptions({ input: { kind } }))
  const shown = useFiltered(kind, resources, filter)
  const day = chosenDay ?? state?.today ?? null
  const range = rangeOf(day ?? '2000-01-01', view, settings?.weekStart ?? 1)
  // Asked for beside the resources, not after them: the timeline below asks for the same.
  useQuery({
    ...query.bookings.list.queryOptions({ input: { kind, ...spanOf(range) } }),
    enabled: day !== null && settings !== undefined && isSpan(view),
  })
  if (!state || !settings || !resources || day === null) return <Skeleton active style={{ padding: 24 }} />
  const month = { from: day, until: addDays(day, 30) }
  const mayEdit = may('edit')
  const menu = (
    <>
      <PageMenu kind={kind} range={range} month={month} language={language} onImport={setImporting} />
      {may('manage') && (
        <Button icon={<PlusOutlined />} onClick={() => setEdited('new')}>
          {t(`resources.add.${kind}`)}
        </Button>
      )}
    </>
  )
  return (
    <div className="page">
      <SpanHead
        kind={kind}
        view={view}
        day={day}
        today={state.today}
        onDay={setDay}
        onView={next => {
          setScale(null)
          setView(next)
        }}
      />
      {resources.length > 0 && isSpan(view) && (
        <TimelineTools
          kind={kind}
          resources={resources}
          shown={shown}
          day={day}
          days={range.days}
          filter={filter}
          onFilter={setFilter}
          onFind={() => setFinding(!finding)}
          wholeDay={wholeDay}
          onWholeDay={setWholeDay}
          scale={scale}
          onScale={setScale}
        >
          {menu}
        </TimelineTools>
      )}
      <div className={`page-body${isSpan(view) ? ' fixed' : ''}`}>
        {resources.length === 0 ? (
          <EmptyState title={t(`resources.none.${kind}`)} text={t(`resources.noneText.${kind}`)}>
            <Button type="primary" onClick={() => setEdited('new')}>
              {t(`resources.add.${kind}`)}
            </Button>
            <Button onClick={() => setImporting('resources')}>{t('resources.import')}</Button>
          </EmptyState>
        ) : isSpan(view) ? (
          <>
            {finding && (
              <FindPlace
                kind={kind}
                day={day}
                resources={resources}
                settings={settings}
                onClose={() => setFinding(false)}
              />
            )}
            {shown.length === 0 ? (
              <EmptyState title={t('filter.none')} text={t('filter.noneText')}>
                <Button onClick={() => setFilter(NO_FILTER)}>{t('filter.clear')}</Button>
              </EmptyState>
            ) : (
              <ResourceTimeline
                kind={kind}
                first={range.first}
                days={range.days}
                wholeDay={wholeDay}
                scale={scale}
                onScale={setScale}
                resources={resources}
                shown={shown}
                onRow={setEdited}
              />
            )}
            <Legend />
          </>
        ) : view === 'use' ? (
          <Utilisation kind={kind} resources={resources} today={state.today} weekStart={settings.weekStart} />
        ) : view === 'equipment' ? (
          <EquipmentPanel />
        ) : (
          <>
            <div className="page-bar">
              {may('manage') && (
                <Button icon={<PlusOutlined />} onClick={() => setEdited('new')}>
                  {t(`resources.add.${kind}`)}
                </Button>
              )}
              <PageMenu kind={kind} range={range} month={month} language={language} onImport={setImporting} />
            </div>
            <ResourceList kind={kind} resources={resources} month={month} onEdit={setEdited} />
          </>
        )}
      </div>
      {edited !== null && (
        <ResourceDrawer
          kind={kind}
          resource={resources.find(each => each.id === edited) ?? null}
          onClose={() => setEdited(null)}
        />
      )}
      {importing === 'resources' && may('manage') && <ResourceImport kind={kind} onClose={() => setImporting(null)} />}
      {importing === 'calendar' && mayEdit && (
        <CalendarImport kind={kind} resources={resources} onClose={() => setImporting(null)} />
      )}
      {importing === 'bookings' && mayEdit && (
        <BookingImport kind={kind} resources={resources} today={state.today} onClose={() => setImporting(null)} />
      )}
    </div>
  )
}

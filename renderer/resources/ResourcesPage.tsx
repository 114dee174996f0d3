import {
  CalendarOutlined,
  DownloadOutlined,
  FilterOutlined,
  ImportOutlined,
  LeftOutlined,
  PlusOutlined,
  RightOutlined,
  SearchOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Dropdown, Popover, Segmented, Skeleton } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../shared/contract/resources.ts'
import { addDays, type Day, daysBetween, startOfWeek, weekdayOf } from '../../shared/domain/time.ts'
import { documentAddresses, exportAddress } from '../base/addresses.ts'
import { query } from '../base/client.ts'
import { useMay } from '../base/useMay.ts'
import { BookingImport } from '../bookings/BookingImport.tsx'
import { CalendarImport } from '../bookings/CalendarImport.tsx'
import { FindPlace } from '../bookings/FindPlace.tsx'
import { ResourceTimeline, spanOf } from '../bookings/ResourceTimeline.tsx'
import { Utilisation } from '../bookings/Utilisation.tsx'
import { EquipmentPanel } from '../equipment/EquipmentPanel.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ResourceDrawer } from './ResourceDrawer.tsx'
import { FilterFields, filterCount, NO_FILTER, passes, type ResourceFilter } from './ResourceFilter.tsx'
import { ResourceImport } from './ResourceImport.tsx'
import { ResourceList } from './ResourceList.tsx'
import './resources.css'
import type { Language } from '../../shared/domain/language.ts'
import { useLanguage } from '../base/language.ts'

export const RoomsPage = () => <ResourcesPage key="room" kind="room" />
export const VehiclesPage = () => <ResourcesPage key="vehicle" kind="vehicle" />
export const PeoplePage = () => <ResourcesPage key="person" kind="person" />

const SPANS = ['day', 'three', 'week', 'month'] as const
const VIEWS = [...SPANS, 'list', 'use', 'equipment'] as const
type View = (typeof VIEWS)[number]
const isSpan = (view: View): view is (typeof SPANS)[number] => SPANS.some(each => each === view)

type Importing = 'resources' | 'calendar' | 'bookings' | null

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
  const { data: free } = useQuery({
    ...query.bookings.free.queryOptions({
      input: {
        kind,
        startsAt: filter.span?.startsAt ?? '2000-01-01T00:00',
        endsAt: filter.span?.endsAt ?? '2000-01-01T00:01',
        headcount: filter.seats,
        itemId: null,
      },
    }),
    enabled: filter.span !== null,
  })
  const day = chosenDay ?? state?.today ?? null
  const range = rangeOf(day ?? '2000-01-01', view, settings?.weekStart ?? 1)
  // Asked for beside the resources, not after them: the timeline below asks for the same.
  useQuery({
    ...query.bookings.list.queryOptions({ input: { kind, ...spanOf(range) } }),
    enabled: day !== null && settings !== undefined && isSpan(view),
  })
  const shown = useMemo(() => {
    const open = new Set((free ?? []).filter(each => each.free).map(each => each.resourceId))
    return (resources ?? []).filter(
      each => passes(each, filter) && (filter.span === null || !free || open.has(each.id)),
    )
  }, [resources, filter, free])
  if (!state || !settings || !resources || day === null) return <Skeleton active style={{ padding: 24 }} />
  const month = { from: day, until: addDays(day, 30) }
  const step = (by: number) => setDay(stepDay(day, view, by))
  const onView = (next: View) => {
    setScale(null)
    setView(next)
  }
  const mayEdit = may('edit')
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t(`nav.${kind}s`)}</h1>
        {isSpan(view) && (
          <>
            <Button icon={<LeftOutlined />} aria-label={t('calendar.earlier')} onClick={() => step(-1)} />
            <div style={{ width: 130 }}>
              <DayInput value={day} onChange={setDay} label={t('fields.day')} />
            </div>
            <Button icon={<RightOutlined />} aria-label={t('calendar.later')} onClick={() => step(1)} />
            <Button onClick={() => setDay(state.today)}>{t('calendar.today')}</Button>
            {view === 'day' && <span className="soft">{t(`weekday.${weekdayOf(day)}`)}</span>}
          </>
        )}
        <span className="spring" />
        <Segmented<View>
          aria-label={t('resources.view')}
          value={view}
          onChange={onView}
          options={VIEWS.filter(each => each !== 'equipment' || kind === 'room').map(each => ({
            value: each,
            label: t(`resources.${each}`),
          }))}
        />
      </div>
      {resources.length > 0 && isSpan(view) && (
        <div className="page-bar">
          <Button icon={<SearchOutlined />} onClick={() => setFinding(!finding)}>
            {t(`find.title.${kind}`)}
          </Button>
          <Popover
            trigger="click"
            placement="bottomLeft"
            content={<FilterFields kind={kind} resources={resources} day={day} filter={filter} onChange={setFilter} />}
          >
            <Button icon={<FilterOutlined />}>
              {filterCount(filter) > 0 ? t('filter.on', { count: filterCount(filter) }) : t('filter.title')}
            </Button>
          </Popover>
          {filterCount(filter) > 0 && (
            <>
              <span className="soft">{t('filter.left', { count: shown.length, total: resources.length })}</span>
              <Button type="link" size="small" onClick={() => setFilter(NO_FILTER)}>
                {t('filter.clear')}
              </Button>
            </>
          )}
          <span className="spring" />
          <Checkbox checked={wholeDay} onChange={event => setWholeDay(event.target.checked)}>
            {t('timeline.wholeDay')}
          </Checkbox>
          <Button
            icon={<ZoomOutOutlined />}
            aria-label={t('timeline.farther')}
            title={t('timeline.farther')}
            disabled={scale === null}
            onClick={() => setScale(null)}
          />
          <Button
            icon={<ZoomInOutlined />}
            aria-label={t('timeline.nearer')}
            title={t('timeline.nearer')}
            onClick={() => setScale(Math.min(8, (scale ?? 1080 / (range.days * 780)) * 1.5))}
          />
          <PageMenu kind={kind} range={range} month={month} language={language} onImport={setImporting} />
          {may('manage') && (
            <Button icon={<PlusOutlined />} onClick={() => setEdited('new')}>
              {t(`resources.add.${kind}`)}
            </Button>
          )}
        </div>
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

/** What the look of a bar says. */
function Legend() {
  const { t } = useTranslation()
  return (
    <div className="timeline-legend" role="note">
      <span className="sample confirmed">{t('bookingStatus.confirmed')}</span>
      <span className="sample tentative">{t('bookingStatus.tentative')}</span>
      {(['A', 'B', 'C'] as const).map(grade => (
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

interface MenuProps {
  kind: Resource['kind']
  range: { first: Day; days: number }
  month: { from: Day; until: Day }
  language: Language
  onImport: (what: Importing) => void
}

/** What goes in and out: printed schedules, exports, imports. */
function PageMenu({ kind, range, month, language, onImport }: MenuProps) {
  const { t } = useTranslation()
  const may = useMay()
  const days = range.days === 1 ? 1 : 7
  const printed = (['a4', 'a3'] as const).map(paper => ({
    key: paper,
    label: (
      <a
        href={
          documentAddresses({ kind: 'resource-schedule', resourceKind: kind, day: range.first, days, paper, language })
            .page
        }
        target="_blank"
        rel="noreferrer"
      >
        {t(days === 1 ? 'resources.printDay' : 'resources.printWeek', { paper: paper.toUpperCase() })}
      </a>
    ),
  }))
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...printed,
            { type: 'divider' as const },
            ...(['xlsx', 'csv'] as const).map(format => ({
              key: format,
              label: (
                <a href={exportAddress({ what: 'bookings', format, kind, ...month, language })} download>
                  {t(`exports.bookings.${kind}`)} · {t(`exports.as.${format}`)}
                </a>
              ),
            })),
          ],
        }}
      >
        <Button icon={<DownloadOutlined />}>{t('common.export')}</Button>
      </Dropdown>
      {may('edit') && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...(may('manage')
                ? [
                    {
                      key: 'resources',
                      icon: <ImportOutlined />,
                      label: t('resources.import'),
                      onClick: () => onImport('resources'),
                    },
                  ]
                : []),
              {
                key: 'calendar',
                icon: <CalendarOutlined />,
                label: t('calendarImport.title'),
                onClick: () => onImport('calendar'),
              },
              {
                key: 'bookings',
                icon: <ImportOutlined />,
                label: t('bookingImport.title'),
                onClick: () => onImport('bookings'),
              },
            ],
          }}
        >
          <Button icon={<ImportOutlined />}>{t('resources.bring')}</Button>
        </Dropdown>
      )}
    </>
  )
}

/** The days that a view shows around a day. */
function rangeOf(day: Day, view: View, weekStart: 0 | 1): { first: Day; days: number } {
  if (view === 'three') return { first: day, days: 3 }
  if (view === 'week') return { first: startOfWeek(day, weekStart), days: 7 }
  if (view !== 'month') return { first: day, days: 1 }
  const first = `${day.slice(0, 8)}01`
  return { first, days: daysBetween(first, firstOfMonth(day, 1)) }
}

const firstOfMonth = (day: Day, by: number): Day => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

function stepDay(day: Day, view: View, by: number): Day {
  if (view === 'month') return firstOfMonth(day, by)
  return addDays(day, by * (view === 'week' ? 7 : view === 'three' ? 3 : 1))
}

/** The view that was looked at last, each kind its own. */
function useKeptView(kind: Resource['kind']): [View, (view: View) => void] {
  const key = `yingbin.resources.${kind}`
  const [view, setView] = useState<View>(() => VIEWS.find(each => each === window.localStorage.getItem(key)) ?? 'day')
  useEffect(() => window.localStorage.setItem(key, view), [key, view])
  return [view, setView]
}

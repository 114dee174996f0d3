import {
  FilterOutlined,
  LeftOutlined,
  RightOutlined,
  SearchOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons'
import { Button, Checkbox, Popover, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../shared/contract/resources.ts'
import { type Day, weekdayOf } from '../../shared/domain/time.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FilterFields, filterCount, NO_FILTER, type ResourceFilter } from './ResourceFilter.tsx'
import { isSpan, stepDay, VIEWS, type View } from './views.ts'

interface HeadProps {
  kind: Resource['kind']
  view: View
  day: Day
  today: Day
  onDay: (day: Day) => void
  onView: (view: View) => void
}

/** The days that are shown, and the ways to look at them. */
export function SpanHead({ kind, view, day, today, onDay, onView }: HeadProps) {
  const { t } = useTranslation()
  return (
    <div className="page-head">
      <h1>{t(`nav.${kind}s`)}</h1>
      {isSpan(view) && (
        <>
          <Button
            icon={<LeftOutlined />}
            aria-label={t('calendar.earlier')}
            onClick={() => onDay(stepDay(day, view, -1))}
          />
          <div style={{ width: 130 }}>
            <DayInput value={day} onChange={onDay} label={t('fields.day')} />
          </div>
          <Button
            icon={<RightOutlined />}
            aria-label={t('calendar.later')}
            onClick={() => onDay(stepDay(day, view, 1))}
          />
          <Button onClick={() => onDay(today)}>{t('calendar.today')}</Button>
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
  )
}

interface ToolsProps {
  kind: Resource['kind']
  resources: Resource[]
  shown: readonly Resource[]
  day: Day
  days: number
  filter: ResourceFilter
  onFilter: (filter: ResourceFilter) => void
  onFind: () => void
  wholeDay: boolean
  onWholeDay: (whole: boolean) => void
  scale: number | null
  onScale: (scale: number | null) => void
  /** What stands at its end. */
  children: ReactNode
}

/** What is done with a timeline: look for a place, filter its rows, go nearer. */
export function TimelineTools(props: ToolsProps) {
  const {
    kind,
    resources,
    shown,
    day,
    days,
    filter,
    onFilter,
    onFind,
    wholeDay,
    onWholeDay,
    scale,
    onScale,
    children,
  } = props
  const { t } = useTranslation()
  return (
    <div className="page-bar">
      <Button icon={<SearchOutlined />} onClick={onFind}>
        {t(`find.title.${kind}`)}
      </Button>
      <Popover
        trigger="click"
        placement="bottomLeft"
        content={<FilterFields kind={kind} resources={resources} day={day} filter={filter} onChange={onFilter} />}
      >
        <Button icon={<FilterOutlined />}>
          {filterCount(filter) > 0 ? t('filter.on', { count: filterCount(filter) }) : t('filter.title')}
        </Button>
      </Popover>
      {filterCount(filter) > 0 && (
        <>
          <span className="soft">{t('filter.left', { count: shown.length, total: resources.length })}</span>
          <Button type="link" size="small" onClick={() => onFilter(NO_FILTER)}>
            {t('filter.clear')}
          </Button>
        </>
      )}
      <span className="spring" />
      <Checkbox checked={wholeDay} onChange={event => onWholeDay(event.target.checked)}>
        {t('timeline.wholeDay')}
      </Checkbox>
      <Button
        icon={<ZoomOutOutlined />}
        aria-label={t('timeline.farther')}
        title={t('timeline.farther')}
        disabled={scale === null}
        onClick={() => onScale(null)}
      />
      <Button
        icon={<ZoomInOutlined />}
        aria-label={t('timeline.nearer')}
        title={t('timeline.nearer')}
        onClick={() => onScale(Math.min(8, (scale ?? 1080 / (days * 780)) * 1.5))}
      />
      {children}
    </div>
  )
}

import { DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { keepPreviousData, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Modal, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Calendar, type View } from 'react-big-calendar'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { VisitSummary } from '../../shared/contract/visits.ts'
import type { Day } from '../../shared/domain/time.ts'
import { exportAddress } from '../base/addresses.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { dragAndDrop } from '../ui/calendar/draggable.ts'
import { calendarLocalizer, toDate, toWallTime } from '../ui/calendar/localizer.ts'
import { NewVisitDialog } from '../visits/NewVisitDialog.tsx'
import 'react-big-calendar/lib/css/react-big-calendar.css'
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css'
import '../ui/calendar/calendar.css'
import { useLanguage } from '../base/language.ts'
import { DateCell, Legend } from './CalendarMarks.tsx'
import { classOf, rangeOf, type Shown, shownVisit, stepDay, titleOf } from './shownVisit.ts'

const Draggable = dragAndDrop<Shown>(Calendar)
const VIEWS: View[] = ['month', 'week', 'day', 'agenda']
const KEPT = 'yingbin.calendar.view'

/** Every visit by month, week, day or agenda: click or drag over days to start one, drag one to move it with all it holds. */
export function CalendarPage() {
  const { t } = useTranslation()
  const act = useAct()
  const mayEdit = useMay()('edit')
  const navigate = useNavigate()
  const language = useLanguage()
  const { data: state } = useQuery(query.office.state.queryOptions())
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const [view, setView] = useState<View>(
    () => VIEWS.find(each => each === window.localStorage.getItem(KEPT)) ?? 'month',
  )
  const [day, setDay] = useState<Day | null>(null)
  const [entering, setEntering] = useState<{ startsOn: Day; endsOn: Day } | null>(null)
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const weekStart = settings?.weekStart ?? 1
  const shownDay = day ?? state?.today ?? null
  const range = shownDay === null ? null : rangeOf(shownDay, view, weekStart)
  const { data: visits, isPlaceholderData } = useQuery({
    ...query.visits.range.queryOptions({ input: range ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  const localizer = useMemo(() => calendarLocalizer(language, weekStart), [language, weekStart])
  // The old days stay until the new ones' visits are here, some milliseconds later: drawing them twice would cost more.
  const drawn = useRef({ day: shownDay, view })
  if (!isPlaceholderData && shownDay) drawn.current = { day: shownDay, view }
  const { day: drawnDay, view: drawnView } = drawn.current
  const events = useMemo(
    () => (visits ?? []).map(visit => shownVisit(visit, drawnView, language)),
    [visits, drawnView, language],
  )

  useEffect(() => window.localStorage.setItem(KEPT, view), [view])
  const queries = useQueryClient()
  // The neighbours are asked for ahead, so that turning a page shows it at once.
  useEffect(() => {
    if (!drawnDay) return
    const idle = requestIdleCallback(() => {
      for (const by of [-1, 1]) {
        const input = rangeOf(stepDay(drawnDay, drawnView, by), drawnView, weekStart)
        void queries.prefetchQuery(query.visits.range.queryOptions({ input }))
      }
    })
    return () => cancelIdleCallback(idle)
  }, [queries, drawnDay, drawnView, weekStart])
  if (!shownDay || !state || !settings) return null

  const step = (by: number) => setDay(stepDay(shownDay, view, by))
  const move = async (visit: VisitSummary, start: Date) => {
    const startsOn = toWallTime(start).slice(0, 10)
    if (startsOn === visit.startsOn) return
    setRefused([])
    await act(() => client.visits.move({ id: visit.id, startsOn }), {
      done: t('calendar.moved', { title: visit.title, day: startsOn }),
      refused: error => {
        setRefused(conflictsOf(error))
        return conflictsOf(error).length > 0
      },
    })
  }
  const stretch = async (visit: VisitSummary, start: Date, end: Date) => {
    const startsOn = toWallTime(start).slice(0, 10)
    const lastMinute = new Date(end.getTime() - 60_000)
    const endsOn = toWallTime(lastMinute < start ? start : lastMinute).slice(0, 10)
    await act(() => client.visits.update({ id: visit.id, revision: visit.revision, patch: { startsOn, endsOn } }), {
      done: t('calendar.stretched', { title: visit.title, from: startsOn, until: endsOn }),
    })
  }

  return (
    <div className="page calendar-page">
      <div className="page-head">
        <h1>{titleOf(shownDay, view, weekStart, language)}</h1>
        <Button icon={<LeftOutlined />} aria-label={t('calendar.earlier')} onClick={() => step(-1)} />
        <Button onClick={() => setDay(state.today)}>{t('calendar.today')}</Button>
        <Button icon={<RightOutlined />} aria-label={t('calendar.later')} onClick={() => step(1)} />
        <span className="spring" />
        <Legend />
        {range && (
          <Button
            icon={<DownloadOutlined />}
            href={exportAddress({ what: 'visits', format: 'ics', ...range, language })}
            download
          >
            {t('calendar.export')}
          </Button>
        )}
        <Segmented
          aria-label={t('calendar.view')}
          value={view}
          onChange={setView}
          options={VIEWS.map(each => ({ value: each, label: t(`calendar.${each}`) }))}
        />
      </div>
      <div className="page-body" data-calendar-ready={visits ? 'true' : 'false'}>
        <Draggable
          localizer={localizer}
          culture={language}
          events={events}
          date={toDate(`${drawnDay ?? shownDay}T00:00`)}
          view={drawnView}
          views={VIEWS}
          onNavigate={date => setDay(toWallTime(date).slice(0, 10))}
          onView={setView}
          getNow={() => toDate(state.now)}
          popup
          selectable
          resizable
          length={30}
          step={30}
          scrollToTime={toDate(`${shownDay}T${settings.opensAt}`)}
          draggableAccessor={each => !['in_progress', 'completed', 'archived'].includes(each.visit.status)}
          onEventDrop={({ event, start }) => void move(event.visit, new Date(start))}
          onEventResize={({ event, start, end }) => void stretch(event.visit, new Date(start), new Date(end))}
          onSelectEvent={each =>
            void navigate({ to: '/visits/$visitId/$section', params: { visitId: each.visit.id, section: 'overview' } })
          }
          onSelectSlot={({ start, end, action, slots }) => {
            if (action === 'doubleClick' || !mayEdit) return
            const startsOn = toWallTime(start).slice(0, 10)
            const last = view === 'month' ? (slots.at(-1) ?? start) : end
            setEntering({ startsOn, endsOn: toWallTime(last).slice(0, 10) })
          }}
          eventPropGetter={each => ({ className: classOf(each.visit) })}
          tooltipAccessor={each =>
            `${each.visit.grade} · ${each.visit.title} · ${each.visit.organization} · ${t(`status.${each.visit.status}`)}`
          }
          components={{
            month: { dateHeader: ({ label, date }) => <DateCell label={label} date={date} language={language} /> },
          }}
          messages={{
            allDay: t('calendar.allDay'),
            date: t('calendar.date'),
            time: t('calendar.time'),
            event: t('calendar.event'),
            noEventsInRange: t('calendar.empty'),
            showMore: count => t('calendar.more', { count }),
          }}
        />
      </div>
      <Modal
        open={refused.length > 0}
        onCancel={() => setRefused([])}
        footer={null}
        title={t('calendar.moveRefused')}
        width={640}
      >
        <ConflictNotice conflicts={refused} />
      </Modal>
      <NewVisitDialog open={entering !== null} onClose={() => setEntering(null)} {...(entering ?? {})} />
    </div>
  )
}

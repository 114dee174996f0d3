import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Calendar, type View } from 'react-big-calendar'
import { useTranslation } from 'react-i18next'
import { type Day, minutesBetween, type Span } from '../../../shared/domain/time.ts'
import { query } from '../../base/client.ts'
import { dragAndDrop } from './draggable.ts'
import { calendarLocalizer, toDate, toWallTime } from './localizer.ts'
import 'react-big-calendar/lib/css/react-big-calendar.css'
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css'
import './calendar.css'
import { useLanguage } from '../../base/language.ts'

export interface ColumnEvent extends Span {
  id: string
  columnId: string
  title: string
  className: string
  tooltip: string
  movable: boolean
}

interface Shown {
  id: string
  title: string
  start: Date
  end: Date
  resourceId: string
  event: ColumnEvent
}

interface Props {
  day: Day
  columns: { id: string; title: string; detail?: string }[]
  events: ColumnEvent[]
  onMove: (event: ColumnEvent, to: Span & { columnId: string }) => void
  onSelect: (event: ColumnEvent) => void
  onBook: (columnId: string, span: Span) => void
  label: string
}

const Draggable = dragAndDrop<Shown, { id: string; title: string; detail?: string }>(Calendar)
const DAY_VIEW: View[] = ['day']

/** One day in columns: rooms, vehicles or the days of a visit. Blocks are dragged and stretched, empty time is dragged to book. */
export function DayColumns({ day, columns, events, onMove, onSelect, onBook, label }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const { data: state } = useQuery(query.office.state.queryOptions())
  const weekStart = settings?.weekStart ?? 1
  const localizer = useMemo(() => calendarLocalizer(language, weekStart), [language, weekStart])
  const shown = useMemo(
    () =>
      events.map(event => ({
        id: event.id,
        title: event.title,
        start: toDate(event.startsAt),
        end: toDate(event.endsAt),
        resourceId: event.columnId,
        event,
      })),
    [events],
  )
  const dropped = ({
    event,
    start,
    end,
    resourceId,
  }: {
    event: Shown
    start: Date | string
    end: Date | string
    resourceId?: unknown
  }) =>
    onMove(event.event, {
      startsAt: toWallTime(new Date(start)),
      endsAt: toWallTime(new Date(end)),
      columnId: typeof resourceId === 'string' ? resourceId : event.event.columnId,
    })
  return (
    <section className="day-columns" aria-label={label} style={{ '--columns': columns.length } as React.CSSProperties}>
      <Draggable
        localizer={localizer}
        date={toDate(`${day}T00:00`)}
        view="day"
        views={DAY_VIEW}
        onNavigate={() => undefined}
        onView={() => undefined}
        toolbar={false}
        getNow={() => toDate(state?.now ?? `${day}T00:00`)}
        events={shown}
        resources={columns}
        resourceIdAccessor="id"
        resourceTitleAccessor="title"
        step={15}
        timeslots={4}
        min={toDate(`${day}T07:00`)}
        max={toDate(`${day}T22:00`)}
        scrollToTime={toDate(`${day}T08:00`)}
        selectable
        resizable
        draggableAccessor={each => each.event.movable}
        resizableAccessor={each => each.event.movable}
        onEventDrop={dropped}
        onEventResize={dropped}
        onSelectEvent={each => onSelect(each.event)}
        onSelectSlot={slot => {
          const span = { startsAt: toWallTime(slot.start), endsAt: toWallTime(slot.end) }
          const columnId = typeof slot.resourceId === 'string' ? slot.resourceId : undefined
          if (columnId && slot.action !== 'doubleClick')
            onBook(
              columnId,
              minutesBetween(span.startsAt, span.endsAt) <= 15
                ? { ...span, endsAt: toWallTime(new Date(slot.start.getTime() + 3_600_000)) }
                : span,
            )
        }}
        slotPropGetter={date => (outside(toWallTime(date).slice(11), settings) ? { className: 'off-hours' } : {})}
        eventPropGetter={each => ({ className: each.event.className })}
        tooltipAccessor={each => each.event.tooltip}
        components={{
          resourceHeader: ({ resource }) => (
            <span className="column-head">
              <strong>{resource.title}</strong>
              {resource.detail && <span className="soft">{resource.detail}</span>}
            </span>
          ),
        }}
        messages={{ allDay: t('calendar.allDay') }}
        dayLayoutAlgorithm="no-overlap"
      />
    </section>
  )
}

/** Is a clock before the office opens or after it closes? */
function outside(clock: string, hours: { opensAt: string; closesAt: string } | undefined): boolean {
  return hours !== undefined && (clock < hours.opensAt || clock >= hours.closesAt)
}

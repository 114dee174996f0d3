import { useState } from 'react'
import { Calendar, type Event } from 'react-big-calendar'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { calendarLocalizer, toDate } from '../../../renderer/ui/calendar/localizer.ts'
import 'react-big-calendar/lib/css/react-big-calendar.css'

// The reference of the calendar's bench: react-big-calendar alone, the month's events already in memory.

interface Months {
  dates: string[]
  events: Record<string, { title: string; start: string; end: string }[]>
}

const localizer = calendarLocalizer('zh-CN', 1)
const months = (await (await fetch('/events.json')).json()) as Months
const memory: Record<string, Event[]> = Object.fromEntries(
  Object.entries(months.events).map(([date, events]) => [
    date,
    events.map(each => ({ title: each.title, start: toDate(each.start), end: toDate(each.end), allDay: true })),
  ]),
)

function Bare() {
  const [index, setIndex] = useState(0)
  const date = months.dates[index] ?? ''
  document
    .getElementById('next')
    ?.addEventListener('click', () => flushSync(() => setIndex(current => current + 1)), { once: true })
  return (
    <Calendar
      localizer={localizer}
      culture="zh-CN"
      events={memory[date] ?? []}
      date={toDate(`${date}T00:00`)}
      view="month"
      views={['month']}
      onNavigate={() => undefined}
      onView={() => undefined}
      popup
      style={{ height: 660 }}
    />
  )
}

createRoot(document.getElementById('root') as HTMLElement).render(<Bare />)

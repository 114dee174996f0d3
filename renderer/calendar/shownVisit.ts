import type { View } from 'react-big-calendar'
import type { VisitSummary } from '../../shared/contract/visits.ts'
import type { Language } from '../../shared/domain/language.ts'
import { titled } from '../../shared/domain/language.ts'
import { addDays, type Day, startOfWeek } from '../../shared/domain/time.ts'
import { isTentative } from '../../shared/domain/visit.ts'
import { toDate } from '../ui/calendar/localizer.ts'

export interface Shown {
  id: string
  title: string
  start: Date
  end: Date
  allDay: boolean
  visit: VisitSummary
}

export const classOf = (visit: VisitSummary): string =>
  [`tone-${visit.grade}`, isTentative(visit.status) ? 'tentative' : '', visit.status === 'cancelled' ? 'cancelled' : '']
    .filter(Boolean)
    .join(' ')

/** In month and agenda a visit is its days; in week and day its hours, where its itinerary has any. */
export function shownVisit(visit: VisitSummary, view: View, language: Language): Shown {
  const title = `${visit.grade} ${titled(visit, language)}`
  const oneDay = visit.startsOn === visit.endsOn
  if ((view === 'week' || view === 'day' || view === 'agenda') && oneDay && visit.firstAt !== '')
    return { id: visit.id, title, start: toDate(visit.firstAt), end: toDate(visit.lastAt), allDay: false, visit }
  return {
    id: visit.id,
    title,
    start: toDate(`${visit.startsOn}T00:00`),
    end: toDate(`${addDays(visit.endsOn, 1)}T00:00`),
    allDay: true,
    visit,
  }
}

/** The days that a view shows, so that only they are asked for. */
export function rangeOf(day: Day, view: View, weekStart: 0 | 1): { from: Day; until: Day } {
  if (view === 'day') return { from: day, until: day }
  if (view === 'agenda') return { from: day, until: addDays(day, 30) }
  if (view === 'week') return { from: startOfWeek(day, weekStart), until: addDays(startOfWeek(day, weekStart), 6) }
  const first = `${day.slice(0, 7)}-01`
  const start = startOfWeek(first, weekStart)
  return { from: start, until: addDays(start, 41) }
}

export function stepDay(day: Day, view: View, by: number): Day {
  if (view === 'day') return addDays(day, by)
  if (view === 'week') return addDays(day, 7 * by)
  if (view === 'agenda') return addDays(day, 30 * by)
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10)
}

export function titleOf(day: Day, view: View, weekStart: 0 | 1, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : 'zh-CN'
  const date = toDate(`${day}T00:00`)
  if (view === 'month') return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long' }).format(date)
  if (view === 'day') return new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(date)
  const { from, until } = rangeOf(day, view, weekStart)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).formatRange(
    toDate(`${from}T00:00`),
    toDate(`${until}T00:00`),
  )
}

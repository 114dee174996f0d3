import type { TFunction } from 'i18next'
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { WallTime } from '../../../shared/domain/time.ts'
import { isTentative, type VisitStatus } from '../../../shared/domain/visit.ts'
import { vtimezone } from './vtimezone.ts'

/** One row of a calendar file. */
export interface CalendarEntry {
  /** Stable, so that a second import updates and does not duplicate. */
  uid: string
  startsAt: WallTime
  endsAt: WallTime
  summary: string
  description: string
  location: string
  category: string
  status: VisitStatus | 'confirmed' | 'tentative'
  revision: number
  /** Minutes before the start at which a phone reminds; null for none. */
  alarmMinutes: number | null
}

/** A calendar file (RFC 5545) that Outlook, Apple and Google read alike: one VTIMEZONE, TZID times, stable UIDs, UTC stamps. */
export function calendarFile(
  entries: readonly CalendarEntry[],
  options: { name: string; timeZone: string; stamp: Date; t: TFunction },
): string {
  const years = entries.flatMap(entry => [Number(entry.startsAt.slice(0, 4)), Number(entry.endsAt.slice(0, 4))])
  const thisYear = options.stamp.getUTCFullYear()
  const calendar = ical({
    prodId: { company: 'Yingbin', product: 'Yingbin', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    name: options.name,
    // No name here: the library would then write DTSTAMP in local time, which the RFC forbids.
    timezone: {
      name: null,
      generator: zone => vtimezone(zone, Math.min(thisYear, ...years), Math.max(thisYear, ...years)),
    },
  })
  for (const entry of entries) {
    calendar.createEvent({
      id: entry.uid,
      start: `${entry.startsAt}:00`,
      end: `${entry.endsAt}:00`,
      timezone: options.timeZone,
      stamp: options.stamp,
      lastModified: options.stamp,
      sequence: entry.revision - 1,
      summary: entry.summary,
      description: entry.description || null,
      location: entry.location || null,
      categories: [{ name: entry.category }],
      status: statusOf(entry.status),
      alarms: entry.alarmMinutes === null ? [] : [{ type: ICalAlarmType.display, trigger: entry.alarmMinutes * 60 }],
    })
  }
  return calendar.toString()
}

function statusOf(status: CalendarEntry['status']): ICalEventStatus {
  if (status === 'cancelled') return ICalEventStatus.CANCELLED
  if (status === 'confirmed') return ICalEventStatus.CONFIRMED
  return status === 'tentative' || isTentative(status) ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import type { WallTime } from '../../../../shared/domain/time.ts'
import { isTentative, type VisitStatus } from '../../../../shared/domain/visit.ts'
import { vtimezone } from './vtimezone.ts'

export interface CalendarPerson {
  name: string
  email: string
}

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
  /** Grows with every change. */
  sequence: number
  /** Null: now. */
  changedAt: Date | null
  /** Minutes before the start at which a phone reminds; null for none. */
  alarmMinutes: number | null
  /** Invited, where the file is an invitation. */
  attendees: CalendarPerson[]
}

/**
 * What a file asks of whoever opens it (RFC 5546): to know of it, to come, or to let go of it. The last two name an organizer; what is only
 * published names nobody.
 */
export type CalendarMethod = 'publish' | 'request' | 'cancel'

const METHODS = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
}

export interface CalendarOptions {
  name: string
  timeZone: string
  stamp: Date
  method: CalendarMethod
  /** Of `request` and `cancel`. */
  organizer: CalendarPerson | null
}

/** A calendar file (RFC 5545) that Outlook, Apple and Google read alike: one VTIMEZONE, TZID times, stable UIDs, UTC stamps. */
export function calendarFile(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const { method, organizer, stamp } = options
  const years = entries.flatMap(entry => [Number(entry.startsAt.slice(0, 4)), Number(entry.endsAt.slice(0, 4))])
  const thisYear = stamp.getUTCFullYear()
  const calendar = ical({
    prodId: { company: 'Yingbin', product: 'Yingbin', language: 'ZH' },
    method: METHODS[method],
    name: options.name,
    // No name here: the library would then write DTSTAMP in local time, which the RFC forbids.
    timezone: {
      name: null,
      generator: zone => vtimezone(zone, Math.min(thisYear, ...years), Math.max(thisYear, ...years)),
    },
  })
  const wanted = entries.filter(entry =>
    method === 'publish' ? true : (statusOf(entry.status) === ICalEventStatus.CANCELLED) === (method === 'cancel'),
  )
  for (const entry of wanted) {
    const event = calendar.createEvent({
      id: entry.uid,
      start: `${entry.startsAt}:00`,
      end: `${entry.endsAt}:00`,
      timezone: options.timeZone,
      stamp,
      lastModified: entry.changedAt ?? stamp,
      sequence: entry.sequence,
      summary: entry.summary,
      description: entry.description || null,
      location: entry.location || null,
      categories: [{ name: entry.category }],
      status: statusOf(entry.status),
      alarms: entry.alarmMinutes === null ? [] : [{ type: ICalAlarmType.display, trigger: entry.alarmMinutes * 60 }],
    })
    if (method === 'publish' || !organizer) continue
    event.organizer(organizer)
    for (const person of entry.attendees)
      event.createAttendee({
        ...person,
        role: ICalAttendeeRole.REQ,
        rsvp: method === 'request',
        status: ICalAttendeeStatus.NEEDSACTION,
      })
  }
  return calendar.toString()
}

function statusOf(status: CalendarEntry['status']): ICalEventStatus {
  if (status === 'cancelled') return ICalEventStatus.CANCELLED
  if (status === 'confirmed') return ICalEventStatus.CONFIRMED
  return status === 'tentative' || isTentative(status) ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

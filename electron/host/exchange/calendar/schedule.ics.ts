import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import { cleanText, oneLine } from '../../../../shared/domain/text.ts'
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
    // The library writes a name as it is: a line break in it would become lines of the file.
    name: oneLine(options.name).replace(/[\\;,]/g, '\\$&'),
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
      summary: oneLine(entry.summary),
      description: cleanText(entry.description) || null,
      location: oneLine(entry.location) || null,
      categories: [{ name: oneLine(entry.category) }],
      status: statusOf(entry.status),
      alarms: entry.alarmMinutes === null ? [] : [{ type: ICalAlarmType.display, trigger: entry.alarmMinutes * 60 }],
    })
    if (method === 'publish' || !organizer) continue
    event.organizer(addressed(organizer))
    // An invitation names somebody who is asked to come (RFC 5546, 3.2.2): where nobody has an address, whoever sends it.
    if (method === 'request' && entry.attendees.length === 0)
      event.createAttendee({
        ...addressed(organizer),
        role: ICalAttendeeRole.CHAIR,
        status: ICalAttendeeStatus.ACCEPTED,
      })
    for (const person of entry.attendees)
      event.createAttendee({
        ...addressed(person),
        role: ICalAttendeeRole.REQ,
        rsvp: method === 'request',
        status: ICalAttendeeStatus.NEEDSACTION,
      })
  }
  return calendar.toString()
}

/** A name stands in a parameter, which has no way to write a quotation mark (RFC 5545, 3.2). */
const addressed = ({ name, email }: CalendarPerson): CalendarPerson => ({
  name: oneLine(name).replaceAll('"', '”'),
  email: oneLine(email).replace(/\s/g, ''),
})

function statusOf(status: CalendarEntry['status']): ICalEventStatus {
  if (status === 'cancelled') return ICalEventStatus.CANCELLED
  if (status === 'confirmed') return ICalEventStatus.CONFIRMED
  return status === 'tentative' || isTentative(status) ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

import { createHash } from 'node:crypto'
import type { TFunction } from 'i18next'
import type { Language } from '../../../../shared/domain/language.ts'
import { addDays, at, type Day } from '../../../../shared/domain/time.ts'
import type { ResourceRow } from '../../../db/tables.ts'
import type { Db, HostContext } from '../../acts/context.ts'
import { notAllowed } from '../../acts/errors.ts'
import { listBookings } from '../../bookings/bookings.queries.ts'
import { officeSettingsOf } from '../../office/office.queries.ts'
import { dutiesOfName } from '../../staffing/staffing.queries.ts'
import { visitOf } from '../../visits/visits.queries.ts'
import { entriesOfVisit } from '../itinerary/schedule.entries.ts'
import { type CalendarEntry, type CalendarMethod, calendarFile } from './schedule.ics.ts'

/** Entries as a calendar file of the office. @throws NOT_ALLOWED where an invitation has no office mail to come from */
export async function calendarText(
  context: HostContext,
  name: string,
  entries: readonly CalendarEntry[],
  method: CalendarMethod = 'publish',
  coordinator = '',
): Promise<string> {
  const { timeZone, email, companyName } = await officeSettingsOf(context.db)
  if (method !== 'publish' && email === '') throw notAllowed('noOfficeMail')
  const organizer = { name: coordinator || companyName || email, email }
  return calendarFile(entries, { name, timeZone, stamp: context.clock(), method, organizer })
}

/** The stops of several visits. */
export async function entriesOfVisits(
  db: Db,
  ids: readonly string[],
  t: TFunction,
  language: Language,
): Promise<CalendarEntry[]> {
  const entries: CalendarEntry[] = []
  for (const id of ids) entries.push(...(await entriesOfVisit(db, await visitOf(db, id), t, language)))
  return entries
}

/** The stops at which one of the staff has something to do, each once. */
export async function entriesOfPerson(
  db: Db,
  request: { person: string; from: Day; until: Day; language: Language },
  t: TFunction,
): Promise<CalendarEntry[]> {
  const { from, until } = wholeDays(request)
  const duties = await dutiesOfName(db, request.person, from, until)
  const stops = await entriesOfVisits(db, [...new Set(duties.map(duty => duty.visitId))], t, request.language)
  const person = createHash('sha256').update(request.person).digest('hex').slice(0, 12)
  return [...new Set(duties.map(duty => duty.itemId))].flatMap(itemId => {
    const stop = stops.find(each => each.uid === `item-${itemId}@yingbin`)
    // A name of its own: the stop itself may stand in the same calendar.
    return stop ? [{ ...stop, uid: `duty-${itemId}-${person}@yingbin` }] : []
  })
}

/** What a room, vehicle or person is booked for. */
export async function entriesOfResource(
  db: Db,
  resource: ResourceRow,
  range: { from: Day; until: Day },
  t: TFunction,
): Promise<CalendarEntry[]> {
  const bookings = await listBookings(db, { resourceId: resource.id, ...wholeDays(range) })
  return bookings.map(booking => ({
    uid: `booking-${booking.id}@yingbin`,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    summary: booking.title,
    description: booking.organizer,
    location: resource.name,
    category: t(`resourceKind.${resource.kind}`),
    status: booking.status,
    sequence: booking.revision - 1,
    changedAt: null,
    alarmMinutes: null,
    attendees: [],
  }))
}

/** From the first minute of the first day to the end of the last. */
export const wholeDays = ({ from, until }: { from: Day; until: Day }) => ({
  from: at(from, '00:00'),
  until: at(addDays(until, 1), '00:00'),
})

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
import { LONGEST_VISIT, visitOf, visitsInRange } from '../../visits/visits.queries.ts'
import { entriesOfVisit } from '../itinerary/schedule.entries.ts'
import { bookingsLeft, type LogLine, linesOfThings, linesOfVisitLog, sequenceOf, touches } from './changes.queries.ts'
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

/** The stops at which one of the staff has something to do, each once; those at which it was taken off their hands, as cancelled. */
export async function entriesOfPerson(
  db: Db,
  request: { person: string; from: Day; until: Day; language: Language },
  t: TFunction,
): Promise<CalendarEntry[]> {
  const { from, until } = wholeDays(request)
  const now = new Set((await dutiesOfName(db, request.person, from, until)).map(duty => duty.itemId))
  const visits = await visitsInRange(db, request.from, request.until, addDays(request.from, -LONGEST_VISIT))
  const ever = new Set<string>()
  const those: string[] = []
  for (const { id } of visits) {
    const before = ever.size
    for (const itemId of itemsEverOf(
      await linesOfVisitLog(db, id, ['itineraryItem', 'assignment', 'trip']),
      request.person,
    ))
      ever.add(itemId)
    if (ever.size > before) those.push(id)
  }
  const stops = await entriesOfVisits(db, those, t, request.language)
  const person = createHash('sha256').update(request.person).digest('hex').slice(0, 12)
  return stops.flatMap(stop => {
    const itemId = stop.uid.replace(/^item-|@yingbin$/g, '')
    if (!ever.has(itemId) || stop.startsAt >= until || stop.endsAt <= from) return []
    const off = now.has(itemId) ? {} : { status: 'cancelled' as const, alarmMinutes: null }
    // A name of its own: the stop itself may stand in the same calendar.
    return [{ ...stop, ...off, uid: `duty-${itemId}-${person}@yingbin` }]
  })
}

/** The stops at which somebody ever was in charge, assigned or driving. */
function itemsEverOf(log: readonly LogLine[], name: string): Set<string> {
  const items = new Set<string>()
  const itemOf = new Map<string, string>()
  for (const { entity, entityId, before, after } of log) {
    const told = [before, after].filter(each => each !== null)
    if (entity === 'itineraryItem') itemOf.set(entityId, entityId)
    for (const each of told) if (typeof each.itemId === 'string') itemOf.set(entityId, each.itemId)
    const itemId = itemOf.get(entityId)
    if (itemId && told.some(each => [each.personInCharge, each.name, each.driverName].includes(name))) items.add(itemId)
  }
  return items
}

/** What a room, vehicle or person is booked for, and what it was booked for and is no more. */
export async function entriesOfResource(
  db: Db,
  resource: ResourceRow,
  range: { from: Day; until: Day },
  t: TFunction,
): Promise<CalendarEntry[]> {
  const days = wholeDays(range)
  const live = await listBookings(db, { resourceId: resource.id, ...days })
  const left = (await bookingsLeft(db, resource.id, days.from, days.until)).map(booking => ({
    ...booking,
    status: 'cancelled' as const,
  }))
  const all = [...live, ...left]
  const log = Map.groupBy(
    await linesOfThings(
      db,
      'booking',
      all.map(booking => booking.id),
    ),
    line => line.entityId,
  )
  const visitIds = [...new Set(all.flatMap(booking => booking.visitId ?? []))]
  const visits = Map.groupBy(await linesOfThings(db, 'visit', visitIds), line => line.entityId)
  const own = (await linesOfThings(db, 'resource', [resource.id])).filter(line => touches(line, ['name']))
  const titles = new Map(
    (await db.selectFrom('visit').select(['id', 'title']).where('id', 'in', visitIds).execute()).map(row => [
      row.id,
      row.title,
    ]),
  )
  return all.flatMap(booking => {
    const lines = log.get(booking.id) ?? []
    const made = lines.find(line => line.action === 'create')
    // What was never more than a cancellation in a file that was read is in nobody's calendar.
    if (made?.after?.status === 'cancelled') return []
    const shown = [
      ...lines,
      ...own,
      ...(booking.visitId ? (visits.get(booking.visitId) ?? []).filter(line => touches(line, ['title'])) : []),
    ].filter(line => line.number >= (made?.number ?? 0))
    const last = shown.reduce<Pick<LogLine, 'number' | 'at'>>(
      (latest, line) => (line.number > latest.number ? line : latest),
      made ?? NOTHING,
    )
    const isFirst = made?.after?.resourceId === undefined || made.after.resourceId === resource.id
    return [
      {
        // A booking that went from one room to another is another event in each of their calendars.
        uid: `booking-${booking.id}${isFirst ? '' : `-${resource.id}`}@yingbin`,
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        summary: booking.title || (booking.visitId ? (titles.get(booking.visitId) ?? '') : ''),
        description: booking.organizer,
        location: resource.name,
        category: t(`resourceKind.${resource.kind}`),
        status: booking.status,
        sequence: sequenceOf({ made: made?.number ?? last.number, last: last.number, at: last.at }),
        changedAt: last.at === '' ? null : new Date(last.at),
        alarmMinutes: null,
        attendees: [],
      },
    ]
  })
}
const NOTHING: Pick<LogLine, 'number' | 'at'> = { number: 0, at: '' }

/** From the first minute of the first day to the end of the last. */
export const wholeDays = ({ from, until }: { from: Day; until: Day }) => ({
  from: at(from, '00:00'),
  until: at(addDays(until, 1), '00:00'),
})

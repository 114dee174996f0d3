import type { TFunction } from 'i18next'
import type { Item } from '../../../../shared/contract/itinerary.ts'
import { type Language, worded } from '../../../../shared/domain/language.ts'
import type { ItemRow, VisitRow } from '../../../db/tables.ts'
import type { Db } from '../../acts/context.ts'
import { linesOfVisit } from '../../acts/visitLines.ts'
import { titleOf, wordOf } from '../../files/translator.ts'
import { guestsOfVisit } from '../../guests/guests.queries.ts'
import { itemsOfVisit } from '../../itinerary/itinerary.queries.ts'
import { listResources, staffNames } from '../../resources/resources.queries.ts'
import {
  type Changes,
  changesOfResources,
  type GoneItem,
  type LogLine,
  linesOfVisitLog,
  sequenceOf,
  touches,
} from '../calendar/changes.queries.ts'
import type { CalendarEntry, CalendarPerson } from '../calendar/schedule.ics.ts'

/** Minutes before an item at which a phone reminds, by kind: on the way to an airport or station 30, in the house 15. */
const ALARMS: Partial<Record<Item['kind'], number>> = {
  pickup: 30,
  farewell: 30,
  welcome: 15,
  meeting: 15,
  dining: 15,
  tour: 15,
}

/** The room and the place, named as a language has them. */
export const placeOf = (item: Item, language: Language): string =>
  [worded(language, item.roomName, item.roomLatinName), worded(language, item.place, item.placeLatin)]
    .filter(Boolean)
    .join(' · ')

/** What a stop is, in a language; its kind where nobody has said more. */
export const contentOf = (
  item: Pick<Item, 'kind' | 'content' | 'contentLatin'>,
  language: Language,
  t: TFunction,
): string => worded(language, item.content, item.contentLatin) || t(`itemKind.${item.kind}`)

/**
 * The stops of a visit as calendar entries: those there are, and as cancelled those that were taken off, so that a calendar which has them
 * lets them go. The sequence of an entry grows with every change of the stop or of what it has booked (RFC 5545, 3.8.7.4).
 */
export async function entriesOfVisit(
  db: Db,
  visit: VisitRow,
  t: TFunction,
  language: Language,
): Promise<CalendarEntry[]> {
  const items = await itemsOfVisit(db, visit.id)
  const { changes, gone } = await changesOfVisit(db, visit, items)
  const people = await attendeesOf(db, visit, [...gone.values()])
  const staff = await staffNames(db, language)
  const live = items.map(item => ({
    ...entryOf(item, visit, changes.get(item.id), staff, t, language),
    attendees: people.get(item.id) ?? [],
  }))
  const off = [...gone.values()].map(({ row }) => ({
    ...cancelledEntry(row, visit, changes.get(row.id), t, language),
    attendees: people.get(row.id) ?? [],
  }))
  return [...live, ...off]
}

/** What of a visit shows in the event of each of its stops. */
const SHOWN_OF_VISIT = ['title', 'titleLatin', 'status', 'coordinator']
const SHOWN_OF_GUEST = ['name', 'email']

/** The changes of each stop of a visit, its own and of everything that shows in its event, and the stops that were taken off. */
async function changesOfVisit(
  db: Db,
  visit: VisitRow,
  items: readonly Item[],
): Promise<{ changes: Map<string, Changes>; gone: Map<string, GoneItem> }> {
  const kinds = ['visit', 'itineraryItem', 'booking', 'assignment', 'trip', 'guest']
  const log = await linesOfVisitLog(db, visit.id, kinds)
  const changes = new Map<string, Changes>()
  const gone = new Map<string, GoneItem>()
  const itemOf = new Map<string, string | null>()
  const namesAt = new Map<string, Set<string>>()
  const change = (id: string, { number, at }: LogLine) => {
    const known = changes.get(id)
    changes.set(id, { made: known?.made ?? number, last: Math.max(known?.last ?? 0, number), at })
  }
  const changeAll = (line: LogLine) => {
    for (const id of changes.keys()) change(id, line)
  }
  for (const line of log) {
    const whole = line.after ?? line.before ?? {}
    if (line.entity === 'itineraryItem') {
      change(line.entityId, line)
      if (line.action === 'delete')
        gone.set(line.entityId, { row: line.before as ItemRow, people: [...(namesAt.get(line.entityId) ?? [])] })
      else gone.delete(line.entityId)
    } else if (
      line.entity === 'visit' ? touches(line, SHOWN_OF_VISIT) : line.entity === 'guest' && touches(line, SHOWN_OF_GUEST)
    ) {
      changeAll(line)
    } else if (line.entity !== 'visit' && line.entity !== 'guest') {
      if (line.action !== 'update') itemOf.set(line.entityId, typeof whole.itemId === 'string' ? whole.itemId : null)
      const id = itemOf.get(line.entityId)
      if (id) change(id, line)
      else if (line.entity === 'assignment') changeAll(line)
      if (id && line.entity === 'assignment' && typeof whole.name === 'string') {
        const names = namesAt.get(id) ?? new Set()
        namesAt.set(id, names.add(whole.name))
      }
    }
  }
  // Names, plates and addresses of what and whom the stops have now; whatever they had before was changed in a line of their own.
  const resources = await changesOfResources(db)
  const assigned = await linesOfVisit(db, 'assignment', visit.id)
  for (const item of items) {
    const names = [
      item.personInCharge,
      visit.coordinator,
      ...assigned.filter(line => line.itemId === item.id || line.itemId === null).map(line => line.name),
    ]
    const ids = [...(item.roomId === null ? [] : [item.roomId]), ...item.vehicleIds]
    for (const line of [...ids.map(id => resources.byId.get(id)), ...names.map(name => resources.byName.get(name))])
      if (line && line.number > (changes.get(item.id)?.last ?? Number.POSITIVE_INFINITY)) change(item.id, line)
  }
  return { changes, gone }
}

function entryOf(
  item: Item,
  visit: VisitRow,
  change: Changes | undefined,
  staff: (name: string) => string,
  t: TFunction,
  language: Language,
): CalendarEntry {
  return {
    uid: `item-${item.id}@yingbin`,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    summary: `${contentOf(item, language, t)} · ${titleOf(visit, language)}`,
    description: [
      item.personInCharge &&
        `${t('fields.personInCharge')}${t('mark.colon')}${staff(item.personInCharge)} ${item.phone}`.trim(),
      ...item.vehicles.map(vehicle =>
        `${t('fields.vehicle')}${t('mark.colon')}${vehicle.name} ${vehicle.plate} ${vehicle.driverName} ${vehicle.driverPhone}`.trim(),
      ),
    ]
      .filter(Boolean)
      .join('\n'),
    location: placeOf(item, language),
    category: t(`itemKind.${item.kind}`),
    status: visit.status,
    sequence: change ? sequenceOf(change) : item.revision - 1,
    changedAt: change ? new Date(change.at) : null,
    alarmMinutes: visit.status === 'cancelled' ? null : (ALARMS[item.kind] ?? null),
    attendees: [],
  }
}

function cancelledEntry(
  row: ItemRow,
  visit: VisitRow,
  change: Changes | undefined,
  t: TFunction,
  language: Language,
): CalendarEntry {
  return {
    uid: `item-${row.id}@yingbin`,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    summary: `${contentOf({ ...row, contentLatin: row.contentLatin }, language, t)} · ${titleOf(visit, language)}`,
    description: '',
    location: wordOf(row, 'place', language),
    category: t(`itemKind.${row.kind}`),
    status: 'cancelled',
    sequence: sequenceOf(change),
    changedAt: change ? new Date(change.at) : null,
    alarmMinutes: null,
    attendees: [],
  }
}

/** Who of the house is at each stop and can be invited by mail, and the guests who take part where they can. */
async function attendeesOf(db: Db, visit: VisitRow, gone: readonly GoneItem[]): Promise<Map<string, CalendarPerson[]>> {
  const staff = new Map((await listResources(db, 'person')).map(person => [person.name, person.email]))
  const guests = await guestsOfVisit(db, visit.id)
  const assignments = await linesOfVisit(db, 'assignment', visit.id)
  const items = await itemsOfVisit(db, visit.id)
  const those = [
    ...items.map(item => ({
      item,
      names: assignments.filter(line => line.itemId === item.id || line.itemId === null).map(line => line.name),
    })),
    // Whoever was asked to come is told that it is off.
    ...gone.map(({ row, people }) => ({
      item: row,
      names: [...people, ...assignments.filter(line => line.itemId === null).map(line => line.name)],
    })),
  ]
  return new Map(
    those.map(({ item, names }) => {
      const own = [...new Set([item.personInCharge, ...names])].flatMap(name => {
        const email = staff.get(name)
        return email ? [{ name, email }] : []
      })
      const invited = guests
        .filter(guest => guest.email !== '' && (item.allGuests || item.guestIds.includes(guest.id)))
        .map(guest => ({ name: guest.name, email: guest.email }))
      return [item.id, [...own, ...invited]]
    }),
  )
}

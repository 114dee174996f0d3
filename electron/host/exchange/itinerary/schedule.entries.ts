import type { TFunction } from 'i18next'
import type { Item } from '../../../../shared/contract/itinerary.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { ItemRow, VisitRow } from '../../../db/tables.ts'
import type { Db } from '../../acts/context.ts'
import { linesOfVisit } from '../../acts/visitLines.ts'
import { titleOf, wordOf } from '../../files/translator.ts'
import { guestsOfVisit } from '../../guests/guests.queries.ts'
import { itemsOfVisit } from '../../itinerary/itinerary.queries.ts'
import { listResources, staffNames } from '../../resources/resources.queries.ts'
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
  [(language === 'en' && item.roomLatinName) || item.roomName, (language === 'en' && item.placeLatin) || item.place]
    .filter(Boolean)
    .join(' · ')

/** What a stop is, in a language; its kind where nobody has said more. */
export const contentOf = (
  item: Pick<Item, 'kind' | 'content' | 'contentLatin'>,
  language: Language,
  t: TFunction,
): string => (language === 'en' && item.contentLatin) || item.content || t(`itemKind.${item.kind}`)

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
  const changes = await changesOfVisit(db, visit.id)
  const people = await attendeesOf(db, visit)
  const staff = await staffNames(db, language)
  const live = items.map(item => ({
    ...entryOf(item, visit, changes.get(item.id), staff, t, language),
    attendees: people.get(item.id) ?? [],
  }))
  const there = new Set(items.map(item => item.id))
  const gone = [...changes].flatMap(([id, change]) =>
    change.gone && !there.has(id) ? [cancelledEntry(change.gone, visit, change, t, language)] : [],
  )
  return [...live, ...gone]
}

interface Change {
  count: number
  /** UTC instant of the last one. */
  at: string
  /** The stop as it was before it was taken off. */
  gone: ItemRow | null
}

/** How often each stop of a visit was changed, itself and what it has booked. */
async function changesOfVisit(db: Db, visitId: string): Promise<Map<string, Change>> {
  const rows = await db
    .selectFrom('changeLog')
    .select(['entity', 'entityId', 'action', 'at', 'before', 'after'])
    .where('visitId', '=', visitId)
    .where('entity', 'in', ['itineraryItem', 'booking'])
    .orderBy('number')
    .execute()
  const changes = new Map<string, Change>()
  const itemOfBooking = new Map<string, string>()
  for (const row of rows) {
    let id = row.entityId
    if (row.entity === 'booking') {
      const itemId = row.action === 'update' ? null : (row.after ?? row.before)?.itemId
      if (typeof itemId === 'string') itemOfBooking.set(row.entityId, itemId)
      id = itemOfBooking.get(row.entityId) ?? ''
      if (id === '') continue
    }
    const before = changes.get(id)
    const isItem = row.entity === 'itineraryItem'
    const gone = isItem && row.action === 'delete' ? (row.before as ItemRow | null) : null
    changes.set(id, {
      count: (before?.count ?? -1) + 1,
      at: row.at,
      gone: isItem ? gone : (before?.gone ?? null),
    })
  }
  return changes
}

function entryOf(
  item: Item,
  visit: VisitRow,
  change: Change | undefined,
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
    sequence: change?.count ?? item.revision - 1,
    changedAt: change ? new Date(change.at) : null,
    alarmMinutes: visit.status === 'cancelled' ? null : (ALARMS[item.kind] ?? null),
    attendees: [],
  }
}

function cancelledEntry(
  row: ItemRow,
  visit: VisitRow,
  change: Change,
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
    sequence: change.count,
    changedAt: new Date(change.at),
    alarmMinutes: null,
    attendees: [],
  }
}

/** Who of the house is at each stop and can be invited by mail, and the guests who take part where they can. */
async function attendeesOf(db: Db, visit: VisitRow): Promise<Map<string, CalendarPerson[]>> {
  const staff = new Map((await listResources(db, 'person')).map(person => [person.name, person.email]))
  const guests = await guestsOfVisit(db, visit.id)
  const assignments = await linesOfVisit(db, 'assignment', visit.id)
  const items = await itemsOfVisit(db, visit.id)
  return new Map(
    items.map(item => {
      const names = new Set([
        item.personInCharge,
        ...assignments.filter(line => line.itemId === item.id || line.itemId === null).map(line => line.name),
      ])
      const own = [...names].flatMap(name => {
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

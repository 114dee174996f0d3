import type { PlacedItem } from '../../../shared/contract/bookings.ts'
import { bookings as bookingsContract } from '../../../shared/contract/bookings.ts'
import { atClock } from '../../../shared/domain/booking/booking.ts'
import {
  commonFree,
  findPlaces,
  nearMisses,
  type Place,
  placeVisit,
  type Search,
  type Unplaced,
} from '../../../shared/domain/booking/placement.ts'
import { INDOORS } from '../../../shared/domain/itinerary.ts'
import {
  addMinutes,
  at,
  dayOf,
  eachDay,
  earlier,
  later,
  MINUTES_PER_DAY,
  type Span,
} from '../../../shared/domain/time.ts'
import type { ResourceKind, SetupStyle } from '../../../shared/domain/visit.ts'
import type { BookingRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Db, HostContext } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'
import { perform } from '../acts/recorded.ts'
import { movableNames } from '../equipment/lending.ts'
import { addRoom, headcountOf } from '../itinerary/itinerary.handlers.ts'
import { itemRowsOfVisit } from '../itinerary/itinerary.queries.ts'
import { officeNow, officeSettingsOf } from '../office/office.queries.ts'
import { listClosures, listResources, toResource } from '../resources/resources.queries.ts'
import { busyStaff } from '../staffing/staffing.queries.ts'
import { visitOf } from '../visits/visits.queries.ts'
import { allRivals } from './bookings.queries.ts'

/** So many common times are told, the earliest. */
const MOST_COMMON = 8

/** How far around a search the other times are looked for, minutes. */
const AROUND = 5 * MINUTES_PER_DAY

/** Every resource of a kind with all that is in its way in a span. */
async function placesOf(db: Db, kind: ResourceKind | null, span: Span): Promise<Place[]> {
  const rows = await listResources(db, kind ?? undefined)
  const rivals = await allRivals(db)
  const busy = new Map<string, Span[]>()
  const taken = await db
    .selectFrom('booking')
    .select(['resourceId', 'blockedFrom as startsAt', 'blockedUntil as endsAt'])
    .where('status', '<>', 'cancelled')
    .where('blockedUntil', '>', span.startsAt)
    .where('blockedFrom', '<', span.endsAt)
    .execute()
  for (const { resourceId: id, ...blocked } of taken) busy.set(id, [...(busy.get(id) ?? []), blocked])
  if (kind === null || kind === 'person')
    for (const { resourceId: id, startsAt, endsAt } of await busyStaff(db, span.startsAt, span.endsAt))
      busy.set(id, [...(busy.get(id) ?? []), { startsAt, endsAt }])
  const closures = await listClosures(db, span.startsAt, span.endsAt)
  return rows.map(row => {
    const resource = toResource(row)
    const rivalIds = rivals.get(row.id) ?? []
    return {
      ...resource,
      rivalIds,
      busy: [row.id, ...rivalIds].flatMap(id => busy.get(id) ?? []),
      closures: closures
        .filter(closure => closure.resourceId === row.id)
        .map(closure => ({ startsAt: closure.startsAt, endsAt: closure.endsAt, reason: closure.reason })),
    }
  })
}

interface FindInput {
  kind: ResourceKind
  headcount: number | null
  equipment: string[]
  setupStyle: SetupStyle
  minutes: number
  windows: Span[]
  nearId: string | null
}

export async function find(context: HostContext, input: FindInput) {
  const { kind, nearId, ...wish } = input
  const first = wish.windows[0]?.startsAt ?? ''
  const last = wish.windows.reduce((end, window) => later(end, window.endsAt), '')
  const around = { startsAt: addMinutes(first, -AROUND), endsAt: addMinutes(last, AROUND) }
  const places = await placesOf(context.db, kind, around)
  const brought = await movableNames(context.db)
  const near = places.find(place => place.id === nearId)
  const search: Search = {
    ...wish,
    // What is brought is no reason for or against a room.
    equipment: kind === 'room' ? wish.equipment.filter(thing => !brought.has(thing)) : [],
    near: { resourceId: near?.id ?? null, building: near?.building ?? '' },
    notBefore: await officeNow(context, context.db),
  }
  const offers = findPlaces(places, search).slice(0, 12)
  return { offers, misses: offers.length > 0 ? [] : nearMisses(places, search) }
}

export async function proposeRooms(
  context: HostContext,
  input: InputOf<typeof bookingsContract.proposeRooms>,
): Promise<PlacedItem[]> {
  const { db } = context
  const visit = await visitOf(db, input.visitId)
  const items = await itemRowsOfVisit(db, visit.id)
  const first = items[0]
  if (!first) return []
  const span = {
    startsAt: items.reduce((start, item) => earlier(start, item.startsAt), first.startsAt),
    endsAt: items.reduce((end, item) => later(end, item.endsAt), first.endsAt),
  }
  const places = await placesOf(db, 'room', {
    startsAt: addMinutes(span.startsAt, -480),
    endsAt: addMinutes(span.endsAt, 480),
  })
  const held = await roomsHeld(db, visit.id, new Set(places.map(place => place.id)))
  const brought = await movableNames(db)
  const unplaced: Unplaced[] = []
  for (const item of items) {
    if (!INDOORS.has(item.kind) || item.place !== '' || held.some(booking => booking.itemId === item.id)) continue
    unplaced.push({
      id: item.id,
      startsAt: item.startsAt,
      endsAt: item.endsAt,
      headcount: await headcountOf(db, visit, item),
      equipment: item.equipment.filter(thing => !brought.has(thing)),
      setupStyle: item.setupStyle,
    })
  }
  const proposal = placeVisit(
    unplaced,
    places,
    held.map(booking => ({
      resourceId: booking.resourceId,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
    })),
  )
  return proposal.flatMap(({ itemId, ...placed }) => {
    const item = items.find(each => each.id === itemId)
    if (!item) return []
    return [
      {
        itemId,
        ...placed,
        content: item.content,
        kind: item.kind,
        startsAt: item.startsAt,
        endsAt: item.endsAt,
        headcount: unplaced.find(each => each.id === itemId)?.headcount ?? null,
        resourceName: places.find(place => place.id === placed.resourceId)?.name ?? '',
      },
    ]
  })
}

/** What the stops of a visit hold of some resources. */
async function roomsHeld(db: Db, visitId: string, ids: Set<string>): Promise<BookingRow[]> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where('visitId', '=', visitId)
    .where('status', '<>', 'cancelled')
    .execute()
  return rows.filter(row => ids.has(row.resourceId))
}

export function takeRooms(context: HostContext, input: InputOf<typeof bookingsContract.takeRooms>) {
  return perform(context, async (tx, act) => {
    for (const { itemId, resourceId } of input.places)
      await addRoom(context, tx, act, { visitId: input.visitId, itemId, resourceId })
    return { booked: input.places.length }
  })
}

export async function common(context: HostContext, input: Span & { resourceIds: string[]; minutes: number }) {
  const places = (await placesOf(context.db, null, input)).filter(place => input.resourceIds.includes(place.id))
  const missing = input.resourceIds.find(id => !places.some(place => place.id === id))
  if (missing) throw notFound('resource', missing)
  const now = await officeNow(context, context.db)
  const { opensAt, closesAt } = await officeSettingsOf(context.db)
  // Nobody meets at night: day by day, inside the office's hours.
  return eachDay(dayOf(input.startsAt), dayOf(input.endsAt))
    .map(day => ({
      startsAt: later(later(now, input.startsAt), at(day, opensAt)),
      endsAt: earlier(input.endsAt, atClock(day, closesAt)),
    }))
    .filter(window => window.startsAt < window.endsAt)
    .flatMap(window => commonFree(places, window, input.minutes))
    .slice(0, MOST_COMMON)
}

/** What this file answers of the contract's `bookings`. */
export const findingAnswers = answers(bookingsContract, { find, proposeRooms, takeRooms, common })

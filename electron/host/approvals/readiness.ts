import chineseDays from 'chinese-days'
import { capacityOf } from '../../../shared/domain/booking/booking.ts'
import { stopLabel } from '../../../shared/domain/itinerary.ts'
import { workingDaysBetween } from '../../../shared/domain/plan/leadTime.ts'
import { withoutBed } from '../../../shared/domain/plan/lodging.ts'
import type { CoveredFacts } from '../../../shared/domain/plan/plan.ts'
import type { ReadinessFacts } from '../../../shared/domain/plan/readiness.ts'
import { giftsPerHead } from '../../../shared/domain/plan/supplies.ts'
import { DRIVEN_KINDS, overSeats, withoutCar } from '../../../shared/domain/plan/transport.ts'
import { clockOf, dayOf } from '../../../shared/domain/time.ts'
import type { ItemRow, VisitRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { conflictsOf } from '../bookings/bookings.queries.ts'
import { mealsOfVisit, participants } from '../dining/dining.queries.ts'
import { guestsOfVisit } from '../guests/guests.queries.ts'
import { itemRowsOfVisit, itemsOfVisit } from '../itinerary/itinerary.queries.ts'
import { listResources, toResource } from '../resources/resources.queries.ts'
import { rulesOf } from '../rules/rules.queries.ts'
import { clashesOfVisit } from '../staffing/staffing.queries.ts'
import { presentAllocations } from '../supplies/supplies.queries.ts'
import { countHeads } from '../visits/visits.queries.ts'

const labelOf = (item: Pick<ItemRow, 'startsAt' | 'content' | 'kind'>): string =>
  `${dayOf(item.startsAt).slice(5)} ${clockOf(item.startsAt)} ${stopLabel(item)}`

/** Working days of China, by the library's own data; weekdays where it knows nothing of the year. */
const isWorkday = (day: string): boolean => chineseDays.isWorkday(day)

/** Everything that the readiness of a visit's plan is told from. */
export async function readinessFacts(db: Db, visit: VisitRow): Promise<ReadinessFacts> {
  const [guests, rows, items, trips, meals, clashes, rules] = [
    await guestsOfVisit(db, visit.id),
    await itemRowsOfVisit(db, visit.id),
    await itemsOfVisit(db, visit.id),
    await linesOfVisit(db, 'trip', visit.id),
    await mealsOfVisit(db, visit.id),
    await clashesOfVisit(db, visit.id),
    await rulesOf(db),
  ]
  const grade = rules.grades[visit.grade]
  const rowOf = new Map(rows.map(row => [row.id, row]))
  const label = (itemId: string) => {
    const row = rowOf.get(itemId)
    return row ? labelOf(row) : ''
  }
  const nameOf = new Map(guests.map(guest => [guest.id, guest.name]))
  const heads = await countHeads(db, visit)
  const cars = trips.map(trip => ({
    ...trip,
    guestIds: trip.guestIds.filter(id => nameOf.has(id)),
  }))
  const stays = await linesOfVisit(db, 'stay', visit.id)
  const allocations = (await presentAllocations(db, await linesOfVisit(db, 'allocation', visit.id))).filter(
    line => !line.returned,
  )
  const perHead = giftsPerHead(allocations, heads)
  return {
    grade: visit.grade,
    coordinator: visit.coordinator,
    headcount: visit.headcount,
    guestCount: guests.length,
    hasHead: guests.some(guest => guest.isHead),
    withoutConsent: guests.filter(
      guest => guest.consentOn === null && `${guest.health}${guest.religion}${guest.ethnicity}` !== '',
    ).length,
    items: rows.map(row => ({
      id: row.id,
      startsAt: row.startsAt,
      label: labelOf(row),
      kind: row.kind,
      personInCharge: row.personInCharge,
      placed: row.place !== '' || items.some(item => item.id === row.id && item.roomId !== null),
    })),
    rooms: await roomsTaken(db, items, item => {
      const row = rowOf.get(item.id)
      return { label: label(item.id), heads: item.allGuests || !row ? heads : participants(row, guests).length }
    }),
    conflicts: await conflictsInHouse(db, visit.id, items),
    trips: cars.map(trip => {
      const row = rowOf.get(trip.itemId)
      return {
        itemId: trip.itemId,
        label: label(trip.itemId),
        vehicle: trip.vehicleName || trip.plate,
        driverName: trip.driverName,
        over: overSeats(
          { guestIds: trip.guestIds, seats: trip.seats },
          // Cars without names share the guests between them.
          row && cars.filter(each => each.itemId === trip.itemId).length === 1
            ? row.allGuests
              ? heads
              : participants(row, guests).length
            : 0,
        ),
      }
    }),
    withoutCar: rows
      .filter(row => DRIVEN_KINDS.some(kind => kind === row.kind))
      .filter(row => visit.needsTransport || cars.some(trip => trip.itemId === row.id))
      .map(row => ({
        itemId: row.id,
        label: labelOf(row),
        names: withoutCar(
          participants(row, guests).map(guest => guest.id),
          cars.filter(trip => trip.itemId === row.id),
        ).map(id => nameOf.get(id) ?? ''),
      })),
    meals: meals.map(meal => {
      const item = items.find(each => each.id === meal.itemId)
      return {
        itemId: meal.itemId,
        label: label(meal.itemId),
        hasPlace: Boolean(meal.venue || item?.roomId || item?.place),
        dietsSeen: meal.dietsSeen,
        overLimit: meal.limit !== null && meal.headCost !== null && meal.headCost > meal.limit,
        overReason: meal.overReason,
        conflicts: meal.menuConflicts,
      }
    }),
    leaders: (await linesOfVisit(db, 'assignment', visit.id)).filter(line => line.role === 'leader').length,
    leadDays: visit.enteredOn === null ? null : workingDaysBetween(visit.enteredOn, visit.startsOn, isWorkday),
    leadWanted: grade.leadDays,
    giftsOver:
      grade.giftLimit !== null && perHead > grade.giftLimit
        ? { perHead, limit: grade.giftLimit, explained: allocations.some(line => line.reason !== '') }
        : null,
    withoutBed:
      visit.needsLodging || stays.length > 0
        ? withoutBed(visit, guests, stays).map(({ guestId, nights }) => ({
            name: nameOf.get(guestId) ?? '',
            nights: nights.length,
          }))
        : [],
    clashes: clashes.map(({ name, first, second }) => ({
      name,
      itemId: (first.visitId === visit.id ? first : second).itemId,
      first: `${clockOf(first.startsAt)} ${first.content}`,
      second: `${clockOf(second.startsAt)} ${second.content}`,
    })),
    hasBriefing: (await linesOfVisit(db, 'briefing', visit.id)).length > 0,
  }
}

/** The room of each item that has one whose seats somebody counted. */
async function roomsTaken(
  db: Db,
  items: Awaited<ReturnType<typeof itemsOfVisit>>,
  told: (item: (typeof items)[number]) => { label: string; heads: number },
): Promise<ReadinessFacts['rooms']> {
  const rooms = new Map((await listResources(db, 'room')).map(row => [row.id, row]))
  return items.flatMap(item => {
    const row = rooms.get(item.roomId ?? '')
    const seats = row ? capacityOf(toResource(row), item.setupStyle) : null
    return seats === null ? [] : [{ itemId: item.id, room: item.roomName, seats, ...told(item) }]
  })
}

/** Rooms and vehicles of the items that others hold at the same time: the triggers leave none, whoever wrote the file. */
async function conflictsInHouse(
  db: Db,
  visitId: string,
  items: Awaited<ReturnType<typeof itemsOfVisit>>,
): Promise<ReadinessFacts['conflicts']> {
  const wants = items.flatMap(item =>
    [...(item.roomId ? [item.roomId] : []), ...item.vehicleIds].map(resourceId => ({
      resourceId,
      startsAt: item.startsAt,
      endsAt: item.endsAt,
      itemId: item.id,
    })),
  )
  const found = await conflictsOf(db, wants)
  const names = new Map(
    (
      await db
        .selectFrom('booking as b')
        .innerJoin('resource as r', 'r.id', 'b.resourceId')
        .select(['r.id', 'r.name'])
        .distinct()
        .where('b.visitId', '=', visitId)
        .execute()
    ).map(row => [row.id, row.name]),
  )
  return found.flatMap(({ index, title }) => {
    const want = wants[index]
    return want ? [{ itemId: want.itemId, resource: names.get(want.resourceId) ?? '', title }] : []
  })
}

/** What an approval covers, as it is now: grade, dates, rooms, dining standards, gifts, leaders. */
export async function coveredFacts(db: Db, visit: VisitRow): Promise<CoveredFacts> {
  const rooms = await db
    .selectFrom('booking as b')
    .innerJoin('resource as r', 'r.id', 'b.resourceId')
    .select(['b.itemId', 'b.resourceId'])
    .where('b.visitId', '=', visit.id)
    .where('b.itemId', 'is not', null)
    .where('b.status', '<>', 'cancelled')
    .where('r.kind', '=', 'room')
    .execute()
  const meals = await db
    .selectFrom('meal as m')
    .innerJoin('itineraryItem as i', 'i.id', 'm.itemId')
    .select(['m.itemId', 'm.headCost'])
    .where('m.visitId', '=', visit.id)
    .where('i.kind', '=', 'dining')
    .where('m.headCost', 'is not', null)
    .execute()
  const gifts = await db
    .selectFrom('allocation as a')
    .innerJoin('supply as s', 's.id', 'a.supplyId')
    .select(['a.supplyId', 'a.quantity'])
    .where('a.visitId', '=', visit.id)
    .where('a.returned', '=', false)
    .where('s.kind', '=', 'gift')
    .execute()
  const leaders = await db
    .selectFrom('assignment')
    .select(['name', 'itemId'])
    .where('visitId', '=', visit.id)
    .where('role', '=', 'leader')
    .execute()
  const sorted = (parts: (string | number | null)[][]) =>
    parts
      .map(part => part.join(' '))
      .sort()
      .join('\n')
  return {
    grade: visit.grade,
    dates: `${visit.startsOn} ${visit.endsOn}`,
    rooms: sorted(rooms.map(row => [row.itemId, row.resourceId])),
    diningStandard: sorted(meals.map(row => [row.itemId, row.headCost])),
    gifts: sorted(gifts.map(row => [row.supplyId, row.quantity])),
    leaders: sorted(leaders.map(row => [row.name, row.itemId])),
  }
}

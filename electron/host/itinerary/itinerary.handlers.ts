import type { Item } from '../../../shared/contract/itinerary.ts'
import { itinerary as itineraryContract } from '../../../shared/contract/itinerary.ts'
import type { Finding } from '../../../shared/domain/booking/booking.ts'
import { goneEnglish, ITEM_ENGLISH } from '../../../shared/domain/english.ts'
import { inOrder, reorderDay } from '../../../shared/domain/itinerary.ts'
import { dayOf, earlier, later, type Span } from '../../../shared/domain/time.ts'
import type { BookingRow, ItemRow, NewRow, VisitRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { deleteRow, insertRow, perform, seen, updateRow } from '../acts/recorded.ts'
import { findRow } from '../acts/rows.ts'
import { linesOfItem } from '../acts/visitLines.ts'
import { allOfItem, bookingsOfItem, conflictsOf } from '../bookings/bookings.queries.ts'
import { bookForStop, deleteBooking, type Move, moveBookings } from '../bookings/placing.ts'
import { letGoOfItem } from '../checklists/checklists.handlers.ts'
import { countHeads, visitOf } from '../visits/visits.queries.ts'
import { itemById, itemOf, itemRowsOfVisit, itemsOfVisit } from './itinerary.queries.ts'

export const list = (context: HostContext, input: InputOf<typeof itineraryContract.list>): Promise<Item[]> =>
  itemsOfVisit(context.db, input.visitId)

export const conflicts = (context: HostContext, input: InputOf<typeof itineraryContract.conflicts>) =>
  conflictsOf(context.db, input.wants)

/** A stop that is made: all guests take part, nothing is fixed, unless more is said. */
type NewItem = Omit<NewRow<'itineraryItem'>, 'id'> & {
  roomId?: string | null | undefined
  vehicleIds?: string[] | undefined
}

export function add(context: HostContext, input: NewItem) {
  return perform(context, async (tx, act) => {
    const { row, warnings } = await addOne(context, tx, act, input)
    return { item: await itemById(tx, row.id), warnings }
  })
}

/** A whole agenda in one act. @throws CONFLICT with the first stop whose room or vehicle is taken */
export function addAll(context: HostContext, input: InputOf<typeof itineraryContract.addAll>) {
  return perform(context, async (tx, act) => {
    for (const item of input.items) await addOne(context, tx, act, { ...item, visitId: input.visitId })
    return { added: input.items.length }
  })
}

async function addOne(
  context: HostContext,
  tx: Tx,
  act: Act,
  input: NewItem,
): Promise<{ row: ItemRow; warnings: Finding[] }> {
  const { visitId, roomId = null, vehicleIds = [], ...fields } = input
  const visit = await visitOf(tx, visitId)
  const row = await insertRow(tx, act, 'itineraryItem', { ...fields, visitId, id: context.newId() })
  await stretchVisit(tx, act, visit, row)
  const warnings = await holdResources(context, tx, act, visit, row, resourcesOf(roomId, vehicleIds))
  return { row, warnings }
}

export function assign(context: HostContext, input: InputOf<typeof itineraryContract.assign>) {
  return perform(context, async (tx, act) => {
    for (const id of input.ids)
      await updateRow(tx, act, 'itineraryItem', await itemOf(tx, id), {
        personInCharge: input.personInCharge,
        phone: input.phone,
      })
    return {}
  })
}

export function update(context: HostContext, input: InputOf<typeof itineraryContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await itemOf(tx, input.id)
    const current = await itemById(tx, before.id)
    await seen('itineraryItem', before, input.revision, () => current)
    const { roomId = current.roomId, vehicleIds = current.vehicleIds, ...fields } = input.patch
    const patch = { ...goneEnglish(current, fields, ITEM_ENGLISH), ...fields }
    const after = await updateRow(tx, act, 'itineraryItem', before, patch)
    if (after.startsAt >= after.endsAt) throw notAllowed('endBeforeStart')
    const visit = await visitOf(tx, before.visitId)
    await stretchVisit(tx, act, visit, after)
    const warnings = await holdResources(context, tx, act, visit, after, resourcesOf(roomId, vehicleIds))
    return { item: await itemById(tx, before.id), warnings }
  })
}

export function reorder(context: HostContext, input: InputOf<typeof itineraryContract.reorder>) {
  return perform(context, async (tx, act) => {
    const moved = await itemOf(tx, input.id)
    const rows = await itemRowsOfVisit(tx, moved.visitId)
    const day = inOrder(rows.filter(row => dayOf(row.startsAt) === dayOf(moved.startsAt)))
    const from = day.findIndex(item => item.id === moved.id)
    const spans = reorderDay(day, from, Math.min(input.to, day.length - 1))
    if (spans === null) throw notAllowed('fixedItem')
    await moveItems(context, tx, act, spans)
    return {}
  })
}

export function remove(context: HostContext, input: InputOf<typeof itineraryContract.remove>) {
  return perform(context, async (tx, act) => {
    for (const id of input.ids) {
      const row = await itemOf(tx, id)
      await letGoOfItem(tx, act, id)
      for (const table of ['seating', 'assignment', 'trip', 'meal'] as const)
        for (const line of await linesOfItem(tx, table, id)) await deleteRow(tx, act, table, line)
      for (const booking of await allOfItem(tx, id)) await deleteBooking(tx, act, booking)
      await deleteRow(tx, act, 'itineraryItem', row)
    }
    return {}
  })
}

/** Moves items with everything they hold, all or none. @throws CONFLICT */
export async function moveItems(
  context: HostContext,
  tx: Tx,
  act: Act,
  spans: readonly (Span & { id: string })[],
): Promise<void> {
  const moves: Move[] = []
  for (const span of spans) {
    const row = await itemOf(tx, span.id)
    await updateRow(tx, act, 'itineraryItem', row, { startsAt: span.startsAt, endsAt: span.endsAt })
    for (const before of await bookingsOfItem(tx, span.id))
      moves.push({ before, patch: { startsAt: span.startsAt, endsAt: span.endsAt } })
  }
  await moveBookings(context, tx, act, moves)
}

/** A visit lasts from its first item's day to its last's at least: an item outside stretches it. */
async function stretchVisit(tx: Tx, act: Act, visit: VisitRow, item: ItemRow): Promise<void> {
  const first = dayOf(item.startsAt)
  await updateRow(tx, act, 'visit', visit, {
    startsOn: earlier(first, visit.startsOn),
    endsOn: later(first, visit.endsOn),
  })
}

interface Wish {
  resourceId: string
  /** Several vehicles share the guests between them: then none is held against the whole headcount. */
  shared: boolean
}

function resourcesOf(roomId: string | null, vehicleIds: readonly string[]): Wish[] {
  const vehicles = [...new Set(vehicleIds)]
  return [
    ...(roomId ? [{ resourceId: roomId, shared: false }] : []),
    ...vehicles.map(resourceId => ({ resourceId, shared: vehicles.length > 1 })),
  ]
}

/** Makes an item's bookings what the item wants: lets go what it no longer needs, moves what stays, books what is new. */
async function holdResources(
  context: HostContext,
  tx: Tx,
  act: Act,
  visit: VisitRow,
  item: ItemRow,
  wishes: readonly Wish[],
): Promise<Finding[]> {
  if (visit.status === 'cancelled' && wishes.length > 0) throw notAllowed('visitCancelled')
  const wanted = wishes.map(wish => wish.resourceId)
  const held = await bookingsOfItem(tx, item.id)
  const people = await peopleAmong(tx, held)
  const stays = (booking: BookingRow) => wanted.includes(booking.resourceId) || people.has(booking.resourceId)
  for (const booking of held.filter(each => !stays(each))) await deleteBooking(tx, act, booking)
  const headcount = await headcountOf(tx, visit, item)
  const kept = held.filter(stays)
  const seatsFor = (resourceId: string) =>
    wishes.some(wish => wish.resourceId === resourceId && wish.shared) ? null : headcount
  const findings = await moveBookings(
    context,
    tx,
    act,
    kept.map(before => ({
      before,
      patch: {
        startsAt: item.startsAt,
        endsAt: item.endsAt,
        equipment: item.equipment,
        setupStyle: item.setupStyle,
        ...(people.has(before.resourceId) ? {} : { headcount: seatsFor(before.resourceId) }),
      },
    })),
  )
  for (const { resourceId, shared } of wishes.filter(
    wish => !kept.some(booking => booking.resourceId === wish.resourceId),
  )) {
    const placed = await bookForStop(context, tx, act, {
      visit,
      item,
      resourceId,
      headcount: shared ? null : headcount,
      equipment: item.equipment,
    })
    findings.push(...placed.findings)
  }
  return findings
}

/** Books a room for a stop of a visit beside what it holds already. @throws CONFLICT, NOT_FOUND */
export async function addRoom(
  context: HostContext,
  tx: Tx,
  act: Act,
  wish: { visitId: string; itemId: string; resourceId: string },
): Promise<void> {
  const item = await itemOf(tx, wish.itemId)
  const visit = await findRow(tx, 'visit', wish.visitId)
  if (!visit || item.visitId !== visit.id) throw notFound('itineraryItem', wish.itemId)
  const { vehicleIds } = await itemById(tx, item.id)
  await holdResources(context, tx, act, visit, item, resourcesOf(wish.resourceId, vehicleIds))
}

/** How many take part: those named, or all; the announced headcount until the guest list is as long. Null while unknown. */
export async function headcountOf(tx: Db, visit: VisitRow, item: ItemRow): Promise<number | null> {
  if (!item.allGuests) return item.guestIds.length || null
  return (await countHeads(tx, visit)) || null
}

/** The people whom a stop has booked: they stay with it whatever room and cars it wants. */
async function peopleAmong(tx: Tx, held: readonly BookingRow[]): Promise<Set<string>> {
  const ids = held.map(booking => booking.resourceId)
  const rows = await tx
    .selectFrom('resource')
    .select('id')
    .where('id', 'in', ids)
    .where('kind', '=', 'person')
    .execute()
  return new Set(rows.map(row => row.id))
}

/** What this file answers of the contract's `itinerary`. */
export const itineraryAnswers = answers(itineraryContract, {
  list,
  add,
  update,
  assign,
  addAll,
  reorder,
  remove,
  conflicts,
})

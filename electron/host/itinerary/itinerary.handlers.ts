import type { Item, ItemFields } from '../../../shared/contract/itinerary.ts'
import { itinerary as itineraryContract } from '../../../shared/contract/itinerary.ts'
import type { Finding } from '../../../shared/domain/booking/booking.ts'
import { goneEnglish, ITEM_ENGLISH } from '../../../shared/domain/english.ts'
import { inOrder, reorderDay } from '../../../shared/domain/itinerary.ts'
import { dayOf, earlier, later, type Span } from '../../../shared/domain/time.ts'
import type { BookingRow, ItemRow, VisitRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound, stale } from '../acts/errors.ts'
import { deleteRow, insertRow, perform, toColumns, updateRow } from '../acts/recorded.ts'
import { findRow } from '../acts/rows.ts'
import { linesOfItem } from '../acts/visitLines.ts'
import { allOfItem, bookingsOfItem } from '../bookings/bookings.queries.ts'
import { conflictsOf, deleteBooking, type Move, moveBookings, placeBooking } from '../bookings/placing.ts'
import { letGoOfItem } from '../checklists/checklists.handlers.ts'
import { bookingStatusOf, countHeads, visitOf } from '../visits/visits.queries.ts'
import { itemById, itemOf, itemRowsOfVisit, itemsOfVisit } from './itinerary.queries.ts'

export const list = (context: HostContext, input: InputOf<typeof itineraryContract.list>): Promise<Item[]> =>
  itemsOfVisit(context.db, input.visitId)

export const conflicts = (context: HostContext, input: InputOf<typeof itineraryContract.conflicts>) =>
  conflictsOf(context.db, input.wants)

type NewItem = Partial<ItemFields> & Pick<ItemFields, 'startsAt' | 'endsAt' | 'kind'> & { visitId: string }

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
  const row = newItemRow(context.newId(), visitId, fields)
  await insertRow(tx, act, 'itinerary_item', row)
  await stretchVisit(tx, act, visit, row)
  const warnings = await holdResources(context, tx, act, visit, row, resourcesOf(roomId, vehicleIds))
  return { row, warnings }
}

export function assign(context: HostContext, input: InputOf<typeof itineraryContract.assign>) {
  return perform(context, async (tx, act) => {
    for (const id of input.ids)
      await updateRow(tx, act, 'itinerary_item', await itemOf(tx, id), {
        person_in_charge: input.personInCharge,
        phone: input.phone,
      })
    return {}
  })
}

/** An item as a new row: all guests take part, nothing is fixed, unless more is said. */
export function newItemRow(
  id: string,
  visitId: string,
  fields: Partial<Omit<ItemFields, 'roomId' | 'vehicleIds'>> & Pick<ItemFields, 'startsAt' | 'endsAt' | 'kind'>,
): ItemRow {
  const row: ItemRow = {
    id,
    visit_id: visitId,
    kind: fields.kind,
    starts_at: fields.startsAt,
    ends_at: fields.endsAt,
    content: '',
    place: '',
    content_latin: '',
    place_latin: '',
    plan_b: '',
    setup_style: '',
    equipment: '[]',
    name_cards: 0,
    refreshments: '',
    route: '',
    safety_gear: '',
    photo_rule: '',
    person_in_charge: '',
    phone: '',
    notes: '',
    is_fixed: 0,
    all_guests: 1,
    guest_ids: '[]',
    revision: 1,
  }
  return Object.assign(row, toColumns(fields))
}

export function update(context: HostContext, input: InputOf<typeof itineraryContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await itemOf(tx, input.id)
    const current = await itemById(tx, before.id)
    if (before.revision !== input.revision) throw stale('itinerary_item', before.id, current)
    const { roomId = current.roomId, vehicleIds = current.vehicleIds, ...fields } = input.patch
    const after = await updateRow(
      tx,
      act,
      'itinerary_item',
      before,
      toColumns({ ...goneEnglish(current, fields, ITEM_ENGLISH), ...fields }),
    )
    if (after.starts_at >= after.ends_at) throw notAllowed('endBeforeStart')
    const visit = await visitOf(tx, before.visit_id)
    await stretchVisit(tx, act, visit, after)
    const warnings = await holdResources(context, tx, act, visit, after, resourcesOf(roomId, vehicleIds))
    return { item: await itemById(tx, before.id), warnings }
  })
}

export function reorder(context: HostContext, input: InputOf<typeof itineraryContract.reorder>) {
  return perform(context, async (tx, act) => {
    const moved = await itemOf(tx, input.id)
    const rows = await itemRowsOfVisit(tx, moved.visit_id)
    const day = inOrder(
      rows
        .filter(row => dayOf(row.starts_at) === dayOf(moved.starts_at))
        .map(row => ({
          id: row.id,
          kind: row.kind,
          startsAt: row.starts_at,
          endsAt: row.ends_at,
          isFixed: row.is_fixed === 1,
          allGuests: true,
          guestIds: [],
        })),
    )
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
      await deleteRow(tx, act, 'itinerary_item', row)
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
    await updateRow(tx, act, 'itinerary_item', row, { starts_at: span.startsAt, ends_at: span.endsAt })
    for (const before of await bookingsOfItem(tx, span.id))
      moves.push({ before, patch: { starts_at: span.startsAt, ends_at: span.endsAt } })
  }
  await moveBookings(context, tx, act, moves)
}

/** A visit lasts from its first item's day to its last's at least: an item outside stretches it. */
async function stretchVisit(tx: Tx, act: Act, visit: VisitRow, item: ItemRow): Promise<void> {
  const first = dayOf(item.starts_at)
  await updateRow(tx, act, 'visit', visit, {
    starts_on: earlier(first, visit.starts_on),
    ends_on: later(first, visit.ends_on),
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
  const stays = (booking: BookingRow) => wanted.includes(booking.resource_id) || people.has(booking.resource_id)
  for (const booking of held.filter(each => !stays(each))) await deleteBooking(tx, act, booking)
  const headcount = await headcountOf(tx, visit, item)
  const equipment = JSON.parse(item.equipment) as string[]
  const kept = held.filter(stays)
  const findings = await moveBookings(
    context,
    tx,
    act,
    kept.map(before => ({
      before,
      patch: {
        starts_at: item.starts_at,
        ends_at: item.ends_at,
        equipment: item.equipment,
        setup_style: item.setup_style,
      },
      equipment,
    })),
  )
  for (const { resourceId, shared } of wishes.filter(
    wish => !kept.some(booking => booking.resource_id === wish.resourceId),
  )) {
    const placed = await placeBooking(context, tx, act, {
      resourceId,
      itemId: item.id,
      visitId: visit.id,
      title: '',
      startsAt: item.starts_at,
      endsAt: item.ends_at,
      headcount: shared ? null : headcount,
      equipment,
      setupStyle: item.setup_style,
      organizer: visit.coordinator,
      notes: '',
      status: bookingStatusOf(visit),
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
  if (!visit || item.visit_id !== visit.id) throw notFound('itinerary_item', wish.itemId)
  const { vehicleIds } = await itemById(tx, item.id)
  await holdResources(context, tx, act, visit, item, resourcesOf(wish.resourceId, vehicleIds))
}

/** How many take part: those named, or all; the announced headcount until the guest list is as long. Null while unknown. */
export async function headcountOf(tx: Db, visit: VisitRow, item: ItemRow): Promise<number | null> {
  if (item.all_guests === 0) return (JSON.parse(item.guest_ids) as string[]).length || null
  return (await countHeads(tx, visit)) || null
}

/** The people whom a stop has booked: they stay with it whatever room and cars it wants. */
async function peopleAmong(tx: Tx, held: readonly BookingRow[]): Promise<Set<string>> {
  const ids = held.map(booking => booking.resource_id)
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

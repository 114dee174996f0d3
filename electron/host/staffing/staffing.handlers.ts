import type { Assignment } from '../../../shared/contract/staffing.ts'
import { staffing as staffingContract } from '../../../shared/contract/staffing.ts'
import type { Clash, Duty } from '../../../shared/domain/plan/staffing.ts'
import type { BookingRow, ResourceRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'
import { deleteRow, perform, updateRow } from '../acts/recorded.ts'
import { lineHandlers, linesOfItem, toFields } from '../acts/visitLines.ts'
import { placeBooking } from '../bookings/placing.ts'
import { findItem } from '../itinerary/itinerary.queries.ts'
import { findResource } from '../resources/resources.queries.ts'
import { bookingStatusOf, visitOf } from '../visits/visits.queries.ts'
import { clashesOfVisit, dutiesOfVisit } from './staffing.queries.ts'

/** Who does what: for the whole visit, or at one stop; one of the staff at a stop is booked with it. */
export const assignments = lineHandlers<'assignment', Assignment>({
  table: 'assignment',
  blank: { item_id: null, role: 'other', person_id: null, name: '', phone: '', notes: '' },
  present: (_, rows) => rows.map(row => toFields<Assignment>(row)),
  settle: async ({ tx }, row, before) => {
    if (row.item_id && !(await findItem(tx, row.item_id))) throw notFound('itinerary_item', row.item_id)
    if (!row.person_id) return row
    // Another name typed over one of the staff is another person.
    if (row.person_id === before?.person_id) return row.name === before.name ? row : { ...row, person_id: null }
    const person = await findResource(tx, row.person_id)
    if (person?.kind !== 'person') throw notFound('resource', row.person_id)
    return {
      ...row,
      name: person.name,
      phone: row.phone === before?.phone || row.phone === '' ? person.phone : row.phone,
    }
  },
  written: async ({ context, tx, act }, row, before) => {
    if (before && before.item_id === row.item_id && before.person_id === row.person_id) return
    if (before?.item_id) await letGoOf(tx, act, before.item_id, before.person_id)
    if (row.item_id) await holdPerson(context, tx, act, row.item_id, row.person_id)
  },
  removing: async ({ tx, act }, row) => {
    if (row.item_id) await letGoOf(tx, act, row.item_id, row.person_id, row.id)
  },
})

/** Books a person for a stop, once, whatever the person does there. @throws CONFLICT for somebody who drives elsewhere then */
export async function holdPerson(
  context: HostContext,
  tx: Tx,
  act: Act,
  itemId: string,
  personId: string | null,
): Promise<void> {
  if (!personId || (await bookingOf(tx, itemId, personId))) return
  const item = await tx
    .selectFrom('itinerary_item as i')
    .innerJoin('visit as v', 'v.id', 'i.visit_id')
    .select(['i.starts_at', 'i.ends_at', 'v.id as visit_id', 'v.status', 'v.coordinator'])
    .where('i.id', '=', itemId)
    .executeTakeFirst()
  if (!item) throw notFound('itinerary_item', itemId)
  if (item.status === 'cancelled') return
  await placeBooking(context, tx, act, {
    resourceId: personId,
    itemId,
    visitId: item.visit_id,
    title: '',
    startsAt: item.starts_at,
    endsAt: item.ends_at,
    headcount: null,
    organizer: item.coordinator,
    notes: '',
    status: bookingStatusOf(item),
  })
}

/** Lets a person go from a stop, unless something else there still needs the person. `exceptId`: the row that is going. */
export async function letGoOf(tx: Tx, act: Act, itemId: string, personId: string | null, exceptId = ''): Promise<void> {
  if (!personId) return
  const assigned = (await linesOfItem(tx, 'assignment', itemId)).some(
    row => row.person_id === personId && row.id !== exceptId,
  )
  const drives = (await linesOfItem(tx, 'trip', itemId)).some(row => row.driver_id === personId && row.id !== exceptId)
  const booking = await bookingOf(tx, itemId, personId)
  if (booking && !assigned && !drives) await deleteRow(tx, act, 'booking', booking)
}

/** What one of the staff had at a stop goes to another, or to nobody: the booking was moved or cancelled on its own. */
export async function handOver(
  tx: Tx,
  act: Act,
  itemId: string,
  fromId: string,
  to: ResourceRow | undefined,
): Promise<void> {
  for (const line of await linesOfItem(tx, 'assignment', itemId)) {
    if (line.person_id !== fromId) continue
    if (to) await updateRow(tx, act, 'assignment', line, { person_id: to.id, name: to.name, phone: to.phone })
    else await deleteRow(tx, act, 'assignment', line)
  }
  for (const trip of await linesOfItem(tx, 'trip', itemId))
    if (trip.driver_id === fromId)
      await updateRow(tx, act, 'trip', trip, {
        driver_id: to?.id ?? null,
        driver_name: to?.name ?? '',
        driver_phone: to?.phone ?? '',
      })
}

function bookingOf(db: Db, itemId: string, resourceId: string): Promise<BookingRow | undefined> {
  return db
    .selectFrom('booking')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('resource_id', '=', resourceId)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst()
}

/** Sets who has a role at a stop. @throws NOT_FOUND, CONFLICT; nothing was changed then */
export function assign(context: HostContext, input: InputOf<typeof staffingContract.assign>) {
  return perform(context, async (tx, act) => {
    const item = await findItem(tx, input.itemId)
    if (!item) throw notFound('itinerary_item', input.itemId)
    const on = { context, tx, act, visit: await visitOf(tx, item.visit_id) }
    const there = (await linesOfItem(tx, 'assignment', item.id)).filter(line => line.role === input.role)
    for (const id of input.remove) {
      const row = there.find(line => line.id === id)
      if (!row) throw notFound('assignment', id)
      await assignments.take(on, row)
    }
    for (const line of input.add) await assignments.put(on, { ...line, itemId: item.id, role: input.role })
    const now = await linesOfItem(tx, 'assignment', item.id)
    return { lines: now.filter(line => line.role === input.role).map(line => toFields<Assignment>(line)) }
  })
}

export const duties = (context: HostContext, input: InputOf<typeof staffingContract.duties>): Promise<Duty[]> =>
  dutiesOfVisit(context.db, input.visitId)

export const clashes = (context: HostContext, input: InputOf<typeof staffingContract.clashes>): Promise<Clash[]> =>
  clashesOfVisit(context.db, input.visitId)

/** What this file answers of the contract's `staffing`. */
export const staffingAnswers = answers(staffingContract, {
  list: assignments.list,
  add: assignments.add,
  update: assignments.update,
  remove: assignments.remove,
  assign,
  duties,
  clashes,
})

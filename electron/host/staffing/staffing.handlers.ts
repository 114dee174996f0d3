import type { Assignment } from '../../../shared/contract/staffing.ts'
import { staffing as staffingContract } from '../../../shared/contract/staffing.ts'
import type { Clash, Duty } from '../../../shared/domain/plan/staffing.ts'
import type { ResourceRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, HostContext, Tx } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'
import { deleteRow, perform, updateRow } from '../acts/recorded.ts'
import { lineHandlers, linesOfItem } from '../acts/visitLines.ts'
import { bookingOfItem } from '../bookings/bookings.queries.ts'
import { bookForStop } from '../bookings/placing.ts'
import { findItem, itemOf } from '../itinerary/itinerary.queries.ts'
import { findResource } from '../resources/resources.queries.ts'
import { visitOf } from '../visits/visits.queries.ts'
import { busyStaff, clashesOfVisit, dutiesOfVisit } from './staffing.queries.ts'

/** Who does what: for the whole visit, or at one stop; one of the staff at a stop is booked with it. */
export const assignments = lineHandlers<'assignment', Assignment>({
  table: 'assignment',
  present: (_, rows) => rows,
  settle: async ({ tx }, row, before) => {
    if (row.itemId && !(await findItem(tx, row.itemId))) throw notFound('itineraryItem', row.itemId)
    if (!row.personId) return row
    // Another name typed over one of the staff is another person.
    if (row.personId === before?.personId) return row.name === before.name ? row : { ...row, personId: null }
    const person = await findResource(tx, row.personId)
    if (person?.kind !== 'person') throw notFound('resource', row.personId)
    return {
      ...row,
      name: person.name,
      phone: !row.phone || row.phone === before?.phone ? person.phone : row.phone,
    }
  },
  written: async ({ context, tx, act }, row, before) => {
    if (before && before.itemId === row.itemId && before.personId === row.personId) return
    if (before?.itemId) await letGoOf(tx, act, before.itemId, before.personId)
    if (row.itemId) await holdPerson(context, tx, act, row.itemId, row.personId)
  },
  removing: async ({ tx, act }, row) => {
    if (row.itemId) await letGoOf(tx, act, row.itemId, row.personId, row.id)
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
  if (!personId || (await bookingOfItem(tx, itemId, personId))) return
  const item = await itemOf(tx, itemId)
  const visit = await visitOf(tx, item.visitId)
  if (visit.status === 'cancelled') return
  await bookForStop(context, tx, act, { visit, item, resourceId: personId, headcount: null })
}

/** Lets a person go from a stop, unless something else there still needs the person. `exceptId`: the row that is going. */
export async function letGoOf(tx: Tx, act: Act, itemId: string, personId: string | null, exceptId = ''): Promise<void> {
  if (!personId) return
  const assigned = (await linesOfItem(tx, 'assignment', itemId)).some(
    row => row.personId === personId && row.id !== exceptId,
  )
  const drives = (await linesOfItem(tx, 'trip', itemId)).some(row => row.driverId === personId && row.id !== exceptId)
  const booking = await bookingOfItem(tx, itemId, personId)
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
    if (line.personId !== fromId) continue
    if (to) await updateRow(tx, act, 'assignment', line, { personId: to.id, name: to.name, phone: to.phone })
    else await deleteRow(tx, act, 'assignment', line)
  }
  for (const trip of await linesOfItem(tx, 'trip', itemId))
    if (trip.driverId === fromId)
      await updateRow(tx, act, 'trip', trip, {
        driverId: to?.id ?? null,
        driverName: to?.name ?? '',
        driverPhone: to?.phone ?? '',
      })
}

/** Sets who has a role at a stop. @throws NOT_FOUND, CONFLICT; nothing was changed then */
export function assign(context: HostContext, input: InputOf<typeof staffingContract.assign>) {
  return perform(context, async (tx, act) => {
    const item = await itemOf(tx, input.itemId)
    const on = { context, tx, act, visit: await visitOf(tx, item.visitId) }
    const there = (await linesOfItem(tx, 'assignment', item.id)).filter(line => line.role === input.role)
    for (const id of input.remove) {
      const row = there.find(line => line.id === id)
      if (!row) throw notFound('assignment', id)
      await assignments.take(on, row)
    }
    for (const line of input.add) await assignments.put(on, { ...line, itemId: item.id, role: input.role })
    const now = await linesOfItem(tx, 'assignment', item.id)
    return { lines: now.filter(line => line.role === input.role) }
  })
}

export const duties = (context: HostContext, input: InputOf<typeof staffingContract.duties>): Promise<Duty[]> =>
  dutiesOfVisit(context.db, input.visitId)

export const busy = (context: HostContext, input: InputOf<typeof staffingContract.busy>) =>
  busyStaff(context.db, input.from, input.until)

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
  busy,
  clashes,
})

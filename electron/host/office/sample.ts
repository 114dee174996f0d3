import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { guestFields } from '../../../shared/contract/guests.ts'
import { resourceFields, resourceKind } from '../../../shared/contract/resources.ts'
import { addDays, at, type Day } from '../../../shared/domain/time.ts'
import { ITEM_KINDS, isTentative, VISIT_STATUSES } from '../../../shared/domain/visit.ts'
import { VISIT_TABLES, type VisitRow } from '../../db/tables.ts'
import { placeBooking } from '../bookings/placing.ts'
import type { HostContext, Tx } from '../context.ts'
import { defined } from '../defined.ts'
import { newGuestRow, withConsent } from '../guests/guests.handlers.ts'
import { type Act, deleteRow, insertRow } from '../history/recorded.ts'
import { newItemRow } from '../itinerary/itinerary.handlers.ts'
import { newResourceRow } from '../resources/resources.handlers.ts'
import { freeCode, newVisitRow } from '../visits/visits.handlers.ts'

const clock = z.string()
const sampleItem = z.object({
  day: z.int(),
  start: clock,
  end: clock,
  kind: z.enum(ITEM_KINDS),
  content: z.string(),
  place: z.string().optional(),
  personInCharge: z.string().optional(),
  phone: z.string().optional(),
  notes: z.string().optional(),
  isFixed: z.boolean().optional(),
  room: z.string().optional(),
  vehicles: z.array(z.string()).default([]),
})
const sampleVisit = z.looseObject({
  title: z.string(),
  status: z.enum(VISIT_STATUSES),
  startDay: z.int(),
  endDay: z.int(),
  headcount: z.int(),
  guests: z.array(guestFields.partial().required({ name: true })),
  items: z.array(sampleItem),
})
const sampleOffice = z.object({
  office: z.object({ companyName: z.string(), companyLatin: z.string() }),
  resources: z.array(resourceFields.partial().required({ name: true }).extend({ kind: resourceKind })),
  visits: z.array(sampleVisit),
  bookings: z.array(
    z.object({
      resource: z.string(),
      title: z.string(),
      day: z.int(),
      start: clock,
      end: clock,
      organizer: z.string(),
      headcount: z.int().optional(),
    }),
  ),
  closures: z.array(z.object({ resource: z.string(), day: z.int(), start: clock, end: clock, reason: z.string() })),
})

/** The sample office as it is shipped in resources/. */
export function readSample(root: string): z.infer<typeof sampleOffice> {
  return sampleOffice.parse(JSON.parse(readFileSync(join(root, 'resources', 'sample-office.json'), 'utf8')))
}

/** Fills the office with the sample around `today`, everything marked as sample. */
export async function loadSampleInto(context: HostContext, tx: Tx, act: Act, today: Day): Promise<number> {
  const sample = readSample(context.root)
  const resources = new Map<string, string>()
  for (const fields of sample.resources) {
    const row = { ...newResourceRow(context.newId(), fields), is_sample: 1 }
    await insertRow(tx, act, 'resource', row)
    resources.set(row.name, row.id)
  }
  for (const visit of sample.visits) await addVisit(context, tx, act, today, visit, resources)
  for (const closure of sample.closures) {
    const day = addDays(today, closure.day)
    await insertRow(tx, act, 'closure', {
      id: context.newId(),
      resource_id: resourceNamed(resources, closure.resource),
      starts_at: at(day, closure.start),
      ends_at: at(day, closure.end),
      reason: closure.reason,
      revision: 1,
    })
  }
  for (const booking of sample.bookings) {
    const day = addDays(today, booking.day)
    await placeBooking(context, tx, act, {
      resourceId: resourceNamed(resources, booking.resource),
      itemId: null,
      visitId: null,
      title: booking.title,
      startsAt: at(day, booking.start),
      endsAt: at(day, booking.end),
      headcount: booking.headcount ?? null,
      organizer: booking.organizer,
      notes: '',
      status: 'confirmed',
      isSample: true,
    })
  }
  return sample.visits.length
}

async function addVisit(
  context: HostContext,
  tx: Tx,
  act: Act,
  today: Day,
  sample: z.infer<typeof sampleVisit>,
  resources: Map<string, string>,
): Promise<void> {
  const { guests, items, startDay, endDay, ...fields } = sample
  const startsOn = addDays(today, startDay)
  const visit: VisitRow = {
    ...newVisitRow(context.newId(), await freeCode(tx, startsOn), {
      ...fields,
      startsOn,
      endsOn: addDays(today, endDay),
    }),
    is_sample: 1,
  }
  await insertRow(tx, act, 'visit', visit)
  for (const [index, guest] of guests.entries()) {
    const fields = { organization: visit.organization, ...guest }
    await insertRow(tx, act, 'guest', withConsent(newGuestRow(context, visit.id, index + 1, defined(fields))))
  }
  for (const item of items) await addItem(context, tx, act, today, visit, item, resources)
}

async function addItem(
  context: HostContext,
  tx: Tx,
  act: Act,
  today: Day,
  visit: VisitRow,
  sample: z.infer<typeof sampleItem>,
  resources: Map<string, string>,
): Promise<void> {
  const { day: offset, start, end, room, vehicles, ...fields } = sample
  const day = addDays(today, offset)
  const span = { startsAt: at(day, start), endsAt: at(day, end) }
  const item = newItemRow(context.newId(), visit.id, defined({ ...fields, ...span }))
  await insertRow(tx, act, 'itinerary_item', item)
  for (const name of [...(room ? [room] : []), ...vehicles]) {
    await placeBooking(context, tx, act, {
      resourceId: resourceNamed(resources, name),
      itemId: item.id,
      visitId: visit.id,
      title: '',
      startsAt: item.starts_at,
      endsAt: item.ends_at,
      headcount: visit.headcount,
      organizer: visit.coordinator,
      notes: '',
      status: isTentative(visit.status) ? 'tentative' : 'confirmed',
      isSample: true,
    })
  }
}

function resourceNamed(resources: Map<string, string>, name: string): string {
  const id = resources.get(name)
  if (!id) throw new Error(`The sample office has no resource ${name}`)
  return id
}

/**
 * Takes everything marked as sample away. A sample room or car that real visits have booked by now stays, as the office's own.
 */
export async function removeSampleFrom(tx: Tx, act: Act): Promise<{ visits: number; resources: number }> {
  const visits = await tx.selectFrom('visit').selectAll().where('is_sample', '=', 1).execute()
  const visitIds = visits.map(visit => visit.id)
  const bookings = await tx.selectFrom('booking').selectAll().where('is_sample', '=', 1).execute()
  for (const table of VISIT_TABLES) {
    for (const row of await tx
      .selectFrom(table as 'booking')
      .selectAll()
      .where('visit_id', 'in', visitIds)
      .execute())
      await deleteRow(tx, act, table, row)
  }
  for (const booking of bookings)
    if (!booking.visit_id || !visitIds.includes(booking.visit_id)) await deleteRow(tx, act, 'booking', booking)
  for (const visit of visits) await deleteRow(tx, act, 'visit', visit)
  const used = tx.selectFrom('booking').select('resource_id')
  const resources = await tx
    .selectFrom('resource')
    .selectAll()
    .where('is_sample', '=', 1)
    .where('id', 'not in', used)
    .execute()
  for (const resource of resources) {
    for (const closure of await tx.selectFrom('closure').selectAll().where('resource_id', '=', resource.id).execute())
      await deleteRow(tx, act, 'closure', closure)
    await deleteRow(tx, act, 'resource', resource)
  }
  await tx.updateTable('resource').set({ is_sample: 0 }).where('is_sample', '=', 1).execute()
  return { visits: visits.length, resources: resources.length }
}

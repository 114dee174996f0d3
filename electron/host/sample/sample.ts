import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { mealFields } from '../../../shared/contract/dining.ts'
import { guestFields } from '../../../shared/contract/guests.ts'
import { officeFields } from '../../../shared/contract/office.ts'
import { resourceFields, resourceKind } from '../../../shared/contract/resources.ts'
import { seatingOptions } from '../../../shared/contract/seating.ts'
import { supplyFields } from '../../../shared/contract/supplies.ts'
import { occurrences } from '../../../shared/domain/booking/recurrence.ts'
import { ASSIGNMENT_ROLES } from '../../../shared/domain/plan/staffing.ts'
import { allocationTotal } from '../../../shared/domain/plan/supplies.ts'
import { SEATING_DEFAULTS, SEATING_LAYOUTS } from '../../../shared/domain/seating/room.ts'
import { addDays, at, type Day } from '../../../shared/domain/time.ts'
import { ITEM_KINDS, isTentative, VISIT_STATUSES } from '../../../shared/domain/visit.ts'
import { VISIT_TABLES, type VisitRow } from '../../db/tables.ts'
import type { Act, HostContext, Tx } from '../acts/context.ts'
import { defined } from '../acts/defined.ts'
import { deleteRow, insertRow, toColumns, updateRow } from '../acts/recorded.ts'
import { freeze } from '../approvals/approvals.handlers.ts'
import { chainOf } from '../approvals/approvals.queries.ts'
import { coveredFacts } from '../approvals/readiness.ts'
import { placeBooking } from '../bookings/placing.ts'
import { blankMeal } from '../dining/dining.handlers.ts'
import { newMovableRow } from '../equipment/equipment.handlers.ts'
import { newGuestRow, withConsent } from '../guests/guests.handlers.ts'
import { newItemRow } from '../itinerary/itinerary.handlers.ts'
import { officeNow } from '../office/office.queries.ts'
import { newResourceRow } from '../resources/resources.handlers.ts'
import { findResource } from '../resources/resources.queries.ts'
import { holdPerson } from '../staffing/staffing.handlers.ts'
import { newSupplyRow } from '../supplies/supplies.handlers.ts'
import { freeCode, newVisitRow } from '../visits/visits.handlers.ts'

const clock = z.string()
const sampleItem = z.object({
  day: z.int(),
  start: clock,
  end: clock,
  kind: z.enum(ITEM_KINDS),
  content: z.string(),
  place: z.string().optional(),
  contentLatin: z.string().optional(),
  placeLatin: z.string().optional(),
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
  /** Who does what; at the stop of that content, or for the whole visit. */
  assignments: z
    .array(z.object({ role: z.enum(ASSIGNMENT_ROLES), name: z.string(), item: z.string().optional() }))
    .default([]),
  allocations: z
    .array(z.object({ supply: z.string(), amount: z.int(), perGuest: z.boolean().default(false) }))
    .default([]),
  meals: z.array(mealFields.partial().extend({ item: z.string() })).default([]),
  seatings: z
    .array(
      z.object({ item: z.string(), layout: z.enum(SEATING_LAYOUTS), options: seatingOptions.partial().default({}) }),
    )
    .default([]),
})
const sampleOffice = z.object({
  office: officeFields.pick({ companyName: true, companyLatin: true, travel: true }),
  equipment: z.array(z.object({ name: z.string(), latinName: z.string(), quantity: z.int() })),
  halls: z.array(z.object({ hall: z.string(), parts: z.array(z.string()) })),
  resources: z.array(resourceFields.partial().required({ name: true }).extend({ kind: resourceKind })),
  supplies: z.array(supplyFields.partial().required({ name: true })),
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
      /** Comes again every week, so many times. */
      weeks: z.int().default(1),
      /** Tentative, released by itself after so many days. */
      heldForDays: z.int().optional(),
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
  for (const { hall, parts } of sample.halls) {
    const row = await findResource(tx, named(resources, hall))
    const partIds = JSON.stringify(parts.map(part => named(resources, part)))
    if (row) await updateRow(tx, act, 'resource', row, { part_ids: partIds })
  }
  for (const fields of sample.equipment)
    await insertRow(tx, act, 'movable', { ...newMovableRow(context.newId(), fields), is_sample: 1 })
  for (const fields of sample.supplies)
    await insertRow(tx, act, 'supply', { ...newSupplyRow(context.newId(), fields), is_sample: 1 })
  for (const visit of sample.visits) await addVisit(context, tx, act, today, visit, resources)
  for (const closure of sample.closures) {
    const day = addDays(today, closure.day)
    await insertRow(tx, act, 'closure', {
      id: context.newId(),
      resource_id: named(resources, closure.resource),
      starts_at: at(day, closure.start),
      ends_at: at(day, closure.end),
      reason: closure.reason,
      rrule: '',
      revision: 1,
    })
  }
  for (const booking of sample.bookings) await addBooking(context, tx, act, today, booking, resources)
  return sample.visits.length
}

/** A booking on its own: once, weekly, or held for some days. */
async function addBooking(
  context: HostContext,
  tx: Tx,
  act: Act,
  today: Day,
  booking: z.infer<typeof sampleOffice>['bookings'][number],
  resources: Map<string, string>,
): Promise<void> {
  const day = addDays(today, booking.day)
  const first = { startsAt: at(day, booking.start), endsAt: at(day, booking.end) }
  const rrule = `FREQ=WEEKLY;COUNT=${booking.weeks}`
  const seriesId = booking.weeks > 1 ? context.newId() : null
  if (seriesId)
    await insertRow(tx, act, 'booking_series', {
      id: seriesId,
      rrule,
      starts_at: first.startsAt,
      ends_at: first.endsAt,
      revision: 1,
    })
  for (const span of occurrences(rrule, first))
    await placeBooking(context, tx, act, {
      ...span,
      resourceId: named(resources, booking.resource),
      itemId: null,
      visitId: null,
      title: booking.title,
      headcount: booking.headcount ?? null,
      organizer: booking.organizer,
      notes: '',
      status: booking.heldForDays === undefined ? 'confirmed' : 'tentative',
      expiresAt: booking.heldForDays === undefined ? null : at(addDays(today, booking.heldForDays), '18:00'),
      seriesId,
      isSample: true,
    })
}

async function addVisit(
  context: HostContext,
  tx: Tx,
  act: Act,
  today: Day,
  sample: z.infer<typeof sampleVisit>,
  resources: Map<string, string>,
): Promise<void> {
  const { guests, items, startDay, endDay, assignments, allocations, meals, seatings, ...fields } = sample
  const startsOn = addDays(today, startDay)
  const visit: VisitRow = {
    ...newVisitRow(context.newId(), await freeCode(tx, startsOn), {
      ...fields,
      startsOn,
      endsOn: addDays(today, endDay),
    }),
    entered_on: addDays(startsOn, -10),
    is_sample: 1,
  }
  await insertRow(tx, act, 'visit', visit)
  for (const [index, guest] of guests.entries()) {
    const fields = { organization: visit.organization, ...guest }
    await insertRow(tx, act, 'guest', withConsent(newGuestRow(context, visit.id, index + 1, defined(fields))))
  }
  const stops = new Map<string, string>()
  for (const item of items) stops.set(item.content, await addItem(context, tx, act, today, visit, item, resources))
  for (const { role, name, item } of assignments) {
    await insertRow(tx, act, 'assignment', {
      id: context.newId(),
      visit_id: visit.id,
      item_id: item ? named(stops, item) : null,
      role,
      person_id: named(resources, name),
      name,
      phone: (await findResource(tx, named(resources, name)))?.phone ?? '',
      notes: '',
      revision: 1,
    })
    if (item) await holdPerson(context, tx, act, named(stops, item), named(resources, name))
  }
  for (const { supply, amount, perGuest } of allocations)
    await insertRow(tx, act, 'allocation', {
      id: context.newId(),
      visit_id: visit.id,
      supply_id: await supplyNamed(tx, supply),
      amount,
      per_guest: perGuest ? 1 : 0,
      quantity: allocationTotal(amount, perGuest, Math.max(visit.headcount ?? 0, guests.length)),
      reason: '',
      returned: 0,
      revision: 1,
    })
  for (const { item, ...meal } of meals)
    await insertRow(tx, act, 'meal', {
      ...blankMeal(context.newId(), visit.id, named(stops, item)),
      ...toColumns(meal),
    })
  for (const { item, layout, options } of seatings)
    await insertRow(tx, act, 'seating', {
      id: context.newId(),
      visit_id: visit.id,
      item_id: named(stops, item),
      trip_id: null,
      layout,
      options: JSON.stringify({ ...SEATING_DEFAULTS, ...options }),
      seats: null,
      revision: 1,
    })
}

/** How many overdue tasks the sample leaves to be done. */
const LEFT_UNDONE = 3

/** A day at the desk begins with the most of what was due done. */
export async function tickSample(context: HostContext, tx: Tx, act: Act): Promise<void> {
  const now = await officeNow(context, tx)
  const due = await tx
    .selectFrom('task')
    .selectAll()
    .where('due_at', '<', now)
    .where('done_at', 'is', null)
    .orderBy('due_at')
    .execute()
  for (const task of due.slice(0, Math.max(0, due.length - LEFT_UNDONE)))
    await updateRow(tx, act, 'task', task, { done_at: task.due_at, done_by: task.person })
}

/** What was submitted has its version, what was approved its decisions: after everything of the visit is there. */
export async function decideSample(context: HostContext, tx: Tx, act: Act): Promise<void> {
  const visits = await tx.selectFrom('visit').selectAll().where('is_sample', '=', 1).execute()
  for (const visit of visits) {
    if (visit.status === 'inquiry' || visit.status === 'planning') continue
    const version = await freeze(context, tx, act, visit, '')
    await updateRow(tx, act, 'visit', visit, { covered_facts: JSON.stringify(await coveredFacts(tx, visit)) })
    if (visit.status === 'submitted') continue
    for (const [step] of chainOf(version).entries())
      await insertRow(tx, act, 'decision', {
        id: context.newId(),
        visit_id: visit.id,
        version_id: version.id,
        step,
        verdict: 'approved',
        person: ['周慧', '陈立'][step] ?? '陈立',
        comment: '',
        decided_at: version.submitted_at,
        recorded_by: '',
        means: 'here',
        revision: 1,
      })
    await updateRow(tx, act, 'plan_version', version, { status: 'approved' })
  }
}

async function addItem(
  context: HostContext,
  tx: Tx,
  act: Act,
  today: Day,
  visit: VisitRow,
  sample: z.infer<typeof sampleItem>,
  resources: Map<string, string>,
): Promise<string> {
  const { day: offset, start, end, room, vehicles, ...fields } = sample
  const day = addDays(today, offset)
  const span = { startsAt: at(day, start), endsAt: at(day, end) }
  const item = newItemRow(context.newId(), visit.id, defined({ ...fields, ...span }))
  await insertRow(tx, act, 'itinerary_item', item)
  for (const name of [...(room ? [room] : []), ...vehicles]) {
    await placeBooking(context, tx, act, {
      resourceId: named(resources, name),
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
  return item.id
}

function named(ids: Map<string, string>, name: string): string {
  const id = ids.get(name)
  if (!id) throw new Error(`The sample office has no ${name}`)
  return id
}

async function supplyNamed(tx: Tx, name: string): Promise<string> {
  const row = await tx
    .selectFrom('supply')
    .select('id')
    .where('name', '=', name)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (!row) throw new Error(`The sample office has no ${name}`)
  return row.id
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
  const taken = tx.selectFrom('allocation').select('supply_id')
  const supplies = await tx
    .selectFrom('supply')
    .selectAll()
    .where('is_sample', '=', 1)
    .where('id', 'not in', taken)
    .execute()
  for (const supply of supplies) await deleteRow(tx, act, 'supply', supply)
  const movables = await tx
    .selectFrom('movable')
    .selectAll()
    .where('is_sample', '=', 1)
    .where('id', 'not in', tx.selectFrom('loan').select('movable_id'))
    .execute()
  for (const movable of movables) await deleteRow(tx, act, 'movable', movable)
  await tx.updateTable('movable').set({ is_sample: 0 }).where('is_sample', '=', 1).execute()
  await tx.updateTable('supply').set({ is_sample: 0 }).where('is_sample', '=', 1).execute()
  const used = tx
    .selectFrom('booking')
    .select('resource_id as id')
    .unionAll(tx.selectFrom('assignment').select('person_id as id').where('person_id', 'is not', null) as never)
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

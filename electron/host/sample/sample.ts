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
import { ITEM_KINDS, VISIT_STATUSES } from '../../../shared/domain/visit.ts'
import { SAMPLE_TABLES, VISIT_TABLES, type VisitRow } from '../../db/tables.ts'
import type { Act, HostContext, Tx } from '../acts/context.ts'
import { deleteRow, insertRow, said, updateRow } from '../acts/recorded.ts'
import { isNeeded } from '../acts/rows.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { freeze } from '../approvals/approvals.handlers.ts'
import { coveredFacts } from '../approvals/readiness.ts'
import { bookForStop, placeBooking } from '../bookings/placing.ts'
import { insertGuest } from '../guests/guests.handlers.ts'
import { officeNow } from '../office/office.queries.ts'
import { insertResource } from '../resources/resources.handlers.ts'
import { findResource } from '../resources/resources.queries.ts'
import { holdPerson } from '../staffing/staffing.handlers.ts'
import { insertVisit } from '../visits/visits.handlers.ts'

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
    const row = await insertResource(context, tx, act, { ...fields, isSample: true })
    resources.set(row.name, row.id)
  }
  for (const { hall, parts } of sample.halls) {
    const row = await findResource(tx, named(resources, hall))
    const partIds = parts.map(part => named(resources, part))
    if (row) await updateRow(tx, act, 'resource', row, { partIds })
  }
  for (const fields of sample.equipment)
    await insertRow(tx, act, 'movable', { ...fields, id: context.newId(), isSample: true })
  for (const fields of sample.supplies)
    await insertRow(tx, act, 'supply', { ...fields, id: context.newId(), isSample: true })
  for (const visit of sample.visits) await addVisit(context, tx, act, today, visit, resources)
  for (const closure of sample.closures) {
    const day = addDays(today, closure.day)
    await insertRow(tx, act, 'closure', {
      id: context.newId(),
      resourceId: named(resources, closure.resource),
      startsAt: at(day, closure.start),
      endsAt: at(day, closure.end),
      reason: closure.reason,
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
    await insertRow(tx, act, 'bookingSeries', {
      id: seriesId,
      rrule,
      startsAt: first.startsAt,
      endsAt: first.endsAt,
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
  const visit = await insertVisit(context, tx, act, {
    ...fields,
    startsOn,
    endsOn: addDays(today, endDay),
    enteredOn: addDays(startsOn, -10),
    isSample: true,
  })
  for (const [index, guest] of guests.entries()) {
    const fields = { organization: visit.organization, ...guest }
    await insertGuest(context, tx, act, { ...fields, visitId: visit.id, position: index + 1 })
  }
  const stops = new Map<string, string>()
  for (const item of items) stops.set(item.content, await addItem(context, tx, act, today, visit, item, resources))
  for (const { role, name, item } of assignments) {
    await insertRow(tx, act, 'assignment', {
      id: context.newId(),
      visitId: visit.id,
      itemId: item ? named(stops, item) : null,
      role,
      personId: named(resources, name),
      name,
      phone: (await findResource(tx, named(resources, name)))?.phone ?? '',
    })
    if (item) await holdPerson(context, tx, act, named(stops, item), named(resources, name))
  }
  for (const { supply, amount, perGuest } of allocations)
    await insertRow(tx, act, 'allocation', {
      id: context.newId(),
      visitId: visit.id,
      supplyId: await supplyNamed(tx, supply),
      amount,
      perGuest,
      quantity: allocationTotal(amount, perGuest, Math.max(visit.headcount ?? 0, guests.length)),
    })
  for (const { item, ...meal } of meals)
    await insertRow(tx, act, 'meal', {
      ...meal,
      id: context.newId(),
      visitId: visit.id,
      itemId: named(stops, item),
    })
  for (const { item, layout, options } of seatings)
    await insertRow(tx, act, 'seating', {
      id: context.newId(),
      visitId: visit.id,
      itemId: named(stops, item),
      layout,
      options: { ...SEATING_DEFAULTS, ...said(options) },
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
    .where('dueAt', '<', now)
    .where('doneAt', 'is', null)
    .orderBy('dueAt')
    .execute()
  for (const task of due.slice(0, Math.max(0, due.length - LEFT_UNDONE)))
    await updateRow(tx, act, 'task', task, { doneAt: task.dueAt, doneBy: task.person })
}

/** What was submitted has its version, what was approved its decisions: after everything of the visit is there. */
export async function decideSample(context: HostContext, tx: Tx, act: Act): Promise<void> {
  const visits = await tx.selectFrom('visit').selectAll().where('isSample', '=', true).execute()
  for (const visit of visits) {
    if (visit.status === 'inquiry' || visit.status === 'planning') continue
    const version = await freeze(context, tx, act, visit, '')
    await updateRow(tx, act, 'visit', visit, { coveredFacts: await coveredFacts(tx, visit) })
    if (visit.status === 'submitted') continue
    for (const [step] of version.chain.entries())
      await insertRow(tx, act, 'decision', {
        id: context.newId(),
        visitId: visit.id,
        versionId: version.id,
        step,
        verdict: 'approved',
        person: ['周慧', '陈立'][step] ?? '陈立',
        decidedAt: version.submittedAt,
      })
    await updateRow(tx, act, 'planVersion', version, { status: 'approved' })
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
  const item = await insertRow(tx, act, 'itineraryItem', {
    ...fields,
    ...span,
    id: context.newId(),
    visitId: visit.id,
  })
  for (const name of [...(room ? [room] : []), ...vehicles]) {
    await bookForStop(context, tx, act, {
      visit,
      item,
      resourceId: named(resources, name),
      headcount: visit.headcount,
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
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!row) throw new Error(`The sample office has no ${name}`)
  return row.id
}

/**
 * Takes everything marked as sample away. What real visits need by now, such as a room or a car, stays as the office's own.
 */
export async function removeSampleFrom(tx: Tx, act: Act): Promise<{ visits: number; resources: number }> {
  const visits = await tx.selectFrom('visit').selectAll().where('isSample', '=', true).execute()
  const visitIds = visits.map(visit => visit.id)
  const bookings = await tx.selectFrom('booking').selectAll().where('isSample', '=', true).execute()
  for (const table of VISIT_TABLES) {
    for (const visitId of visitIds)
      for (const row of await linesOfVisit(tx, table, visitId)) await deleteRow(tx, act, table, row)
  }
  for (const booking of bookings)
    if (!booking.visitId || !visitIds.includes(booking.visitId)) await deleteRow(tx, act, 'booking', booking)
  for (const visit of visits) await deleteRow(tx, act, 'visit', visit)
  let resources = 0
  for (const table of SAMPLE_TABLES) {
    for (const row of await tx.selectFrom(table).selectAll().where('isSample', '=', true).execute()) {
      if (await isNeeded(tx, table, row.id, ['closure'])) continue
      if (table === 'resource') await reopen(tx, act, row.id)
      await deleteRow(tx, act, table, row)
      if (table === 'resource') resources += 1
    }
    await tx.updateTable(table).set({ isSample: false }).where('isSample', '=', true).execute()
  }
  return { visits: visits.length, resources }
}

/** Takes away when a resource is closed. */
async function reopen(tx: Tx, act: Act, resourceId: string): Promise<void> {
  const closures = await tx.selectFrom('closure').selectAll().where('resourceId', '=', resourceId).execute()
  for (const closure of closures) await deleteRow(tx, act, 'closure', closure)
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  type Blueprint,
  blueprint,
  templates as templatesContract,
  type VisitTemplate,
} from '../../../shared/contract/templates.ts'
import { addDays, addMinutes, at, clockOf, dayOf, daysBetween, minutesBetween } from '../../../shared/domain/time.ts'
import { VISIT_KINDS } from '../../../shared/domain/visit.ts'
import type { VisitRow, VisitTemplateRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'
import { deleteRow, insertRow, perform, seen, updateRow } from '../acts/recorded.ts'
import { shipOnce } from '../acts/shipped.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { bookForStop, holdOrLeave } from '../bookings/placing.ts'
import { guestsOfVisit } from '../guests/guests.queries.ts'
import { itemRowsOfVisit, itemsOfVisit } from '../itinerary/itinerary.queries.ts'
import { findResource } from '../resources/resources.queries.ts'
import { holdPerson } from '../staffing/staffing.handlers.ts'
import { insertVisit, type VisitDraft } from '../visits/visits.handlers.ts'
import { asVisit, visitOf } from '../visits/visits.queries.ts'

export async function list(context: HostContext): Promise<VisitTemplate[]> {
  const rows = await context.db.selectFrom('visitTemplate').selectAll().orderBy('id').execute()
  return rows.map(present)
}

export function make(context: HostContext, input: InputOf<typeof templatesContract.make>) {
  return perform(context, async (tx, act) => {
    const visit = await visitOf(tx, input.visitId)
    const row = await insertRow(tx, act, 'visitTemplate', {
      id: context.newId(),
      name: input.name,
      nameLatin: input.nameLatin,
      kind: visit.kind,
      blueprint: await blueprintOf(tx, visit),
    })
    return { template: present(row) }
  })
}

export function rename(context: HostContext, input: InputOf<typeof templatesContract.rename>) {
  return perform(context, async (tx, act) => {
    const before = await templateOf(tx, input.id)
    await seen('visitTemplate', before, input.revision, () => present(before))
    const patch = { name: input.name, nameLatin: input.nameLatin }
    return { template: present(await updateRow(tx, act, 'visitTemplate', before, patch)) }
  })
}

export function remove(context: HostContext, input: InputOf<typeof templatesContract.remove>) {
  return perform(context, async (tx, act) => {
    await deleteRow(tx, act, 'visitTemplate', await templateOf(tx, input.id))
    return {}
  })
}

export function use(context: HostContext, input: InputOf<typeof templatesContract.use>) {
  return perform(context, async (tx, act) => {
    const plan = blueprint.parse((await templateOf(tx, input.templateId)).blueprint)
    const { visit, notBooked } = await layOut(context, tx, act, plan, {
      title: input.title,
      startsOn: input.startsOn,
      organization: input.organization,
      headcount: input.headcount,
    })
    return { visit: await asVisit(tx, visit), notBooked }
  })
}

export function copy(context: HostContext, input: InputOf<typeof templatesContract.copy>) {
  return perform(context, async (tx, act) => {
    const original = await visitOf(tx, input.visitId)
    const { visit, notBooked } = await layOut(context, tx, act, await blueprintOf(tx, original), {
      title: input.title,
      startsOn: input.startsOn,
      organization: original.organization,
      organizationLatin: original.organizationLatin,
      contactName: original.contactName,
      contactPhone: original.contactPhone,
      contactEmail: original.contactEmail,
      coordinator: original.coordinator,
      coordinatorPhone: original.coordinatorPhone,
      preferences: original.preferences,
      taboos: original.taboos,
      headcount: input.keepGuests ? original.headcount : null,
    })
    if (input.keepGuests)
      for (const guest of await guestsOfVisit(tx, original.id))
        await insertRow(tx, act, 'guest', {
          ...guest,
          id: context.newId(),
          visitId: visit.id,
          badgePrintedAt: null,
          // A consent was given for that visit: what it was for is asked for anew.
          health: '',
          religion: '',
          ethnicity: '',
          consentOn: null,
          consentBy: '',
          arrivalNumber: '',
          arrivalAt: null,
          departureNumber: '',
          departureAt: null,
        })
    return { visit: await asVisit(tx, visit), notBooked }
  })
}

/** What of a visit can be had again on other days: everything but its guests and what hangs on them. */
async function blueprintOf(db: Db, visit: VisitRow): Promise<Blueprint> {
  const items = await itemsOfVisit(db, visit.id)
  const rows = new Map((await itemRowsOfVisit(db, visit.id)).map(row => [row.id, row]))
  const meals = new Map((await linesOfVisit(db, 'meal', visit.id)).map(meal => [meal.itemId, meal]))
  const assignments = await linesOfVisit(db, 'assignment', visit.id)
  return blueprint.parse({
    grade: visit.grade,
    kind: visit.kind,
    days: daysBetween(visit.startsOn, visit.endsOn) + 1,
    theme: visit.theme,
    objectives: visit.objectives,
    dress: visit.dress,
    mapNote: visit.mapNote,
    themeLatin: visit.themeLatin,
    dressLatin: visit.dressLatin,
    mapNoteLatin: visit.mapNoteLatin,
    items: items.map(item => ({
      ...item,
      day: daysBetween(visit.startsOn, dayOf(item.startsAt)),
      start: clockOf(item.startsAt),
      minutes: minutesBetween(item.startsAt, item.endsAt),
      phone: rows.get(item.id)?.phone ?? '',
      menu: meals.get(item.id)?.menu ?? '',
      headCost: meals.get(item.id)?.headCost ?? null,
      assignments: assignments
        .filter(line => line.itemId === item.id)
        .map(line => ({ role: line.role, personId: line.personId, name: line.name, phone: line.phone })),
    })),
  })
}

/** A blueprint on new days: what is taken then is left unbooked and named, the rest is booked. */
async function layOut(
  context: HostContext,
  tx: Tx,
  act: Act,
  plan: Blueprint,
  fields: VisitDraft,
): Promise<{ visit: VisitRow; notBooked: string[] }> {
  const { items, days, ...plain } = plan
  const endsOn = addDays(fields.startsOn, days - 1)
  const visit = await insertVisit(context, tx, act, { ...plain, endsOn, ...fields })
  const notBooked: string[] = []
  for (const stop of items) {
    const startsAt = at(addDays(visit.startsOn, stop.day), stop.start)
    const { day: _, start: __, minutes, roomId, vehicleIds, assignments, menu, headCost, ...rest } = stop
    const item = await insertRow(tx, act, 'itineraryItem', {
      ...rest,
      id: context.newId(),
      visitId: visit.id,
      startsAt,
      endsAt: addMinutes(startsAt, minutes),
    })
    for (const resourceId of [...(roomId ? [roomId] : []), ...vehicleIds])
      await tryToHold(tx, resourceId, notBooked, () =>
        bookForStop(context, tx, act, { visit, item, resourceId, headcount: visit.headcount }),
      )
    if (item.kind === 'dining')
      await insertRow(tx, act, 'meal', { id: context.newId(), visitId: visit.id, itemId: item.id, menu, headCost })
    for (const { role, personId, name, phone } of assignments) {
      const person = personId ? await findResource(tx, personId) : undefined
      await insertRow(tx, act, 'assignment', {
        id: context.newId(),
        visitId: visit.id,
        itemId: item.id,
        role,
        personId: person?.id ?? null,
        name,
        phone,
      })
      if (person) await tryToHold(tx, person.id, notBooked, () => holdPerson(context, tx, act, item.id, person.id))
    }
  }
  return { visit, notBooked: [...new Set(notBooked)] }
}

/** Holds a resource where it is free; else its name goes on the list. A resource that was removed is passed over. */
async function tryToHold(tx: Tx, resourceId: string, notBooked: string[], hold: () => Promise<unknown>): Promise<void> {
  const resource = await findResource(tx, resourceId)
  if (!resource) return
  if (!(await holdOrLeave(hold))) notBooked.push(resource.name)
}

const shipped = z.array(
  z.object({ key: z.string(), name: z.string(), nameLatin: z.string(), kind: z.enum(VISIT_KINDS), blueprint }),
)

/** The templates a new office starts with, one for each kind of visit. Once: whoever removes one has removed it. */
export async function shippedTemplates(context: HostContext): Promise<void> {
  await shipOnce(context, 'templates', async tx => {
    const file = join(context.root, 'resources', 'visit-templates.json')
    for (const { key: _, ...template } of shipped.parse(JSON.parse(readFileSync(file, 'utf8'))))
      await tx
        .insertInto('visitTemplate')
        .values({ ...template, id: context.newId() })
        .execute()
  })
}

function present(row: VisitTemplateRow): VisitTemplate {
  const plan = blueprint.parse(row.blueprint)
  return { ...row, days: plan.days, items: plan.items.length }
}

async function templateOf(db: Db, id: string): Promise<VisitTemplateRow> {
  const row = await db.selectFrom('visitTemplate').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('visitTemplate', id)
  return row
}

/** What this file answers of the contract's `templates`. */
export const templatesAnswers = answers(templatesContract, { list, make, rename, remove, use, copy })

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
import type { ItemRow, VisitRow, VisitTemplateRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notFound, stale } from '../acts/errors.ts'
import { deleteRow, insertRow, perform, toColumns, updateRow } from '../acts/recorded.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { isOverlap, placeBooking } from '../bookings/placing.ts'
import { blankMeal } from '../dining/dining.handlers.ts'
import { guestsOfVisit } from '../guests/guests.queries.ts'
import { newItemRow } from '../itinerary/itinerary.handlers.ts'
import { itemRowsOfVisit, itemsOfVisit } from '../itinerary/itinerary.queries.ts'
import { officeNow } from '../office/office.queries.ts'
import { findResource } from '../resources/resources.queries.ts'
import { holdPerson } from '../staffing/staffing.handlers.ts'
import { freeCode, newVisitRow } from '../visits/visits.handlers.ts'
import { asVisit, visitOf } from '../visits/visits.queries.ts'

export async function list(context: HostContext): Promise<VisitTemplate[]> {
  const rows = await context.db.selectFrom('visit_template').selectAll().orderBy('id').execute()
  return rows.map(present)
}

export function make(context: HostContext, input: InputOf<typeof templatesContract.make>) {
  return perform(context, async (tx, act) => {
    const visit = await visitOf(tx, input.visitId)
    const row: VisitTemplateRow = {
      id: context.newId(),
      name: input.name,
      name_latin: input.nameLatin,
      kind: visit.kind,
      blueprint: JSON.stringify(await blueprintOf(tx, visit)),
      revision: 1,
    }
    await insertRow(tx, act, 'visit_template', row)
    return { template: present(row) }
  })
}

export function rename(context: HostContext, input: InputOf<typeof templatesContract.rename>) {
  return perform(context, async (tx, act) => {
    const before = await templateOf(tx, input.id)
    if (before.revision !== input.revision) throw stale('visit_template', before.id, { ...present(before) })
    const patch = { name: input.name, name_latin: input.nameLatin }
    return { template: present(await updateRow(tx, act, 'visit_template', before, patch)) }
  })
}

export function remove(context: HostContext, input: InputOf<typeof templatesContract.remove>) {
  return perform(context, async (tx, act) => {
    await deleteRow(tx, act, 'visit_template', await templateOf(tx, input.id))
    return {}
  })
}

export function use(context: HostContext, input: InputOf<typeof templatesContract.use>) {
  return perform(context, async (tx, act) => {
    const plan = blueprint.parse(JSON.parse((await templateOf(tx, input.templateId)).blueprint))
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
      organizationLatin: original.organization_latin,
      contactName: original.contact_name,
      contactPhone: original.contact_phone,
      contactEmail: original.contact_email,
      coordinator: original.coordinator,
      coordinatorPhone: original.coordinator_phone,
      preferences: original.preferences,
      taboos: original.taboos,
      headcount: input.keepGuests ? original.headcount : null,
    })
    if (input.keepGuests)
      for (const guest of await guestsOfVisit(tx, original.id))
        await insertRow(tx, act, 'guest', {
          ...guest,
          id: context.newId(),
          visit_id: visit.id,
          badge_printed_at: null,
          // A consent was given for that visit: what it was for is asked for anew.
          health: '',
          religion: '',
          ethnicity: '',
          consent_on: null,
          consent_by: '',
          arrival_number: '',
          arrival_at: null,
          departure_number: '',
          departure_at: null,
          revision: 1,
        })
    return { visit: await asVisit(tx, visit), notBooked }
  })
}

/** What of a visit can be had again on other days: everything but its guests and what hangs on them. */
async function blueprintOf(db: Db, visit: VisitRow): Promise<Blueprint> {
  const items = await itemsOfVisit(db, visit.id)
  const rows = new Map((await itemRowsOfVisit(db, visit.id)).map(row => [row.id, row]))
  const meals = new Map((await linesOfVisit(db, 'meal', visit.id)).map(meal => [meal.item_id, meal]))
  const assignments = await linesOfVisit(db, 'assignment', visit.id)
  return blueprint.parse({
    grade: visit.grade,
    kind: visit.kind,
    days: daysBetween(visit.starts_on, visit.ends_on) + 1,
    theme: visit.theme,
    objectives: visit.objectives,
    dress: visit.dress,
    mapNote: visit.map_note,
    themeLatin: visit.theme_latin,
    dressLatin: visit.dress_latin,
    mapNoteLatin: visit.map_note_latin,
    items: items.map(item => ({
      ...item,
      day: daysBetween(visit.starts_on, dayOf(item.startsAt)),
      start: clockOf(item.startsAt),
      minutes: minutesBetween(item.startsAt, item.endsAt),
      phone: rows.get(item.id)?.phone ?? '',
      menu: meals.get(item.id)?.menu ?? '',
      headCost: meals.get(item.id)?.head_cost ?? null,
      assignments: assignments
        .filter(line => line.item_id === item.id)
        .map(line => ({ role: line.role, personId: line.person_id, name: line.name, phone: line.phone })),
    })),
  })
}

type VisitFieldsOf = Parameters<typeof newVisitRow>[2]

/** A blueprint on new days: what is taken then is left unbooked and named, the rest is booked. */
async function layOut(
  context: HostContext,
  tx: Tx,
  act: Act,
  plan: Blueprint,
  fields: VisitFieldsOf,
): Promise<{ visit: VisitRow; notBooked: string[] }> {
  const visit: VisitRow = {
    ...newVisitRow(context.newId(), await freeCode(tx, fields.startsOn), {
      grade: plan.grade,
      kind: plan.kind,
      theme: plan.theme,
      objectives: plan.objectives,
      dress: plan.dress,
      mapNote: plan.mapNote,
      themeLatin: plan.themeLatin,
      dressLatin: plan.dressLatin,
      mapNoteLatin: plan.mapNoteLatin,
      endsOn: addDays(fields.startsOn, plan.days - 1),
      ...fields,
    }),
    entered_on: dayOf(await officeNow(context, tx)),
  }
  await insertRow(tx, act, 'visit', visit)
  const notBooked: string[] = []
  for (const stop of plan.items) {
    const startsAt = at(addDays(visit.starts_on, stop.day), stop.start)
    const { day: _, start: __, minutes, roomId, vehicleIds, assignments, menu, headCost, ...rest } = stop
    const item = newItemRow(context.newId(), visit.id, { ...rest, startsAt, endsAt: addMinutes(startsAt, minutes) })
    await insertRow(tx, act, 'itinerary_item', item)
    for (const resourceId of [...(roomId ? [roomId] : []), ...vehicleIds])
      await tryToHold(tx, resourceId, notBooked, () => book(context, tx, act, visit, item, resourceId))
    if (item.kind === 'dining')
      await insertRow(tx, act, 'meal', {
        ...blankMeal(context.newId(), visit.id, item.id),
        ...toColumns({ menu, headCost }),
      })
    for (const { role, personId, name, phone } of assignments) {
      const person = personId ? await findResource(tx, personId) : undefined
      await insertRow(tx, act, 'assignment', {
        id: context.newId(),
        visit_id: visit.id,
        item_id: item.id,
        role,
        person_id: person?.id ?? null,
        name,
        phone,
        notes: '',
        revision: 1,
      })
      if (person) await tryToHold(tx, person.id, notBooked, () => holdPerson(context, tx, act, item.id, person.id))
    }
  }
  return { visit, notBooked: [...new Set(notBooked)] }
}

function book(context: HostContext, tx: Tx, act: Act, visit: VisitRow, item: ItemRow, resourceId: string) {
  return placeBooking(context, tx, act, {
    resourceId,
    itemId: item.id,
    visitId: visit.id,
    title: '',
    startsAt: item.starts_at,
    endsAt: item.ends_at,
    headcount: visit.headcount,
    organizer: visit.coordinator,
    notes: '',
    status: 'tentative',
  })
}

/** Holds a resource where it is free; else its name goes on the list. A resource that was removed is passed over. */
async function tryToHold(tx: Tx, resourceId: string, notBooked: string[], hold: () => Promise<unknown>): Promise<void> {
  const resource = await findResource(tx, resourceId)
  if (!resource) return
  try {
    await hold()
  } catch (error) {
    if (!isOverlap(error) && (error as { code?: string }).code !== 'CONFLICT') throw error
    notBooked.push(resource.name)
  }
}

const shipped = z.array(
  z.object({ key: z.string(), name: z.string(), nameLatin: z.string(), kind: z.enum(VISIT_KINDS), blueprint }),
)

/** The templates a new office starts with, one for each kind of visit. Once: whoever removes one has removed it. */
export async function shippedTemplates(context: HostContext): Promise<void> {
  await context.db.transaction().execute(async tx => {
    if (await tx.selectFrom('setting').select('key').where('key', '=', 'templates').executeTakeFirst()) return
    const file = join(context.root, 'resources', 'visit-templates.json')
    for (const template of shipped.parse(JSON.parse(readFileSync(file, 'utf8'))))
      await tx
        .insertInto('visit_template')
        .values({
          id: context.newId(),
          name: template.name,
          name_latin: template.nameLatin,
          kind: template.kind,
          blueprint: JSON.stringify(template.blueprint),
          revision: 1,
        })
        .execute()
    await tx.insertInto('setting').values({ key: 'templates', value: '"shipped"', revision: 1 }).execute()
  })
}

function present(row: VisitTemplateRow): VisitTemplate {
  const plan = blueprint.parse(JSON.parse(row.blueprint))
  return {
    id: row.id,
    name: row.name,
    nameLatin: row.name_latin,
    kind: row.kind,
    days: plan.days,
    items: plan.items.length,
    revision: row.revision,
  }
}

async function templateOf(db: Db, id: string): Promise<VisitTemplateRow> {
  const row = await db.selectFrom('visit_template').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('visit_template', id)
  return row
}

/** What this file answers of the contract's `templates`. */
export const templatesAnswers = answers(templatesContract, { list, make, rename, remove, use, copy })

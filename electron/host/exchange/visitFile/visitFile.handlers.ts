import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { exchange as exchangeContract } from '../../../../shared/contract/exchange.ts'
import type { VisitFile, VisitFilePreview } from '../../../../shared/contract/visitFile.ts'
import { may } from '../../../../shared/domain/roles.ts'
import { dayOf } from '../../../../shared/domain/time.ts'
import type { GuestRow, ItemRow, Patch, RecordedTable, ResourceRow, Row, VisitRow } from '../../../db/tables.ts'
import { answers, type InputOf } from '../../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../../acts/context.ts'
import { badFile, notAllowed } from '../../acts/errors.ts'
import { insertRow, isSame, perform, updateRow } from '../../acts/recorded.ts'
import { findRow } from '../../acts/rows.ts'
import { linesOfVisit } from '../../acts/visitLines.ts'
import { bookingsOfItem } from '../../bookings/bookings.queries.ts'
import { checkBooking } from '../../bookings/describing.ts'
import { bookForStop, holdOrLeave } from '../../bookings/placing.ts'
import { attachmentsFolder, copyFile, keepAttachment } from '../../files/attachments.ts'
import { insertGuest } from '../../guests/guests.handlers.ts'
import { guestsOfVisit } from '../../guests/guests.queries.ts'
import { itemRowsOfVisit } from '../../itinerary/itinerary.queries.ts'
import { officeNow } from '../../office/office.queries.ts'
import { listResources } from '../../resources/resources.queries.ts'
import { holdPerson } from '../../staffing/staffing.handlers.ts'
import { freeCode } from '../../visits/visits.handlers.ts'
import { asVisit } from '../../visits/visits.queries.ts'
import { type ReadVisit, readVisit } from './visit.file.ts'

type Preview = VisitFilePreview
type Prefer = 'file' | 'here'

/** What taking a file over would do. Nothing is saved. */
export async function readVisitFile(
  context: HostContext,
  input: InputOf<typeof exchangeContract.readVisitFile>,
): Promise<Preview> {
  return previewOf(context, context.db, await readVisit(input.file))
}

/** Takes a file over, all or nothing. What was changed here since the file was made is the file's or stays, as `prefer` says. */
export async function importVisitFile(context: HostContext, input: InputOf<typeof exchangeContract.importVisitFile>) {
  const read = await readVisit(input.file)
  const copies: Awaited<ReturnType<typeof copyFile>>[] = []
  try {
    for (const { name, bytes } of read.attachments)
      copies.push(await copyFile(context, new File([bytes as BlobPart], name)))
    return await perform(context, async (tx, act) => {
      await noStrangers(tx, read)
      const taking = await begin(context, tx, act, read, input.prefer)
      await takeGuests(taking)
      await takeItems(taking)
      await takeLines(taking)
      await takeResources(taking)
      for (const [index, copy] of copies.entries()) await takeAttachment(taking, index, copy)
      return { visit: await asVisit(tx, taking.visit), notBooked: [...new Set(taking.notBooked)] }
    })
  } catch (error) {
    for (const { file } of copies) await rm(join(attachmentsFolder(context), file), { force: true })
    throw error
  }
}

/** A guest, stop or line of the file that belongs to another visit here. @throws BAD_FILE damaged */
async function noStrangers(tx: Tx, { content }: ReadVisit): Promise<void> {
  const tables = {
    guest: content.guests,
    itineraryItem: content.items,
    assignment: content.assignments,
    trip: content.trips,
    task: content.tasks,
  } as const
  for (const [table, lines] of Object.entries(tables)) {
    const ids = JSON.stringify(lines.map(line => line.id))
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
      where id in (select value from json_each(${ids})) and visit_id <> ${content.visit.id} limit 1`.execute(tx)
    if (rows[0]) throw badFile('damaged', `visit.json ${table} ${rows[0].id}`)
  }
}

async function previewOf(context: HostContext, db: Db, read: ReadVisit): Promise<Preview> {
  const { content } = read
  const here = await findRow(db, 'visit', content.visit.id)
  const guests = here ? await guestsOfVisit(db, here.id) : []
  const items = here ? await itemRowsOfVisit(db, here.id) : []
  const changed = here ? await changedSince(db, here.id, read.madeAt) : new Set<string>()
  const compared = (row: { id: string } | undefined, fields: object): Pick<Preview, 'fate' | 'differences'> => {
    if (!row) return { fate: 'new', differences: [] }
    const differences = differencesOf(row, fields)
    return { fate: differences.length === 0 ? 'same' : changed.has(row.id) ? 'conflict' : 'merged', differences }
  }
  const comparedItem = (item: VisitFile['items'][number]) => {
    const row = items.find(each => each.id === item.id)
    return compared(row, itemColumns(item, row))
  }
  const staff = new Set((await listResources(db, 'person')).map(person => person.name))
  const names = new Set([
    ...content.assignments.map(line => line.name),
    ...content.items.map(item => item.personInCharge),
    content.visit.coordinator,
  ])
  return {
    title: content.visit.title,
    titleLatin: content.visit.titleLatin,
    organization: content.visit.organization,
    startsOn: content.visit.startsOn,
    endsOn: content.visit.endsOn,
    madeAt: read.madeAt,
    madeBy: read.madeBy,
    ...compared(here, visitColumns(content.visit)),
    guests: content.guests.map(guest => ({
      name: guest.name,
      ...compared(sameGuest(guests, guest), guestColumns(context, guest)),
    })),
    items: content.items.map(item => ({
      content: item.content,
      kind: item.kind,
      startsAt: item.startsAt,
      ...comparedItem(item),
    })),
    resources: await resourcesOf(context, db, content),
    staff: [...names].filter(name => name !== '').map(name => ({ name, found: staff.has(name) })),
    attachments: content.attachments.length,
  }
}

/** Every room and vehicle it wants: is it there, and free? */
async function resourcesOf(context: HostContext, db: Db, content: VisitFile): Promise<Preview['resources']> {
  const known = await listResources(db)
  const found: Preview['resources'] = []
  for (const item of content.items) {
    for (const { kind, name } of wantsOf(item)) {
      const resource = known.find(row => row.kind === kind && row.name === name)
      const state = !resource ? 'missing' : (await isFree(context, db, resource, item)) ? 'found' : 'taken'
      found.push({ kind, name, startsAt: item.startsAt, state })
    }
  }
  return found
}

const wantsOf = (item: VisitFile['items'][number]): { kind: 'room' | 'vehicle'; name: string }[] => [
  ...(item.room === '' ? [] : [{ kind: 'room' as const, name: item.room }]),
  ...item.vehicles.map(name => ({ kind: 'vehicle' as const, name })),
]

async function isFree(
  context: HostContext,
  db: Db,
  resource: ResourceRow,
  item: VisitFile['items'][number],
): Promise<boolean> {
  const { conflict } = await checkBooking(context, db, {
    resourceId: resource.id,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    headcount: null,
    itemId: item.id,
  })
  return conflict === null
}

/** Where a row here says something else than the file. */
function differencesOf(row: object, fields: object): Preview['differences'] {
  const now: Record<string, unknown> = { ...row }
  return Object.entries(fields)
    .filter(([field, value]) => !isSame(now[field], value))
    .map(([field, value]) => ({ field, here: plain(now[field]), file: plain(value) }))
}

/** A value as the preview shows it. */
const plain = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number'
    ? value
    : value === null || value === undefined
      ? null
      : typeof value === 'boolean'
        ? Number(value)
        : JSON.stringify(value)

/** What was written here after the file was made. */
async function changedSince(db: Db, visitId: string, madeAt: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('changeLog')
    .select('entityId')
    .distinct()
    .where('visitId', '=', visitId)
    .where('at', '>', madeAt)
    .execute()
  return new Set(rows.map(row => row.entityId))
}

function visitColumns({ id: _, code: __, ...fields }: VisitFile['visit']) {
  return fields
}

/** What is sensitive is taken over only by somebody who may write it. */
function guestColumns(
  context: HostContext,
  { id: _, ...fields }: VisitFile['guests'][number],
): Patch<'guest'> & { name: string } {
  const { health, religion, ethnicity, consentOn, consentBy, ...open } = fields
  const whole = may(context.account?.role ?? null, 'sensitive') && consentOn !== null
  return whole ? { ...open, health, religion, ethnicity, consentOn, consentBy } : open
}

/** A room that could not be had stands as the place of the stop here: that is no change. */
function itemColumns(item: VisitFile['items'][number], here?: ItemRow) {
  const { id: _, room, vehicles: __, ...fields } = item
  const { place, ...rest } = fields
  return here && place === '' && here.place === room ? rest : fields
}

/** The same guest here: by id, else by name and phone, so that one who was entered at both desks does not come twice. */
function sameGuest(rows: readonly GuestRow[], guest: VisitFile['guests'][number]): GuestRow | undefined {
  return (
    rows.find(row => row.id === guest.id) ??
    rows.find(row => row.name === guest.name && guest.phone !== '' && row.phone === guest.phone)
  )
}

interface Taking {
  context: HostContext
  tx: Tx
  act: Act
  read: ReadVisit
  visit: VisitRow
  changed: Set<string>
  prefer: Prefer
  /** Guests of the file by the id they have here. */
  guestIds: Map<string, string>
  notBooked: string[]
}

async function begin(context: HostContext, tx: Tx, act: Act, read: ReadVisit, prefer: Prefer): Promise<Taking> {
  const { visit: wanted } = read.content
  const here = await findRow(tx, 'visit', wanted.id)
  if (here?.status === 'archived') throw notAllowed('visitArchived')
  if (here?.status === 'cancelled') throw notAllowed('visitCancelled')
  const taking = { context, tx, act, read, prefer, guestIds: new Map<string, string>(), notBooked: [] as string[] }
  if (here) {
    const changed = await changedSince(tx, here.id, read.madeAt)
    const keep = prefer === 'here' && changed.has(here.id)
    const visit = keep ? here : await updateRow(tx, act, 'visit', here, visitColumns(wanted))
    return { ...taking, visit, changed }
  }
  const taken = await tx.selectFrom('visit').select('id').where('code', '=', wanted.code).executeTakeFirst()
  const visit = await insertRow(tx, act, 'visit', {
    ...wanted,
    code: taken ? await freeCode(tx, wanted.startsOn) : wanted.code,
    status: 'planning',
    enteredOn: dayOf(await officeNow(context, tx)),
  })
  return { ...taking, visit, changed: new Set() }
}

/** Writes a row that is here already as the file has it, unless it was changed here since and what is here is preferred. */
async function merge<T extends RecordedTable>(on: Taking, table: T, row: Row<T>, fields: Patch<T>): Promise<void> {
  if (on.prefer === 'here' && on.changed.has(row.id)) return
  await updateRow(on.tx, on.act, table, row, fields)
}

async function takeGuests(on: Taking): Promise<void> {
  const { context, tx, act, read, visit } = on
  const rows = await guestsOfVisit(tx, visit.id)
  let position = Math.max(-1, ...rows.map(row => row.position)) + 1
  for (const guest of read.content.guests) {
    const here = sameGuest(rows, guest)
    const columns = guestColumns(context, guest)
    on.guestIds.set(guest.id, here?.id ?? guest.id)
    if (here) await merge(on, 'guest', here, columns)
    else await insertGuest(context, tx, act, { ...columns, id: guest.id, visitId: visit.id, position: position++ })
  }
}

const guestsHere = (on: Taking, ids: readonly string[]): string[] => ids.flatMap(id => on.guestIds.get(id) ?? [])

async function takeItems(on: Taking): Promise<void> {
  const { tx, act, read, visit } = on
  const rows = await itemRowsOfVisit(tx, visit.id)
  for (const item of read.content.items) {
    const here = rows.find(row => row.id === item.id)
    const columns = { ...itemColumns(item, here), guestIds: guestsHere(on, item.guestIds) }
    if (here) await merge(on, 'itineraryItem', here, columns)
    else {
      const { room: _, vehicles: __, ...fields } = item
      await insertRow(tx, act, 'itineraryItem', { ...fields, guestIds: columns.guestIds, visitId: visit.id })
    }
  }
}

/** Who does what, what is eaten and what is to be done; staff by name. */
async function takeLines(on: Taking): Promise<void> {
  const { context, tx, act, read, visit } = on
  const people = new Map((await listResources(tx, 'person')).map(person => [person.name, person.id]))
  const assigned = new Map((await linesOfVisit(tx, 'assignment', visit.id)).map(row => [row.id, row]))
  for (const { id, ...line } of read.content.assignments) {
    const here = assigned.get(id)
    if (here) await merge(on, 'assignment', here, line)
    else {
      const personId = people.get(line.name) ?? null
      await insertRow(tx, act, 'assignment', { ...line, id, visitId: visit.id, personId })
      if (personId && line.itemId !== null) {
        const itemId = line.itemId
        await orLeft(on, line.name, () => holdPerson(context, tx, act, itemId, personId))
      }
    }
  }
  const meals = new Map((await linesOfVisit(tx, 'meal', visit.id)).map(row => [row.itemId, row]))
  for (const { itemId, ...meal } of read.content.meals) {
    const here = meals.get(itemId)
    if (here) await merge(on, 'meal', here, meal)
    else await insertRow(tx, act, 'meal', { ...meal, id: context.newId(), visitId: visit.id, itemId })
  }
  const tasks = new Map((await linesOfVisit(tx, 'task', visit.id)).map(row => [row.id, row]))
  for (const { id, ...task } of read.content.tasks) {
    const here = tasks.get(id)
    if (here) await merge(on, 'task', here, task)
    else await insertRow(tx, act, 'task', { dueByHand: true, ...task, id, visitId: visit.id })
  }
}

/** Books what it wants where it is free; what is not there or taken is told, and its name stays with the stop. */
async function takeResources(on: Taking): Promise<void> {
  const { context, tx, act, read, visit } = on
  const known = await listResources(tx)
  for (const item of read.content.items) {
    const held = new Set((await bookingsOfItem(tx, item.id)).map(booking => booking.resourceId))
    const trips = read.content.trips.filter(trip => trip.itemId === item.id)
    for (const { kind, name } of wantsOf(item)) {
      const resource = known.find(row => row.kind === kind && row.name === name)
      if (resource && held.has(resource.id)) continue
      const booked =
        resource !== undefined &&
        (await isFree(context, tx, resource, item)) &&
        (await orLeft(on, name, () =>
          bookForStop(context, tx, act, {
            visit,
            item,
            resourceId: resource.id,
            headcount: visit.headcount,
          }),
        ))
      if (!booked) on.notBooked.push(name)
      if (!booked && kind === 'room') await namePlace(on, item.id, name)
      const trip = trips.find(each => each.vehicleName === name)
      if (kind === 'vehicle' && trip) await takeTrip(on, trip, booked && resource ? resource.id : null)
    }
    for (const trip of trips.filter(each => !item.vehicles.includes(each.vehicleName))) await takeTrip(on, trip, null)
  }
}

/** The room that could not be had is at least named as the place. */
async function namePlace(on: Taking, itemId: string, room: string): Promise<void> {
  const row = (await itemRowsOfVisit(on.tx, on.visit.id)).find(each => each.id === itemId)
  if (row && row.place === '') await updateRow(on.tx, on.act, 'itineraryItem', row, { place: room })
}

async function takeTrip(on: Taking, trip: VisitFile['trips'][number], vehicleId: string | null): Promise<void> {
  const { tx, act, visit } = on
  const { id, ...fields } = trip
  const columns = { ...fields, guestIds: guestsHere(on, trip.guestIds) }
  const here = (await linesOfVisit(tx, 'trip', visit.id)).find(row => row.id === id)
  if (here) await merge(on, 'trip', here, columns)
  else await insertRow(tx, act, 'trip', { ...columns, id, visitId: visit.id, vehicleId, driverId: null })
}

async function takeAttachment(on: Taking, index: number, copy: Awaited<ReturnType<typeof copyFile>>): Promise<void> {
  const { context, tx, act, read, visit } = on
  const attachment = read.attachments[index]
  const there = await linesOfVisit(tx, 'attachment', visit.id)
  if (!attachment || there.some(row => row.name === copy.name && row.bytes === copy.bytes)) return
  await keepAttachment(
    context,
    tx,
    act,
    { visitId: visit.id, taskId: attachment.taskId, decisionId: null, addedAt: await officeNow(context, tx) },
    copy,
  )
}

/** Holds something where it can be had; answers whether. */
async function orLeft(on: Taking, name: string, hold: () => Promise<unknown>): Promise<boolean> {
  const held = await holdOrLeave(hold)
  if (!held) on.notBooked.push(name)
  return held
}

/** What this file answers of the contract's `exchange`. */
export const visitFileAnswers = answers(exchangeContract, { readVisitFile, importVisitFile })

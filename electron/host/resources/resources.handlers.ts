import type { Closure, Resource, ResourceFields, ResourceKind } from '../../../shared/contract/resources.ts'
import { resources as resourcesContract } from '../../../shared/contract/resources.ts'
import { occurrences } from '../../../shared/domain/booking/recurrence.ts'
import { overlaps } from '../../../shared/domain/time.ts'
import type { ClosureRow, ResourceRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound, stale } from '../acts/errors.ts'
import { deleteRow, insertRow, perform, toColumns, updateRow } from '../acts/recorded.ts'
import { bookingsInTheWay } from '../bookings/bookings.queries.ts'
import { keepPicture } from '../files/pictures.ts'
import { officeNow } from '../office/office.queries.ts'
import { findResource, listClosures, listResources, toClosure, toResource } from './resources.queries.ts'

export async function list(context: HostContext, input: InputOf<typeof resourcesContract.list>): Promise<Resource[]> {
  return (await listResources(context.db, input.kind)).map(toResource)
}

type NewResource = { [Field in keyof ResourceFields]?: ResourceFields[Field] | undefined } & {
  kind: ResourceKind
  name: string
}

export function create(context: HostContext, input: NewResource) {
  return perform(context, async (tx, act) => {
    await nameIsFree(tx, input.kind, input.name, null)
    const row = newResourceRow(context.newId(), input)
    await partsAreSound(context, tx, row)
    await insertRow(tx, act, 'resource', row)
    return { resource: toResource(row) }
  })
}

/** A resource as it begins: bookable round the clock, no set-up, warns and does not refuse. */
export function newResourceRow(id: string, fields: NewResource): ResourceRow {
  const row: ResourceRow = {
    id,
    kind: fields.kind,
    name: fields.name,
    latin_name: '',
    capacity: null,
    building: '',
    floor: '',
    equipment: '[]',
    plate: '',
    vehicle_kind: '',
    driver_name: '',
    driver_phone: '',
    setup_minutes: 0,
    clearup_minutes: 0,
    bookable_from: '00:00',
    bookable_until: '24:00',
    strict: 0,
    exclusive: 1,
    department: '',
    title: '',
    phone: '',
    email: '',
    languages: '',
    can_drive: 0,
    notes: '',
    removed: 0,
    is_sample: 0,
    weekly_hours: '[]',
    style_capacity: '{}',
    part_ids: '[]',
    booked_by: 'front_desk',
    photo: '',
    plan_note: '',
    inspection_on: null,
    insurance_on: null,
    home_place: '',
    licence_class: '',
    revision: 1,
  }
  return bound(Object.assign(row, toColumns(fields)))
}

/** Who drives can be in one place only, like a room; other people are warned of. */
const bound = (row: ResourceRow): ResourceRow => ({
  ...row,
  exclusive: row.kind === 'person' ? row.can_drive : 1,
})

export function update(context: HostContext, input: InputOf<typeof resourcesContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await resourceOf(tx, input.id)
    if (before.revision !== input.revision) throw stale('resource', before.id, { ...toResource(before) })
    if (input.patch.name) await nameIsFree(tx, before.kind, input.patch.name, before.id)
    const after = bound({ ...before, ...toColumns(input.patch) })
    if (after.part_ids !== before.part_ids) await partsAreSound(context, tx, after)
    return { resource: toResource(await updateRow(tx, act, 'resource', before, after)) }
  })
}

/**
 * A hall is made of rooms that are none themselves, and neither is booked where the other is from now on.
 * @throws NOT_ALLOWED nestedHall, partsBooked
 */
async function partsAreSound(context: HostContext, tx: Tx, hall: ResourceRow): Promise<void> {
  const parts = JSON.parse(hall.part_ids) as string[]
  if (parts.length === 0) return
  const rows = await tx.selectFrom('resource').selectAll().where('id', 'in', parts).where('removed', '=', 0).execute()
  const nested = await tx
    .selectFrom('room_part')
    .select('hall_id')
    .where(eb => eb.or([eb('hall_id', 'in', parts), eb('part_id', '=', hall.id)]))
    .executeTakeFirst()
  if (nested || parts.includes(hall.id) || rows.some(row => row.kind !== 'room') || rows.length !== parts.length)
    throw notAllowed('nestedHall')
  const now = await officeNow(context, tx)
  const coming = (id: readonly string[]) =>
    tx
      .selectFrom('booking')
      .select(['blocked_from as startsAt', 'blocked_until as endsAt'])
      .where('resource_id', 'in', id)
      .where('status', '<>', 'cancelled')
      .where('blocked_until', '>', now)
      .execute()
  const own = await coming([hall.id])
  const theirs = await coming(parts)
  if (own.some(booking => theirs.some(other => overlaps(booking, other)))) throw notAllowed('partsBooked')
}

export function remove(context: HostContext, input: InputOf<typeof resourcesContract.remove>) {
  return perform(context, async (tx, act) => {
    const row = await resourceOf(tx, input.id)
    const now = await officeNow(context, tx)
    const coming = await tx
      .selectFrom('booking')
      .selectAll()
      .where('resource_id', '=', row.id)
      .where('status', '<>', 'cancelled')
      .where('ends_at', '>', now)
      .execute()
    for (const booking of coming) await updateRow(tx, act, 'booking', booking, { status: 'cancelled' })
    // A hall that it was part of is a hall without it.
    const halls = await tx.selectFrom('room_part').select('hall_id').where('part_id', '=', row.id).execute()
    for (const { hall_id: hallId } of halls) {
      const hall = await resourceOf(tx, hallId)
      const left = (JSON.parse(hall.part_ids) as string[]).filter(id => id !== row.id)
      await updateRow(tx, act, 'resource', hall, { part_ids: JSON.stringify(left) })
    }
    await updateRow(tx, act, 'resource', row, { removed: 1 })
    return { released: coming.length }
  })
}

export function importAll(context: HostContext, input: InputOf<typeof resourcesContract.importAll>) {
  return perform(context, async (tx, act) => {
    const there = new Map((await listResources(tx, input.kind)).map(row => [row.name, row]))
    let created = 0
    let updated = 0
    for (const fields of input.rows) {
      const before = there.get(fields.name)
      if (before) {
        there.set(fields.name, await updateRow(tx, act, 'resource', before, bound({ ...before, ...toColumns(fields) })))
        updated++
      } else {
        const row = newResourceRow(context.newId(), { ...fields, kind: input.kind })
        await insertRow(tx, act, 'resource', row)
        there.set(row.name, row)
        created++
      }
    }
    return { created, updated }
  })
}

export function close(context: HostContext, input: InputOf<typeof resourcesContract.close>) {
  return perform(context, async (tx, act) => {
    const resource = await resourceOf(tx, input.resourceId)
    const row: ClosureRow = {
      id: context.newId(),
      resource_id: resource.id,
      starts_at: input.startsAt,
      ends_at: input.endsAt,
      reason: input.reason,
      rrule: input.rrule,
      revision: 1,
    }
    await insertRow(tx, act, 'closure', row)
    const spans = input.rrule === '' ? [input] : occurrences(input.rrule, input)
    let booked = 0
    for (const span of spans) booked += (await bookingsInTheWay(tx, resource.id, span, null, null)).length
    return { closure: toClosure(row), booked }
  })
}

const MOST_PHOTO_BYTES = 2_000_000

export async function setPhoto(context: HostContext, input: InputOf<typeof resourcesContract.setPhoto>) {
  const photo = input.file
    ? await keepPicture(context, input.file, 'photo', { bytes: MOST_PHOTO_BYTES, text: '2 MB' })
    : ''
  return perform(context, async (tx, act) => ({
    resource: toResource(await updateRow(tx, act, 'resource', await resourceOf(tx, input.id), { photo })),
  }))
}

export function reopen(context: HostContext, input: InputOf<typeof resourcesContract.reopen>) {
  return perform(context, async (tx, act) => {
    const row = await tx.selectFrom('closure').selectAll().where('id', '=', input.closureId).executeTakeFirst()
    if (!row) throw notFound('closure', input.closureId)
    await deleteRow(tx, act, 'closure', row)
    return {}
  })
}

export async function closures(
  context: HostContext,
  input: InputOf<typeof resourcesContract.closures>,
): Promise<Closure[]> {
  return (await listClosures(context.db, input.from, input.until, input.resourceId)).map(toClosure)
}

async function resourceOf(tx: Tx, id: string): Promise<ResourceRow> {
  const row = await findResource(tx, id)
  if (!row) throw notFound('resource', id)
  return row
}

/** Two rooms of one name could not be told apart on paper. @throws NOT_ALLOWED nameTaken */
async function nameIsFree(tx: Tx, kind: ResourceKind, name: string, exceptId: string | null): Promise<void> {
  const row = await tx
    .selectFrom('resource')
    .select('id')
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (row && row.id !== exceptId) throw notAllowed('nameTaken')
}

/** What this file answers of the contract's `resources`. */
export const resourcesAnswers = answers(resourcesContract, {
  list,
  create,
  update,
  remove,
  importAll,
  close,
  setPhoto,
  reopen,
  closures,
})

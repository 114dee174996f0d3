import type { Closure, Resource } from '../../../shared/contract/resources.ts'
import { resources as resourcesContract } from '../../../shared/contract/resources.ts'
import { occurrences } from '../../../shared/domain/booking/recurrence.ts'
import { overlaps } from '../../../shared/domain/time.ts'
import type { NewRow, ResourceRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { nameIsFree } from '../acts/names.ts'
import { deleteRow, insertRow, isSame, perform, seen, updateRow } from '../acts/recorded.ts'
import { bookingsInTheWay } from '../bookings/bookings.queries.ts'
import { keepPicture } from '../files/pictures.ts'
import { officeNow } from '../office/office.queries.ts'
import { findResource, listClosures, listResources, toResource } from './resources.queries.ts'

export async function list(context: HostContext, input: InputOf<typeof resourcesContract.list>): Promise<Resource[]> {
  return (await listResources(context.db, input.kind)).map(toResource)
}

type NewResource = Omit<NewRow<'resource'>, 'id'>

export function create(context: HostContext, input: NewResource) {
  return perform(context, async (tx, act) => {
    await nameIsFree(tx, 'resource', input.name, { kind: input.kind })
    const id = context.newId()
    await partsAreSound(context, tx, { id, partIds: input.partIds ?? [] })
    const row = await insertResource(context, tx, act, input, id)
    return { resource: toResource(row) }
  })
}

/** Makes a resource: bookable round the clock, no set-up, warns and does not refuse, unless more is said. */
export const insertResource = (
  context: HostContext,
  tx: Tx,
  act: Act,
  fields: NewResource,
  id: string = context.newId(),
): Promise<ResourceRow> => insertRow(tx, act, 'resource', { ...fields, id, exclusive: isExclusive(fields) })

/** Who drives can be in one place only, like a room; other people are warned of. */
const isExclusive = ({ kind, canDrive }: Pick<NewResource, 'kind' | 'canDrive'>): boolean =>
  kind !== 'person' || canDrive === true

export function update(context: HostContext, input: InputOf<typeof resourcesContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await resourceOf(tx, input.id)
    await seen('resource', before, input.revision, () => toResource(before))
    const { name, canDrive = before.canDrive, partIds = before.partIds } = input.patch
    if (name) await nameIsFree(tx, 'resource', name, { kind: before.kind, exceptId: before.id })
    const exclusive = isExclusive({ kind: before.kind, canDrive })
    if (!isSame(partIds, before.partIds)) await partsAreSound(context, tx, { id: before.id, partIds })
    return { resource: toResource(await updateRow(tx, act, 'resource', before, { ...input.patch, exclusive })) }
  })
}

/**
 * A hall is made of rooms that are none themselves, and neither is booked where the other is from now on.
 * @throws NOT_ALLOWED nestedHall, partsBooked
 */
async function partsAreSound(context: HostContext, tx: Tx, hall: Pick<ResourceRow, 'id' | 'partIds'>): Promise<void> {
  const parts = hall.partIds
  if (parts.length === 0) return
  const rows = await tx
    .selectFrom('resource')
    .selectAll()
    .where('id', 'in', parts)
    .where('removed', '=', false)
    .execute()
  const nested = await tx
    .selectFrom('roomPart')
    .select('hallId')
    .where(eb => eb.or([eb('hallId', 'in', parts), eb('partId', '=', hall.id)]))
    .executeTakeFirst()
  if (nested || parts.includes(hall.id) || rows.some(row => row.kind !== 'room') || rows.length !== parts.length)
    throw notAllowed('nestedHall')
  const now = await officeNow(context, tx)
  const coming = (id: readonly string[]) =>
    tx
      .selectFrom('booking')
      .select(['blockedFrom as startsAt', 'blockedUntil as endsAt'])
      .where('resourceId', 'in', id)
      .where('status', '<>', 'cancelled')
      .where('blockedUntil', '>', now)
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
      .where('resourceId', '=', row.id)
      .where('status', '<>', 'cancelled')
      .where('endsAt', '>', now)
      .execute()
    for (const booking of coming) await updateRow(tx, act, 'booking', booking, { status: 'cancelled' })
    // A hall that it was part of is a hall without it.
    const halls = await tx.selectFrom('roomPart').select('hallId').where('partId', '=', row.id).execute()
    for (const { hallId } of halls) {
      const hall = await resourceOf(tx, hallId)
      const partIds = hall.partIds.filter(id => id !== row.id)
      await updateRow(tx, act, 'resource', hall, { partIds })
    }
    await updateRow(tx, act, 'resource', row, { removed: true })
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
        const { canDrive = before.canDrive } = fields
        const exclusive = isExclusive({ kind: input.kind, canDrive })
        there.set(fields.name, await updateRow(tx, act, 'resource', before, { ...fields, exclusive }))
        updated++
      } else {
        const row = await insertResource(context, tx, act, { ...fields, kind: input.kind })
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
    const row = await insertRow(tx, act, 'closure', { ...input, id: context.newId(), resourceId: resource.id })
    const spans = input.rrule === '' ? [input] : occurrences(input.rrule, input)
    let booked = 0
    for (const span of spans) booked += (await bookingsInTheWay(tx, resource.id, span, null, null)).length
    return { closure: row, booked }
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
  return await listClosures(context.db, input.from, input.until, input.resourceId)
}

async function resourceOf(tx: Tx, id: string): Promise<ResourceRow> {
  const row = await findResource(tx, id)
  if (!row) throw notFound('resource', id)
  return row
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

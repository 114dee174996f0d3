import type { Span } from '../../../shared/domain/time.ts'
import type { ResourceRow } from '../../db/tables.ts'
import type { HostContext } from '../context.ts'
import { notAllowed, notFound, stale } from '../errors.ts'
import { perform, updateRow } from '../history/recorded.ts'
import { moveItems } from '../itinerary/itinerary.handlers.ts'
import { findResource } from '../resources/resources.queries.ts'
import { handOver } from '../staffing/staffing.handlers.ts'
import { findBooking, getBooking, listBookings } from './bookings.queries.ts'
import { checkBooking, freeResources, moveBookings, placeBooking } from './placing.ts'

export const list = (
  context: HostContext,
  input: { from: string; until: string; kind?: ResourceRow['kind'] | undefined; resourceId?: string | undefined },
) => listBookings(context.db, input)

interface NewBooking extends Span {
  resourceId: string
  title: string
  headcount?: number | null | undefined
  organizer?: string | undefined
  notes?: string | undefined
  status?: 'tentative' | 'confirmed' | undefined
}

export function create(context: HostContext, input: NewBooking) {
  return perform(context, async (tx, act) => {
    const placed = await placeBooking(context, tx, act, {
      ...input,
      itemId: null,
      visitId: null,
      headcount: input.headcount ?? null,
      organizer: input.organizer ?? '',
      notes: input.notes ?? '',
      status: input.status ?? 'confirmed',
    })
    return { booking: await getBooking(tx, placed.row.id), warnings: placed.findings }
  })
}

interface BookingPatch {
  resourceId?: string | undefined
  title?: string | undefined
  startsAt?: string | undefined
  endsAt?: string | undefined
  headcount?: number | null | undefined
  organizer?: string | undefined
  notes?: string | undefined
  status?: 'tentative' | 'confirmed' | undefined
}

export function update(context: HostContext, input: { id: string; revision: number; patch: BookingPatch }) {
  return perform(context, async (tx, act) => {
    const before = await findBooking(tx, input.id)
    if (!before || before.status === 'cancelled') throw notFound('booking', input.id)
    if (before.revision !== input.revision) throw stale('booking', before.id, { ...(await getBooking(tx, before.id)) })
    const { patch } = input
    const startsAt = patch.startsAt ?? before.starts_at
    const endsAt = patch.endsAt ?? before.ends_at
    if (endsAt <= startsAt) throw notAllowed('endBeforeStart')
    const warnings = await moveBookings(context, tx, act, [
      {
        before,
        patch: {
          resource_id: patch.resourceId ?? before.resource_id,
          title: before.item_id === null ? (patch.title ?? before.title) : before.title,
          starts_at: startsAt,
          ends_at: endsAt,
          headcount: patch.headcount === undefined ? before.headcount : patch.headcount,
          organizer: patch.organizer ?? before.organizer,
          notes: patch.notes ?? before.notes,
          status: patch.status ?? before.status,
        },
      },
    ])
    const person = before.item_id && (await findResource(tx, before.resource_id))
    if (before.item_id && person && person.kind === 'person' && patch.resourceId && patch.resourceId !== person.id)
      await handOver(tx, act, before.item_id, person.id, await findResource(tx, patch.resourceId))
    if (before.item_id && (startsAt !== before.starts_at || endsAt !== before.ends_at))
      await moveItems(context, tx, act, [{ id: before.item_id, startsAt, endsAt }])
    return { booking: await getBooking(tx, before.id), warnings }
  })
}

export function cancel(context: HostContext, input: { id: string }) {
  return perform(context, async (tx, act) => {
    const before = await findBooking(tx, input.id)
    if (!before || before.status === 'cancelled') throw notFound('booking', input.id)
    await updateRow(tx, act, 'booking', before, { status: 'cancelled' })
    const resource = before.item_id && (await findResource(tx, before.resource_id))
    if (before.item_id && resource && resource.kind === 'person')
      await handOver(tx, act, before.item_id, resource.id, undefined)
    return {}
  })
}

export const check = (
  context: HostContext,
  input: Span & { resourceId: string; headcount: number | null; itemId: string | null },
) => checkBooking(context, context.db, input)

export const free = (
  context: HostContext,
  input: Span & { kind: ResourceRow['kind']; headcount: number | null; itemId: string | null; equipment: string[] },
) => freeResources(context.db, input.kind, input)

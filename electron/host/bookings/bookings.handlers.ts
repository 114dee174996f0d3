import type { BookingFields, Scope } from '../../../shared/contract/bookings.ts'
import { bookings as bookingsContract } from '../../../shared/contract/bookings.ts'
import { shifted } from '../../../shared/domain/booking/recurrence.ts'
import type { Span } from '../../../shared/domain/time.ts'
import type { SetupStyle } from '../../../shared/domain/visit.ts'
import type { BookingRow, ResourceRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { perform, seen, updateRow } from '../acts/recorded.ts'
import { moveItems } from '../itinerary/itinerary.handlers.ts'
import { officeNow } from '../office/office.queries.ts'
import { findResource, toResource } from '../resources/resources.queries.ts'
import { handOver } from '../staffing/staffing.handlers.ts'
import { findBooking, getBooking, listBookings, restOfSeries } from './bookings.queries.ts'
import { checkBooking } from './describing.ts'
import { freeResources } from './finding.ts'
import { mayTake, moveBookings, placeBooking, type Want } from './placing.ts'

export const list = (context: HostContext, input: InputOf<typeof bookingsContract.list>) =>
  listBookings(context.db, input)

export type NewBooking = Partial<Omit<BookingFields, 'mileageOut' | 'mileageIn' | 'noShow'>> &
  Pick<BookingFields, 'resourceId' | 'title' | 'startsAt' | 'endsAt'>

/** What a booking on its own wants: confirmed, unless more is said. */
export const wantOf = (input: NewBooking): Want => ({
  ...input,
  itemId: null,
  visitId: null,
  headcount: input.headcount ?? null,
  organizer: input.organizer ?? '',
  notes: input.notes ?? '',
  status: input.status ?? 'confirmed',
})

export function create(context: HostContext, input: NewBooking) {
  return perform(context, async (tx, act) => {
    const placed = await placeBooking(context, tx, act, wantOf(input))
    return { booking: await getBooking(tx, placed.row.id), warnings: placed.findings }
  })
}

interface Update {
  id: string
  revision: number
  patch: Partial<BookingFields>
  scope: Scope
}

export function update(context: HostContext, input: Update) {
  return perform(context, async (tx, act) => {
    const before = await liveBooking(tx, input.id)
    await seen('booking', before, input.revision, () => getBooking(tx, before.id))
    const { loans, title, ...fields } = input.patch
    const patch = {
      ...fields,
      // A stop's booking is named by its visit.
      ...(before.itemId === null && title !== undefined ? { title } : {}),
      // What is confirmed is held for good.
      ...(fields.status === 'confirmed' ? { expiresAt: null } : {}),
    }
    const span = { startsAt: fields.startsAt ?? before.startsAt, endsAt: fields.endsAt ?? before.endsAt }
    if (span.endsAt <= span.startsAt) throw notAllowed('endBeforeStart')
    const out = fields.mileageOut === undefined ? before.mileageOut : fields.mileageOut
    const back = fields.mileageIn === undefined ? before.mileageIn : fields.mileageIn
    if (back !== null && (out === null || back < out)) throw notAllowed('mileage')
    const rows = await inScope(context, tx, before, input.scope)
    const warnings = await moveBookings(
      context,
      tx,
      act,
      rows.map(row => {
        const to = shifted(row, before, span)
        return {
          before: row,
          patch: { ...patch, startsAt: to.startsAt, endsAt: to.endsAt },
          ...(loans ? { loans } : {}),
        }
      }),
    )
    await followItem(context, tx, act, before, { span, resourceId: fields.resourceId })
    return { booking: await getBooking(tx, before.id), changed: rows.length, warnings }
  })
}

/** A booking of a stop takes the stop along in time, and hands its duty over where a person gives way to another. */
async function followItem(
  context: HostContext,
  tx: Tx,
  act: Act,
  before: BookingRow,
  to: { span: Span; resourceId: string | undefined },
): Promise<void> {
  if (before.itemId === null) return
  const resource = await findResource(tx, before.resourceId)
  if (resource?.kind === 'person' && to.resourceId && to.resourceId !== resource.id)
    await handOver(tx, act, before.itemId, resource.id, await findResource(tx, to.resourceId))
  if (to.span.startsAt !== before.startsAt || to.span.endsAt !== before.endsAt)
    await moveItems(context, tx, act, [{ id: before.itemId, ...to.span }])
}

/** The bookings that a change is for: of a series, only what is not over. */
async function inScope(context: HostContext, tx: Tx, booking: BookingRow, scope: Scope): Promise<BookingRow[]> {
  if (scope === 'one' || booking.seriesId === null) return [booking]
  const from = scope === 'following' ? booking.startsAt : ''
  const rest = await restOfSeries(tx, booking.seriesId, from, await officeNow(context, tx))
  return rest.some(row => row.id === booking.id) ? rest : [booking, ...rest]
}

export function cancel(context: HostContext, input: InputOf<typeof bookingsContract.cancel>) {
  return perform(context, async (tx, act) => {
    const before = await liveBooking(tx, input.id)
    const taken = await findResource(tx, before.resourceId)
    if (taken) mayTake(context, toResource(taken))
    const rows = await inScope(context, tx, before, input.scope)
    for (const row of rows) await updateRow(tx, act, 'booking', row, { status: 'cancelled' })
    const resource = before.itemId && (await findResource(tx, before.resourceId))
    if (before.itemId && resource && resource.kind === 'person')
      await handOver(tx, act, before.itemId, resource.id, undefined)
    return { cancelled: rows.length }
  })
}

export function restore(context: HostContext, input: InputOf<typeof bookingsContract.restore>) {
  return perform(context, async (tx, act) => {
    const before = await findBooking(tx, input.id)
    if (!before) throw notFound('booking', input.id)
    if (before.releasedAt === null) throw notAllowed('notReleased')
    const revived = { ...before, status: 'tentative' as const }
    const { conflict: taken } = await checkBooking(context, tx, {
      startsAt: before.startsAt,
      endsAt: before.endsAt,
      resourceId: before.resourceId,
      headcount: before.headcount,
      itemId: before.itemId,
      bookingId: before.id,
    })
    if (taken && taken.inTheWay.length > 0) throw notAllowed('timeGivenAway')
    await updateRow(tx, act, 'booking', before, { status: revived.status, expiresAt: null, releasedAt: null })
    return { booking: await getBooking(tx, before.id), warnings: taken?.findings ?? [] }
  })
}

async function liveBooking(tx: Tx, id: string): Promise<BookingRow> {
  const row = await findBooking(tx, id)
  if (!row || row.status === 'cancelled') throw notFound('booking', id)
  return row
}

export const check = (
  context: HostContext,
  input: Span & {
    resourceId: string
    headcount: number | null
    itemId: string | null
    bookingId: string | null
    setupStyle: SetupStyle
    equipment: string[]
  },
) => checkBooking(context, context.db, input)

export const free = (
  context: HostContext,
  input: Span & {
    kind: ResourceRow['kind']
    headcount: number | null
    itemId: string | null
    equipment: string[]
    setupStyle: SetupStyle
  },
) => freeResources(context.db, input.kind, input)

/** What this file answers of the contract's `bookings`. */
export const bookingsAnswers = answers(bookingsContract, { list, create, update, restore, cancel, check, free })

import { ORPCError } from '@orpc/server'
import type { BookingConflict } from '../../../shared/contract/errors.ts'
import type { Resource } from '../../../shared/contract/resources.ts'
import { blockedSpan, type Finding, refuses } from '../../../shared/domain/booking/booking.ts'
import { mayBook } from '../../../shared/domain/roles.ts'
import type { Span, WallTime } from '../../../shared/domain/time.ts'
import type { SetupStyle } from '../../../shared/domain/visit.ts'
import { isOverlap } from '../../db/refusals.ts'
import type { BookingRow, ItemRow, Patch, VisitRow } from '../../db/tables.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { conflict, notAllowed } from '../acts/errors.ts'
import { deleteRow, insertRow, said, updateRow } from '../acts/recorded.ts'
import { giveBack, lend, lendingFor, loansOf, type WantedLoan } from '../equipment/lending.ts'
import { officeNow } from '../office/office.queries.ts'
import { bookingStatusOf } from '../visits/visits.queries.ts'
import { describeConflict } from './describing.ts'
import { bookable, findingsFor } from './judging.ts'

/** What one booking wants, before anyone knows whether it can have it. */
export interface Want extends Span {
  resourceId: string
  itemId: string | null
  visitId: string | null
  title: string
  headcount: number | null
  /** What a room must have. */
  equipment?: readonly string[]
  organizer: string
  notes: string
  status: 'tentative' | 'confirmed'
  isSample?: boolean
  purpose?: string
  setupStyle?: SetupStyle
  /** Movable things asked for by name and number; where nobody said, what the room lacks is taken from the stock. */
  loans?: readonly WantedLoan[]
  expiresAt?: string | null
  seriesId?: string | null
  uid?: string
  /** Which version of an imported event it is. */
  uidSequence?: number
  uidStamp?: string
  uidException?: boolean
  fromPlace?: string
  toPlace?: string
}

/**
 * Books a resource. The database itself refuses an overlap; its refusal becomes CONFLICT with who is in the way, the nearest free
 * times and the free alternatives.
 * @returns what should be seen but refuses nothing: too small, lacking equipment, out of hours, closed.
 */
export async function placeBooking(
  context: HostContext,
  tx: Tx,
  act: Act,
  want: Want,
): Promise<{ row: BookingRow; findings: Finding[] }> {
  const resource = await bookable(tx, want.resourceId)
  mayTake(context, resource)
  await expiryIsAhead(context, tx, want.expiresAt)
  const blocked = blockedSpan(want, resource)
  const lending = await lendingFor(tx, resource, { ...want, ...blocked }, null)
  const findings = await findingsFor(tx, resource, { ...want, equipment: lending.stillWanted })
  findings.push(...lending.findings)
  if (refuses(resource, findings) || lending.short)
    throw conflict([await describeConflict(context, tx, resource, want, want.itemId, null, findings, lending.short)])
  const { loans: _, equipment = [], expiresAt = null, ...fields } = want
  try {
    const row = await insertRow(tx, act, 'booking', {
      ...fields,
      id: context.newId(),
      equipment: [...equipment],
      blockedFrom: blocked.startsAt,
      blockedUntil: blocked.endsAt,
      expiresAt: want.status === 'tentative' ? expiresAt : null,
    })
    await lend(context, tx, act, row.id, lending.loans)
    return { row, findings }
  } catch (error) {
    if (!isOverlap(error)) throw error
    throw conflict([await describeConflict(context, tx, resource, want, want.itemId, null, findings)])
  }
}

/**
 * Books a resource for a stop of a visit, tentative until the plan is approved.
 * @param of `headcount`: how many it is for; null where several share them or nobody counts.
 */
export const bookForStop = (
  context: HostContext,
  tx: Tx,
  act: Act,
  of: {
    visit: Pick<VisitRow, 'id' | 'status' | 'coordinator'>
    item: Pick<ItemRow, 'id' | 'startsAt' | 'endsAt' | 'setupStyle'>
    resourceId: string
    headcount: number | null
    equipment?: readonly string[]
    isSample?: boolean
  },
) =>
  placeBooking(context, tx, act, {
    resourceId: of.resourceId,
    itemId: of.item.id,
    visitId: of.visit.id,
    title: '',
    startsAt: of.item.startsAt,
    endsAt: of.item.endsAt,
    headcount: of.headcount,
    equipment: of.equipment ?? [],
    setupStyle: of.item.setupStyle,
    organizer: of.visit.coordinator,
    notes: '',
    status: bookingStatusOf(of.visit),
    isSample: of.isSample ?? false,
  })

/**
 * Holds a resource, or leaves it where it cannot be had: others have it, or it is for others to book.
 * @returns whether it is held
 */
export async function holdOrLeave(hold: () => Promise<unknown>): Promise<boolean> {
  try {
    await hold()
    return true
  } catch (error) {
    if (isOverlap(error)) return false
    if (error instanceof ORPCError && (error.code === 'CONFLICT' || isForOthers(error))) return false
    throw error
  }
}

const isForOthers = (error: ORPCError<string, unknown>): boolean =>
  error.code === 'NOT_ALLOWED' && isObject(error.data) && error.data.reason === 'bookedByOthers'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Takes a booking away with what it had borrowed, each so that undo brings it back. */
export async function deleteBooking(tx: Tx, act: Act, booking: BookingRow): Promise<void> {
  await giveBack(tx, act, booking.id, [])
  await deleteRow(tx, act, 'booking', booking)
}

export interface Move {
  before: BookingRow
  /** What a room must have. */
  equipment?: readonly string[]
  patch: Omit<Patch<'booking'>, 'id' | 'revision' | 'blockedFrom' | 'blockedUntil' | 'visitId' | 'itemId'>
  /** Movable things it shall have; those it has where nobody said. */
  loans?: readonly WantedLoan[]
}

/**
 * Moves bookings all together or not at all, in any order: they are parked first, so that two that change places do not meet
 * each other on the way.
 * @throws CONFLICT with every booking that cannot be had.
 */
export async function moveBookings(context: HostContext, tx: Tx, act: Act, moves: readonly Move[]): Promise<Finding[]> {
  const moving = moves.filter(move => move.before.status !== 'cancelled')
  if (moving.length > 1)
    await tx
      .updateTable('booking')
      .set({ status: 'cancelled' })
      .where(
        'id',
        'in',
        moving.map(move => move.before.id),
      )
      .execute()
  const refused: BookingConflict[] = []
  const seen: Finding[] = []
  for (const { before, patch, equipment, loans } of moves) {
    const after = { ...before, ...said(patch) }
    const resource = await bookable(tx, after.resourceId)
    const span = { startsAt: after.startsAt, endsAt: after.endsAt }
    const blocked = blockedSpan(span, resource)
    const wanted = {
      ...span,
      headcount: after.headcount,
      setupStyle: after.setupStyle,
      equipment: equipment ?? after.equipment,
    }
    const live = after.status !== 'cancelled'
    if (live && moved(before, after)) mayTake(context, resource)
    if (live && after.expiresAt !== before.expiresAt) await expiryIsAhead(context, tx, after.expiresAt)
    // A stop's things are looked for anew wherever it goes; what somebody asked for by number comes along or the move is refused.
    const kept = loans ?? (before.itemId === null ? await loansOf(tx, before.id) : undefined)
    const lending = live
      ? await lendingFor(tx, resource, { ...wanted, ...blocked, ...(kept ? { loans: kept } : {}) }, before.id)
      : { loans: await loansOf(tx, before.id), stillWanted: [], findings: [], short: false }
    const findings = await findingsFor(tx, resource, {
      ...wanted,
      equipment: lending.stillWanted,
      bookingId: before.id,
      fromPlace: after.fromPlace,
      toPlace: after.toPlace,
    })
    findings.push(...lending.findings)
    const refuse = async () =>
      refused.push(
        await describeConflict(context, tx, resource, wanted, after.itemId, before.id, findings, lending.short),
      )
    if (live && ((moved(before, after) && refuses(resource, findings)) || lending.short)) {
      await refuse()
      continue
    }
    try {
      if (live) await giveBack(tx, act, before.id, lending.loans)
      await updateRow(
        tx,
        act,
        'booking',
        before,
        { ...patch, blockedFrom: blocked.startsAt, blockedUntil: blocked.endsAt },
        moving.length > 1 ? { status: after.status } : {},
      )
      if (live) await lend(context, tx, act, before.id, lending.loans)
      seen.push(...findings)
    } catch (error) {
      if (!isOverlap(error)) throw error
      await refuse()
    }
  }
  if (refused.length > 0) throw conflict(refused)
  return seen
}

const moved = (before: BookingRow, after: BookingRow): boolean =>
  before.resourceId !== after.resourceId || before.startsAt !== after.startsAt || before.endsAt !== after.endsAt

/** A hold that is over before it begins would be gone at once. @throws NOT_ALLOWED expiresInPast */
async function expiryIsAhead(context: HostContext, db: Db, expiresAt: WallTime | null | undefined): Promise<void> {
  if (expiresAt && expiresAt <= (await officeNow(context, db))) throw notAllowed('expiresInPast')
}

/** @throws NOT_ALLOWED bookedByOthers where the resource asks for another role than the one who acts. */
export function mayTake(context: HostContext, resource: Resource): void {
  if (context.account && !mayBook(context.account.role, resource.bookedBy)) throw notAllowed('bookedByOthers')
}

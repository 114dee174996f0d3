import type { Visit, VisitSummary } from '../../../shared/contract/visits.ts'
import { visits as visitsContract } from '../../../shared/contract/visits.ts'
import { blockedSpan } from '../../../shared/domain/booking/booking.ts'
import { goneEnglish, VISIT_ENGLISH } from '../../../shared/domain/english.ts'
import { mayStep } from '../../../shared/domain/roles.ts'
import {
  addDays,
  addMinutes,
  type Day,
  dayOf,
  daysBetween,
  isOfOurTime,
  MINUTES_PER_DAY,
} from '../../../shared/domain/time.ts'
import { isTentative, nextStatuses, visitCode } from '../../../shared/domain/visit.ts'
import type { BookingRow, NewRow, VisitRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, HostContext, Tx } from '../acts/context.ts'
import { forbidden, notAllowed } from '../acts/errors.ts'
import { insertRow, perform, seen, updateRow } from '../acts/recorded.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { bookingsOfVisit, releasedWith } from '../bookings/bookings.queries.ts'
import { holdOrLeave, moveBookings } from '../bookings/placing.ts'
import { itemRowsOfVisit } from '../itinerary/itinerary.queries.ts'
import { officeNow } from '../office/office.queries.ts'
import { findResource, toResource } from '../resources/resources.queries.ts'
import { settleSupplies } from '../supplies/supplies.handlers.ts'
import {
  asVisit,
  codesLike,
  countFollowing,
  LONGEST_VISIT,
  listVisits,
  type VisitFilter,
  visitOf,
  visitsInRange,
} from './visits.queries.ts'

export const range = (context: HostContext, input: InputOf<typeof visitsContract.range>): Promise<VisitSummary[]> =>
  visitsInRange(context.db, input.from, input.until, addDays(input.from, -LONGEST_VISIT))

export const list = async (context: HostContext, input: VisitFilter) =>
  listVisits(context.db, input, dayOf(await officeNow(context, context.db)))

export async function get(context: HostContext, input: InputOf<typeof visitsContract.get>): Promise<Visit> {
  return asVisit(context.db, await visitOf(context.db, input.id))
}

export async function following(context: HostContext, input: InputOf<typeof visitsContract.following>) {
  const visit = await visitOf(context.db, input.id)
  return countFollowing(context.db, visit.id)
}

export function create(context: HostContext, input: VisitDraft) {
  return perform(context, async (tx, act) => {
    hasSensibleDays(input.startsOn, input.endsOn ?? input.startsOn)
    const row = await insertVisit(context, tx, act, input)
    return { visit: await asVisit(tx, row) }
  })
}

/** What is known of a visit that begins: an inquiry of one day, unless more is said. */
export type VisitDraft = Omit<NewRow<'visit'>, 'id' | 'code' | 'endsOn'> & { endsOn?: Day | undefined }

/** Makes a visit with the next free code of its first day. */
export async function insertVisit(context: HostContext, tx: Tx, act: Act, draft: VisitDraft): Promise<VisitRow> {
  return insertRow(tx, act, 'visit', {
    enteredOn: dayOf(await officeNow(context, tx)),
    ...draft,
    endsOn: draft.endsOn ?? draft.startsOn,
    id: context.newId(),
    code: await freeCode(tx, draft.startsOn),
  })
}

/** @throws NOT_ALLOWED endBeforeStart, visitTooLong, otherTimes */
export function hasSensibleDays(startsOn: Day, endsOn: Day): void {
  if (endsOn < startsOn) throw notAllowed('endBeforeStart')
  if (daysBetween(startsOn, endsOn) >= LONGEST_VISIT) throw notAllowed('visitTooLong')
  if (!isOfOurTime(startsOn) || !isOfOurTime(endsOn)) throw notAllowed('otherTimes')
}

/** The next free number among the codes of a day. */
export async function freeCode(tx: Tx, startsOn: Day): Promise<string> {
  const used = new Set(await codesLike(tx, visitCode(startsOn, 0).slice(0, 8)))
  let number = used.size + 1
  while (used.has(visitCode(startsOn, number))) number++
  return visitCode(startsOn, number)
}

export function update(context: HostContext, input: InputOf<typeof visitsContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await visitOf(tx, input.id)
    await seen('visit', before, input.revision, () => asVisit(tx, before))
    const patch = { ...goneEnglish(before, input.patch, VISIT_ENGLISH), ...input.patch }
    const startsOn = input.patch.startsOn ?? before.startsOn
    const endsOn = input.patch.endsOn ?? before.endsOn
    hasSensibleDays(startsOn, endsOn)
    if (startsOn > before.startsOn || endsOn < before.endsOn) {
      const items = await itemRowsOfVisit(tx, before.id)
      if (items.some(item => dayOf(item.startsAt) < startsOn || dayOf(item.startsAt) > endsOn))
        throw notAllowed('itemsOutside')
    }
    const after = await updateRow(tx, act, 'visit', before, patch)
    return { visit: await asVisit(tx, after) }
  })
}

export function move(context: HostContext, input: InputOf<typeof visitsContract.move>) {
  return perform(context, async (tx, act) => {
    const before = await visitOf(tx, input.id)
    const days = daysBetween(before.startsOn, input.startsOn)
    if (['in_progress', 'completed', 'archived'].includes(before.status)) throw notAllowed('visitUnderWay')
    hasSensibleDays(input.startsOn, addDays(before.endsOn, days))
    await updateRow(tx, act, 'visit', before, {
      startsOn: addDays(before.startsOn, days),
      endsOn: addDays(before.endsOn, days),
    })
    const items = await itemRowsOfVisit(tx, before.id)
    for (const item of items) {
      await updateRow(tx, act, 'itineraryItem', item, {
        startsAt: addMinutes(item.startsAt, days * MINUTES_PER_DAY),
        endsAt: addMinutes(item.endsAt, days * MINUTES_PER_DAY),
      })
    }
    for (const stay of await linesOfVisit(tx, 'stay', before.id))
      await updateRow(tx, act, 'stay', stay, {
        checkIn: addDays(stay.checkIn, days),
        checkOut: addDays(stay.checkOut, days),
      })
    for (const briefing of await linesOfVisit(tx, 'briefing', before.id))
      await updateRow(tx, act, 'briefing', briefing, {
        startsAt: addMinutes(briefing.startsAt, days * MINUTES_PER_DAY),
        endsAt: addMinutes(briefing.endsAt, days * MINUTES_PER_DAY),
      })
    const bookings = (await bookingsOfVisit(tx, before.id)).filter(booking => booking.status !== 'cancelled')
    await moveBookings(
      context,
      tx,
      act,
      bookings.map(booking => ({
        before: booking,
        patch: {
          startsAt: addMinutes(booking.startsAt, days * MINUTES_PER_DAY),
          endsAt: addMinutes(booking.endsAt, days * MINUTES_PER_DAY),
        },
      })),
    )
    return {}
  })
}

export function setStatus(context: HostContext, input: InputOf<typeof visitsContract.setStatus>) {
  return perform(context, async (tx, act) => {
    const before = await visitOf(tx, input.id)
    await seen('visit', before, input.revision, () => asVisit(tx, before))
    if (!nextStatuses(before.status).includes(input.status)) throw notAllowed('statusStep')
    if (!mayStep(context.account?.role ?? null, before.status, input.status)) throw forbidden('submit')
    const notes = input.comment === '' ? before.notes : [before.notes, input.comment].filter(Boolean).join('\n')
    const after = await updateRow(tx, act, 'visit', before, { status: input.status, notes })
    const lost = [...(await settleBookings(tx, act, before, after)), ...(await settleSupplies(tx, act, before, after))]
    if (after.status === 'cancelled') await withdrawPlan(tx, act, after)
    return { visit: await asVisit(tx, after), notRebooked: lost.filter(Boolean) }
  })
}

/**
 * Bookings follow the visit: released when it is cancelled, taken again where free when it lives again, confirmed with its plan. What comes
 * back is what the cancelling released, at the time that its stop has now.
 */
export async function settleBookings(tx: Tx, act: Act, before: VisitRow, after: VisitRow): Promise<string[]> {
  const lost: string[] = []
  const isTakenUp = before.status === 'cancelled' && after.status !== 'cancelled'
  const released = isTakenUp ? await releasedWith(tx, after.id) : new Set<string>()
  const items = isTakenUp ? await itemRowsOfVisit(tx, after.id) : []
  for (const booking of await bookingsOfVisit(tx, after.id)) {
    const isBack = released.has(booking.id) && booking.status === 'cancelled'
    const status = isBack ? 'tentative' : statusFor(booking, after)
    const item = isBack ? items.find(each => each.id === booking.itemId) : undefined
    const resource = item && (await findResource(tx, booking.resourceId))
    const span = item && { startsAt: item.startsAt, endsAt: item.endsAt }
    const blocked = span && resource && blockedSpan(span, toResource(resource))
    const patch = {
      status,
      ...span,
      ...(blocked && { blockedFrom: blocked.startsAt, blockedUntil: blocked.endsAt }),
    }
    if (!(await holdOrLeave(() => updateRow(tx, act, 'booking', booking, patch))))
      lost.push((await findResource(tx, booking.resourceId))?.name ?? '')
  }
  return lost
}

function statusFor(booking: BookingRow, after: VisitRow): BookingRow['status'] {
  if (after.status === 'cancelled' || booking.status === 'cancelled') return 'cancelled'
  return isTentative(after.status) ? booking.status : 'confirmed'
}

/** A plan that waits for a decision waits no longer when its visit is cancelled. */
async function withdrawPlan(tx: Tx, act: Act, visit: VisitRow): Promise<void> {
  for (const version of await linesOfVisit(tx, 'planVersion', visit.id))
    if (version.status === 'submitted') await updateRow(tx, act, 'planVersion', version, { status: 'withdrawn' })
}

/** What this file answers of the contract's `visits`. */
export const visitsAnswers = answers(visitsContract, { range, list, get, following, create, update, move, setStatus })

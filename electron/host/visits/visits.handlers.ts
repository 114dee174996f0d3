import type { Visit, VisitFields, VisitSummary } from '../../../shared/contract/visits.ts'
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
import type { BookingRow, VisitRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, HostContext, Tx } from '../acts/context.ts'
import { forbidden, notAllowed, stale } from '../acts/errors.ts'
import { insertRow, perform, toColumns, updateRow } from '../acts/recorded.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { bookingsOfVisit, releasedWith } from '../bookings/bookings.queries.ts'
import { isOverlap, moveBookings } from '../bookings/placing.ts'
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
  toVisit,
  type VisitFilter,
  visitOf,
  visitsInRange,
} from './visits.queries.ts'

export const range = (context: HostContext, input: InputOf<typeof visitsContract.range>): Promise<VisitSummary[]> =>
  visitsInRange(context.db, input.from, input.until, addDays(input.from, -LONGEST_VISIT))

export const list = (context: HostContext, input: VisitFilter) => listVisits(context.db, input)

export async function get(context: HostContext, input: InputOf<typeof visitsContract.get>): Promise<Visit> {
  return asVisit(context.db, await visitOf(context.db, input.id))
}

export async function following(context: HostContext, input: InputOf<typeof visitsContract.following>) {
  const visit = await visitOf(context.db, input.id)
  return countFollowing(context.db, visit.id)
}

export function create(context: HostContext, input: Partial<VisitFields> & Pick<VisitFields, 'title' | 'startsOn'>) {
  return perform(context, async (tx, act) => {
    const today = dayOf(await officeNow(context, tx))
    const row = { ...newVisitRow(context.newId(), await freeCode(tx, input.startsOn), input), entered_on: today }
    hasSensibleDays(row.starts_on, row.ends_on)
    await insertRow(tx, act, 'visit', row)
    return { visit: await asVisit(tx, row) }
  })
}

/** A visit as it begins: an inquiry of one day, unless more is said. */
export function newVisitRow(
  id: string,
  code: string,
  fields: Partial<VisitFields> & Pick<VisitFields, 'title' | 'startsOn'>,
): VisitRow {
  const row: VisitRow = {
    id,
    code,
    title: fields.title,
    title_latin: '',
    grade: 'C',
    kind: 'other',
    status: 'inquiry',
    starts_on: fields.startsOn,
    ends_on: fields.startsOn,
    headcount: null,
    organization: '',
    organization_latin: '',
    contact_name: '',
    contact_phone: '',
    contact_email: '',
    coordinator: '',
    coordinator_phone: '',
    purpose: '',
    theme: '',
    theme_latin: '',
    dress: '',
    dress_latin: '',
    map_note: '',
    map_note_latin: '',
    notes: '',
    expectations: '',
    topics: '',
    preferences: '',
    taboos: '',
    wished_dates: '',
    stay_days: null,
    needs_transport: 0,
    needs_lodging: 0,
    needs_interpreting: 0,
    objectives: '',
    entered_on: null,
    has_checklist: 0,
    covered_facts: null,
    is_sample: 0,
    revision: 1,
  }
  return Object.assign(row, toColumns(fields))
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
    if (before.revision !== input.revision) throw stale('visit', before.id, await asVisit(tx, before))
    const patch = toColumns({ ...goneEnglish(toVisit(before, 0, 0), input.patch, VISIT_ENGLISH), ...input.patch })
    const startsOn = input.patch.startsOn ?? before.starts_on
    const endsOn = input.patch.endsOn ?? before.ends_on
    hasSensibleDays(startsOn, endsOn)
    if (startsOn > before.starts_on || endsOn < before.ends_on) {
      const items = await itemRowsOfVisit(tx, before.id)
      if (items.some(item => dayOf(item.starts_at) < startsOn || dayOf(item.starts_at) > endsOn))
        throw notAllowed('itemsOutside')
    }
    const after = await updateRow(tx, act, 'visit', before, patch)
    return { visit: await asVisit(tx, after) }
  })
}

export function move(context: HostContext, input: InputOf<typeof visitsContract.move>) {
  return perform(context, async (tx, act) => {
    const before = await visitOf(tx, input.id)
    const days = daysBetween(before.starts_on, input.startsOn)
    if (['in_progress', 'completed', 'archived'].includes(before.status)) throw notAllowed('visitUnderWay')
    hasSensibleDays(input.startsOn, addDays(before.ends_on, days))
    await updateRow(tx, act, 'visit', before, {
      starts_on: addDays(before.starts_on, days),
      ends_on: addDays(before.ends_on, days),
    })
    const items = await itemRowsOfVisit(tx, before.id)
    for (const item of items) {
      await updateRow(tx, act, 'itinerary_item', item, {
        starts_at: addMinutes(item.starts_at, days * MINUTES_PER_DAY),
        ends_at: addMinutes(item.ends_at, days * MINUTES_PER_DAY),
      })
    }
    for (const stay of await linesOfVisit(tx, 'stay', before.id))
      await updateRow(tx, act, 'stay', stay, {
        check_in: addDays(stay.check_in, days),
        check_out: addDays(stay.check_out, days),
      })
    for (const briefing of await linesOfVisit(tx, 'briefing', before.id))
      await updateRow(tx, act, 'briefing', briefing, {
        starts_at: addMinutes(briefing.starts_at, days * MINUTES_PER_DAY),
        ends_at: addMinutes(briefing.ends_at, days * MINUTES_PER_DAY),
      })
    const bookings = (await bookingsOfVisit(tx, before.id)).filter(booking => booking.status !== 'cancelled')
    await moveBookings(
      context,
      tx,
      act,
      bookings.map(booking => ({
        before: booking,
        patch: {
          starts_at: addMinutes(booking.starts_at, days * MINUTES_PER_DAY),
          ends_at: addMinutes(booking.ends_at, days * MINUTES_PER_DAY),
        },
      })),
    )
    return {}
  })
}

export function setStatus(context: HostContext, input: InputOf<typeof visitsContract.setStatus>) {
  return perform(context, async (tx, act) => {
    const before = await visitOf(tx, input.id)
    if (before.revision !== input.revision) throw stale('visit', before.id, await asVisit(tx, before))
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
    const item = isBack ? items.find(each => each.id === booking.item_id) : undefined
    const resource = item && (await findResource(tx, booking.resource_id))
    const span = item && { startsAt: item.starts_at, endsAt: item.ends_at }
    const blocked = span && resource && blockedSpan(span, toResource(resource))
    try {
      await updateRow(tx, act, 'booking', booking, {
        status,
        ...(span && { starts_at: span.startsAt, ends_at: span.endsAt }),
        ...(blocked && { blocked_from: blocked.startsAt, blocked_until: blocked.endsAt }),
      })
    } catch (error) {
      if (!isOverlap(error)) throw error
      lost.push((await findResource(tx, booking.resource_id))?.name ?? '')
    }
  }
  return lost
}

function statusFor(booking: BookingRow, after: VisitRow): BookingRow['status'] {
  if (after.status === 'cancelled' || booking.status === 'cancelled') return 'cancelled'
  return isTentative(after.status) ? booking.status : 'confirmed'
}

/** A plan that waits for a decision waits no longer when its visit is cancelled. */
async function withdrawPlan(tx: Tx, act: Act, visit: VisitRow): Promise<void> {
  for (const version of await linesOfVisit(tx, 'plan_version', visit.id))
    if (version.status === 'submitted') await updateRow(tx, act, 'plan_version', version, { status: 'withdrawn' })
}

/** What this file answers of the contract's `visits`. */
export const visitsAnswers = answers(visitsContract, { range, list, get, following, create, update, move, setStatus })

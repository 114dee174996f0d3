import type { Attendee, Briefing } from '../../../shared/contract/briefings.ts'
import { attendees as attendeesContract, briefings as briefingsContract } from '../../../shared/contract/briefings.ts'
import { cut } from '../../../shared/domain/text.ts'
import { addDays, at } from '../../../shared/domain/time.ts'
import type { BookingRow, BriefingRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { deleteRow, insertRow, perform, seen, updateRow } from '../acts/recorded.ts'
import { lineHandlers, linesOfVisit } from '../acts/visitLines.ts'
import { findBooking } from '../bookings/bookings.queries.ts'
import { moveBookings, placeBooking } from '../bookings/placing.ts'
import { officeWords } from '../office/office.queries.ts'
import { dutiesOfVisit } from '../staffing/staffing.queries.ts'
import { visitOf } from '../visits/visits.queries.ts'

export async function get(
  context: HostContext,
  input: InputOf<typeof briefingsContract.get>,
): Promise<Briefing | null> {
  const row = await briefingOf(context.db, input.visitId)
  return row ? present(context.db, row) : null
}

export function put(context: HostContext, input: InputOf<typeof briefingsContract.put>) {
  return perform(context, async (tx, act) => {
    const visit = await visitOf(tx, input.visitId)
    const before = await briefingOf(tx, visit.id)
    if (before) await seen('briefing', before, input.revision ?? 0, () => present(tx, before))
    const held = before?.bookingId ? await findBooking(tx, before.bookingId) : undefined
    const live = held?.status === 'cancelled' ? undefined : held
    const startsAt = input.startsAt ?? before?.startsAt ?? at(addDays(visit.startsOn, -1), '14:00')
    const endsAt = input.endsAt ?? before?.endsAt ?? at(addDays(visit.startsOn, -1), '14:45')
    if (endsAt <= startsAt) throw notAllowed('endBeforeStart')
    const roomId = input.roomId === undefined ? (live?.resourceId ?? null) : input.roomId
    const bookingId = await holdRoom(context, tx, act, live, roomId, { startsAt, endsAt, visit })
    const fields = {
      startsAt,
      endsAt,
      bookingId,
      ...(input.place === undefined ? {} : { place: input.place }),
      ...(input.agenda === undefined ? {} : { agenda: input.agenda }),
    }
    const row = before
      ? await updateRow(tx, act, 'briefing', before, fields)
      : await insertRow(tx, act, 'briefing', { id: context.newId(), visitId: visit.id, ...fields })
    return { briefing: await present(tx, row) }
  })
}

/** Books, moves or lets go the room of a briefing. @returns its booking */
async function holdRoom(
  context: HostContext,
  tx: Tx,
  act: Act,
  held: BookingRow | undefined,
  roomId: string | null,
  wish: { startsAt: string; endsAt: string; visit: { id: string; title: string; coordinator: string } },
): Promise<string | null> {
  if (roomId === null) {
    if (held) await updateRow(tx, act, 'booking', held, { status: 'cancelled' })
    return null
  }
  if (held) {
    await moveBookings(context, tx, act, [
      { before: held, patch: { resourceId: roomId, startsAt: wish.startsAt, endsAt: wish.endsAt } },
    ])
    return held.id
  }
  const { row } = await placeBooking(context, tx, act, {
    resourceId: roomId,
    itemId: null,
    visitId: wish.visit.id,
    title: cut(`${(await officeWords(context, tx))('briefing.title')} · ${wish.visit.title}`, 120),
    startsAt: wish.startsAt,
    endsAt: wish.endsAt,
    headcount: (await linesOfVisit(tx, 'attendee', wish.visit.id)).length || null,
    organizer: wish.visit.coordinator,
    notes: '',
    status: 'confirmed',
  })
  return row.id
}

export function remove(context: HostContext, input: InputOf<typeof briefingsContract.remove>) {
  return perform(context, async (tx, act) => {
    const row = await briefingOf(tx, input.visitId)
    if (!row) throw notFound('briefing', input.visitId)
    const booking = row.bookingId ? await findBooking(tx, row.bookingId) : undefined
    await deleteRow(tx, act, 'briefing', row)
    if (booking && booking.status !== 'cancelled') await updateRow(tx, act, 'booking', booking, { status: 'cancelled' })
    return {}
  })
}

/** Everybody with a duty, once, with what each does there in a word. */
export function invite(context: HostContext, input: InputOf<typeof briefingsContract.invite>) {
  return perform(context, async (tx, act) => {
    const visit = await visitOf(tx, input.visitId)
    const there = new Set((await linesOfVisit(tx, 'attendee', visit.id)).map(row => row.name))
    const people = new Map<string, { phone: string; duties: Set<string> }>()
    const know = (name: string, phone: string, duty: string) => {
      const person = people.get(name) ?? { phone: '', duties: new Set<string>() }
      people.set(name, { phone: person.phone || phone, duties: person.duties.add(duty) })
    }
    if (visit.coordinator !== '') know(visit.coordinator, visit.coordinatorPhone, 'coordinator')
    for (const line of await linesOfVisit(tx, 'assignment', visit.id)) know(line.name, line.phone, line.role)
    for (const duty of await dutiesOfVisit(tx, visit.id)) know(duty.name, duty.phone, duty.role)
    const fresh = [...people].filter(([name]) => !there.has(name))
    for (const [name, { phone, duties }] of fresh)
      await insertRow(tx, act, 'attendee', {
        id: context.newId(),
        visitId: visit.id,
        name,
        phone,
        duty: [...duties].join(' '),
      })
    return { added: fresh.length }
  })
}

export const attendees = lineHandlers<'attendee', Attendee>({
  table: 'attendee',
  present: (_, rows) => rows,
})

/** A briefing whose room was moved or taken away elsewhere goes along. */
export async function followBriefing(_: HostContext, tx: Tx, act: Act): Promise<void> {
  const visitIds = new Set(act.touched.filter(each => each.entity === 'booking').map(each => each.visitId))
  for (const visitId of visitIds) {
    const row = visitId === null ? undefined : await briefingOf(tx, visitId)
    const booking = row?.bookingId ? await findBooking(tx, row.bookingId) : undefined
    if (row && booking && booking.status !== 'cancelled')
      await updateRow(tx, act, 'briefing', row, { startsAt: booking.startsAt, endsAt: booking.endsAt })
  }
}

function briefingOf(db: Db, visitId: string): Promise<BriefingRow | undefined> {
  return db.selectFrom('briefing').selectAll().where('visitId', '=', visitId).executeTakeFirst()
}

async function present(db: Db, row: BriefingRow): Promise<Briefing> {
  const room = row.bookingId
    ? await db
        .selectFrom('booking as b')
        .innerJoin('resource as r', 'r.id', 'b.resourceId')
        .select(['r.id', 'r.name'])
        .where('b.id', '=', row.bookingId)
        .where('b.status', '<>', 'cancelled')
        .executeTakeFirst()
    : undefined
  return { ...row, roomId: room?.id ?? null, roomName: room?.name ?? '' }
}

/** What this file answers of the contract's `briefings`. */
export const briefingsAnswers = answers(briefingsContract, { get, put, remove, invite })

/** What this file answers of the contract's `attendees`. */
export const attendeesAnswers = answers(attendeesContract, {
  list: attendees.list,
  add: attendees.add,
  update: attendees.update,
  remove: attendees.remove,
})

import { setImmediate } from 'node:timers/promises'
import type { CalendarLine } from '../../../shared/contract/bookings.ts'
import { bookings as bookingsContract } from '../../../shared/contract/bookings.ts'
import { addDays, at, dayOf } from '../../../shared/domain/time.ts'
import type { BookingRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Db, HostContext } from '../acts/context.ts'
import { conflict, notFound } from '../acts/errors.ts'
import { perform, updateRow } from '../acts/recorded.ts'
import { officeNow, officeSettingsOf } from '../office/office.queries.ts'
import { findResource } from '../resources/resources.queries.ts'
import { readCalendarText } from './calendar.read.ts'
import { checkBooking, moveBookings, placeBooking } from './placing.ts'

/** A calendar is read from today until this many days later. */
const AHEAD = 400
/** Everything else gets a turn after so many bookings. */
const AT_ONCE = 20

export async function readCalendar(context: HostContext, input: InputOf<typeof bookingsContract.readCalendar>) {
  return {
    name: input.file.name,
    lines: await linesOf(context, context.db, input.resourceId, await textOf(input.file)),
  }
}

export async function importCalendar(context: HostContext, input: InputOf<typeof bookingsContract.importCalendar>) {
  const text = await textOf(input.file)
  return perform(context, async (tx, act) => {
    const count = { made: 0, moved: 0, released: 0, skipped: 0 }
    const known = await knownBookings(tx, input.resourceId)
    for (const [index, line] of (await linesOf(context, tx, input.resourceId, text)).entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await setImmediate()
      const before = known.get(line.uid)
      if (line.change === 'same') continue
      if (line.takenBy !== '') count.skipped++
      else if (line.change === 'gone' && before) {
        await updateRow(tx, act, 'booking', before, { status: 'cancelled' })
        count.released++
      } else if (before) {
        const patch = { starts_at: line.startsAt, ends_at: line.endsAt, title: line.title }
        await moveBookings(context, tx, act, [{ before, patch }])
        count.moved++
      } else {
        await placeBooking(context, tx, act, {
          resourceId: input.resourceId,
          itemId: null,
          visitId: null,
          title: line.title,
          startsAt: line.startsAt,
          endsAt: line.endsAt,
          headcount: null,
          organizer: '',
          notes: '',
          status: 'confirmed',
          uid: line.uid,
        })
        count.made++
      }
    }
    return count
  })
}

async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  try {
    return utf8.decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** What a file would change for a resource, in order of time; taken are those whose time another booking has. */
async function linesOf(context: HostContext, db: Db, resourceId: string, text: string): Promise<CalendarLine[]> {
  const resource = await findResource(db, resourceId)
  if (!resource) throw notFound('resource', resourceId)
  const { timeZone } = await officeSettingsOf(db)
  const today = dayOf(await officeNow(context, db))
  const from = at(today, '00:00')
  const times = readCalendarText(text, { timeZone, from, until: at(addDays(today, AHEAD), '00:00') })
  const known = await knownBookings(db, resourceId)
  const lines: CalendarLine[] = []
  for (const time of times) {
    const before = known.get(time.uid)
    const title = time.title || resource.name
    const line = { uid: time.uid, title, startsAt: time.startsAt, endsAt: time.endsAt }
    if (time.cancelled) {
      if (before) lines.push({ ...line, change: 'gone', takenBy: '' })
      continue
    }
    if (before && before.starts_at === time.startsAt && before.ends_at === time.endsAt && before.title === title) {
      lines.push({ ...line, change: 'same', takenBy: '' })
      continue
    }
    const { conflict: taken } = await checkBooking(context, db, {
      ...time,
      resourceId,
      headcount: null,
      itemId: null,
      bookingId: before?.id ?? null,
    })
    const by = taken ? (taken.inTheWay[0]?.title ?? resource.name) : ''
    lines.push({ ...line, change: before ? 'moved' : 'new', takenBy: by })
  }
  // An occurrence that its series no longer has is gone; events that the file does not name are left alone.
  const told = new Set(times.map(time => time.uid))
  const series = new Set(times.map(time => time.uid.split('#')[0]))
  for (const [uid, row] of known)
    if (!told.has(uid) && row.ends_at > from && series.has(uid.split('#')[0]))
      lines.push({ uid, title: row.title, startsAt: row.starts_at, endsAt: row.ends_at, change: 'gone', takenBy: '' })
  return lines
}

async function knownBookings(db: Db, resourceId: string): Promise<Map<string, BookingRow>> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where('resource_id', '=', resourceId)
    .where('uid', '<>', '')
    .where('status', '<>', 'cancelled')
    .execute()
  return new Map(rows.map(row => [row.uid, row]))
}

export function importRows(context: HostContext, input: InputOf<typeof bookingsContract.importRows>) {
  return perform(context, async (tx, act) => {
    const refused: Parameters<typeof conflict>[0] = []
    for (const [index, row] of input.rows.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await setImmediate()
      const want = { ...row, itemId: null, visitId: null }
      const found = await checkBooking(context, tx, want)
      if (found.conflict) refused.push(found.conflict)
      else await placeBooking(context, tx, act, want)
    }
    if (refused.length > 0) throw conflict(refused)
    return { made: input.rows.length }
  })
}

/** What this file answers of the contract's `bookings`. */
export const calendarsAnswers = answers(bookingsContract, { readCalendar, importCalendar, importRows })

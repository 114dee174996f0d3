import { setImmediate } from 'node:timers/promises'
import { ORPCError } from '@orpc/server'
import type { CalendarLine } from '../../../shared/contract/bookings.ts'
import { bookings as bookingsContract } from '../../../shared/contract/bookings.ts'
import type { Resource } from '../../../shared/contract/resources.ts'
import { blockedSpan, refuses } from '../../../shared/domain/booking/booking.ts'
import { addDays, addMinutes, at, dayOf, later, overlaps, type Span } from '../../../shared/domain/time.ts'
import type { BookingRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { badFile, conflict, notFound } from '../acts/errors.ts'
import { followUp, insertRow, newAct, perform, updateRow } from '../acts/recorded.ts'
import { ThreadEnded, threads } from '../files/threads.ts'
import { officeNow, officeSettingsOf } from '../office/office.queries.ts'
import { findResource, toResource } from '../resources/resources.queries.ts'
import { bookingsInTheWay } from './bookings.queries.ts'
import { type CalendarReading, type EventVersion, isOlder } from './calendar.read.ts'
import { checkBooking } from './describing.ts'
import type { CalendarAnswer, CalendarJob } from './ics.worker.ts'
import { isExclusive } from './judging.ts'
import { mayTake, moveBookings, placeBooking } from './placing.ts'

/** A calendar is read from today until this many days later. */
const AHEAD = 400
/** Everything else gets a turn after so many bookings. */
const AT_ONCE = 20
/** Bookings that are made in one transaction: nobody waits longer for their turn. */
const IN_ONE = 50

/** The worker stands beside this file as source, and beside the bundle when built. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './ics.worker.ts' : './ics.worker.js', import.meta.url)
const reading = threads<CalendarJob, CalendarAnswer>({ file: WORKER, patience: 15_000, most: 2, memory: 300 })

export async function readCalendar(context: HostContext, input: InputOf<typeof bookingsContract.readCalendar>) {
  const calendar = await readingOf(context, input.file)
  const lines = await linesOf(context, context.db, await resourceOf(context.db, input.resourceId), calendar)
  return {
    name: input.file.name,
    lines: lines.map(({ before: _, version: __, ...line }) => line),
    passedOver: calendar.passedOver,
  }
}

/**
 * Takes a calendar over as one act in several transactions, so that others are answered meanwhile: what moves or goes together first,
 * since two may change places, then what is new. What is in the way of another is left out and counted.
 */
export async function importCalendar(context: HostContext, input: InputOf<typeof bookingsContract.importCalendar>) {
  const calendar = await readingOf(context, input.file)
  const act = newAct(context)
  const count = { made: 0, moved: 0, released: 0, skipped: 0, passedOver: calendar.passedOver.length }
  const inOne = async (work: (tx: Tx, part: Act) => Promise<void>) =>
    context.writer.transaction().execute(async tx => {
      const part = { ...act, touched: [] }
      await work(tx, part)
      await followUp(context, tx, part)
    })
  let fresh: Line[] = []
  await inOne(async (tx, part) => {
    const resource = await resourceOf(tx, input.resourceId)
    mayTake(context, resource)
    const lines = await linesOf(context, tx, resource, calendar)
    const free = lines.filter(line => line.takenBy === '')
    count.skipped = lines.length - free.length
    for (const { before, change, version } of free) {
      if ((change !== 'gone' && change !== 'same') || !before) continue
      await updateRow(tx, part, 'booking', before, {
        ...known(version),
        ...(change === 'gone' ? { status: 'cancelled' } : {}),
      })
      if (change === 'gone') count.released++
    }
    // A cancellation of what is not known here is kept, so that an older file does not book it later.
    for (const line of free.filter(each => each.change === 'cancelled'))
      await insertRow(tx, part, 'booking', kept(context, resource, line))
    const moves = free.flatMap(({ before, change, startsAt, endsAt, title, version }) =>
      before && change === 'moved' ? [{ before, patch: { startsAt, endsAt, title, ...known(version) } }] : [],
    )
    await moveBookings(context, tx, part, moves)
    count.moved = moves.length
    fresh = free.filter(line => line.change === 'new')
  })
  for (let done = 0; done < fresh.length; done += IN_ONE) {
    await inOne(async (tx, part) => {
      for (const line of fresh.slice(done, done + IN_ONE))
        if (await placed(context, tx, part, input.resourceId, line)) count.made++
        else count.skipped++
    })
    await setImmediate()
  }
  context.changes.publish('act', { entities: ['booking'] })
  return { ...count, actId: act.id }
}

/** A version as a booking keeps it. */
const known = ({ sequence, stamp, isException }: EventVersion) => ({
  uidSequence: sequence,
  uidStamp: stamp,
  uidException: isException,
})

const kept = (context: HostContext, resource: Resource, line: Line) => ({
  id: context.newId(),
  resourceId: resource.id,
  title: line.title,
  startsAt: line.startsAt,
  endsAt: line.endsAt,
  blockedFrom: line.startsAt,
  blockedUntil: line.endsAt,
  status: 'cancelled' as const,
  uid: line.uid,
  ...known(line.version),
})

/** Books a line where its time is still free; answers whether it was. */
async function placed(context: HostContext, tx: Tx, act: Act, resourceId: string, line: Line): Promise<boolean> {
  try {
    await placeBooking(context, tx, act, {
      resourceId,
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
      ...known(line.version),
    })
    return true
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'CONFLICT') return false
    throw error
  }
}

/** Reads a file on a thread of its own. @throws BAD_FILE */
async function readingOf(context: HostContext, file: File): Promise<CalendarReading> {
  if (file.size > 10_000_000) throw badFile('tooLarge', '10 MB')
  const { timeZone } = await officeSettingsOf(context.db)
  const today = dayOf(await officeNow(context, context.db))
  const span = { from: at(today, '00:00'), until: at(addDays(today, AHEAD), '00:00') }
  try {
    const answer = await reading({ bytes: new Uint8Array(await file.arrayBuffer()), timeZone, ...span })
    if (!answer.ok) throw badFile(answer.reason, answer.detail)
    return answer.reading
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error
    throw badFile(error.reason === 'broken' ? 'damaged' : 'tooMuch', file.name)
  }
}

async function resourceOf(db: Db, id: string): Promise<Resource> {
  const row = await findResource(db, id)
  if (!row) throw notFound('resource', id)
  return toResource(row)
}

/** A line with the booking that it changes, and the version of the event that the file holds. */
interface Line extends CalendarLine {
  before?: BookingRow
  version: EventVersion
}

/** What a file would change for a resource, in order of time; taken are those whose time another booking has, or an earlier line. */
async function linesOf(context: HostContext, db: Db, resource: Resource, calendar: CalendarReading): Promise<Line[]> {
  const { live, versions } = await knownBookings(db, resource.id)
  const today = dayOf(await officeNow(context, db))
  const lines = new Map<string, Line>()
  const isStale = (uid: string, version: EventVersion): boolean => {
    const own = versions.get(uid)
    const series = version.isException ? undefined : versions.get(seriesOf(uid))
    return (own !== undefined && isOlder(version, own)) || (series !== undefined && isOlder(version, series))
  }
  const tell = (
    uid: string,
    wanted: Span & { title: string; cancelled: boolean; version: EventVersion; noEnd?: boolean },
  ) => {
    const before = live.get(uid)
    const title = wanted.title || before?.title || resource.name
    const { startsAt, endsAt, version } = wanted
    const isSame = before?.startsAt === startsAt && before.endsAt === endsAt && before.title === title
    const line = {
      uid,
      title,
      startsAt,
      endsAt,
      takenBy: '',
      noEnd: wanted.noEnd === true,
      version,
      ...(before ? { before } : {}),
    }
    if (isStale(uid, version))
      lines.set(uid, {
        ...line,
        change: isSame && !wanted.cancelled ? 'same' : 'older',
        version: versions.get(uid) ?? version,
      })
    else if (wanted.cancelled && before) lines.set(uid, goneLine(before, version))
    else if (wanted.cancelled) {
      if (!versions.has(uid) || isOlder(versions.get(uid) ?? version, version))
        lines.set(uid, { ...line, change: 'cancelled' })
    } else lines.set(uid, { ...line, change: isSame ? 'same' : before ? 'moved' : 'new' })
  }
  for (const time of calendar.times) tell(time.uid, time)
  for (const change of calendar.following)
    for (const uid of live.keys()) {
      const original = originalOf(uid)
      if (rootOf(uid) !== change.uid || original < change.from) continue
      const startsAt = addMinutes(original, change.shift)
      tell(uid, { ...change, startsAt, endsAt: addMinutes(startsAt, change.length) })
    }
  // An event, or an occurrence, that the file tells no more is gone; events that the file does not name are left alone.
  const whole = new Map(calendar.whole.map(each => [each.uid, each.version]))
  for (const [uid, row] of live) {
    const version = whole.get(rootOf(uid))
    if (version && !lines.has(uid) && row.endsAt > at(today, '00:00') && !isStale(uid, version))
      lines.set(uid, goneLine(row, version))
  }
  const inOrder = [...lines.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
  if (isExclusive(resource)) await markTaken(db, resource, inOrder)
  if (resource.strict) await markRefused(context, db, resource, inOrder)
  return inOrder
}

const goneLine = (row: BookingRow, version: EventVersion): Line => ({
  uid: row.uid,
  title: row.title,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  change: 'gone',
  takenBy: '',
  noEnd: false,
  before: row,
  version,
})

/** Does a line take time that was not its own? */
const takes = ({ change }: Line): boolean => change === 'new' || change === 'moved'

/** The event that an occurrence is of, and when it would have been: `UID#2026-11-23T09:30`. */
const OCCURRENCE = /#(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})$/
const rootOf = (uid: string): string => uid.replace(OCCURRENCE, '')
/** Where the version of a series itself is kept. */
const seriesOf = (uid: string): string => `${rootOf(uid)}#`
const originalOf = (uid: string): string => OCCURRENCE.exec(uid)?.[1] ?? ''

/** Rounds in which a line that cannot move stands in the way of those that wanted its place. */
const ROUNDS = 20

/** Says of each line whose time another booking has, or a line before it. Bookings that the file moves or ends are in nobody's way. */
async function markTaken(db: Db, resource: Resource, lines: readonly Line[]): Promise<void> {
  const [first] = lines
  if (!first) return
  const moving = new Set(
    lines.flatMap(line => (line.before && (line.change === 'moved' || line.change === 'gone') ? [line.before.id] : [])),
  )
  const ends = lines.map(line => line.endsAt).reduce(later)
  const span = blockedSpan({ startsAt: first.startsAt, endsAt: ends }, resource)
  const others = (await bookingsInTheWay(db, resource.id, span, null, null)).filter(booking => !moving.has(booking.id))
  const stays = new Set<Line>()
  for (let round = 0; round < ROUNDS; round++) {
    const days = new Occupied()
    for (const booking of others)
      days.add({ startsAt: booking.blockedFrom, endsAt: booking.blockedUntil }, booking.title)
    for (const { before } of stays) if (before) days.add(blockedOf(before), before.title)
    const stuck = stays.size
    for (const line of lines) {
      if (!takes(line)) continue
      const blocked = blockedSpan(line, resource)
      const taken = days.titleAt(blocked, line)
      line.takenBy = taken === null ? '' : taken || resource.name
      if (taken === null) days.add(blocked, line.title, line)
      else if (line.before) stays.add(line)
    }
    if (stays.size === stuck) return
  }
}

const blockedOf = (row: BookingRow): Span => ({ startsAt: row.blockedFrom, endsAt: row.blockedUntil })

/** Spans by the days that they touch. */
class Occupied {
  #byDay = new Map<string, { span: Span; title: string; line: Line | null }[]>()

  add(span: Span, title: string, line: Line | null = null): void {
    for (const day of daysTouched(span)) {
      const there = this.#byDay.get(day) ?? []
      there.push({ span, title, line })
      this.#byDay.set(day, there)
    }
  }

  /** Title of what shares a minute with a span; null where nothing does. */
  titleAt(span: Span, self: Line): string | null {
    for (const day of daysTouched(span))
      for (const each of this.#byDay.get(day) ?? [])
        if (each.line !== self && overlaps(each.span, span)) return each.title
    return null
  }
}

function daysTouched(span: Span): string[] {
  const days: string[] = []
  for (let day = dayOf(span.startsAt); day <= dayOf(span.endsAt); day = addDays(day, 1)) days.push(day)
  return days
}

/** Says of each line that a strict resource refuses it: closed, out of hours. */
async function markRefused(context: HostContext, db: Db, resource: Resource, lines: readonly Line[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate()
    if (line.takenBy !== '' || !takes(line)) continue
    const bookingId = line.before?.id ?? null
    const { warnings } = await checkBooking(context, db, {
      startsAt: line.startsAt,
      endsAt: line.endsAt,
      resourceId: resource.id,
      headcount: null,
      itemId: null,
      bookingId,
    })
    if (refuses(resource, warnings)) line.takenBy = resource.name
  }
}

/** What a resource has of imported calendars: what is booked, and the newest version that is known of each event, cancelled ones too. */
async function knownBookings(
  db: Db,
  resourceId: string,
): Promise<{ live: Map<string, BookingRow>; versions: Map<string, EventVersion> }> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where('resourceId', '=', resourceId)
    .where('uid', '<>', '')
    .execute()
  const versions = new Map<string, EventVersion>()
  for (const row of rows) {
    const version = { sequence: row.uidSequence, stamp: row.uidStamp, isException: row.uidException }
    for (const uid of version.isException ? [row.uid] : [row.uid, seriesOf(row.uid)]) {
      const other = versions.get(uid)
      if (!other || isOlder(other, version)) versions.set(uid, version)
    }
  }
  return { live: new Map(rows.filter(row => row.status !== 'cancelled').map(row => [row.uid, row])), versions }
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

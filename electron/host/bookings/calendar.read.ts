import ICAL from 'ical.js'
import { findIana } from 'windows-iana'
import { isRule } from '../../../shared/domain/booking/recurrence.ts'
import { addMinutes, isWallTime, type Span, type WallTime } from '../../../shared/domain/time.ts'
import { wallClock } from '../acts/clock.ts'
import { badFile } from '../acts/errors.ts'

/** One busy time of a calendar file, in the office's wall clock. */
export interface BusyTime extends Span {
  /** UID of the event; with the original start behind `#` where it is one of a series. */
  uid: string
  title: string
  /** The file says that it does not take place. */
  cancelled: boolean
}

export interface ReadOptions {
  timeZone: string
  /** Occurrences that touch `[from, until)` only. */
  from: WallTime
  until: WallTime
}

const MOST_BYTES = 10_000_000
/** An event of an hour, where a file gives a start only; RFC 5545 would have it take no time at all. */
const NO_END = 60
/** A daily event of fifty years is followed to its end. */
const MOST_OCCURRENCES = 20_000

/**
 * Reads a calendar file (RFC 5545) as busy times: as Outlook, Google, Apple and DingTalk write them, with folded lines, zones by
 * IANA or Windows name or as VTIMEZONE, whole days, no end, rules with exceptions and moved occurrences.
 * @throws BAD_FILE calendarLine with the number of the line that cannot be read; nothing of such a file is used.
 */
export function readCalendarText(text: string, options: ReadOptions): BusyTime[] {
  if (text.length > MOST_BYTES) throw badFile('tooLarge', '10 MB')
  inspect(text)
  const calendars = componentsOf(text)
  const busy: BusyTime[] = []
  for (const calendar of calendars) {
    const zones = new Map(
      calendar
        .getAllSubcomponents('vtimezone')
        .map(zone => [String(zone.getFirstPropertyValue('tzid')), new ICAL.Timezone(zone)]),
    )
    const cancelsAll = calendar.getFirstPropertyValue('method') === 'CANCEL'
    const events = calendar.getAllSubcomponents('vevent')
    const masters = events.filter(event => !event.hasProperty('recurrence-id'))
    const moved = events.filter(event => event.hasProperty('recurrence-id'))
    for (const master of masters) {
      const uid = uidOf(master)
      const own = moved.filter(event => uidOf(event) === uid)
      busy.push(...occurrencesOf(master, own, { ...options, zones, cancelsAll }))
    }
    // A moved occurrence may come without the event it belongs to.
    for (const event of moved.filter(each => !masters.some(master => uidOf(master) === uidOf(each))))
      busy.push(...occurrencesOf(event, [], { ...options, zones, cancelsAll }))
  }
  return busy
    .filter(time => time.endsAt > options.from && time.startsAt < options.until)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

interface Reading extends ReadOptions {
  zones: Map<string, ICAL.Timezone>
  cancelsAll: boolean
}

function occurrencesOf(master: ICAL.Component, moved: readonly ICAL.Component[], reading: Reading): BusyTime[] {
  // Free time in somebody's calendar takes no room.
  if (master.getFirstPropertyValue('transp') === 'TRANSPARENT') return []
  const event = new ICAL.Event(master, { exceptions: [...moved] })
  const uid = uidOf(master)
  if (!event.isRecurring()) {
    const recurrence = master.getFirstProperty('recurrence-id')
    const mark = recurrence ? `#${wallOf(recurrence.getFirstValue() as ICAL.Time, recurrence, reading)}` : ''
    return [busyTime(master, `${uid}${mark}`, spanOf(master, reading), reading)]
  }
  const start = master.getFirstProperty('dtstart')
  const length = lengthOf(master, reading)
  const busy: BusyTime[] = []
  const iterator = event.iterator()
  for (let count = 0; count < MOST_OCCURRENCES; count++) {
    const next = iterator.next()
    if (!next || !start) break
    const at = wallOf(next, start, reading)
    if (at >= reading.until) break
    const key = `${uid}#${at}`
    const instead = moved.find(other => {
      const recurrence = other.getFirstProperty('recurrence-id')
      return recurrence && wallOf(recurrence.getFirstValue() as ICAL.Time, recurrence, reading) === at
    })
    busy.push(
      instead
        ? busyTime(instead, key, spanOf(instead, reading), reading)
        : busyTime(master, key, { startsAt: at, endsAt: addMinutes(at, length) }, reading),
    )
  }
  return busy
}

function busyTime(event: ICAL.Component, uid: string, span: Span, reading: Reading): BusyTime {
  const title = String(event.getFirstPropertyValue('summary') ?? '').trim()
  return {
    uid,
    ...span,
    title: title.slice(0, 120),
    cancelled: reading.cancelsAll || event.getFirstPropertyValue('status') === 'CANCELLED',
  }
}

const uidOf = (event: ICAL.Component): string => {
  const uid = event.getFirstPropertyValue('uid')
  // The RFC asks for one; a file without it is still read, and known again by what it says.
  return uid ? String(uid) : `${event.getFirstPropertyValue('dtstart')}/${event.getFirstPropertyValue('summary') ?? ''}`
}

function spanOf(event: ICAL.Component, reading: Reading): Span {
  const start = event.getFirstProperty('dtstart')
  if (!start) throw badFile('calendarLine', '0')
  const startsAt = wallOf(start.getFirstValue() as ICAL.Time, start, reading)
  return { startsAt, endsAt: addMinutes(startsAt, lengthOf(event, reading)) }
}

/** Minutes that an event takes: by its end, its duration, a whole day, or an hour. */
function lengthOf(event: ICAL.Component, reading: Reading): number {
  const start = event.getFirstProperty('dtstart')
  const end = event.getFirstProperty('dtend')
  const first = start?.getFirstValue() as ICAL.Time
  if (start && end) {
    const from = Date.parse(`${wallOf(first, start, reading)}:00Z`)
    const until = Date.parse(`${wallOf(end.getFirstValue() as ICAL.Time, end, reading)}:00Z`)
    const minutes = Math.round((until - from) / 60_000)
    if (minutes > 0) return minutes
  }
  const duration = event.getFirstPropertyValue('duration')
  if (duration instanceof ICAL.Duration && duration.toSeconds() > 0) return Math.ceil(duration.toSeconds() / 60)
  return first.isDate ? 1440 : NO_END
}

/** A time of a calendar as the office's wall clock shows it. Whole days and times without a zone stay as they are written. */
function wallOf(time: ICAL.Time, property: ICAL.Property, reading: Reading): WallTime {
  if (time.isDate) return `${time.toString().slice(0, 10)}T00:00`
  const wall = time.toString().slice(0, 16)
  if (time.zone === ICAL.Timezone.utcTimezone) return wallClock(new Date(`${wall}:00Z`), reading.timeZone)
  const name = property.getParameter('tzid')
  if (typeof name !== 'string') return wall
  const zone = zoneNamed(name)
  if (zone) return wallClock(instantOf(wall, zone), reading.timeZone)
  const own = reading.zones.get(name)
  if (!own) return wall
  const there = time.clone()
  there.zone = own
  return wallClock(new Date(there.toUnixTime() * 1000), reading.timeZone)
}

/** The IANA zone of a name as calendars write it: IANA itself, Windows' (Outlook), or a path that ends in one. Null for another. */
function zoneNamed(name: string): string | null {
  const bare = name.replace(/^"|"$/g, '')
  for (const candidate of [bare, findIana(bare)[0], /([A-Z][A-Za-z_]+\/[A-Za-z_/]+)$/.exec(bare)?.[1]])
    if (candidate && isZone(candidate)) return candidate
  return null
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The instant at which a zone's wall clock shows a time; the later one's offset where the clock jumps. */
function instantOf(wall: WallTime, zone: string): Date {
  const wanted = Date.parse(`${wall}:00Z`)
  let instant = wanted
  for (let round = 0; round < 2; round++) instant += wanted - Date.parse(`${wallClock(new Date(instant), zone)}:00Z`)
  return new Date(instant)
}

function componentsOf(text: string): ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text)
    // One calendar, or several behind each other.
    const list = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][]
    return list.map(each => new ICAL.Component(each as never)).filter(each => each.name === 'vcalendar')
  } catch (error) {
    throw badFile('notACalendar', error instanceof Error ? error.message.slice(0, 120) : '')
  }
}

const DATES = new Set(['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE'])

/** Looks at every content line before anything is read: a calendar that is broken says where. @throws BAD_FILE */
function inspect(text: string): void {
  const lines = unfolded(text)
  const first = lines.find(line => line.text !== '')
  if (!first) throw badFile('empty')
  if (first.text.toUpperCase() !== 'BEGIN:VCALENDAR') throw badFile('notACalendar', first.text.slice(0, 40))
  const open: { name: string; line: number; hasStart: boolean }[] = []
  for (const { text: line, number } of lines) {
    if (line === '') continue
    const match = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/s.exec(
      line,
    )
    if (!match) throw atLine(number)
    const [, rawName = '', , value = ''] = match
    const name = rawName.toUpperCase()
    if (name === 'BEGIN') open.push({ name: value.toUpperCase(), line: number, hasStart: false })
    else if (name === 'END') {
      const last = open.pop()
      if (!last || last.name !== value.toUpperCase()) throw atLine(number)
      if (last.name === 'VEVENT' && !last.hasStart) throw atLine(last.line)
    } else if (open.at(-1)?.name === 'VEVENT') {
      const event = open.at(-1)
      if (event && name === 'DTSTART') event.hasStart = true
      if (DATES.has(name) && !value.split(',').every(isDateValue)) throw atLine(number)
      if (name === 'RRULE' && !isRule(value)) throw atLine(number)
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) throw atLine(unclosed.line)
}

const atLine = (number: number) => badFile('calendarLine', String(number))

/** `20261123` or `20261123T093000`, with `Z` for UTC, and a real one. */
function isDateValue(value: string): boolean {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z?)?$/.exec(value)
  if (!match) return false
  const [, year, month, day, hour = '00', minute = '00'] = match
  return isWallTime(`${year}-${month}-${day}T${hour}:${minute}`)
}

/** Lines as they were before they were folded (RFC 5545, 3.1), with the number of the first of each. */
function unfolded(text: string): { text: string; number: number }[] {
  const lines: { text: string; number: number }[] = []
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((line, index) => {
      const last = lines.at(-1)
      if (last && /^[ \t]/.test(line)) last.text += line.slice(1)
      else lines.push({ text: line.trimEnd(), number: index + 1 })
    })
  return lines
}

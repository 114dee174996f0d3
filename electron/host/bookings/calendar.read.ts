import type { CalendarPassedOver } from '../../../shared/contract/bookings.ts'
import { parseRule, starts } from '../../../shared/domain/booking/rule.ts'
import { cut, oneLine } from '../../../shared/domain/text.ts'
import {
  addMinutes,
  dayOf,
  isOfOurTime,
  isWallTime,
  MINUTES_PER_DAY,
  minutesBetween,
  type Span,
  type WallTime,
} from '../../../shared/domain/time.ts'
import { wallClock } from '../acts/clock.ts'
import { badFile } from '../acts/errors.ts'
import { type Component, calendarsIn, type Property } from './calendar.lines.ts'
import { type Zone, zonesOf } from './calendar.zones.ts'

/** One busy time of a calendar file, in the office's wall clock. */
export interface BusyTime extends Span {
  /** UID of the event; with the original start behind `#` where it is one of a series. */
  uid: string
  title: string
  /** The file says that it does not take place. */
  cancelled: boolean
  version: EventVersion
  /** The file names no end: the hour is a guess. */
  noEnd?: boolean
}

/** Which version of an event a file holds (RFC 5546, 2.1.5): an older one never undoes a newer one. */
export interface EventVersion {
  sequence: number
  /** When it was written, `20261123T010000Z`; empty where the file does not say. */
  stamp: string
  /** It is of one occurrence of a series, whose own sequence counts apart. */
  isException: boolean
}

/** Is one version older than another of the same event? Of a series and one of its occurrences the time of writing decides, if both tell it. */
export function isOlder(one: EventVersion, other: EventVersion): boolean {
  const apart = one.isException !== other.isException && one.stamp !== '' && other.stamp !== ''
  if (!apart && one.sequence !== other.sequence) return one.sequence < other.sequence
  return one.stamp !== '' && other.stamp !== '' && one.stamp < other.stamp
}

/** A change of one occurrence and all that follow (RANGE=THISANDFUTURE), of a series that the file itself does not hold. */
export interface Following {
  uid: string
  /** Original start of the first one that is changed. */
  from: WallTime
  /** Minutes that they move, and that they take from then on. */
  shift: number
  length: number
  title: string
  cancelled: boolean
  version: EventVersion
}

export interface CalendarReading {
  times: BusyTime[]
  following: Following[]
  /** Events of which the file tells everything: what it does not tell any more is gone. */
  whole: { uid: string; version: EventVersion }[]
  /** Events that cannot be read, by line; the others are read. */
  passedOver: CalendarPassedOver[]
}

export interface ReadOptions {
  timeZone: string
  /** Occurrences that touch `[from, until)` only. */
  from: WallTime
  until: WallTime
}

/** An event of an hour, where a file gives a start only, and that is said; RFC 5545 would have it take no time at all. */
const NO_END = 60
/** Longest that one event may take, minutes: a year. */
const LONGEST = 366 * MINUTES_PER_DAY
/** Most occurrences of a file in the span that is read. */
const MOST_OCCURRENCES = 20_000

/** An event that is passed over. */
class EventRefused extends Error {
  readonly reason: CalendarPassedOver['reason']
  readonly line: number
  readonly detail: string
  constructor(reason: CalendarPassedOver['reason'], line: number, detail = '') {
    super(reason)
    this.reason = reason
    this.line = line
    this.detail = detail.slice(0, 80)
  }
}

/**
 * Reads a calendar file (RFC 5545) as busy times: as Outlook, Google, Apple and DingTalk write them, with folded lines, zones by
 * IANA or Windows name or as VTIMEZONE, whole days, no end, rules with exceptions, moved occurrences and newer versions.
 * An event that cannot be read is passed over and named; where that is every one, the file is refused.
 * @throws BAD_FILE calendarLine with the number of the line, unknownZone with its name
 */
export function readCalendarFile(bytes: Uint8Array, options: ReadOptions): CalendarReading {
  const reading: CalendarReading = { times: [], following: [], whole: [], passedOver: [] }
  const calendars = calendarsIn(bytes)
  const zones = calendars.map(zonesOf)
  // Two calendars of one file may mean different zones by one name.
  const own = new Map(calendars.flatMap((calendar, index) => calendar.parts.map(part => [part, zones[index]] as const)))
  const zoneOf = (name: string, event: Component) =>
    own.get(event)?.(name) ?? zones.reduce<Zone | null>((found, zonesThere) => found ?? zonesThere(name), null)
  const events = calendars.flatMap(calendar => calendar.parts.filter(part => part.name === 'VEVENT'))
  const cancelling = calendars.filter(calendar => written(calendar, 'METHOD').toUpperCase() === 'CANCEL')
  const on: On = { ...options, reading, zoneOf, withdrawn: new Set(cancelling.flatMap(calendar => calendar.parts)) }
  for (const [uid, own] of Map.groupBy(events, uidOf))
    for (const [each, same] of apart(uid, own)) readEvents(on, each, same)
  for (const part of calendars.flatMap(calendar => calendar.parts.filter(each => each.name === 'VFREEBUSY')))
    readBusy(on, part)
  const [problem] = reading.passedOver
  if (problem && reading.times.length + reading.following.length + reading.whole.length === 0)
    throw problem.reason === 'zone'
      ? badFile('unknownZone', problem.detail)
      : badFile('calendarLine', String(problem.line))
  reading.times = reading.times
    .filter(time => time.endsAt > options.from && time.startsAt < options.until)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  return reading
}

interface On extends ReadOptions {
  reading: CalendarReading
  zoneOf: (name: string, event: Component) => Zone | null
  /** What stands in a calendar that cancels (METHOD:CANCEL). */
  withdrawn: ReadonlySet<Component>
}

const first = (event: Component, name: string): Property | undefined =>
  event.properties.find(property => property.name === name)
const written = (event: Component, name: string): string => first(event, name)?.value.trim() ?? ''

/** The RFC asks for a UID; a file without it is still read, and known again by what it says. */
const uidOf = (event: Component): string =>
  oneLine(written(event, 'UID')) || `${written(event, 'DTSTART')}/${oneLine(written(event, 'SUMMARY'))}`

/**
 * The events of one UID. A careless program gives many events one: where nothing says which of them is newer, and they are at different
 * times, each is an event of its own.
 */
function apart(uid: string, events: readonly Component[]): [string, readonly Component[]][] {
  const masters = events.filter(event => !first(event, 'RECURRENCE-ID'))
  const starts = new Set(masters.map(event => written(event, 'DTSTART')))
  const versions = new Set(masters.map(event => `${versionOf(event).sequence}/${versionOf(event).stamp}`))
  if (starts.size < 2 || versions.size > 1 || masters.length < events.length) return [[uid, events]]
  return [...Map.groupBy(masters, event => written(event, 'DTSTART'))].map(([start, same]) => [`${uid}/${start}`, same])
}

const sequenceOf = (event: Component): number => Number(/^\d{1,9}$/.exec(written(event, 'SEQUENCE'))?.[0] ?? 0)
const versionOf = (event: Component): EventVersion => ({
  sequence: sequenceOf(event),
  stamp: written(event, 'LAST-MODIFIED') || written(event, 'DTSTAMP'),
  isException: first(event, 'RECURRENCE-ID') !== undefined,
})

/** Busy time that is published without saying what for (RFC 5545, 3.6.4). */
function readBusy(on: On, part: Component): void {
  const uid = uidOf(part)
  const version = versionOf(part)
  for (const property of part.properties.filter(
    each => each.name === 'FREEBUSY' && each.params.get('FBTYPE')?.toUpperCase() !== 'FREE',
  ))
    for (const value of property.value.split(',').filter(each => each.trim() !== '')) {
      try {
        const span = periodOf(on, { ...property, value }, part)
        on.reading.times.push({ uid: `${uid}#${span.startsAt}`, ...span, title: '', cancelled: false, version })
      } catch (error) {
        if (!(error instanceof EventRefused)) throw error
        on.reading.passedOver.push({ line: error.line, title: '', reason: error.reason, detail: error.detail })
      }
    }
  on.reading.whole.push({ uid, version })
}

/** A period: from one moment to another, or for a while. */
function periodOf(on: On, property: Property, part: Component): Span {
  const [from = '', until = ''] = property.value.split('/')
  const start = momentOf(on, { ...property, value: from }, part)
  const end = { ...property, value: until }
  const minutes = /^[+-]?P/i.test(until.trim())
    ? minutesOf(end, start)
    : minutesBetween(start.office, momentOf(on, end, part, true).office)
  if (minutes <= 0) throw new EventRefused('ends', property.line, property.value)
  return { startsAt: start.office, endsAt: addMinutes(start.office, minutes) }
}

/** Everything of one UID: its series or single event, and what was changed of it. */
function readEvents(on: On, uid: string, events: readonly Component[]): void {
  const count = on.reading.times.length
  try {
    const master = newest(events.filter(event => !first(event, 'RECURRENCE-ID')))
    const changes = Map.groupBy(
      events.filter(event => first(event, 'RECURRENCE-ID')),
      event => `${written(event, 'RECURRENCE-ID')}/${isFollowing(event)}`,
    )
    const changed = [...changes.values()].flatMap(each => {
      const event = newest(each)
      return event ? [occurrenceChange(on, event)] : []
    })
    if (!master) {
      for (const change of changed) tellAlone(on, uid, change)
      return
    }
    const all = isFree(master) ? [] : occurrencesOf(on, uid, master, changed)
    const noEnd = !first(master, 'DTEND') && !first(master, 'DURATION') && !/^\d{8}$/.test(written(master, 'DTSTART'))
    if (noEnd) for (const time of all) time.noEnd = true
    const times = isCancelled(on, master) ? all.map(time => ({ ...time, cancelled: true })) : all
    if (on.reading.times.length + times.length > MOST_OCCURRENCES) throw new EventRefused('many', master.line)
    on.reading.times.push(...times)
    on.reading.whole.push({ uid, version: versionOf(master) })
  } catch (error) {
    if (!(error instanceof EventRefused)) throw error
    on.reading.times.length = count
    const title = titleOf(events[0])
    on.reading.passedOver.push({ line: error.line, title, reason: error.reason, detail: error.detail })
  }
}

/** Of several versions of one thing the one with the highest SEQUENCE, then the latest written, then the last (RFC 5546, 2.1.4). */
function newest(events: readonly Component[]): Component | undefined {
  const stamp = (event: Component) => versionOf(event).stamp
  return events
    .toSorted((a, b) => sequenceOf(a) - sequenceOf(b) || (stamp(a) < stamp(b) ? -1 : stamp(a) > stamp(b) ? 1 : 0))
    .at(-1)
}

const isFollowing = (event: Component): boolean =>
  first(event, 'RECURRENCE-ID')?.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE'

/** Free time in somebody's calendar takes no room. */
const isFree = (event: Component): boolean =>
  written(event, 'TRANSP').toUpperCase() === 'TRANSPARENT' ||
  written(event, 'X-MICROSOFT-CDO-BUSYSTATUS').toUpperCase() === 'FREE'

const isCancelled = (on: On, event: Component): boolean =>
  on.withdrawn.has(event) || written(event, 'STATUS').toUpperCase() === 'CANCELLED'

function titleOf(event: Component | undefined): string {
  const text = event ? written(event, 'SUMMARY') : ''
  return cut(
    oneLine(text.replace(/\\([nN,;\\])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? ' ' : sign))),
    120,
  )
}

/** What a file says of one occurrence, or of one and those that follow. */
interface Change {
  original: Moment
  isFollowing: boolean
  span: Span
  title: string
  cancelled: boolean
  version: EventVersion
}

function occurrenceChange(on: On, event: Component): Change {
  const property = first(event, 'RECURRENCE-ID')
  if (!property) throw new EventRefused('date', event.line)
  const original = momentOf(on, property, event)
  const cancelled = isCancelled(on, event) || isFree(event)
  // A cancelled occurrence need not say again when it would have been.
  const span =
    cancelled && !first(event, 'DTSTART')
      ? { startsAt: original.office, endsAt: addMinutes(original.office, NO_END) }
      : spanOf(on, event)
  return {
    original,
    isFollowing: isFollowing(event),
    span,
    title: titleOf(event),
    cancelled,
    version: versionOf(event),
  }
}

/** A change of a series that the file does not hold: it touches that occurrence, or it and those that follow, and nothing else. */
function tellAlone(on: On, uid: string, change: Change): void {
  const { original, span, title, cancelled, version } = change
  const key = `${uid}#${original.office}`
  if (!change.isFollowing) {
    on.reading.times.push({ uid: key, ...span, title, cancelled, version })
    return
  }
  const shift = minutesBetween(original.office, span.startsAt)
  const length = minutesBetween(span.startsAt, span.endsAt)
  on.reading.following.push({ uid, from: original.office, shift, length, title, cancelled, version })
}

function occurrencesOf(on: On, uid: string, master: Component, changes: readonly Change[]): BusyTime[] {
  const title = titleOf(master)
  const version = versionOf(master)
  const rules = master.properties.filter(property => property.name === 'RRULE')
  const added = master.properties.filter(property => property.name === 'RDATE')
  if (rules.length + added.length === 0) {
    const own = changes.map(change => ({
      uid: `${uid}#${change.original.office}`,
      ...change.span,
      title: change.title,
      cancelled: change.cancelled,
      version: change.version,
    }))
    return [{ uid, ...spanOf(on, master), title, cancelled: false, version }, ...own]
  }
  const start = startOf(on, master)
  const length = lengthOf(on, master, start)
  // How long before the span that is read an occurrence may begin and still touch it.
  const shifts = changes
    .filter(change => change.isFollowing)
    .map(change => minutesBetween(change.original.office, change.span.endsAt))
  const reach = Math.min(Math.max(length, ...shifts), 2 * LONGEST)
  const left = momentsOf(on, master, 'EXDATE')
  for (const property of master.properties.filter(each => each.name === 'EXRULE'))
    left.push(...ruled(on, property, start, reach))
  const periods = periodsOf(on, master)
  const originals = [start, ...rules.flatMap(rule => ruled(on, rule, start, reach)), ...momentsOf(on, master, 'RDATE')]
  const unique = [...new Map(originals.map(moment => [moment.office, moment])).values()]
  const follows = changes
    .filter(change => change.isFollowing)
    .sort((a, b) => (a.original.office < b.original.office ? -1 : 1))
  const alone = changes.filter(change => !change.isFollowing)
  const met = new Set<Change>()
  const times: BusyTime[] = []
  for (const moment of unique) {
    const key = `${uid}#${moment.office}`
    const instead = alone.find(change => isSame(change.original, moment))
    if (instead) {
      met.add(instead)
      times.push({
        uid: key,
        ...instead.span,
        title: instead.title || title,
        cancelled: instead.cancelled,
        version: instead.version,
      })
      continue
    }
    if (left.some(other => isSame(other, moment))) continue
    const after = follows.findLast(change => change.original.office <= moment.office)
    const startsAt = after
      ? addMinutes(moment.office, minutesBetween(after.original.office, after.span.startsAt))
      : moment.office
    const minutes = after
      ? minutesBetween(after.span.startsAt, after.span.endsAt)
      : (periods.get(moment.office) ?? length)
    times.push({
      uid: key,
      startsAt,
      endsAt: addMinutes(startsAt, minutes),
      title: after?.title || title,
      cancelled: after?.cancelled ?? false,
      version: after?.version ?? version,
    })
  }
  // One that was moved into the span that is read, from outside it.
  for (const change of alone.filter(each => !met.has(each)))
    times.push({
      uid: `${uid}#${change.original.office}`,
      ...change.span,
      title: change.title || title,
      cancelled: change.cancelled,
      version: change.version,
    })
  return times
}

/** How long those occurrences take, minutes, that are added with a length of their own. */
function periodsOf(on: On, event: Component): Map<WallTime, number> {
  const spans = event.properties
    .filter(property => property.name === 'RDATE')
    .flatMap(property => property.value.split(',').map(value => ({ ...property, value })))
    .filter(property => property.value.includes('/'))
    .map(property => periodOf(on, property, event))
  return new Map(spans.map(span => [span.startsAt, minutesBetween(span.startsAt, span.endsAt)]))
}

/** An exception may name the day only, of an event that has a time. */
const isSame = (named: Moment, moment: Moment): boolean =>
  named.isDate && !moment.isDate ? named.own.slice(0, 10) === moment.own.slice(0, 10) : named.office === moment.office

/** The occurrences of a rule that can touch the span that is read. */
function ruled(on: On, property: Property, start: Moment, reach: number): Moment[] {
  const rule = parseRule(property.value)
  if (!rule) throw new EventRefused('rule', property.line, property.value)
  const { until } = rule
  // An instant is held against instants; the wall clocks of two zones are never two days apart.
  const last = until?.isUtc ? new Date(`${until.at}:00Z`) : null
  const wide = last && until ? { ...rule, until: { ...until, at: addMinutes(until.at, 2 * MINUTES_PER_DAY) } } : rule
  const found: Moment[] = []
  let counted = false
  let left = Number.POSITIVE_INFINITY
  for (const own of starts(
    wide,
    start.own,
    addMinutes(on.from, -reach - 2 * MINUTES_PER_DAY),
    addMinutes(on.until, 2 * MINUTES_PER_DAY),
  )) {
    const moment = start.of(own)
    if (last && (start.isDate ? dayOf(own) > dayOf(wallClock(last, on.timeZone)) : moment.instant > last)) break
    // The first one counts, though its own rule may not mean it (RFC 5545, 3.8.5.3).
    if (rule.count !== null && own !== start.own && !counted) {
      counted = true
      left = rule.count - 1
    }
    counted = true
    if (left-- <= 0) break
    if (found.push(moment) > MOST_OCCURRENCES) throw new EventRefused('many', property.line)
  }
  return found
}

/** A time of a calendar: as it is written, and as the office's wall clock shows it. */
interface Moment {
  own: WallTime
  office: WallTime
  instant: Date
  isDate: boolean
  /** Another time of the same clock. */
  of: (own: WallTime) => Moment
}

function startOf(on: On, event: Component): Moment {
  const start = first(event, 'DTSTART')
  if (!start) throw new EventRefused('date', event.line)
  return momentOf(on, start, event)
}

function momentsOf(on: On, event: Component, name: string): Moment[] {
  return event.properties
    .filter(property => property.name === name)
    .flatMap(property =>
      property.value
        .split(',')
        .filter(value => value.trim() !== '')
        .map(value => momentOf(on, { ...property, value: value.split('/')[0] ?? '' }, event)),
    )
}

/** `20261123` or `20261123T093000`, with `Z` for UTC, and a real one of our time. An end within a minute is that minute's end. */
function momentOf(on: On, property: Property, event: Component, isEnd = false): Moment {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})([0-5]\d|60)?(Z)?)?$/i.exec(property.value.trim())
  if (!match) throw new EventRefused('date', property.line, property.value)
  const [, year, month, day, hour, minute = '00', second = '00', utc] = match
  const begun = `${year}-${month}-${day}T${hour ?? '00'}:${minute}`
  if (!isWallTime(begun)) throw new EventRefused('date', property.line, property.value)
  const own = isEnd && second !== '00' ? addMinutes(begun, 1) : begun
  if (!isOfOurTime(own)) throw new EventRefused('year', property.line, property.value)
  return clockOf(on, property, event, hour === undefined, utc !== undefined)(own)
}

/** How the clock of a property reads. Whole days and times without a zone stay as they are written. */
function clockOf(
  on: On,
  property: Property,
  event: Component,
  isDate: boolean,
  isUtc: boolean,
): (own: WallTime) => Moment {
  const name = property.params.get('TZID')
  const zone = isDate || isUtc || !name ? null : on.zoneOf(name, event)
  if (name && !zone && !isDate && !isUtc) throw new EventRefused('zone', property.line, name)
  const of = (own: WallTime): Moment => {
    const instant = zone ? zone(own) : new Date(`${own}:00Z`)
    const office = zone || isUtc ? wallClock(instant, on.timeZone) : own
    return { own, office, instant, isDate, of }
  }
  return of
}

function spanOf(on: On, event: Component): Span {
  const start = startOf(on, event)
  return { startsAt: start.office, endsAt: addMinutes(start.office, lengthOf(on, event, start)) }
}

/** Minutes that an event takes: by its end, its duration, a whole day, or an hour. One that says it takes no time is passed over, and that is told. */
function lengthOf(on: On, event: Component, start: Moment): number {
  const end = first(event, 'DTEND')
  const duration = first(event, 'DURATION')
  const minutes = end
    ? minutesBetween(start.office, momentOf(on, end, event, true).office)
    : duration
      ? minutesOf(duration, start)
      : 0
  const line = end?.line ?? duration?.line ?? event.line
  if (minutes < 0) throw new EventRefused('ends', line)
  if (minutes > LONGEST) throw new EventRefused('long', line)
  if (minutes === 0 && !start.isDate && (end || duration)) throw new EventRefused('noLength', line)
  return minutes || (start.isDate ? MINUTES_PER_DAY : NO_END)
}

/** RFC 5545, 3.3.6: weeks and days are of the calendar, hours and less of the clock; a part of a minute counts as one. */
function minutesOf(property: Property, start: Moment): number {
  const match = /^([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/i.exec(
    property.value.trim(),
  )
  if (!match) throw new EventRefused('date', property.line, property.value)
  const [, sign, ...parts] = match
  const [weeks, days, hours, minutes, seconds] = parts.map(part => Number(part ?? 0))
  const nominal = (weeks ?? 0) * 10_080 + (days ?? 0) * MINUTES_PER_DAY
  const exact = (hours ?? 0) * 60 + (minutes ?? 0) + Math.ceil((seconds ?? 0) / 60)
  if (sign === '-') return -nominal - exact
  return minutesBetween(start.office, start.of(addMinutes(start.own, nominal)).office) + exact
}

import { usualMinutes } from '../itinerary.ts'
import { addDays, addMinutes, at, type Day, dayOf, minutesBetween } from '../time.ts'
import type { ItemKind } from '../visit.ts'
import { guestsNamed, settle } from './agendaCells.ts'
import type { AgendaDoubt, AgendaKnows, AgendaRead, AgendaStop, Entry } from './agendaStop.ts'
import { kindOfContent } from './agendaWords.ts'
import { type ClockToken, type ClockValue, clockOfMinutes, minutesOfClock, type Part, placeClock } from './clockText.ts'

/** Kinds that do not last for hours because nothing follows. */
const BRIEF: ReadonlySet<ItemKind> = new Set(['break', 'welcome', 'gift', 'farewell'])

interface Placed {
  day: Day
  start: number
  end: number | null
  /** Minutes that such a stop usually takes. */
  usual: number
}

const moment = (day: Day, minutes: number): string =>
  at(addDays(day, Math.floor(minutes / 1440)), clockOfMinutes(minutes))

/** Places what was read in time, from the first stop to the last: each after the one above it where nobody says otherwise. */
export function placeEntries({
  knows,
  entries,
  skipped,
  named,
}: {
  knows: AgendaKnows
  entries: Entry[]
  skipped: AgendaRead['skipped']
  /** A day was named somewhere. */
  named: boolean
}): AgendaRead {
  let before = null as Placed | null
  const latest = new Map<Day, number>()
  // Whoever writes 14:00 means the morning by 9:00.
  const inDay24 = entries.some(
    ({ span }) => span && span.start.part === null && span.start.hour >= 13 && span.start.hour < 24,
  )
  const stops: (AgendaStop & { hasEnd: boolean })[] = []
  const over = [...skipped]
  entries.forEach((entry, index) => {
    const next = entries[index + 1]
    if (
      entry.partOnly &&
      next &&
      next.day === entry.day &&
      next.part === entry.part &&
      !next.partOnly &&
      next.span &&
      next.line !== entry.line
    ) {
      over.push({ line: entry.line, text: entry.source, why: 'noTime' })
      return
    }
    settle(entry.words, knows, entry.where)
    const guestIds = guestsNamed(entry.words, knows)
    const doubts: AgendaDoubt[] = [...entry.words.doubts, ...doubtsOfWords(entry)]
    if (index === 0 && !named && knows.days.length > 1) doubts.push({ code: 'noDay', text: entry.source.slice(0, 60) })
    const told = kindOfContent(entry.words.content)
    const there = told === 'transfer' ? kindOfContent(`${entry.words.content} ${entry.words.place}`) : told
    const kind = there === 'welcome' && AIRPORT.test(entry.words.place) ? 'pickup' : there
    // Others stand in the same part of the day behind it.
    const chained =
      next !== undefined && next.day === entry.day && !next.span && (next.follows || next.part === entry.part)
    const placed = place(
      entry,
      kind,
      before && before.day === entry.day ? before : null,
      knows,
      doubts,
      inDay24,
      chained,
    )
    if (!placed) {
      over.push({ line: entry.line, text: entry.source, why: 'noTime' })
      return
    }
    if (entry.words.content === '') doubts.push({ code: 'noContent', text: entry.source })
    before = placed
    const last = latest.get(placed.day) ?? placed.start
    if (placed.start < last && !doubts.some(doubt => doubt.code === 'order'))
      doubts.push({ code: 'order', text: entry.source.slice(0, 60) })
    latest.set(placed.day, Math.max(last, placed.start))
    const startsAt = moment(placed.day, placed.start)
    const endsAt = placed.end === null ? addMinutes(startsAt, usualMinutes(kind)) : moment(placed.day, placed.end)
    stops.push({
      index: stops.length,
      line: entry.line,
      source: entry.source,
      startsAt,
      endsAt,
      hasEnd: placed.end !== null,
      kind,
      content: entry.words.content.slice(0, 500),
      place: entry.words.place.slice(0, 160),
      roomId: entry.words.roomId,
      personInCharge: entry.words.personInCharge.slice(0, 80),
      phone: entry.words.phone,
      notes: [
        entry.words.content.slice(500),
        entry.words.place.slice(160),
        entry.words.personInCharge.slice(80),
        ...entry.words.notes,
      ]
        .filter(Boolean)
        .join('；')
        .slice(0, 2000),
      allGuests: guestIds === null,
      guestIds: guestIds ?? [],
      doubts,
    })
  })
  markOverlaps(stops)
  return {
    stops: stops.map(({ hasEnd, ...stop }, index) => {
      if (hasEnd) return stop
      const next = stops[index + 1]
      const sameDay = next && dayOf(next.startsAt) === dayOf(stop.startsAt) && next.startsAt > stop.startsAt
      const brief =
        BRIEF.has(stop.kind) && sameDay && minutesBetween(stop.startsAt, next.startsAt) > 4 * usualMinutes(stop.kind)
      return sameDay && !brief ? { ...stop, endsAt: next.startsAt } : stop
    }),
    skipped: over.sort((a, b) => a.line - b.line),
  }
}

/** Says of stops that lie within another, and of those that begin before the one above them ends; what begins together is told so. */
function markOverlaps(stops: (AgendaStop & { hasEnd: boolean })[]): void {
  stops.forEach((stop, index) => {
    if (!stop.hasEnd || stop.kind === 'lodging') return
    const below = stops.slice(index + 1)
    const outside = below.findIndex(
      each =>
        each.startsAt < stop.startsAt || each.startsAt >= stop.endsAt || (each.hasEnd && each.endsAt > stop.endsAt),
    )
    const within = outside < 0 ? below : below.slice(0, outside)
    const parts = within.filter((each, at) => at === 0 || each.startsAt > (within[at - 1]?.startsAt ?? ''))
    if (
      parts.length >= 2 &&
      within.every(each => each.startsAt !== stop.startsAt || !each.hasEnd || each.endsAt < stop.endsAt)
    ) {
      stop.doubts.push({ code: 'spans', text: stop.content })
      for (const each of within)
        if (each.place === '' && each.roomId === null) {
          each.place = stop.place
          each.roomId = stop.roomId
        }
      return
    }
    const next = below[0]
    if (
      next &&
      next.startsAt > stop.startsAt &&
      next.startsAt < stop.endsAt &&
      !next.doubts.some(doubt => doubt.code === 'order')
    )
      next.doubts.push({ code: 'overlap', text: next.content })
  })
}

const AIRPORT = /机场|航站楼|高铁站|火车站|[东西南北]站$|T\d$|airport|railway station|terminal/iu
const FLIGHT = /(?:^|[^A-Za-z\d])(?:[A-Z]{2} ?\d{3,4}|\d[A-Z]\d{3,4}|[A-Z]\d[A-Z]?\d{2,3}|[GDCKTZ]\d{1,4})(?![\d-])/u
const DEPARTS = /^[\s,，]*(?:起飞|发车|开车|开(?![始会展放])|离港|take.?off|departs?)/iu

/** What the words of a stop leave open: a flight's own time, another time among them, a change of what was planned. */
function doubtsOfWords({ source, span, words }: Entry): AgendaDoubt[] {
  const doubts: AgendaDoubt[] = []
  const text = source.split('\n')[0]?.slice(0, 60) ?? ''
  const kind = kindOfContent(words.content)
  const behind = span
    ? source.slice(source.search(/\d{1,2}[:：点时]/u)).replace(/^\d{1,2}[:：点时]\d{0,2}分?/u, '')
    : ''
  if (FLIGHT.test(source) && span && (DEPARTS.test(behind) || !['pickup', 'farewell', 'transfer'].includes(kind)))
    doubts.push({ code: 'departure', text })
  const left = [words.content, words.place].join(' ').replace(/[(（][^()（）]*[)）]/gu, '')
  if (/(?:^|[^\d.])(?:[01]?\d|2[0-4])[:：][0-5]\d(?!\d)/u.test(left) && !FLIGHT.test(left))
    doubts.push({ code: 'moreTimes', text })
  if (
    /原定|原计划|改到|改至|改为|改在|调整[为到至]|推迟[到至]|提前[到至]|顺延|rescheduled|moved (?:to|from)/iu.test(
      source,
    )
  )
    doubts.push({ code: 'changed', text })
  return doubts
}

const OF_MEAL: readonly [RegExp, Part][] = [
  [/早餐|早饭|早宴|breakfast/i, 'morning'],
  [/午餐|午宴|午饭|中餐|lunch/i, 'noon'],
  [/晚餐|晚宴|晚饭|夜宵|夜游|dinner|supper|evening/i, 'night'],
]

function place(
  entry: Entry,
  kind: ItemKind,
  before: Placed | null,
  knows: AgendaKnows,
  doubts: AgendaDoubt[],
  inDay24: boolean,
  chained: boolean,
): Placed | null {
  const { span, words, day } = entry
  const text = entry.source.split('\n')[0]?.slice(0, 60) ?? ''
  const opens = minutesOfClock(knows.opensAt ?? '08:30')
  const closes = minutesOfClock(knows.closesAt ?? '18:00')
  if (!span) {
    if (entry.partOnly) {
      const [start, end] =
        entry.part === 'morning' || entry.part === 'am'
          ? [opens, 720]
          : entry.part === 'night'
            ? [1080, 1200]
            : entry.part === 'noon'
              ? [720, 810]
              : entry.part === null
                ? [opens, closes]
                : [810, closes]
      const begins =
        before !== null && before.start >= start && before.start < end
          ? (before.end ?? before.start + before.usual)
          : start
      const last = chained ? begins + usualMinutes(kind) : Math.max(end, begins + 15)
      const told = words.minutes !== null || entry.until !== null
      return {
        day,
        start: begins,
        end: told ? endOfEntry(entry, begins, null, kind, doubts, text) : last,
        usual: usualMinutes(kind),
      }
    }
    if (before === null || (words.minutes === null && !entry.follows)) return null
    const start = before.end ?? before.start + before.usual
    return { day, start, end: endOfEntry(entry, start, null, kind, doubts, text), usual: usualMinutes(kind) }
  }
  const start = startOf(span.start, span.end, entry, before, knows, doubts, text, inDay24)
  if (start === null) {
    doubts.push({ code: 'noSuchClock', text })
    return { day, start: before?.end ?? opens, end: null, usual: usualMinutes(kind) }
  }
  if (before && start < before.start) doubts.push({ code: 'order', text })
  return { day, start, end: endOfEntry(entry, start, span.start, kind, doubts, text), usual: usualMinutes(kind) }
}

/** When a stop ends: as it says, or by its length; null where it says neither. */
function endOfEntry(
  entry: Entry,
  start: number,
  startToken: ClockToken | null,
  kind: ItemKind,
  doubts: AgendaDoubt[],
  text: string,
): number | null {
  const { words } = entry
  const token = entry.span?.end ?? entry.until
  if (!token) return words.minutes === null ? null : start + words.minutes
  const end = endOf(token, startToken, start, doubts, text)
  if (end !== null && end - start > 600 && kind !== 'lodging' && kind !== 'transfer' && !token.nextDay)
    doubts.push({ code: 'long', text })
  if (words.minutes !== null && end !== null && words.minutes !== end - start) doubts.push({ code: 'duration', text })
  return end
}

/** Does the part of the day not go with the hour: 下午11点, 上午3点? */
const isOdd = ({ part, hour }: ClockToken): boolean =>
  ((part === 'afternoon' || part === 'pm') && hour >= 8 && hour <= 11 && part === 'afternoon') ||
  (part === 'morning' && (hour < 5 || hour > 12)) ||
  (part === 'noon' && hour > 3 && hour < 11) ||
  (part === 'dawn' && hour > 7)

function startOf(
  token: ClockToken,
  end: ClockToken | null,
  entry: Entry,
  before: Placed | null,
  knows: AgendaKnows,
  doubts: AgendaDoubt[],
  text: string,
  inDay24: boolean,
): number | null {
  // 0:15 may be minutes from the beginning of a show.
  const fromStart = token.hour === 0 && token.part === null && !token.nextDay && !token.padded && token.form === 'colon'
  if (isOdd(token) || fromStart) doubts.push({ code: 'guessedTime', text })
  const value = (part: Part | null): ClockValue | null =>
    placeClock({ ...token, part }, { opensAt: '00:00', closesAt: '00:00' })
  if (token.part !== null || token.nextDay) return placeClock(token)?.minutes ?? null
  if (end && (end.part === 'am' || end.part === 'pm') && token.hour <= 12) {
    const same = value(end.part)
    const ends = placeClock(end)
    if (same && ends && same.minutes < ends.minutes) return same.minutes
    return value(end.part === 'pm' ? 'am' : 'pm')?.minutes ?? null
  }
  const plain = value(null)
  if (!plain) return null
  if (token.hour >= 13 || token.hour === 0) return plain.minutes
  const said = entry.part ?? OF_MEAL.find(([sign]) => sign.test(entry.words.content))?.[1] ?? null
  if (said !== null && token.hour < 12) {
    const with1 = value(said)
    const late = said === 'night' && token.hour < 5
    if (with1 && !late && !(said === 'noon' && token.hour < 11 && token.hour > 3)) {
      // 下午 stands above, and 9:00 of it would be at night.
      if ((said === 'afternoon' || said === 'pm') && token.hour > 7) doubts.push({ code: 'guessedTime', text })
      return with1.minutes
    }
  }
  if (token.hour === 12) return plain.minutes
  const later = plain.minutes + 720
  const closes = minutesOfClock(knows.closesAt ?? '18:00')
  if (before && plain.minutes < before.start && inDay24 && token.form !== 'word') return plain.minutes
  if (before && plain.minutes < before.start) {
    const latest = before.start >= 1020 ? 1380 : closes + 120
    if (later <= latest && later >= before.start && (before.start < 1080 || later > before.start)) {
      if (token.padded || later - before.start > 360 || (later >= 1200 && before.start >= 1020))
        doubts.push({ code: 'guessedTime', text })
      return later
    }
    return plain.minutes
  }
  const opens = minutesOfClock(knows.opensAt ?? '08:30')
  if (!token.padded && before === null && plain.minutes < Math.min(opens, 360) && later <= closes) {
    doubts.push({ code: 'guessedTime', text })
    return later
  }
  return plain.minutes
}

function endOf(
  token: ClockToken,
  startToken: ClockToken | null,
  start: number,
  doubts: AgendaDoubt[],
  text: string,
): number | null {
  const said = placeClock({ ...token, part: token.part }, { opensAt: '00:00', closesAt: '00:00' })
  if (!said) {
    doubts.push({ code: 'noSuchClock', text })
    return null
  }
  const startDay = Math.floor(start / 1440) * 1440
  if (token.part !== null || token.nextDay) {
    if (said.minutes > start) return said.minutes
    if (said.minutes + 1440 > start && said.minutes <= 720 && start >= 1020) return said.minutes + 1440
    doubts.push({ code: 'order', text })
    return null
  }
  const plain = startDay + said.minutes
  if (plain > start) {
    return plain
  }
  if (token.hour < 12 && plain + 720 > start && plain + 720 - start <= 600) return plain + 720
  if (
    token.hour === 12 &&
    plain + 720 > start &&
    startToken !== null &&
    startToken.part !== null &&
    plain + 720 - start <= 600
  )
    return plain + 720
  if (start % 1440 >= 1020) {
    if (plain + 1440 - start > 240) doubts.push({ code: 'guessedTime', text })
    return plain + 1440
  }
  doubts.push({ code: 'order', text })
  return null
}

import { usualMinutes } from '../itinerary.ts'
import { addDays, addMinutes, at, type Day, dayOf, minutesBetween } from '../time.ts'
import type { ItemKind } from '../visit.ts'
import type { AgendaDoubt, AgendaKnows, AgendaRead, AgendaStop, Entry } from './agendaStop.ts'
import { kindOfContent } from './agendaWords.ts'
import { type ClockToken, type ClockValue, clockOfMinutes, minutesOfClock, type Part, placeClock } from './clockText.ts'

/** Kinds that do not last for hours because nothing follows. */
const BRIEF: ReadonlySet<ItemKind> = new Set(['break', 'welcome', 'gift', 'farewell'])

interface Placed {
  day: Day
  start: number
  end: number | null
}

const moment = (day: Day, minutes: number): string =>
  at(addDays(day, Math.floor(minutes / 1440)), clockOfMinutes(minutes))

/** Places what was read in time, from the first stop to the last: each after the one above it where nobody says otherwise. */
export function placeEntries({
  knows,
  entries,
  skipped,
}: {
  knows: AgendaKnows
  entries: Entry[]
  skipped: AgendaRead['skipped']
}): AgendaRead {
  let before = null as Placed | null
  const stops: (AgendaStop & { hasEnd: boolean })[] = []
  const over = [...skipped]
  entries.forEach((entry, index) => {
    const next = entries[index + 1]
    if (entry.partOnly && next && next.day === entry.day && next.part === entry.part && !next.partOnly && next.span) {
      over.push({ line: entry.line, text: entry.source, why: 'noTime' })
      return
    }
    const doubts: AgendaDoubt[] = [...entry.words.doubts]
    const told = kindOfContent(entry.words.content)
    const kind = told === 'transfer' ? kindOfContent(`${entry.words.content} ${entry.words.place}`) : told
    const placed = place(entry, kind, before && before.day === entry.day ? before : null, knows, doubts)
    if (!placed) {
      over.push({ line: entry.line, text: entry.source, why: 'noTime' })
      return
    }
    if (entry.words.content === '') doubts.push({ code: 'noContent', text: entry.source })
    before = placed
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
      doubts,
    })
  })
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
): Placed | null {
  const { span, words, day } = entry
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
      return { day, start, end: words.minutes === null ? end : start + words.minutes }
    }
    const start = before?.end ?? null
    if (before === null || words.minutes === null) return null
    return { day, start: start ?? before.start, end: (start ?? before.start) + words.minutes }
  }
  const text = entry.source.split('\n')[0]?.slice(0, 60) ?? ''
  const start = startOf(span.start, span.end, entry, before, knows, doubts, text)
  if (start === null) {
    doubts.push({ code: 'noSuchClock', text })
    return { day, start: before?.end ?? opens, end: null }
  }
  if (before && start < before.start) doubts.push({ code: 'order', text })
  let end: number | null = null
  if (span.end) {
    end = endOf(span.end, span.start, start, doubts, text)
    if (end !== null && end - start > 600 && kind !== 'lodging' && kind !== 'transfer' && !span.end.nextDay)
      doubts.push({ code: 'long', text })
    if (words.minutes !== null && end !== null && words.minutes !== end - start) doubts.push({ code: 'duration', text })
  } else if (words.minutes !== null) end = start + words.minutes
  return { day, start, end }
}

function startOf(
  token: ClockToken,
  end: ClockToken | null,
  entry: Entry,
  before: Placed | null,
  knows: AgendaKnows,
  doubts: AgendaDoubt[],
  text: string,
): number | null {
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
  if (before && plain.minutes < before.start) {
    const latest = before.start >= 1020 ? 1380 : closes + 120
    if (later <= latest && later >= before.start && (before.start < 1080 || later > before.start)) {
      if (token.padded || later - before.start > 360) doubts.push({ code: 'guessedTime', text })
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
  startToken: ClockToken,
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
  if (token.hour === 12 && plain + 720 > start && startToken.part !== null && plain + 720 - start <= 600)
    return plain + 720
  if (start % 1440 >= 1020) {
    if (plain + 1440 - start > 240) doubts.push({ code: 'guessedTime', text })
    return plain + 1440
  }
  doubts.push({ code: 'order', text })
  return null
}

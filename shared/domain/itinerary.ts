import {
  addDays,
  addMinutes,
  at,
  dayOf,
  earlier,
  later,
  minutesBetween,
  overlaps,
  type Span,
  type WallTime,
} from './time.ts'
import type { ItemKind } from './visit.ts'

export interface ItemShape extends Span {
  id: string
  kind: ItemKind
  isFixed: boolean
  allGuests: boolean
  guestIds: readonly string[]
}

/** Usual length of an item in minutes, by kind: what a new item gets before anyone types an end. */
const USUAL_MINUTES: Record<ItemKind, number> = {
  pickup: 60,
  welcome: 15,
  meeting: 60,
  tour: 60,
  dining: 90,
  lodging: 30,
  transfer: 30,
  break: 15,
  gift: 15,
  farewell: 15,
  other: 30,
}

export const usualMinutes = (kind: ItemKind): number => USUAL_MINUTES[kind]

/**
 * Where the next item of a day goes: it starts where the last one ended, or at `dayStart` (`HH:mm`) on an empty day,
 * and takes its kind's usual length, cut at midnight.
 */
export function nextItemSpan(items: readonly Span[], day: string, dayStart: string, kind: ItemKind): Span {
  const ends = items.filter(item => dayOf(item.startsAt) === day).map(item => item.endsAt)
  const latest = ends.reduce((last, end) => later(end, last), '')
  const midnight = at(addDays(day, 1), '00:00')
  const startsAt = latest === '' ? at(day, dayStart) : latest >= midnight ? addMinutes(midnight, -30) : latest
  const endsAt = addMinutes(startsAt, usualMinutes(kind))
  return { startsAt, endsAt: earlier(endsAt, midnight) }
}

export type ItineraryFinding =
  | { code: 'overlap'; itemId: string; otherId: string; minutes: number }
  | { code: 'gap'; itemId: string; otherId: string; minutes: number }

/** A gap longer than this, in minutes, is pointed out. */
const LONG_GAP = 60

/**
 * What a coordinator should see in an itinerary: items of the same guest that overlap, and gaps of over an hour
 * between neighbours of one day. Lodging is a night and counts for neither. O(n log n + overlaps).
 */
export function itineraryFindings(items: readonly ItemShape[]): ItineraryFinding[] {
  const findings: ItineraryFinding[] = []
  const sorted = inOrder(items.filter(item => item.kind !== 'lodging'))
  let open: ItemShape[] = []
  let last: ItemShape | undefined
  for (const item of sorted) {
    open = open.filter(other => other.endsAt > item.startsAt)
    for (const other of open) {
      if (overlaps(item, other) && shareGuest(item, other)) {
        const until = earlier(item.endsAt, other.endsAt)
        findings.push({
          code: 'overlap',
          itemId: item.id,
          otherId: other.id,
          minutes: minutesBetween(item.startsAt, until),
        })
      }
    }
    open.push(item)
    if (last && dayOf(last.startsAt) === dayOf(item.startsAt)) {
      const minutes = minutesBetween(last.endsAt, item.startsAt)
      if (minutes > LONG_GAP) findings.push({ code: 'gap', itemId: item.id, otherId: last.id, minutes })
    }
    if (!last || item.endsAt > last.endsAt) last = item
  }
  return findings
}

function shareGuest(a: ItemShape, b: ItemShape): boolean {
  if (a.allGuests || b.allGuests) return true
  return a.guestIds.some(id => b.guestIds.includes(id))
}

/** Items by start, then end, then id: the one order of every list and paper. */
export function inOrder<I extends Span & { id: string }>(items: readonly I[]): I[] {
  return [...items].sort(
    (a, b) => compare(a.startsAt, b.startsAt) || compare(a.endsAt, b.endsAt) || compare(a.id, b.id),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export interface MovedItem extends Span {
  id: string
}

/**
 * Puts one item of a day in another place of its order. Every item between the old and the new place follows on: they keep
 * their lengths, and the pauses between places stay where they were. Items outside that stretch do not move.
 * Null where a fixed item stands in the stretch, since fixed items never move.
 * @param dayItems the items of one day in order. @param from index of the moved item. @param to its index afterwards.
 */
export function reorderDay(dayItems: readonly ItemShape[], from: number, to: number): MovedItem[] | null {
  const first = Math.min(from, to)
  const last = Math.max(from, to)
  const stretch = dayItems.slice(first, last + 1)
  const head = stretch[0]
  if (from === to || head === undefined || stretch.length !== last - first + 1) return []
  if (stretch.some(item => item.isFixed)) return null
  const pauses = stretch.slice(1).map((item, index) => {
    const before = stretch[index]
    return before ? minutesBetween(before.endsAt, item.startsAt) : 0
  })
  const order = [...stretch]
  const [moved] = order.splice(from - first, 1)
  if (moved) order.splice(to - first, 0, moved)
  let cursor: WallTime = head.startsAt
  return order.map((item, index) => {
    const startsAt = index === 0 ? cursor : addMinutes(cursor, pauses[index - 1] ?? 0)
    cursor = addMinutes(startsAt, minutesBetween(item.startsAt, item.endsAt))
    return { id: item.id, startsAt, endsAt: cursor }
  })
}

/** Stops of these kinds want a room of ours, unless a place was typed. */
export const INDOORS: ReadonlySet<ItemKind> = new Set(['welcome', 'meeting', 'break', 'gift', 'farewell'])

/**
 * What a stop is known by where no language is spoken yet: its content, or a mark that names its kind. Whoever shows it puts the kind's
 * word there (`renderer/base/labels.ts`).
 */
export const stopLabel = (item: { content: string; kind: string }): string => item.content || `@itemKind.${item.kind}`

import {
  addDays,
  addMinutes,
  at,
  dayOf,
  earlier,
  fromMinutes,
  later,
  MINUTES_PER_DAY,
  minutesBetween,
  overlaps,
  type Span,
  toMinutes,
} from '../time.ts'
import type { SetupStyle } from '../visit.ts'
import {
  atClock,
  type Bookable,
  blockedSpan,
  capacityOf,
  type Finding,
  findingsOf,
  hoursOn,
  nearestFree,
  refuses,
  spare,
  withinHours,
} from './booking.ts'

/** A room, vehicle or person with everything that is in its way. */
export interface Place extends Bookable {
  id: string
  name: string
  building: string
  /** Those that it shares walls with: a hall and its parts. */
  rivalIds: readonly string[]
  /** Blocked spans of its bookings and of its rivals', in any order. */
  busy: readonly Span[]
  closures: readonly (Span & { reason: string })[]
}

export interface Search {
  headcount: number | null
  equipment: readonly string[]
  setupStyle?: SetupStyle
  /** How long it is wanted, minutes. */
  minutes: number
  /** When it may be: one or several windows, in order. */
  windows: readonly Span[]
  /** Where the day goes on: the room and building of what comes before. */
  near: { resourceId: string | null; building: string }
  /** Nothing begins before this minute; empty for no such limit. */
  notBefore: string
}

export interface Offer extends Span {
  resourceId: string
  findings: Finding[]
}

/** Starts are offered at these minutes, and exactly where something ends. */
const STEP = 15

/** Is a place free for a span, with its own set-up and clear-up, and not closed? Hours and seats are `findingsOf`. */
export function isFree(place: Place, span: Span): boolean {
  const blocked = blockedSpan(span, place)
  return !place.busy.some(other => overlaps(other, blocked)) && !place.closures.some(closure => overlaps(closure, span))
}

/** The earliest free span of a length inside a window and the place's own hours; null where there is none. */
export function firstFree(place: Place, window: Span, minutes: number, notBefore = ''): Span | null {
  for (let day = dayOf(window.startsAt); day <= dayOf(window.endsAt); day = addDays(day, 1)) {
    const open = hoursOn(place, day)
    if (!open) continue
    const start = later(later(window.startsAt, at(day, open.from)), notBefore)
    const end = earlier(window.endsAt, atClock(day, open.until))
    const starts = new Set([Math.ceil(toMinutes(start) / STEP) * STEP])
    // What begins now begins at a round minute; what opens at an odd one may begin there.
    if (start !== notBefore) starts.add(toMinutes(start))
    for (const busy of place.busy) starts.add(toMinutes(busy.endsAt) + place.setupMinutes)
    for (const closure of place.closures) starts.add(toMinutes(closure.endsAt))
    for (const minute of [...starts].sort((a, b) => a - b)) {
      const span = { startsAt: fromMinutes(minute), endsAt: fromMinutes(minute + minutes) }
      if (span.startsAt >= start && span.endsAt <= end && isFree(place, span)) return span
    }
  }
  return null
}

const wantedAt = (search: Search, span: Span) => ({
  ...span,
  headcount: search.headcount,
  equipment: search.equipment,
  ...(search.setupStyle === undefined ? {} : { setupStyle: search.setupStyle }),
})

/**
 * Where a search can be had without a finding, best fit first: the room of what comes before, then its building, then the smallest
 * that fits, then the earliest, then by name. One offer a place.
 */
export function findPlaces(places: readonly Place[], search: Search): Offer[] {
  const offers: { place: Place; offer: Offer }[] = []
  for (const place of places) {
    for (const window of search.windows) {
      const span = firstFree(place, window, search.minutes, search.notBefore)
      if (!span) continue
      if (findingsOf(place, wantedAt(search, span), place.closures).length > 0) continue
      offers.push({ place, offer: { resourceId: place.id, ...span, findings: [] } })
      break
    }
  }
  return offers.sort((a, b) => closeness(a.place, b.place, search) || order(a, b, search)).map(each => each.offer)
}

const closeness = (a: Place, b: Place, { near }: Search): number =>
  Number(b.id === near.resourceId) - Number(a.id === near.resourceId) ||
  (near.building === '' ? 0 : Number(b.building === near.building) - Number(a.building === near.building))

const order = (a: { place: Place; offer: Span }, b: { place: Place; offer: Span }, search: Search): number =>
  spare(a.place, search) - spare(b.place, search) ||
  // Nobody said how many: the small ones first, so that the large stay free.
  (search.headcount === null ? (a.place.capacity ?? 999) - (b.place.capacity ?? 999) : 0) ||
  compare(a.offer.startsAt, b.offer.startsAt) ||
  compare(a.place.name, b.place.name) ||
  compare(a.place.id, b.place.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What comes near a search that cannot be had as it is. */
export type NearMiss =
  /** A place that fits, at another time. */
  | ({ kind: 'time' } & Offer)
  /** The time, in a place that is not all that was asked for. */
  | ({ kind: 'place' } & Offer)
  /** The time, in two places at once whose seats are enough together. */
  | ({ kind: 'split'; secondId: string } & Offer)

/** The nearest to a search that has no offer: other times of what fits, other places at that time, two places together. */
export function nearMisses(places: readonly Place[], search: Search, each = 3): NearMiss[] {
  const window = search.windows[0]
  if (!window) return []
  const wanted = { startsAt: window.startsAt, endsAt: addMinutes(window.startsAt, search.minutes) }
  const times = places
    .flatMap(place =>
      nearestFree(
        wanted,
        place,
        [...place.busy, ...place.closures.map(closure => narrowed(closure, place))],
        2,
        4 * MINUTES_PER_DAY,
        search.notBefore,
      )
        .filter(span => findingsOf(place, wantedAt(search, span), place.closures).length === 0)
        .map(span => ({ place, offer: { resourceId: place.id, ...span, findings: [] } })),
    )
    .sort(
      (a, b) =>
        Math.abs(minutesBetween(wanted.startsAt, a.offer.startsAt)) -
          Math.abs(minutesBetween(wanted.startsAt, b.offer.startsAt)) || order(a, b, search),
    )
    .slice(0, each)
    .map(({ offer }): NearMiss => ({ kind: 'time', ...offer }))
  const open = places.flatMap(place => {
    const span = search.windows.map(each => firstFree(place, each, search.minutes, search.notBefore)).find(Boolean)
    if (!span) return []
    const findings = findingsOf(place, wantedAt(search, span), place.closures)
    return refuses(place, findings) ? [] : [{ place, offer: { resourceId: place.id, ...span, findings } }]
  })
  const others = [...open]
    .filter(({ offer }) => offer.findings.length > 0)
    .sort((a, b) => a.offer.findings.length - b.offer.findings.length || order(a, b, search))
    .slice(0, each)
    .map(({ offer }): NearMiss => ({ kind: 'place', ...offer }))
  return [...times, ...others, ...splits(places, search).slice(0, each)]
}

/** A closure as a busy span of a place, which its set-up and clear-up may reach into. */
const narrowed = (closure: Span, place: Bookable): Span => ({
  startsAt: addMinutes(closure.startsAt, place.clearupMinutes),
  endsAt: addMinutes(closure.endsAt, -place.setupMinutes),
})

/** Two places at the same time whose seats are enough together, the fewest spare seats first. */
function splits(places: readonly Place[], search: Search): NearMiss[] {
  const { headcount } = search
  if (headcount === null) return []
  const half = { ...search, headcount: null }
  const fitting = places
    .filter(place => (capacityOf(place, search.setupStyle) ?? 0) > 0)
    .filter(place => (capacityOf(place, search.setupStyle) ?? 0) < headcount)
    .sort((a, b) => spare(a, search) - spare(b, search) || compare(a.name, b.name))
    .slice(0, 40)
  const found: { miss: NearMiss; left: number }[] = []
  for (const [index, first] of fitting.entries()) {
    for (const second of fitting.slice(index + 1)) {
      const left =
        (capacityOf(first, search.setupStyle) ?? 0) + (capacityOf(second, search.setupStyle) ?? 0) - headcount
      if (left < 0 || first.rivalIds.includes(second.id)) continue
      const both: Place = {
        ...first,
        busy: [...first.busy, ...second.busy],
        closures: [...first.closures, ...second.closures],
        setupMinutes: Math.max(first.setupMinutes, second.setupMinutes),
        clearupMinutes: Math.max(first.clearupMinutes, second.clearupMinutes),
      }
      const span = search.windows.map(each => firstFree(both, each, search.minutes, search.notBefore)).find(Boolean)
      if (!span) continue
      const bad = [first, second].some(place => findingsOf(place, wantedAt(half, span), place.closures).length > 0)
      if (!bad)
        found.push({ miss: { kind: 'split', resourceId: first.id, secondId: second.id, ...span, findings: [] }, left })
    }
  }
  return found.sort((a, b) => a.left - b.left).map(each => each.miss)
}

/** A stop that wants a room. */
export interface Unplaced extends Span {
  id: string
  headcount: number | null
  equipment: readonly string[]
  setupStyle: SetupStyle
}

export interface Placed {
  itemId: string
  /** Null where no room can be had. */
  resourceId: string | null
  findings: Finding[]
  /** Why this room: the one of the stop before, its building, or the smallest that fits; none: nothing is free, or all is too small. */
  why: 'sameRoom' | 'sameBuilding' | 'bestFit' | 'taken' | 'tooSmall'
}

/**
 * Places every stop of a visit at once: with the fewest changes of room during a day, then in the same building, then in the smallest
 * room that fits. What it proposes can be booked as it stands: no two overlap, none is strict and refuses, none is too small.
 * Deterministic. Stops that already have their room are `held`, in any order.
 */
export function placeVisit(
  items: readonly Unplaced[],
  places: readonly Place[],
  held: readonly (Span & { resourceId: string })[] = [],
): Placed[] {
  const byTime = [...items].sort((a, b) => compare(a.startsAt, b.startsAt) || compare(a.id, b.id))
  const first = placeInOrder(byTime, places, held)
  if (first.every(placed => placed.resourceId !== null)) return first
  // Somebody was left without: those with the least choice choose first, and whoever places more stands.
  const choice = new Map(items.map(item => [item.id, candidatesFor(item, places, []).length]))
  const scarce = [...byTime].sort((a, b) => (choice.get(a.id) ?? 0) - (choice.get(b.id) ?? 0))
  const second = placeInOrder(scarce, places, held)
  const count = (placed: Placed[]) => placed.filter(each => each.resourceId !== null).length
  const best = count(second) > count(first) ? second : first
  return byTime.flatMap(item => best.find(placed => placed.itemId === item.id) ?? [])
}

type Taken = Span & { resourceId: string }

function placeInOrder(items: readonly Unplaced[], places: readonly Place[], held: readonly Taken[]): Placed[] {
  const byId = new Map(places.map(place => [place.id, place]))
  const taken: Taken[] = []
  return items.map(item => {
    const candidates = candidatesFor(item, places, taken)
    const before = lastBefore(item, [...held, ...taken])
    const near = {
      resourceId: before?.resourceId ?? null,
      building: byId.get(before?.resourceId ?? '')?.building ?? '',
    }
    const best = candidates.sort(
      (a, b) =>
        a.findings.length - b.findings.length ||
        Number(b.place.id === near.resourceId) - Number(a.place.id === near.resourceId) ||
        (near.building === ''
          ? 0
          : Number(b.place.building === near.building) - Number(a.place.building === near.building)) ||
        spare(a.place, item) - spare(b.place, item) ||
        compare(a.place.name, b.place.name) ||
        compare(a.place.id, b.place.id),
    )[0]
    if (!best) {
      const large = places.some(
        place => (capacityOf(place, item.setupStyle) ?? item.headcount ?? 0) >= (item.headcount ?? 0),
      )
      return { itemId: item.id, resourceId: null, findings: [], why: large ? 'taken' : 'tooSmall' }
    }
    taken.push({ startsAt: item.startsAt, endsAt: item.endsAt, resourceId: best.place.id })
    const why =
      best.place.id === near.resourceId
        ? 'sameRoom'
        : near.building !== '' && best.place.building === near.building
          ? 'sameBuilding'
          : 'bestFit'
    return { itemId: item.id, resourceId: best.place.id, findings: best.findings, why }
  })
}

/** The places that an item can have now, with what is not quite right: those too small, closed, out of hours or refusing are left out. */
function candidatesFor(
  item: Unplaced,
  places: readonly Place[],
  taken: readonly Taken[],
): { place: Place; findings: Finding[] }[] {
  return places.flatMap(place => {
    if (!withinHours(item, place) || !isFree(place, item)) return []
    const blocked = blockedSpan(item, place)
    const meets = (other: Taken) => {
      if (other.resourceId !== place.id && !place.rivalIds.includes(other.resourceId)) return false
      const rival = places.find(each => each.id === other.resourceId)
      return overlaps(rival ? blockedSpan(other, rival) : other, blocked)
    }
    if (taken.some(meets)) return []
    const findings = findingsOf(place, item, place.closures)
    if (refuses(place, findings) || findings.some(finding => finding.code === 'capacity')) return []
    return [{ place, findings }]
  })
}

/** The latest of the same day that ends before an item begins. */
function lastBefore(item: Span, others: readonly Taken[]): Taken | undefined {
  return others
    .filter(other => dayOf(other.startsAt) === dayOf(item.startsAt) && other.endsAt <= item.startsAt)
    .sort((a, b) => compare(b.endsAt, a.endsAt) || compare(a.resourceId, b.resourceId))[0]
}

/** The first times at which everybody and every place is free for so long, at quarter hours, at most `most`. */
export function commonFree(places: readonly Place[], window: Span, minutes: number, most = 8): Span[] {
  const found: Span[] = []
  const last = toMinutes(window.endsAt) - minutes
  for (
    let minute = Math.ceil(toMinutes(window.startsAt) / STEP) * STEP;
    minute <= last && found.length < most;
    minute += STEP
  ) {
    const span = { startsAt: fromMinutes(minute), endsAt: fromMinutes(minute + minutes) }
    if (places.every(place => withinHours(span, place) && isFree(place, span))) found.push(span)
  }
  return found
}

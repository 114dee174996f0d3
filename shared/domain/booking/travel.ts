import { minutesBetween, type Span } from '../time.ts'

/** Minutes that a car needs between two places; the same both ways. */
export interface TravelTime {
  fromPlace: string
  toPlace: string
  minutes: number
}

export interface Leg extends Span {
  title: string
  fromPlace: string
  toPlace: string
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** Minutes between two places; 0 where they are the same, or nobody said. */
export function travelMinutes(table: readonly TravelTime[], a: string, b: string): number {
  if (a === '' || b === '' || same(a, b)) return 0
  return (
    table.find(
      each => (same(each.fromPlace, a) && same(each.toPlace, b)) || (same(each.fromPlace, b) && same(each.toPlace, a)),
    )?.minutes ?? 0
  )
}

/** The first and last place of a route as people write it: `虹桥站 → 公司`, `hotel - office - airport`. */
export function endsOfRoute(route: string): { fromPlace: string; toPlace: string } {
  const stops = route
    .split(/\s*(?:→|->|➝|—+|–|－|>|至|\s-\s)\s*/u)
    .map(stop => stop.trim())
    .filter(Boolean)
  if (stops.length < 2) return { fromPlace: '', toPlace: '' }
  return { fromPlace: stops[0] ?? '', toPlace: stops.at(-1) ?? '' }
}

export interface Unreachable {
  title: string
  fromPlace: string
  toPlace: string
  minutes: number
  gap: number
}

/** The trips just before and after a leg that a car cannot drive to it from, or from it to, in the time between. */
export function unreachable(leg: Leg, others: readonly Leg[], table: readonly TravelTime[]): Unreachable[] {
  const before = others.filter(other => other.endsAt <= leg.startsAt).sort((a, b) => (a.endsAt < b.endsAt ? 1 : -1))[0]
  const after = others
    .filter(other => other.startsAt >= leg.endsAt)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0]
  const found: Unreachable[] = []
  const tell = (other: Leg | undefined, fromPlace: string, toPlace: string, gap: number) => {
    const minutes = travelMinutes(table, fromPlace, toPlace)
    if (other && minutes > gap) found.push({ title: other.title, fromPlace, toPlace, minutes, gap })
  }
  if (before) tell(before, before.toPlace, leg.fromPlace, minutesBetween(before.endsAt, leg.startsAt))
  if (after) tell(after, leg.toPlace, after.fromPlace, minutesBetween(leg.endsAt, after.startsAt))
  return found
}

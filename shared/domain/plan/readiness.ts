import type { WallTime } from '../time.ts'
import type { Grade, ItemKind } from '../visit.ts'

/** What keeps a plan from being submitted, and what is only worth seeing. */
export const READINESS_CODES = [
  'coordinator',
  'guests',
  'items',
  'personInCharge',
  'conflict',
  'driver',
  'diningPlace',
  'diets',
  'leader',
  'leadTime',
  'mealLimit',
  'menu',
  'giftLimit',
  'room',
  'roomSeats',
  'withoutCar',
  'seats',
  'withoutBed',
  'twoPlaces',
  'consent',
  'head',
  'briefing',
] as const
export type ReadinessCode = (typeof READINESS_CODES)[number]

export const SEVERITIES = ['blocks', 'warns', 'silent'] as const
export type Severity = (typeof SEVERITIES)[number]

/** As shipped: the nine that the product names block submitting, the rest warns. */
export const USUAL_SEVERITIES: Record<ReadinessCode, Severity> = {
  coordinator: 'blocks',
  guests: 'blocks',
  items: 'blocks',
  personInCharge: 'blocks',
  conflict: 'blocks',
  driver: 'blocks',
  diningPlace: 'blocks',
  diets: 'blocks',
  leader: 'blocks',
  leadTime: 'warns',
  mealLimit: 'warns',
  menu: 'warns',
  giftLimit: 'warns',
  room: 'warns',
  roomSeats: 'warns',
  withoutCar: 'warns',
  seats: 'warns',
  withoutBed: 'warns',
  twoPlaces: 'warns',
  consent: 'warns',
  head: 'warns',
  briefing: 'warns',
}

export type ReadinessSection =
  | 'overview'
  | 'guests'
  | 'itinerary'
  | 'staffing'
  | 'transport'
  | 'lodging'
  | 'dining'
  | 'supplies'
  | 'approval'

export interface ReadinessFacts {
  grade: Grade
  coordinator: string
  headcount: number | null
  guestCount: number
  hasHead: boolean
  /** Guests whose health, religion or ethnicity is kept without a consent. */
  withoutConsent: number
  items: readonly {
    id: string
    startsAt: WallTime
    label: string
    kind: ItemKind
    personInCharge: string
    /** Has it a room of ours, or any other place? */
    placed: boolean
  }[]
  /** The rooms that stops have, with the seats of each as it is set up, and how many come. */
  rooms: readonly { itemId: string; label: string; room: string; seats: number; heads: number }[]
  /** Bookings of others that overlap what the visit's items take. */
  conflicts: readonly { itemId: string; resource: string; title: string }[]
  trips: readonly { itemId: string; label: string; vehicle: string; driverName: string; over: number }[]
  /** Stops that people are driven to, with the guests who sit in no car; only where somebody is driven at all. */
  withoutCar: readonly { itemId: string; label: string; names: string[] }[]
  meals: readonly {
    itemId: string
    label: string
    hasPlace: boolean
    dietsSeen: boolean
    overLimit: boolean
    overReason: string
    conflicts: readonly { dishes: string[]; guests: number }[]
  }[]
  leaders: number
  /** Working days between entering and coming, and what the grade asks for; null where it is not known or not asked. */
  leadDays: number | null
  leadWanted: number | null
  giftsOver: { perHead: number; limit: number; explained: boolean } | null
  withoutBed: readonly { name: string; nights: number }[]
  clashes: readonly { name: string; itemId: string; first: string; second: string }[]
  hasBriefing: boolean
}

export interface ReadinessLine {
  code: ReadinessCode
  severity: 'blocks' | 'warns'
  /** Where it is mended. */
  section: ReadinessSection
  itemId: string | null
  /** What the sentence names; lists are joined by who says it, in their language. */
  values: Record<string, string | number | string[]>
}

/**
 * What a plan still misses, what blocks first. Empty: it can be submitted and nothing is odd. Each line says where it is mended.
 * `severities` overrules the usual ones; what is silent is not told.
 */
export function readinessOf(
  facts: ReadinessFacts,
  severities: Partial<Record<ReadinessCode, Severity>> = {},
): ReadinessLine[] {
  const lines: ReadinessLine[] = []
  const tell = (
    code: ReadinessCode,
    section: ReadinessSection,
    values: ReadinessLine['values'] = {},
    itemId: string | null = null,
  ) => {
    const severity = severities[code] ?? USUAL_SEVERITIES[code]
    if (severity !== 'silent') lines.push({ code, severity, section, itemId, values })
  }
  if (facts.coordinator.trim() === '') tell('coordinator', 'overview')
  if (facts.guestCount === 0 && facts.headcount === null) tell('guests', 'guests')
  if (facts.guestCount > 0 && !facts.hasHead) tell('head', 'guests')
  if (facts.withoutConsent > 0) tell('consent', 'guests', { count: facts.withoutConsent })
  if (facts.items.length === 0) tell('items', 'itinerary')
  for (const item of facts.items)
    if (item.personInCharge.trim() === '') tell('personInCharge', 'itinerary', { item: item.label }, item.id)
  for (const { itemId, resource, title } of facts.conflicts) tell('conflict', 'itinerary', { resource, title }, itemId)
  for (const item of facts.items)
    if (item.kind === 'meeting' && !item.placed) tell('room', 'itinerary', { item: item.label }, item.id)
  for (const { itemId, label, room, seats, heads } of facts.rooms)
    if (heads > seats) tell('roomSeats', 'itinerary', { item: label, room, seats, count: heads }, itemId)
  for (const trip of facts.trips) {
    if (trip.driverName.trim() === '')
      tell('driver', 'transport', { item: trip.label, vehicle: trip.vehicle }, trip.itemId)
    if (trip.over > 0)
      tell('seats', 'transport', { vehicle: trip.vehicle, item: trip.label, count: trip.over }, trip.itemId)
  }
  for (const { itemId, label, names } of facts.withoutCar)
    if (names.length > 0)
      tell('withoutCar', 'transport', { item: label, count: names.length, names: named(names) }, itemId)
  for (const meal of facts.meals) {
    const values = { item: meal.label }
    if (!meal.hasPlace) tell('diningPlace', 'dining', values, meal.itemId)
    if (!meal.dietsSeen) tell('diets', 'dining', values, meal.itemId)
    if (meal.overLimit && meal.overReason.trim() === '') tell('mealLimit', 'dining', values, meal.itemId)
    for (const { dishes, guests } of meal.conflicts)
      tell('menu', 'dining', { ...values, dishes: named(dishes), count: guests }, meal.itemId)
  }
  if (facts.grade === 'A' && facts.leaders === 0) tell('leader', 'staffing')
  for (const { name, itemId, first, second } of facts.clashes)
    tell('twoPlaces', 'staffing', { name, first, second }, itemId)
  if (facts.withoutBed.length > 0)
    tell('withoutBed', 'lodging', {
      count: facts.withoutBed.length,
      names: named(facts.withoutBed.map(guest => guest.name)),
    })
  if (facts.giftsOver && !facts.giftsOver.explained)
    tell('giftLimit', 'supplies', { perHead: facts.giftsOver.perHead / 100, limit: facts.giftsOver.limit / 100 })
  if (facts.leadDays !== null && facts.leadWanted !== null && facts.leadDays < facts.leadWanted)
    tell('leadTime', 'overview', { days: facts.leadDays, wanted: facts.leadWanted })
  if (!facts.hasBriefing && facts.grade !== 'C') tell('briefing', 'approval')
  return lines.sort((a, b) => Number(b.severity === 'blocks') - Number(a.severity === 'blocks'))
}

/** Up to five names, and with the fifth how many more. */
const named = (names: readonly string[]): string[] =>
  names.length > 5 ? [...names.slice(0, 4), `${names[4]} +${names.length - 5}`] : [...names]

/** May the plan be submitted? */
export const isReady = (lines: readonly ReadinessLine[]): boolean => lines.every(line => line.severity !== 'blocks')

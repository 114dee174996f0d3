/** What a paper may want before it says anything. */
export const PAPER_NEEDS = [
  'guests',
  'items',
  'trips',
  'meals',
  'tasks',
  'allocations',
  'briefing',
  'duties',
  'seating',
  'coordinator',
] as const
export type PaperNeed = (typeof PAPER_NEEDS)[number]

/** The section of a visit in which it is mended. */
export const SECTION_OF_NEED = {
  guests: 'guests',
  items: 'itinerary',
  trips: 'transport',
  meals: 'itinerary',
  tasks: 'checklist',
  allocations: 'supplies',
  briefing: 'approval',
  duties: 'staffing',
  seating: 'seating',
  coordinator: 'overview',
} as const satisfies Record<PaperNeed, string>

/** How much there is of what papers are made of. */
export interface PaperFacts {
  guests: number
  items: number
  trips: number
  /** Trips that have words for the sign. */
  signs: number
  meals: number
  tasks: number
  allocations: number
  briefing: boolean
  duties: number
  seatings: number
  coordinator: boolean
}

/** What a kind of paper asks for; a sign does with the words of a trip where no guest is known. */
export type PaperWish = PaperNeed | 'guestsOrSign'

/** What a paper still misses of what its kind asks for; nothing where it is ready. */
export function missesOf(wishes: readonly PaperWish[], facts: PaperFacts): PaperNeed[] {
  const there: Record<PaperWish, boolean> = {
    guests: facts.guests > 0,
    guestsOrSign: facts.guests > 0 || facts.signs > 0,
    items: facts.items > 0,
    trips: facts.trips > 0,
    meals: facts.meals > 0,
    tasks: facts.tasks > 0,
    allocations: facts.allocations > 0,
    briefing: facts.briefing,
    duties: facts.duties > 0,
    seating: facts.seatings > 0,
    coordinator: facts.coordinator,
  }
  return wishes.filter(wish => !there[wish]).map(wish => (wish === 'guestsOrSign' ? 'guests' : wish))
}

/** A paper that misses more than a name to call says nothing at all: there is no page to show. */
export const isHollow = (misses: readonly PaperNeed[]): boolean => misses.some(need => need !== 'coordinator')

/** Parts of a visit that a kind of paper may read; the visit itself, the office and the staff's names every paper knows. */
export const PAPER_PARTS = [
  'guests',
  'items',
  'rooms',
  'assignments',
  'duties',
  'trips',
  'tickets',
  'stays',
  'meals',
  'allocations',
  'costs',
  'tasks',
  'briefing',
  'attendees',
  'approval',
  'seatings',
  'badges',
] as const
export type PaperPart = (typeof PAPER_PARTS)[number]

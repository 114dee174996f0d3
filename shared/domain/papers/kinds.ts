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

/** The kinds of paper of one visit, in the order they are offered: what guests get, what helps at the door, what the house works with. */
export const VISIT_PAPERS = [
  'badges',
  'itinerary',
  'pickup-sign',
  'table-cards',
  'seating-plan',
  'feedback',
  'dispatch',
  'itinerary-internal',
  'run-sheet',
  'meal-notice',
  'checklist',
  'supplies',
  'briefing',
  'plan',
  'needs',
  'closing-report',
] as const
export type VisitPaper = (typeof VISIT_PAPERS)[number]

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

const NEEDS: Record<VisitPaper, readonly PaperNeed[]> = {
  badges: ['guests'],
  itinerary: ['items', 'coordinator'],
  'itinerary-internal': ['items'],
  'pickup-sign': ['guests'],
  'table-cards': ['guests'],
  'seating-plan': ['seating'],
  feedback: [],
  dispatch: ['trips'],
  'run-sheet': ['duties'],
  'meal-notice': ['meals'],
  checklist: ['tasks'],
  supplies: ['allocations'],
  briefing: ['briefing'],
  plan: ['items'],
  needs: [],
  'closing-report': ['items'],
}

/** What a paper still misses; nothing where it is ready. A sign says the delegation's name where no trip says more. */
export function missesOf(paper: VisitPaper, facts: PaperFacts): PaperNeed[] {
  const there: Record<PaperNeed, boolean> = {
    guests: facts.guests > 0 || (paper === 'pickup-sign' && facts.signs > 0),
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
  return NEEDS[paper].filter(need => !there[need])
}

/** Whether a paper tells of the stops, so that it wants their English where it speaks it. */
export const tellsStops = (paper: VisitPaper): boolean => !WITHOUT_STOPS.has(paper)
const WITHOUT_STOPS = new Set<VisitPaper>([
  'badges',
  'pickup-sign',
  'table-cards',
  'feedback',
  'checklist',
  'supplies',
  'needs',
])

/** A paper that misses more than a name to call says nothing at all: there is no page to show. */
export const isHollow = (misses: readonly PaperNeed[]): boolean => misses.some(need => need !== 'coordinator')

/** The parts of a visit's workspace, in the order of its tabs. */
export const VISIT_SECTIONS = [
  'overview',
  'guests',
  'itinerary',
  'staffing',
  'seating',
  'transport',
  'lodging',
  'dining',
  'supplies',
  'budget',
  'checklist',
  'approval',
  'documents',
  'history',
] as const
export type VisitSection = (typeof VISIT_SECTIONS)[number]

import type { Day } from './time.ts'

/** The life of a visit, in order; `cancelled` stands beside it. */
export const VISIT_STATUSES = [
  'inquiry',
  'planning',
  'submitted',
  'approved',
  'in_progress',
  'completed',
  'archived',
  'cancelled',
] as const
export type VisitStatus = (typeof VISIT_STATUSES)[number]

export const GRADES = ['A', 'B', 'C'] as const
export type Grade = (typeof GRADES)[number]

export const VISIT_KINDS = ['exchange', 'technical', 'business', 'factory', 'conference', 'other'] as const
export type VisitKind = (typeof VISIT_KINDS)[number]

export const ITEM_KINDS = [
  'pickup',
  'welcome',
  'meeting',
  'tour',
  'dining',
  'lodging',
  'transfer',
  'break',
  'gift',
  'farewell',
  'other',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const GENDERS = ['unknown', 'male', 'female'] as const
export type Gender = (typeof GENDERS)[number]

const NEXT: Record<VisitStatus, readonly VisitStatus[]> = {
  inquiry: ['planning', 'cancelled'],
  planning: ['submitted', 'inquiry', 'cancelled'],
  submitted: ['approved', 'planning', 'cancelled'],
  approved: ['in_progress', 'planning', 'cancelled'],
  in_progress: ['completed'],
  completed: ['archived', 'in_progress'],
  archived: [],
  cancelled: ['planning'],
}

/**
 * The states a visit may go to from where it is, the usual one first. Grade C has no approval chain: it goes from
 * planning straight to approved. A cancelled visit can be taken up again; its bookings are made anew.
 */
export function nextStatuses(status: VisitStatus, grade: Grade): VisitStatus[] {
  return NEXT[status].map(next => (status === 'planning' && next === 'submitted' && grade === 'C' ? 'approved' : next))
}

/** Is the plan of this visit still open, so that calendars hatch it? */
export function isTentative(status: VisitStatus): boolean {
  return status === 'inquiry' || status === 'planning' || status === 'submitted'
}

/** A dense code for paper and QR: `YB261124-03`, from the first day and the number of the day. */
export function visitCode(startsOn: Day, number: number): string {
  return `YB${startsOn.slice(2).replaceAll('-', '')}-${String(number).padStart(2, '0')}`
}

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

/** What can be double-booked. */
export const RESOURCE_KINDS = ['room', 'vehicle', 'person'] as const
export type ResourceKind = (typeof RESOURCE_KINDS)[number]

/** How a room is set up; empty: nobody said. */
export const SETUP_STYLES = ['', 'board', 'opposite', 'u', 'classroom', 'theatre'] as const
export type SetupStyle = (typeof SETUP_STYLES)[number]

/** May guests take photos on a tour? Empty: nobody said. */
export const PHOTO_RULES = ['', 'allowed', 'places', 'forbidden'] as const
export type PhotoRule = (typeof PHOTO_RULES)[number]

export const GENDERS = ['unknown', 'male', 'female'] as const
export type Gender = (typeof GENDERS)[number]

const NEXT: Record<VisitStatus, readonly VisitStatus[]> = {
  inquiry: ['planning', 'cancelled'],
  planning: ['inquiry', 'cancelled'],
  submitted: ['cancelled'],
  approved: ['in_progress', 'planning', 'cancelled'],
  in_progress: ['completed'],
  completed: ['archived', 'in_progress'],
  archived: [],
  cancelled: ['planning'],
}

/**
 * The states a person may take a visit to from where it is, the usual one first. Submitting and deciding are steps of the
 * approval and not in it. A cancelled visit can be taken up again; its bookings are made anew.
 */
export const nextStatuses = (status: VisitStatus): readonly VisitStatus[] => NEXT[status]

/** Is the plan of this visit still open, so that calendars hatch it? */
export function isTentative(status: VisitStatus): boolean {
  return status === 'inquiry' || status === 'planning' || status === 'submitted'
}

/** A dense code for paper and QR: `YB261124-03`, from the first day and the number of the day. */
export function visitCode(startsOn: Day, number: number): string {
  return `YB${startsOn.slice(2).replaceAll('-', '')}-${String(number).padStart(2, '0')}`
}

/** How many come: the announced headcount until the guest list is as long. */
export const headsOf = ({ headcount, guestCount }: { headcount: number | null; guestCount: number }): number =>
  Math.max(headcount ?? 0, guestCount)

/** What wants a person's consent (PIPL, article 28): masked, and shown to those who may read it only. */
export const SENSITIVE_FIELDS = ['health', 'religion', 'ethnicity'] as const
export type SensitiveField = (typeof SENSITIVE_FIELDS)[number]

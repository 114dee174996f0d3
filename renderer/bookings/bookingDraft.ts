import type { Booking } from '../../shared/contract/bookings.ts'
import type { Span } from '../../shared/domain/time.ts'
import type { SetupStyle } from '../../shared/domain/visit.ts'

/** A booking that is there, or a resource and span for a new one. */
export type BookingTarget =
  | { booking: Booking }
  | { resourceId: string; span: Span; title?: string; headcount?: number | null }

/** A booking while it is filled in. */
export interface BookingDraft {
  resourceId: string
  startsAt: string
  endsAt: string
  title: string
  headcount: number | null
  organizer: string
  purpose: string
  equipment: string[]
  setupStyle: SetupStyle
  loans: { movableId: string; quantity: number }[]
  notes: string
  status: 'tentative' | 'confirmed'
  expiresAt: string | null
  fromPlace: string
  toPlace: string
  mileageOut: number | null
  mileageIn: number | null
  noShow: boolean
}

export function draftOf(target: BookingTarget): BookingDraft {
  if ('booking' in target) return { ...target.booking, status: liveStatus(target.booking) }
  return {
    ...target.span,
    resourceId: target.resourceId,
    title: target.title ?? '',
    headcount: target.headcount ?? null,
    organizer: '',
    purpose: '',
    equipment: [],
    setupStyle: '',
    loans: [],
    notes: '',
    status: 'confirmed',
    expiresAt: null,
    fromPlace: '',
    toPlace: '',
    mileageOut: null,
    mileageIn: null,
    noShow: false,
  }
}

const liveStatus = ({ status }: Booking) => (status === 'tentative' ? 'tentative' : 'confirmed')

/** What of a draft the host is told, for a new booking and for one that is there. */
export const patchOf = (draft: BookingDraft) => ({
  resourceId: draft.resourceId,
  startsAt: draft.startsAt,
  endsAt: draft.endsAt,
  title: draft.title.trim(),
  headcount: draft.headcount,
  organizer: draft.organizer.trim(),
  purpose: draft.purpose.trim(),
  equipment: draft.equipment,
  setupStyle: draft.setupStyle,
  loans: draft.loans,
  notes: draft.notes.trim(),
  status: draft.status,
  expiresAt: draft.status === 'tentative' ? draft.expiresAt : null,
  fromPlace: draft.fromPlace.trim(),
  toPlace: draft.toPlace.trim(),
})

import { GUEST_LIMITS, type NewGuest } from '../../shared/contract/guests.ts'
import { GUEST_TEXTS, type GuestDraft } from '../../shared/domain/lists/guestDraft.ts'

/** A consent to keep sensitive details: when it was given, and who took it. */
export interface Consent {
  consentOn: string
  consentBy: string
}

/** Does a draft say something that wants a consent? */
export const isSensitive = (draft: GuestDraft): boolean =>
  draft.health !== '' || draft.religion !== '' || draft.ethnicity !== ''

/**
 * A guest of a list as the contract takes it. What is too long for a field goes on in the notes: nothing of a list is lost. Without a
 * consent, health, religion and ethnicity are left out.
 */
export function toNewGuest(draft: GuestDraft, organization: string, consent: Consent | null): NewGuest {
  const kept: GuestDraft = { ...draft, ...(consent ? {} : { health: '', religion: '', ethnicity: '' }) }
  const rest: string[] = []
  for (const field of GUEST_TEXTS) {
    const most = GUEST_LIMITS[field]
    if (kept[field].length <= most) continue
    if (field !== 'notes') rest.push(kept[field])
    kept[field] = kept[field].slice(0, most)
  }
  return {
    ...kept,
    ...(consent && isSensitive(draft) ? consent : {}),
    notes: [kept.notes, ...rest].filter(Boolean).join('\n').slice(0, GUEST_LIMITS.notes),
    organization: kept.organization || organization,
    arrivalAt: kept.arrivalAt || null,
    departureAt: kept.departureAt || null,
  }
}

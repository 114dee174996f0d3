import type { NewGuest } from '../../shared/contract/guests.ts'
import type { GuestDraft } from '../../shared/domain/lists/guestDraft.ts'

/** Longest text of each field, characters, as the contract has it. */
const LIMITS = {
  name: 80,
  latinName: 120,
  title: 120,
  organization: 160,
  phone: 60,
  email: 160,
  language: 60,
  diet: 200,
  religion: 60,
  ethnicity: 60,
  health: 500,
  arrivalNumber: 40,
  arrivalPlace: 120,
  departureNumber: 40,
  departurePlace: 120,
  notes: 2000,
} as const satisfies Partial<Record<keyof GuestDraft, number>>

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
  for (const [field, most] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
    if (kept[field].length <= most) continue
    if (field !== 'notes') rest.push(kept[field])
    kept[field] = kept[field].slice(0, most)
  }
  return {
    ...kept,
    ...(consent && isSensitive(draft) ? consent : {}),
    notes: [kept.notes, ...rest].filter(Boolean).join('\n').slice(0, 2000),
    organization: kept.organization || organization,
    arrivalAt: kept.arrivalAt || null,
    departureAt: kept.departureAt || null,
  }
}

import type { Gender } from '../visit.ts'
import { phoneOf } from './guestCells.ts'

/** A guest as read from a table, before anyone saved it. Text fields are trimmed; empty means not given. */
export interface GuestDraft {
  name: string
  latinName: string
  title: string
  organization: string
  gender: Gender
  phone: string
  email: string
  language: string
  diet: string
  religion: string
  ethnicity: string
  health: string
  notes: string
  arrivalNumber: string
  arrivalPlace: string
  /** `2026-11-23T09:30`, or empty. */
  arrivalAt: string
  departureNumber: string
  departurePlace: string
  departureAt: string
  isHead: boolean
}

export const GUEST_COLUMNS = [
  'name',
  'latinName',
  'title',
  'organization',
  'gender',
  'phone',
  'email',
  'language',
  'diet',
  'religion',
  'ethnicity',
  'health',
  'notes',
  'arrivalNumber',
  'arrivalPlace',
  'arrivalAt',
  'departureNumber',
  'departurePlace',
  'departureAt',
  'isHead',
] as const satisfies readonly (keyof GuestDraft)[]
export type GuestColumn = (typeof GUEST_COLUMNS)[number]

/** A draft with nothing in it. */
export function emptyDraft(): GuestDraft {
  return {
    name: '',
    latinName: '',
    title: '',
    organization: '',
    gender: 'unknown',
    phone: '',
    email: '',
    language: '',
    diet: '',
    religion: '',
    ethnicity: '',
    health: '',
    notes: '',
    arrivalNumber: '',
    arrivalPlace: '',
    arrivalAt: '',
    departureNumber: '',
    departurePlace: '',
    departureAt: '',
    isHead: false,
  }
}

export interface ReadGuest {
  /** The row's number as the spreadsheet shows it, 1-based. */
  row: number
  draft: GuestDraft
  /** Gender as written where it was not understood, kept for the doubt. */
  genderText: string
}

export type Doubt =
  | { code: 'nameMissing' }
  | { code: 'duplicateInList'; otherRow: number }
  | { code: 'duplicateInVisit'; guestName: string }
  | { code: 'genderUnknown'; text: string }
  | { code: 'phoneDoubtful'; text: string }
  | { code: 'emailDoubtful'; text: string }

/**
 * Every doubt about each guest of a list, in the list's order. Two are the same person when name and phone agree, or name and
 * organization where one has no phone.
 */
export function doubtsOf(
  guests: readonly ReadGuest[],
  present: readonly { name: string; phone: string; organization: string }[],
): Doubt[][] {
  const inVisit = new Map<string, { name: string; phone: string; organization: string }[]>()
  for (const guest of present) inVisit.set(guest.name, [...(inVisit.get(guest.name) ?? []), guest])
  const seen = new Map<string, ReadGuest[]>()
  return guests.map(read => {
    const { draft } = read
    const doubts: Doubt[] = []
    if (draft.name === '') doubts.push({ code: 'nameMissing' })
    else {
      const earlier = seen.get(draft.name)?.find(other => samePerson(other.draft, draft))
      if (earlier) doubts.push({ code: 'duplicateInList', otherRow: earlier.row })
      if (inVisit.get(draft.name)?.some(other => samePerson(other, draft)))
        doubts.push({ code: 'duplicateInVisit', guestName: draft.name })
      seen.set(draft.name, [...(seen.get(draft.name) ?? []), read])
    }
    if (read.genderText !== '' && draft.gender === 'unknown')
      doubts.push({ code: 'genderUnknown', text: read.genderText })
    if (draft.phone !== '' && !phoneOf(draft.phone).ok) doubts.push({ code: 'phoneDoubtful', text: draft.phone })
    if (draft.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email))
      doubts.push({ code: 'emailDoubtful', text: draft.email })
    return doubts
  })
}

type Known = { name: string; phone: string; organization: string }

function samePerson(a: Known, b: Known): boolean {
  if (a.phone !== '' && b.phone !== '') return a.phone === b.phone
  return a.organization === b.organization || a.organization === '' || b.organization === ''
}

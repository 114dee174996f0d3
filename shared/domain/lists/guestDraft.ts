import type { Gender } from '../visit.ts'

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

/** Longest text of each field, characters, as saving has it. */
export const GUEST_LIMITS = {
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

/** Where a stretch of a line went: a field, a word that only says what another is, or nowhere on purpose (ID numbers). */
export type Fate = GuestColumn | 'label' | 'leftOut'

/** A stretch of a source line and where it went; offsets are those of the line's text. */
export interface Piece {
  row: number
  from: number
  to: number
  text: string
  fate: Fate
}

/** What the reader was not sure of. */
export type ReadingDoubt =
  | {
      code:
        | 'nameDoubtful'
        | 'familyNameOnly'
        | 'unread'
        | 'momentDoubtful'
        | 'shared'
        | 'organizationAbove'
        | 'severalNames'
        | 'unclear'
      text: string
    }
  | { code: 'idLeftOut' }
  | { code: 'countAsked'; text: string; count: number; found: number }

export interface ReadGuest {
  /** The row's number as the spreadsheet shows it, 1-based. */
  row: number
  draft: GuestDraft
  /** Gender as written where it was not understood, kept for the doubt. */
  genderText: string
  doubts: ReadingDoubt[]
  /** The lines the guest was read from. */
  source: { row: number; text: string }[]
  pieces: Piece[]
}

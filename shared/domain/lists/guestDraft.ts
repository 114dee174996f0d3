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

/** The fields that hold text of any length until saving limits it. */
export const GUEST_TEXTS = [
  'name',
  'latinName',
  'title',
  'organization',
  'phone',
  'email',
  'language',
  'diet',
  'religion',
  'ethnicity',
  'health',
  'arrivalNumber',
  'arrivalPlace',
  'departureNumber',
  'departurePlace',
  'notes',
] as const satisfies readonly (keyof GuestDraft)[]
export type GuestText = (typeof GUEST_TEXTS)[number]

/** The most characters of each text that saving takes. */
export type GuestLimits = Readonly<Record<GuestText, number>>

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

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

export interface ReadGuest {
  /** The row's number as the spreadsheet shows it, 1-based. */
  row: number
  draft: GuestDraft
  /** Gender as written where it was not understood, kept for the doubt. */
  genderText: string
}

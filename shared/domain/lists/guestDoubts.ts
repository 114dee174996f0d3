import { phoneOf } from './guestCells.ts'
import type { ReadGuest } from './guestDraft.ts'

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

import { phoneOf } from './guestCells.ts'
import {
  GUEST_TEXTS,
  type GuestDraft,
  type GuestLimits,
  type GuestText,
  type ReadGuest,
  type ReadingDoubt,
} from './guestDraft.ts'

export type Doubt =
  | { code: 'nameMissing' }
  | { code: 'duplicateInList'; otherRow: number }
  | { code: 'duplicateInVisit'; guestName: string }
  | { code: 'genderUnknown'; text: string }
  | { code: 'phoneDoubtful'; text: string }
  | { code: 'emailDoubtful'; text: string }
  | { code: 'tooLong'; field: GuestText; most: number }
  | { code: 'headTwice'; guestName: string }
  | ReadingDoubt

/** Whether a doubt keeps a guest from being saved until it is mended. */
export const blocksSaving = (doubt: Doubt): boolean => doubt.code === 'nameMissing' || doubt.code === 'tooLong'

/** What is only said, and asks for nothing. */
export const isRemark = (doubt: Doubt): boolean => doubt.code === 'idLeftOut'

/**
 * Every doubt about each guest of a list, in the list's order. Two are the same person when name and phone agree, or name and
 * organization where one has no phone. Linear in the list.
 * @param limits the most characters that saving takes.
 */
export function doubtsOf(
  guests: readonly ReadGuest[],
  present: readonly { name: string; phone: string; organization: string }[],
  limits: GuestLimits,
): Doubt[][] {
  const inVisit = new Namesakes<Known>()
  for (const guest of present) inVisit.add(guest.name, guest, guest)
  const seen = new Namesakes<ReadGuest>()
  let head = ''
  return guests.map(read => {
    const { draft } = read
    const doubts: Doubt[] = [...read.doubts]
    if (draft.name === '') doubts.push({ code: 'nameMissing' })
    else {
      const earlier = seen.find(draft.name, draft)
      if (earlier) doubts.push({ code: 'duplicateInList', otherRow: earlier.row })
      if (inVisit.find(draft.name, draft)) doubts.push({ code: 'duplicateInVisit', guestName: draft.name })
      seen.add(draft.name, draft, read)
    }
    if (draft.isHead) {
      if (head !== '' && head !== draft.name) doubts.push({ code: 'headTwice', guestName: head })
      head ||= draft.name
    }
    if (read.genderText !== '' && draft.gender === 'unknown')
      doubts.push({ code: 'genderUnknown', text: read.genderText })
    if (draft.phone !== '' && !phoneOf(draft.phone).ok) doubts.push({ code: 'phoneDoubtful', text: draft.phone })
    if (draft.email !== '' && !/^[^\s@]{1,100}@[^\s@]{1,100}\.[^\s@.]{1,40}$/.test(draft.email))
      doubts.push({ code: 'emailDoubtful', text: draft.email })
    return [...doubts, ...tooLong(draft, limits)]
  })
}

function tooLong(draft: GuestDraft, limits: GuestLimits): Doubt[] {
  return GUEST_TEXTS.flatMap(field =>
    draft[field].length > limits[field] ? [{ code: 'tooLong' as const, field, most: limits[field] }] : [],
  )
}

type Known = { name: string; phone: string; organization: string }

/** People of one name, found by phone and organization without looking at each. */
class Namesakes<T> {
  private readonly byName = new Map<string, Keys<T>>()

  add(name: string, known: Omit<Known, 'name'>, value: T): void {
    let keys = this.byName.get(name)
    if (!keys) {
      keys = { byPhone: new Map(), all: new Map(), phoneless: new Map() }
      this.byName.set(name, keys)
    }
    for (const [map, key] of [
      [keys.byPhone, known.phone],
      [keys.all, known.organization],
      [keys.all, ANY],
      ...(known.phone === ''
        ? ([
            [keys.phoneless, known.organization],
            [keys.phoneless, ANY],
          ] as const)
        : []),
    ] as const)
      if (!map.has(key)) map.set(key, value)
  }

  /** The first who may be the same: phones agree, or one has none and the organizations agree or one has none. */
  find(name: string, known: Omit<Known, 'name'>): T | undefined {
    const keys = this.byName.get(name)
    if (!keys) return undefined
    const among = known.phone === '' ? keys.all : keys.phoneless
    const sameOffice = known.organization === '' ? among.get(ANY) : (among.get(known.organization) ?? among.get(''))
    return (known.phone === '' ? undefined : keys.byPhone.get(known.phone)) ?? sameOffice
  }
}

interface Keys<T> {
  byPhone: Map<string, T>
  all: Map<string, T>
  phoneless: Map<string, T>
}
/** Any organization: no organization is called so. */
const ANY = '\u0000'

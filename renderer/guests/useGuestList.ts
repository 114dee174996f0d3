import { useMemo, useState } from 'react'
import { GUEST_LIMITS, type Guest } from '../../shared/contract/guests.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { headingKey, type Meaning } from '../../shared/domain/lists/guestBlocks.ts'
import { type Doubt, doubtsOf } from '../../shared/domain/lists/guestDoubts.ts'
import type { GuestDraft, ReadGuest } from '../../shared/domain/lists/guestDraft.ts'
import {
  guestsOfLine,
  type PassedLine,
  readGuestTable,
  type TableColumn,
} from '../../shared/domain/lists/guestTable.ts'
import { rememberedMeanings, rememberMeanings } from './columnMeanings.ts'

/** A guest of the list before it is saved. */
export interface ListedGuest {
  /** The same through every reading anew: the row, and the how manieth of it. */
  key: string
  guest: ReadGuest
  doubts: readonly Doubt[]
  /** It is not taken. */
  isOut: boolean
}

export interface GuestList {
  headerRow: number | null
  headings: readonly TableColumn[]
  guests: readonly ListedGuest[]
  passed: readonly PassedLine[]
  meanings: Readonly<Record<string, Meaning>>
  /** Changes a guest; `settled` is the text of a doubt that this answers. */
  mend: (key: string, patch: Partial<GuestDraft>, settled?: string) => void
  leave: (key: string, out: boolean) => void
  /** Says what a column is, now and for the next list of this organization. */
  decide: (heading: string, meaning: Meaning | 'automatic') => void
  /** Makes a line that was passed over a guest; returns the guest's key. */
  take: (line: PassedLine) => string
}

interface Mend {
  patch: Partial<GuestDraft>
  settled: readonly string[]
}

/** A list as it was read, with all that a hand changed of it: what was mended stays when a column is read as something else. */
export function useGuestList(rows: readonly (readonly string[])[], visit: Visit, present: readonly Guest[]): GuestList {
  const [meanings, setMeanings] = useState(() => rememberedMeanings(visit.organization))
  const [mends, setMends] = useState<ReadonlyMap<string, Mend>>(new Map())
  const [outs, setOuts] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [taken, setTaken] = useState<readonly PassedLine[]>([])
  const days = useMemo(() => ({ startsOn: visit.startsOn, endsOn: visit.endsOn }), [visit.startsOn, visit.endsOn])
  const table = useMemo(() => readGuestTable(rows, { days, meanings }), [rows, days, meanings])
  const read = useMemo(() => {
    const all = [...table.guests, ...taken.flatMap(line => guestsOfLine(line, days))].sort((a, b) => a.row - b.row)
    return keyed(all)
  }, [table, taken, days])
  const guests = useMemo(() => {
    const mended = read.map(({ key, guest }) => ({ key, guest: mendedBy(guest, mends.get(key)) }))
    const doubts = doubtsOf(
      mended.map(each => each.guest),
      present,
      GUEST_LIMITS,
    )
    return mended.map(({ key, guest }, index): ListedGuest => {
      const own = doubts[index] ?? []
      return { key, guest, doubts: own, isOut: outs.get(key) ?? own.some(isAlreadyThere) }
    })
  }, [read, mends, outs, present])
  const passed = useMemo(
    () => [...table.above, ...table.skipped].filter(line => !taken.some(each => isSame(each, line))),
    [table, taken],
  )
  return {
    headerRow: table.headerRow,
    headings: table.headings,
    guests,
    passed,
    meanings,
    mend: (key, patch, settled) =>
      setMends(before => {
        const was = before.get(key)
        return new Map(before).set(key, {
          patch: { ...was?.patch, ...patch },
          settled: [...(was?.settled ?? []), ...(settled === undefined ? [] : [settled])],
        })
      }),
    leave: (key, out) => setOuts(before => new Map(before).set(key, out)),
    decide: (heading, meaning) => {
      const { [headingKey(heading)]: _, ...others } = meanings
      const next = meaning === 'automatic' ? others : { ...others, [headingKey(heading)]: meaning }
      setMeanings(next)
      rememberMeanings(visit.organization, next)
    },
    take: line => {
      setTaken(before => [...before, line])
      const ofRow = read.filter(each => each.guest.row === line.row).length
      return `${line.row}.${ofRow}`
    },
  }
}

/** Who is already there is left out to begin with: one click takes them all the same. */
const isAlreadyThere = (doubt: Doubt): boolean => doubt.code === 'duplicateInVisit' || doubt.code === 'duplicateInList'

const isSame = (one: PassedLine, other: PassedLine): boolean => one.row === other.row && one.text === other.text

function keyed(guests: readonly ReadGuest[]): { key: string; guest: ReadGuest }[] {
  const count = new Map<number, number>()
  return guests.map(guest => {
    const before = count.get(guest.row) ?? 0
    count.set(guest.row, before + 1)
    return { key: `${guest.row}.${before}`, guest }
  })
}

function mendedBy(guest: ReadGuest, mend: Mend | undefined): ReadGuest {
  if (!mend) return guest
  return {
    ...guest,
    genderText: 'gender' in mend.patch ? '' : guest.genderText,
    doubts: guest.doubts.filter(doubt => !('text' in doubt) || !mend.settled.includes(doubt.text)),
    draft: { ...guest.draft, ...mend.patch },
  }
}

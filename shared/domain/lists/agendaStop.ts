import type { Day, WallTime } from '../time.ts'
import type { ItemKind } from '../visit.ts'
import type { KnownRoom } from './agendaWords.ts'
import type { ClockToken, Part, SpanToken } from './clockText.ts'

export type AgendaDoubtCode =
  /** The day is none of the visit's. */
  | 'outside'
  | 'noSuchDay'
  | 'dayMonth'
  | 'weekday'
  | 'twoDays'
  | 'noSuchClock'
  /** Before or after noon was not said. */
  | 'guessedTime'
  /** It begins before the stop above it. */
  | 'order'
  /** It lasts longer than ten hours. */
  | 'long'
  /** The length that is named does not fit start and end. */
  | 'duration'
  /** Only 上午 or 下午 was named. */
  | 'partOnly'
  /** No start was named: it follows the stop above it. */
  | 'follows'
  /** More than one thing is done, and only one time is told. */
  | 'several'
  /** The time is one before which something is to be done. */
  | 'deadline'
  /** The time is a flight's or train's. */
  | 'departure'
  /** No day was named, and the visit has several. */
  | 'noDay'
  /** Another time is left among the words. */
  | 'moreTimes'
  /** Letters stand where figures are meant. */
  | 'scanned'
  /** It begins before the one above it ends. */
  | 'overlap'
  /** Those below it lie within it. */
  | 'spans'
  /** Participants who are neither guests of the visit nor our people. */
  | 'strangers'
  /** The words speak of a change of what was planned. */
  | 'changed'
  | 'noContent'
  /** Several rooms could be meant. */
  | 'roomUnclear'
  | 'guessedRoom'
  | 'guessedPlace'
  | 'guessedPerson'

export interface AgendaDoubt {
  code: AgendaDoubtCode
  /** The words that it is about. */
  text: string
}

/** One stop as read from a pasted agenda. */
export interface AgendaStop {
  /** Its place among the stops that were read, from 0. */
  index: number
  /** 1-based line of the text. */
  line: number
  /** What stands there, as it was pasted. */
  source: string
  startsAt: WallTime
  endsAt: WallTime
  kind: ItemKind
  content: string
  place: string
  roomId: string | null
  personInCharge: string
  phone: string
  notes: string
  /** Everybody of the delegation takes part, or those of `guestIds` only. */
  allGuests: boolean
  guestIds: string[]
  doubts: AgendaDoubt[]
}

/** Why a line became no stop: it has no time, it is the heading of a table, a remark to the reader, or taken back. */
export type PassedOver = 'noTime' | 'heading' | 'remark' | 'cancelled'

export interface AgendaRead {
  stops: AgendaStop[]
  skipped: { line: number; text: string; why: PassedOver }[]
}

export interface AgendaKnows {
  /** Days of the visit; the first is meant until a line names another. */
  days: readonly Day[]
  rooms: readonly KnownRoom[]
  people: readonly { name: string; phone: string }[]
  /** The guests of the visit. */
  guests?: readonly { id: string; name: string; nameLatin?: string }[]
  today?: Day
  opensAt?: string
  closesAt?: string
}

/** What the words of a stop say. */
export interface Words {
  content: string
  place: string
  roomId: string | null
  personInCharge: string
  phone: string
  notes: string[]
  minutes: number | null
  /** Lists of who takes part, as they are written. */
  who: string[]
  doubts: AgendaDoubt[]
}

/** A stop as it stands in the text, its time not yet placed. */
export interface Entry {
  line: number
  source: string
  day: Day
  span: SpanToken | null
  /** 上午 or 下午 that stands above it, or alone in its line. */
  part: Part | null
  partOnly: boolean
  /** Its words stand in lines of their own below its time. */
  block: boolean
  /** It begins when the stop above it ends. */
  follows: boolean
  /** When it ends, where that is told behind its words. */
  until: ClockToken | null
  /** Where everything is that names no place of its own, as a line above says. */
  where: string
  words: Words
}

import type { Day, WallTime } from '../time.ts'
import type { ItemKind } from '../visit.ts'
import type { KnownRoom } from './agendaWords.ts'
import type { Part, SpanToken } from './clockText.ts'

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
  doubts: AgendaDoubt[]
}

/** Why a line became no stop: it has no time, it is the heading of a table, or a remark to the reader. */
export type PassedOver = 'noTime' | 'heading' | 'remark'

export interface AgendaRead {
  stops: AgendaStop[]
  skipped: { line: number; text: string; why: PassedOver }[]
}

export interface AgendaKnows {
  /** Days of the visit; the first is meant until a line names another. */
  days: readonly Day[]
  rooms: readonly KnownRoom[]
  people: readonly { name: string; phone: string }[]
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
  words: Words
}

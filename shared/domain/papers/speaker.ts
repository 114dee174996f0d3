import type { Language, PaperLanguage } from '../language.ts'
import { clockOf, type Day, dayOf, type Span, type WallTime, weekdayOf } from '../time.ts'
import type { Run } from './outline.ts'

/** A word of the program in a language: what the locales say under a key. */
export type Words = (language: Language, key: string, values?: Record<string, unknown>) => string

/** One of the staff with the name in Latin letters, which may be empty. */
export interface KnownPerson {
  name: string
  latinName: string
}

/**
 * How a paper speaks: every word, name, list, day and time in its language. In both languages the Chinese stands first and the English
 * beside it; a name without an English one stands as it is.
 * @example new Speaker('both', words, []).name('王伟', 'Wang Wei') // '王伟 Wang Wei'
 */
export class Speaker {
  readonly language: PaperLanguage
  readonly #words: Words
  readonly #latin: ReadonlyMap<string, string>

  /** @param people the staff, so that they are named in Latin letters where English is spoken. */
  constructor(language: PaperLanguage, words: Words, people: readonly KnownPerson[]) {
    this.language = language
    this.#words = words
    this.#latin = new Map(people.map(person => [person.name, person.latinName]))
  }

  /** A word of the program; of marks one is enough in both languages. */
  word(key: string, values?: Record<string, unknown>): string {
    if (this.language !== 'both') return this.#words(this.language, key, values)
    const chinese = this.#words('zh-CN', key, values)
    if (key.startsWith('mark.')) return chinese
    const english = this.#words('en', key, values)
    return chinese === english ? chinese : `${chinese} ${together(english)}`
  }

  /** A name, or any text that may have English beside it. */
  name(chinese: string, latin: string): string {
    if (latin === '' || latin === chinese) return chinese
    if (this.language === 'both') return `${chinese} ${latin}`
    return this.language === 'en' ? latin : chinese
  }

  /** The same in runs: in both languages neither name is parted at the end of a line as long as it fits on one. */
  runs(chinese: string, latin: string): readonly Run[] {
    if (this.language !== 'both' || latin === '' || latin === chinese) return [{ text: this.name(chinese, latin) }]
    return [{ text: chinese, whole: true }, { text: ' ' }, { text: latin, whole: true }]
  }

  /** One of the staff. */
  staff(name: string): string {
    return this.name(name, this.#latin.get(name) ?? '')
  }

  staffRuns(name: string): readonly Run[] {
    return this.runs(name, this.#latin.get(name) ?? '')
  }

  /** One of the staff with a phone: whom to ask. */
  person(name: string, phone: string): string {
    return joined([this.staff(name), phone])
  }

  /** What a field of a visit says, with its English. */
  of<Field extends string>(told: Record<Field | `${Field}Latin`, string>, field: Field): string {
    return this.name(told[field], told[`${field}Latin`])
  }

  /** 甲、乙 or A, B. */
  list(texts: readonly (string | null | undefined)[]): string {
    return joined(texts, this.word('mark.list'))
  }

  /** Names one after the other: none is parted at the end of a line, and no line begins with the mark after it. */
  listRuns(names: readonly string[]): readonly Run[] {
    const mark = this.word('mark.list')
    return names.flatMap((name, index): Run[] => {
      if (index === names.length - 1) return [{ text: name, whole: true }]
      const run: Run = { text: `${name}${mark.trimEnd()}`, whole: true }
      return mark.endsWith(' ') ? [run, { text: ' ' }] : [run]
    })
  }

  /** 素食 2，清真 1. */
  counts(of: readonly { diet: string; count: number }[]): string {
    return of.map(({ diet, count }) => `${diet} ${count}`).join(this.word('mark.comma'))
  }

  /** Clauses one after the other, 甲；乙. */
  clauses(texts: readonly string[]): string {
    return joined(texts, this.word('mark.clause'))
  }

  /** `备用方案：室内`; nothing where there is nothing to say. */
  noted(key: string, value: string): string {
    return value === '' ? '' : `${this.word(key)}${this.word('mark.colon')}${value}`
  }

  /** `2026-11-25 星期三`. */
  day(day: Day): string {
    return `${day} ${this.word(`weekday.${weekdayOf(day)}`)}`
  }

  /** What a stop is; its kind where nobody has said more. */
  content(stop: { kind: string; content: string; contentLatin: string }): string {
    return this.name(stop.content, stop.contentLatin) || this.word(`itemKind.${stop.kind}`)
  }

  contentRuns(stop: { kind: string; content: string; contentLatin: string }): readonly Run[] {
    return stop.content === ''
      ? [{ text: this.word(`itemKind.${stop.kind}`) }]
      : this.runs(stop.content, stop.contentLatin)
  }

  /** Where a stop is: its room and its place. */
  place(stop: { roomName: string; roomLatinName: string; place: string; placeLatin: string }): string {
    return joined([this.name(stop.roomName, stop.roomLatinName), this.name(stop.place, stop.placeLatin)], ' · ')
  }
}

/** A label of a few words is not parted at the end of a line: it goes below the Chinese one as a whole. */
const together = (words: string): string => (words.length <= SHORT ? words.replaceAll(' ', '\u00a0') : words)
/** Characters that fit into the narrowest column with a label of several words. */
const SHORT = 14

/** Texts one after the other, the empty ones left out. */
export const joined = (texts: readonly (string | null | undefined)[], by = ' '): string =>
  texts.filter(Boolean).join(by)

/** `09:00–10:30`. */
export const timeOf = ({ startsAt, endsAt }: Span): string => `${clockOf(startsAt)}–${clockOf(endsAt)}`

/** `11-24 09:00–10:30`. */
export const whenOf = (span: Span): string => `${dayOf(span.startsAt).slice(5)} ${timeOf(span)}`

/** `2026-11-25 09:00`; nothing where nobody said. */
export const moment = (time: WallTime | null): string => time?.replace('T', ' ') ?? ''

/** `11-25 09:00`. */
export const shortMoment = (time: WallTime | null): string => moment(time).slice(5)

/** The days of a visit as one text. */
export const daysOf = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): string =>
  startsOn === endsOn ? startsOn : `${startsOn} – ${endsOn}`

import { fold } from './fold.ts'

/** The part of the day that is said with a clock; `am` and `pm` count twelve as the English do. */
export type Part = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'night' | 'am' | 'pm'

/** A clock as it stands in a text, not yet placed before or after noon. */
export interface ClockToken {
  from: number
  until: number
  hour: number
  minute: number
  part: Part | null
  /** Said to be of the next day. */
  nextDay: boolean
  /** Written with a zero in front, as only a clock of 24 hours is. */
  padded: boolean
  /** How it is written: digits alone (`825`) and dots (`8.25`) may be something else. */
  form: 'colon' | 'word' | 'dot' | 'bare'
}

/** A clock that was understood: minutes from the midnight before its day, past 1440 on the next one. */
export interface ClockValue {
  minutes: number
  /** Nobody said that it is the afternoon: the hours of the office or the time before did. */
  guessed: boolean
}

/** What is known where a clock is read. */
export interface ClockKnows {
  /** Office hours, `HH:mm`. */
  opensAt?: string
  closesAt?: string
  /** Minutes of a time that this one follows. */
  after?: number | null
}

export type ClockFault = 'noClock' | 'noSuchClock' | 'oneClock' | 'otherDay'

const PARTS: readonly [Part, string][] = [
  ['dawn', '凌晨|半夜|子夜'],
  ['morning', '上午|早上|早晨|清晨|清早|一早|早间|明早|今早|早|forenoon|morning|in the morning'],
  ['noon', '中午|正午|午间|晌午'],
  ['afternoon', '下午|午后|傍晚|afternoon|in the afternoon'],
  ['night', '晚上|晚间|夜里|夜间|深夜|当晚|今晚|明晚|夜晚|晚|evening|in the evening|tonight|at night'],
  ['am', 'a\\.m\\.?|am|(?<=\\d)a(?![a-z.])'],
  ['pm', 'p\\.m\\.?|pm|(?<=\\d)p(?![a-z.])'],
]
/** Words for the part of the day, the longest first, as one alternative of a pattern. */
export const PART_WORDS = PARTS.flatMap(([, words]) => words.split('|'))
  .sort((a, b) => b.length - a.length)
  .join('|')
const PART_OF = new Map(
  PARTS.flatMap(([part, words]) => words.split('|').map(word => [word.replaceAll('\\', ''), part])),
)
/** The part of the day that a word means. */
export const partOf = (word: string): Part | null => {
  const plain = fold(word).trim()
  return (
    PART_OF.get(plain) ??
    PART_OF.get(plain.replace(/\./g, '')) ??
    (/^[ap](?:\.?m\.?)?$/.test(plain) ? (plain[0] === 'a' ? 'am' : 'pm') : null)
  )
}

const NEXT_DAY = '\\+1(?:天|day)?(?= +\\d)|次日|翌日|隔天|隔日|转天|第二天|次晨|(?:the )?next day'
const DIGIT = '零〇一二两三四五六七八九十'
const HOUR = `\\d{1,2}|[${DIGIT}]{1,3}`
const QUARTER = '[一1三3]刻'
const MINUTE = `半|${QUARTER}|\\d{1,2}|[${DIGIT}]{1,4}`

const LEAD = `(?:(?<next>${NEXT_DAY})(?: *的)?)? *(?:[(\\[]? *(?<before>${PART_WORDS}) *[)\\]]?)? *[:,]? *`
const TAIL = ` *(?:\\(? *(?<after>${PART_WORDS})(?![a-z餐宴饭会茶])(?<![早晚](?=\\p{Script=Han}))\\)?)?(?: *\\(?(?<plus>\\+ ?1)(?!\\d) *(?:天|day)?\\)?)?`
const BODY = [
  `(?<h1>\\d{1,2}) *[:;∶] *(?<m1>\\d{2})(?:[:]\\d{2}(?:\\.\\d+)?)?(?!\\d|:\\d)`,
  `差 *(?<less1>${MINUTE})(?:分钟?)? *(?<h5>${HOUR}) *[点时](?:钟|整)?`,
  `(?<h2>${HOUR}) *(?:点(?!到|至|击|名|评|心|菜|意见|建议|要求|说明|问题|希望|想法|体会|内容)|点(?=[到至])|时(?!间|段|尚|代|候|长|差))(?:钟|整)?(?: *差 *(?<less2>${MINUTE})(?:分钟?)?| *过 *(?<over2>${MINUTE})(?:分钟?)?| *(?<m2>${MINUTE})(?![\\d点时:]| *(?:小时|人|号|楼|天))(?: *分(?!钟|组|会|公司))?)?`,
  `(?<h3>\\d{1,2}) *h(?:(?<m3>\\d{2})|rs?(?![a-z])|(?![a-z0-9]))`,
  `(?<h4>\\d{1,2}) *o'?clock`,
  `(?<past>half past|(?:a )?quarter past|(?:a )?quarter to) *(?<h6>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`,
  `(?<word>12 *noon|12 *midnight|noon|midnight|正午|零点|午夜)(?![a-z])(?:12[点:](?:00)?)?`,
  `(?<h7>\\d{1,2})(?= *(?:[ap]\\.?m(?![a-z]))|[ap](?![a-z\\d]))`,
  `(?<h8>\\d{1,2}) *[.。·] *(?<m8>\\d{2})(?![\\d.点时号日:%])`,
  `(?<b4>\\d{3,4})(?: *h(?:(?:ou)?rs?)?(?![a-z]))?(?![\\d.:年月日号点])`,
  `(?<b2>\\d{1,2})(?![\\d.:年月日号])`,
]
const CLOCK = new RegExp(`${LEAD}(?:${BODY.join('|')})${TAIL}`, 'uy')
const EXACT_NOON = /^(?:12 *noon|noon|正午)/

const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** A number of at most two figures, in figures or Chinese: `十二`, `二十`, `〇五`. NaN where it is none. */
export function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const english = NUMBER_WORDS.indexOf(text)
  if (english >= 0) return english
  const figures = text.replace(/〇/g, '零').replace(/两/g, '二')
  const value = (figure: string) => '零一二三四五六七八九'.indexOf(figure)
  const ten = figures.indexOf('十')
  if (ten < 0) {
    if (figures.length === 1) return value(figures)
    return figures.length === 2 && figures[0] === '零' ? value(figures.charAt(1)) : Number.NaN
  }
  const tens = ten === 0 ? 1 : ten === 1 ? value(figures.charAt(0)) : Number.NaN
  const rest = figures.slice(ten + 1)
  const ones = rest === '' ? 0 : rest.length === 1 ? value(rest) : Number.NaN
  return ones < 0 || tens < 0 ? Number.NaN : tens * 10 + ones
}

const minuteOf = (text: string): number =>
  text === '半' ? 30 : /^[一1]刻$/.test(text) ? 15 : /^[三3]刻$/.test(text) ? 45 : smallNumber(text)

/**
 * The clock that stands at `from` of a folded text; null where there is none. What has the shape of a clock and is none (`25:00`) is found,
 * with its hour as written: `placeClock` refuses it.
 */
export function clockAt(folded: string, from: number): ClockToken | null {
  CLOCK.lastIndex = from
  const match = CLOCK.exec(folded)
  if (!match?.groups) return null
  const is = match.groups
  const hourText = is.h1 ?? is.h2 ?? is.h3 ?? is.h4 ?? is.h5 ?? is.h6 ?? is.h7 ?? is.h8 ?? is.b2 ?? is.b4?.slice(0, -2)
  let hour = hourText === undefined ? 0 : smallNumber(hourText)
  let minute = 0
  const minuteText = is.m1 ?? is.m2 ?? is.over2 ?? is.m3 ?? is.m8 ?? is.b4?.slice(-2)
  if (minuteText !== undefined) minute = minuteOf(minuteText)
  if (is.past === 'half past') minute = 30
  if (is.past?.endsWith('quarter past')) minute = 15
  const less = is.past?.endsWith('quarter to') ? 15 : minuteOf(is.less1 ?? is.less2 ?? '0')
  if (less > 0) {
    hour -= 1
    minute = 60 - less
  }
  if (is.word) hour = EXACT_NOON.test(is.word) ? 12 : is.word === '零点' ? 0 : 24
  if (Number.isNaN(hour) || Number.isNaN(minute)) return null
  let until = CLOCK.lastIndex
  // 24:00 夜间巡检: the word is of what is done.
  if (is.after !== undefined && hour > 12 && /^\p{Script=Han}/u.test(folded.slice(until))) {
    until -= is.after.length
    is.after = ''
    while (folded.charAt(until - 1) === ' ') until -= 1
  }
  if (is.after === undefined) while (folded.charAt(until - 1) === ' ') until -= 1
  return {
    from,
    until,
    hour,
    minute,
    part: is.before || is.after ? partOf(is.after ?? is.before ?? '') : null,
    nextDay: is.next !== undefined || is.plus !== undefined,
    padded: hourText !== undefined && /^0\d/.test(hourText),
    form: (is.b2 ?? is.b4) ? (is.before || is.after ? 'word' : 'bare') : is.h8 ? 'dot' : is.h1 ? 'colon' : 'word',
  }
}

/** Two clocks, or one with an open end, as they stand in a text. */
export interface SpanToken {
  from: number
  until: number
  start: ClockToken
  end: ClockToken | null
  /** A dash stands behind the start and no clock behind the dash. */
  open: boolean
}

const JOIN =
  / *(?:-{1,3}>?|~+|=>|→|至|到|(?:to|till?|until|through|thru|and)(?![a-z])|\.{2,}|…+|\/(?= *\d{1,2}[:点])) */y

/** The span or the single clock at `from` of a folded text. */
export function spanAt(folded: string, from: number): SpanToken | null {
  const start = clockAt(folded, from)
  if (!start) return null
  JOIN.lastIndex = start.until
  const join = JOIN.exec(folded)
  if (!join) return { from, until: start.until, start, end: null, open: false }
  const end = clockAt(folded, JOIN.lastIndex)
  if (!end) return { from, until: start.until, start, end: null, open: true }
  // 9-10点: the unit stands behind both.
  if (start.form === 'bare' && end.form !== 'bare' && start.until - start.from <= 2) start.form = end.form
  if (end.form === 'bare' && start.form !== 'bare' && start.form !== 'dot') end.form = start.form
  return { from, until: end.until, start, end, open: false }
}

/** `HH:mm` of minutes from midnight; 1440 is `00:00` of the next day. */
export function clockOfMinutes(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
/** Minutes from midnight of an `HH:mm`, which may be `24:00`. */
export const minutesOfClock = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** The minutes of a clock with the part of the day that was said; null where there is no such time (`25:00`, `上午15点`). */
function saidMinutes(token: ClockToken, part: Part): number | null {
  const { hour, minute } = token
  const plain = hour * 60 + minute
  if (hour > 12) {
    if (hour === 24 && minute === 0 && (part === 'night' || part === 'dawn' || part === 'am')) return 1440
    const agrees = part === 'afternoon' || part === 'pm' || part === 'night' || (part === 'noon' && hour <= 14)
    return agrees && hour < 24 ? plain : null
  }
  switch (part) {
    case 'am':
    case 'dawn':
      return hour === 12 ? minute : plain
    case 'morning':
      return plain
    case 'noon':
      return hour <= 3 ? plain + 720 : plain
    case 'pm':
    case 'afternoon':
      return hour === 12 ? plain : hour === 0 ? null : plain + 720
    case 'night':
      // 晚上12点 is midnight, 晚上1点 the hour after it.
      return hour === 12 ? 1440 + minute : hour < 5 ? 1440 + plain : plain + 720
  }
}

/**
 * Places a clock before or after noon: by what was said, else by what it follows, else by the hours of the office: `3` is 15:00 in an
 * office that opens at 8:30, `03:00` is what it says. Null where there is no such time.
 */
export function placeClock(token: ClockToken, knows: ClockKnows = {}): ClockValue | null {
  const { hour, minute, part } = token
  if (minute > 59 || minute < 0 || hour < 0 || hour > 24 || (hour === 24 && minute > 0)) return null
  const plain = hour * 60 + minute
  const next = token.nextDay ? 1440 : 0
  if (part !== null) {
    const said = saidMinutes(token, part)
    return said === null ? null : { minutes: next > 0 && said < 1440 ? said + next : said, guessed: false }
  }
  if (token.nextDay) return { minutes: plain + next, guessed: false }
  if (hour >= 12 || hour === 0 || token.padded) return { minutes: plain, guessed: false }
  const { after = null } = knows
  if (after !== null && plain <= after % 1440 && after < 1440) {
    if (plain + 720 > after) return { minutes: plain + 720, guessed: true }
    return { minutes: plain, guessed: false }
  }
  const opens = minutesOfClock(knows.opensAt ?? '08:30')
  const closes = minutesOfClock(knows.closesAt ?? '18:00')
  if (after === null && plain < opens && plain + 720 <= closes) return { minutes: plain + 720, guessed: true }
  return { minutes: plain, guessed: false }
}

/** Minutes of a length of time that begins a folded text: `90分钟`, `1.5小时`, `一个半小时`, `半小时`, `1h30`, `90 min`. */
export function durationAt(folded: string, from: number): { until: number; minutes: number } | null {
  DURATION.lastIndex = from
  const match = DURATION.exec(folded)
  if (!match?.groups) return null
  const is = match.groups
  const number = (text: string | undefined): number =>
    text === undefined ? 0 : /^[\d.]+$/.test(text) ? Number(text) : text === '半' ? 0.5 : smallNumber(text)
  const minutes = is.halfHour
    ? 30
    : is.quarter
      ? smallNumber(is.quarter.charAt(0)) * 15
      : is.hours
        ? number(is.hours) * 60 + (is.andHalf ? 30 : 0) + number(is.rest)
        : number(is.minutes)
  return Number.isFinite(minutes) && minutes > 0 && minutes <= 2880
    ? { until: DURATION.lastIndex, minutes: Math.round(minutes) }
    : null
}
const AMOUNT = `\\d{1,3}(?:\\.\\d{1,2})?|[${DIGIT}]{1,3}`
const DURATION = new RegExp(
  `(?:(?:约|大约|共|为时|历时|用时|时长|about|approx\\.?|ca\\.?)[: ]*)?(?:(?<halfHour>半 *(?:个)?(?:小时|钟头)|half an hour)|(?<quarter>[一1三3]刻钟)|(?<hours>${AMOUNT}) *(?:个)?(?<andHalf>半)? *(?:小时|钟头|hours?(?![a-z])|hrs?(?![a-z])|h(?![a-z]))(?:零|又|and|,)? *(?:(?<rest>\\d{1,2}) *(?:分钟?|min(?:utes?|s)?|(?![\\d:点])))?|(?<minutes>${AMOUNT}) *(?:分钟|分(?!会|公|组|部)|min(?:ute)?s?(?![a-z])|'(?!\\w)))(?:左右)?`,
  'y',
)

/** A clock or a span that stands alone in a field. */
export type ClockRead = { ok: true; start: ClockValue; end: ClockValue | null } | { ok: false; why: ClockFault }

/** Reads a field that holds one clock or one span: `825`, `8.25`, `下午3点`, `1530-1630`, `次日8点`, `24:00`. */
export function readClock(text: string, knows: ClockKnows = {}): ClockRead {
  const folded = fold(text)
    .trim()
    .replace(/^(?:(?:约|大约|about|at|from|从|于) *)+/, '')
    .replace(/ *(?:左右|开始|起|许|sharp|hours?)$/, '')
    .replace(/^(\d{1,2}) (\d{2})$/, '$1:$2')
    .replace(/^(\d{1,2}) *(?:[.。;,·'"]|::|\.\.) *(\d{2})$/, '$1:$2')
  if (folded === '') return { ok: false, why: 'noClock' }
  const span = spanAt(folded, 0)
  if (!span || span.open || span.until !== folded.length) return { ok: false, why: 'noClock' }
  // One or two figures, three or four: no more, and a span only of what a clock can be.
  const start = placeSpan(span, knows)
  return start === null ? { ok: false, why: 'noSuchClock' } : { ok: true, ...start }
}

/** Both ends of a span, the second after the first wherever a time of the same or the next day allows it. */
export function placeSpan(
  span: SpanToken,
  knows: ClockKnows = {},
): { start: ClockValue; end: ClockValue | null } | null {
  const { end } = span
  if (end === null) {
    const start = placeClock(span.start, knows)
    return start && { start, end: null }
  }
  // 2-3:30pm, 9:00-5:00 PM: what is said of the end holds for the start where it then comes first.
  const said =
    span.start.part === null && (end.part === 'am' || end.part === 'pm') && !span.start.padded && span.start.hour <= 12
  const both = said ? placeClock({ ...span.start, part: end.part }, knows) : null
  const endSaid = said ? placeClock(end, knows) : null
  const earlier = both && endSaid && both.minutes < endSaid.minutes ? both : null
  const start =
    earlier ??
    (said ? placeClock({ ...span.start, part: end.part === 'pm' ? 'am' : 'pm' }, knows) : placeClock(span.start, knows))
  if (!start) return null
  // 下午2点到3点半: the part of the day holds for both, as far as the end then comes later.
  const inherits = end.part === null && !end.nextDay && span.start.part !== null && !end.padded && end.hour < 12
  const inherited = inherits ? placeClock({ ...end, part: span.start.part }, knows) : null
  const ends =
    inherited && inherited.minutes > start.minutes ? inherited : placeClock(end, { ...knows, after: start.minutes })
  if (!ends) return null
  return { start, end: ends.minutes > start.minutes ? ends : { ...ends, minutes: ends.minutes + 1440 } }
}

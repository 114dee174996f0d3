import { clockAt, durationAt, PART_WORDS, type SpanToken } from './clockText.ts'

/** A part of a line with what it begins: a stop with a time, one without, the end of the one before, or nothing new. */
export interface Clause {
  from: number
  until: number
  kind: 'timed' | 'bare' | 'part' | 'next' | 'end' | 'length' | 'loose'
  /** Where its own words begin, behind a word that only joins it to what stands before. */
  words: number
  /** The time of a `timed`, `bare` or `end`. */
  span: SpanToken | null
}

/** Words that only say that something comes after something else. */
const NEXT =
  /^(?:(?:然后|接着|紧接着|随后|而后|之后|其后|此后|最后|接下来|完了以?后?|完后|结束后|会谈?后|饭后|餐后|宴会后|会议结束后|afterwards?|after that|followed by|and then|then|finally)[ ,:]*)+(?:再|就|又)?|^(?:再|就)(?=去|到|参观|看|回|前往|转|赴|开|谈|讨论|吃|坐|乘|一起|安排|考察)/
/** The same inside of a clause, where no sign parts it from what stands before. */
const NEXT_INSIDE =
  /(?:然后|接着|随后|之后再|(?<=[\p{Script=Han}])再(?=去|到|参观|看看?|回|前往|转|赴|开会|谈|讨论|吃)|(?<= )(?:and )?then (?=[a-z]))/gu
const FIRST = /^(?:先|首先|第一步|同时|并且|and|but|so)(?![\p{Script=Han}]?会)[ ,]*/u
const ABOUT = '(?:大概|大约|约|预计|估计|差不多|一直|直接|about|around|at about|approximately)'
const PART_FRONT = new RegExp(`^(?:当天|当日|同日)?(?:${PART_WORDS})(?![a-z餐宴饭会茶晴])[ ,:]*`)
/** A day with a part of it inside of a clause: 客户1号下午到. */
const WHEN_INSIDE = new RegExp(
  `((?:\\d{1,2}月)?\\d{1,2}[日号]|(?:周|星期)[一二三四五六日天]|第[一二三]天) *(?:${PART_WORDS})`,
)
/** The same with that day and part in front. */
export const whenFirst = (text: string): string => {
  const found = new RegExp(WHEN_INSIDE.source, 'u').exec(text)
  return found ? `${found[0]} ${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}` : text
}
/** A part of the day without a clock, and what is done then. */
const PART_NEXT = /^ (?:上午|中午|下午|晚上)(?=[\p{Script=Han}])(?![\d一二两三四五六七八九十])/u
const LENGTH = new RegExp(`^${ABOUT}? *`)
const UNTIL = new RegExp(
  `^(?:[\\p{Script=Han}]{0,4}?(?:到|至)|(?:it )?(?:until|till|ends?(?: at)?|finish(?:es|ing)?(?: at| by)?|close(?:s)?(?: at)?)) *${ABOUT}? *$`,
  'u',
)
const ENDS =
  /^ *(?:左右|前后|之?前|钟|吧)* *(?:结束|为止|散会|完毕|收尾|收工|活动结束|会议结束|end(?:s|ing)?(?:$|[ .,])|finish)/
const NOTHING = /^[\s,，。.;；、!！?？~～:：()（）[\]【】左右前后钟吧啊呢哈整许起开始-]*$/u

/**
 * A line as clauses, parted at commas, stops, arrows before a time and joining words; brackets stay whole. Null where it is no more than one
 * stop, which is read as a whole.
 */
export function clausesOf(
  folded: string,
  from: number,
  dayEnd: (at: number, until: number) => number,
  spansOf: (text: string) => SpanToken[],
): Clause[] | null {
  const clauses = cutsOf(folded, from).map(([begin, end]) => clauseOf(folded, begin, end, dayEnd, spansOf))
  const starters = clauses.filter(clause => clause.kind !== 'loose' && clause.kind !== 'length')
  return starters.length >= 2 ? clauses : null
}

/** Begin and end of each clause. */
function cutsOf(folded: string, from: number): [number, number][] {
  const cuts: [number, number][] = []
  let begin = from
  let depth = 0
  const close = (at: number, next: number) => {
    if (folded.slice(begin, at).trim() !== '') cuts.push([begin, at])
    begin = next
  }
  const inside = new Set([...folded.matchAll(NEXT_INSIDE)].map(match => match.index))
  for (let at = from; at < folded.length; at++) {
    const sign = folded.charAt(at)
    if ('([{“《'.includes(sign)) depth += 1
    else if (')]}”》'.includes(sign)) depth = Math.max(0, depth - 1)
    else if (depth > 0 && closesLater(folded, at)) continue
    else if (
      /[,;。!]/.test(sign) &&
      !isDate(folded, begin, at) &&
      !(/\d/.test(folded.charAt(at - 1)) && /^,\d{3}(?!\d|:)/.test(folded.slice(at)))
    )
      close(at, at + 1)
    else if (sign === '.' && /^\. +[a-z]/.test(folded.slice(at)) && /[a-z\d)]{2}$/.test(folded.slice(0, at)))
      close(at, at + 1)
    else if (/^(?:→|-+>|=+>) *(?:\d{1,2}[:点时]|(?:上午|下午|晚上)?\d{1,2}[:点时])/.test(folded.slice(at, at + 14))) {
      // 9:00→9:30 is a span, 酒店出发→9:30 抵达 two stops.
      if (!/[\d-]$/.test(folded.slice(begin, at).trimEnd()))
        close(at, at + (/^(?:→|-+>|=+>)/.exec(folded.slice(at))?.[0].length ?? 1))
    } else if (inside.has(at) && at > begin) close(at, at)
    // 12:00-13:00 午餐 下午自由活动
    else if (sign === ' ' && /[\p{Script=Han})]$/u.test(folded.slice(begin, at)) && PART_NEXT.test(folded.slice(at)))
      close(at, at + 1)
  }
  close(folded.length, folded.length)
  return cuts
}

/** Is a comma within a date: Tuesday, December 1, 2026? */
const isDate = (folded: string, begin: number, at: number): boolean =>
  /(?:^|[ ,])(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$/.test(folded.slice(begin, at)) ||
  /^, *20\d\d/.test(folded.slice(at, at + 8))

const closesLater = (folded: string, at: number): boolean => /[)\]}”》]/.test(folded.slice(at, at + 200))

function clauseOf(
  folded: string,
  from: number,
  until: number,
  dayEnd: (at: number, until: number) => number,
  spansOf: (text: string) => SpanToken[],
): Clause {
  const text = folded.slice(0, until)
  const skip = (at: number) => at + (/^[\s,:]*/.exec(text.slice(at))?.[0].length ?? 0)
  const begin = skip(from)
  const next = NEXT.exec(text.slice(begin))?.[0] ?? ''
  let words = begin + next.length
  words += FIRST.exec(text.slice(words))?.[0].length ?? 0
  const clause = (kind: Clause['kind'], span: SpanToken | null = null): Clause => ({ from, until, kind, words, span })
  const length = LENGTH.exec(text.slice(words))?.[0].length ?? 0
  const lasts = durationAt(text, words + length)
  if (lasts && NOTHING.test(text.slice(lasts.until))) return clause('length')
  const behindDay = skip(dayEnd(words, until))
  const [span] = spansOf(`${' '.repeat(behindDay)}${text.slice(behindDay)}`)
  // 301会议室（请9点前到）: what is said in brackets begins nothing, unless they hold the time itself.
  const bracket = span ? text.slice(from, span.from).lastIndexOf('(') : -1
  const inside = bracket >= 0 && !text.slice(from + bracket, span?.from).includes(')')
  if (span && !(inside && text.slice(from + bracket + 1, span.from).trim() !== '')) {
    const front = text.slice(behindDay, span.from).trim()
    const behind = text.slice(span.until)
    if (span.end === null && behindDay === words) {
      if (ENDS.test(behind) || (UNTIL.test(front) && NOTHING.test(behind))) return clause('end', span)
    }
    return clause(NOTHING.test(front) && NOTHING.test(behind) ? 'bare' : 'timed', span)
  }
  const part = PART_FRONT.exec(text.slice(behindDay))
  if (!part && WHEN_INSIDE.test(text.slice(words))) return clause('part')
  if (part && !clockAt(text, behindDay) && text.slice(behindDay + part[0].length).trim() !== '') return clause('part')
  if (next !== '' && text.slice(words).trim() !== '') return clause('next')
  return clause('loose')
}

/** What ends a clause that says when the stop before it ends, and what then follows. */
export const behindEnd = (text: string): string => text.replace(ENDS, '').replace(/^[\s,，后吧啊]+/u, '')

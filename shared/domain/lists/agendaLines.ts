import type { Day } from '../time.ts'
import { takeLabelled, wordsOf } from './agendaCells.ts'
import { behindEnd, type Clause, clausesOf, whenFirst } from './agendaClauses.ts'
import type { AgendaDoubt, AgendaKnows, AgendaRead, Entry, PassedOver, Words } from './agendaStop.ts'
import { isPerson, isPlace, kindOfContent, labelledParts, roleOf, roomAtEnd } from './agendaWords.ts'
import { clockAt, durationAt, PART_WORDS, type Part, partOf, type SpanToken, spanAt } from './clockText.ts'
import { type DayToken, dayAt } from './dayText.ts'
import { fold } from './fold.ts'

/** Where a reading of an agenda stands: the day and part of the day that hold until others are named. */
export interface Reading {
  knows: AgendaKnows
  day: Day
  dayDoubts: AgendaDoubt[]
  part: Part | null
  entries: Entry[]
  skipped: AgendaRead['skipped']
  /** The stop that lines below it may still belong to. */
  open: Entry | null
  /** The line above, passed over for want of a time: the title of a block that tells its time below. */
  title: number | null
  /** Where everything is that names no place of its own, as a line above says. */
  place: string
  /** A day that stands alone in its line, as long as no stop stands below it. */
  dayAlone: { line: number; text: string } | null
  /** A part of the day stands alone above: what stands below it without a time is of it. */
  partHead: boolean
  /** A line in which letters were taken for figures, not yet told with a stop. */
  scanned: string
  /** A day of the visit was named, or its place among them. */
  named: boolean
}

/** Shows a day that heads nothing: the date under a letter. */
export function passDayAlone(reading: Reading): void {
  const { dayAlone } = reading
  if (dayAlone) passOver(reading, dayAlone.line, dayAlone.text, 'remark')
  reading.dayAlone = null
}

/** Longer lines are no agenda. */
const LONGEST_LINE = 4000

export const passOver = (reading: Reading, line: number, text: string, why: PassedOver): void => {
  if (text.trim() !== '') reading.skipped.push({ line, text: text.trim(), why })
}

const BULLET =
  /^(?:[\s•·●○◆◇■□▪▫▶►➤★☆※✓√✔*#>、]|-+(?=\s*\D)|\p{Extended_Pictographic}|\ufe0f|\u20e3|[①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿])+/u
const ORDINAL =
  /^(?:\(\d{1,2}\)|\[\d{1,2}\]|\d{1,2}(?:[、)]|[.](?!\d)|[.](?=\d{1,2} *[:点时h])|[.](?=\d{1,2}月))|\d\ufe0f?\u20e3|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}项)\s*/u

/** Past bullets and numbers in front of a line. */
function pastMarks(folded: string): number {
  let at = 0
  for (let count = 0; count < 4; count++) {
    const rest = folded.slice(at)
    const mark = BULLET.exec(rest)?.[0] ?? ORDINAL.exec(rest)?.[0]
    if (!mark) break
    at += mark.length
  }
  return at
}

const GAP = /[\s,:)\]|—-]*/y
const skipGap = (folded: string, at: number): number => {
  GAP.lastIndex = at
  GAP.exec(folded)
  return GAP.lastIndex
}

/** Takes a day at `at` into the reading; answers where it ends, or `at` where none stands there. */
export function takeDay(folded: string, raw: string, at: number, reading: Reading): number {
  const { days, today } = reading.knows
  const same = reading.named ? /^(?:当天|当日|同日|the same day)/.exec(folded.slice(at)) : null
  if (same) return at + same[0].length
  const token = dayAt(folded, at, { today: today ?? days[0] ?? reading.day, days })
  if (!token) return at
  const figures = /^\d{1,2}[-.]\d{1,2}$/.test(folded.slice(at, token.until))
  const inVisit = token.day !== null && days.includes(token.day)
  // 9.30 and 9-10 are times as long as the visit has no such day, unless a time follows.
  if (
    figures &&
    !inVisit &&
    (token.day === null || !/^\s/.test(folded.slice(token.until)) || !clockAt(folded, skipGap(folded, token.until)))
  )
    return at
  if (/^\d{1,2}[日号]$/.test(folded.slice(at, token.until)) && !inVisit) return at
  const said = raw.slice(at, token.until).trim()
  reading.dayDoubts = []
  reading.part = null
  reading.partHead = false
  reading.named = true
  if (token.day) {
    reading.day = token.day
    if (!inVisit && days.length > 0) reading.dayDoubts.push({ code: 'outside', text: said })
  } else
    reading.dayDoubts.push({ code: /第|day/.test(folded.slice(at, token.until)) ? 'outside' : 'noSuchDay', text: said })
  if (token.doubt) reading.dayDoubts.push({ code: token.doubt, text: said })
  return token.until
}

const PART_ALONE = new RegExp(`^[(\\[]? *(${PART_WORDS}) *[)\\]]?\\s*[:,]?\\s*$`)
const PART_FRONT =
  /^[([]? *(上午|下午|中午|晚上|傍晚|晚间|早上|全天|morning|afternoon|evening)(?![a-z餐宴饭]) *[)\]]?\s*[:,]?\s*/

/** Reads one line: a day, a part of the day, one stop or several, a label of the stop above; else it is passed over. */
export function readLine(raw: string, line: number, reading: Reading): void {
  if (raw.trim() === '') {
    reading.open = null
    reading.title = null
    return
  }
  if (raw.length > LONGEST_LINE) {
    passOver(reading, line, raw, 'noTime')
    return
  }
  const folded = readable(raw)
  if (CANCELLED.test(folded)) {
    passOver(reading, line, raw, 'cancelled')
    return
  }
  if (HEADER.test(folded)) {
    passOver(reading, line, raw, 'remark')
    return
  }
  const marks = pastMarks(folded)
  const clauses = clausesOf(
    folded,
    marks,
    (at, until) => endOfDay(folded.slice(0, until), at, reading),
    text => spansOf(text, /^ */.exec(text)?.[0].length ?? 0),
  )
  if (clauses === null) readClause(raw, line, reading)
  else readClauses(raw, folded, clauses, line, reading)
}

/** Letters that a scan took for figures, where a clock or a date is written: `O9:3O`, `12月l日`. */
const SCANNED = /[\dol|i]{1,2} ?: ?[\dol|i]{2}(?![a-z])|\d{1,2}月[\dol|i]{1,2}日/g
const readable = (raw: string): string =>
  fold(raw).replace(SCANNED, clock => (/\d/.test(clock) ? clock.replace(/o/g, '0').replace(/[l|i]/g, '1') : clock))

/** What its writer took back. */
const CANCELLED =
  /[([] *(?:已?取消|已?作废|已?删除?除|删除|不再安排|cancel+ed|deleted) *[)\]]|~~.+~~|作废|(?:^|[\s,])(?:已取消|取消)$|^ *(?:取消|删除) *[:：]/
/** The head of a mail. */
const HEADER =
  /^[\s>]*(?:发件人|收件人|抄送|密送|发送时间|发送日期|主题|附件|from|to|cc|bcc|sent|subject|date sent|attachments?) *: *(?=.*(?:@|\d{4}|[\p{Script=Han}a-z]))(?!.*\d *- *\d{1,2}:)/u

/** The end of a day that stands at `at`; `at` where none does. */
function endOfDay(folded: string, at: number, reading: Reading): number {
  const { days, today } = reading.knows
  const token = dayAt(folded, at, { today: today ?? days[0] ?? reading.day, days })
  if (!token) return at
  const figures = /^\d{1,2}[-.]\d{1,2}$/.test(folded.slice(at, token.until))
  return figures && !(token.day !== null && days.includes(token.day)) ? at : token.until
}

/** Reads a line that tells several stops, clause by clause: what begins none belongs to the one before. */
function readClauses(raw: string, folded: string, clauses: readonly Clause[], line: number, reading: Reading): void {
  const textOf = ({ words, until }: Clause) => raw.slice(words, until).trim()
  const kindOf = (clause: Clause) => kindOfContent(textOf(clause))
  const first = clauses[0]
  // 签到，8:30，会谈，9:00: the times stand behind their words.
  const behind = first?.kind === 'loose' && kindOf(first) !== 'other' && clauses[1]?.kind === 'bare'
  let front: string[] = []
  const opened = reading.entries.length
  let afterEnd = false
  const passFront = () => {
    for (const text of front) passOver(reading, line, text, 'remark')
    front = []
  }
  clauses.forEach((clause, index) => {
    const text = raw.slice(clause.words, clause.until).trim()
    const next = clauses[index + 1]
    const last = reading.entries.length > opened ? (reading.entries.at(-1) ?? null) : null
    if (clause.kind === 'timed' || clause.kind === 'bare') {
      const own = clause.kind === 'timed'
      const needs = !own && (behind || next?.kind !== 'loose')
      const joins =
        needs || front.some(each => kindOfContent(each) !== 'other' || isPlace(each) || isKnown(each, reading))
      const before = joins && front.length > 0 ? `${front.join('，')} ` : ''
      if (joins) front = []
      else passFront()
      readClause(own || before === '' ? `${before}${text}` : `${text} ${before}`, line, reading)
      afterEnd = false
    } else if (clause.kind === 'end' && clause.span && last) {
      const more = behindEnd(raw.slice(clause.span.until, clause.until))
      if (last.span?.end == null) {
        last.until = clause.span.start
        last.words.notes.push(text)
      } else last.words.notes.push(text)
      last.source += `，${text}`
      if (more !== '') readClause(`${raw.slice(clause.span.from, clause.span.until)} ${more}`, line, reading)
      else afterEnd = true
    } else if (clause.kind === 'end') readClause(text, line, reading)
    else if (clause.kind === 'part') {
      passFront()
      readClause(whenFirst(text), line, reading)
    } else if (clause.kind === 'next' && reading.entries.length > 0) addFollowing(text, line, reading)
    else if (clause.kind === 'length' && last) {
      const length = durationAt(folded.slice(0, clause.until), clause.words + lead(folded, clause.words))
      if (length && last.words.minutes === null) last.words.minutes = length.minutes
      last.words.notes.push(text)
      last.source += `，${text}`
    } else if (COURTESY.test(text) && kindOf(clause) === 'other') passOver(reading, line, text, 'remark')
    else if (behind || last === null) front.push(text)
    else if (/^先/u.test(raw.slice(clause.from, clause.until).trim()) && begins(text, last))
      addFollowing(text, line, reading)
    else if (afterEnd && kindOf(clause) !== 'other') {
      addFollowing(text, line, reading)
      afterEnd = false
    } else if (isArrival(last) && lengthAtEnd(text)) joinTo(last, text, reading)
    else if (
      last.words.content !== '' &&
      lengthAtEnd(text) &&
      (kindOf(clause) !== 'other' || last.words.minutes !== null)
    )
      addFollowing(text, line, reading)
    else joinTo(last, text, reading)
  })
  passFront()
}
/** What is said to the reader, and to nobody's plan. */
const COURTESY =
  /^(?:麻烦|谢谢|感谢|辛苦|请(?:知悉|审阅|确认|查收|准时|大家)|就这样|以上|收到|好的|拜托|多谢|thanks?|please|best regards|regards)/iu
const isKnown = (text: string, { knows }: Reading): boolean => knows.people.some(person => person.name === text)
/** Somebody comes, and nothing else is told yet. */
const isArrival = ({ words }: Entry): boolean =>
  words.minutes === null &&
  words.roomId === null &&
  kindOfContent(words.content) === 'welcome' &&
  !/接|迎/u.test(words.content)
/** Do words tell another thing than a stop that has its own already? */
const begins = (text: string, { words }: Entry): boolean =>
  words.content !== '' && kindOfContent(text) !== 'other' && kindOfContent(text) !== kindOfContent(words.content)
const lead = (folded: string, at: number): number =>
  /^(?:大概|大约|约|预计|差不多|一直)? */.exec(folded.slice(at))?.[0].length ?? 0

const lengthAtEnd = (text: string): boolean => wordsOf(text, NOBODY).minutes !== null
const NOBODY = { days: [], rooms: [], people: [] }

/** A stop that begins when the one before it ends. */
function addFollowing(text: string, line: number, reading: Reading): void {
  const entry = addEntry(text, text, null, line, reading)
  entry.follows = true
  entry.words.doubts.push({ code: 'follows', text })
}

/** More words of a stop; where they are another thing to do, that is said. */
function joinTo(entry: Entry, text: string, reading: Reading): void {
  const before = kindOfContent(entry.words.content)
  const told = kindOfContent(text)
  const more = wordsOf(text, reading.knows)
  const content = entry.words.content
  merge(entry.words, more)
  entry.words.content = [content, more.content].filter(Boolean).join('，')
  entry.source += `，${text}`
  if (content !== '' && LARGE.has(before) && LARGE.has(told) && before !== told)
    entry.words.doubts.push({ code: 'several', text })
}
const ASIDE: ReadonlySet<string> = new Set(['tour', 'dining', 'lodging', 'pickup', 'farewell'])
const LARGE: ReadonlySet<string> = new Set(['meeting', 'tour', 'dining', 'lodging', 'pickup', 'farewell'])

/** Reads what tells one stop, or several that nothing but their times part. */
export function readClause(told: string, line: number, reading: Reading): void {
  let raw = told
  let folded = readable(raw)
  if (folded !== fold(raw)) reading.scanned = told.trim()
  const marks = pastMarks(folded)
  let at = marks
  const label = /^(?:[\p{Script=Han}]{0,4}(?:日期|时间)|date|time|when)\s*:\s*/u.exec(folded.slice(at))
  const fromLabel = label !== null
  if (label) at += label[0].length
  const bracket = /^[[(] */.exec(folded.slice(at))?.[0].length ?? 0
  let afterDay = takeDay(folded, raw, at + bracket, reading)
  if (afterDay === at + bracket) afterDay = at
  const dated = afterDay > at
  if (dated) {
    at = skipGap(folded, afterDay)
    const range = /^(?:[-~至到] *)?(?:\d{1,2}月)?\d{1,2}[日号]/.exec(
      folded.slice(afterDay).replace(/^ *[-~至到] */, ''),
    )
    if (range && /^ *[-~至到]/.test(folded.slice(afterDay))) {
      passOver(reading, line, raw, 'noTime')
      return
    }
    if (at >= folded.length) {
      passDayAlone(reading)
      reading.dayAlone = { line, text: raw.trim() }
      reading.open = null
      return
    }
  }
  const rest = folded.slice(at)
  const alone = PART_ALONE.exec(rest.replace(/(?<=[上下中晚]) +(?=[午上])/g, ''))
  if (alone?.[1]) {
    reading.part = partOf(alone[1])
    reading.partHead = true
    reading.open = null
    return
  }
  const found = spansOf(folded, at)
  const spans: (SpanToken & { ends?: SpanToken })[] = []
  for (const span of found) {
    const before = spans.at(-1)
    const joins = /(?:到|至|until|till) *$/.exec(folded.slice(0, span.from))
    if (
      before &&
      before.end === null &&
      span.end === null &&
      joins &&
      trimMarks(folded.slice(span.until)).length <= 2
    ) {
      before.ends = span
      const blank = ' '.repeat(span.until - joins.index)
      raw = `${raw.slice(0, joins.index)}${blank}${raw.slice(span.until)}`
      folded = `${folded.slice(0, joins.index)}${blank}${folded.slice(span.until)}`
    } else spans.push(span)
  }
  if (spans.length === 0) {
    readUntimed(raw, folded, at, line, reading, dated, marks > 0 || /^\s{2,}|^\t/.test(raw))
    return
  }
  if (isRemark(folded, spans[0]?.from ?? 0, spans[0]?.until ?? 0)) {
    passOver(reading, line, raw, 'remark')
    return
  }
  const sender =
    spans.length === 1 && spans[0] && folded.slice(spans[0].until).trim() === '' ? raw.slice(at, spans[0].from) : ''
  const name = sender.replace(/[\d\s/年月日:：-]+$/u, '').trim()
  // 王晓燕 11-23 10:02 heads a message.
  if (name !== '' && !spans[0]?.end && (isPerson(name) || reading.knows.people.some(person => person.name === name))) {
    passOver(reading, line, raw, 'remark')
    return
  }
  readStops(raw, folded, at, spans, line, reading, fromLabel)
}

const REMARK_FRONT =
  /(?:^|[\s,;。:])(?:请|敬请|务必|注意|备注|注:|提醒|截止|营业时间|开放时间|每天|每日|please|note|remark|wi-?fi)/
/** Is a line a request or a notice that names a time, and no stop? */
const isRemark = (folded: string, from: number, until: number): boolean =>
  (REMARK_FRONT.test(folded.slice(0, from)) && !/时间\s*:/.test(folded.slice(0, from))) ||
  (/^ *(?:之?前|以前)/.test(folded.slice(until)) && from > 0 && /\S{4,}/.test(folded.slice(0, from)))

const STARTS = /[+\d零一二两三四五六七八九十次翌隔转第凌半子上早清中正午晌下傍晚夜深当今差nhqmap]/
const TRAVEL = /(?:[a-z]{2} ?\d{3,4}|[gdcktz]\d{1,4}|\d[a-z]\d{3,4}|航班|车次|高铁|起飞|降落)[\s,:(]*$/
const FLIES = /^\s*(?:[)\]]|起飞|降落|落地|发车|开车|开$|到港|离港|take.?off|landing|arrival time)/

/** The spans of a line that begin or belong to a stop; figures alone only at its front. */
function spansOf(folded: string, from: number): SpanToken[] {
  const spans: SpanToken[] = []
  let at = from
  let depth = 0
  while (at < folded.length) {
    const sign = folded.charAt(at)
    if (sign === '(' || sign === '[') depth += 1
    if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    const inWord = at > from && /[a-z\d.]/.test(folded.charAt(at - 1)) && /[a-z\d]/.test(sign)
    const span = !inWord && STARTS.test(sign) ? spanAt(folded, at) : null
    if (!span || !acceptable(span, folded, from, depth, spans)) {
      at += 1
      continue
    }
    spans.push(span)
    at = span.until
  }
  return spans
}

function acceptable(span: SpanToken, folded: string, from: number, depth: number, before: SpanToken[]): boolean {
  const front = span.from === from
  const text = folded.slice(span.from, span.until)
  const after = folded.slice(span.until)
  const length = durationAt(folded, span.from)
  if (
    length &&
    length.until >= span.until &&
    span.end === null &&
    /时|钟|分|min|hour|hr/.test(folded.slice(span.from, length.until)) &&
    span.start.form !== 'colon' &&
    !/[点时]/.test(text.replace(/小时/g, ''))
  )
    return false
  if (span.start.form === 'bare') {
    if (!front) return false
    if (span.end)
      return /^\s*(?:$|[\s,:;|)\p{Script=Han}])/u.test(after) && !/^\s*(?:人|位|个|月|日|号楼|楼|层|年|%)/.test(after)
    return (
      /^\d{4}/.test(text) &&
      span.start.minute % 5 === 0 &&
      !/^20[23]\d/.test(text) &&
      /^\s*(?:[\s,:|)\p{Script=Han}])/u.test(after) &&
      !/^\s*(?:人|年|元|号|室|会议室|房|米)/.test(after)
    )
  }
  if (span.start.form === 'dot')
    return (
      front && /^\s*(?:$|[\s,:;|)\p{Script=Han}-])/u.test(after) && !/^\s*(?:米|公里|元|小时|万|亿|%|版)/.test(after)
    )
  if (/^\d{1,2} *h$/.test(text)) return front
  const untilHere =
    /(?:到|至|until|till) *$/.test(folded.slice(0, span.from)) && before.length > 0 && before.at(-1)?.end === null
  if (untilHere && depth === 0) return true
  if (/^(?:noon|midnight|正午|零点|午夜)$/.test(text)) return front || before.length === 0
  if (front || before.length === 0)
    return (
      depth === 0 ||
      (!TRAVEL.test(folded.slice(0, span.from)) && !FLIES.test(after)) ||
      (before.length === 0 && !TRAVEL.test(folded.slice(0, span.from)) && !/^\s*(?:起飞|降落|落地|发车)/.test(after))
    )
  if (depth > 0 || TRAVEL.test(folded.slice(Math.max(0, span.from - 24), span.from)) || FLIES.test(after)) return false
  return !/^\s*$/.test(after) || /[,;]\s*\S+\s*$/.test(folded.slice(before[before.length - 1]?.until ?? 0, span.from))
}

/** The stops of a line, its times in front of their words or behind them. */
function readStops(
  raw: string,
  folded: string,
  from: number,
  spans: readonly (SpanToken & { ends?: SpanToken })[],
  line: number,
  reading: Reading,
  fromLabel: boolean,
): void {
  const first = spans[0]
  if (!first) return
  const headed = /^([^:：]{1,12})[:：]\s*$/u.exec(raw.slice(from, first.from))
  if (
    headed?.[1] &&
    /\S/.test(trimMarks(folded.slice(first.until))) &&
    (roleOf(headed[1]) || kindOfContent(headed[1]) === 'other')
  ) {
    passOver(reading, line, headed[1], 'heading')
    readStops(raw, folded, first.from, spans, line, reading, fromLabel)
    return
  }
  const leading = trimMarks(folded.slice(from, first.from))
  const timeFirst = leading === '' || /^[([]$/.test(leading) || fromLabel
  let cut = from
  spans.forEach((span, index) => {
    const next = spans[index + 1]
    if (timeFirst) {
      let until = next?.from ?? raw.length
      let nextDay = -1
      if (next) {
        // A day may stand before the next time: 9:00 会谈；12月2日 10:00 参观.
        for (let at = span.until; at < next.from; at++) {
          if (!/[\s,;。、|/]/.test(folded.charAt(at - 1))) continue
          const token = dayAt(folded, at, { today: reading.knows.days[0] ?? reading.day, days: reading.knows.days })
          if (token && skipGap(folded, token.until) >= next.from) {
            nextDay = at
            until = at
            break
          }
        }
      }
      const ahead = index === 0 ? raw.slice(from, span.from) : ''
      addEntry(`${ahead} ${raw.slice(span.until, until)}`, raw.slice(cut, until), span, line, reading)
      cut = until
      if (nextDay >= 0) takeDay(folded, raw, nextDay, reading)
      return
    }
    const named = dayIn(folded, cut, span.from, reading)
    let front = raw.slice(cut, span.from)
    if (named) {
      takeDay(folded, raw, named.from, reading)
      front = `${raw.slice(cut, named.from).replace(/(?:^|\s)(?:on|for)\s*$/iu, '')} ${raw.slice(named.until, span.from)}`
    }
    // 21:58到 杭州东站: it only says what the time is of.
    const arrives = /^到(?=[\s,])/.exec(folded.slice(span.until))?.[0].length ?? 0
    const tail = folded.slice(span.until, next?.from ?? raw.length)
    const separator = next ? tail.search(/[,;。、|/\s]/) : tail.length
    const until = span.until + (next ? Math.max(0, separator) : tail.length)
    const joins = BEFORE_TIME.exec(front)?.[0] ?? ''
    const words = `${front.slice(0, front.length - joins.length)} ${raw.slice(span.until + arrives, until)}`
    const entry = addEntry(words, raw.slice(cut, until), span, line, reading)
    if (/约|大概|预计|about|around/iu.test(joins)) entry.words.notes.push(joins.trim())
    cut = until
  })
}
/** Words that only lead to a time. */
const BEFORE_TIME =
  /(?:(?:^|\s)(?:at|from|on|by|around|about|between)(?: a)?|由|于|在|(?:(?<![签合预])约|大约|大概|预计)(?:在|于)?)\s*$/iu
/** A day in the words before a time. */
function dayIn(folded: string, from: number, until: number, { knows, day }: Reading): DayToken | null {
  for (let at = from; at < until; at++) {
    if (
      /[a-z\d]/.test(folded.charAt(at - 1)) ||
      !/[\d第周星礼今明后十一二三四五六七八九首dmtwfsjano]/.test(folded.charAt(at))
    )
      continue
    const token = dayAt(folded, at, { today: knows.today ?? knows.days[0] ?? day, days: knows.days })
    const figures = token !== null && /^\d{1,2}[-./]\d{1,2}$/.test(folded.slice(at, token.until))
    if (token?.day && token.until <= until && (!figures || knows.days.includes(token.day))) return token
  }
  return null
}
const trimMarks = (text: string): string => text.replace(/^[\s,:;。、|-]+|[\s,:;。、|-]+$/g, '')

/** Words that only end what stands above. */
const ENDED = /^(?:活动|会议|全部|全天|当天)?(?:日程|行程|活动|会议|议程)?(?:结束|散会|完毕|end|close|adjourn)$/iu
const ABOUT =
  /^\s*(?:(?:左右|前后|许|钟|整|sharp)(?![\p{Script=Han}]?[分体理]?$)|(?:到|起飞|发车|开车)(?=[\s,，]+\S)|(?:开始|起|以后|之后|后|前|之前|以前|-?结束|-?晚|-?late)(?=$|[\s,，:：;；)）])|(?:之前|以前|前)(?=[到抵来在把完集出返回])|开始(?=[\p{Script=Han}]))/u

/** Adds a stop with the words around its time. */
export function addEntry(
  wordsText: string,
  source: string,
  span: (SpanToken & { ends?: SpanToken }) | null,
  line: number,
  reading: Reading,
): Entry {
  let text = wordsText.replace(/[(（[【]\s*[)）\]】]/gu, ' ').replace(/^\s*[)）\]】]/u, '')
  const about = ABOUT.exec(text)
  if (about) text = text.slice(about[0].length)
  // A bracket that lost its time keeps its other words: （9:00-10:00，301会议室）.
  text = text.replace(/[(（]\s*[,，;；、]?\s*([^()（）]*)[)）]/gu, (whole, inner: string) =>
    inner.trim() === '' ? ' ' : whole,
  )
  const words = wordsOf(text, reading.knows)
  const block = words.content === ''
  if (about && !/^(?:钟|整)$/u.test(about[0].trim())) words.notes.push(about[0].trim())
  if (about && /(?:^|之|以)前$/u.test(about[0].trim())) words.doubts.push({ code: 'deadline', text: source.trim() })
  reading.dayAlone = null
  if (span) reading.partHead = false
  const last = reading.entries.at(-1)
  if (span && !span.end && last && last.day === reading.day && ENDED.test(words.content || words.notes.join(''))) {
    if (!last.span?.end && last.words.minutes === null) {
      last.until = span.start
      last.source += `\n${source.trim()}`
    }
    passOver(reading, line, source, 'remark')
    reading.open = null
    return last
  }
  const entry: Entry = {
    line,
    source: source.trim(),
    day: reading.day,
    span,
    part: reading.part,
    partOnly: false,
    block,
    follows: false,
    until: span?.ends?.start ?? null,
    where: reading.place,
    words: { ...words, doubts: [...reading.dayDoubts, ...words.doubts] },
  }
  if (reading.scanned !== '') {
    entry.words.doubts.push({ code: 'scanned', text: reading.scanned })
    reading.scanned = ''
  }
  if (words.content === '' && reading.title !== null) {
    const title = reading.skipped[reading.title]
    if (title && title.why === 'noTime') {
      entry.words.content = title.text.replace(/^(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[.、)])\s*/u, '')
      reading.skipped.splice(reading.title, 1)
    }
  }
  reading.title = null
  if (entry.words.content === '' && span && last && last.day === entry.day && isSameStart(last.span, span)) {
    // A letter names the time first, and its table again.
    last.span = span
    last.block = true
    last.source += `\n${source.trim()}`
    merge(last.words, { ...entry.words, content: last.words.content })
    reading.open = last
    return last
  }
  reading.entries.push(entry)
  reading.open = entry
  return entry
}

const isSameStart = (one: SpanToken | null, other: SpanToken): boolean =>
  one !== null &&
  one.start.hour === other.start.hour &&
  one.start.minute === other.start.minute &&
  (one.start.part === other.start.part || one.start.part === null || other.start.part === null)

/** A line without a clock: more of the stop above it, a length that follows on, a part of the day, or nothing that was understood. */
function readUntimed(
  raw: string,
  folded: string,
  at: number,
  line: number,
  reading: Reading,
  dated: boolean,
  marked: boolean,
): void {
  const { open, knows } = reading
  const text = raw.slice(at).trim()
  const labelled = labelledParts(text)
  if (labelled[0] && labelled[0].label !== '' && open) {
    // Under stops of a line each, a contact or a remark is of the whole agenda.
    if (!open.block && !/^\s/u.test(raw) && labelled.some(part => part.role === 'phone' || OF_ALL.test(part.label))) {
      passOver(reading, line, raw, 'remark')
      return
    }
    for (const part of labelled) {
      if (part.role === 'content' && open.words.content === '') open.words.content = part.text
      else if (part.role === 'content' && open.block) {
        open.words.notes.push(open.words.content)
        open.words.content = part.text
      } else if (part.role === 'content') open.words.notes.push(`${part.label}：${part.text}`)
      else takeLabelled(part, open.words, knows)
    }
    open.source += `\n${text}`
    return
  }
  // Where everything is, told above the stops.
  const everywhere = labelled[0]
  if (!open && labelled.length === 1 && everywhere?.role === 'place') {
    reading.place = everywhere.text
    passOver(reading, line, raw, 'heading')
    return
  }
  const own = OWN_LABEL.exec(raw)
  if (own?.[1] && own[2] && open?.block && kindOfContent(own[2]) === 'other') {
    open.words.notes.push(`${own[1].trim()}：${own[2].trim()}`)
    open.source += `\n${text}`
    return
  }
  const front = PART_FRONT.exec(folded.slice(at))
  if (front?.[1] && !labelled.some(part => part.label !== '')) {
    const part = partOf(front[1])
    const words = text.slice(front[0].length)
    reading.part = part
    if (words.trim() !== '') {
      const entry = addEntry(words, text, null, line, reading)
      entry.part = part
      entry.partOnly = true
      entry.words.doubts.push({ code: 'partOnly', text: front[1] })
    }
    return
  }
  if (open && open.words.content === '' && !dated) {
    const more = wordsOf(text, knows)
    merge(open.words, more)
    open.source += `\n${text}`
    return
  }
  if (reading.partHead && reading.part !== null && !dated && !REMARK_FRONT.test(folded) && isDone(text, marked)) {
    const entry = addEntry(text, text, null, line, reading)
    entry.partOnly = true
    entry.words.doubts.push({ code: 'partOnly', text: entry.source })
    return
  }
  const lengths = lengthIn(folded.slice(at))
  if (lengths && reading.entries.length > 0 && !dated) {
    const entry = addEntry(text, text, null, line, reading)
    entry.words.doubts.push({ code: 'follows', text })
    return
  }
  if (
    open &&
    marked &&
    !dated &&
    !/^[一二三四五六七八九十]{1,3}[、.]/u.test(text) &&
    !/^\s*(?:请|注|备注)/u.test(text) &&
    /^(?:\s|[-•·●*]|\()/u.test(raw)
  ) {
    open.words.notes.push(text)
    open.source += `\n${text}`
    const told = kindOfContent(text)
    if (ASIDE.has(told) && told !== kindOfContent(open.words.content)) open.words.doubts.push({ code: 'several', text })
    return
  }
  const ownLabel = OWN_LABEL.test(raw)
  if (!dated) headedBy(raw, folded, reading)
  passOver(reading, line, raw, roleOf(text) ? 'heading' : 'noTime')
  if (!dated && (!ownLabel || reading.title === null)) reading.title = reading.skipped.length - 1
}

/** A line above the stops that names one day of the visit and nothing else of time: 各位好，12月1日安排如下. */
function headedBy(raw: string, folded: string, reading: Reading): void {
  const found = dayIn(folded, 0, folded.length, reading)
  if (!found?.day || !reading.knows.days.includes(found.day) || found.loose) return
  const rest = folded.slice(found.until)
  if (/^ *(?:之?前|以前|[-~至到])/.test(rest) || dayIn(rest, 0, rest.length, reading)) return
  takeDay(folded, raw, found.from, reading)
  const room = roomAtEnd(raw, reading.knows.rooms)
  if (room) reading.place = raw.slice(room.from).trim()
}

/** Labels of what is of the whole agenda. */
const OF_ALL = /联系|对接|contact|备注|注意|说明|^(?:notes?|remarks?)$/iu
/** A label of a writer's own: 人数：16人. */
const OWN_LABEL = /^\s*([\p{Script=Han}A-Za-z /]{1,10})[：:]\s*(\S.{0,200})$/u

/** Is a line without a time something that is done? */
const isDone = (text: string, marked: boolean): boolean =>
  text.length <= 80 &&
  (kindOfContent(text) !== 'other' || marked) &&
  labelledParts(text).every(part => part.label === '')

const lengthIn = (folded: string): boolean => {
  const match = /[(（]\s*([^()（）]{1,12})\s*[)）]|[\s,，]([\d.]{1,4} *(?:分钟|min|小时))\s*$/.exec(folded)
  const inside = match?.[1] ?? match?.[2]
  const length = inside === undefined ? null : durationAt(inside, 0)
  return length !== null && length.until === (inside ?? '').length
}

function merge(words: Words, more: Words): void {
  words.content = more.content
  if (more.place !== '' && words.place === '' && words.roomId === null) words.place = more.place
  else if (more.place !== '') words.notes.push(more.place)
  words.roomId ??= more.roomId
  if (words.personInCharge === '') words.personInCharge = more.personInCharge
  else if (more.personInCharge !== '') words.notes.push(more.personInCharge)
  words.phone ||= more.phone
  words.minutes ??= more.minutes
  words.notes.push(...more.notes)
  words.doubts.push(...more.doubts)
}

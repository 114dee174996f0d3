import type { Day } from '../time.ts'
import { takeLabelled, wordsOf } from './agendaCells.ts'
import type { AgendaDoubt, AgendaKnows, AgendaRead, Entry, PassedOver, Words } from './agendaStop.ts'
import { isPerson, labelledParts, roleOf } from './agendaWords.ts'
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
  const folded = fold(raw)
  const marks = pastMarks(folded)
  let at = marks
  const label = /^(?:日期|时间|date|time|when)\s*:\s*/.exec(folded.slice(at))
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
      reading.open = null
      return
    }
  }
  const rest = folded.slice(at)
  const alone = PART_ALONE.exec(rest)
  if (alone?.[1]) {
    reading.part = partOf(alone[1])
    reading.open = null
    return
  }
  const spans = spansOf(folded, at)
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

const STARTS = /[\d零一二两三四五六七八九十次翌隔转第凌半子上早清中正午晌下傍晚夜深当今差nhqmap]/
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
  spans: SpanToken[],
  line: number,
  reading: Reading,
  fromLabel: boolean,
): void {
  const first = spans[0]
  if (!first) return
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
      const before = index === 0 ? raw.slice(from, span.from) : ''
      addEntry(`${before} ${raw.slice(span.until, until)}`, raw.slice(cut, until), span, line, reading)
      cut = until
      if (nextDay >= 0) takeDay(folded, raw, nextDay, reading)
      return
    }
    const named = dayIn(folded, cut, span.from, reading)
    let front = raw.slice(cut, span.from)
    if (named) {
      takeDay(folded, raw, named.from, reading)
      front = `${raw.slice(cut, named.from)} ${raw.slice(named.until, span.from)}`
    }
    const tail = folded.slice(span.until, next?.from ?? raw.length)
    const separator = next ? tail.search(/[,;。、|/\s]/) : tail.length
    const until = span.until + (next ? Math.max(0, separator) : tail.length)
    addEntry(`${front} ${raw.slice(span.until, until)}`, raw.slice(cut, until), span, line, reading)
    cut = until
  })
}
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

const ABOUT = /^\s*(?:左右|前后|开始|起|以后|之后|后|前|之前|以前|-?结束|-?晚|-?late)(?=$|[\s,，:：;；)）])/u

/** Adds a stop with the words around its time. */
export function addEntry(
  wordsText: string,
  source: string,
  span: SpanToken | null,
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
  if (about) words.notes.push(about[0].trim())
  const entry: Entry = {
    line,
    source: source.trim(),
    day: reading.day,
    span,
    part: reading.part,
    partOnly: false,
    block,
    words: { ...words, doubts: [...reading.dayDoubts, ...words.doubts] },
  }
  if (words.content === '' && reading.title !== null) {
    const title = reading.skipped[reading.title]
    if (title && title.why === 'noTime') {
      entry.words.content = title.text.replace(/^(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[.、)])\s*/u, '')
      reading.skipped.splice(reading.title, 1)
    }
  }
  reading.title = null
  reading.entries.push(entry)
  reading.open = entry
  return entry
}

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
    if (
      !open.block &&
      labelled.some(part => part.role === 'notes' || part.role === 'phone' || /联系|对接|contact/iu.test(part.label))
    ) {
      passOver(reading, line, raw, 'remark')
      return
    }
    for (const part of labelled) {
      if (part.role === 'content' && open.words.content === '') open.words.content = part.text
      else if (part.role === 'content') open.words.notes.push(`${part.label}：${part.text}`)
      else takeLabelled(part, open.words, knows)
    }
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
    return
  }
  passOver(reading, line, raw, roleOf(text) ? 'heading' : 'noTime')
  if (!dated) reading.title = reading.skipped.length - 1
}

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

import { addDays, type Day, daysBetween, isDay, startOfWeek, weekdayOf } from '../time.ts'
import { smallNumber } from './clockText.ts'
import { fold } from './fold.ts'

/** What is known where a day is read. */
export interface DayKnows {
  today: Day
  /** Days of the visit, in order: what could be one of them is. */
  days?: readonly Day[]
}

export type DayFault = 'noDay' | 'noSuchDay'
/** Why a day that was understood may be meant otherwise. */
export type DayDoubt =
  /** `4/12` can be of April or of December. */
  | 'dayMonth'
  /** The day of the week does not fit the date. */
  | 'weekday'
  /** Two days are named that are not the same. */
  | 'twoDays'

export interface DayToken {
  from: number
  until: number
  day: Day | null
  fault: DayFault | null
  doubt: DayDoubt | null
  /** The other day that it could be. */
  other: Day | null
  /** Only its place among the days or the day of the week was named. */
  loose: boolean
}

const FIGURES = '[一二三四五六七八九十]{1,3}'
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const WEEKDAY =
  '(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?)(?![a-z])\\.?'
const RELATIVE: Record<string, number> = {
  今天: 0,
  今日: 0,
  当天: 0,
  当日: 0,
  today: 0,
  本日: 0,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  明儿: 1,
  后天: 2,
  后日: 2,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  大后天: 3,
  昨天: -1,
  昨日: -1,
  yesterday: -1,
  前天: -2,
}
const RELATIVE_WORDS = Object.keys(RELATIVE)
  .sort((a, b) => b.length - a.length)
  .join('|')
const END = '(?![\\d:点]|\\.\\d)'

const FORMS = new RegExp(
  [
    `(?<y1>\\d{4}) *[-/.年] *(?<m1>\\d{1,2}) *[-/.月] *(?<d1>\\d{1,2})(?!\\d) *[日号]?`,
    `(?<y2>20\\d{2})(?<m2>\\d{2})(?<d2>\\d{2})(?!\\d)`,
    `(?:(?<y3>\\d{2}|\\d{4}) *年 *)?(?<m3>\\d{1,2}|${FIGURES}) *月 *(?:份)?(?<d3>\\d{1,2}|${FIGURES})(?!\\d) *[日号]?`,
    `(?<a4>\\d{1,2})(?<sep4>[-/.])(?<b4>\\d{1,2})\\k<sep4>(?<c4>\\d{2}|\\d{4})(?!\\d)`,
    `(?<a5>\\d{1,2})(?<sep5>[-/.])(?<b5>\\d{1,2})${END}(?!\\d)[日号]?`,
    `(?<n6>${MONTH}) *(?<d6>\\d{1,2})(?:st|nd|rd|th)?(?![\\da-z]|:\\d)(?:,? *(?<y6>20\\d{2}))?`,
    `(?<d7>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[- ]*(?<n7>${MONTH})(?![a-z])(?:[-, ]*(?<y7>20\\d{2}))?`,
    `(?<d8>\\d{1,2}|${FIGURES})[日号](?![楼厅厂馆门线车会机院室店库])`,
    `(?<rel>${RELATIVE_WORDS})(?![a-z])`,
    `(?<week>下+|上|本|这|next |this |coming )?(?:个)?(?:周|星期|礼拜)(?<w9>[一二三四五六日天1-7])(?![\\d年])`,
    `(?<ew>next |this |coming )?(?<w10>${WEEKDAY})`,
    `(?:第 *(?<n11>${FIGURES}|\\d{1,2}) *[天日]|day *-?(?<e11>\\d{1,2}|one|two|three|four|five|six|seven)(?!\\d)|d(?<s11>\\d)(?![\\w])|(?<first>首日))`,
    `(?<n12>\\d{1,2}|${FIGURES}|两) *(?<u12>天|日|周|个星期)(?:之?)后`,
    `in (?<n13>\\d{1,2}) (?<u13>days?|weeks?)(?![a-z])`,
  ].join('|'),
  'y',
)

interface Named {
  day: Day | null
  doubt: DayDoubt | null
  other: Day | null
  /** The weekday alone, its place among the days, a full date. */
  kind: 'date' | 'weekday' | 'nth'
  weekday?: number
}

const two = (number: number | string): string => String(number).padStart(2, '0')

/** One or several words for one day at `from` of a folded text: `周五 12月4日`, `第二天（12月5日 星期六）`. */
export function dayAt(folded: string, from: number, knows: DayKnows): DayToken | null {
  const named: Named[] = []
  let at = from
  let until = from
  for (let count = 0; count < 4; count++) {
    FORMS.lastIndex = at
    const match = FORMS.exec(folded)
    // 12.4 8.25: the second pair of figures is a clock.
    if (!match?.groups || (match.groups.a5 && named.some(each => each.kind === 'date'))) break
    named.push(nameOf(match.groups, knows))
    until = FORMS.lastIndex
    BETWEEN.lastIndex = until
    BETWEEN.exec(folded)
    at = Math.max(until, BETWEEN.lastIndex)
  }
  if (named.length === 0) return null
  CLOSE.lastIndex = until
  if (CLOSE.test(folded) && folded.slice(from, until).includes('(')) until = CLOSE.lastIndex
  const dates = named.filter(each => each.kind === 'date')
  const best = dates[0] ?? named.find(each => each.kind === 'nth') ?? named[0]
  const token = {
    from,
    until,
    day: best?.day ?? null,
    doubt: best?.doubt ?? null,
    other: best?.other ?? null,
    loose: dates.length === 0,
  }
  if (!token.day) return { ...token, fault: 'noSuchDay' }
  for (const each of named) {
    if (each === best) continue
    if (each.kind === 'weekday') {
      if (each.weekday === weekdayOf(token.day)) {
        if (token.doubt === 'dayMonth') token.doubt = null
      } else if (token.other && each.weekday === weekdayOf(token.other)) {
        token.day = token.other
        token.doubt = null
      } else token.doubt = 'weekday'
    } else if (each.day !== token.day) token.doubt = 'twoDays'
  }
  return { ...token, fault: null }
}
const BETWEEN = /[ ,:([·•\-—|]*/y
const CLOSE = /[ )\]]*/y

/** The day that one form means. */
function nameOf(is: Record<string, string | undefined>, knows: DayKnows): Named {
  const { today, days = [] } = knows
  const date = (day: Day | null, doubt: DayDoubt | null = null, other: Day | null = null): Named => ({
    day,
    doubt,
    other,
    kind: 'date',
  })
  const full = (year: string, month: string | number, day: string | number): Day | null => {
    const text = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`
    return isDay(text) ? text : null
  }
  const near = (month: number, day: number) => withoutYear(month, day, knows)
  if (is.y1) return date(full(is.y1, is.m1 ?? '', is.d1 ?? ''))
  if (is.y2) return date(full(is.y2, is.m2 ?? '', is.d2 ?? ''))
  if (is.m3) {
    const month = smallNumber(is.m3)
    const day = smallNumber(is.d3 ?? '')
    return date(is.y3 ? full(is.y3, month, day) : near(month, day))
  }
  if (is.a4) return date(...threeFigures(is.a4, is.b4 ?? '', is.c4 ?? '', today))
  if (is.a5) {
    const [a, b] = [Number(is.a5), Number(is.b5)]
    const monthFirst = near(a, b)
    // 12-04 and 12.4 are written month first; a slash may be read either way.
    const dayFirst = is.sep5 === '-' && /^0|\d\d/.test(is.b5 ?? '') && monthFirst ? null : near(b, a)
    if (monthFirst && dayFirst && monthFirst !== dayFirst) {
      const inVisit = [monthFirst, dayFirst].filter(day => days.includes(day))
      if (inVisit.length === 1 && inVisit[0]) return date(inVisit[0])
      return is.sep5 === '/' ? date(monthFirst, 'dayMonth', dayFirst) : date(monthFirst)
    }
    return date(monthFirst ?? dayFirst)
  }
  const month = MONTHS.indexOf((is.n6 ?? is.n7 ?? '').slice(0, 3)) + 1
  if (month > 0) {
    const day = Number(is.d6 ?? is.d7)
    const year = is.y6 ?? is.y7
    return date(year ? full(year, month, day) : near(month, day))
  }
  if (is.d8) {
    const wanted = smallNumber(is.d8)
    const tail = `-${two(wanted)}`
    const inVisit = days.find(each => each.endsWith(tail))
    if (inVisit) return date(inVisit)
    for (let ahead = 0; ahead < 62; ahead++) {
      const day = addDays(today, ahead)
      if (day.endsWith(tail)) return date(day)
    }
    return date(null)
  }
  if (is.rel !== undefined) return date(addDays(today, RELATIVE[is.rel] ?? 0))
  if (is.n12 ?? is.n13) {
    const count = smallNumber(is.n12 ?? is.n13 ?? '')
    const days = /周|星期|week/.test(is.u12 ?? is.u13 ?? '') ? 7 : 1
    return date(addDays(today, count * days))
  }
  const weekday = is.w9
    ? is.w9 === '天' || is.w9 === '7'
      ? 0
      : '日一二三四五六'.includes(is.w9)
        ? '日一二三四五六'.indexOf(is.w9)
        : Number(is.w9)
    : WEEKDAYS.indexOf((is.w10 ?? '').slice(0, 3))
  if (is.w9 ?? is.w10) {
    const which = (is.week ?? is.ew ?? '').trim()
    const monday = startOfWeek(today, 1)
    const inWeek = (weeks: number) => addDays(monday, weeks * 7 + ((weekday + 6) % 7))
    const inVisit = days.filter(day => weekdayOf(day) === weekday)
    if (/^下|^next/.test(which)) return date(inWeek(which.startsWith('下') ? which.length : 1))
    if (which === '上') return date(inWeek(-1))
    if (/^[本这]/.test(which)) return date(inWeek(0))
    const ahead = inVisit[0] ?? addDays(today, (weekday - weekdayOf(today) + 7) % 7)
    return {
      day: ahead,
      doubt: inVisit.length > 1 ? 'twoDays' : null,
      other: inVisit[1] ?? null,
      kind: 'weekday',
      weekday,
    }
  }
  const place = is.first ? 1 : smallNumber(is.n11 ?? is.e11 ?? is.s11 ?? '')
  return { day: days[place - 1] ?? null, doubt: null, other: null, kind: 'nth' }
}

/** Two figures of a year, a month and a day in the order that makes sense; year first is the Chinese order. */
function threeFigures(a: string, b: string, c: string, today: Day): [Day | null, DayDoubt | null, Day | null] {
  const build = (year: string, month: string, day: string): Day | null => {
    const text = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`
    return isDay(text) && Math.abs(Number(text.slice(0, 4)) - Number(today.slice(0, 4))) <= 5 ? text : null
  }
  const yearFirst = c.length === 2 ? build(a, b, c) : null
  const dayFirst = build(c, b, a)
  const monthFirst = build(c, a, b)
  const found = [...new Set([yearFirst, dayFirst, monthFirst])].filter(day => day !== null)
  const [best = null, other = null] = found
  return [best, other === null ? null : 'dayMonth', other]
}

/** The day of a month without a year: one of the visit's, else the next to come, or one of the last two months. */
function withoutYear(month: number, day: number, { today, days = [] }: DayKnows): Day | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null
  const tail = `-${two(month)}-${two(day)}`
  const inVisit = days.find(each => each.endsWith(tail))
  if (inVisit) return inVisit
  const year = Number(today.slice(0, 4))
  const near = [year - 1, year, year + 1, year + 2, year + 3, year + 4]
    .map(each => `${each}${tail}`)
    .filter(isDay)
    .find(each => daysBetween(today, each) >= -60)
  return near ?? null
}

/** A day that was typed alone into a field. */
export type DayRead = { ok: true; day: Day; doubt: DayDoubt | null; other: Day | null } | { ok: false; why: DayFault }

/** Reads a field that holds one day: `明天`, `下周四`, `12月4日`, `12-04`, `1204`, `4 Dec`, `周五`, `3天后`. */
export function readDay(text: string, knows: DayKnows): DayRead {
  const folded = fold(text)
    .trim()
    .replace(/^(\d{2})(\d{2})$/, '$1-$2')
    .replace(/[.,。]$/, '')
  const token = dayAt(folded, 0, knows)
  if (!token || token.until !== folded.length) return { ok: false, why: 'noDay' }
  if (!token.day) return { ok: false, why: 'noSuchDay' }
  return { ok: true, day: token.day, doubt: token.doubt, other: token.other }
}

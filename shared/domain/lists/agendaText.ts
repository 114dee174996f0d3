import { usualMinutes } from '../itinerary.ts'
import { addMinutes, at, type Day, type WallTime } from '../time.ts'
import type { ItemKind } from '../visit.ts'
import { clockOfText as parseClock } from './whenText.ts'

/** One stop as read from a pasted agenda. */
export interface AgendaStop {
  /** 1-based line of the text. */
  line: number
  startsAt: WallTime
  endsAt: WallTime
  kind: ItemKind
  content: string
  place: string
  roomId: string | null
  personInCharge: string
  phone: string
}

export interface AgendaKnows {
  /** Days of the visit; the first is meant until a line names another. */
  days: readonly Day[]
  rooms: readonly { id: string; name: string }[]
  people: readonly { name: string; phone: string }[]
}

/** Words that tell what kind of stop a line is, the first that is found. */
const KINDS: readonly [ItemKind, RegExp][] = [
  ['pickup', /接机|接站|接车|pick.?up|airport arrival/i],
  ['farewell', /送别|送行|送机|送站|散会|farewell|see off|drop.?off/i],
  ['dining', /[早午晚]餐|[午晚]宴|用餐|宴会|自助餐|便餐|聚餐|breakfast|lunch|dinner|banquet/i],
  ['break', /茶歇|休息|break|coffee/i],
  ['lodging', /入住|酒店|宾馆|check.?in|hotel/i],
  ['gift', /赠礼|礼品|合影|签字|签约|gift|photo|signing/i],
  ['transfer', /乘车|前往|转场|赴|返回|车程|transfer|drive to/i],
  ['tour', /参观|考察|游览|展厅|车间|生产线|实验室|tour|visit to|showroom/i],
  ['welcome', /迎接|欢迎仪式|签到|迎宾|welcome|registration/i],
  ['meeting', /会谈|座谈|会议|研讨|洽谈|交流|汇报|介绍|讨论|总结|报告|meeting|talks|workshop|discussion|session/i],
]

/** What a stop is, by its words; other where they say nothing. */
export const kindOfContent = (content: string): ItemKind =>
  KINDS.find(([, words]) => words.test(content))?.[0] ?? 'other'

const CLOCK = String.raw`(?:上午|下午|晚上|中午)?\s*\d{1,2}(?:[:：]\d{2}|[点时](?:\d{1,2}分?|半)?)`
const SPAN = new RegExp(String.raw`^\s*(?:\d{1,2}[.、)]\s*)?(${CLOCK})\s*(?:(?:[-–—~～至到]+|to)\s*(${CLOCK}))?`, 'iu')
const CHINESE_DIGITS = '一二三四五六七八九十'

/**
 * Reads an agenda as people paste it: a line a stop, `09:00-10:00 会谈 301会议室 王晓燕`, cells apart by tabs, bars, commas or two
 * spaces; a line with a date or 第二天 / Day 2 begins another day. Known rooms and people are recognised wherever they stand; the
 * first other words are the content, the next the place. Without an end a stop lasts to the next, or as long as its kind usually
 * does. Lines without a time are told, not guessed.
 */
export function readAgenda(
  text: string,
  knows: AgendaKnows,
): { stops: AgendaStop[]; skipped: { line: number; text: string }[] } {
  const stops: (AgendaStop & { hasEnd: boolean })[] = []
  const skipped: { line: number; text: string }[] = []
  let day = knows.days[0] ?? '2000-01-01'
  text.split(/\r\n|\r|\n/u).forEach((raw, index) => {
    const line = raw.normalize('NFKC').trim()
    if (line === '') return
    const dated = dayAtStart(line, knows.days)
    if (dated) day = dated.day
    const rest = dated ? dated.rest : line
    if (rest === '') return
    const times = SPAN.exec(rest)
    const start = times?.[1] ? clockOfText(times[1], null) : null
    if (!times || !start) {
      if (!dated) skipped.push({ line: index + 1, text: raw.trim() })
      return
    }
    const end = times[2] ? clockOfText(times[2], start) : null
    const startsAt = at(day, start)
    const sameDay = end ? at(day, end) : startsAt
    stops.push({
      line: index + 1,
      startsAt,
      endsAt: sameDay > startsAt ? sameDay : addMinutes(sameDay, end ? 1440 : 0),
      hasEnd: end !== null,
      ...wordsOf(rest.slice(times[0].length), knows),
    })
  })
  return {
    stops: stops.map(({ hasEnd, ...stop }, index) => {
      if (hasEnd) return stop
      const next = stops[index + 1]
      const until = addMinutes(stop.startsAt, usualMinutes(stop.kind))
      const sameDay = next && next.startsAt.slice(0, 10) === stop.startsAt.slice(0, 10)
      return { ...stop, endsAt: sameDay && next.startsAt > stop.startsAt ? next.startsAt : until }
    }),
    skipped,
  }
}

/** `下午3点半` and `15:30`; an end before noon that lies before its start means the afternoon. */
function clockOfText(text: string, start: string | null): string | null {
  const clock = parseClock(text)
  if (!clock || start === null || clock > start || clock >= '12:00') return clock
  const later = `${String(Number(clock.slice(0, 2)) + 12).padStart(2, '0')}${clock.slice(2)}`
  return later > start ? later : clock
}

/** A day at the start of a line, among those of the visit, and what follows it. */
function dayAtStart(line: string, days: readonly Day[]): { day: Day; rest: string } | null {
  const number = /^(?:第\s*([一二三四五六七八九十]|\d{1,2})\s*天|day\s*(\d{1,2}))\s*[:：,，]?\s*/iu.exec(line)
  if (number) {
    const place = number[2] ?? number[1] ?? ''
    const index = CHINESE_DIGITS.includes(place) && place !== '' ? CHINESE_DIGITS.indexOf(place) : Number(place) - 1
    const day = days[index]
    const rest = line.slice(number[0].length)
    const dated = dayAtStart(rest, days)
    return day ? { day, rest: dated?.rest ?? withoutWeekday(rest) } : null
  }
  const date = /^(?:(\d{4})[-/.年])?\s*(\d{1,2})[-/.月](\d{1,2})日?(?![\d:：点时])\s*/u.exec(line)
  if (!date) return null
  const tail = `-${(date[2] ?? '').padStart(2, '0')}-${(date[3] ?? '').padStart(2, '0')}`
  const day = days.find(each => each.endsWith(tail))
  return day ? { day, rest: withoutWeekday(line.slice(date[0].length)) } : null
}

const withoutWeekday = (text: string): string =>
  text.replace(/^[(（]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?\s*[:：,，]?\s*/u, '').trim()

function wordsOf(
  text: string,
  knows: AgendaKnows,
): Pick<AgendaStop, 'kind' | 'content' | 'place' | 'roomId' | 'personInCharge' | 'phone'> {
  const cells = text
    .split(/\t|\s{2,}|[|｜,，;；]/u)
    .map(cell => cell.replace(/^[\s:：.、-]+|[\s:：]+$/gu, ''))
    .filter(Boolean)
  // A copy from chat has single spaces only: then they part the words.
  const parts = cells.length === 1 && /\p{Script=Han}/u.test(cells[0] ?? '') ? (cells[0] ?? '').split(/\s+/u) : cells
  let room: AgendaKnows['rooms'][number] | undefined
  let person: AgendaKnows['people'][number] | undefined
  const words: string[] = []
  for (const part of parts) {
    const named = part.replace(/^(?:负责人|负责|主持|联系人|地点|in charge|host|at|venue)\s*[:：]?\s*/iu, '')
    const asRoom = knows.rooms.find(each => each.name === named || each.name === `${named}会议室`)
    const asPerson = knows.people.find(each => each.name === named)
    if (!room && asRoom) room = asRoom
    else if (!person && asPerson) person = asPerson
    else if (!person && /^(?:负责人?|in charge)\s*[:：]/iu.test(part)) person = { name: named, phone: '' }
    else words.push(named)
  }
  const [content = '', ...places] = words
  return {
    kind: kindOfContent(content),
    content,
    place: room ? '' : places.join(' '),
    roomId: room?.id ?? null,
    personInCharge: person?.name ?? '',
    phone: person?.phone ?? '',
  }
}

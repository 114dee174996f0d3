import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { addDays, type Day, daysBetween, type WallTime } from '../time.ts'
import type { Gender } from '../visit.ts'
import { genderWord } from './guestLexicon.ts'
import { tidy } from './tidy.ts'
import { readMoment } from './whenText.ts'

/** The visit a list belongs to: a day without its year is one of its days, or near them; 明天 and 下周三 count from `today`. */
export interface VisitDays {
  startsOn: Day
  endsOn?: Day
  today?: Day
}

/** Words that stand beside a time and say only that it is one. */
const AROUND = /^(?:约|大约|预计|about|approx\.?|ca\.?)\s?|\s?(?:左右|前后|到达?|抵达?|起飞|出发|落地|离开|发车)$/giu
/** Days that are counted from the day on which somebody wrote. */
const COUNTED = /[今明昨]|后[天日]|前天|[下上本这]个?(?:周|星期|礼拜)|today|tomorrow|yesterday|next|this|after|\bin\s/iu

/**
 * A day and time as tables have it (`2026-12-01 9:30`, `12月1日上午9点半`, `周三 10:00`) as wall clock, and whether it may be meant otherwise;
 * null where the day or the time is missing. A clock without a day is no date; a clock of travel is one of 24 hours.
 */
export function momentOf(text: string, days?: VisitDays): { at: WallTime; doubtful: boolean } | null {
  const plain = tidy(text).replace(AROUND, '').replace(AROUND, '')
  if (plain.length > 60 || !(days || /\d{4}/u.test(plain)) || (COUNTED.test(plain) && !days?.today)) return null
  const startsOn = days?.startsOn ?? '2000-01-01'
  const read = readMoment(plain, {
    day: null,
    today: days?.today ?? startsOn,
    days: days ? daysFrom(startsOn, days.endsOn ?? startsOn) : [],
    opensAt: '00:00',
    closesAt: '24:00',
  })
  if (!read.ok) return null
  // 12/6 near a visit in December is the sixth of December, whatever else it could be.
  const far = (day: Day | null) => day !== null && Math.abs(daysBetween(startsOn, day)) > FAR
  const settled = read.doubt === 'dayMonth' && far(read.other) && !far(read.at.slice(0, 10) as Day)
  return { at: read.at, doubtful: read.doubt !== null && !settled }
}

/** Days from a visit beyond which nobody travels for it. */
const FAR = 20

/** Longest visit whose days are gone through. */
const MOST_DAYS = 60
const daysFrom = (first: Day, last: Day): Day[] =>
  Array.from({ length: Math.max(1, Math.min(MOST_DAYS, daysBetween(first, last) + 1)) }, (_, index) =>
    addDays(first, index),
  )

/** Gender as people write it, or null where the text says none. */
export const genderOf = (text: string): Gender | null => genderWord(tidy(text))

/** An extension as people write it behind a number. */
const EXTENSION = /\s*(?:转|轉|分机|ext\.?|x|#)\s*[:：]?\s*(\d{1,6})$/iu

/**
 * A phone number without its ornament, and whether it looks like one: 11 digits of a Chinese mobile, a number that its country could
 * have, or 7 to 15 digits in all (ITU-T E.164). An extension stays, written `02158881234-8001`.
 */
export function phoneOf(text: string): { phone: string; ok: boolean } {
  const bare = tidy(text)
  const extension = EXTENSION.exec(bare)?.[1] ?? /^0\d{2,3}-\d{7,8}-(\d{1,6})$/u.exec(bare)?.[1]
  const main = extension
    ? bare.slice(0, bare.length - extension.length).replace(/(?:转|轉|分机|ext\.?|x|#|-|[:：]|\s)+$/iu, '')
    : bare
  const plain = main
    .replace(/\(0\)/gu, '')
    .replace(/[\s\-()（）.‐–]/gu, '')
    .replace(/^00(?=[1-9])/u, '+')
  const digits = plain.replace(/^\+/, '')
  if (!/^\d{1,20}$/.test(digits)) return { phone: bare, ok: false }
  const phone = extension ? `${plain}-${extension}` : plain
  if (plain.startsWith('+')) return { phone, ok: parsePhoneNumberFromString(plain)?.isPossible() ?? false }
  if (/^1/.test(digits) && digits.length >= 10) return { phone, ok: /^1[3-9]\d{9}$/.test(digits) }
  if (/^861[3-9]\d{9}$/u.test(digits)) return { phone, ok: true }
  return { phone, ok: digits.length >= 7 && digits.length <= 15 }
}

const PHONE_LABEL =
  /^(?:手机号?码?|电话号?码?|座机|办公(?:室|电话)?|办|移动电?话?|微信(?:同号)?|固话|宅|家|本人|传真|tel|mobile|phone|cell|office|fax|[mtpo])\s?[:：.]\s?|^(?:手机|座机|固话|办公)\s?/iu

/** The phone numbers in a cell: `13800000000/021-58881234`, one below the other, or written as numbers by a spreadsheet. */
export function phonesOf(text: string): string[] {
  const plain = text.replace(/^['‘’`]/u, '')
  if (/^(\d(?:\.\d{1,14})?)e\+?(\d{1,2})$/iu.test(plain)) return [String(Math.round(Number(plain)))]
  const whole = plain.replace(/^(\d{7,15})\.0+$/u, '$1')
  const parts = whole.split(
    /[/／;；、,，|\n]|(?<!86)\s(?=(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d))|\s{2,}/u,
  )
  const labelled = parts.map(part => part.trim().replace(PHONE_LABEL, '')).filter(Boolean)
  return labelled.length > 1 && labelled.some(part => phoneOf(part).ok)
    ? [...labelled.filter(part => phoneOf(part).ok), ...labelled.filter(part => !phoneOf(part).ok)]
    : [labelled[0] ?? whole]
}

/** Whether a text is a phone number and nothing else. */
export const isPhone = (text: string): boolean =>
  text.length <= 40 && phoneOf(text).ok && /\d{7}/.test(text.replace(/\D/g, ''))

/** A name: tidy, and without the spaces people put inside Chinese names (张 三). */
export function nameOf(text: string): string {
  const plain = tidy(text)
  return /^[\p{Script=Han}\s]+$/u.test(plain) ? plain.replace(/\s/gu, '') : plain
}

/** A dash, a slash or a word that says there is nothing. */
export const isNothing = (text: string): boolean =>
  /^(?:-+|—+|–+|\/+|\\+|无|無|没有|暂无|暂缺|待定|同上|空|\*+|\.+|n\/?a|none|nil|tbd|tbc|null)$/iu.test(text) &&
  !/^(?:同上|待定|tbd|tbc)$/iu.test(text)

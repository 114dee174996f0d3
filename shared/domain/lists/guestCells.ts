import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { type Day, isWallTime } from '../time.ts'
import type { Gender } from '../visit.ts'
import { genderWord } from './guestLexicon.ts'
import { tidy } from './tidy.ts'

/** The days of the visit a list belongs to: a day without its year is one of theirs, or near them. */
export interface VisitDays {
  startsOn: Day
}

/**
 * A day and time as tables have it (`2026-12-01 9:30`, `2026年12月1日 09:30`, and with a visit to belong to `12/1 9:30`, `12月1日上午9点半`)
 * as wall clock; null where the day or the time is missing. A clock without a day is no date.
 */
export function momentOf(text: string, days?: VisitDays): string | null {
  const parts =
    /^(?:(\d{4})[-/.年]\s?)?(\d{1,2})[-/.月]\s?(\d{1,2})[日号]?(?:\s?[(（][^()（）]{1,8}[)）])?[\sT,]*(上午|下午|晚上?|早上?|中午|凌晨|傍晚)?\s?(\d{1,2})(?:[:：时点.](\d{2}|半)?分?)?(?::\d{2})?\s?(am|pm)?\s?(?:左右|前后)?(?:到达?|抵达?|起飞|出发|落地|离开|发车)?$/iu.exec(
      tidy(text),
    )
  if (!parts) return null
  const [whole, written, month = '', day = '', part = '', hour = '', minute = '00', half = ''] = parts
  if (!/[:：时点]|[ap]m$/iu.test(whole.slice(whole.indexOf(day)))) return null
  const year = written ?? (days ? yearNear(days.startsOn, Number(month)) : undefined)
  if (year === undefined) return null
  const late = (/^(下午|晚|傍晚)/u.test(part) || /pm/iu.test(half)) && Number(hour) < 12
  const clock = `${String(Number(hour) + (late ? 12 : 0)).padStart(2, '0')}:${minute === '半' ? '30' : minute}`
  const moment = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${clock}`
  return isWallTime(moment) ? moment : null
}

/** The year in which a month lies nearest to a day. */
function yearNear(start: Day, month: number): string {
  const year = Number(start.slice(0, 4))
  const apart = month - Number(start.slice(5, 7))
  return String(apart > 6 ? year - 1 : apart < -6 ? year + 1 : year)
}

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

/** The digits of an ID number of mainland China (GB 11643-1999: 18, the last one may be X), or of a passport or permit. */
export const isIdNumber = (text: string): boolean =>
  /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$|^(?:[EGDSPHMC]\d{8}|E[A-HJ-NP-Z]\d{7}|[HM]\d{10})$/iu.test(
    text.replace(/\s/gu, ''),
  )

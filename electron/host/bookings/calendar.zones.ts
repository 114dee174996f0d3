import { findIana } from 'windows-iana'
import { parseRule, type Rule, starts } from '../../../shared/domain/booking/rule.ts'
import { addMinutes, isWallTime, MINUTES_PER_DAY, type WallTime } from '../../../shared/domain/time.ts'
import { wallClock } from '../acts/clock.ts'
import type { Component } from './calendar.lines.ts'

/** A zone: the instant at which its wall clock shows a time. */
export type Zone = (wall: WallTime) => Date

/** The zones that a calendar names: IANA's own, Windows', those that the file describes, and plain distances from Greenwich. */
export function zonesOf(calendar: Component): (name: string) => Zone | null {
  const own = new Map<string, Zone | null>()
  for (const part of calendar.parts)
    if (part.name === 'VTIMEZONE')
      own.set(
        textOf(part, 'TZID')
          .replace(/^"|"$/g, '')
          .replace(/\\([,;\\])/g, '$1'),
        described(part),
      )
  const known = new Map<string, Zone | null>()
  return name => {
    const bare = name.replace(/^"|"$/g, '').trim()
    if (!known.has(bare)) known.set(bare, named(bare) ?? own.get(bare) ?? distance(bare))
    return known.get(bare) ?? null
  }
}

const textOf = (component: Component, name: string): string =>
  component.properties.find(property => property.name === name)?.value.trim() ?? ''

/** Cities that programs name and IANA does not. */
const ALSO: Record<string, string> = {
  'Asia/Beijing': 'Asia/Shanghai',
  中国标准时间: 'Asia/Shanghai',
  北京时间: 'Asia/Shanghai',
}

function named(name: string): Zone | null {
  const beijing = /\(?(?:UTC|GMT)\+0?8(?::?00)?\)?\s*(?:Beijing|北京)/i.test(name) ? 'Asia/Shanghai' : undefined
  const path = /([A-Z][A-Za-z_]+\/[A-Za-z_+\-0-9/]+)$/.exec(name)?.[1]
  for (const candidate of [ALSO[name], beijing, name, findIana(name)[0], path])
    if (candidate && isZone(candidate)) return wall => instantOf(wall, candidate)
  return null
}

/** `UTC+8`, `GMT+08:00`: a distance and nothing else. */
function distance(name: string): Zone | null {
  const match = /^\(?(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?\)?$/i.exec(name)
  if (!match) return /^(?:UTC|GMT|Z)$/i.test(name) ? wall => new Date(`${wall}:00Z`) : null
  const minutes = (Number(match[2]) * 60 + Number(match[3] ?? 0)) * (match[1] === '-' ? -1 : 1)
  return Math.abs(minutes) > 14 * 60 ? null : wall => new Date(Date.parse(`${wall}:00Z`) - minutes * 60_000)
}

function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The instant at which a zone's wall clock shows a time; where the clock jumps over it, the distance of before holds (RFC 5545, 3.3.5). */
function instantOf(wall: WallTime, zone: string): Date {
  const wanted = Date.parse(`${wall}:00Z`)
  const shown = (instant: number) => Date.parse(`${wallClock(new Date(instant), zone)}:00Z`)
  const before = wanted - 24 * 3_600_000
  const first = wanted - (shown(before) - before)
  if (shown(first) === wanted) return new Date(first)
  const after = wanted + 24 * 3_600_000
  const second = wanted - (shown(after) - after)
  return new Date(shown(second) === wanted ? second : first)
}

interface Observance {
  /** First onset, by the clock of before. */
  onset: WallTime
  rule: Rule | null
  dates: WallTime[]
  from: number
  to: number
}

/** A zone as the file describes it (RFC 5545, 3.6.5); null where the description is broken, or its rule is none that can be followed. */
function described(zone: Component): Zone | null {
  const observances: Observance[] = []
  for (const part of zone.parts.filter(each => each.name === 'STANDARD' || each.name === 'DAYLIGHT')) {
    const onset = onsetOf(textOf(part, 'DTSTART'))
    const from = offsetOf(textOf(part, 'TZOFFSETFROM'))
    const to = offsetOf(textOf(part, 'TZOFFSETTO'))
    const rrule = textOf(part, 'RRULE')
    const rule = rrule === '' ? null : parseRule(rrule)
    if (!onset || from === null || to === null || (rrule !== '' && !rule)) return null
    const dates = part.properties
      .filter(property => property.name === 'RDATE')
      .flatMap(property => property.value.split(',').flatMap(value => onsetOf(value) ?? []))
    observances.push({ onset, rule, dates, from, to })
  }
  const first = observances.toSorted((a, b) => (a.onset < b.onset ? -1 : 1))[0]
  if (!first) return null
  const byYear = new Map<string, { at: WallTime; to: number }[]>()
  return wall => {
    const year = wall.slice(0, 4)
    const onsets = byYear.get(year) ?? onsetsAround(observances, year)
    byYear.set(year, onsets)
    const last = onsets.findLast(each => each.at <= wall)
    return new Date(Date.parse(`${wall}:00Z`) - (last?.to ?? first.from) * 60_000)
  }
}

/** What holds in a year: the changes in it, and the last before it of each observance. */
function onsetsAround(observances: readonly Observance[], year: string): { at: WallTime; to: number }[] {
  const end = `${year}-12-31T23:59`
  return observances
    .flatMap(({ onset, rule, dates, to }) => {
      const ruled = rule
        ? [...starts(rule, onset, addMinutes(`${year}-01-01T00:00`, -9 * 366 * MINUTES_PER_DAY), end)]
        : []
      return [onset, ...dates, ...ruled].filter(at => at <= end).map(at => ({ at, to }))
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** Outlook's zones begin in 1601. */
function onsetOf(value: string): WallTime | null {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})\d{2}Z?$/.exec(value.trim())
  if (!match) return null
  const [, year = '', month, day, hour, minute] = match
  const onset = `${year < '1900' ? '1900' : year}-${month}-${day}T${hour}:${minute}`
  return isWallTime(onset) ? onset : null
}

function offsetOf(value: string): number | null {
  const match = /^([+-])(\d{2})(\d{2})(?:\d{2})?$/.exec(value)
  if (!match || Number(match[2]) > 15) return null
  return (Number(match[2]) * 60 + Number(match[3])) * (match[1] === '-' ? -1 : 1)
}

import { minutesBetween } from '../../../../shared/domain/time.ts'
import { wallClock } from '../../acts/clock.ts'

const HOUR = 3_600_000

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) for the years of a calendar file. A zone without change of clocks, such as Asia/Shanghai, is one
 * STANDARD; others get one observance a change, without RDATE, which Outlook does not read.
 */
export function vtimezone(zone: string, firstYear: number, lastYear: number): string {
  const start = Date.UTC(firstYear - 1, 0, 1)
  const end = Date.UTC(lastYear + 1, 11, 31)
  const changes: { instant: number; from: number; to: number }[] = []
  for (let day = start; day < end; day += 24 * HOUR) {
    const from = offsetAt(zone, day)
    const to = offsetAt(zone, day + 24 * HOUR)
    if (from === to) continue
    let low = day
    let high = day + 24 * HOUR
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000
      if (offsetAt(zone, middle) === from) low = middle
      else high = middle
    }
    changes.push({ instant: high, from, to })
  }
  const first = offsetAt(zone, start)
  const standard = Math.min(first, ...changes.map(change => change.to))
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observance('STANDARD', '19700101T000000', first, first)]
  for (const change of changes) {
    const local = new Date(change.instant + change.from * 60_000).toISOString().replace(/[-:]/g, '').slice(0, 15)
    lines.push(...observance(change.to > standard ? 'DAYLIGHT' : 'STANDARD', local, change.from, change.to))
  }
  return [...lines, 'END:VTIMEZONE'].join('\r\n')
}

const observance = (kind: string, onset: string, from: number, to: number): string[] => [
  `BEGIN:${kind}`,
  `DTSTART:${onset}`,
  `TZOFFSETFROM:${offsetText(from)}`,
  `TZOFFSETTO:${offsetText(to)}`,
  `END:${kind}`,
]

/** Minutes east of Greenwich at an instant. */
function offsetAt(zone: string, instant: number): number {
  return minutesBetween(new Date(instant).toISOString().slice(0, 16), wallClock(new Date(instant), zone))
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`
}

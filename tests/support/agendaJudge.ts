import type { AgendaRead, AgendaStop } from '../../shared/domain/lists/agendaStop.ts'
import { fold } from '../../shared/domain/lists/fold.ts'
import type { ItemKind } from '../../shared/domain/visit.ts'

/** What a careful person reads in an agenda, written without a look at the program. */
export interface AgendaCase {
  kind: string
  text: string
  stops: {
    day?: string
    /** Left out where the text gives no time. */
    from?: string
    /** Left out where the text gives no end. */
    to?: string
    content: string
    /** Only where it is clear. */
    kind?: ItemKind
    place?: string
    person?: string
    participants?: string[]
  }[]
  /** Lines that are no stop and belong to none. */
  passed?: string[]
  /** What must be asked back. */
  doubt?: string[]
}

export interface Verdict {
  /** Everything as expected; or what differs is doubted or shown as passed over; or something is silently wrong. */
  verdict: 'right' | 'told' | 'wrong'
  differs: string[]
}

const DIGITS = '〇一二三四五六七八九'
const plain = (text: string): string =>
  fold(text)
    .replace(/[\s，,、。.:：;；()（）[\]【】·\-~→|"'“”/!！]/gu, '')
    .replace(/零/gu, '〇')
    .replace(/[〇一二三四五六七八九]{3}/gu, run => [...run].map(sign => DIGITS.indexOf(sign)).join(''))
/** Words that only join the place or the order to what is done. */
const bare = (text: string): string => plain(text).replace(/[先在去于从到]/gu, '')

const midnight = (time: string): string => (time.padStart(5, '0') === '24:00' ? '00:00' : time.padStart(5, '0'))

/** Holds a reading against what a careful person reads. */
export function judge({ stops, skipped }: AgendaRead, expected: AgendaCase, rooms: readonly Room[]): Verdict {
  const differs: { what: string; told: boolean }[] = []
  const shown = skipped.map(each => plain(each.text)).join(' ')
  const left = new Set(stops.keys())
  let cursor = 0
  for (const want of expected.stops) {
    const index = closest(stops, left, want, cursor)
    if (index === null) {
      const held = stops.some(
        stop => stop.doubts.length > 0 && [...bare(want.content)].every(sign => wordsOf(stop, rooms).includes(sign)),
      )
      differs.push({ what: `${want.content} is missing`, told: held || shown.includes(plain(want.content)) })
      continue
    }
    left.delete(index)
    cursor = index + 1
    const stop = stops[index]
    if (!stop) continue
    const told = stop.doubts.length > 0
    for (const what of differences(stop, want, rooms))
      differs.push({
        what: `${want.content}: ${what}`,
        told: told || (what.startsWith('place') && shown.includes(plain(want.place ?? ''))),
      })
    if (!want.from && !told) differs.push({ what: `${want.content}: its time is a guess`, told: false })
  }
  for (const index of left) {
    const stop = stops[index]
    if (stop) differs.push({ what: `${stop.content} is no stop`, told: stop.doubts.length > 0 })
  }
  const doubted = stops.flatMap(stop => (stop.doubts.length > 0 ? [stop.source] : []))
  const kept = `${shown} ${plain([...stops.map(stop => wordsOf(stop, rooms)), ...doubted].join(' '))}`
  for (const line of expected.passed ?? [])
    if (
      [...plain(line.replace(/^(?:[一二三四五六七八九十\d]{1,2}[、.]|联系人：)/u, ''))].some(
        sign => !kept.includes(sign),
      )
    )
      differs.push({ what: `${line} is lost`, told: false })
  if ((expected.doubt ?? []).length > 0 && !stops.some(stop => stop.doubts.length > 0) && skipped.length === 0)
    differs.push({ what: 'nothing is doubted', told: false })
  return {
    verdict: differs.length === 0 ? 'right' : differs.every(each => each.told) ? 'told' : 'wrong',
    differs: differs.map(each => `${each.told ? 'told' : 'WRONG'}: ${each.what}`),
  }
}

interface Room {
  id: string
  name: string
  latinName?: string
}

function closest(
  stops: readonly AgendaStop[],
  left: ReadonlySet<number>,
  want: AgendaCase['stops'][number],
  cursor: number,
): number | null {
  let best: { index: number; score: number } | null = null
  for (const index of left) {
    const stop = stops[index]
    if (!stop) continue
    const [has, wants] = [bare(stop.content), bare(want.content)]
    const score =
      (stop.startsAt.startsWith(want.day ?? '') ? 2 : 0) +
      (want.from && stop.startsAt.endsWith(midnight(want.from)) ? 3 : 0) +
      (has !== '' && (has.includes(wants) || wants.includes(has)) ? 3 : 0) -
      Math.abs(index - cursor) * 0.3
    if (score >= 2.5 && (best === null || score > best.score)) best = { index, score }
  }
  return best?.index ?? null
}

function wordsOf(stop: AgendaStop, rooms: readonly Room[]): string {
  const room = rooms.find(each => each.id === stop.roomId)
  return [stop.content, stop.place, room?.name, room?.latinName, stop.personInCharge, stop.phone, stop.notes].join(' ')
}

function differences(stop: AgendaStop, want: AgendaCase['stops'][number], rooms: readonly Room[]): string[] {
  const all = bare(wordsOf(stop, rooms))
  const found: string[] = []
  if (want.day && !stop.startsAt.startsWith(want.day)) found.push(`day ${stop.startsAt.slice(0, 10)}`)
  if (want.from && !stop.startsAt.endsWith(midnight(want.from))) found.push(`begins ${stop.startsAt.slice(11)}`)
  if (want.to && !stop.endsAt.endsWith(midnight(want.to))) found.push(`ends ${stop.endsAt.slice(11)}`)
  const lost = [...bare(want.content)].filter(sign => !all.includes(sign)).join('')
  if (lost !== '') found.push(`lost ${lost}`)
  else if (![...bare(want.content)].some(sign => bare(stop.content).includes(sign))) found.push(`says ${stop.content}`)
  if (want.kind && stop.kind !== want.kind) found.push(`kind ${stop.kind}`)
  if (want.place && !isThere(stop, want.place, rooms)) found.push(`place ${stop.place || stop.roomId || '-'}`)
  if (want.person && ![bare(want.person)].every(name => all.includes(name))) found.push(`person ${stop.personInCharge}`)
  if (stop.personInCharge !== '' && want.person && !all.includes(bare(want.person))) found.push('another person')
  for (const who of want.participants ?? [])
    if (!/^(?:全体|all)/iu.test(who) && [...bare(who)].some(sign => !all.includes(sign))) found.push(`${who} is lost`)
  return found
}

/** The place stands in its field, or at least in the words of the stop. */
function isThere(stop: AgendaStop, place: string, rooms: readonly Room[]): boolean {
  const room = rooms.find(each => each.id === stop.roomId)
  const wanted = bare(place)
  const has = bare(room ? `${room.name} ${room.latinName ?? ''} ${stop.place}` : stop.place)
  const number = /\d{3}/u.exec(wanted)?.[0]
  return (
    has.includes(wanted) ||
    (has !== '' && wanted.includes(has)) ||
    (room !== undefined &&
      (wanted.includes(bare(room.name)) || (number !== undefined && room.name.includes(number)))) ||
    bare(`${stop.content} ${stop.notes}`).includes(wanted)
  )
}

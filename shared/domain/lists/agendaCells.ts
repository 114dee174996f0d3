import type { AgendaKnows, Words } from './agendaStop.ts'
import {
  isEveryone,
  isParticipants,
  isPerson,
  isPlace,
  kindOfContent,
  type Labelled,
  labelledParts,
  PHONE,
  roomAtEnd,
  roomOf,
} from './agendaWords.ts'
import { durationAt } from './clockText.ts'
import { fold } from './fold.ts'

export const noWords = (): Words => ({
  content: '',
  place: '',
  roomId: null,
  personInCharge: '',
  phone: '',
  notes: [],
  minutes: null,
  doubts: [],
})

const trimmed = (text: string): string =>
  text.replace(/^[\s:：,，、.。;；|｜~\-–—→]+/u, '').replace(/[\s,，、;；。|｜:：\-–—→]+$/u, '')

/** What stands behind or around a time: content, place, person, phone, notes; what is no sure place or person stays content or is doubted. */
export function wordsOf(raw: string, knows: AgendaKnows): Words {
  const words = noWords()
  for (const part of labelledParts(raw)) {
    if (part.label === '') free(part.text, words, knows)
    else takeLabelled(part, words, knows)
  }
  return words
}

/** Puts what stands under a heading or behind a label where it belongs. */
export function takeLabelled({ label, role, text }: Labelled, words: Words, knows: AgendaKnows): void {
  const plain = trimmed(text.replace(/\s*\n\s*/gu, ' '))
  if (plain === '' || /^[-/—无]$/u.test(plain)) {
    if (plain !== '') words.notes.push(`${label}：${plain}`)
    return
  }
  if (role === 'place') takePlace(plain, words, knows)
  else if (role === 'person') takePerson(plain, words, knows, label)
  else if (role === 'content') words.content = words.content === '' ? plain : `${words.content}，${plain}`
  else if (role === 'phone' && words.phone === '') words.phone = plain.slice(0, 40)
  else if (role === 'duration') {
    const folded = fold(plain)
    const length = durationAt(/^\d+$/.test(folded) ? `${folded}分钟` : folded, 0)
    if (length) words.minutes = length.minutes
    if (!length || !/^[\d.]*\S{1,6}$/u.test(plain)) words.notes.push(`${label}：${plain}`)
  } else if (role === 'participants' && isEveryone(plain)) return
  else if (role === 'ordinal') return
  else words.notes.push(`${label.trim()}：${plain}`)
}

function takePlace(plain: string, words: Words, knows: AgendaKnows): void {
  if (words.place !== '' || words.roomId !== null) {
    words.notes.push(plain)
    return
  }
  const { room, several } = roomOf(plain, knows.rooms)
  if (room) {
    words.roomId = room.id
    return
  }
  words.place = plain
  const end = roomAtEnd(plain, knows.rooms)
  if (end) {
    words.roomId = end.room.id
    words.place = ''
    words.doubts.push({ code: 'guessedRoom', text: plain })
  } else if (several) words.doubts.push({ code: 'roomUnclear', text: plain })
}

function takePerson(plain: string, words: Words, knows: AgendaKnows, label = ''): void {
  const phone = PHONE.exec(plain)?.[0] ?? ''
  const name = trimmed(plain.replace(phone, '').replace(/[(（]\s*[)）]/gu, ''))
  if (words.personInCharge !== '') {
    words.notes.push(label === '' ? plain : `${label}：${plain}`)
    return
  }
  const known = knows.people.find(person => person.name === name)
  words.personInCharge = name
  words.phone ||= phone || known?.phone || ''
}

type Cell = { text: string; before: 'hard' | 'soft' | 'space' }

const HARD = /\t|\n|\s*[|｜│]\s*| {2,}|\u3000+|\s+[-–—/]{1,2}\s+|\s*[—–]{1,2}\s*|\s*@\s*|-{2,}/u
const CUT = new RegExp(`(${HARD.source})|(\\s*[,，;；。]\\s*)|(\\s+)`, 'gu')

/** The words apart, brackets whole. */
function cellsOf(text: string, spaces: boolean): Cell[] {
  const cells: Cell[] = []
  let before: Cell['before'] = 'hard'
  let from = 0
  let depth = 0
  let scanned = 0
  const push = (until: number) => {
    const cell = text.slice(from, until)
    if (trimmed(cell) !== '') cells.push({ text: cell, before })
  }
  for (const match of text.matchAll(CUT)) {
    for (; scanned < match.index; scanned++) {
      const sign = text.charAt(scanned)
      if ('(（[【'.includes(sign)) depth += 1
      else if (')）]】'.includes(sign)) depth = Math.max(0, depth - 1)
    }
    if (
      depth > 0 &&
      text.indexOf(')', scanned) +
        text.indexOf('）', scanned) +
        text.indexOf(']', scanned) +
        text.indexOf('】', scanned) >
        -4
    )
      continue
    const kind = match[1] !== undefined ? 'hard' : match[2] !== undefined ? 'soft' : 'space'
    if (kind === 'space' && !spaces) continue
    push(match.index)
    before = kind
    from = match.index + match[0].length
  }
  push(text.length)
  return cells
}

function free(raw: string, words: Words, knows: AgendaKnows): void {
  let text = trimmed(raw)
  if (text === '') return
  text = takeBrackets(text, words, knows)
  const han = /\p{Script=Han}/u.test(text)
  const cells = cellsOf(text, han)
  const rest: Cell[] = []
  // From the back, single spaces part a place, a room, a person and a phone from the content; what is none of these ends the search.
  let open = true
  for (let index = cells.length - 1; index > 0; index--) {
    const cell = cells[index]
    if (!cell) continue
    // 浦东机场 T2 is one place.
    const storey =
      cell.before !== 'soft' &&
      /^(?:t\d|[a-z]?\d{1,3}(?:f|楼|层)|[一二三四五六七八九十]{1,2}[楼层]|[a-z]座?)$/i.test(trimmed(cell.text))
    const front = cells[index - 1]
    if (
      storey &&
      index > 1 &&
      front &&
      isPlace(trimmed(front.text)) &&
      takeCell({ text: `${front.text} ${cell.text}`, before: front.before }, words, knows, open)
    ) {
      index -= 1
      continue
    }
    const joined = cell.before === 'space' ? `${cells[index - 1]?.text ?? ''} ${cell.text}` : ''
    if (
      index > 1 &&
      joined !== '' &&
      roomOf(trimmed(joined), knows.rooms).room &&
      !roomOf(trimmed(cell.text), knows.rooms).room
    ) {
      if (takeCell({ text: joined, before: cells[index - 1]?.before ?? 'space' }, words, knows, open)) {
        index -= 1
        continue
      }
    }
    if (cell.before === 'space' && !open) rest.unshift(cell)
    else if (!takeCell(cell, words, knows, open)) {
      rest.unshift(cell)
      if (cell.before === 'space') open = false
    }
  }
  const first = cells[0]
  if (first) {
    // The place may stand in front: 301会议室 会谈.
    const isRoom =
      rest.length > 0 &&
      words.roomId === null &&
      words.place === '' &&
      (roomOf(trimmed(first.text), knows.rooms).room || isPlace(trimmed(first.text)))
    if (isRoom && kindOfContent(rest[0]?.text ?? '') !== 'other') takePlace(trimmed(first.text), words, knows)
    else rest.unshift(first)
  }
  // A cell of a table or behind a dash that nothing is known of is the place by custom, and that is said.
  const hard = rest.findIndex(
    (cell, index) =>
      index > 0 && cell.before === 'hard' && kindOfContent(cell.text) === 'other' && trimmed(cell.text).length <= 30,
  )
  if (hard > 0 && words.place === '' && words.roomId === null) {
    const [cell] = rest.splice(hard, 1)
    if (cell) {
      takePlace(trimmed(cell.text), words, knows)
      words.doubts.push({ code: 'guessedPlace', text: trimmed(cell.text) })
    }
  }
  const content = trimmed(
    rest
      .map((cell, index) => (index === 0 ? cell.text : `${cell.before === 'space' ? ' ' : '，'}${cell.text}`))
      .join(''),
  )
  words.content = words.content === '' ? content : content === '' ? words.content : `${words.content}，${content}`
  words.content = words.content.replace(/^【([^【】]*)】$/u, '$1')
  if (words.roomId === null && words.place === '') roomInside(words, knows)
}

/** A room or place at the end of the content, or behind 在, at, in. */
function roomInside(words: Words, knows: AgendaKnows): void {
  const end = roomAtEnd(words.content, knows.rooms)
  if (
    end &&
    end.from > 0 &&
    !/(?:前往|赴|去|到|至|往|参观|考察|游览|返回|to the|to|visit|tour of)\s*$/iu.test(words.content.slice(0, end.from))
  ) {
    words.roomId = end.room.id
    words.content =
      trimmed(words.content.slice(0, end.from).replace(/\s*(?:在|于|地点|@|\bat|\bin)(?:\s+the)?\s*$/iu, '')) ||
      words.content
    return
  }
  const close = words.content.replace(/\s/gu, '')
  const named = knows.rooms.find(
    room => /[在于]/u.test(close) && new RegExp(`[在于]${escaped(room.name.replace(/\s/gu, ''))}`, 'u').test(close),
  )
  if (named) {
    words.roomId = named.id
    return
  }
  const latin = /^(.{3,}?)\s+(?:at|in|@)\s+(?:the\s+)?([\w .'-]{3,60})$/iu.exec(words.content)
  if (latin?.[1] && latin[2] && (isPlace(latin[2]) || roomOf(latin[2], knows.rooms).room)) {
    takePlace(latin[2], words, knows)
    words.content = latin[1]
    return
  }
  const han = /^(.*?)(?:在|于)(\p{Script=Han}[\p{Script=Han}\w]{1,15})(举行|进行|召开|用餐|就餐)?$/u.exec(words.content)
  if (han?.[1] && han[2] && isPlace(han[2]) && !/[存现正]$/u.test(han[1])) {
    takePlace(han[2], words, knows)
    words.content = `${han[1]}${han[3] ?? ''}`
  }
}
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Takes brackets that hold a room, a place, a person, a length or labels; others stay in the content. */
function takeBrackets(text: string, words: Words, knows: AgendaKnows): string {
  return text.replace(/\s*[(（[【]([^()（）[\]【】]{1,120})[)）\]】]/gu, (whole, inner: string) => {
    const plain = trimmed(inner)
    const labelled = labelledParts(plain)
    if (labelled.length > 0 && labelled.every(part => part.label !== '')) {
      for (const part of labelled) takeLabelled(part, words, knows)
      return ' '
    }
    const pieces = plain
      .split(/[,，;；]/u)
      .map(trimmed)
      .filter(Boolean)
    const before = { ...words, notes: [...words.notes], doubts: [...words.doubts] }
    const all =
      pieces.length > 0 && pieces.every(piece => takeCell({ text: piece, before: 'hard' }, words, knows, true))
    if (all) return ' '
    Object.assign(words, before)
    return whole
  })
}

/** Takes one cell into the field that it fits; false where it fits none for sure. */
function takeCell(cell: Cell, words: Words, knows: AgendaKnows, open: boolean): boolean {
  const plain = trimmed(cell.text)
  const folded = fold(plain)
  const length = durationAt(folded, 0)
  if (length && length.until === folded.length) {
    if (words.minutes !== null) return false
    words.minutes = length.minutes
    if (/^(?:约|大约|about|车程)|左右$/.test(folded)) words.notes.push(plain)
    return true
  }
  const phone = PHONE.exec(plain)?.[0]
  if (phone === plain && words.phone === '') {
    words.phone = plain.slice(0, 40)
    return true
  }
  const noRoomYet = words.roomId === null && words.place === ''
  if (
    noRoomYet &&
    knows.rooms.some(
      room =>
        roomOf(plain, [room]).room && roomOf(plain, knows.rooms).room === room && (isPlace(plain) || plain.length >= 3),
    )
  ) {
    takePlace(plain, words, knows)
    return true
  }
  const name = trimmed(plain.replace(phone ?? '', ''))
  if (knows.people.some(person => person.name === name)) {
    if (words.personInCharge !== '') words.notes.push(plain)
    else takePerson(plain, words, knows)
    return true
  }
  const lead = /^(.{2,8}?)(?:负责|牵头)$/u.exec(plain)?.[1]
  if (lead && words.personInCharge === '' && (knows.people.some(person => person.name === lead) || isPerson(lead))) {
    takePerson(lead, words, knows)
    return true
  }
  if (isParticipants(plain)) {
    words.notes.push(plain)
    return true
  }
  if (noRoomYet && open && isPlace(plain)) {
    takePlace(plain, words, knows)
    return true
  }
  if (words.personInCharge === '' && open && isPerson(name) && (cell.before !== 'soft' || phone)) {
    takePerson(plain, words, knows)
    words.doubts.push({ code: 'guessedPerson', text: plain })
    return true
  }
  return false
}

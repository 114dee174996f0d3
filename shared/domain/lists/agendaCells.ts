import type { AgendaKnows, Words } from './agendaStop.ts'
import {
  doerOf,
  isEveryone,
  isParticipants,
  isPerson,
  isPlace,
  isRoomName,
  kindOfContent,
  type Labelled,
  labelledParts,
  PHONE,
  placeInside,
  roomAtEnd,
  roomOf,
  thereAndWhat,
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
  who: [],
  doubts: [],
})

const trimmed = (text: string): string =>
  text.replace(/^[\s:：,，、.。;；|｜~\-–—→]+/u, '').replace(/(?:[\s,，、;；。|｜:：\-–—→!！]|(?<=[a-z\s])\.)+$/iu, '')

/** What stands behind or around a time: content, place, person, phone, notes; what is no sure place or person stays content or is doubted. */
export function wordsOf(raw: string, knows: AgendaKnows): Words {
  const words = noWords()
  for (const part of labelledParts(withoutLabelled(raw, words, knows))) {
    if (part.label === '') free(part.text, words, knows)
    else takeLabelled(part, words, knows)
  }
  return words
}

/** Takes brackets that hold labels alone: （主持人：王晓燕）. */
const withoutLabelled = (raw: string, words: Words, knows: AgendaKnows): string =>
  raw.replace(/\s*[(（[【]([^()（）[\]【】]{1,120})[)）\]】]/gu, (whole, inner: string) => {
    const parts = labelledParts(inner)
    if (parts.length === 0 || !parts.every(part => part.label !== '')) return whole
    for (const part of parts) takeLabelled(part, words, knows)
    return ' '
  })

/** What the words of a stop say inside of themselves of where it is and who does it; asked last, when all labels and cells are known. */
export function settle(words: Words, knows: AgendaKnows, where: string): void {
  if (words.place === '' && words.roomId === null) {
    const place = placeInside(words.content)
    const room = roomOf(place, knows.rooms).room ?? roomAtEnd(place, knows.rooms)?.room
    if (room && words.content.startsWith(place)) words.roomId = room.id
    else if (place !== '' && !room) words.place = place
  }
  if (where !== '' && words.place === '' && words.roomId === null && !ELSEWHERE.has(kindOfContent(words.content)))
    takePlace(where, words, knows)
  if (words.personInCharge !== '') return
  const said = [words.content, ...words.notes.filter(note => !/^[^：:]{1,8}[：:]/u.test(note))]
  const host = words.notes.find(note => HOST.test(note))
  const doer = said.map(each => doerOf(each, knows.people)).find(Boolean) ?? (host ? host.replace(HOST, '').trim() : '')
  if (doer === '' || doer.length > 30) return
  const known = knows.people.find(person => person.name === doer)
  if (!known && !isPerson(doer) && !/^[A-Z]/.test(doer)) return
  words.personInCharge = doer
  words.phone ||= known?.phone ?? ''
  if (!known) words.doubts.push({ code: 'guessedPerson', text: doer })
}
/**
 * The guests that a list of participants names, where it names some of them and not all. Our own people among them are no guests; who is
 * neither is asked about. Null where everybody takes part, or nobody is named.
 */
export function guestsNamed(words: Words, knows: AgendaKnows): string[] | null {
  const guests = knows.guests ?? []
  const names = words.who
    .flatMap(each => each.split(/[、,，;；/\n]|\s+(?:and|和|及|与)\s+|(?<=\p{Script=Han}) +(?=\p{Script=Han})/u))
    .map(trimmed)
    .filter(Boolean)
  if (guests.length === 0 || names.length === 0 || names.some(name => isEveryone(name) || EVERYBODY.test(name)))
    return null
  const found = new Set<string>()
  const strangers: string[] = []
  for (const name of names) {
    const bare = name
      .replace(/[(（][^()（）]*[)）]/gu, '')
      .replace(/(?:先生|女士|小姐|总经理|副总经理|董事长|经理|主任|处长|部长|教授|博士|总|工)$/u, '')
      .trim()
    const guest = guests.find(each =>
      [name, bare].some(
        form => form !== '' && (fold(each.name) === fold(form) || fold(each.nameLatin ?? '') === fold(form)),
      ),
    )
    if (guest) found.add(guest.id)
    else if (!knows.people.some(person => person.name === name || person.name === bare)) strangers.push(name)
  }
  if (found.size === 0) return null
  if (strangers.length > 0) words.doubts.push({ code: 'strangers', text: strangers.join('、') })
  return found.size === guests.length ? null : [...found]
}
const EVERYBODY = /全体|全部|所有|双方|^(?:all|everyone)/iu

/** Kinds that are hardly where everything else is. */
const ELSEWHERE: ReadonlySet<string> = new Set(['transfer', 'pickup', 'farewell', 'lodging', 'dining'])
/** Whoever leads a stop answers for it where nobody else is named. */
const HOST =
  /^(?:主持|主持人|主人|宴请人|讲解|讲解员|讲解人|接待|司机|host|hosted by|guide|chair|moderator)\s*[：:]\s*/iu

/** Puts what stands under a heading or behind a label where it belongs. */
export function takeLabelled({ label, role, text }: Labelled, words: Words, knows: AgendaKnows): void {
  const plain = trimmed(text.replace(/\s*\n\s*/gu, ' '))
  if (plain === '' || /^[-/—无]$/u.test(plain)) {
    if (plain !== '' || role === 'notes') words.notes.push(`${label}：${plain}`)
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
  } else if (role === 'participants') {
    words.who.push(plain)
    if (!isEveryone(plain)) words.notes.push(`${label.trim()}：${plain}`)
  } else if (role === 'ordinal') return
  else words.notes.push(`${label.trim()}：${plain}`)
}

function takePlace(told: string, words: Words, knows: AgendaKnows): void {
  const plain = told.replace(/^(?:at|in) (?:the )?(?=\S)/iu, '')
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
  lengthInside(words)
  if (words.roomId === null && words.place === '') roomInside(words, knows)
}

/** A length of time that ends the content: 会谈一个半小时. */
function lengthInside(words: Words): void {
  if (words.minutes !== null) return
  const found =
    /^(.*?[\p{Script=Han}a-z)）])\s*(?:(?<![签合违预条邀])约|大约|大概)?\s*((?:\d{1,3}(?:\.\d)?|[半一二两三四五六七八九十]{1,3})\s*(?:个)?半?\s*(?:小时|钟头|分钟|刻钟)(?:左右)?)$/iu.exec(
      words.content,
    )
  const length = found?.[2] ? durationAt(fold(found[2]), 0) : null
  if (!found?.[1] || !length || /(?:车程|路程|飞行|乘车|每|共|提前)$/u.test(found[1])) return
  words.minutes = length.minutes
  words.content = trimmed(found[1])
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
  const names = (text: string) => isPlace(text) || isRoomName(text, knows.rooms)
  const parts = words.content.split('，')
  for (const [index, part] of parts.entries()) {
    const found = thereAndWhat(part, names)
    if (!found || /[存现正]$/u.test(found.before)) continue
    takePlace(found.place, words, knows)
    parts[index] = `${found.before}${found.what}`.trim()
    words.content = parts.filter(Boolean).join('，')
    return
  }
  const latin = /^(.{3,}?)\s*[ ，](?:at|in|@)\s+(?:the\s+)?([\w .'-]{3,60})$/iu.exec(words.content)
  if (latin?.[1] && latin[2] && (isPlace(latin[2]) || roomOf(latin[2], knows.rooms).room)) {
    takePlace(latin[2], words, knows)
    words.content = latin[1]
    return
  }
}

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

/** What costs how much, how many come, with which car or flight: of no field, and no place. */
const DETAIL =
  /^(?:标准|餐标|约|共|预计)?[\d.]+ *元(?:\/\S{1,3})?$|^(?:约|共)?\d{1,4} *[人位桌辆](?:左右)?$|^[京沪津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁][a-z][·. ]?[a-z\d]{5,6}$|^(?:[a-z]{2} ?\d{3,4}|[gdcktz]\d{1,4})$/

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
  if (DETAIL.test(folded)) {
    words.notes.push(plain)
    return true
  }
  const noted = /^(.+?)\s*[(（]([^()（）]+)[)）]$/u.exec(plain)
  if (noted?.[1] && noted[2] && noRoomYet && open && (isPlace(noted[1]) || roomOf(noted[1], knows.rooms).room)) {
    takePlace(trimmed(noted[1]), words, knows)
    words.notes.push(noted[2])
    return true
  }
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
  if (
    words.personInCharge === '' &&
    open &&
    isPerson(name) &&
    (cell.before !== 'soft' || phone || /^(?:mr|ms|mrs|dr|prof)\b/iu.test(name))
  ) {
    takePerson(plain, words, knows)
    words.doubts.push({ code: 'guessedPerson', text: plain })
    return true
  }
  return false
}

import { genderOf, isNothing, isPhone, momentOf, nameOf, phoneOf, phonesOf, type VisitDays } from './guestCells.ts'
import type { HeadingKind } from './guestColumns.ts'
import { emptyDraft, type Fate, type GuestColumn, type ReadGuest } from './guestDraft.ts'
import { genderWord, isDiet, isHead, isOrganization, isRank, isTitle } from './guestLexicon.ts'
import { isName } from './guestNames.ts'
import { isIdNumber, withoutIds } from './guestSecrets.ts'
import { kindOf, type Token, tokensOf } from './guestTokens.ts'
import { tidy } from './tidy.ts'

/** A stretch of a line by its place. */
export interface Place {
  row: number
  from: number
  to: number
}

/** How a note is headed where a list does not say it itself. */
const LABELS: Partial<Record<Token['kind'], readonly [string, string]>> = {
  department: ['部门', 'Department'],
  plate: ['车牌', 'Plate'],
  room: ['住宿', 'Room'],
  role: ['身份', 'Role'],
  salutation: ['称谓', 'Salutation'],
  title: ['职务', 'Title'],
  organization: ['单位', 'Organization'],
  moment: ['时间', 'Time'],
  flight: ['班次', 'Flight or train'],
  place: ['地点', 'Place'],
  name: ['姓名', 'Name'],
  arrivalAt: ['到达时间', 'Arrival'],
  departureAt: ['离开时间', 'Departure'],
}

const BACK = /返|回程|离开|送机|送站|departure|return|leav|outbound|dep\b|back/iu
const YES = /^(?:是|√|✓|✔|y|yes|true|1|对|o|○|●|★)$/iu
const NO = /^(?:否|×|x|n|no|false|0|非|不是)$/iu

/** Puts together one guest from stretches: each ends in a field, in the notes, or is said to be left out. */
export class GuestBuilder {
  readonly guest: ReadGuest
  private readonly notes: string[] = []
  private readonly days: VisitDays | undefined
  private readonly family: { last: string; first: string } = { last: '', first: '' }
  private direction: 'arrival' | 'departure' = 'arrival'
  private role = ''
  /** A day without a clock, or a clock without a day, and its note. */
  private half = ''
  private halves: string[] = []
  /** Numbers of papers as they stand in the lines, to be made unreadable there. */
  readonly secrets: { row: number; text: string }[] = []

  constructor(row: number, days?: VisitDays) {
    this.days = days
    this.guest = { row, draft: emptyDraft(), genderText: '', doubts: [], source: [], pieces: [] }
  }

  /** Remembers a line as one of the guest's sources. */
  from(row: number, text: string): void {
    if (!this.guest.source.some(each => each.row === row)) this.guest.source.push({ row, text: withoutIds(text) })
  }

  has(kind: Token['kind']): boolean {
    const { draft } = this.guest
    if (kind === 'flight') return draft.departureNumber !== ''
    if (kind === 'gender' || kind === 'salutation') return draft.gender !== 'unknown'
    return kind in draft && draft[kind as GuestColumn] !== '' && draft[kind as GuestColumn] !== false
  }

  mark(place: Place, text: string, fate: Fate): Fate {
    this.guest.pieces.push({ ...place, text: fate === 'leftOut' ? '' : text, fate })
    return fate
  }

  note(text: string, label = ''): void {
    const bare = withoutIds(tidy(text))
    if (bare === '') return
    const said = label === '' ? bare : `${label}${/\p{Script=Han}/u.test(label) ? '：' : ': '}${bare}`
    if (!this.notes.includes(said)) this.notes.push(said)
  }

  doubt(
    code:
      | 'nameDoubtful'
      | 'familyNameOnly'
      | 'unread'
      | 'momentDoubtful'
      | 'shared'
      | 'organizationAbove'
      | 'severalNames'
      | 'unclear',
    text: string,
  ): void {
    this.guest.doubts.push({ code, text: withoutIds(tidy(text)) })
  }

  /** Gives a stretch to what it is. `label` is what the list calls it; what has no field is noted under it. */
  give(kind: Token['kind'], raw: string, place: Place, label = ''): Fate {
    const text = tidy(raw)
    const { draft } = this.guest
    if (text === '') return 'label'
    const heading = tidy(label).replace(/[:：*]/gu, '')
    const named = heading || (LABELS[kind]?.[/\p{Script=Han}/u.test(text) || kind === 'plate' ? 0 : 1] ?? '')
    const mark = (fate: Fate) => this.mark(place, raw, fate)
    const keep = () => {
      this.note(text, named)
      return mark('notes')
    }
    const into = (field: TextField, value = text) => {
      // 待定 is not yet anything.
      if (OPEN.test(value) && field !== 'notes') return keep()
      if (draft[field] === '') draft[field] = value
      else if (draft[field] !== value) {
        if (!JOINED.has(field)) return keep()
        draft[field] = `${draft[field]}；${value}`
      }
      return mark(field)
    }
    switch (kind) {
      case 'index':
        return mark('label')
      case 'name':
        return this.name(text, mark, keep)
      case 'familyName':
        this.doubt('familyNameOnly', text)
        return this.name(text, mark, keep)
      case 'lastName':
      case 'firstName':
        if (this.family[kind === 'lastName' ? 'last' : 'first'] !== '') return keep()
        this.family[kind === 'lastName' ? 'last' : 'first'] = text
        return mark('name')
      case 'phone':
        return this.phone(text, raw, place, heading)
      case 'idNumber':
        return this.paper(raw, place)
      case 'gender':
      case 'salutation': {
        const gender = genderOf(text)
        // A relation too, not only a form of address.
        if (/^(?:夫人|太太)$/u.test(text)) this.note(text)
        if (gender !== null && (draft.gender === 'unknown' || draft.gender === gender)) {
          draft.gender = gender
          return mark('gender')
        }
        if (kind === 'gender' && draft.gender === 'unknown') this.guest.genderText = text
        else if (gender !== null) this.doubt('unclear', text)
        return keep()
      }
      case 'head':
        draft.isHead = true
        return mark('isHead')
      case 'isHead':
        if (YES.test(text) || isHead(text)) {
          draft.isHead = true
          return mark('isHead')
        }
        return NO.test(text) ? mark('label') : keep()
      case 'role':
        if (isHead(text)) return this.give('head', raw, place, label)
        if (this.role === '' && isTitle(text)) {
          this.role = text
          return mark('notes')
        }
        return keep()
      case 'flight':
        if (BACK.test(label)) this.direction = 'departure'
        else if (draft.arrivalNumber !== '' && this.direction === 'arrival') this.direction = 'departure'
        return into(this.direction === 'arrival' ? 'arrivalNumber' : 'departureNumber')
      case 'diet':
        // 用餐：是 says that somebody eats with the others, not what.
        return YES.test(text) || NO.test(text) ? keep() : into('diet')
      case 'health':
        return WELL.test(text) ? mark('label') : into('health')
      case 'moment':
      case 'arrivalAt':
      case 'departureAt':
        return this.moment(kind, text, mark, named)
      case 'place':
        return into(this.direction === 'arrival' ? 'arrivalPlace' : 'departurePlace')
      case 'arrival':
      case 'departure':
      case 'arrivalNumber':
      case 'departureNumber':
        return this.journey(kind, raw, place, named)
      case 'title': {
        const bracketed = /^(.+?)\s?\((男|女|先生|女士)\)$/u.exec(text)
        if (bracketed?.[1] && bracketed[2] && draft.gender === 'unknown') {
          draft.gender = genderOf(bracketed[2]) ?? 'unknown'
          return into('title', bracketed[1])
        }
        const parts = text.split(/\s?[/、;；]\s?/u)
        // 组长：申公（副区长）: what they are in the group comes after what they are.
        if (draft.title !== text && IN_GROUP.test(draft.title)) {
          this.note(draft.title)
          for (const piece of this.guest.pieces) if (piece.fate === 'title') piece.fate = 'notes'
          draft.title = text
          return mark('title')
        }
        if (parts.length > 1 && parts.some(isHead)) {
          draft.isHead = true
          return into('title', parts.filter(part => !isHead(part)).join('、') || text)
        }
        if (genderWord(text) !== null || (isRank.test(text) && !/\p{Script=Han}/u.test(text)))
          return this.give('salutation', raw, place, '')
        return into('title')
      }
      case 'notes':
        for (const part of text.split(/[,;、。，；]/u)) {
          if (isDiet(part.trim())) into('diet', part.trim())
          else if (isHead(part.trim())) draft.isHead = true
        }
        this.note(text)
        return mark('notes')
      case 'count':
      case 'label':
        return mark('label')
      case 'unread':
        this.note(text, heading)
        if (heading === '') this.doubt('unread', text)
        return mark('notes')
      case 'department':
      case 'plate':
      case 'room':
      case 'keep':
        return keep()
      default:
        return into(kind)
    }
  }

  /** The number of a paper: it is kept nowhere, the word before it (护照) is only a label. */
  private paper(raw: string, place: Place): Fate {
    const number = /[A-Za-z\d(][\w()-]{4,}(?:\s[\w()-]+)*/u.exec(raw)
    if (!number || !/\d{3}/u.test(number[0])) {
      this.note(raw)
      return this.mark(place, raw, 'notes')
    }
    const [text] = number
    const until = number.index + text.length
    this.secrets.push({ row: place.row, text })
    if (!this.guest.doubts.some(each => each.code === 'idLeftOut')) this.guest.doubts.push({ code: 'idLeftOut' })
    if (number.index > 0) this.mark({ ...place, to: place.from + number.index }, raw.slice(0, number.index), 'label')
    if (tidy(raw.slice(until)) !== '') {
      this.note(raw.slice(until))
      this.mark({ ...place, from: place.from + until }, raw.slice(until), 'notes')
    }
    return this.mark({ row: place.row, from: place.from + number.index, to: place.from + until }, text, 'leftOut')
  }

  private name(text: string, mark: (fate: Fate) => Fate, keep: () => Fate): Fate {
    const { draft } = this.guest
    // SMITH, John
    const name = nameOf(text).replace(/^([\p{L}'’-]+)(?:,\s?|(?<=\p{Lu}{2})\/)([\p{L}\s.-]+)$/u, '$2 $1')
    if (draft.name === '') {
      draft.name = name
      return mark('name')
    }
    const latin = (value: string) => !/\p{Script=Han}/u.test(value)
    if (latin(name) && !latin(draft.name) && draft.latinName === '') {
      draft.latinName = name
      return mark('latinName')
    }
    if (!latin(name) && latin(draft.name) && draft.latinName === '') {
      draft.latinName = draft.name
      draft.name = name
      for (const piece of this.guest.pieces) if (piece.fate === 'name') piece.fate = 'latinName'
      return mark('name')
    }
    return name === draft.name ? mark('name') : keep()
  }

  /** Stretches that nobody knows, each in the notes with a doubt. */
  unreadTexts(): string[] {
    return this.guest.doubts.flatMap(doubt => (doubt.code === 'unread' ? [doubt.text] : []))
  }

  /** What was not read is the organization after all: others of the list have it too. */
  takeAsOrganization(text: string): void {
    this.guest.draft.organization = text
    this.guest.doubts = this.guest.doubts.map(doubt =>
      doubt.code === 'unread' && doubt.text === text ? { code: 'unclear' as const, text } : doubt,
    )
    this.notes.splice(0, this.notes.length, ...this.notes.filter(note => note !== text))
    for (const piece of this.guest.pieces)
      if (piece.fate === 'notes' && tidy(piece.text) === text) piece.fate = 'organization'
  }

  /** 张总（张卫国）: the whole name behind a form of address takes its place. Returns whether it did. */
  fullName(text: string, place: Place): boolean {
    const { draft } = this.guest
    if (!this.guest.doubts.some(each => each.code === 'familyNameOnly') || text.slice(0, 1) !== draft.name.slice(0, 1))
      return false
    this.guest.doubts = this.guest.doubts.filter(each => each.code !== 'familyNameOnly')
    this.note(draft.name)
    for (const piece of this.guest.pieces) if (piece.fate === 'name') piece.fate = 'notes'
    draft.name = nameOf(text)
    this.mark(place, text, 'name')
    return true
  }

  private phone(text: string, raw: string, place: Place, heading: string): Fate {
    const { draft } = this.guest
    const [first = text, ...others] = phonesOf(raw.replace(/[\r\n]+/gu, '/'))
    const { phone, ok } = phoneOf(first)
    if (draft.phone === '' || draft.phone === phone) draft.phone = phone
    else if (ok && (!phoneOf(draft.phone).ok || (isMobile(phone) && !isMobile(draft.phone)))) {
      // Who comes is reached on the mobile phone.
      this.note(draft.phone)
      for (const piece of this.guest.pieces) if (piece.fate === 'phone') piece.fate = 'notes'
      draft.phone = phone
    } else {
      this.note(tidy(first), heading)
      for (const other of others) this.note(other)
      return this.mark(place, raw, 'notes')
    }
    for (const other of others) this.note(other)
    return this.mark(place, raw, 'phone')
  }

  private moment(
    kind: 'moment' | 'arrivalAt' | 'departureAt',
    text: string,
    mark: (fate: Fate) => Fate,
    label: string,
  ): Fate {
    const { draft } = this.guest
    if (BACK.test(label) && kind === 'moment') this.direction = 'departure'
    // A day now and a clock later, or the other way round, are one moment.
    const whole = this.half === '' ? '' : /\d[:点时]/u.test(text) ? `${this.half} ${text}` : `${text} ${this.half}`
    if (whole !== '' && momentOf(text, this.days) === null && momentOf(whole, this.days) !== null) {
      const [was] = this.halves.splice(0)
      this.notes.splice(0, this.notes.length, ...this.notes.filter(note => note !== was))
      this.guest.doubts = this.guest.doubts.filter(doubt => doubt.code !== 'momentDoubtful' || doubt.text !== this.half)
      for (const piece of this.guest.pieces)
        if (piece.fate === 'notes' && tidy(piece.text) === this.half)
          piece.fate = this.direction === 'arrival' ? 'arrivalAt' : 'departureAt'
      this.half = ''
      return this.moment(kind, whole, mark, label)
    }
    const field = kind === 'moment' ? (this.direction === 'arrival' ? 'arrivalAt' : 'departureAt') : kind
    const moment = momentOf(text, this.days)
    const spoken = field === 'arrivalAt' || kind !== 'moment' || this.direction === 'departure'
    if (moment && draft[field] === '' && spoken) {
      draft[field] = moment.at
      if (moment.doubtful) this.doubt('momentDoubtful', text)
      return mark(field)
    }
    this.note(text, label)
    if (!moment) {
      this.doubt('momentDoubtful', text)
      this.half = text
      this.halves = [this.notes.at(-1) ?? '']
    }
    return mark('notes')
  }

  /** A cell that says how somebody comes or goes: number, time and place in any order. */
  private journey(
    kind: 'arrival' | 'departure' | 'arrivalNumber' | 'departureNumber',
    raw: string,
    place: Place,
    label: string,
  ): Fate {
    this.direction = kind.startsWith('arrival') ? 'arrival' : 'departure'
    const tokens = tokensOf(raw)
    const { draft } = this.guest
    const number = this.direction === 'arrival' ? 'arrivalNumber' : 'departureNumber'
    const simple =
      !tokens.some(token => token.kind === 'moment') && tokens.filter(token => token.kind === 'flight').length <= 1
    if (OPEN.test(tidy(raw))) {
      this.note(tidy(raw), label)
      return this.mark(place, raw, 'notes')
    }
    if (kind.endsWith('Number') && simple && /\d/u.test(raw) && draft[number] === '' && raw.length <= 40) {
      draft[number] = tidy(raw)
      return this.mark(place, raw, number)
    }
    for (const token of tokens) {
      const at = { row: place.row, from: place.from + token.from, to: place.from + token.to }
      if (token.kind === 'label') this.mark(at, token.text, 'label')
      else if (token.kind === 'flight' && draft[number] === '') {
        draft[number] = tidy(token.text)
        this.mark(at, token.text, number)
      } else if (token.kind === 'flight' || token.kind === 'unread') {
        this.note(token.text, label)
        this.mark(at, token.text, 'notes')
      } else this.give(token.kind, token.text, at, token.kind === 'moment' ? label : '')
    }
    return number
  }

  /** The guest, its name put together and its notes in one text. */

  finish(): ReadGuest {
    const { draft } = this.guest
    const { last, first } = this.family
    if (last !== '' || first !== '') {
      const han = /^\p{Script=Han}*$/u.test(last + first)
      const whole = han ? `${last}${first}` : [first, last].filter(Boolean).join(' ')
      if (draft.name === '') draft.name = whole
      else if (draft.latinName === '' && draft.name !== whole) draft.latinName = whole
      else if (draft.latinName !== whole && draft.name !== whole) this.note(whole, LABELS.name?.[han ? 0 : 1])
    }
    if (draft.name === '' && draft.latinName !== '') draft.name = draft.latinName
    if (this.role !== '') {
      if (draft.title === '') {
        draft.title = this.role
        for (const piece of this.guest.pieces)
          if (piece.fate === 'notes' && tidy(piece.text) === this.role) piece.fate = 'title'
      } else if (draft.title !== this.role)
        this.note(this.role, LABELS.role?.[/\p{Script=Han}/u.test(this.role) ? 0 : 1])
    }
    draft.notes = this.notes.join('；')
    return this.guest
  }
}

const IN_GROUP = /^(?:副?组长|成员|带队(?:教师|领导)|队长|副队长|联络员)$/u
const OPEN = /^(?:待定|未定|待通知|待确认|待订|待補|待补|tbd|tbc|to be (?:confirmed|advised))$/iu
const WELL = /^(?:良好|健康|正常|一般|无异常|无特殊|身体健康|good|fine|healthy|normal)$/iu
const isMobile = (phone: string): boolean => /^(?:\+?86)?1[3-9]\d{9}$/u.test(phone)

type TextField = Exclude<GuestColumn, 'gender' | 'isHead'>
/** Fields in which a second thing goes behind the first. */
const JOINED: ReadonlySet<TextField> = new Set(['diet', 'health', 'language', 'religion'])

/** What a cell is by its form alone, or null: it is so whatever its column is called. */
export function strongKind(text: string): HeadingKind | null {
  const bare = tidy(text)
  if (bare.length > 60 || isNothing(bare)) return null
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(bare)) return 'email'
  if (isIdNumber(bare)) return 'idNumber'
  if (/^(?:\+|1[3-9]\d)/u.test(bare) && isPhone(bare)) return 'phone'
  if (/^(?:男|女|男性|女性)$/u.test(bare)) return 'gender'
  const kind = kindOf(bare)
  return kind === 'plate' ? 'plate' : null
}

/** Whether a cell could stand under a heading of people, offices, or titles. */
export const fits = (kind: 'name' | 'title' | 'organization', text: string): boolean =>
  kind === 'name'
    ? isName(tidy(text).replace(/\s/gu, '')) || isName(tidy(text))
    : kind === 'title'
      ? isTitle(tidy(text))
      : isOrganization(tidy(text))

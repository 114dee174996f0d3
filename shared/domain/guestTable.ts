import { isWallTime } from './time.ts'
import type { Gender } from './visit.ts'

/** A guest as read from a table, before anyone saved it. Text fields are trimmed; empty means not given. */
export interface GuestDraft {
  name: string
  latinName: string
  title: string
  organization: string
  gender: Gender
  phone: string
  email: string
  language: string
  diet: string
  religion: string
  ethnicity: string
  health: string
  notes: string
  arrivalNumber: string
  arrivalPlace: string
  /** `2026-11-23T09:30`, or empty. */
  arrivalAt: string
  departureNumber: string
  departurePlace: string
  departureAt: string
  isHead: boolean
}

export const GUEST_COLUMNS = [
  'name',
  'latinName',
  'title',
  'organization',
  'gender',
  'phone',
  'email',
  'language',
  'diet',
  'religion',
  'ethnicity',
  'health',
  'notes',
  'arrivalNumber',
  'arrivalPlace',
  'arrivalAt',
  'departureNumber',
  'departurePlace',
  'departureAt',
  'isHead',
] as const satisfies readonly (keyof GuestDraft)[]
export type GuestColumn = (typeof GUEST_COLUMNS)[number]

/** Headings as they stand in real guest lists, compared without spaces, case, punctuation and width. */
const HEADINGS: Record<GuestColumn, readonly string[]> = {
  name: [
    '姓名',
    '名字',
    '来宾',
    '来宾姓名',
    '客人姓名',
    '宾客姓名',
    '中文名',
    '中文姓名',
    '嘉宾',
    '嘉宾姓名',
    '人员姓名',
    'name',
    'fullname',
    'guest',
    'guestname',
    'chinesename',
    'visitor',
  ],
  latinName: [
    '英文名',
    '英文姓名',
    '拼音',
    '姓名拼音',
    '拼音姓名',
    '外文名',
    'latinname',
    'englishname',
    'pinyin',
    'nameinenglish',
    'romanizedname',
  ],
  title: ['职务', '职位', '职称', '头衔', '岗位', '职务职称', 'title', 'jobtitle', 'position', 'role', 'job'],
  organization: [
    '单位',
    '公司',
    '来访单位',
    '工作单位',
    '单位名称',
    '公司名称',
    '所在单位',
    '机构',
    '部门',
    '单位部门',
    'organization',
    'organisation',
    'company',
    'employer',
    'affiliation',
    'department',
  ],
  gender: ['性别', 'gender', 'sex'],
  phone: [
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '联系电话',
    '联系方式',
    '电话号码',
    '移动电话',
    'phone',
    'mobile',
    'tel',
    'telephone',
    'cell',
    'phonenumber',
    'mobilephone',
    'contact',
  ],
  email: ['邮箱', '电子邮箱', '邮件', '电子邮件', 'email', 'mail', 'emailaddress'],
  language: ['语言', '语种', 'language'],
  diet: [
    '饮食',
    '饮食禁忌',
    '忌口',
    '饮食要求',
    '餐饮要求',
    '用餐要求',
    'diet',
    'dietary',
    'dietaryrequirements',
    'dietaryrestrictions',
    'food',
  ],
  religion: ['宗教', '宗教信仰', '信仰', 'religion'],
  ethnicity: ['民族', '族别', 'ethnicity', 'ethnicgroup'],
  health: ['健康', '健康状况', '身体状况', '特殊照顾', 'health', 'medical', 'accessibility'],
  notes: ['备注', '说明', '其他', 'notes', 'note', 'remarks', 'remark', 'comment', 'comments'],
  arrivalNumber: [
    '到达航班车次',
    '到达航班',
    '到达车次',
    '抵达航班',
    '航班车次',
    '航班号',
    '航班',
    '车次',
    'arrivalflight',
    'arrivaltrain',
    'arrivalnumber',
    'arrivalflightortrain',
    'flight',
  ],
  arrivalPlace: [
    '到达机场车站',
    '到达站',
    '到达机场',
    '抵达地点',
    '到达地点',
    'arrivalplace',
    'arrivalairport',
    'arrivalstation',
    'arrivalairportorstation',
  ],
  arrivalAt: ['到达时间', '抵达时间', '到站时间', '落地时间', 'arrivaltime', 'arrival', 'arrivalat', 'arrives'],
  departureNumber: [
    '返程航班车次',
    '返程航班',
    '返程车次',
    '离开航班',
    'departureflight',
    'departuretrain',
    'departurenumber',
    'departureflightortrain',
  ],
  departurePlace: [
    '返程机场车站',
    '出发站',
    '返程机场',
    '离开地点',
    'departureplace',
    'departureairport',
    'departurestation',
    'departureairportorstation',
  ],
  departureAt: ['返程时间', '离开时间', '出发时间', 'departuretime', 'departure', 'departureat', 'departs'],
  isHead: ['团长', '是否团长', '领队', 'head', 'headofdelegation', 'leader'],
}

const COLUMN_OF = new Map<string, GuestColumn>(
  GUEST_COLUMNS.flatMap(column => HEADINGS[column].map(heading => [heading, column] as const)),
)

/** Which column a heading names, or null. Accepts `姓 名`, `姓名（必填）`, `E-mail`, `Job Title *`. */
export function columnOfHeading(heading: string): GuestColumn | null {
  const plain = tidy(heading)
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]/gu, '')
    .replace(/[\s*_\-./:：、/&]+/gu, '')
  const whole = COLUMN_OF.get(plain)
  if (whole) return whole
  for (const part of tidy(heading)
    .toLowerCase()
    .split(/[\n/|、]+/u)) {
    const column = COLUMN_OF.get(part.replace(/[\s*_\-.:：]+/gu, ''))
    if (column) return column
  }
  return null
}

export type Doubt =
  | { code: 'nameMissing' }
  | { code: 'duplicateInList'; otherRow: number }
  | { code: 'duplicateInVisit'; guestName: string }
  | { code: 'genderUnknown'; text: string }
  | { code: 'phoneDoubtful'; text: string }
  | { code: 'emailDoubtful'; text: string }

export interface ReadGuest {
  /** The row's number as the spreadsheet shows it, 1-based. */
  row: number
  draft: GuestDraft
  /** Gender as written where it was not understood, kept for the doubt. */
  genderText: string
}

export interface GuestTable {
  /** 1-based row of the header, or null where none was found and columns were guessed. */
  headerRow: number | null
  /** What each column of the table was taken for, by position. */
  columns: (GuestColumn | null)[]
  guests: ReadGuest[]
  /** Rows after the header that hold no guest: blank, notes, totals. 1-based, with their text. */
  skipped: { row: number; text: string }[]
}

/**
 * Reads a table of cells as a guest list. The header is the row with the most known headings among the first 30; rows above it are
 * titles. Below it a row with nothing in any guest column but one long text is a note; blank rows and repeated headers are skipped.
 * Without a header, columns are guessed from their contents.
 * @param rows cells as text, row 0 being the sheet's first row.
 */
export function readGuestTable(rows: readonly (readonly string[])[]): GuestTable {
  const header = findHeader(rows)
  const columns = header ? header.columns : guessColumns(rows)
  const guests: ReadGuest[] = []
  const skipped: GuestTable['skipped'] = []
  for (let index = header ? header.index + 1 : 0; index < rows.length; index++) {
    const cells = rows[index] ?? []
    const text = cells.map(tidy).filter(Boolean).join(' ')
    if (text === '') continue
    if (isNote(cells, columns) || isRepeatedHeader(cells, columns)) {
      skipped.push({ row: index + 1, text })
      continue
    }
    guests.push(readRow(cells, columns, index + 1))
  }
  return { headerRow: header ? header.index + 1 : null, columns, guests, skipped }
}

function findHeader(rows: readonly (readonly string[])[]): { index: number; columns: (GuestColumn | null)[] } | null {
  let best: { index: number; columns: (GuestColumn | null)[] } | null = null
  let bestCount = 0
  rows.slice(0, 30).forEach((cells, index) => {
    const seen = new Set<GuestColumn>()
    const columns = cells.map(cell => {
      const column = cell.length > 40 ? null : columnOfHeading(cell)
      if (column === null || seen.has(column)) return null
      seen.add(column)
      return column
    })
    const names = seen.has('name') || seen.has('latinName')
    if (names && (seen.size > 1 || cells.filter(cell => tidy(cell) !== '').length === 1) && seen.size > bestCount) {
      best = { index, columns }
      bestCount = seen.size
    }
  })
  return best
}

/** Columns by what is in them, for a list without a header: phones, mails and genders give themselves away; the first other is the name. */
function guessColumns(rows: readonly (readonly string[])[]): (GuestColumn | null)[] {
  const width = Math.max(0, ...rows.slice(0, 200).map(cells => cells.length))
  const rest: GuestColumn[] = ['name', 'title', 'organization', 'notes']
  const taken = new Set<GuestColumn>()
  return Array.from({ length: width }, (_, column) => {
    const cells = rows
      .slice(0, 200)
      .map(row => tidy(row[column] ?? ''))
      .filter(Boolean)
    const most = (test: (cell: string) => boolean) => cells.length > 0 && cells.filter(test).length * 2 > cells.length
    const guess: GuestColumn | null = most(cell => /^\d{1,3}[.、)]?$/.test(cell))
      ? null
      : most(cell => cell.includes('@'))
        ? 'email'
        : most(cell => phoneOf(cell).ok && /\d{7}/.test(cell.replace(/\D/g, '')))
          ? 'phone'
          : most(cell => genderOf(cell) !== null)
            ? 'gender'
            : cells.length > 0
              ? (rest.shift() ?? null)
              : null
    if (guess === null || taken.has(guess)) return null
    taken.add(guess)
    return guess
  })
}

/** A row without a name whose only text stands alone is a note, a total or a signature, not a guest. */
function isNote(cells: readonly string[], columns: readonly (GuestColumn | null)[]): boolean {
  const filled = cells
    .map((cell, index) => ({ text: tidy(cell), column: columns[index] ?? null }))
    .filter(cell => cell.text)
  const name = filled.find(cell => cell.column === 'name' || cell.column === 'latinName')
  const starts = filled[0]?.text ?? ''
  if (
    /^(备注|注[:：]|说明|合计|总计|共计|共\s*\d+\s*人|total|notes?[:：]|填表|制表|联系人[:：])/iu.test(starts) &&
    filled.length <= 3
  )
    return true
  if (name) return filled.length === 1 && name.text.length > 40
  return filled.length === 1
}

function isRepeatedHeader(cells: readonly string[], columns: readonly (GuestColumn | null)[]): boolean {
  const known = columns.filter((column, index) => column !== null && columnOfHeading(cells[index] ?? '') === column)
  return known.length >= 2
}

function readRow(cells: readonly string[], columns: readonly (GuestColumn | null)[], row: number): ReadGuest {
  const draft = emptyDraft()
  let genderText = ''
  columns.forEach((column, index) => {
    const text = tidy(cells[index] ?? '')
    if (column === null || text === '') return
    if (column === 'gender') {
      const gender = genderOf(text)
      if (gender === null) genderText = text
      draft.gender = gender ?? 'unknown'
    } else if (column === 'isHead') draft.isHead = /^(是|√|✓|y|yes|true|1|团长|领队)$/iu.test(text)
    else if (column === 'phone') draft.phone = phoneOf(text).phone
    else if (column === 'name' || column === 'latinName') Object.assign(draft, { [column]: nameOf(text) })
    else if (column === 'arrivalAt' || column === 'departureAt') {
      const moment = momentOf(text)
      if (moment) draft[column] = moment
      else draft.notes = [draft.notes, text].filter(Boolean).join('；')
    } else if (column === 'notes') draft.notes = [text, draft.notes].filter(Boolean).join('；')
    else draft[column] = text
  })
  if (draft.name === '' && draft.latinName !== '') draft.name = draft.latinName
  return { row, draft, genderText }
}

/** A draft with nothing in it. */
export function emptyDraft(): GuestDraft {
  return {
    name: '',
    latinName: '',
    title: '',
    organization: '',
    gender: 'unknown',
    phone: '',
    email: '',
    language: '',
    diet: '',
    religion: '',
    ethnicity: '',
    health: '',
    notes: '',
    arrivalNumber: '',
    arrivalPlace: '',
    arrivalAt: '',
    departureNumber: '',
    departurePlace: '',
    departureAt: '',
    isHead: false,
  }
}

/**
 * Every doubt about each guest of a list, in the list's order. Two are the same person when name and phone agree, or name and
 * organization where one has no phone.
 */
export function doubtsOf(
  guests: readonly ReadGuest[],
  present: readonly { name: string; phone: string; organization: string }[],
): Doubt[][] {
  const inVisit = new Map<string, { name: string; phone: string; organization: string }[]>()
  for (const guest of present) inVisit.set(guest.name, [...(inVisit.get(guest.name) ?? []), guest])
  const seen = new Map<string, ReadGuest[]>()
  return guests.map(read => {
    const { draft } = read
    const doubts: Doubt[] = []
    if (draft.name === '') doubts.push({ code: 'nameMissing' })
    else {
      const earlier = seen.get(draft.name)?.find(other => samePerson(other.draft, draft))
      if (earlier) doubts.push({ code: 'duplicateInList', otherRow: earlier.row })
      if (inVisit.get(draft.name)?.some(other => samePerson(other, draft)))
        doubts.push({ code: 'duplicateInVisit', guestName: draft.name })
      seen.set(draft.name, [...(seen.get(draft.name) ?? []), read])
    }
    if (read.genderText !== '' && draft.gender === 'unknown')
      doubts.push({ code: 'genderUnknown', text: read.genderText })
    if (draft.phone !== '' && !phoneOf(draft.phone).ok) doubts.push({ code: 'phoneDoubtful', text: draft.phone })
    if (draft.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email))
      doubts.push({ code: 'emailDoubtful', text: draft.email })
    return doubts
  })
}

type Known = { name: string; phone: string; organization: string }

function samePerson(a: Known, b: Known): boolean {
  if (a.phone !== '' && b.phone !== '') return a.phone === b.phone
  return a.organization === b.organization || a.organization === '' || b.organization === ''
}

/** A day and time as tables have it (`2026-12-01 9:30`, `2026年12月1日 09:30`) as wall clock; null where the year or the time is missing. */
export function momentOf(text: string): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\sT]+(\d{1,2})[:：时点](\d{2})?/u.exec(tidy(text))
  if (!parts) return null
  const [, year, month = '', day = '', hour = '', minute = '00'] = parts
  const moment = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}`
  return isWallTime(moment) ? moment : null
}

/** Gender as people write it, or null where the text says none. */
export function genderOf(text: string): Gender | null {
  const plain = tidy(text).toLowerCase()
  if (['男', '男性', '先生', 'm', 'male', 'mr', 'mr.'].includes(plain)) return 'male'
  if (['女', '女性', '女士', '小姐', 'f', 'female', 'ms', 'ms.', 'mrs', 'mrs.', 'miss'].includes(plain)) return 'female'
  return null
}

/** A phone number without its ornament, and whether it looks like one: 11 digits of a Chinese mobile, or 7 to 15 in all (ITU-T E.164). */
export function phoneOf(text: string): { phone: string; ok: boolean } {
  const plain = tidy(text).replace(/[\s\-()（）.]/gu, '')
  const digits = plain.replace(/^\+/, '')
  if (!/^\d+$/.test(digits)) return { phone: tidy(text), ok: false }
  const ok =
    /^1/.test(digits) && !plain.startsWith('+') && digits.length >= 10
      ? /^1[3-9]\d{9}$/.test(digits)
      : digits.length >= 7 && digits.length <= 15
  return { phone: plain, ok }
}

/** Full-width letters and digits to plain ones, all white space and invisible marks to single spaces, no ends. */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** A name: tidy, and without the spaces people put inside Chinese names (张 三). */
function nameOf(text: string): string {
  const plain = tidy(text)
  return /^[\p{Script=Han}\s]+$/u.test(plain) ? plain.replace(/\s/gu, '') : plain
}

/**
 * Pasted text as a table: tabs where there are any (a copy from Excel), else commas, semicolons or the Chinese 、，；
 * with a leading number (`1.`, `2、`) taken off each line; lines of one cell split at runs of spaces.
 */
export function tableOfText(text: string): string[][] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/u)
  if (lines.some(line => line.includes('\t'))) return lines.map(line => line.split('\t'))
  return lines.map(line => {
    const plain = line.trim().replace(/^[(（]?\d{1,4}\s*[.、)）．]\s*/u, '')
    const cells = plain.split(/[,，;；、|]/u)
    return (
      cells.length > 1
        ? cells
        : plain.split(/\s{1,}(?=\S)/u).length > 1 && /\p{Script=Han}/u.test(plain)
          ? plain.split(/\s+/u)
          : cells
    ).map(cell => cell.trim())
  })
}

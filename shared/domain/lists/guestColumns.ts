import { genderOf, isPhone } from './guestCells.ts'
import { GUEST_COLUMNS, type GuestColumn } from './guestDraft.ts'
import { tidy } from './tidy.ts'

/** Headings as they stand in real guest lists, compared without spaces, case, punctuation and width. */
export const HEADINGS: Record<GuestColumn, readonly string[]> = {
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

/** What each column of a table is, by position; null for nothing that is known. */
export type Columns = (GuestColumn | null)[]

interface Header {
  index: number
  /** Rows of headings. */
  height: number
  columns: Columns
  /** The same list may stand several times beside itself: its columns, once for each. */
  sides: Columns[]
}

/** The row, or the two rows one below the other, with the most known headings among the first 30; null where there is none. */
export function findHeader(rows: readonly (readonly string[])[]): Header | null {
  let best: (Header & { count: number }) | null = null
  const top = rows.slice(0, 30)
  top.forEach((cells, index) => {
    const single = headingsOf(cells)
    const below = top[index + 1]
    const both = below && isHeadingsOnly(below) ? joinedHeadings(single, headingsOf(below)) : null
    for (const [found, height] of [
      [single, 1],
      [both, 2],
    ] as const) {
      if (!found) continue
      const known = new Set(found.filter(column => column !== null))
      const alone = cells.filter(cell => tidy(cell) !== '').length === 1
      const names = known.has('name') || known.has('latinName')
      if (!names || (known.size < 2 && !alone) || known.size <= (best?.count ?? 0)) continue
      const sides = splitSides(found)
      best = { index, height, columns: sides[0] ?? found, sides, count: known.size }
    }
  })
  return best
}

const headingsOf = (cells: readonly string[]): Columns =>
  cells.map(cell => (cell.length > 40 ? null : columnOfHeading(cell)))

/** A second row of headings holds headings and nothing else. */
function isHeadingsOnly(cells: readonly string[]): boolean {
  const filled = cells.filter(cell => tidy(cell) !== '')
  return filled.length > 0 && filled.every(cell => columnOfHeading(cell) !== null || INDEX_HEADING.test(tidy(cell)))
}

const INDEX_HEADING = /^(序号|编号|no\.?|#)$/iu

/** What stands below says more exactly what stands above: 联系方式 over 电话 and 邮箱. */
const joinedHeadings = (above: Columns, below: Columns): Columns =>
  Array.from({ length: Math.max(above.length, below.length) }, (_, index) => below[index] ?? above[index] ?? null)

/** The columns of each list that stands beside another; a heading that comes twice in one list counts once. */
function splitSides(columns: Columns): Columns[] {
  const starts = columns.flatMap((column, index) => (column === 'name' ? [index] : []))
  // A second name not far from the first is another list only where its other headings come again too.
  const repeated = starts.length > 1 && columns.filter(column => column !== null).length >= 2 * starts.length
  const bounds = repeated ? starts : [0]
  return bounds.map((_, side) => {
    const from = side === 0 ? 0 : (bounds[side] ?? 0)
    const until = bounds[side + 1] ?? columns.length
    const seen = new Set<GuestColumn>()
    return columns.map((column, index) => {
      if (index < from || index >= until || column === null || seen.has(column)) return null
      seen.add(column)
      return column
    })
  })
}

/** The sides of a row in which anybody stands. */
export const sidesOf = (sides: readonly Columns[], cells: readonly string[]): Columns[] =>
  sides.length === 1
    ? [...sides]
    : sides.filter(side => side.some((column, index) => column !== null && tidy(cells[index] ?? '') !== ''))

/** A list whose headings stand below each other in the first column, guests beside each other, the other way round; else null. */
export function turnedTable(rows: readonly (readonly string[])[]): string[][] | null {
  const filled = rows.filter(cells => cells.some(cell => tidy(cell) !== ''))
  const headed = filled.filter(cells => columnOfHeading(cells[0] ?? '') !== null)
  const names = headed.find(cells => columnOfHeading(cells[0] ?? '') === 'name')
  if (!names || headed.length < 3 || headed.length < filled.length * 0.6) return null
  // A heading beside the first one: the table stands as it should.
  if (names.slice(1).some(cell => columnOfHeading(cell) !== null)) return null
  const width = Math.max(...headed.map(cells => cells.length))
  return Array.from({ length: width }, (_, column) => headed.map(cells => cells[column] ?? ''))
}

/** Columns by what is in them, for a list without a header: phones, mails and genders give themselves away; the first other is the name. */
export function guessColumns(rows: readonly (readonly string[])[]): (GuestColumn | null)[] {
  const width = Math.max(0, ...rows.slice(0, 200).map(cells => cells.length))
  const rest = [...REST]
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
        : most(isPhone)
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

/** The columns of one row without a heading: a phone, a mail or a gender is one wherever it stands; the others keep their order. */
export function placed(cells: readonly string[], guessed: Columns): Columns {
  const kinds = cells.map((cell): GuestColumn | 'index' | null => {
    const text = tidy(cell)
    if (/^\d{1,3}[.、)]?$/.test(text)) return 'index'
    if (text.includes('@')) return 'email'
    if (isPhone(text)) return 'phone'
    return genderOf(text) === null ? null : 'gender'
  })
  // In a row that is not as the others are, the guess of a column says nothing.
  const aside = kinds.some((kind, index) => kind !== null && kind !== 'index' && kind !== (guessed[index] ?? null))
  const own = kinds.map((kind, index) => {
    const guess = guessed[index] ?? null
    return kind ?? (aside || guess === 'email' || guess === 'phone' || guess === 'gender' ? null : guess)
  })
  const rest = REST.filter(column => !own.includes(column))
  const taken = new Set<GuestColumn>()
  return own.map((column, index) => {
    if (column === 'index' || tidy(cells[index] ?? '') === '') return null
    const wanted = column ?? rest.shift() ?? null
    if (wanted === null || taken.has(wanted)) return null
    taken.add(wanted)
    return wanted
  })
}

const REST: readonly GuestColumn[] = ['name', 'title', 'organization', 'notes']

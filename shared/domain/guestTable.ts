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
 * Reads a table of cells as a guest list. The header is the row, or the two rows one below the other, with the most known headings among
 * the first 30; rows above it are titles. A list that stands twice beside itself is read side after side, one whose headings stand in the
 * first column is turned. Below the header a row with nothing in any guest column but one long text is a note; blank rows and repeated
 * headers are skipped. Without a header, columns are guessed from their contents, and a cell that stands aside from its column is known by
 * what it is.
 * @param rows cells as text, row 0 being the sheet's first row.
 */
export function readGuestTable(rows: readonly (readonly string[])[]): GuestTable {
  const turned = turnedTable(rows)
  if (turned) return readGuestTable(turned)
  const header = findHeader(rows)
  const columns = header ? header.columns : guessColumns(rows)
  const guests: ReadGuest[] = []
  const skipped: GuestTable['skipped'] = []
  for (let index = header ? header.index + header.height : 0; index < rows.length; index++) {
    const cells = rows[index] ?? []
    const text = cells.map(tidy).filter(Boolean).join(' ')
    if (text === '') continue
    if (isNote(cells, columns) || isRepeatedHeader(cells, columns)) {
      skipped.push({ row: index + 1, text })
      continue
    }
    const sides = header ? sidesOf(header.sides, cells) : [columns]
    for (const side of sides) guests.push(readRow(cells, header ? side : placed(cells, side), index + 1))
  }
  return { headerRow: header ? header.index + header.height : null, columns, guests, skipped }
}

type Columns = (GuestColumn | null)[]

interface Header {
  index: number
  /** Rows of headings. */
  height: number
  columns: Columns
  /** The same list may stand several times beside itself: its columns, once for each. */
  sides: Columns[]
}

function findHeader(rows: readonly (readonly string[])[]): Header | null {
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
const sidesOf = (sides: readonly Columns[], cells: readonly string[]): Columns[] =>
  sides.length === 1
    ? [...sides]
    : sides.filter(side => side.some((column, index) => column !== null && tidy(cells[index] ?? '') !== ''))

/** A list whose headings stand below each other in the first column, guests beside each other, the other way round; else null. */
function turnedTable(rows: readonly (readonly string[])[]): string[][] | null {
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
function guessColumns(rows: readonly (readonly string[])[]): (GuestColumn | null)[] {
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
function placed(cells: readonly string[], guessed: Columns): Columns {
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
const isPhone = (text: string): boolean => {
  const [first] = phonesOf(text)
  return first !== undefined && phoneOf(first).ok && /\d{7}/.test(first.replace(/\D/g, ''))
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

function readRow(cells: readonly string[], columns: Columns, row: number): ReadGuest {
  const draft = emptyDraft()
  let genderText = ''
  const note = (text: string) => {
    if (text !== '') draft.notes = [draft.notes, text].filter(Boolean).join('；')
  }
  columns.forEach((column, index) => {
    // Numbers one below the other are several, whatever else a break means.
    const cell = column === 'phone' ? (cells[index] ?? '').replace(/[\r\n]+/gu, '/') : (cells[index] ?? '')
    const text = tidy(cell)
    if (column === null || text === '' || isNothing(text)) return
    if (column === 'gender') {
      const gender = genderOf(text)
      if (gender === null) genderText = text
      draft.gender = gender ?? 'unknown'
    } else if (column === 'isHead') draft.isHead ||= /^(是|√|✓|y|yes|true|1|团长|领队)$/iu.test(text)
    else if (column === 'phone') {
      const [first = text, ...others] = phonesOf(text)
      draft.phone = phoneOf(first).phone
      note(others.join('、'))
    } else if (column === 'latinName') draft.latinName = nameOf(text)
    else if (column === 'name') Object.assign(draft, asideOf(text, draft))
    else if (column === 'arrivalAt' || column === 'departureAt') {
      const moment = momentOf(text)
      if (moment) draft[column] = moment
      else note(text)
    } else if (column === 'notes') note(text)
    else if (draft[column] === '') draft[column] = text
    else if (draft[column] !== text) note(text)
  })
  if (draft.name === '' && draft.latinName !== '') draft.name = draft.latinName
  return { row, draft, genderText }
}

/** A dash, a slash or a word that says there is nothing. */
const isNothing = (text: string): boolean => /^(-+|—+|\/+|无|没有|暂无|n\/?a|none|nil)$/iu.test(text)

/** What people write beside a name in its cell: a title, a gender, the head of the delegation, a diet, an ethnic group. */
function asideOf(text: string, draft: GuestDraft): Partial<GuestDraft> {
  const bare = text.replace(/^[*★☆●•◆▪√✓\-–]+\s*|\s*[*★☆●]+$/gu, '').replace(/^(\d{1,3})\s*[.、)]\s*(?=\D)/u, '')
  const found: Partial<GuestDraft> = {}
  const rest: string[] = []
  const take = (aside: string) => {
    const gender = genderOf(aside)
    if (gender !== null) found.gender = gender
    else if (/^(团长|领队|带队)$/u.test(aside)) found.isHead = true
    else if (/^\p{Script=Han}{1,5}族$/u.test(aside)) found.ethnicity = aside
    else if (/素食|清真|过敏|忌/u.test(aside)) found.diet = aside
    else if (/^[\d\s+\-()]{7,}$/u.test(aside) && phoneOf(aside).ok) found.phone = phoneOf(aside).phone
    else if (isTitle(aside)) found.title = aside
    else rest.push(aside)
  }
  let name = bare.replace(/\s*[(（[【]([^()（）[\]【】]*)[)）\]】]\s*/gu, (_, aside: string) => {
    for (const part of aside.split(/[,，、/]/u)) if (part.trim() !== '') take(part.trim())
    return ' '
  })
  name = name.trim()
  const parts = name.split(/\s*[/|,，、:：]\s*|\s+/u).filter(Boolean)
  const han = (part: string) => /^[\p{Script=Han}·]+$/u.test(part)
  const isAside = (part: string) => isTitle(part) || genderOf(part) !== null || isPhone(part)
  if (parts.length > 1 && parts.some(han) && parts.some(isAside)) {
    const [first, ...others] = parts.filter(part => !isAside(part))
    // 张 三 总经理: what is left of the name stands apart by a space only.
    const spaced = others.every(part => han(part) && part.length === 1) && (first?.length ?? 0) <= 2
    name = spaced ? [first, ...others].join('') : (first ?? name)
    if (!spaced) rest.push(...others)
    for (const part of parts) if (isAside(part)) take(part)
  } else {
    const run = TITLE_AT_END.exec(name)
    if (run?.[1] && run[2] && SURNAME.test(run[1])) {
      name = run[1]
      take(run[2])
    }
  }
  const gendered = /^(\p{Script=Han}{2,4}?)(先生|女士|小姐)$/u.exec(name)
  if (gendered?.[1] && gendered[2] && gendered[1].length > 1) {
    name = gendered[1]
    take(gendered[2])
  }
  if (draft.title !== '' && found.title) {
    if (found.title !== draft.title) rest.push(found.title)
    delete found.title
  }
  if (found.gender && draft.gender !== 'unknown') delete found.gender
  return {
    ...found,
    name: nameOf(name),
    ...(rest.length > 0 ? { notes: [draft.notes, ...rest].filter(Boolean).join('；') } : {}),
  }
}

const TITLES =
  '董事长|副董事长|董事|总裁|副总裁|总经理|副总经理|总工程师|副总工程师|总工|总监|副总监|经理|副经理|项目经理|主任|副主任|主席|副主席|会长|副会长|秘书长|副秘书长|理事长|秘书|局长|副局长|处长|副处长|科长|副科长|部长|副部长|司长|厅长|市长|副市长|书记|副书记|院长|副院长|所长|副所长|校长|副校长|教授|副教授|研究员|副研究员|工程师|高级工程师|助理|主管|专员|代表|首席代表|顾问|参赞|大使|领事|科员|干事|法务|翻译|司机|记者|主编'
const TITLE = new RegExp(`(${TITLES})$`, 'u')
const isTitle = (text: string): boolean =>
  TITLE.test(text) ||
  /^(CEO|CTO|CFO|COO|CMO|VP|SVP|GM|director|manager|engineer|president|chairman|professor)$/iu.test(text)
/** A name and a title that run into each other: 张三总经理. */
const TITLE_AT_END = new RegExp(`^(\\p{Script=Han}{2,3}?)((?:高级|常务|执行)?(?:${TITLES}))$`, 'u')
/** The surnames that nearly all Chinese have; enough to tell a name from a word. */
const SURNAME =
  /^(欧阳|上官|司马|诸葛|皇甫|尉迟|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])/u

/** The phone numbers in a cell: `13800000000/021-58881234`, one below the other, or written as numbers by a spreadsheet. */
function phonesOf(text: string): string[] {
  const plain = text.replace(/^['‘’`]/u, '')
  const scientific = /^(\d(?:\.\d+)?)e\+?(\d{1,2})$/iu.exec(plain)
  if (scientific) return [String(Math.round(Number(plain)))]
  const whole = plain.replace(/^(\d{7,15})\.0+$/u, '$1')
  const parts = whole.split(/\s*[/／;；、,，|\n]\s*|\s+(?=(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4})|\s{2,}/u).filter(Boolean)
  const labelled = parts.map(part =>
    part.replace(/^(手机|电话|座机|办公|移动|微信|tel|mobile|phone|cell)[:：.]?\s*/iu, ''),
  )
  return labelled.length > 1 && labelled.some(part => phoneOf(part).ok)
    ? [...labelled.filter(part => phoneOf(part).ok), ...labelled.filter(part => !phoneOf(part).ok)]
    : [labelled[0] ?? whole]
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
 * Pasted text as a table: a block of `姓名：张三` lines for each guest, else tabs where there are any (a copy from Excel), else commas,
 * semicolons or the Chinese 、，； with a leading number (`1.`, `2、`, `①`) taken off each line; lines of one cell split at runs of spaces.
 */
export function tableOfText(text: string): string[][] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/u)
  const keyed = keyedTable(lines)
  if (keyed) return keyed
  if (lines.some(line => line.includes('\t'))) return lines.map(line => line.split('\t'))
  return lines.map(line => {
    const plain = line.trim().replace(/^(?:[(（]?\d{1,4}\s*[.、)）．]\s*|[①-⑳]\s*|[-*•·]\s+)/u, '')
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

/** Text that names each value: `姓名：张三`, one or more to a line, a guest beginning at each name; null where it is not written so. */
function keyedTable(lines: readonly string[]): string[][] | null {
  const pairs = lines.flatMap(line =>
    [
      ...line.matchAll(
        /([\p{Script=Han}A-Za-z]{2,12})\s*[:：]\s*([^,，;；\t]*?)(?=\s*(?:[,，;；\t]|$|\s[\p{Script=Han}A-Za-z]{2,12}\s*[:：]))/gu,
      ),
    ].flatMap(([, key = '', value = '']) => {
      const column = columnOfHeading(key)
      return column === null ? [] : [{ column, key, value: value.trim() }]
    }),
  )
  const names = pairs.filter(pair => pair.column === 'name')
  if (names.length === 0 || pairs.length < 2) return null
  const columns = [...new Set(pairs.map(pair => pair.column))]
  const headings = columns.map(column => pairs.find(pair => pair.column === column)?.key ?? '')
  const rows: string[][] = []
  for (const pair of pairs) {
    if (pair.column === 'name' || rows.length === 0) rows.push(columns.map(() => ''))
    const row = rows.at(-1)
    if (row) row[columns.indexOf(pair.column)] = pair.value
  }
  return [headings, ...rows]
}

/** A sheet's name that says nothing: `Sheet1`, `工作表 2`. */
const isPlainSheetName = (name: string): boolean => /^(sheet|工作表|表|table)?\s*\d*$/iu.test(name.trim())

/**
 * The guests of all sheets of a workbook as one table with a header: where a sheet has no column of organizations, its own name is theirs
 * (one sheet for each delegation). Sheets in which nobody stands are passed over.
 */
export function joinedSheets(sheets: readonly { name: string; rows: readonly (readonly string[])[] }[]): string[][] {
  const rows = sheets.flatMap(sheet => {
    const table = readGuestTable(sheet.rows)
    if (table.headerRow === null && sheets.length > 1) return []
    return table.guests.map(({ draft, genderText }) => {
      const organization = draft.organization || (isPlainSheetName(sheet.name) ? '' : sheet.name.trim())
      const told: GuestDraft = { ...draft, organization }
      return GUEST_COLUMNS.map(column => {
        if (column === 'gender') return draft.gender === 'unknown' ? genderText : draft.gender === 'male' ? '男' : '女'
        const value = told[column]
        return typeof value === 'boolean' ? (value ? '是' : '') : value
      })
    })
  })
  return [GUEST_COLUMNS.map(column => HEADINGS[column][0] ?? column), ...rows]
}

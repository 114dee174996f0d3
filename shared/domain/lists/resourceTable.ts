import type { ResourceKind } from '../visit.ts'
import {
  bareClock,
  type Chosen,
  findHeader,
  minutesOf,
  type ReadTable,
  type RowText,
  rowsBelow,
  type TableColumn,
  type Vocabulary,
  vocabularyOf,
  wholeNumber,
  yesOrNo,
} from './headings.ts'
import { clockOfText } from './whenText.ts'

/** A room, vehicle or person as far as a table tells of it; what the contract's resourceFields take. */
export interface ResourceDraft {
  name: string
  latinName?: string
  capacity?: number
  building?: string
  floor?: string
  equipment?: string[]
  plate?: string
  vehicleKind?: string
  driverName?: string
  driverPhone?: string
  setupMinutes?: number
  clearupMinutes?: number
  bookableFrom?: string
  bookableUntil?: string
  strict?: boolean
  department?: string
  title?: string
  phone?: string
  email?: string
  languages?: string
  canDrive?: boolean
  licenceClass?: string
  planNote?: string
  inspectionOn?: string
  insuranceOn?: string
  homePlace?: string
  notes?: string
}

/** A column of a list; `thing` names one piece of equipment in its heading and ticks who has it. */
export type ResourceColumn = keyof ResourceDraft | 'thing'

type Headings = Partial<Record<ResourceColumn, readonly string[]>>

const COMMON: Headings = {
  latinName: ['英文名', '英文名称', '英文姓名', '外文名', '拼音', 'latinname', 'englishname', 'nameinenglish'],
  setupMinutes: [
    '准备',
    '准备分钟',
    '准备时间',
    '会前准备',
    '会前准备分钟',
    '布置',
    '布置时间',
    'setupminutes',
    'setup',
    'setupmin',
    'setuptime',
    'setupbefore',
    'setupbeforeminutes',
  ],
  clearupMinutes: [
    '清理',
    '清理分钟',
    '清理时间',
    '会后清理',
    '会后清理分钟',
    '整理时间',
    'clearupminutes',
    'clearup',
    'clearupmin',
    'clearupafter',
    'clearupafterminutes',
    'cleanup',
  ],
  bookableFrom: ['可预订起', '可订起', '开放时间', '可预订开始', '可预订时间', 'bookablefrom', 'openfrom', 'hours'],
  bookableUntil: ['可预订止', '可订止', '关闭时间', '可预订结束', 'bookableuntil', 'openuntil'],
  strict: ['严格', 'strict'],
  notes: ['备注', '说明', '其他', 'notes', 'note', 'remarks', 'remark', 'comments'],
}

const SEATS = [
  '座位数',
  '座位',
  '座位数量',
  '座数',
  '容量',
  '容纳人数',
  '可容纳人数',
  '可容纳',
  '最大人数',
  '人数',
  'capacity',
  'seats',
  'seating',
  'maxpeople',
]

const HEADINGS: Record<ResourceKind, Headings> = {
  room: {
    ...COMMON,
    name: [
      '名称',
      '会议室',
      '会议室名称',
      '会议室编号',
      '房间',
      '房间名称',
      '房间号',
      '房号',
      '场地',
      '场地名称',
      'name',
      'room',
      'roomname',
      'roomno',
      'meetingroom',
    ],
    capacity: SEATS,
    building: ['楼栋', '楼', '大楼', '楼宇', '楼号', '所在楼', 'building', 'block'],
    floor: ['楼层', '层', '所在楼层', 'floor', 'level'],
    equipment: ['设备', '设施', '设备设施', '配置', '设备配置', 'equipment', 'facilities', 'amenities'],
    planNote: ['位置', '位置说明', '具体位置', 'whereitis', 'location'],
  },
  vehicle: {
    ...COMMON,
    name: ['名称', '车辆', '车辆名称', '车名', 'name', 'vehicle', 'vehiclename', 'car'],
    capacity: [...SEATS, '载客', '载客人数', '核载', '核载人数', '核定载客', 'passengers'],
    plate: [
      '车牌',
      '车牌号',
      '车牌号码',
      '牌照',
      '牌照号',
      '号牌',
      'plate',
      'plateno',
      'platenumber',
      'numberplate',
      'licenseplate',
      'licenceplate',
      'registration',
    ],
    vehicleKind: ['车型', '类型', '车辆类型', '品牌型号', '型号', 'vehiclekind', 'kindofvehicle', 'type', 'model'],
    driverName: ['司机', '驾驶员', '司机姓名', '驾驶员姓名', 'driver', 'drivername'],
    driverPhone: [
      '司机电话',
      '驾驶员电话',
      '司机手机',
      '司机手机号',
      '驾驶员手机',
      '电话',
      '手机',
      '手机号',
      '联系电话',
      '联系方式',
      'driverphone',
      'phone',
      'mobile',
    ],
    inspectionOn: ['年检有效期至', '年检有效期', '年检到期', '年检', '年检日期', 'inspecteduntil', 'inspection'],
    insuranceOn: ['保险有效期至', '保险有效期', '保险到期', '保险', '保险日期', 'insureduntil', 'insurance'],
    homePlace: ['停放地点', '停车位置', '停放位置', '车位', 'standsat', 'parkedat', 'parking'],
  },
  person: {
    ...COMMON,
    name: ['姓名', '名称', '名字', '员工', '员工姓名', '人员', '人员姓名', '中文名', 'name', 'fullname', 'staff'],
    department: ['部门', '处室', '科室', '所在部门', 'department', 'dept', 'team'],
    title: ['职务', '职位', '岗位', '职称', 'title', 'position', 'jobtitle'],
    phone: [
      '电话',
      '手机',
      '手机号',
      '手机号码',
      '联系电话',
      '联系方式',
      '电话号码',
      'phone',
      'mobile',
      'phonenumber',
      'tel',
    ],
    email: ['邮箱', '电子邮箱', '邮件', '电子邮件', 'email', 'mail', 'emailaddress'],
    languages: ['语言', '语种', '外语', '语言能力', 'languages', 'language'],
    canDrive: ['会开车', '可驾驶', '能驾驶', '是否会开车', '驾照', '驾驶证', 'candrive', 'drives', 'driver'],
    licenceClass: ['驾照类别', '准驾车型', '驾照等级', 'licenceclass', 'licenseclass'],
  },
}

const WORDS: Record<ResourceKind, Vocabulary<ResourceColumn>> = {
  room: vocabularyOf(HEADINGS.room),
  vehicle: vocabularyOf(HEADINGS.vehicle),
  person: vocabularyOf(HEADINGS.person),
}

/** The columns that a list of this kind may have, in the order in which they are offered. */
export const resourceColumns = (kind: ResourceKind): ResourceColumn[] => [
  'name',
  ...(Object.keys(HEADINGS[kind]) as ResourceColumn[]).filter(column => column !== 'name'),
  ...(kind === 'room' ? (['thing'] as const) : []),
]

export interface ReadResource {
  /** 1-based row of the sheet. */
  row: number
  draft: ResourceDraft
  /** Lines for the notes: columns that are kept there, and text that was not understood, each under its heading. */
  kept: string[]
  /** Columns whose text was not understood. */
  doubts: { column: ResourceColumn; text: string }[]
  /** An earlier row of the same name, 1-based; null where there is none. */
  repeats: number | null
}

/**
 * Reads a table as a list of rooms, vehicles or people. Only what the table says is in a draft: an empty cell changes nothing of who is
 * there already. Columns that are not known, and text that is not understood, go into the notes under their heading. A vehicle without
 * a name is called by its kind and plate. Null where no row of headings with a name (or plate) is found.
 * @param chosen what somebody said that a column is, by its position.
 */
export function readResourceTable(
  rows: readonly (readonly string[])[],
  kind: ResourceKind,
  chosen: Chosen<ResourceColumn> = new Map(),
): ReadTable<ReadResource, ResourceColumn> | null {
  const words = WORDS[kind]
  const header = findHeader(rows, words, known => known.has('name') || (kind === 'vehicle' && known.has('plate')))
  if (!header) return null
  const below = rows.slice(header.last + 1)
  const columns = header.columns
    .filter(({ index, heading }) => heading !== '' || below.some(cells => (cells[index] ?? '').trim() !== ''))
    .map(column => ({
      ...column,
      use: chosen.get(column.index) ?? (kind === 'room' && isThing(column, below) ? 'thing' : column.use),
    }))
  const lead = columns.some(column => column.use === 'name') ? 'name' : 'plate'
  const { entries, skipped } = rowsBelow(
    rows,
    { last: header.last, columns: columns.filter(column => column.use !== 'thing') },
    words,
    lead,
  )
  const firstRows = new Map<string, number>()
  const read = entries.map(entry => {
    const cells = rows[entry.row - 1] ?? []
    const things = columns.filter(column => column.use === 'thing')
    const found = readRow(entry, things, cells)
    const key = found.draft.name.toLowerCase()
    const repeats = key === '' ? null : (firstRows.get(key) ?? null)
    if (repeats === null) firstRows.set(key, entry.row)
    return { ...found, repeats }
  })
  return { headerRow: header.last + 1, columns, rows: read, skipped }
}

const THINGS =
  /投影|电视|屏|白板|音响|话筒|麦克|视频|会议系统|同传|讲解|茶|电脑|网|空调|打印|充电|projector|tv|screen|board|speaker|microphone|video|computer|wi-?fi|printer/iu

/** A column for one piece of equipment: its heading names it, its cells say yes or no. */
function isThing(column: TableColumn<ResourceColumn>, below: readonly (readonly string[])[]): boolean {
  const texts = below.map(cells => (cells[column.index] ?? '').trim()).filter(Boolean)
  return (
    column.use === 'kept' &&
    THINGS.test(column.heading) &&
    texts.length > 0 &&
    texts.every(text => yesOrNo(text) !== null)
  )
}

function readRow(
  entry: RowText<ResourceColumn>,
  things: readonly TableColumn<ResourceColumn>[],
  cells: readonly string[],
): Omit<ReadResource, 'repeats'> {
  const draft: ResourceDraft = { name: entry.text.name ?? '' }
  const doubts: ReadResource['doubts'] = []
  const kept = [...entry.kept]
  for (const [key, text] of Object.entries(entry.text)) {
    const column = key as ResourceColumn
    const heading = entry.headings[column] ?? ''
    if (takeCell(draft, column, text, heading)) continue
    doubts.push({ column, text })
    kept.push(`${heading}: ${text}`)
  }
  for (const thing of things) {
    const text = (cells[thing.index] ?? '').trim()
    if (yesOrNo(text) === true) draft.equipment = [...(draft.equipment ?? []), thing.heading]
    else if (text !== '' && yesOrNo(text) === null) kept.push(`${thing.heading}: ${text}`)
  }
  if (draft.equipment) draft.equipment = [...new Set(draft.equipment)]
  if (draft.name === '' && draft.plate) draft.name = [draft.vehicleKind, draft.plate].filter(Boolean).join(' ')
  return { row: entry.row, draft, kept, doubts }
}

/**
 * A row as it is saved: what is kept goes on in the notes, those of the table or, where it has none, those of who is there already. A
 * line that stands there is not written again.
 */
export function withKeptLines({ draft, kept }: ReadResource, before: { notes: string } | undefined): ResourceDraft {
  const notes = draft.notes ?? before?.notes ?? ''
  const lines = kept.filter(line => !notes.split('\n').includes(line))
  return lines.length === 0 ? draft : { ...draft, notes: [notes, ...lines].filter(Boolean).join('\n') }
}

/** Puts the text of a cell into the draft; false where it is not understood. */
function takeCell(draft: ResourceDraft, column: ResourceColumn, text: string, heading: string): boolean {
  switch (column) {
    case 'thing':
      return true
    case 'capacity': {
      const seats = wholeNumber(text)
      if (seats === null || seats < 1) return false
      draft.capacity = seats
      return true
    }
    case 'setupMinutes':
    case 'clearupMinutes': {
      const minutes = minutesOf(text, heading)
      if (minutes === null) return false
      draft[column] = minutes
      return true
    }
    case 'bookableFrom':
    case 'bookableUntil':
      return takeHours(draft, column, text)
    case 'equipment':
      draft.equipment = yesOrNo(text) === false ? [] : text.split(/[、,;/\s]+/u).filter(Boolean)
      return true
    case 'strict': {
      const strict = yesOrNo(text)
      if (strict !== null) draft.strict = strict
      return strict !== null
    }
    case 'canDrive':
      return takeLicence(draft, text)
    case 'inspectionOn':
    case 'insuranceOn': {
      const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 00:00.*)?$/u.exec(text)
      if (!day) return false
      draft[column] = `${day[1]}-${(day[2] ?? '').padStart(2, '0')}-${(day[3] ?? '').padStart(2, '0')}`
      return true
    }
    default:
      draft[column] = text
      return true
  }
}

/** One clock, or both of `8:00-18:00`. */
function takeHours(draft: ResourceDraft, column: 'bookableFrom' | 'bookableUntil', text: string): boolean {
  const [first = '', second] = text.split(/\s*[-–—~～至到]\s*(?=\d{1,2}[:：点])/u)
  const clock = (part: string) => (/^24[:：点]?(00)?$/u.test(part) ? '24:00' : clockOfText(bareClock(part)))
  const from = clock(/^(1899|1900)-/u.test(text) ? text : first)
  if (from === null) return false
  if (second === undefined || /^(1899|1900)-/u.test(text)) {
    draft[column] = from
    return true
  }
  const until = clock(second)
  if (until === null) return false
  draft.bookableFrom = from
  draft.bookableUntil = until
  return true
}

/** A yes, a no, or the class of a licence (`C1`): who has one drives. */
function takeLicence(draft: ResourceDraft, text: string): boolean {
  const licence = /^(?:有|是)? ?\(?([abc][123])\)?(?:证|照|驾照)?$/iu.exec(text)
  if (licence) {
    draft.licenceClass = (licence[1] ?? '').toUpperCase()
    draft.canDrive = true
    return true
  }
  const drives = yesOrNo(text)
  if (drives !== null) draft.canDrive = drives
  return drives !== null
}

import { parseClock } from '../time.ts'
import { tidy } from './tidy.ts'

/** A room, vehicle or person as read from a table; what the contract's resourceFields take. */
export interface ResourceDraft {
  name: string
  latinName: string
  capacity: number | null
  building: string
  floor: string
  equipment: string[]
  plate: string
  vehicleKind: string
  driverName: string
  driverPhone: string
  setupMinutes: number
  clearupMinutes: number
  bookableFrom: string
  bookableUntil: string
  strict: boolean
  department: string
  title: string
  phone: string
  email: string
  languages: string
  canDrive: boolean
  notes: string
}

type Column = Exclude<keyof ResourceDraft, 'strict'>

const HEADINGS: Record<Column, readonly string[]> = {
  name: [
    '名称',
    '姓名',
    '员工',
    '人员',
    '会议室',
    '会议室名称',
    '房间',
    '车辆',
    '车辆名称',
    '车名',
    'name',
    'room',
    'vehicle',
    'roomname',
  ],
  latinName: ['英文名', '英文名称', '拼音', 'latinname', 'englishname'],
  capacity: ['容量', '座位', '座位数', '可容纳人数', '人数', '载客', 'capacity', 'seats'],
  building: ['楼', '楼栋', '大楼', '楼宇', 'building'],
  floor: ['楼层', '层', 'floor'],
  equipment: ['设备', '设施', '配置', 'equipment', 'facilities'],
  plate: ['车牌', '车牌号', '牌照', 'plate', 'platenumber', 'numberplate', 'licenseplate'],
  vehicleKind: ['车型', '类型', '车辆类型', 'vehiclekind', 'kindofvehicle', 'type', 'model'],
  driverName: ['司机', '驾驶员', '司机姓名', 'driver', 'drivername'],
  driverPhone: ['司机电话', '驾驶员电话', '电话', '手机', 'driverphone', 'phone'],
  setupMinutes: ['准备分钟', '准备时间', '布置时间', 'setupminutes', 'setup', 'setupmin'],
  clearupMinutes: ['清理分钟', '清理时间', '整理时间', 'clearupminutes', 'clearup', 'clearupmin'],
  bookableFrom: ['可订起', '开放时间', '可预订开始', 'bookablefrom'],
  bookableUntil: ['可订止', '关闭时间', '可预订结束', 'bookableuntil'],
  department: ['部门', '处室', 'department'],
  title: ['职务', '职位', '岗位', 'title', 'position', 'jobtitle'],
  phone: [],
  email: ['邮箱', '电子邮箱', '邮件', 'email', 'mail'],
  languages: ['语言', '语种', '外语', 'languages', 'language'],
  canDrive: ['会开车', '可驾驶', '能驾驶', '驾照', 'candrive', 'drives'],
  notes: ['备注', '说明', 'notes', 'remarks'],
}

/** A phone alone is the driver's in a list of cars, and one's own in a list of people. */
const OWN_PHONE = new Set(['电话', '手机', '手机号', '联系电话', 'phone', 'mobile'])

const COLUMN_OF = new Map<string, Column>(
  (Object.keys(HEADINGS) as Column[]).flatMap(column => HEADINGS[column].map(heading => [heading, column] as const)),
)

export interface ReadResource {
  /** 1-based row of the sheet. */
  row: number
  draft: ResourceDraft
  /** Columns whose cell was not understood, with the cell's text. */
  doubts: { column: Column; text: string }[]
}

/**
 * Reads a table as a list of rooms, vehicles or people: the first row with two known headings, one of them the name, is the header; rows
 * without a name are passed over. Null where no header is found.
 */
export function readResourceTable(
  rows: readonly (readonly string[])[],
  kind: 'room' | 'vehicle' | 'person',
): ReadResource[] | null {
  let columns: (Column | null)[] = []
  const header = rows.findIndex(cells => {
    columns = cells.map(cell => {
      const heading = tidy(cell)
        .toLowerCase()
        .replace(/[(（].*?[)）]|[\s_\-*:：]/gu, '')
      return kind === 'person' && OWN_PHONE.has(heading) ? 'phone' : (COLUMN_OF.get(heading) ?? null)
    })
    return columns.includes('name') && columns.filter(Boolean).length > 1
  })
  if (header < 0) return null
  const found: ReadResource[] = []
  rows.slice(header + 1).forEach((cells, index) => {
    const read = readRow(cells, columns, header + index + 2)
    if (read.draft.name !== '') found.push(read)
  })
  return found
}

function readRow(cells: readonly string[], columns: readonly (Column | null)[], row: number): ReadResource {
  const draft: ResourceDraft = {
    name: '',
    latinName: '',
    capacity: null,
    building: '',
    floor: '',
    equipment: [],
    plate: '',
    vehicleKind: '',
    driverName: '',
    driverPhone: '',
    setupMinutes: 0,
    clearupMinutes: 0,
    bookableFrom: '00:00',
    bookableUntil: '24:00',
    strict: false,
    department: '',
    title: '',
    phone: '',
    email: '',
    languages: '',
    canDrive: false,
    notes: '',
  }
  const doubts: ReadResource['doubts'] = []
  columns.forEach((column, index) => {
    const text = tidy(cells[index] ?? '')
    if (column === null || text === '') return
    if (column === 'canDrive') draft.canDrive = /^(是|会|能|有|yes|y|true|1|√|✓|[abc]\d?)/iu.test(text)
    else if (column === 'equipment') draft.equipment = text.split(/[、,，;；/\s]+/u).filter(Boolean)
    else if (column === 'capacity' || column === 'setupMinutes' || column === 'clearupMinutes') {
      const number = Number(/^\d+/.exec(text)?.[0])
      const limit = column === 'capacity' ? 5000 : 480
      if (Number.isInteger(number) && number <= limit && (column !== 'capacity' || number > 0)) draft[column] = number
      else doubts.push({ column, text })
    } else if (column === 'bookableFrom' || column === 'bookableUntil') {
      const clock = text === '24:00' ? text : parseClock(text)
      if (clock) draft[column] = clock
      else doubts.push({ column, text })
    } else draft[column] = text
  })
  return { row, draft, doubts }
}

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { resourceFields } from '../../shared/contract/resources.ts'
import { minutesOf, wholeNumber, yesOrNo } from '../../shared/domain/lists/headings.ts'
import { pastedTable } from '../../shared/domain/lists/pastedTable.ts'
import {
  type ReadResource,
  type ResourceColumn,
  readResourceTable,
  withKeptLines,
} from '../../shared/domain/lists/resourceTable.ts'

type Kind = 'room' | 'vehicle' | 'person'
const read = (kind: Kind, ...rows: string[][]) => readResourceTable(rows, kind)
const draftsOf = (kind: Kind, ...rows: string[][]) => read(kind, ...rows)?.rows.map(each => each.draft)

describe('headings of a list of resources', () => {
  const locales = ['zh-CN', 'en'].map(
    language =>
      JSON.parse(readFileSync(new URL(`../../resources/locales/${language}.json`, import.meta.url), 'utf8')) as {
        fields: Record<string, string>
      },
  )
  const TEMPLATE: Record<Kind, ResourceColumn[]> = {
    room: [
      'latinName',
      'capacity',
      'building',
      'floor',
      'equipment',
      'setupMinutes',
      'clearupMinutes',
      'bookableFrom',
      'bookableUntil',
      'notes',
    ],
    vehicle: [
      'latinName',
      'plate',
      'vehicleKind',
      'capacity',
      'driverName',
      'driverPhone',
      'setupMinutes',
      'clearupMinutes',
      'notes',
    ],
    person: ['latinName', 'department', 'title', 'phone', 'email', 'languages', 'canDrive', 'notes'],
  }

  it.each(['room', 'vehicle', 'person'] as const)(
    'of the own template for a %s are all known, in both languages',
    kind => {
      for (const { fields } of locales) {
        const header = ['resourceName', ...TEMPLATE[kind]].map(field => fields[field] ?? '')
        expect(read(kind, header, ['x'])?.columns.map(column => column.use)).toEqual(['name', ...TEMPLATE[kind]])
      }
    },
  )

  it.each<[Kind, string, ResourceColumn]>([
    ['room', '容量（人）', 'capacity'],
    ['room', '座位数 Seats', 'capacity'],
    ['room', '可容纳人数*', 'capacity'],
    ['room', '设备/设施', 'equipment'],
    ['room', '准备时间(分钟)', 'setupMinutes'],
    ['room', '楼 层', 'floor'],
    ['vehicle', '核载（含司机）', 'capacity'],
    ['vehicle', '驾驶员手机', 'driverPhone'],
    ['vehicle', 'Licence plate', 'plate'],
    ['person', '手机号码', 'phone'],
    ['person', 'E-mail', 'email'],
    ['person', '准驾车型', 'licenceClass'],
  ])('a %s: %s is %s', (kind, heading, column) => {
    expect(read(kind, ['名称', heading], ['x', 'y'])?.columns[1]?.use).toBe(column)
  })

  it('stand below titles, in two rows, and are known once', () => {
    const table = read(
      'room',
      ['', '2026 年会议室一览表'],
      [''],
      ['序号', '会议室', '容量', '设备', '', '名称'],
      ['序号', '会议室', '容量', '投影', '白板', '名称'],
      ['1', '301', '20', '√', '', '大会议室'],
    )
    expect(table?.headerRow).toBe(4)
    expect(table?.columns.map(column => [column.heading, column.use])).toEqual([
      ['序号', 'left'],
      ['会议室', 'name'],
      ['容量', 'capacity'],
      ['投影', 'thing'],
      ['白板', 'kept'],
      ['名称', 'kept'],
    ])
    expect(table?.rows[0]?.draft).toEqual({ name: '301', capacity: 20, equipment: ['投影'] })
    expect(table?.rows[0]?.kept).toEqual(['名称: 大会议室'])
  })

  it('are not there in a table that names nothing', () => {
    expect(read('room', ['a', 'b'], ['1', '2'])).toBeNull()
    expect(read('room', ['车牌号', '司机'], ['粤B1', '李'])).toBeNull()
  })
})

describe('rows of a list of resources', () => {
  it('say only what stands in them, so that an empty cell changes nothing', () => {
    expect(
      draftsOf(
        'room',
        ['名称', '座位数', '设备', '可订起'],
        ['301', '', '', ''],
        ['302', '20座', '投影、白板', '8:00'],
      ),
    ).toEqual([{ name: '301' }, { name: '302', capacity: 20, equipment: ['投影', '白板'], bookableFrom: '08:00' }])
  })

  it('keep what is not known or not understood in the notes, under its heading', () => {
    const row = read('room', ['名称', '座位数', '管理员', '备注'], ['301', '20-30人', '王晓燕 内线 8801', '靠窗'])
      ?.rows[0]
    expect(row?.doubts).toEqual([{ column: 'capacity', text: '20-30人' }])
    expect(row && withKeptLines(row, undefined)).toEqual({
      name: '301',
      notes: '靠窗\n管理员: 王晓燕 内线 8801\n座位数: 20-30人',
    })
  })

  it('add to the notes of who is there, each line once', () => {
    const row = read('room', ['名称', '管理员'], ['301', '王晓燕'])?.rows[0] as ReadResource
    expect(withKeptLines(row, { notes: '靠窗' }).notes).toBe('靠窗\n管理员: 王晓燕')
    expect(withKeptLines(row, { notes: '靠窗\n管理员: 王晓燕' })).toEqual({ name: '301' })
  })

  it('are called by kind and plate where a list of vehicles has no names', () => {
    expect(draftsOf('vehicle', ['车牌号', '车型', '司机'], ['粤B12345', '别克GL8', '李师傅'])).toEqual([
      { name: '别克GL8 粤B12345', plate: '粤B12345', vehicleKind: '别克GL8', driverName: '李师傅' },
    ])
  })

  it.each([
    ['是', { canDrive: true }],
    ['C1', { canDrive: true, licenceClass: 'C1' }],
    ['无', { canDrive: false }],
    ['no', { canDrive: false }],
  ])('of people read %s below a licence', (text, expected) => {
    expect(draftsOf('person', ['姓名', '驾照'], ['张伟', text])).toEqual([{ name: '张伟', ...expected }])
  })

  it.each([
    ['8:00-18:00', { bookableFrom: '08:00', bookableUntil: '18:00' }],
    ['1899-12-31 08:30', { bookableFrom: '08:30' }],
    ['9:00:00', { bookableFrom: '09:00' }],
  ])('of rooms read the hours %s', (text, expected) => {
    expect(draftsOf('room', ['名称', '开放时间'], ['301', text])).toEqual([{ name: '301', ...expected }])
  })

  it('without a name stay, those of a name that stands above are marked, notes and totals are told', () => {
    const table = read(
      'room',
      ['名称', '座位数', '楼层'],
      ['301', '20', '3'],
      ['', '', ''],
      ['', '12', '4'],
      ['301', '18', '5'],
      ['名称', '座位数', '楼层'],
      ['合计', '50', ''],
      ['备注：座位数含主席台'],
    )
    expect(table?.rows.map(each => [each.row, each.draft.name, each.repeats])).toEqual([
      [2, '301', null],
      [4, '', null],
      [5, '301', 2],
    ])
    expect(table?.skipped).toEqual([
      { row: 7, text: '合计 50' },
      { row: 8, text: '备注:座位数含主席台' },
    ])
  })

  it('follow what somebody chose for a column', () => {
    const rows = [
      ['名称', '人均面积', '管理员'],
      ['301', '20', '王晓燕'],
    ]
    const table = readResourceTable(
      rows,
      'room',
      new Map<number, ResourceColumn | 'left'>([
        [1, 'capacity'],
        [2, 'left'],
      ]),
    )
    expect(table?.rows[0]).toMatchObject({ draft: { name: '301', capacity: 20 }, kept: [] })
  })

  it('are what the contract takes', () => {
    const fields = resourceFields.partial().required({ name: true })
    for (const kind of ['room', 'vehicle', 'person'] as const)
      for (const draft of draftsOf(kind, ['名称', '容量', '电话', '年检'], ['x', '5', '1380000', '2027/3/1']) ?? [])
        expect(fields.safeParse(draft).error).toBeUndefined()
  })
})

describe('cells of lists', () => {
  it.each([
    ['20', 20],
    ['20.0', 20],
    ['２０人', 20],
    ['1,200', 1200],
    ['约 30 座', 30],
    ['12 seats', 12],
    ['12+4', null],
    ['很多', null],
  ])('%s is the number %s', (text, number) => expect(wholeNumber(text)).toBe(number))

  it.each([
    ['15', '', 15],
    ['半小时', '', 30],
    ['1.5小时', '', 90],
    ['0.5', '准备时间（小时）', 30],
    ['无', '', 0],
    ['一会儿', '', null],
  ])('%s below "%s" is %s minutes', (text, heading, minutes) => expect(minutesOf(text, heading)).toBe(minutes))

  it.each([
    ['√', true],
    ['有', true],
    ['Yes', true],
    ['×', false],
    ['无', false],
    ['也许', null],
  ])('%s is %s', (text, answer) => expect(yesOrNo(text)).toBe(answer))
})

describe('a pasted table', () => {
  it.each([
    [
      'from Excel, with a break in a cell',
      '名称\t设备\n301\t"投影\n白板"\n',
      [['名称', '设备'], ['301', '投影\n白板'], ['']],
    ],
    [
      'with commas and quotes',
      '名称,设备\n301,"投影,白板"',
      [
        ['名称', '设备'],
        ['301', '投影,白板'],
      ],
    ],
    [
      'with Chinese commas',
      '名称，座位数\n301，20',
      [
        ['名称', '座位数'],
        ['301', '20'],
      ],
    ],
    [
      'of a page',
      '| 名称 | 座位数 |\n|---|---|\n| 301 | 20 |',
      [
        ['名称', '座位数'],
        ['301', '20'],
      ],
    ],
    [
      'with wide spaces',
      '名称   座位数\n301 会议室   20',
      [
        ['名称', '座位数'],
        ['301 会议室', '20'],
      ],
    ],
    [
      'with single spaces',
      '名称 设备\n301 投影、白板',
      [
        ['名称', '设备'],
        ['301', '投影、白板'],
      ],
    ],
  ])('%s is read', (_, text, rows) => expect(pastedTable(text)).toEqual(rows))
})

describe('no pasted list of a megabyte keeps the reader busy', () => {
  it.each([
    ['quotes', '\t"'.repeat(500_000)],
    ['quotes and commas', ',"'.repeat(500_000)],
    ['open brackets', '('.repeat(1_000_000)],
    ['one quote and breaks', `"${'\n'.repeat(50_000)}${'a'.repeat(900_000)}`],
  ])('%s', (_, text) => {
    const taken = (part: string): number => {
      const start = performance.now()
      readResourceTable(pastedTable(part), 'room')
      return performance.now() - start
    }
    // Four times the text takes about four times as long, where quadratic work takes sixteen.
    const quarter = taken(text.slice(0, text.length / 4))
    expect(taken(text)).toBeLessThan(quarter * 10 + 1000)
  })
})

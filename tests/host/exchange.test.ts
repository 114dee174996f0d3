import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { vtimezone } from '../../electron/host/exchange/calendar/vtimezone.ts'
import { doubtsOf } from '../../shared/domain/lists/guestDoubts.ts'
import { readGuestTable } from '../../shared/domain/lists/guestTable.ts'
import { aGuest, aRoom, aVisit, refusal } from '../support/builders.ts'
import { type Client, root, type TestOffice, testOffice } from '../support/office.ts'

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
      ['bomb.xlsx', bomb, 'tooLarge'],
      ['big.csv', new Uint8Array(20_000_001).fill(65), 'tooLarge'],
    ] as const) {
      const { code, data } = await refusal(client.exchange.readTable({ file: file(name, bytes) }))
      expect([name, code, data.reason]).toEqual([name, 'BAD_FILE', reason])
    }
  })
})

describe('exports', () => {
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

  it('.ics is what RFC 5545 asks for: zone, stable UIDs, UTC stamps, folding, CRLF', async () => {
    const visit = await aVisit(client, { startsOn: '2026-12-01' })
    const content = '双方就联合实验室建设与产业链合作进行深入会谈并签署备忘录，随后参观精密加工产线与展厅'
    const { item } = await client.itinerary.add({
      visitId: visit.id,
      kind: 'meeting',
      startsAt: '2026-12-01T09:00',
      endsAt: '2026-12-01T10:00',
      content,
    })
    const get = async () => (await office.get(`/exports/calendar.ics?visit=${visit.id}`)).text()
    const text = await get()
    for (const line of [
      'METHOD:PUBLISH',
      'BEGIN:VTIMEZONE',
      'TZOFFSETTO:+0800',
      `UID:item-${item.id}@yingbin`,
      'DTSTART;TZID=Asia/Shanghai:20261201T090000',
      'SEQUENCE:0',
      'STATUS:TENTATIVE',
      'TRIGGER:-PT15M',
    ])
      expect(text).toContain(line)
    expect(text).toMatch(/DTSTAMP:\d{8}T\d{6}Z/)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n ', '')).toContain(content)
    await client.itinerary.update({ id: item.id, revision: 1, patch: { startsAt: '2026-12-01T09:30' } })
    expect(await get()).toContain('SEQUENCE:1')
  })

  it('a zone with summer time names each change of clocks', () => {
    const zone = vtimezone('America/New_York', 2026, 2026)
    expect(zone).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400')
    expect(zone).toContain('BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500')
    expect(vtimezone('Asia/Shanghai', 2026, 2026).match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toHaveLength(1)
  })

  it('the text to paste has no notes in it, and bad addresses are refused', async () => {
    const visit = await aVisit(client, { startsOn: '2026-12-01' })
    await client.itinerary.add({
      visitId: visit.id,
      kind: 'dining',
      startsAt: '2026-12-01T12:00',
      endsAt: '2026-12-01T13:00',
      content: '午宴',
      place: '餐厅',
      notes: '内部备注',
    })
    const text = await (await office.get(`/exports/schedule.txt?visit=${visit.id}`)).text()
    expect(text).toContain('12:00–13:00 午宴 @ 餐厅')
    expect(text).not.toContain('内部备注')
    expect((await office.get('/exports/schedule.exe?visit=x')).status).toBe(400)
    expect((await office.get('/exports/calendar.ics?visit=00000000-0000-7000-8000-000000000000')).status).toBe(404)
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

describe('the logo', () => {
  it('is a PNG, JPEG or SVG, and an SVG is only ever a picture', async () => {
    const svg = readFileSync(join(root, 'resources', 'icons', 'yingbin.svg'))
    const { settings } = await client.office.setLogo({ file: file('logo.svg', svg) })
    const answer = await office.get(`/files/${settings.logo}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect((await refusal(client.office.setLogo({ file: file('a.png', 'hello') }))).data.reason).toBe('notAnImage')
    expect((await refusal(client.office.setLogo({ file: file('a.png', new Uint8Array(1_000_001)) }))).data.reason).toBe(
      'tooLarge',
    )
    await client.office.setLogo({ file: null })
    expect((await office.get(`/files/${settings.logo}`)).status).toBe(404)
    expect((await office.get('/files/..%2fyingbin.sqlite')).status).toBe(404)
  })
})

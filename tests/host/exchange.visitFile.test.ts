import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aFullVisit, aRoom, refusal } from '../support/builders.ts'
import { type Client, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

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
  it('of an earlier program names badge roles by their words', async () => {
    const { visit } = await aFullVisit(client)
    const [guest] = await client.guests.list({ visitId: visit.id })
    await client.guests.update({ id: guest?.id ?? '', revision: guest?.revision ?? 0, patch: { badgeRole: 'vip' } })
    const file = altered(
      await office.bytes(`/exports/visit.yingbin?visit=${visit.id}`),
      parts => {
        const content = strFromU8(parts['visit.json'] ?? new Uint8Array())
        parts['visit.json'] = strToU8(content.replace('"badgeRole":"vip"', '"badgeRole":"贵宾"'))
      },
      { resign: true },
    )
    expect(strFromU8(unzipSync(file)['visit.json'] ?? new Uint8Array())).toContain('贵宾')
    const preview = await client.exchange.readVisitFile({ file: asFile(file) })
    expect(preview.guests.map(each => each.fate)).toEqual(['same', 'same'])
  })

  it('of an earlier program says nothing of the English here: it is neither told nor taken away', async () => {
    const { visit } = await aFullVisit(client)
    const [stop] = await client.itinerary.list({ visitId: visit.id })
    await client.itinerary.word({
      visitId: visit.id,
      visit: { organizationLatin: 'Test Ltd.' },
      items: [{ id: stop?.id ?? '', contentLatin: 'Talks', placeLatin: '' }],
    })
    const file = asFile(
      altered(
        await office.bytes(`/exports/visit.yingbin?visit=${visit.id}`),
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
    const { visit } = await aFullVisit(client)
    await client.staffing.add({ visitId: visit.id, line: { role: 'guide', name: '赵讲解', itemId: null } })
    const [task] = await Promise.all([client.checklists.add({ visitId: visit.id, line: { title: '打印资料' } })])
    await client.checklists.attach({ taskId: task.line.id, file: asFile(strToU8('附件内容'), '资料.txt') })
    const file = asFile(await office.bytes(`/exports/visit.yingbin?visit=${visit.id}`))
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
    const { visit, meeting } = await aFullVisit(client)
    const file = asFile(await office.bytes(`/exports/visit.yingbin?visit=${visit.id}`))
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
    const { visit } = await aFullVisit(client)
    const file = asFile(await office.bytes(`/exports/visit.yingbin?visit=${visit.id}`))
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
    const { visit } = await aFullVisit(client)
    const good = await office.bytes(`/exports/visit.yingbin?visit=${visit.id}`)
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

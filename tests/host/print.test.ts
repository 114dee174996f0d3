import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { correction, labelPaper, labelPlaces, labelProblems, usedAfter } from '../../shared/domain/papers/sheets.ts'
import { aGuest, anItem, aVehicle, aVisit, refusal } from '../support/builders.ts'
import { type Client, root, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

describe('sheets of labels', () => {
  it('the shipped ones name their source and lie on their paper', async () => {
    const shipped = JSON.parse(readFileSync(join(root, 'resources', 'label-sheets.json'), 'utf8')) as {
      name: string
      source: string
    }[]
    expect(shipped.every(sheet => /glabels|pretix/.test(sheet.source))).toBe(true)
    const sheets = await client.print.labelSheets()
    expect(sheets).toHaveLength(9)
    for (const sheet of sheets) {
      expect([sheet.name, labelProblems(sheet)]).toEqual([sheet.name, {}])
      const paper = labelPaper(sheet)
      for (const place of labelPlaces(sheet)) {
        expect(place.x + place.width).toBeLessThanOrEqual(paper.width + 0.05)
        expect(place.y + place.height).toBeLessThanOrEqual(paper.height + 0.05)
      }
    }
  })

  it('one’s own is checked, and changed measures are no longer the source’s', async () => {
    const [sheet] = await client.print.labelSheets()
    if (!sheet) throw new Error('There is none')
    const { id, source: _, used: __, revision, ...fields } = sheet
    expect((await refusal(client.print.createLabelSheet({ ...fields, name: '我的', columns: 9 }))).code).toBe(
      'BAD_REQUEST',
    )
    expect((await refusal(client.print.updateLabelSheet({ id, revision, patch: { left: 90 } }))).data.reason).toBe(
      'doesNotFit',
    )
    expect((await client.print.updateLabelSheet({ id, revision, patch: { left: 17 } })).sheet.source).toBe('')
  })

  it('how many labels are gone is remembered; a badge that was printed is', async () => {
    const visit = await aVisit(client)
    const ids = []
    for (const name of ['甲', '乙', '丙']) ids.push((await aGuest(client, visit.id, { name })).id)
    const [sheet] = await client.print.labelSheets()
    const paper = { kind: 'badges' as const, visit: visit.id, sheet: sheet?.id ?? '', used: 6, guests: ids }
    const perSheet = (sheet?.rows ?? 0) * (sheet?.columns ?? 0)
    await client.print.printed({ papers: [paper], means: 'dialog', printer: '' })
    expect((await client.print.labelSheets())[0]?.used).toBe(usedAfter(6, 3, perSheet))
    expect((await client.guests.list({ visitId: visit.id })).every(guest => guest.badgePrintedAt !== null)).toBe(true)
    const [entry] = await client.print.log({ visitId: visit.id, before: null })
    expect(entry).toMatchObject({
      kind: 'badges',
      actor: '测试员',
      guests: ['甲', '乙', '丙'],
      design: '经典 1',
      means: 'dialog',
    })
  })

  it('what a printer does to a page is taken back: drawn at the corrected place it comes out true', async () => {
    const measured = { cornerX: 20.6, cornerY: 19.1, across: 149.4, down: 200.8 }
    const fix = correction(measured)
    const printed = (x: number, corner: number, stretch: number) => corner - 20 * stretch + x * stretch
    for (const x of [0, 20, 105, 210]) {
      const drawn = fix.x + fix.scaleX * x
      expect(printed(drawn, measured.cornerX, measured.across / 150)).toBeCloseTo(x, 6)
    }
    for (const y of [0, 20, 148, 297])
      expect(printed(fix.y + fix.scaleY * y, measured.cornerY, measured.down / 200)).toBeCloseTo(y, 6)
    const { printer } = await client.print.putPrinter({ name: '前台', ...measured })
    await client.print.putPrinter({ name: '前台', ...measured, cornerX: 20.2 })
    expect(await client.print.printers()).toEqual([{ ...printer, cornerX: 20.2, revision: 2 }])
  })
})

describe('the gallery', () => {
  it('tells what misses, what is ready, and what was changed since it was printed', async () => {
    const visit = await aVisit(client)
    const of = async (kind: string) =>
      (await client.print.gallery({ visitId: visit.id })).papers.find(paper => paper.kind === kind)
    expect((await of('badges'))?.misses).toEqual(['guests'])
    expect((await of('dispatch'))?.misses).toEqual(['trips'])
    expect((await of('feedback'))?.misses).toEqual([])
    const guest = await aGuest(client, visit.id, { name: '张伟' })
    await client.print.printed({ papers: [{ kind: 'badges', visit: visit.id }], means: 'dialog', printer: '' })
    const printed = await of('badges')
    expect(printed?.last?.version).toBe(printed?.version)
    await anItem(client, visit, { kind: 'meeting', from: '10:00', until: '11:00' })
    expect((await of('badges'))?.version).toBe(printed?.version)
    const { revision } = (await client.guests.list({ visitId: visit.id }))[0] ?? { revision: 1 }
    await client.guests.update({ id: guest.id, revision, patch: { title: '总经理' } })
    expect((await of('badges'))?.version).not.toBe(printed?.version)
  })

  it('everything for a day: by arrival, a separator before each visit, badges that are not printed yet, doors last', async () => {
    const car = await aVehicle(client, { name: '考斯特' })
    const late = await aVisit(client, { title: '下午的', startsOn: '2026-11-24' })
    const early = await aVisit(client, { title: '上午的', startsOn: '2026-11-24' })
    const gone = await aVisit(client, { title: '取消的', startsOn: '2026-11-24' })
    await client.visits.setStatus({ id: gone.id, revision: gone.revision, status: 'cancelled', comment: '' })
    await anItem(client, late, { kind: 'meeting', from: '14:00', until: '15:00' })
    await anItem(client, early, { kind: 'pickup', from: '09:00', until: '10:00', vehicleIds: [car.id] })
    const [first, second] = [
      await aGuest(client, early.id, { name: '甲' }),
      await aGuest(client, early.id, { name: '乙' }),
    ]
    await client.print.printed({
      papers: [{ kind: 'badges', visit: early.id, guests: [first.id] }],
      means: 'dialog',
      printer: '',
    })
    const wish = {
      day: '2026-11-24',
      language: 'zh-CN' as const,
      design: '' as const,
      sheet: 'a4' as const,
      used: 0,
      printer: '' as const,
    }
    const { papers, visits } = await client.print.dayPapers({ ...wish, again: false })
    expect(visits).toBe(2)
    expect(papers.map(paper => paper.kind)).toEqual([
      'separator',
      'itinerary',
      'pickup-sign',
      'dispatch',
      'badges',
      'separator',
      'itinerary',
    ])
    expect(papers[0]).toMatchObject({ visit: early.id })
    expect(papers[4]).toMatchObject({ guests: [second.id] })
    const again = await client.print.dayPapers({ ...wish, again: true })
    expect(again.papers[4]).toMatchObject({ kind: 'badges', guests: [] })
  })
})

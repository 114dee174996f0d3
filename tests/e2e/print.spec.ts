import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { documentQuery } from '../../shared/contract/documents.ts'
import { correction, labelPaper, labelPlaces } from '../../shared/domain/papers/sheets.ts'
import { seriousFindings } from '../support/axe.ts'
import { aGuest, anItem, aVisit } from '../support/builders.ts'
import type { Client } from '../support/office.ts'
import { measurePdf, readQr } from '../support/pdf.ts'
import { arrive, bytesOf, expect, go, looking, test } from '../support/served.ts'

/** Printing that answers at once, as a person who presses Print in the system's dialog would. */
const PRINTS = () => {
  window.print = () => {
    window.dispatchEvent(new Event('afterprint'))
  }
}

async function aDelegation(client: Client, count = 12) {
  const visit = await aVisit(client, { title: '北辰新能源考察', startsOn: '2026-11-24' })
  const guests = []
  for (let index = 0; index < count; index++)
    guests.push(await aGuest(client, visit.id, { name: `来宾${String(index + 1).padStart(2, '0')}`, title: '工程师' }))
  return { visit, guests }
}

test('every sheet of labels: each badge on its label, from the label one says on, the last sheet too', async ({
  blank: desk,
  client,
  served,
}) => {
  const { visit } = await aDelegation(client)
  await desk.emulateMedia({ media: 'print' })
  for (const sheet of await client.print.labelSheets()) {
    const used = 3
    const query = documentQuery({ kind: 'badges', visit: visit.id, sheet: sheet.id, used })
    await desk.goto(`${served.origin}/document.html?${query}`)
    await desk.locator('html[data-ready]').waitFor({ state: 'attached' })
    const places = labelPlaces(sheet)
    const found = await desk.evaluate(() =>
      [...document.querySelectorAll('.sheet')].map(page => {
        const { left, top, width, height } = page.getBoundingClientRect()
        const mm = (value: number) => (value * 25.4) / 96
        return {
          width: mm(width),
          height: mm(height),
          badges: [...page.querySelectorAll('.badge')].map(badge => {
            const box = badge.getBoundingClientRect()
            return { x: mm(box.left - left), y: mm(box.top - top), width: mm(box.width), height: mm(box.height) }
          }),
        }
      }),
    )
    const paper = labelPaper(sheet)
    expect(found).toHaveLength(Math.ceil((12 + used) / places.length))
    expect(found.reduce((sum, page) => sum + page.badges.length, 0)).toBe(12)
    found.forEach((page, number) => {
      expect(Math.abs(page.width - paper.width), sheet.name).toBeLessThan(0.2)
      expect(Math.abs(page.height - paper.height), sheet.name).toBeLessThan(0.2)
      page.badges.forEach((badge, index) => {
        const place = places[number === 0 ? index + used : index]
        if (!place) throw new Error(`${sheet.name}: no place`)
        // In the middle of its label, and nowhere beyond it.
        expect(Math.abs(badge.x + badge.width / 2 - (place.x + place.width / 2)), sheet.name).toBeLessThan(0.2)
        expect(Math.abs(badge.y + badge.height / 2 - (place.y + place.height / 2)), sheet.name).toBeLessThan(0.2)
        expect(badge.width).toBeLessThan(place.width + 0.2)
        expect(badge.height).toBeLessThan(place.height + 0.2)
      })
    })
  }
})

test('a corrected printer gets its pages drawn aside, by what was measured', async ({
  blank: desk,
  client,
  served,
}) => {
  const { visit } = await aDelegation(client, 2)
  const measured = { cornerX: 21, cornerY: 19.5, across: 149.5, down: 200.5 }
  const { printer } = await client.print.putPrinter({ name: '前台打印机', ...measured })
  await desk.emulateMedia({ media: 'print' })
  const left = async (of: string) => {
    await desk.goto(`${served.origin}/document.html?${documentQuery({ kind: 'badges', visit: visit.id, printer: of })}`)
    await desk.locator('html[data-ready]').waitFor({ state: 'attached' })
    return desk.evaluate(() => {
      const page = document.querySelector('.sheet')?.getBoundingClientRect()
      const badge = document.querySelector('.badge')?.getBoundingClientRect()
      return (((badge?.left ?? 0) - (page?.left ?? 0)) * 25.4) / 96
    })
  }
  const plain = await left('')
  const fix = correction(measured)
  expect(Math.abs((await left(printer.id)) - (fix.x + fix.scaleX * plain))).toBeLessThan(0.05)
})

test('table cards: two faces, the upper one turned; plans and signs of their size', async ({ client, served }) => {
  const { visit } = await aDelegation(client, 2)
  const item = await anItem(client, visit, { kind: 'meeting', from: '10:00', until: '11:00' })
  await client.seating.add({ visitId: visit.id, line: { itemId: item.id, tripId: null } })
  const printed = async (kind: string, more = '') =>
    new Uint8Array(
      await (
        await served.host.fetch(new Request(`http://127.0.0.1/documents/${kind}.pdf?visit=${visit.id}${more}`))
      ).arrayBuffer(),
    )
  const cards = await printed('table-cards')
  const pages = await measurePdf(cards)
  expect(pages).toHaveLength(2)
  expect(pages[0]?.text.match(/来宾01/g)).toHaveLength(2)
  const pdf = await getDocument({ data: cards, verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  const words = items.flatMap(each => ('str' in each && /[来宾]/.test(each.str) ? [each.transform as number[]] : []))
  // The first number of a text's matrix is its direction: minus for what stands on its head. It stands above the other.
  const turned = words.filter(matrix => (matrix[0] ?? 0) < 0).map(matrix => matrix[5] ?? 0)
  const upright = words.filter(matrix => (matrix[0] ?? 0) > 0).map(matrix => matrix[5] ?? 0)
  expect(turned.length).toBeGreaterThan(0)
  expect(upright).toHaveLength(turned.length)
  expect(Math.min(...turned)).toBeGreaterThan(Math.max(...upright))
  for (const [kind, more, width, height] of [
    ['pickup-sign', '', 297, 210],
    ['pickup-sign', '&paper=a3', 420, 297],
    ['seating-plan', '', 297, 210],
    ['feedback', '', 210, 297],
    ['closing-report', '', 210, 297],
  ] as const) {
    const [page] = await measurePdf(await printed(kind, more))
    // Chromium puts pages on a grid of its own: 420 mm come out as 420.201, the next smaller as 419.777.
    expect(Math.abs((page?.width ?? 0) - width), kind).toBeLessThan(width === 420 ? 0.21 : 0.2)
    expect(Math.abs((page?.height ?? 0) - height), kind).toBeLessThan(0.2)
  }
  const [form] = await measurePdf(await printed('feedback'))
  expect(form?.text).toContain('总体接待')
  expect(await readQr(await printed('feedback'), { x: 160, y: 30, width: 48, height: 50 })).toBe(visit.code)
})

for (const count of [1, 13, 200])
  test(`an itinerary of ${count} stops: no stop is broken or lost, titles on every page`, async ({
    client,
    served,
  }) => {
    const visit = await aVisit(client, { startsOn: '2026-12-01', endsOn: '2026-12-20' })
    const contents = Array.from({ length: count }, (_, index) => `第${index + 1}站${'长'.repeat(index % 40)}终`)
    for (let from = 0; from < count; from += 200)
      await client.itinerary.addAll({
        visitId: visit.id,
        items: contents.slice(from, from + 200).map((content, index) => {
          const day = String(1 + Math.floor((from + index) / 10)).padStart(2, '0')
          const hour = String(8 + ((from + index) % 10)).padStart(2, '0')
          return {
            kind: 'other' as const,
            content,
            startsAt: `2026-12-${day}T${hour}:00`,
            endsAt: `2026-12-${day}T${hour}:40`,
          }
        }),
      })
    for (const kind of ['itinerary', 'itinerary-internal', 'plan'] as const) {
      const answer = await served.host.fetch(new Request(`http://127.0.0.1/documents/${kind}.pdf?visit=${visit.id}`))
      const pages = await measurePdf(new Uint8Array(await answer.arrayBuffer()))
      for (const content of contents)
        expect([kind, content, pages.filter(page => page.text.includes(content)).length]).toEqual([kind, content, 1])
      pages.forEach((page, index) => {
        expect(page.text).toContain(`第${index + 1}页，共${pages.length}页`)
        if (/第\d+站/.test(page.text)) expect(page.text).toContain('时间')
      })
    }
  })

test('papers of several sizes are one PDF, with an outline, tags and its fonts', async ({ client, served }) => {
  const { visit } = await aDelegation(client, 3)
  await anItem(client, visit, { kind: 'meeting', from: '10:00', until: '11:00' })
  const seen: number[] = []
  let address = ''
  const papers = [
    { kind: 'separator' as const, visit: visit.id, day: visit.startsOn },
    { kind: 'itinerary' as const, visit: visit.id, paper: 'a5' as const },
    { kind: 'badges' as const, visit: visit.id, sheet: 'single' as const },
    { kind: 'itinerary-internal' as const, visit: visit.id },
    { kind: 'pickup-sign' as const, visit: visit.id },
  ]
  for await (const event of await client.print.make({ papers, as: 'one', name: '全部' })) {
    if (event.kind === 'progress') seen.push(event.done)
    else address = event.address
  }
  expect(seen[0]).toBe(0)
  expect([...seen].sort((a, b) => a - b)).toEqual(seen)
  expect(address).toMatch(/^\/documents\/made\//)
  const made = new Uint8Array(await (await served.host.fetch(new Request(`http://127.0.0.1${address}`))).arrayBuffer())
  const sizes = (await measurePdf(made)).map(page => `${Math.round(page.width)}x${Math.round(page.height)}`)
  expect(sizes).toEqual(['210x297', '148x210', '90x54', '90x54', '90x54', '297x210', '297x210'])
  const source = Buffer.from(made).toString('latin1')
  const fonts = source.match(/(?<=BaseFont \/[A-Z]{6}\+)\w+|Type3/g) ?? []
  expect([...new Set(fonts.map(font => font.match(/NotoS(ans|erif)SC/)?.[0] ?? font))].sort()).toEqual([
    'NotoSansSC',
    'NotoSerifSC',
  ])
  const pdf = await getDocument({ data: made, verbosity: 0 }).promise
  expect((await pdf.getMarkInfo()) ?? []).toContainEqual(['Marked', true])
  expect((await pdf.getOutline())?.map(each => each.title)).toEqual([
    '北辰新能源考察',
    '北辰新能源考察 接待日程',
    '北辰新能源考察 胸牌',
    '北辰新能源考察 接待日程（内部）',
    '北辰新能源考察 接机牌',
  ])
})

for (const [language, words] of [
  [
    '中文',
    {
      open: '打开：胸牌',
      ready: /选择已就绪的/,
      one: '合成一个 PDF',
      again: '全部再打印',
      print: /打印 Ctrl P/,
      title: '文件',
    },
  ],
  [
    'English',
    {
      open: 'Open Name badges',
      ready: /that are ready/,
      one: 'One PDF',
      again: 'Print all again',
      print: /Print Ctrl P/,
      title: 'Documents',
    },
  ],
] as const)
  test.describe(language, () => {
    test('the gallery shows the real pages and what misses', async ({ desk, client }) => {
      const { visit } = await aDelegation(client, 4)
      await desk.getByText(language, { exact: true }).click()
      await go(desk, `/visits/${visit.id}/documents`)
      await expect(desk.frameLocator('.paper-card:first-child iframe').locator('.badge').first()).toBeVisible()
      const lacking = desk.locator('.paper-card.lacking').first()
      await expect(lacking.getByRole('link').first()).toHaveAttribute('href', new RegExp(`/visits/${visit.id}/`))
      expect(await seriousFindings(desk)).toEqual([])
    })

    test('the gallery makes one file of all that is ready, and says that they were printed', async ({
      desk,
      client,
    }) => {
      const { visit } = await aDelegation(client, 4)
      await desk.getByText(language, { exact: true }).click()
      await go(desk, `/visits/${visit.id}/documents`)
      await desk.getByRole('checkbox', { name: words.ready }).check()
      const download = desk.waitForEvent('download')
      await desk.getByRole('button', { name: words.one }).click()
      const pages = await measurePdf(await bytesOf(await download))
      expect(new Set(pages.map(each => `${Math.round(each.width)}x${Math.round(each.height)}`)).size).toBeGreaterThan(1)
      await expect(desk.locator('.paper-card:first-child p')).not.toHaveText(/尚未|never/)
    })

    test('what was printed before is asked about before it is printed again', async ({ desk, client, page }) => {
      await page.addInitScript(PRINTS)
      const { visit } = await aDelegation(client, 4)
      await client.print.printed({ papers: [{ kind: 'badges', visit: visit.id }], means: 'dialog', printer: '' })
      await desk.reload()
      await desk.getByText(language, { exact: true }).click()
      await go(desk, `/visits/${visit.id}/documents`)
      await desk.getByRole('button', { name: words.open, exact: true }).click()
      await desk.locator('.studio-side').getByRole('button', { name: words.print }).click()
      await desk.getByRole('button', { name: words.again }).click()
      await expect
        .poll(async () => (await client.print.log({ visitId: visit.id, before: null })).map(each => each.means))
        .toEqual(['dialog', 'dialog'])
    })
  })

test('an English paper says what it lacks, and is worded on the spot', async ({ desk, client }) => {
  const visit = await aVisit(client, { title: '北辰新能源考察', organization: '北辰新能源' })
  await anItem(client, visit, { kind: 'dining', from: '12:00', until: '13:00', content: '欢迎午宴', place: '牡丹厅' })
  await go(desk, `/visits/${visit.id}/documents`)
  await desk.getByRole('button', { name: '打开：接待日程', exact: true }).click()
  const side = desk.locator('.studio-side')
  await expect(side.getByRole('button', { name: /没有英文/ })).toHaveCount(0)
  await side.getByText('English', { exact: true }).click()
  await side.getByRole('button', { name: '2 处没有英文' }).click()
  const dialog = desk.getByRole('dialog', { name: '来访与行程的英文' })
  await expect(dialog.getByLabel('内容“欢迎午宴”的英文')).toHaveValue('Welcome lunch')
  await dialog.getByLabel('地点“牡丹厅”的英文').fill('Peony Hall')
  await dialog.getByLabel('单位“北辰新能源”的英文').fill('Beichen New Energy')
  expect(await seriousFindings(desk)).toEqual([])
  await desk.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  const paper = desk.frameLocator('.studio-preview iframe')
  await expect(paper.locator('.sheet')).toContainText('Welcome lunch')
  await expect(paper.locator('.sheet')).toContainText('Peony Hall')
  await expect(paper.locator('.sheet')).toContainText('Beichen New Energy')
  await expect(side.getByRole('button', { name: /没有英文/ })).toHaveCount(0)
})

test('one badge again: two clicks from search', async ({ desk, client, page }) => {
  await page.addInitScript(PRINTS)
  const { visit, guests } = await aDelegation(client, 3)
  await client.print.printed({ papers: [{ kind: 'badges', visit: visit.id }], means: 'dialog', printer: '' })
  await desk.reload()
  await desk.getByRole('combobox', { name: /搜索/ }).click()
  await desk.keyboard.type('来宾02')
  await desk.locator('.ant-select-item-option', { hasText: '来宾02' }).locator('button').click()
  await expect(desk.frameLocator('.studio-preview iframe').locator('.badge')).toHaveCount(1)
  await desk
    .locator('.studio-side')
    .getByRole('button', { name: /打印 Ctrl P/ })
    .click()
  await expect
    .poll(async () => (await client.print.log({ visitId: visit.id, before: null }))[0]?.guests)
    .toEqual([guests[1]?.name])
})

test('straight to a chosen printer: the queue tells, a refusal stays until it is tried again', async ({
  desk,
  client,
  page,
}) => {
  await page.addInitScript(() => {
    const orders: unknown[] = []
    let jammed = true
    Object.assign(window, {
      orders,
      desktop: {
        platform: 'win32',
        printers: async () => [{ name: 'Badge_1', displayName: '胸牌打印机' }],
        print: async (order: unknown) => {
          orders.push(order)
          const answer = jammed ? { ok: false, reason: '缺纸' } : { ok: true, reason: '' }
          jammed = false
          return answer
        },
      },
    })
  })
  const { visit } = await aDelegation(client, 1)
  await desk.reload()
  await go(desk, `/print?visit=${visit.id}&kind=badges`)
  await desk.getByLabel('打印机', { exact: true }).click()
  await desk.getByText('胸牌打印机').click()
  await desk.getByText('每页一张').click()
  await go(desk, `/visits/${visit.id}/guests`)
  await desk.getByRole('button', { name: '打印 来宾01 的胸牌' }).click()
  await expect(desk.getByRole('alert')).toContainText('缺纸')
  expect((await client.guests.list({ visitId: visit.id }))[0]?.badgePrintedAt).toBeNull()
  await desk.getByRole('button', { name: '重试' }).click()
  await expect(desk.locator('.print-job')).toContainText('已打印')
  await expect
    .poll(async () => (await client.guests.list({ visitId: visit.id }))[0]?.badgePrintedAt)
    .toBe('2026-11-23T09:00')
  expect(await desk.evaluate(() => (window as unknown as { orders: unknown[] }).orders.at(-1))).toMatchObject({
    printer: 'Badge_1',
    width: 90,
    height: 54,
  })
  expect((await client.print.log({ visitId: visit.id, before: null }))[0]).toMatchObject({
    means: 'printer',
    printer: 'Badge_1',
  })
})

looking('the back-up of the week is one act', async ({ desk }) => {
  await arrive(desk, '/print')
  const week = desk.getByRole('region', { name: '一周备份' })
  const download = desk.waitForEvent('download')
  await week.getByRole('button', { name: '合成一个 PDF' }).click()
  const text = (await measurePdf(await bytesOf(await download))).map(each => each.text).join()
  for (const word of ['一周来访', '华东智能装备考察团来访', '301会议室', '考斯特']) expect(text).toContain(word)
})

looking('all papers of a day are one act', async ({ desk }) => {
  await arrive(desk, '/print')
  const day = desk.getByRole('region', { name: '一天的全部文件' })
  await expect(day.getByText(/\d+ 次来访，\d+ 份文件/)).toBeVisible()
  const all = desk.waitForEvent('download')
  await day.getByRole('button', { name: '合成一个 PDF' }).click()
  expect((await measurePdf(await bytesOf(await all))).length).toBeGreaterThan(4)
})

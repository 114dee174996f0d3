import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Browser, Page } from 'playwright-core'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { chromiumPrinter } from '../../electron/host/print/chromium.ts'
import { serve } from '../../electron/web.ts'
import { bundleQuery, documentQuery } from '../../shared/contract/documents.ts'
import { type Client, clientOf, root, TEST_NOW } from '../support/office.ts'
import { measurePdf } from '../support/pdf.ts'
import { median, print, quiet, sideBySide } from './measure.ts'

const PDF = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }

type Served = Awaited<ReturnType<typeof serve>>

/**
 * (d) 500 badges and (l) an internal itinerary of 60 pages to PDF, (m) everything for a day of 10 visits with 200 guests: each against the
 * same browser printing the same finished page from a plain server. (n) a workbook of 10,000 rows against the library alone.
 */
export async function printingLines(
  folder: string,
  launch: () => Promise<Browser>,
  asked: (letter: string) => boolean,
): Promise<void> {
  const dataDir = join(folder, 'printing')
  mkdirSync(dataDir)
  const served = await serve({ root, dataDir, log: quiet, port: 0, printer: 'chromium', clock: () => TEST_NOW })
  const client = clientOf(served.host.fetch)
  const printer = chromiumPrinter({ origin: () => ({ url: served.origin, cookie: served.cookie }) })
  const browser = await launch()
  const page = await browser.newPage()
  const against = async (
    name: string,
    path: string,
    ours: () => Promise<Uint8Array>,
    { rounds = 7, target = 1.3 } = {},
  ) => {
    const finished = await standing(await finishedPage(browser, served, path))
    const pages = (await measurePdf(await ours())).length
    const same = (await measurePdf(await printFinished(page, finished.url))).length
    if (pages !== same) throw new Error(`The finished page has ${same} pages, the document ${pages}`)
    const times = await sideBySide(rounds, ours, () => printFinished(page, finished.url))
    finished.close()
    print({ name: `${name} (${pages} pages)`, ...times, target })
  }
  if (asked('d')) {
    const visit = await delegation(client, '五百人大会', 500)
    const path = `/document.html?${documentQuery({ kind: 'badges', visit, sheet: 'a4' })}`
    await against('(d) 500 badges to PDF', path, () => printer.toPdf(path))
  }
  if (asked('l')) {
    const visit = await longVisit(client)
    const path = `/document.html?${documentQuery({ kind: 'itinerary-internal', visit })}`
    await against('(l) a long internal itinerary to PDF', path, () => printer.toPdf(path))
  }
  if (asked('m')) {
    for (let number = 1; number <= 10; number++) await dayVisit(client, number)
    const wish = { day: '2026-11-24', language: 'zh-CN' as const, again: true }
    const { papers } = await client.print.dayPapers({ ...wish, design: '', sheet: 'a4', used: 0, printer: '' })
    let reports = 0
    const path = `/document.html?${bundleQuery(papers)}`
    await against(
      `(m) everything for tomorrow, 10 visits, ${papers.length} papers`,
      path,
      () => printer.toPdf(path, () => reports++),
      // Bounded by the printing: laying out so many papers takes no longer than printing them.
      { rounds: 3, target: 2 },
    )
    console.log(`    progress was reported ${reports} times`)
  }
  if (asked('n')) await workbookLine(client, served)
  await browser.close()
  await printer.close()
  await served.close()
}

async function delegation(client: Client, title: string, count: number): Promise<string> {
  const { visit } = await client.visits.create({ title, startsOn: '2026-11-24' })
  const guests = Array.from({ length: count }, (_, index) => ({
    name: `${'王李张刘陈'[index % 5]}${'伟芳娜敏静丽强磊'[index % 8]}${'明华建国志远'[index % 6]}`,
    title: '工程师',
    organization: '华东智能装备协会',
  }))
  for await (const _ of await client.guests.importAll({ visitId: visit.id, guests }));
  return visit.id
}

/** 23 days of 30 stops: about 60 pages. */
async function longVisit(client: Client): Promise<string> {
  const { visit } = await client.visits.create({ title: '长行程', startsOn: '2026-12-01', endsOn: '2026-12-23' })
  for (let day = 1; day <= 23; day++)
    await client.itinerary.addAll({
      visitId: visit.id,
      items: Array.from({ length: 30 }, (_, index) => {
        const minute = 480 + index * 20
        const time = (at: number) =>
          `2026-12-${String(day).padStart(2, '0')}T${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
        return {
          kind: 'meeting' as const,
          startsAt: time(minute),
          endsAt: time(minute + 15),
          content: `第 ${index + 1} 场技术交流与合作洽谈`,
          place: '总部大楼主楼三层国际会议中心',
          personInCharge: '王晓燕',
          phone: '13900000001',
          notes: '请提前十分钟到场，检查投影与同传设备',
        }
      }),
    })
  return visit.id
}

async function dayVisit(client: Client, number: number): Promise<void> {
  const visitId = await delegation(client, `第 ${number} 个代表团来访`, 20)
  await client.itinerary.addAll({
    visitId,
    items: [
      { kind: 'meeting', startsAt: '2026-11-24T09:30', endsAt: '2026-11-24T11:00', content: '会谈', nameCards: true },
      { kind: 'dining', startsAt: '2026-11-24T12:00', endsAt: '2026-11-24T13:00', content: '午宴' },
      { kind: 'tour', startsAt: '2026-11-24T14:00', endsAt: '2026-11-24T16:00', content: '参观' },
    ],
  })
  const [meeting] = await client.itinerary.list({ visitId })
  if (meeting) await client.seating.add({ visitId, line: { itemId: meeting.id, tripId: null } })
}

async function printFinished(page: Page, url: string): Promise<Uint8Array> {
  await page.goto(url)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page.pdf(PDF)
}

/** The document as it stands when it is laid out: its HTML without scripts. */
async function finishedPage(browser: Browser, served: Served, path: string): Promise<string> {
  const context = await browser.newContext()
  await context.addCookies([{ ...served.cookie, url: served.origin }])
  const page = await context.newPage()
  await page.goto(served.origin + path)
  await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 120_000 })
  const html = await page.evaluate(() => {
    for (const script of document.querySelectorAll('script, link[rel=modulepreload]')) script.remove()
    return `<!doctype html>${document.documentElement.outerHTML}`
  })
  await context.close()
  return html
}

/** A finished page on an address of its own, as plain as can be: a file has no origin, and its fonts would not be loaded. */
async function standing(html: string): Promise<{ url: string; close: () => void }> {
  const kinds: Record<string, string> = { '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(root, 'dist', 'renderer', path)
    if (path === '/') response.setHeader('content-type', 'text/html').end(html)
    else if (existsSync(file)) {
      response.setHeader('cache-control', 'max-age=3600')
      response.setHeader('content-type', kinds[extname(file)] ?? 'application/octet-stream').end(readFileSync(file))
    } else response.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

/** 10,000 guests as a workbook: the time, and the longest gap in which the host answered nothing else. */
async function workbookLine(client: Client, served: Served): Promise<void> {
  const visitId = await delegation(client, '一万人', 10_000)
  const rows = (await client.guests.list({ visitId })).map(guest =>
    [guest.name, guest.latinName, guest.title, guest.organization, '', '', '', '', '', '', ''].map(value =>
      value === '' ? null : { value, type: String, wrap: true },
    ),
  )
  const address = `http://127.0.0.1/exports/guests.xlsx?visit=${visitId}`
  const gaps: number[] = []
  const ours = async () => {
    const watch = monitorEventLoopDelay({ resolution: 5 })
    watch.enable()
    await (await served.host.fetch(new Request(address))).arrayBuffer()
    watch.disable()
    gaps.push(watch.max / 1e6)
  }
  const times = await sideBySide(5, ours, async () => {
    await writeExcelFile([{ sheet: '来宾', data: rows as SheetData }]).toBuffer()
  })
  print({ name: '(n) a workbook of 10,000 rows', ...times, target: 1.5 })
  console.log(
    `    longest gap of the event loop: median ${median(gaps).toFixed(1)} ms, most ${Math.max(...gaps).toFixed(1)} ms of 50`,
  )
}

import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve as serveHono } from '@hono/node-server'
import Database from 'better-sqlite3'
import { Hono } from 'hono'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { searchExpression } from '../../electron/host/acts/search.text.ts'
import { createHost, type Host } from '../../electron/host/host.ts'
import { browserArguments, findBrowser } from '../../electron/host/print/chromium.ts'
import { LONGEST_VISIT } from '../../electron/host/visits/visits.queries.ts'
import { serve } from '../../electron/web.ts'
import { VISIT_SECTIONS, type VisitSection } from '../../renderer/base/sections.ts'
import { addDays, addMinutes, at } from '../../shared/domain/time.ts'
import { clientOf, root } from '../support/office.ts'
import { limited, median, print, quiet, sideBySide } from './measure.ts'
import { printingLines } from './printing.ts'
import { FIRST_DAY, seed } from './seed.ts'
import { placingLines, timelineLines } from './timeline.ts'

// `npm run bench [-- a b …]`: each line is our median, the reference's, both from this run, and their ratio.

/** What shows that a section is there: with the visit full, and with nothing in it. */
const SECTIONS: Record<VisitSection, [full: string, empty: string]> = {
  overview: ['.readiness li', '.readiness li'],
  guests: ['[data-guest]', '.guests .empty'],
  itinerary: ['[data-item]', '.day-list form'],
  staffing: ['.staffing-scroll [data-item]', '.lines-section .empty'],
  seating: ['.seating-one', '.page-body .empty'],
  transport: ['.trip-fields', '.lines-section .empty'],
  lodging: ['fieldset.stay-grid', '.lines-section .empty'],
  dining: ['.meal-fields', '.empty'],
  supplies: ['fieldset.allocation-grid', '.lines-section .ant-select'],
  budget: ['.sums', '.lines-section .add-line'],
  checklist: ['fieldset.task-grid', '.lines-section .empty'],
  approval: ['.readiness li', '.readiness li'],
  documents: ['.studio', '.studio'],
  history: ['.deed', '.deed'],
}

const wanted = process.argv.slice(2)
const asked = (letter: string) => wanted.length === 0 || wanted.includes(letter)
const folder = mkdtempSync(join(tmpdir(), 'yingbin-bench-'))
const browsers: Browser[] = []
const launch = async () => {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments() })
  browsers.push(browser)
  return browser
}
try {
  if (asked('a') || asked('b') || asked('f')) await limited('(a) (b) (f) the host', hostLines)
  if (asked('c')) await limited('(c) the calendar', calendarLine)
  if (['d', 'l', 'm', 'n'].some(asked))
    await limited('(d) (l) (m) (n) printing', () => printingLines(folder, launch, asked))
  if (asked('e')) await limited('(e) the start', startLine)
  if (asked('g')) await limited('(g) the sections', sectionsLine)
  if (asked('h')) await limited('(h) saving', savingLine)
  if (asked('i')) await limited('(i) the timeline', () => timelineLines(folder, launch))
  if (asked('j') || asked('k')) await limited('(j) (k) placing', () => placingLines(folder, asking, asked))
} finally {
  for (const browser of browsers) await browser.close().catch(() => undefined)
  rmSync(folder, { recursive: true, force: true })
}
// What a line that failed has left running must not keep the bench from ending.
process.exit()

/** (a) a month of visits, (b) an itinerary's conflicts, (f) search: against the same SQL on a bare connection. */
async function hostLines(): Promise<void> {
  const dataDir = join(folder, 'large')
  mkdirSync(dataDir)
  seed(dataDir, 100_000)
  const host = createHost({ root, dataDir, log: quiet })
  const bare = new Database(join(dataDir, 'yingbin.sqlite'), { readonly: true })
  const ask = asking(host)
  const from = '2026-06-01'
  const until = '2026-06-30'
  const month =
    bare.prepare(`select v.id, v.code, v.title, v.title_latin as titleLatin, v.organization, v.grade, v.kind, v.status,
      v.starts_on as startsOn, v.ends_on as endsOn, v.headcount, v.coordinator, v.revision,
      coalesce((select min(starts_at) from itinerary_item where visit_id = v.id), '') as firstAt,
      coalesce((select max(ends_at) from itinerary_item where visit_id = v.id), '') as lastAt,
      (select count(*) from guest where visit_id = v.id) as guestCount
    from visit as v where v.starts_on between ? and ? and v.ends_on >= ? order by v.starts_on, v.id`)
  if (asked('a'))
    print({
      name: `(a) a month of visits (${month.all(addDays(from, -LONGEST_VISIT), until, from).length} of 100,000)`,
      ...(await sideBySide(
        41,
        () => ask('visits/range', { from, until }),
        () => month.all(addDays(from, -LONGEST_VISIT), until, from),
      )),
      target: 3,
    })
  const rooms = bare
    .prepare("select id from resource where kind = 'room' order by name limit 40")
    .pluck()
    .all() as string[]
  const wants = rooms.map((resourceId, index) => {
    const startsAt = addMinutes(at(addDays(FIRST_DAY, 2400 + (index % 3)), '09:00'), index * 5)
    return { resourceId, startsAt, endsAt: addMinutes(startsAt, 60), itemId: null }
  })
  const conflict =
    bare.prepare(`select b.id, b.starts_at, b.ends_at, coalesce(nullif(b.title, ''), v.title) as title from booking b left join visit v on v.id = b.visit_id
    where b.resource_id = ? and b.status <> 'cancelled' and b.blocked_until > ? and b.blocked_from < ?`)
  if (asked('b'))
    print({
      name: '(b) conflicts of a 40-item itinerary, 100,000 bookings',
      ...(await sideBySide(
        101,
        () => ask('itinerary/conflicts', { wants }),
        () => wants.map(want => conflict.all(want.resourceId, want.startsAt, want.endsAt)),
      )),
      target: 3,
    })
  const typed = ['张伟', 'zhangw', 'lifang', '1300', '陈静', 'wmj', '刘洋洋', '王', '13000997']
  const fts =
    bare.prepare(`select e.kind, e.entity_id, e.visit_id, e.title, e.detail from (select rowid, rank from search where search match ? order by rank limit 12) as hit
    join search_entry e on e.number = hit.rowid order by hit.rank`)
  let [turn, referenceTurn] = [0, 0]
  if (asked('f'))
    print({
      name: '(f) search among 100,000 guests',
      ...(await sideBySide(
        90,
        () => ask('search/query', { text: typed[turn++ % typed.length], limit: 12 }),
        () => fts.all(searchExpression(typed[referenceTurn++ % typed.length] ?? '') ?? ''),
      )),
      target: 3,
    })
  bare.close()
  await host.close()
}

/** A request as the window makes it, answered as text. */
function asking(host: Host): (path: string, input: unknown) => Promise<string> {
  return async (path, input) => {
    const answer = await host.fetch(
      new Request(`http://127.0.0.1/rpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json: input }),
      }),
    )
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.text()
  }
}

/** Milliseconds from a click to the frame in which what it brings is painted; fails where it does not come within 20 seconds. */
function clickToPainted(page: Page, button: string, painted: string, before: string): Promise<number> {
  return page.evaluate(
    ([selector, present, absent]) =>
      new Promise<number>((resolve, reject) => {
        const start = performance.now()
        const check = () => {
          if (performance.now() - start > 20_000)
            reject(new Error(`After ${selector} there is no ${present} without ${absent}`))
          else if (document.querySelector(present) && !document.querySelector(absent))
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
          else requestAnimationFrame(check)
        }
        const clicked = document.querySelector<HTMLElement>(selector)
        if (!clicked) throw new Error(`There is no ${selector} to click`)
        clicked.click()
        check()
      }),
    [button, painted, before] as const,
  )
}

/** An event of a month, in its fourth week, which no other month shows: its title is on it or on what is inside it. */
function shows(month: string): string {
  const week = '.rbc-month-row:nth-of-type(5)'
  return `${week} .rbc-event [title*="${month} 月来访"], ${week} .rbc-event[title*="${month} 月来访"]`
}

/** (c) click to painted: a month with 1,000 visits, fetched and drawn, against react-big-calendar alone with them in memory. */
async function calendarLine(): Promise<void> {
  const dataDir = join(folder, 'calendar')
  mkdirSync(dataDir)
  const served = await serve({ root, dataDir, log: quiet, port: 0, clock: () => new Date('2026-11-15T01:00:00Z') })
  const client = clientOf(served.host.fetch)
  const events: Record<string, { title: string; start: string; end: string }[]> = {}
  const dates = ['2026-11-01', '2026-12-01']
  for (const date of dates) {
    events[date] = []
    for (let index = 0; index < 1000; index++) {
      const startsOn = addDays(date, index % 24)
      const endsOn = addDays(startsOn, index % 5 === 0 ? 2 : 0)
      const title = `${date.slice(5, 7)} 月来访 ${index}`
      await client.visits.create({ title, startsOn, endsOn, grade: (['A', 'B', 'C'] as const)[index % 3] ?? 'C' })
      events[date].push({ title: `C ${title}`, start: `${startsOn}T00:00`, end: `${addDays(endsOn, 1)}T00:00` })
    }
  }
  const bareDir = join(folder, 'bare')
  await build({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    root: join(root, 'tests', 'bench', 'bare'),
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: bareDir,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: { input: join(root, 'tests', 'bench', 'bare', 'index.html') },
    },
  })
  writeFileSync(join(bareDir, 'events.json'), JSON.stringify({ dates, events }))
  const bare = await staticServer(bareDir)
  const browser = await launch()
  const ours: number[] = []
  const reference: number[] = []
  for (let round = -1; round < 9; round++) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(served.link)
    await page.goto(`${served.origin}/#/calendar`)
    await page.locator('.rbc-event', { hasText: '11 月来访' }).first().waitFor()
    await page.waitForTimeout(400)
    const time = await clickToPainted(page, 'button[aria-label="往后"]', shows('12'), shows('11'))
    await page.close()
    const other = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await other.goto(bare.url)
    await other.locator('.rbc-event', { hasText: '11 月来访' }).first().waitFor()
    await other.waitForTimeout(400)
    const bareTime = await clickToPainted(other, '#next', shows('12'), shows('11'))
    await other.close()
    if (round >= 0) {
      ours.push(time)
      reference.push(bareTime)
    }
  }
  print({
    name: '(c) calendar month with 1,000 visits, click to painted',
    ours: median(ours),
    reference: median(reference),
    target: 1.5,
  })
  await browser.close()
  bare.close()
  await served.close()
}

async function staticServer(dir: string): Promise<{ url: string; close: () => void }> {
  const app = new Hono()
  const types: Record<string, string> = {
    html: 'text/html; charset=utf-8',
    js: 'text/javascript',
    css: 'text/css',
    json: 'application/json',
    woff2: 'font/woff2',
  }
  app.get('*', c => {
    const path = c.req.path === '/' ? '/index.html' : c.req.path
    if (!existsSync(join(dir, path))) return c.notFound()
    return c.body(readFileSync(join(dir, path)), 200, {
      'content-type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    })
  })
  return new Promise(resolve => {
    const server = serveHono({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, info =>
      resolve({ url: `http://127.0.0.1:${info.port}/`, close: () => server.close() }),
    )
  })
}

/** (e) from start to `ready`, and to the first painted calendar, against a bare Hono server with an empty page. */
async function startLine(): Promise<void> {
  const bareFile = join(folder, 'bare.mjs')
  writeFileSync(
    bareFile,
    `import { serve } from ${JSON.stringify(import.meta.resolve('@hono/node-server'))}
     import { Hono } from ${JSON.stringify(import.meta.resolve('hono'))}
     const app = new Hono()
     app.get('/', c => c.html('<!doctype html><title>empty</title><div id="root"></div>'))
     serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, info => console.log('ready http://127.0.0.1:' + info.port + '/'))`,
  )
  const browser = await launch()
  const times = {
    ready: [] as number[],
    bareReady: [] as number[],
    painted: [] as number[],
    barePainted: [] as number[],
  }
  for (let round = 0; round < 5; round++) {
    for (const bare of [false, true]) {
      const dataDir = join(folder, `start-${round}`)
      const start = performance.now()
      const child = spawn(
        process.execPath,
        bare ? [bareFile] : [join(root, 'dist', 'electron', 'web.js'), '--no-open', '--data', dataDir, '--sample'],
        { stdio: ['ignore', 'pipe', 'ignore'] },
      )
      const link = await new Promise<string>((resolve, reject) => {
        child.stdout.on('data', (data: Buffer) => resolve(/ready (\S+)/.exec(data.toString())?.[1] ?? ''))
        child.on('exit', code => reject(new Error(`It ended with ${code} before it was ready`)))
      })
      times[bare ? 'bareReady' : 'ready'].push(performance.now() - start)
      const page = await browser.newPage()
      await page.goto(link)
      if (!bare) {
        await page.goto(`${new URL(link).origin}/#/calendar`)
        await page.locator('.rbc-event').first().waitFor()
      }
      times[bare ? 'barePainted' : 'painted'].push(performance.now() - start)
      await page.close()
      child.kill('SIGTERM')
    }
  }
  await browser.close()
  print({
    name: '(e) start to ready, sample office loaded',
    ours: median(times.ready),
    reference: median(times.bareReady),
    target: null,
  })
  print({
    name: '(e) start to first painted calendar',
    ours: median(times.painted),
    reference: median(times.barePainted),
    target: null,
  })
}

/** (g) opening each section of a visit of 24 guests and 18 stops, click to painted, against the same of an empty visit. */
async function sectionsLine(): Promise<void> {
  const dataDir = join(folder, 'sections')
  mkdirSync(dataDir)
  const served = await serve({ root, dataDir, log: quiet, port: 0 })
  const client = clientOf(served.host.fetch)
  const ids = await fullAndEmpty(client)
  const browser = await launch()
  for (const section of VISIT_SECTIONS)
    await limited(`(g) opening ${section}`, async () => {
      const [full, empty] = SECTIONS[section]
      const first = section === 'history' ? 'documents' : 'history'
      const times: { full: number[]; empty: number[] } = { full: [], empty: [] }
      for (let round = -1; round < 5; round++) {
        for (const which of ['full', 'empty'] as const) {
          const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
          await page.goto(served.link)
          await page.goto(`${served.origin}/#/visits/${ids[which]}/${first}`)
          await page.locator(SECTIONS[first][0]).first().waitFor()
          await page.waitForTimeout(300)
          const tab = `.visit-tabs a[href$="/${section}"]`
          const time = await clickToPainted(page, tab, which === 'full' ? full : empty, 'html.never')
          await page.close()
          if (round >= 0) times[which].push(time)
        }
      }
      print({
        name: `(g) opening ${section}, full against empty`,
        ours: median(times.full),
        reference: median(times.empty),
        target: 1.5,
      })
    })
  await browser.close()
  await served.close()
}

/** A visit with something in every section, and one with nothing. */
async function fullAndEmpty(client: ReturnType<typeof clientOf>): Promise<{ full: string; empty: string }> {
  const empty = (await client.visits.create({ title: '空来访', startsOn: '2027-03-01' })).visit.id
  const { visit } = await client.visits.create({
    title: '满来访',
    startsOn: '2027-03-01',
    endsOn: '2027-03-03',
    grade: 'A',
    coordinator: '王晓燕',
    needsLodging: true,
  })
  const visitId = visit.id
  for (let index = 0; index < 24; index++)
    await client.guests.add({
      visitId,
      guest: { name: `来宾${index}`, title: '工程师', diet: index % 5 ? '' : '清真' },
    })
  const { resource: van } = await client.resources.create({ kind: 'vehicle', name: '考斯特', capacity: 30 })
  const kinds = ['pickup', 'meeting', 'tour', 'dining', 'meeting', 'transfer'] as const
  for (let index = 0; index < 18; index++) {
    const startsAt = at(
      addDays('2027-03-01', Math.floor(index / 6)),
      `${String(8 + (index % 6) * 2).padStart(2, '0')}:00`,
    )
    const kind = kinds[index % 6] ?? 'meeting'
    await client.itinerary.add({
      visitId,
      kind,
      content: `环节 ${index + 1}`,
      startsAt,
      endsAt: addMinutes(startsAt, 90),
      personInCharge: '李明',
      vehicleIds: kind === 'pickup' || kind === 'transfer' ? [van.id] : [],
    })
  }
  for (const role of ['leader', 'escort', 'interpreter'] as const)
    await client.staffing.add({ visitId, line: { role, name: '陈立' } })
  await client.lodging.house({ visitId, roomType: 'twin', hotel: '江畔' })
  const { supply } = await client.supplies.create({ name: '书签', quantity: 99 })
  await client.allocations.add({ visitId, line: { supplyId: supply.id, amount: 1, perGuest: true } })
  await client.costs.add({ visitId, line: { kind: 'venue', estimated: 100 } })
  const meeting = (await client.itinerary.list({ visitId })).find(item => item.kind === 'meeting')
  if (meeting) await client.seating.add({ visitId, line: { itemId: meeting.id, tripId: null } })
  await client.checklists.make({ visitId })
  return { full: visitId, empty }
}

/** (h) saving one field of a visit through the host, against a bare update and change_log insert in one transaction. */
async function savingLine(): Promise<void> {
  const dataDir = join(folder, 'saving')
  mkdirSync(dataDir)
  const host = createHost({ root, dataDir, log: quiet })
  const client = clientOf(host.fetch)
  const { full } = await fullAndEmpty(client)
  const ask = asking(host)
  let { revision } = await client.visits.get({ id: full })
  const bareDir = join(folder, 'saving-bare')
  cpSync(dataDir, bareDir, { recursive: true })
  const bare = new Database(join(bareDir, 'yingbin.sqlite'))
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  const update = bare.prepare('update visit set notes = ?, revision = revision + 1 where id = ?')
  const log =
    bare.prepare(`insert into change_log (act_id, at, actor, visit_id, entity, entity_id, action, before, after)
    values (?, ?, 'x', ?, 'visit', ?, 'update', '{"notes":"a"}', '{"notes":"b"}')`)
  const save = bare.transaction((text: string) => {
    update.run(text, full)
    log.run(crypto.randomUUID(), new Date().toISOString(), full, full)
  })
  let turn = 0
  print({
    name: '(h) saving a field of a full visit',
    ...(await sideBySide(
      601,
      async () => {
        await ask('visits/update', { id: full, revision: revision++, patch: { notes: `字 ${turn++}` } })
      },
      () => save(`字 ${turn++}`),
    )),
    target: 3,
  })
  bare.close()
  await host.close()
}

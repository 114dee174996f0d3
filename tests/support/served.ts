import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BrowserContext,
  test as base,
  type Download,
  expect,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test'
import { type Served, serve } from '../../electron/web.ts'
import { type Client, clientOf, root, TEST_NOW } from './office.ts'

/** A real office on 127.0.0.1 in a folder of its own, its clock at Monday 23 November 2026, 09:00. */
async function anOffice(use: (served: Served) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yingbin-e2e-'))
  const served = await serve({ root, dataDir, port: 0, printer: 'chromium', clock: () => TEST_NOW, actor: '前台' })
  await use(served)
  await served.close()
  rmSync(dataDir, { recursive: true, force: true })
}

interface Fixtures {
  served: Served
  /** The same host that the page speaks to, for what a test needs to be there. */
  client: Client
  /** The page, let in and on Today. */
  desk: Page
  /** The page, let in, with nothing on it yet: for a paper. */
  blank: Page
}

/** Tests that write: each has an office of its own. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  served: async ({}, use) => anOffice(use),
  client: async ({ served }, use) => use(clientOf(served.host.fetch)),
  desk: async ({ page, served }, use) => {
    const problems = watched(page)
    await page.goto(served.link)
    await use(page)
    expect(problems()).toEqual([])
  },
  blank: async ({ page, served }, use) => {
    await letIn(page, served)
    await use(page)
  },
})
export { expect }

/** Lets a page in without the application's having to be loaded first. */
export const letIn = (page: Page, served: Served) =>
  page.context().addCookies([{ ...served.cookie, url: served.origin }])

export interface Look {
  language: 'zh-CN' | 'en'
  shade: 'light' | 'dark'
}

interface Sample {
  served: Served
  client: Client
  /** A visit of many guests, which has something in every section. */
  visitId: string
  /** A visit whose plan waits for approval. */
  submittedId: string
  /** The page of each look, and what went wrong on it. */
  desks: Map<string, { page: Page; problems: () => string[] }>
}

/**
 * Tests that look at the sample office and change nothing in it. The office is one for all tests of a worker, and so is the page
 * of each look: a test goes to its own part of it. After a failure Playwright begins with another worker, so nothing is left over.
 */
export const looking = base.extend<{ look: Look; desk: Page }, { sample: Sample }>({
  look: [{ language: 'zh-CN', shade: 'light' }, { option: true }],
  sample: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) =>
      anOffice(async served => {
        const client = clientOf(served.host.fetch)
        const sample: Sample = { served, client, ...(await fullSample(client)), desks: new Map() }
        await use(sample)
        for (const { page } of sample.desks.values()) await page.context().close()
      }),
    { scope: 'worker' },
  ],
  desk: async ({ browser, sample, look, viewport }, use) => {
    const name = JSON.stringify(look)
    const desk = sample.desks.get(name) ?? (await opened(await browser.newContext(), sample.served, look))
    sample.desks.set(name, desk)
    if (viewport) await desk.page.setViewportSize(viewport)
    await use(desk.page)
    expect(desk.problems()).toEqual([])
  },
})

async function opened(context: BrowserContext, served: Served, look: Look) {
  const page = await context.newPage()
  const problems = watched(page)
  await page.addInitScript(({ language, shade }) => {
    localStorage.setItem('yingbin.language', language)
    localStorage.setItem('yingbin.shade', shade)
  }, look)
  await page.goto(served.link)
  return { page, problems }
}

/** Loads the sample office and puts a line into every section of its visit of many guests. @returns the ids of its visits */
async function fullSample(client: Client): Promise<{ visitId: string; submittedId: string }> {
  await client.sample.load()
  const visits = await client.visits.range({ from: '2026-11-01', until: '2026-12-31' })
  const visit = visits.find(each => each.guestCount > 5 && each.startsOn === '2026-11-23')
  const submitted = visits.find(each => each.status === 'submitted')
  if (!visit || !submitted) throw new Error('The sample has no visit of many guests today, or none that is submitted.')
  const visitId = visit.id
  await client.lodging.house({ visitId, roomType: 'twin', hotel: '江畔酒店' })
  await client.tickets.add({ visitId, line: { number: 'G7311', cost: 55_300 } })
  await client.costs.add({ visitId, line: { kind: 'venue', label: '花艺', estimated: 80_000, actual: 76_000 } })
  await client.briefings.put({
    visitId,
    revision: null,
    startsAt: `${visit.startsOn}T07:30`,
    endsAt: `${visit.startsOn}T08:00`,
  })
  await client.briefings.invite({ visitId })
  const stops = await client.itinerary.list({ visitId })
  const seated = new Set((await client.seating.list({ visitId })).map(seating => seating.itemId))
  for (const [kind, layout] of [
    ['meeting', 'opposite'],
    ['dining', 'round'],
  ] as const) {
    const stop = stops.find(item => item.kind === kind && !seated.has(item.id))
    if (stop) await client.seating.add({ visitId, line: { itemId: stop.id, tripId: null, layout } })
  }
  return { visitId, submittedId: submitted.id }
}

/** What a page still waits for, so that a test can wait until it stands still. */
const underway = new WeakMap<Page, Set<Request>>()

/** Watches a page from its beginning. @returns what went wrong on it so far: errors, and what it wrote to its console as one */
function watched(page: Page): () => string[] {
  const problems: string[] = []
  page.on('pageerror', error => problems.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) problems.push(message.text())
  })
  const requests = new Set<Request>()
  underway.set(page, requests)
  // The stream of changes stays open as long as the page does.
  page.on('request', request => {
    if (!request.url().includes('/rpc/office/changes')) requests.add(request)
  })
  page.on('requestfinished', request => requests.delete(request))
  page.on('requestfailed', request => requests.delete(request))
  return () => problems
}

/** Waits until a page stands still: nothing is asked for, nothing is a placeholder, nothing moves, all fonts are there. */
export async function settled(page: Page): Promise<void> {
  const asked = () => [...(underway.get(page) ?? [])].map(request => request.url())
  await expect
    .poll(async () => [...asked(), ...(await page.evaluate(unrest)), ...asked()], {
      message: 'what the page still waits for',
      intervals: [20, 50, 100],
      timeout: 30_000,
    })
    .toEqual([])
}

/** In the page: what still goes on after two frames, in which what was answered is drawn. */
async function unrest(): Promise<string[]> {
  for (let frame = 0; frame < 2; frame++) await new Promise(resolve => requestAnimationFrame(resolve))
  const moves = document
    .getAnimations()
    .filter(
      each => each.playState === 'running' && each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
    )
  return [
    ...moves.map(each => `moves: ${'animationName' in each ? each.animationName : each.id}`),
    ...[...document.querySelectorAll('.ant-skeleton, .ant-spin-spinning')].map(each => `fills: ${each.className}`),
    ...(document.fonts.status === 'loaded' ? [] : ['fonts']),
  ]
}

export async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await download.path()))
}

/** A page of the application by its hash address. */
export const go = (page: Page, path: string) =>
  page.evaluate(to => {
    window.location.hash = to
  }, path)

/** Goes to a page and waits until it is the one that is shown and stands still. */
export async function arrive(page: Page, path: string): Promise<void> {
  await go(page, path)
  // The designer of badges is the one page that no link of the frame stands for.
  const shown =
    path === '/badges'
      ? page.locator('.designer')
      : page.locator(`a[href$="#${path.split('?')[0]}"][data-status=active]`).first()
  await expect(shown).toBeVisible()
  await settled(page)
}

/** One of the sections of a visit, by the word on its tab. */
export const tab = (page: Page, name: string) => page.locator('.visit-tabs').getByRole('link', { name }).click()

/** Approves the plan, and the question whether to. */
export async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await page
    .getByRole('dialog', { name: /^批准第/ })
    .getByRole('button', { name: '批准' })
    .click()
}

/** Drags by mouse in steps, as a hand does, and drops in the middle of the target's height, near its left end. */
export async function dragOnto(page: Page, what: Locator, onto: Locator): Promise<void> {
  const [from, to] = [await what.boundingBox(), await onto.boundingBox()]
  if (!from || !to) throw new Error('There is nothing to drag, or nothing to drop it on')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + 6, from.y + from.height / 2 - 6, { steps: 3 })
  await page.mouse.move(to.x + 12, to.y + to.height / 2, { steps: 8 })
  await page.mouse.up()
}

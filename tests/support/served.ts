import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Download, expect, type Page } from '@playwright/test'
import { type Served, serve } from '../../electron/web.ts'
import { type Client, clientOf, root, TEST_NOW } from './office.ts'

interface Fixtures {
  served: Served
  /** The same host that the page speaks to, for what a test needs to be there. */
  client: Client
  /** The page, let in and on Today. */
  desk: Page
}

/** A real office on 127.0.0.1 for each test, its clock at Monday 23 November 2026, 09:00. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  served: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'yingbin-e2e-'))
    const served = await serve({ root, dataDir, port: 0, printer: 'chromium', clock: () => TEST_NOW, actor: '前台' })
    await use(served)
    await served.close()
    rmSync(dataDir, { recursive: true, force: true })
  },
  client: async ({ served }, use) => use(clientOf(served.host.fetch)),
  desk: async ({ page, served }, use) => {
    const problems: string[] = []
    page.on('pageerror', error => problems.push(error.message))
    page.on('console', message => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) problems.push(message.text())
    })
    await page.goto(served.link)
    await use(page)
    expect(problems).toEqual([])
  },
})
export { expect }

export async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await download.path()))
}

/** A page of the application by its hash address. */
export const go = (page: Page, path: string) =>
  page.evaluate(to => {
    window.location.hash = to
  }, path)

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Printer } from '../acts/context.ts'
import { DocumentFailed, PrinterMissing } from './printer.ts'

/** Where Chromium, Chrome or Edge stands on the three systems, the first found is taken. `YINGBIN_BROWSER` goes before all. */
export function findBrowser(): string | null {
  const env = process.env
  const candidates = [
    env.YINGBIN_BROWSER,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...[env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap(folder =>
      folder
        ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
        : [],
    ),
    chromium.executablePath(),
  ]
  return candidates.find(path => path && existsSync(path)) ?? null
}

/** Root has no use for Chromium's sandbox, and it will not start with it. */
export const browserArguments = (): string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Longest a document may take to be laid out, ms. */
const PATIENCE = 120_000

/** How many papers are laid out, as the page says; a page that is just going away says nothing. */
async function tell(page: Page, onProgress: (done: number) => void): Promise<void> {
  const said = await page
    .locator('html')
    .getAttribute('data-progress', { timeout: 1000 })
    .catch(() => null)
  if (said !== null) onProgress(Number.parseInt(said, 10))
}

export interface ChromiumPrinterOptions {
  /** Where the application is served, and the session cookie that lets one in. */
  origin: () => { url: string; cookie?: { name: string; value: string } }
}

/** Prints through an installed Chromium: started on first use, kept warm, one document at a time. */
export function chromiumPrinter(options: ChromiumPrinterOptions): Printer {
  let started: Promise<{ browser: Browser; page: Page }> | null = null
  let queue: Promise<unknown> = Promise.resolve()

  async function start(): Promise<{ browser: Browser; page: Page }> {
    const executablePath = findBrowser()
    if (!executablePath) throw new PrinterMissing('No Chromium, Chrome or Edge was found')
    const browser = await chromium.launch({ executablePath, args: browserArguments() })
    const context = await browser.newContext({ viewport: { width: 320, height: 240 } })
    await letIn(context)
    const page = await context.newPage()
    // Laid out for paper from the start: a layout for the screen first would be thrown away.
    await page.emulateMedia({ media: 'print' })
    return { browser, page }
  }

  async function letIn(context: BrowserContext): Promise<void> {
    const { url, cookie } = options.origin()
    if (cookie) await context.addCookies([{ ...cookie, url, httpOnly: true, sameSite: 'Strict' }])
  }

  async function print(path: string, onProgress?: (done: number) => void): Promise<Uint8Array> {
    started ??= start()
    const { page } = await started.catch(error => {
      started = null
      throw error
    })
    if (page.isClosed() || !page.context().browser()?.isConnected()) {
      started = null
      return print(path, onProgress)
    }
    // A new fragment alone would not load the page anew.
    if (path.includes('#')) await page.goto('about:blank')
    await page.goto(new URL(path, options.origin().url).href, { waitUntil: 'commit' })
    const root = page.locator('html[data-ready], html[data-failed]')
    const telling = onProgress && setInterval(() => void tell(page, onProgress), 150)
    await root.waitFor({ state: 'attached', timeout: PATIENCE }).finally(() => clearInterval(telling))
    const failure = await root.getAttribute('data-failed')
    if (failure !== null) throw new DocumentFailed(failure)
    return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  }

  /** Takes a picture on a page of its own, since a printed page is laid out for paper. */
  async function draw(path: string, width: number): Promise<Uint8Array> {
    started ??= start()
    const { browser } = await started.catch(error => {
      started = null
      throw error
    })
    const context = await browser.newContext({ viewport: { width, height: 400 }, deviceScaleFactor: 2 })
    try {
      await letIn(context)
      const page = await context.newPage()
      await page.goto(new URL(path, options.origin().url).href, { waitUntil: 'load' })
      return await page.locator('body').screenshot({ type: 'png' })
    } finally {
      await context.close()
    }
  }

  function inTurn(work: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    toPdf: (path, onProgress) => inTurn(() => print(path, onProgress)),
    toPng: (path, width) => inTurn(() => draw(path, width)),
    async close() {
      const running = await started?.catch(() => null)
      await running?.browser.close()
      started = null
    },
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { DocumentFailed, type Printer, PrinterMissing } from './printer.ts'

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

  async function print(path: string): Promise<Uint8Array> {
    started ??= start()
    const { page } = await started.catch(error => {
      started = null
      throw error
    })
    if (page.isClosed() || !page.context().browser()?.isConnected()) {
      started = null
      return print(path)
    }
    await page.goto(new URL(path, options.origin().url).href, { waitUntil: 'commit' })
    const root = page.locator('html[data-ready], html[data-failed]')
    await root.waitFor({ state: 'attached', timeout: 120_000 })
    const failure = await root.getAttribute('data-failed')
    if (failure !== null) throw new DocumentFailed(failure)
    return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  }

  return {
    toPdf(path) {
      const turn = queue.then(() => print(path))
      queue = turn.catch(() => undefined)
      return turn
    },
    async close() {
      const running = await started?.catch(() => null)
      await running?.browser.close()
      started = null
    },
  }
}

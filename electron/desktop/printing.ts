import { BrowserWindow, type IpcMain, type WebContents } from 'electron'
import { z } from 'zod'
import type { Printer } from '../host/acts/context.ts'
import { DocumentFailed } from '../host/print/printer.ts'
import { isOurs, ORIGIN, pagePreferences } from './security.ts'

/** Longest a document may take to be laid out, ms. */
const PATIENCE = 120_000

/** Prints to PDF and PNG through a hidden window of the application: one document at a time, its window closed afterwards. */
export function hiddenWindowPrinter(): Printer {
  let queue: Promise<unknown> = Promise.resolve()

  function inTurn(work: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    toPdf: (path, onProgress) =>
      inTurn(() =>
        withHidden(path, async contents => {
          await laidOut(contents, onProgress)
          return contents.printToPDF({
            preferCSSPageSize: true,
            printBackground: true,
            generateTaggedPDF: true,
            generateDocumentOutline: true,
          })
        }),
      ),
    toPng: (path, width) => inTurn(() => withHidden(path, contents => photographed(contents, width), width)),
    close: async () => undefined,
  }
}

/** What the window asks for when it prints straight to a printer: a document of the application, its page in mm. */
const printOrder = z.object({
  path: z.string().regex(/^\/document\.html\?/),
  printer: z.string().min(1).max(300),
  width: z.number().min(10).max(1000),
  height: z.number().min(10).max(1000),
})

/**
 * Answers the two acts of the preload script: which printers there are, and one document to one of them without a dialog. Only pages
 * of the application are answered.
 */
export function servePrinting(ipc: IpcMain): void {
  let queue: Promise<unknown> = Promise.resolve()
  const ours = (event: Electron.IpcMainInvokeEvent) => {
    if (!isOurs(event.senderFrame?.url ?? '')) throw new Error('Not a page of the application')
  }
  ipc.handle('printers', async event => {
    ours(event)
    const printers = await event.sender.getPrintersAsync()
    return printers.map(({ name, displayName }) => ({ name, displayName }))
  })
  ipc.handle('print', (event, asked: unknown) => {
    ours(event)
    const order = printOrder.parse(asked)
    const turn = queue.then(() => printStraight(order))
    queue = turn
    return turn
  })
}

/** One document to one printer, at its true size: no margin of the driver's, nothing scaled. */
function printStraight(order: z.infer<typeof printOrder>): Promise<{ ok: boolean; reason: string }> {
  return withHidden(order.path, async contents => {
    await laidOut(contents)
    return new Promise<{ ok: boolean; reason: string }>(resolve => {
      contents.print(
        {
          silent: true,
          deviceName: order.printer,
          printBackground: true,
          margins: { marginType: 'none' },
          scaleFactor: 100,
          // Micrometres.
          pageSize: { width: Math.round(order.width * 1000), height: Math.round(order.height * 1000) },
        },
        (ok, reason) => resolve({ ok, reason: reason ?? '' }),
      )
    })
  }).catch(error => ({ ok: false, reason: error instanceof Error ? error.message : String(error) }))
}

async function withHidden<T>(path: string, work: (contents: WebContents) => Promise<T>, width = 800): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    width,
    webPreferences: pagePreferences({ developing: false }),
  })
  try {
    await window.loadURL(new URL(path, ORIGIN).href)
    return await work(window.webContents)
  } finally {
    window.destroy()
  }
}

/** The whole page, two dots a CSS pixel, as the browser mode draws it (Chrome DevTools Protocol, Page.captureScreenshot). */
async function photographed(contents: WebContents, width: number): Promise<Uint8Array> {
  const height = (await contents.executeJavaScript('Math.ceil(document.body.getBoundingClientRect().bottom)')) as number
  contents.debugger.attach('1.3')
  try {
    const { data } = (await contents.debugger.sendCommand('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width, height, scale: 2 },
    })) as { data: string }
    return new Uint8Array(Buffer.from(data, 'base64'))
  } finally {
    contents.debugger.detach()
  }
}

async function laidOut(contents: WebContents, onProgress?: (done: number) => void): Promise<void> {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    const { ready, failed, progress } = (await contents.executeJavaScript(
      '(({ ready, failed, progress }) => ({ ready: ready !== undefined, failed: failed ?? null, progress: progress ?? null }))(document.documentElement.dataset)',
    )) as { ready: boolean; failed: string | null; progress: string | null }
    if (failed !== null) throw new DocumentFailed(failed)
    if (progress) onProgress?.(Number.parseInt(progress, 10))
    if (ready) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new DocumentFailed('The document was not laid out in time')
}

import { BrowserWindow, type WebContents } from 'electron'
import { DocumentFailed, type Printer } from '../host/printer.ts'
import { ORIGIN } from './security.ts'
import { pagePreferences } from './window.ts'

/** Longest a document may take to be laid out, ms. */
const PATIENCE = 120_000

/** Prints to PDF through a hidden window of the application: one document at a time, its window closed afterwards. */
export function hiddenWindowPrinter(): Printer {
  let queue: Promise<unknown> = Promise.resolve()

  async function print(path: string): Promise<Uint8Array> {
    const window = new BrowserWindow({ show: false, webPreferences: pagePreferences({ developing: false }) })
    try {
      await window.loadURL(new URL(path, ORIGIN).href)
      await laidOut(window.webContents)
      return await window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      })
    } finally {
      window.destroy()
    }
  }

  return {
    toPdf(path) {
      const turn = queue.then(() => print(path))
      queue = turn.catch(() => undefined)
      return turn
    },
    close: async () => undefined,
  }
}

async function laidOut(contents: WebContents): Promise<void> {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    const { ready, failed } = (await contents.executeJavaScript(
      '({ ready: "ready" in document.documentElement.dataset, failed: document.documentElement.dataset.failed ?? null })',
    )) as { ready: boolean; failed: string | null }
    if (failed !== null) throw new DocumentFailed(failed)
    if (ready) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new DocumentFailed('The document was not laid out in time')
}

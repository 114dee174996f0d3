import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { app, type BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { defaultDataDir } from './dataDir.ts'
import { DatabaseRefused } from './db/migrate.ts'
import { applicationMenu } from './desktop/menu.ts'
import { hiddenWindowPrinter, servePrinting } from './desktop/printing.ts'
import { SCHEMES, serveHost } from './desktop/protocol.ts'
import { confineContents, denyPermissions } from './desktop/security.ts'
import { openWindow } from './desktop/window.ts'
import { translator } from './host/files/translator.ts'
import { createHost, type Host } from './host/host.ts'
import * as office from './host/office/office.handlers.ts'
import { loadSample } from './host/sample/sample.handlers.ts'

const { values: options } = parseArgs({
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  options: { data: { type: 'string' }, sample: { type: 'boolean', default: false }, port: { type: 'string' } },
  strict: false,
})
const developing = !app.isPackaged && process.env.YINGBIN_DEVTOOLS === '1'
// The sample goes into a folder of its own, unless one is named.
const dataDir =
  typeof options.data === 'string'
    ? options.data
    : options.sample
      ? mkdtempSync(join(tmpdir(), 'yingbin-sample-'))
      : defaultDataDir()
let window: BrowserWindow | null = null

protocol.registerSchemesAsPrivileged(SCHEMES)
app.enableSandbox()

if (!app.requestSingleInstanceLock()) app.quit()
else {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
}

async function start(): Promise<void> {
  const root = app.getAppPath()
  const host = openOffice(root)
  if (!host) return
  if (options.sample && !(await fillWithSample(host))) return
  const { language } = await office.settings(host.context)
  const t = translator(root)(language)
  confineContents(app, { question: t('desktop.openExternal'), open: t('desktop.open'), cancel: t('common.cancel') })
  denyPermissions(session.defaultSession)
  serveHost(protocol, host)
  servePrinting(ipcMain)
  Menu.setApplicationMenu(applicationMenu({ t, developing, window: () => window }))
  window = openWindow({ dataDir, distDir: dirname(fileURLToPath(import.meta.url)), developing })
  closeWith(host)
}

/** Opens the database, or says in one sentence why it cannot and ends. */
function openOffice(root: string): Host | null {
  try {
    return createHost({ root, dataDir, printer: hiddenWindowPrinter() })
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error
    dialog.showErrorBox('迎宾 Yingbin', error.message)
    app.exit(1)
    return null
  }
}

/** Fills an empty office with the sample; one that holds something is left alone, and said so. */
async function fillWithSample(host: Host): Promise<boolean> {
  const { rooms, vehicles, visits } = await office.state(host.context)
  if (rooms + vehicles + visits > 0) {
    dialog.showErrorBox('迎宾 Yingbin', `--sample wants an empty database, but ${dataDir} already holds an office.`)
    app.exit(1)
    return false
  }
  await loadSample(host.context)
  return true
}

/** The database is closed before the process ends. */
function closeWith(host: Host): void {
  let closed = false
  app.on('will-quit', event => {
    if (closed) return
    event.preventDefault()
    void host.close().then(() => {
      closed = true
      app.quit()
    })
  })
}

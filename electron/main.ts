import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { app, type BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { defaultDataDir } from './dataDir.ts'
import { applicationMenu } from './desktop/menu.ts'
import { hiddenWindowPrinter, servePrinting } from './desktop/printing.ts'
import { SCHEMES, serveHost } from './desktop/protocol.ts'
import { confineContents, denyPermissions } from './desktop/security.ts'
import { openWindow } from './desktop/window.ts'
import { officeLog } from './host/files/officeLog.ts'
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
/** Switches of Chromium that open its debugger to other programs. */
const WATCHERS = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address']
let window: BrowserWindow | null = null

protocol.registerSchemesAsPrivileged(SCHEMES)
app.enableSandbox()

// Nobody looks into an installed office from outside; developers and tests run from source.
const isWatched = app.isPackaged && WATCHERS.some(each => app.commandLine.hasSwitch(each))

if (isWatched || !app.requestSingleInstanceLock()) app.quit()
else {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.whenReady().then(start).catch(giveUp)
}

/** A start that failed says so, and lets go of the lock that the next one needs. */
function giveUp(error: unknown): void {
  dialog.showErrorBox('迎宾 Yingbin', error instanceof Error ? error.message : String(error))
  app.exit(1)
}

async function start(): Promise<void> {
  const root = app.getAppPath()
  const host = createHost({ root, dataDir, printer: hiddenWindowPrinter(), log: officeLog(dataDir) })
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

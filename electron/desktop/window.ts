import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { ORIGIN } from './security.ts'
import { keepWindowState, readWindowState } from './windowState.ts'

/** What every page of the application may do: nothing but be a page. DevTools only in development. */
export const pagePreferences = (options: { developing: boolean }) => ({
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: options.developing,
})

export interface WindowOptions {
  dataDir: string
  distDir: string
  developing: boolean
}

/** Opens the one window where it stood last time. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const state = readWindowState(
    options.dataDir,
    screen.getAllDisplays().map(display => display.workArea),
  )
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#ffffff',
    title: '迎宾 Yingbin',
    webPreferences: { ...pagePreferences(options), preload: join(options.distDir, 'preload.cjs') },
  })
  if (state.maximized) window.maximize()
  keepWindowState(window, options.dataDir)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${ORIGIN}/`)
  return window
}

import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { ORIGIN, pagePreferences } from './security.ts'
import { keepWindowState, readWindowState } from './windowState.ts'

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

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow, Rectangle } from 'electron'

export interface WindowState {
  bounds: Partial<Rectangle> & { width: number; height: number }
  maximized: boolean
}

const FIRST: WindowState = { bounds: { width: 1360, height: 760 }, maximized: false }
const fileIn = (folder: string): string => join(folder, 'window.json')

/** Where the window stood last time, unless that screen is gone; the first time, a size that fits 1366x768. */
export function readWindowState(folder: string, screens: readonly Rectangle[]): WindowState {
  let saved: Partial<WindowState> | null
  try {
    saved = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Partial<WindowState> | null
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return FIRST
    throw error
  }
  const { bounds, maximized } = Object(saved) as Partial<WindowState>
  const { x, y, width, height } = Object(bounds) as Partial<Rectangle>
  if (!bounds || !width || !height || ![x, y, width, height].every(Number.isFinite)) return FIRST
  const visible = screens.some(
    screen =>
      (x ?? 0) < screen.x + screen.width - 50 &&
      (x ?? 0) + width > screen.x + 50 &&
      (y ?? 0) >= screen.y - 10 &&
      (y ?? 0) < screen.y + screen.height - 50,
  )
  return { bounds: visible ? bounds : FIRST.bounds, maximized: maximized === true }
}

/** Remembers the window as it closes. */
export function keepWindowState(window: BrowserWindow, folder: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    writeFileSync(fileIn(folder), JSON.stringify(state))
  })
}

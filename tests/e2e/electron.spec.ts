import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { root } from '../support/office.ts'

const runtime = existsSync(join(root, 'node_modules', 'electron', 'path.txt'))
const displayed = process.platform !== 'linux' || Boolean(process.env.DISPLAY)

test.skip(
  !runtime || !displayed,
  'SKIPPED: the Electron runtime is not on this machine (or no display), so the real application was not started.',
)

test('the real application starts, serves its pages and prints a PDF', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'yingbin-electron-'))
  const app = await _electron.launch({
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, '--data', dataDir, '--sample'],
  })
  try {
    const window = await app.firstWindow()
    await expect(window.getByRole('navigation')).toBeVisible()
    expect(window.url()).toMatch(/^yingbin:\/\/app\//)
    expect(await window.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe('undefined')
    const visit = await window.locator('.today-line').first().getAttribute('href')
    const id = /visits\/([^/]+)\//.exec(visit ?? '')?.[1]
    const bytes = await window.evaluate(async visitId => {
      const answer = await fetch(`/documents/itinerary.pdf?visit=${visitId}`)
      return [...new Uint8Array(await answer.arrayBuffer()).slice(0, 5)]
    }, id)
    expect(String.fromCharCode(...bytes)).toBe('%PDF-')
  } finally {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from '../electron/host/print/chromium.ts'

const executablePath = findBrowser()

export default defineConfig({
  testDir: './e2e',
  // A folder of its own: Playwright empties it before it begins.
  outputDir: '../test-results/browser',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A loaded machine may miss a time-out or drop a pointer's move once; what fails twice fails, and what passed late is told as flaky.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    // Keeping a trace of every test costs a sixth of the time; what fails is traced when it is tried again.
    trace: 'on-first-retry',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: browserArguments() },
  },
})

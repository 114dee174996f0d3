import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  test: {
    setupFiles: ['./tests/support/sameEveryTime.ts'],
    include: ['tests/unit/**/*.test.ts', 'tests/host/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})

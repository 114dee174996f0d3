import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

// Whoever builds, and from whatever environment: what people use is the production build.
process.env.NODE_ENV = 'production'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }

/** The window. */
await build({ configFile: join(root, 'renderer', 'vite.config.ts') })

/** Everything outside the window: the entries run on plain Node, or in Electron's main process; packages stay packages. */
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node24',
    outDir: join(root, 'dist', 'electron'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: join(root, 'electron', 'main.ts'),
        web: join(root, 'electron', 'web.ts'),
        'ics.worker': join(root, 'electron', 'host', 'bookings', 'ics.worker.ts'),
        'tables.worker': join(root, 'electron', 'host', 'exchange', 'sheets', 'tables.worker.ts'),
      },
      external: [
        /^node:/,
        'electron',
        'vite',
        ...Object.keys(dependencies).flatMap(name => [name, new RegExp(`^${name}/`)]),
      ],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', format: 'esm' },
    },
  },
})

/** The preload script runs in the sandbox: one CommonJS file that imports nothing but electron. */
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node24',
    outDir: join(root, 'dist', 'electron'),
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: { preload: join(root, 'electron', 'preload.ts') },
      external: ['electron'],
      output: { entryFileNames: '[name].cjs', format: 'cjs' },
    },
  },
})

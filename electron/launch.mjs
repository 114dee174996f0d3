// `npm start`: sets up what is missing, builds, and starts Yingbin; in a browser where Electron's runtime cannot be had.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { become, ensureBuild, ensureDependencies, ensureElectron, node24, root } from './setup.mjs'

const HELP = `npm start -- [options]

  --web         serve in the browser at once, without Electron
  --port N      port of the browser mode on 127.0.0.1; 0, the default, picks a free one
  --data DIR    folder of the database (default: the platform's application-data folder)
  --sample      a fresh database with the sample office (in a temporary folder, or in an empty --data DIR)
  --no-open     do not open the browser
  --help        this list

npm run demo -- --out DIR   writes every document and export of the sample office into DIR
npm run dev                 hot reload in the browser`

const options = {
  web: { type: 'boolean', default: false },
  port: { type: 'string' },
  data: { type: 'string' },
  sample: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  dev: { type: 'boolean', default: false },
  build: { type: 'boolean', default: false },
  demo: { type: 'boolean', default: false },
  out: { type: 'string' },
  help: { type: 'boolean', default: false },
}

try {
  const { values } = parseArgs({ options })
  if (values.help) console.log(HELP)
  else start(values)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function start(values) {
  ensureDependencies()
  const shared = [
    ...(values.data ? ['--data', values.data] : []),
    ...(values.sample ? ['--sample'] : []),
    ...(values.port ? ['--port', values.port] : []),
    ...(values['no-open'] ? ['--no-open'] : []),
  ]
  if (values.dev) return become(node24, [join(root, 'electron', 'web.ts'), '--dev', ...shared])
  ensureBuild()
  if (values.build) return
  if (values.demo)
    return become(node24, [join(root, 'electron', 'demo.ts'), ...(values.out ? ['--out', values.out] : [])])
  if (!values.web && hasDesktop() && ensureElectron()) {
    const electron = join(root, 'node_modules', 'electron', 'cli.js')
    return become(node24, [electron, root, ...shared.filter(part => part !== '--no-open')])
  }
  if (!values.web) console.log('The Electron runtime cannot be had here, so Yingbin is served in the browser instead.')
  become(node24, [join(root, 'dist', 'electron', 'web.js'), ...shared])
}

/** A Linux machine without a display has no use for a window. */
function hasDesktop() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

// What `npm start` and `npm test` need on a fresh clone. Runs on Node 20 and imports nothing from node_modules.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const inModules = (...parts) => join(root, 'node_modules', ...parts)

/** The Node that the project brings along (24): the machine's own may be older than better-sqlite3 bears. */
export const node24 = inModules('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Runs a program to its end; answers its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (result.error) throw result.error
  return result.status ?? 1
}

/** Runs a program that lives on, passing signals to it, and ends with its exit code. */
export function become(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)))
  child.on('error', error => {
    console.error(error.message)
    process.exit(1)
  })
}

/** Installs the dependencies where they are missing or older than the lock file. */
export function ensureDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = inModules('.yingbin-installed')
  const current = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock
  if (!current) {
    console.log('Installing what Yingbin is built with (once, some minutes) …')
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const install = how =>
      run(npm, [...how, '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' })
    // A registry that lacks a package of some other platform fails `npm ci`; `npm install` passes over what is optional.
    if (install(['ci']) !== 0 && install(['install', '--no-save']) !== 0)
      throw new Error('npm could not install the dependencies; see its words above.')
  }
  // Where npm does not run install scripts, the package's own step is done here.
  if (!existsSync(node24))
    run(process.execPath, [inModules('node', 'installArchSpecificPackage.js')], { cwd: inModules('node') })
  if (!existsSync(node24)) throw new Error('Node 24 could not be installed (package "node").')
  if (!current) writeFileSync(stamp, lock)
}

/** Builds the window and the host where a source is newer than the last build. */
export function ensureBuild() {
  const stamp = join(root, 'dist', '.built')
  const sources = ['electron', 'renderer', 'shared', 'resources', 'package-lock.json']
  const newest = Math.max(...sources.map(name => newestIn(join(root, name))))
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newest) return
  console.log('Building Yingbin …')
  const code = run(node24, [join(root, 'electron', 'build.ts')], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (code !== 0) throw new Error('The build failed; see above.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, '')
}

function newestIn(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map(name => newestIn(join(path, name))))
}

/** Is Electron's runtime there, or can it be had? It is no part of its npm package and comes on first start. */
export function ensureElectron() {
  if (existsSync(inModules('electron', 'path.txt'))) return true
  console.log('Fetching the Electron runtime (once) …')
  const result = spawnSync(node24, [inModules('electron', 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: 300_000,
  })
  return result.status === 0 && existsSync(inModules('electron', 'path.txt'))
}

// `npm test`, `npm run check`, `npm run bench`: all the set-up, then the work, on the Node that the project brings along.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild, ensureDependencies, node24, root, run } from '../electron/setup.mjs'

const bin = (...parts) => join(root, 'node_modules', ...parts)
const [task = 'test', ...rest] = process.argv.slice(2)

/** Programs that open what is exported and that nobody here wrote; their tests are skipped, and say so, where they cannot be had. */
const PROGRAMS = {
  '/usr/bin/khal': 'khal',
  '/usr/lib/python3/dist-packages/icalendar/__init__.py': 'python3-icalendar',
  '/usr/bin/soffice': 'libreoffice-calc-nogui libreoffice-writer-nogui',
}

try {
  ensureDependencies()
  process.env.PATH = `${bin('node', 'bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`
  process.exitCode = task === 'check' ? check() : task === 'bench' ? await bench() : await test()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function check() {
  const steps = [
    ['types', [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', root]],
    ['Biome', [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', root]],
    ['knip', [bin('knip', 'bin', 'knip.js'), '--no-progress']],
  ]
  for (const [name, args] of steps) {
    const code = run(node24, args)
    console.log(`${name}: ${code === 0 ? 'ok' : 'failed'}`)
    if (code !== 0) return code
  }
  return 0
}

async function test() {
  await ensureBrowser()
  ensurePrograms()
  ensureBuild()
  mkdirSync(join(root, 'test-results'), { recursive: true })
  for (const name of ['vitest.json', 'e2e.json']) rmSync(join(root, 'test-results', name), { force: true })
  const unit = run(node24, [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--config',
    join(root, 'tests', 'vitest.config.ts'),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(root, 'test-results', 'vitest.json')}`,
    ...rest,
  ])
  const e2e = run(node24, [
    bin('@playwright', 'test', 'cli.js'),
    'test',
    '--config',
    join(root, 'tests', 'playwright.config.ts'),
  ])
  const { passed, failed, skipped } = counts()
  if (skipped > 0) console.log(`${skipped} skipped, for programs or rights that this machine does not have`)
  console.log(`${passed} passed, ${failed} failed`)
  return unit === 0 && e2e === 0 && failed === 0 ? 0 : 1
}

function counts() {
  const read = name => {
    const file = join(root, 'test-results', name)
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  }
  const unit = read('vitest.json')
  const e2e = read('e2e.json')
  return {
    passed: (unit?.numPassedTests ?? 0) + (e2e?.stats.expected ?? 0) + (e2e?.stats.flaky ?? 0),
    failed: (unit ? unit.numFailedTests : 1) + (e2e ? e2e.stats.unexpected : 1),
    skipped: (unit?.numPendingTests ?? 0) + (e2e?.stats.skipped ?? 0),
  }
}

async function bench() {
  await ensureBrowser()
  ensureBuild()
  return run(node24, [join(root, 'tests', 'bench', 'run.ts'), ...rest])
}

function ensurePrograms() {
  const packages = Object.entries(PROGRAMS)
    .filter(([file]) => !existsSync(file))
    .flatMap(([, names]) => names.split(' '))
  if (packages.length > 0) aptGet(packages)
}

/** Installs by apt-get where this is root on Debian. @returns whether it could try */
function aptGet(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`Installing for the tests: ${packages.join(', ')} …`)
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  run('apt-get', ['update', '-qq'], quiet)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)
  return true
}

/** A browser for the tests: an installed one, by apt-get where this is root on Debian, else Playwright's own. */
async function ensureBrowser() {
  const found = () =>
    run(node24, [
      '-e',
      `import('${join(root, 'electron', 'host', 'print', 'chromium.ts').replaceAll('\\', '/')}').then(m => process.exit(m.findBrowser() ? 0 : 1))`,
    ]) === 0
  if (found()) return
  aptGet(['chromium'])
  if (!found()) run(node24, [bin('@playwright', 'test', 'cli.js'), 'install', 'chromium'])
  if (!found()) throw new Error('No browser for the tests: install Chromium, Chrome or Edge.')
}

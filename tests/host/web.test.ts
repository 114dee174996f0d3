import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Served, serve } from '../../electron/web.ts'
import { root } from '../support/office.ts'

const PAST = '/rpc/office/state'

describe('the browser mode', () => {
  let served: Served
  let dataDir: string
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'yingbin-web-'))
    served = await serve({ root, dataDir, port: 0 })
  })
  afterAll(async () => {
    await served.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  /** A bare request: fetch would not let a test choose its Host. */
  const ask = (path: string, headers: Record<string, string> = {}, body?: Uint8Array) =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
      const sent = httpRequest(`${served.origin}${path}`, { method: body ? 'POST' : 'GET', headers }, answer => {
        let text = ''
        answer.on('data', chunk => {
          text += String(chunk)
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      })
      sent.on('error', reject)
      sent.end(body)
    })
  const session = () => ({ cookie: `${served.cookie.name}=${served.cookie.value}` })

  it('listens on 127.0.0.1 only', () => expect(served.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/))

  it('turns the link’s token into an HttpOnly, SameSite=Strict cookie', async () => {
    const answer = await ask(served.link.slice(served.origin.length))
    expect(answer.status).toBe(302)
    expect(answer.headers.location).toBe('/')
    expect(String(answer.headers['set-cookie'])).toMatch(/^yingbin_\d+=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect((await ask('/', session())).status).toBe(200)
  })

  it.each<[string, string, () => Record<string, string>]>([
    ['no session', PAST, () => ({})],
    ['no session on a page', '/', () => ({})],
    ['a wrong session', PAST, () => ({ cookie: `${served.cookie.name}=${'x'.repeat(32)}` })],
    ['a wrong token', `/?token=${'x'.repeat(32)}`, () => ({})],
    ['a foreign Host (DNS rebinding)', PAST, () => ({ ...session(), host: 'evil.example' })],
    [
      'localhost by another name',
      PAST,
      () => ({ ...session(), host: `localhost.evil:${new URL(served.origin).port}` }),
    ],
    ['a foreign Origin', PAST, () => ({ ...session(), origin: 'https://evil.example' })],
    ['another port as Origin', PAST, () => ({ ...session(), origin: 'http://127.0.0.1:1' })],
    ['a foreign page', PAST, () => ({ ...session(), 'sec-fetch-site': 'cross-site' })],
  ])('refuses %s with 403', async (_, path, headers) => {
    const answer = await ask(path, headers())
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('rooms')
  })

  it('limits what may be sent', async () => {
    const answer = await ask(
      '/rpc/exchange/readTable',
      { ...session(), 'content-type': 'application/json' },
      new Uint8Array(26_000_000),
    )
    expect(answer.status).toBe(413)
  })

  it('sends a strict policy with everything, and serves nothing outside its folder', async () => {
    const page = await ask('/', session())
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'; "),
    })
    for (const path of ['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/assets/../../electron/web.js'])
      expect((await ask(path, session())).status).toBe(404)
  })

  it('says so where there is no printer', async () => {
    const answer = await ask('/documents/itinerary.pdf?visit=00000000-0000-7000-8000-000000000000', session())
    expect([answer.status, JSON.parse(answer.text)]).toEqual([503, { code: 'NO_PRINTER' }])
    expect((await ask('/documents/itinerary.pdf?visit=x', session())).status).toBe(400)
  })
})

describe('npm start', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yingbin-start-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const start = (...args: string[]) =>
    spawn(process.execPath, [join(root, 'electron', 'launch.mjs'), '--no-open', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const ready = (child: ChildProcess) =>
    new Promise<{ link: string; output: string }>((resolve, reject) => {
      let output = ''
      child.stdout?.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        const link = /^ready (http:\/\/127\.0\.0\.1:\d+\/\S*)$/m.exec(output)?.[1]
        if (link) resolve({ link, output })
      })
      child.on('exit', code => reject(new Error(`ended with ${code}: ${output}`)))
    })
  const ended = (child: ChildProcess) => new Promise<number | null>(resolve => child.on('exit', resolve))
  const refused = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'electron', 'launch.mjs'), '--web', '--no-open', ...args], {
      encoding: 'utf8',
    })

  it('lists its options', () => {
    const { stdout, status } = spawnSync(process.execPath, [join(root, 'electron', 'launch.mjs'), '--help'], {
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    for (const option of ['--web', '--port', '--data', '--sample', '--no-open']) expect(stdout).toContain(option)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'serves, prints its link on a line of its own, and stops cleanly on %s',
    async signal => {
      const child = start('--web', '--port', '0', '--data', folder, '--sample')
      const { link } = await ready(child)
      const entered = await fetch(link, { redirect: 'manual' })
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
      const page = await fetch(new URL('/', link), { headers: { cookie } })
      expect(await page.text()).toContain('<div id="root">')
      const end = ended(child)
      child.kill(signal)
      expect(await end).toBe(0)
      const db = new Database(join(folder, 'yingbin.sqlite'), { readonly: true })
      expect(db.prepare('select count(*) from visit').pluck().get()).toBe(6)
      db.close()
    },
  )

  it('says in one sentence what is wrong, ends with 1, and touches nothing', async () => {
    const file = join(folder, 'yingbin.sqlite')
    const newer = join(folder, 'newer')
    const damaged = join(folder, 'damaged')
    for (const each of [newer, damaged]) mkdirSync(each)
    new Database(join(newer, 'yingbin.sqlite')).exec('pragma user_version = 999').close()
    writeFileSync(join(damaged, 'yingbin.sqlite'), 'no database at all, but some text')
    writeFileSync(file, '')
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => taken.once('listening', resolve))
    const port = String((taken.address() as { port: number }).port)
    for (const [args, sentence] of [
      [['--data', newer], /newer version of Yingbin/],
      [['--data', damaged], /is damaged/],
      [['--data', join(file, 'below')], /cannot be written/],
      [['--data', join(folder, 'fresh'), '--port', port], /is taken by another program/],
      [['--data', join(folder, 'fresh'), '--port', 'x'], /--port takes a number/],
      [['--nonsense'], /nonsense/],
    ] as const) {
      const { status, stderr } = refused(...args)
      expect([args, status]).toEqual([args, 1])
      expect(stderr).toMatch(sentence)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
    taken.close()
    expect(readFileSync(join(damaged, 'yingbin.sqlite'), 'utf8')).toBe('no database at all, but some text')
    chmodSync(folder, 0o755)
  })

  it('does not put the sample into an office that has something', async () => {
    const child = start('--web', '--data', folder, '--sample')
    await ready(child)
    const end = ended(child)
    child.kill('SIGTERM')
    await end
    const { status, stderr } = refused('--data', folder, '--sample')
    expect(status).toBe(1)
    expect(stderr).toMatch(/already holds an office/)
  })
})

import { spawn } from 'node:child_process'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { defaultDataDir } from './dataDir.ts'
import { DatabaseRefused } from './db/migrate.ts'
import type { Printer } from './host/acts/context.ts'
import { officeLog } from './host/files/officeLog.ts'
import { createHost, type Host, type HostOptions, isHostPath, SECURITY_HEADERS } from './host/host.ts'
import * as office from './host/office/office.handlers.ts'
import { chromiumPrinter } from './host/print/chromium.ts'
import { loadSample } from './host/sample/sample.handlers.ts'

export interface Served {
  /** `http://127.0.0.1:PORT` */
  origin: string
  /** The address that lets a browser in: it carries the session's token once, and becomes a cookie. */
  link: string
  cookie: { name: string; value: string }
  host: Host
  close(): Promise<void>
}

export type ServeOptions = Omit<HostOptions, 'printer'> & {
  port: number
  printer?: Printer | 'chromium'
  dev?: boolean
}

/**
 * Serves the application on 127.0.0.1 to whoever has the session's link.
 * @throws DatabaseRefused, or EADDRINUSE for a taken port.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const token = randomBytes(24).toString('base64url')
  let origin = ''
  let cookie = { name: '', value: token }
  const printer =
    options.printer === 'chromium' ? chromiumPrinter({ origin: () => ({ url: origin, cookie }) }) : options.printer
  const { port, dev, printer: _, ...hostOptions } = options
  const host = createHost({ ...hostOptions, ...(printer ? { printer } : {}) })
  const guarded = guard({ origin: () => origin, cookie: () => cookie }, request => host.fetch(request))
  const listener = getRequestListener(guarded, { overrideGlobalObjects: false })
  const server = createServer(dev ? await withVite(options.root, listener) : listener)
  try {
    await listen(server, port)
  } catch (error) {
    await host.close()
    throw error
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  origin = `http://127.0.0.1:${address.port}`
  cookie = { name: `yingbin_${address.port}`, value: token }
  return {
    origin,
    link: `${origin}/?token=${token}`,
    cookie,
    host,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await host.close()
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
}

interface Session {
  origin: () => string
  cookie: () => { name: string; value: string }
}

/**
 * Lets a request through only from this session's own page: the Host must be ours (no DNS rebinding), an Origin must be ours (no
 * foreign page), and the session's cookie must be there. The link with the token gives the cookie and leads to the page.
 */
export function guard(session: Session, next: (request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    const origin = session.origin()
    const { name, value } = session.cookie()
    const url = new URL(request.url)
    if (request.headers.get('host') !== new URL(origin).host) return refused('foreign host')
    const from = request.headers.get('origin')
    if (from !== null && from !== origin) return refused('foreign origin')
    const token = url.searchParams.get('token')
    if (request.method === 'GET' && url.pathname === '/' && token !== null) {
      if (!same(token, value)) return refused('wrong token')
      return new Response(null, {
        status: 302,
        headers: {
          ...SECURITY_HEADERS,
          Location: '/',
          'Set-Cookie': `${name}=${value}; HttpOnly; SameSite=Strict; Path=/`,
          'Cache-Control': 'no-store',
        },
      })
    }
    const site = request.headers.get('sec-fetch-site')
    if (site !== null && site !== 'same-origin' && site !== 'none') return refused('foreign page')
    if (!same(cookieOf(request, name), value)) return refused('no session')
    return next(request)
  }
}

const refused = (reason: string): Response =>
  new Response(
    `403: ${reason}. Open Yingbin with the link that it printed when it started. 请用启动时显示的链接打开迎宾。\n`,
    { status: 403, headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' } },
  )

function cookieOf(request: Request, name: string): string {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map(pair => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}

function same(given: string, wanted: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Development: Vite serves the window and reloads it; everything else goes to the host, guarded as ever. */
async function withVite(root: string, listener: ReturnType<typeof getRequestListener>) {
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    server: { middlewareMode: true, hmr: { host: '127.0.0.1' } },
  })
  return (request: Parameters<typeof listener>[0], response: Parameters<typeof listener>[1]) => {
    const address = request.url ?? ''
    if (isHostPath(address) || /[?&]token=/.test(address)) return listener(request, response)
    return vite.middlewares(request as never, response as never)
  }
}

/** The folder of the program: above `electron/` as source, above `dist/electron/` when built. */
export function programRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return import.meta.url.endsWith('.ts') ? dirname(here) : dirname(dirname(here))
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      sample: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    fail(`--port takes a number from 0 to 65535, not ${values.port}.`)
  const dataDir = values.data ?? (values.sample ? mkdtempSync(join(tmpdir(), 'yingbin-sample-')) : defaultDataDir())
  const served = await serve({
    root: programRoot(),
    dataDir,
    port,
    printer: 'chromium',
    dev: values.dev,
    log: officeLog(dataDir),
  }).catch(error => {
    if (error instanceof DatabaseRefused) fail(error.message)
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      fail(
        `Port ${port} is taken by another program. Choose another with --port N, or 0 for any. 端口已被占用，请换一个。`,
      )
    throw error
  })
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await served.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  if (values.sample) await fillWithSample(served, dataDir)
  console.log(`ready ${served.link}`)
  if (!values['no-open']) openBrowser(served.link)
}

async function fillWithSample(served: Served, dataDir: string): Promise<void> {
  const { rooms, vehicles, visits } = await office.state(served.host.context)
  if (rooms + vehicles + visits === 0) {
    await loadSample(served.host.context)
    return
  }
  await served.close()
  fail(
    `--sample wants an empty database, but ${dataDir} already holds an office. Choose an empty folder with --data DIR.`,
  )
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

/** Opens the default browser where there is a desktop to open it on. */
function openBrowser(link: string): void {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return
  const [command, args] =
    process.platform === 'win32'
      ? ['rundll32', ['url.dll,FileProtocolHandler', link]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [link]]
  spawn(command as string, args as string[], { stdio: 'ignore', detached: true })
    .on('error', error => console.error(`No browser could be opened (${error.message}); open the link above by hand.`))
    .unref()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()

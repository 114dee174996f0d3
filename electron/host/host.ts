import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { extname, join, normalize, sep } from 'node:path'
import { EventPublisher, ORPCError, onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/fetch'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Logger, pino } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { paperRequest } from '../../shared/contract/documents.ts'
import { REAPPROVE_HEADER } from '../../shared/contract/errors.ts'
import { exportRequest } from '../../shared/contract/exports.ts'
import { queryOf } from '../../shared/contract/fields.ts'
import type { ProcedureMeta } from '../../shared/contract/procedure.ts'
import { may } from '../../shared/domain/roles.ts'
import { openDatabase } from '../db/connection.ts'
import { troubleOf } from '../db/trouble.ts'
import { firstAccount } from './accounts/accounts.handlers.ts'
import { DeskOfThisPc } from './accounts/desk.ts'
import type { HostContext, Printer } from './acts/context.ts'
import { badRequest, documentFailed, forbidden, locked, noPrinter, notFound, tooLarge } from './acts/errors.ts'
import { guardApproved } from './approvals/approvals.handlers.ts'
import { shippedDesigns } from './badges/badges.handlers.ts'
import { expiry } from './bookings/expiry.ts'
import { followBriefing } from './briefings/briefings.handlers.ts'
import { followChecklist } from './checklists/checklists.handlers.ts'
import { followDining } from './dining/dining.handlers.ts'
import { exportFile } from './exchange/exports.ts'
import { picturePage } from './exchange/itinerary/itinerary.files.ts'
import { attachmentsFolder, findAttachment } from './files/attachments.ts'
import { filesFolder } from './files/pictures.ts'
import { translator } from './files/translator.ts'
import { pdfName } from './print/pdfName.ts'
import { shippedSheets } from './print/print.handlers.ts'
import { DocumentFailed, PrinterMissing } from './print/printer.ts'
import { router } from './router.ts'
import { shippedTemplates } from './templates/templates.handlers.ts'
import { followVehicles } from './transport/transport.handlers.ts'

export interface HostOptions {
  /** Folder of the program: migrations, locales and the built window lie below it. */
  root: string
  /** Folder of the office's data; made where it is missing. */
  dataDir: string
  /** Makes PDFs; without one, the window prints by the system's dialog only. */
  printer?: Printer
  actor?: string
  clock?: () => Date
  newId?: () => string
  log?: Logger
}

export interface Host {
  /** The whole application: window, procedures, documents and exports. */
  fetch(request: Request): Promise<Response>
  context: HostContext
  close(): Promise<void>
}

/** The paths that the host answers itself; anything else is a page of the window or a part of it. */
const HOST_PATHS = ['rpc', 'documents', 'exports', 'share', 'attachments', 'files'] as const

/** Does the host answer this address itself? Where Vite serves the window, it asks before it takes one. */
export const isHostPath = (path: string): boolean => HOST_PATHS.some(each => path.startsWith(`/${each}/`))

/** Largest request, bytes: a guest list of 20 MB and its envelope. */
const MOST_BODY = 25_000_000

/**
 * Opens the office and answers requests for it. Electron, the browser mode and the tests all speak to what this returns.
 * @throws DatabaseRefused
 */
export function createHost(options: HostOptions): Host {
  const log = options.log ?? pino({ name: 'yingbin', level: 'warn' }, pino.destination(2))
  const { db, writer, close } = openDatabase({
    dataDir: options.dataDir,
    migrations: join(options.root, 'electron', 'db', 'migrations'),
    onSlow: (sql, milliseconds) => log.warn({ sql: sql.slice(0, 300), milliseconds }, 'slow query'),
  })
  const closing = new AbortController()
  const context: HostContext = {
    db,
    writer,
    dataDir: options.dataDir,
    root: options.root,
    clock: options.clock ?? (() => new Date()),
    newId: options.newId ?? uuidv7,
    actor: options.actor ?? userInfo().username,
    account: null,
    desk: new DeskOfThisPc(db, options.clock ?? (() => new Date())),
    reapprove: false,
    // What is approved is guarded last, when everything else that follows is done.
    consequences: [followVehicles, followDining, followBriefing, followChecklist, guardApproved],
    printer: options.printer ?? null,
    made: new Map(),
    changes: new EventPublisher(),
    closing: closing.signal,
    log,
  }
  const holds = expiry(context)
  // A hold that expires while nobody asks is released all the same, and open windows are told.
  const clockwork = setInterval(() => {
    holds.release().catch(error => log.error({ err: error }, 'holds could not be released'))
  }, 20_000).unref()
  const app = application(context, options)
  let opened: Promise<void> | undefined
  return {
    context,
    async fetch(request) {
      try {
        opened ??= open(context)
        await opened
        await holds.release().catch(error => log.error({ err: error }, 'holds could not be released'))
      } catch (error) {
        // The next request tries again: a file that another PC held, or a disk that was full, need not stay so.
        opened = undefined
        return failed(context, error, new URL(request.url).pathname)
      }
      return app.fetch(request)
    },
    async close() {
      clearInterval(clockwork)
      closing.abort()
      await options.printer?.close()
      await close()
    },
  }
}

/** What an office needs before its first request: somebody who may act, and something to begin with. */
async function open(context: HostContext): Promise<void> {
  await firstAccount(context)
  await shippedTemplates(context)
  await shippedDesigns(context)
  await shippedSheets(context)
  await context.desk.begin()
}

/** The context of one request: who is at the desk acts. */
async function at(context: HostContext, request: Request): Promise<HostContext> {
  const account = await context.desk.present()
  return {
    ...context,
    account,
    actor: account?.name ?? context.actor,
    reapprove: request.headers.get(REAPPROVE_HEADER) === '1',
  }
}

function application(context: HostContext, options: HostOptions): Hono {
  const rpc = new RPCHandler(router, {
    clientInterceptors: [
      // Around the procedure only: a request that cannot be read is oRPC's own 400, and no error of ours.
      onError(error => {
        throw refusalOf(context, error)
      }),
      ({ context: { account }, procedure, next }) => {
        const { permission } = procedure['~orpc'].meta as ProcedureMeta
        if (may(account?.role ?? null, permission)) return next()
        throw account ? forbidden(permission) : locked()
      },
    ],
  })
  const speak = translator(context.root)
  const app = new Hono()

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  app.use('/rpc/*', bodyLimit({ maxSize: MOST_BODY, onError: c => failed(context, tooLarge(), c.req.path) }))
  app.use('/rpc/*', async (c, next) => {
    const { matched, response } = await rpc.handle(c.req.raw, { prefix: '/rpc', context: await at(context, c.req.raw) })
    return matched ? c.newResponse(response.body, response) : next()
  })

  // Papers and files are for whoever may read, as the procedures are.
  for (const path of ['/documents/*', '/exports/*', '/share/*', '/attachments/*'])
    app.use(path, async (_c, next) => {
      if (!(await context.desk.present())) throw locked()
      await next()
    })
  app.get('/documents/made/:id', c => {
    const made = context.made.get(c.req.param('id'))
    if (!made) throw notFound('file', c.req.param('id'))
    return c.body(Uint8Array.from(made.bytes).buffer, 200, attachment(made.name, made.type))
  })
  app.get('/documents/:file{.+\\.pdf}', async c => {
    const request = paperRequest.safeParse({ ...c.req.query(), kind: c.req.param('file').replace(/\.pdf$/, '') })
    if (!request.success) throw badRequest(request.error.issues)
    if (!options.printer) throw noPrinter()
    const name = await pdfName(context, request.data, speak)
    const pdf = await options.printer.toPdf(`/document.html?${queryOf(request.data)}`)
    return c.body(Uint8Array.from(pdf).buffer, 200, attachment(name, 'application/pdf'))
  })
  app.get('/exports/:file', async c => {
    const [what, format] = c.req.param('file').split('.')
    const request = exportRequest.safeParse({ ...c.req.query(), what, format })
    if (!request.success) throw badRequest(request.error.issues)
    const file = await exportFile(await at(context, c.req.raw), request.data, speak(request.data.language))
    const body = typeof file.body === 'string' ? file.body : Uint8Array.from(file.body).buffer
    return c.body(body, 200, attachment(file.name, file.type))
  })
  // The guests' itinerary as the application draws it for a picture: with its own fonts, and not as a download.
  app.get('/share/itinerary', async c => {
    const request = exportRequest.safeParse({ ...c.req.query(), what: 'itinerary', format: 'html' })
    if (!request.success || request.data.what !== 'itinerary') throw badRequest(request.error?.issues)
    return c.html(await picturePage(context, request.data, speak(request.data.language), options.root))
  })
  app.get('/attachments/:id', async c => {
    const row = await findAttachment(context.db, c.req.param('id'))
    if (!row) throw notFound('attachment', c.req.param('id'))
    const bytes = await readFile(join(attachmentsFolder(context), row.file))
    return c.body(Uint8Array.from(bytes).buffer, 200, {
      ...attachment(row.name, 'application/octet-stream'),
      ...FILE_HEADERS,
    })
  })
  app.get('/files/:name', async c => {
    const name = c.req.param('name')
    // The page for signing in shows the office's own logo and no other picture.
    if (!(await context.desk.present()) && !name.startsWith('logo-')) throw locked()
    return sendFile(c, filesFolder(context), name, FILE_HEADERS)
  })
  app.get('*', async c => {
    const path = decoded(new URL(c.req.url).pathname)
    if (path === null) throw badRequest()
    return sendFile(c, join(options.root, 'dist', 'renderer'), path === '/' ? 'index.html' : path, CACHE_HEADERS(path))
  })

  app.onError((error, c) => failed(context, error, c.req.path))
  return app
}

const TROUBLES = { BUSY: 503, DISK_FULL: 507, UNWRITABLE: 503 } as const

/** A refusal as it is; an error that nobody expected by what is wrong with disk or file, or by its number in the log. */
function refusalOf(context: HostContext, error: unknown): ORPCError<string, unknown> {
  if (error instanceof ORPCError && (error.status < 500 || error.code === 'NO_PRINTER')) return error
  if (error instanceof PrinterMissing) return noPrinter()
  const id = context.newId()
  const trouble = troubleOf(error)
  context.log.error({ err: error, id }, trouble ?? 'unexpected error')
  if (error instanceof DocumentFailed) return documentFailed(id)
  return trouble
    ? new ORPCError(trouble, { status: TROUBLES[trouble], data: { id } })
    : new ORPCError('INTERNAL_SERVER_ERROR', { data: { id } })
}

/** An answer to a request that failed outside a procedure; to one for a procedure, in the form its client reads. */
function failed(context: HostContext, error: unknown, path: string): Response {
  const refused = refusalOf(context, error)
  const body = path.startsWith('/rpc/') ? { json: refused.toJSON() } : { code: refused.code, data: refused.data }
  return Response.json(body, { status: refused.status, headers: SECURITY_HEADERS })
}

/** An address in plain letters; null where its escapes are broken. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** Styles may stand in the page (antd writes them there); scripts, frames and everything else come from the application alone. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
    "connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
} as const

/** A picture from the office is never more than a picture: an SVG in it runs nothing. */
const FILE_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'Cache-Control': 'private, max-age=31536000, immutable',
}

const CACHE_HEADERS = (path: string): Record<string, string> => ({
  'Cache-Control': path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
})

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

/** How a system says that there is no file of a name, or never can be. */
const NO_FILE = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'])

async function sendFile(c: Context, folder: string, name: string, headers: Record<string, string>): Promise<Response> {
  const path = normalize(join(folder, name))
  const type = TYPES[extname(path)]
  if (!path.startsWith(folder + sep) || !type) return c.json({ code: 'NOT_FOUND' }, 404)
  try {
    return c.body(Uint8Array.from(await readFile(path)).buffer, 200, { 'Content-Type': type, ...headers })
  } catch (error) {
    if (NO_FILE.has((error as NodeJS.ErrnoException).code ?? '')) return c.json({ code: 'NOT_FOUND' }, 404)
    throw error
  }
}

/** A download under its own name, Chinese and all (RFC 6266, RFC 8187). */
function attachment(name: string, type: string): Record<string, string> {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="download${extname(name)}"; filename*=UTF-8''${encoded}`,
    'Cache-Control': 'no-store',
  }
}

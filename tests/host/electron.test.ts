import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readWindowState } from '../../electron/desktop/windowState.ts'
import { documentQuery } from '../../shared/contract/documents.ts'
import { appEvents, recorded } from '../support/electron.ts'
import { type Client, clientOf } from '../support/office.ts'

vi.mock('electron', async () => (await import('../support/electron.ts')).electron)

const dataDir = mkdtempSync(join(tmpdir(), 'yingbin-electron-'))
const argv = process.argv

beforeAll(async () => {
  process.argv = [argv[0] ?? '', 'main', '--data', dataDir, '--sample']
  await import('../../electron/main.ts')
  await vi.waitFor(() => expect(recorded.windows).toHaveLength(1))
})
afterAll(() => {
  process.argv = argv
  rmSync(dataDir, { recursive: true, force: true })
})

const serve = (request: Request) => {
  const handler = recorded.handlers.get('yingbin')
  if (!handler) throw new Error('The scheme is not handled')
  return Promise.resolve(handler(request))
}

describe('the desktop', () => {
  it('registers its scheme as standard, secure, with fetch', () => {
    expect(recorded.schemes).toEqual([
      { scheme: 'yingbin', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
    expect(recorded.sandboxed).toBe(true)
  })

  it('opens one window: isolated, sandboxed, without Node, without DevTools', () => {
    const { options, window } = recorded.windows[0] ?? {}
    expect(options?.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      devTools: false,
    })
    expect(options?.webPreferences?.preload).toMatch(/preload\.cjs$/)
    expect(window?.urls).toEqual(['yingbin://app/'])
    expect(window?.shown).toBe(false)
    window?.emit('ready-to-show')
    expect(window?.shown).toBe(true)
    appEvents.emit('second-instance')
    expect(window?.focused).toBe(1)
  })

  it('stays on its own pages: no navigation, no redirect, no webview', () => {
    const contents = recorded.windows[0]?.window.webContents
    for (const [event, url, prevented] of [
      ['will-navigate', 'https://example.com/', true],
      ['will-navigate', 'file:///etc/passwd', true],
      ['will-navigate', 'yingbin://other/', true],
      ['will-navigate', 'yingbin://app/#/visits', false],
      ['will-redirect', 'https://example.com/', true],
    ] as const) {
      const preventDefault = vi.fn()
      contents?.emit(event, { url, preventDefault })
      expect([event, url, preventDefault.mock.calls.length > 0]).toEqual([event, url, prevented])
    }
    const preventDefault = vi.fn()
    contents?.emit('will-attach-webview', { preventDefault })
    expect(preventDefault).toHaveBeenCalled()
  })

  it('opens a paper in a window of its own, as confined as the first', () => {
    const open = recorded.windows[0]?.window.webContents.windowOpen
    const paper = open?.({ url: 'yingbin://app/document.html?kind=room-sign' } as never)
    expect(paper).toMatchObject({
      action: 'allow',
      overrideBrowserWindowOptions: {
        webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
      },
    })
    expect(open?.({ url: 'yingbin://app/' } as never)).toEqual({ action: 'deny' })
  })

  it('opens no window, and hands a link to the system only after a question', async () => {
    const open = recorded.windows[0]?.window.webContents.windowOpen
    const ask = async (url: string, answer: number) => {
      recorded.answer = answer
      expect(open?.({ url } as never)).toEqual({ action: 'deny' })
      await new Promise(resolve => setImmediate(resolve))
    }
    await ask('https://example.com/no', 1)
    expect(recorded.openedExternally).toEqual([])
    await ask('https://example.com/yes', 0)
    await ask('file:///etc/passwd', 0)
    await ask('javascript:alert(1)', 0)
    expect(recorded.openedExternally).toEqual(['https://example.com/yes'])
    expect(recorded.questions.map(question => question.detail)).toEqual([
      'https://example.com/no',
      'https://example.com/yes',
    ])
  })

  it('denies every permission and device', () => {
    const answer = vi.fn()
    recorded.permission.request?.({} as never, 'media' as never, answer, {} as never)
    expect(answer).toHaveBeenCalledWith(false)
    expect(recorded.permission.check?.(null, 'geolocation' as never, '', {} as never)).toBe(false)
    expect(recorded.permission.device?.({} as never)).toBe(false)
  })

  it('serves the host by its scheme, with a strict policy, to its own pages only', async () => {
    const client: Client = clientOf(request =>
      serve(new Request(request.url.replace('http://127.0.0.1', 'yingbin://app'), request)),
    )
    expect((await client.visits.range({ from: '2000-01-01', until: '2100-01-01' })).length).toBe(6)
    const page = await serve(new Request('yingbin://app/'))
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    for (const request of [
      new Request('yingbin://other/rpc/office/state'),
      new Request('yingbin://app/rpc/office/state', { headers: { origin: 'https://example.com' } }),
    ])
      expect((await serve(request)).status).toBe(403)
  })

  it('prints a PDF through a hidden window and the printer port', async () => {
    const client: Client = clientOf(request =>
      serve(new Request(request.url.replace('http://127.0.0.1', 'yingbin://app'), request)),
    )
    const [visit] = await client.visits.range({ from: '2000-01-01', until: '2100-01-01' })
    const query = documentQuery({ kind: 'itinerary', visit: visit?.id ?? '', paper: 'a5' })
    const answer = await serve(new Request(`yingbin://app/documents/itinerary.pdf?${query}`))
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(await answer.text()).toBe('%PDF-1.7 stand-in')
    const { options, window } = recorded.windows.at(-1) ?? {}
    expect(options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, devTools: false },
    })
    expect(window?.urls[0]).toContain('yingbin://app/document.html?kind=itinerary')
    expect(window?.webContents.printed).toEqual([
      { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
    ])
    expect(window?.destroyed).toBe(true)
  })

  it('prints straight to a printer at the true size, for its own pages only, and tells what the printer says', async () => {
    const call = (channel: string, asked?: unknown, url = 'yingbin://app/') =>
      recorded.ipc.get(channel)?.({ senderFrame: { url }, sender: recorded.windows[0]?.window.webContents }, asked)
    expect(await call('printers')).toEqual([{ name: 'Badge_1', displayName: 'Badge printer' }])
    const order = { path: '/document.html?kind=badges', printer: 'Badge_1', width: 90, height: 54 }
    expect(await call('print', order)).toEqual({ ok: true, reason: '' })
    expect(recorded.windows.at(-1)?.window.webContents.straight).toEqual([
      {
        silent: true,
        deviceName: 'Badge_1',
        printBackground: true,
        margins: { marginType: 'none' },
        scaleFactor: 100,
        pageSize: { width: 90_000, height: 54_000 },
      },
    ])
    recorded.printerFails = 'Out of paper'
    expect(await call('print', order)).toEqual({ ok: false, reason: 'Out of paper' })
    recorded.printerFails = ''
    expect(() => call('print', { ...order, path: 'https://example.com/' })).toThrow()
    expect(() => call('print', order, 'https://example.com/')).toThrow('Not a page of the application')
    await expect(call('printers', undefined, 'https://example.com/')).rejects.toThrow('Not a page of the application')
  })

  it('has a menu in the office’s language whose acts are keys, without DevTools', () => {
    const labels = (recorded.menus[0] ?? []).map(item => item.label)
    expect(labels).toEqual(['文件', '编辑', '视图'])
    const items = (recorded.menus[0] ?? []).flatMap(item => item.submenu as Electron.MenuItemConstructorOptions[])
    expect(items.map(item => item.role)).not.toContain('toggleDevTools')
    items.find(item => item.label === '搜索')?.click?.({} as never, undefined, {} as never)
    expect(recorded.windows[0]?.window.webContents.keys).toEqual(['keyDown control+K', 'keyUp control+K'])
  })

  it('remembers where its window stood, unless that screen is gone', () => {
    recorded.windows[0]?.window.emit('close')
    expect(JSON.parse(readFileSync(join(dataDir, 'window.json'), 'utf8'))).toEqual({
      bounds: { x: 30, y: 40, width: 1200, height: 700 },
      maximized: false,
    })
    const screens = [{ x: 0, y: 0, width: 1920, height: 1040 }]
    expect(readWindowState(dataDir, screens).bounds).toMatchObject({ x: 30, width: 1200 })
    expect(readWindowState(dataDir, [{ x: 5000, y: 0, width: 800, height: 600 }]).bounds).toEqual({
      width: 1360,
      height: 760,
    })
    writeFileSync(join(dataDir, 'window.json'), 'not json')
    expect(readWindowState(dataDir, screens).bounds).toEqual({ width: 1360, height: 760 })
  })

  it('closes the database before it ends', async () => {
    const preventDefault = vi.fn()
    appEvents.emit('will-quit', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    await vi.waitFor(() => expect(recorded.quits).toBe(1))
    expect(existsSync(join(dataDir, 'yingbin.sqlite-wal'))).toBe(false)
    appEvents.emit('will-quit', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
  })
})

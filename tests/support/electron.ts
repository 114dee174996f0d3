import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { root } from './office.ts'

/**
 * A stand-in for the `electron` module, as far as the application uses it and with electron.d.ts's own types: it records what the
 * application asks for, and plays back what Electron would tell it.
 */
type Made = { options: Electron.BrowserWindowConstructorOptions; window: StandInWindow }

export const recorded = {
  schemes: [] as Electron.CustomScheme[],
  handlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
  windows: [] as Made[],
  menus: [] as Electron.MenuItemConstructorOptions[][],
  openedExternally: [] as string[],
  questions: [] as Electron.MessageBoxOptions[],
  errors: [] as string[],
  quits: 0,
  exitCode: null as number | null,
  sandboxed: false,
  lock: true,
  /** What a printer refuses with; empty: it prints. */
  printerFails: '',
  ipc: new Map<string, (event: unknown, asked?: unknown) => unknown>(),
  /** What the person answers to the next question. */
  answer: 1,
  permission: {
    request: null as Parameters<Electron.Session['setPermissionRequestHandler']>[0],
    check: null as Parameters<Electron.Session['setPermissionCheckHandler']>[0],
    device: null as Parameters<Electron.Session['setDevicePermissionHandler']>[0],
  },
}

class StandInContents extends EventEmitter {
  windowOpen: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null
  keys: string[] = []
  printed: Electron.PrintToPDFOptions[] = []
  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]) {
    this.windowOpen = handler
  }
  sendInputEvent(event: Electron.KeyboardInputEvent) {
    this.keys.push(`${event.type} ${event.modifiers?.join('+')}+${event.keyCode}`)
  }
  async executeJavaScript() {
    return { ready: true, failed: null, progress: null }
  }
  straight: Electron.WebContentsPrintOptions[] = []
  async getPrintersAsync() {
    return [{ name: 'Badge_1', displayName: 'Badge printer' }]
  }
  print(options: Electron.WebContentsPrintOptions, done: (ok: boolean, reason: string) => void) {
    this.straight.push(options)
    done(recorded.printerFails === '', recorded.printerFails)
  }
  async printToPDF(options: Electron.PrintToPDFOptions) {
    this.printed.push(options)
    return Buffer.from('%PDF-1.7 stand-in')
  }
}

class StandInWindow extends EventEmitter {
  webContents = new StandInContents()
  urls: string[] = []
  shown = false
  destroyed = false
  maximized = false
  focused = 0
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    recorded.windows.push({ options, window: this })
    appEvents.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string) {
    this.urls.push(url)
  }
  show() {
    this.shown = true
  }
  maximize() {
    this.maximized = true
  }
  isMaximized() {
    return this.maximized
  }
  isMinimized() {
    return false
  }
  restore() {}
  focus() {
    this.focused++
  }
  getNormalBounds(): Electron.Rectangle {
    return { x: 30, y: 40, width: 1200, height: 700 }
  }
  destroy() {
    this.destroyed = true
  }
}

export const appEvents = new EventEmitter()

const app = {
  isPackaged: false,
  on: appEvents.on.bind(appEvents) as unknown as Electron.App['on'],
  enableSandbox: () => {
    recorded.sandboxed = true
  },
  requestSingleInstanceLock: () => recorded.lock,
  quit: () => {
    recorded.quits++
  },
  exit: (code?: number) => {
    recorded.exitCode = code ?? 0
  },
  whenReady: async () => undefined,
  getAppPath: () => root,
} satisfies Partial<Electron.App>

const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
    recorded.schemes.push(...schemes)
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    recorded.handlers.set(scheme, handler)
  },
} satisfies Partial<Electron.Protocol>

const defaultSession = {
  setPermissionRequestHandler: handler => {
    recorded.permission.request = handler
  },
  setPermissionCheckHandler: handler => {
    recorded.permission.check = handler
  },
  setDevicePermissionHandler: handler => {
    recorded.permission.device = handler
  },
} satisfies Partial<Electron.Session>

const dialog = {
  showErrorBox: (_title: string, content: string) => {
    recorded.errors.push(content)
  },
  showMessageBox: (async (options: Electron.MessageBoxOptions) => {
    recorded.questions.push(options)
    return { response: recorded.answer, checkboxChecked: false }
  }) as unknown as Electron.Dialog['showMessageBox'],
} satisfies Partial<Electron.Dialog>

export const electron = {
  app,
  protocol,
  dialog,
  session: { defaultSession },
  shell: {
    openExternal: async (url: string) => {
      recorded.openedExternally.push(url)
    },
  },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
  Menu: {
    buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (menu: unknown) => {
      recorded.menus.push(menu as Electron.MenuItemConstructorOptions[])
    },
  },
  BrowserWindow: StandInWindow,
  ipcMain: {
    handle: (channel: string, handler: (event: unknown, asked?: unknown) => unknown) => {
      recorded.ipc.set(channel, handler)
    },
  },
  contextBridge: { exposeInMainWorld: () => undefined },
}

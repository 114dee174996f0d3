import { type App, type BrowserWindowConstructorOptions, dialog, type Session, shell } from 'electron'

export const SCHEME = 'yingbin'
/** The one origin there is in the window. */
export const ORIGIN = `${SCHEME}://app`

/** Is this an address of the application itself? */
export function isOurs(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === `${SCHEME}:` && new URL(address).host === 'app'
}

/** What every page of the application may do: nothing but be a page. DevTools only in development. */
export const pagePreferences = (options: { developing: boolean }) => ({
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: options.developing,
})

/** A paper opens in a window of its own, as in a browser; nothing else does. */
const isPaper = (address: string): boolean => isOurs(address) && new URL(address).pathname === '/document.html'

const PAPER_WINDOW: BrowserWindowConstructorOptions = {
  width: 1000,
  height: 900,
  autoHideMenuBar: true,
  webPreferences: pagePreferences({ developing: false }),
}

/** No page gets a camera, a place, a notification or any other device; our own may write to the clipboard when somebody presses Copy. */
export function denyPermissions(session: Session): void {
  const isAllowed = (permission: string, address: string) =>
    permission === 'clipboard-sanitized-write' && isOurs(address)
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isAllowed(permission, requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin))
  session.setDevicePermissionHandler(() => false)
}

/** Every window stays on the application: no navigation away, no new windows, no embedded views. */
export function confineContents(app: App, texts: ExternalTexts): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', event => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', event => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      if (isPaper(url)) return { action: 'allow', overrideBrowserWindowOptions: PAPER_WINDOW }
      void offerExternal(url, texts)
      return { action: 'deny' }
    })
  })
}

export interface ExternalTexts {
  question: string
  open: string
  cancel: string
}

/** A link to the web or a mail address is handed to the system, after a question that shows where it leads. Anything else is refused. */
async function offerExternal(url: string, texts: ExternalTexts): Promise<void> {
  if (!URL.canParse(url) || !['https:', 'mailto:'].includes(new URL(url).protocol)) return
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: texts.question,
    detail: url,
    buttons: [texts.open, texts.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) await shell.openExternal(url)
}

import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { TFunction } from 'i18next'

export interface MenuOptions {
  t: TFunction
  developing: boolean
  window: () => BrowserWindow | null
}

/** The application menu, in the office's language. Its own acts are keys that the window knows, sent to it as such. */
export function applicationMenu({ t, developing, window }: MenuOptions): Menu {
  const press = (keyCode: string) => () => {
    const contents = window()?.webContents
    contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers: ['control'] })
    contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers: ['control'] })
  }
  const item = (label: string, accelerator: string, keyCode: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: press(keyCode),
  })
  return Menu.buildFromTemplate([
    {
      label: t('menu.file'),
      submenu: [
        item(t('menu.newVisit'), 'Ctrl+N', 'N'),
        item(t('menu.print'), 'Ctrl+P', 'P'),
        { type: 'separator' },
        { role: 'quit', label: t('menu.quit') },
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        { role: 'undo', label: t('menu.undo') },
        { role: 'redo', label: t('menu.redo') },
        { type: 'separator' },
        { role: 'cut', label: t('menu.cut') },
        { role: 'copy', label: t('menu.copy') },
        { role: 'paste', label: t('menu.paste') },
        { role: 'selectAll', label: t('menu.selectAll') },
        { type: 'separator' },
        item(t('menu.search'), 'Ctrl+K', 'K'),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        { role: 'zoomIn', label: t('menu.zoomIn') },
        { role: 'zoomOut', label: t('menu.zoomOut') },
        { role: 'resetZoom', label: t('menu.resetZoom') },
        { role: 'togglefullscreen', label: t('menu.fullscreen') },
        ...(developing ? [{ role: 'toggleDevTools' as const }, { role: 'reload' as const }] : []),
      ],
    },
  ])
}

import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where an office's data lives unless `--data` says otherwise: the platform's application-data folder. */
export function defaultDataDir(): string {
  const { APPDATA, XDG_DATA_HOME } = process.env
  if (process.platform === 'win32') return join(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Yingbin')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Yingbin')
  return join(XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'yingbin')
}

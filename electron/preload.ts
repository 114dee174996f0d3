import { contextBridge, ipcRenderer } from 'electron'
import type { Desktop } from '../shared/contract/desktop.ts'

const desktop: Desktop = {
  platform: process.platform,
  printers: () => ipcRenderer.invoke('printers'),
  print: order => ipcRenderer.invoke('print', order),
}

contextBridge.exposeInMainWorld('desktop', desktop)

import { contextBridge } from 'electron'

/** What the window may know of the desktop around it: that there is one. Everything else goes through fetch. */
const desktop = { platform: process.platform }
export type Desktop = typeof desktop

contextBridge.exposeInMainWorld('desktop', desktop)

/** A document of the application for one printer; `width` and `height` of its page in mm. */
export interface PrintOrder {
  path: string
  printer: string
  width: number
  height: number
}

/** What the desktop program lets its window do beside fetch; the preload script gives it, a browser has none of it. */
export interface Desktop {
  platform: string
  /** The printers of this computer. */
  printers(): Promise<{ name: string; displayName: string }[]>
  /** Prints without a dialog. `reason` is what the printer said where it did not. */
  print(order: PrintOrder): Promise<{ ok: boolean; reason: string }>
}

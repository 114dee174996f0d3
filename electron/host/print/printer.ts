/** Turns a page of the application into a PDF of its exact size. */
export interface Printer {
  /**
   * @param path the document's address in the application, `/document.html?…`. It tells that it is laid out, fonts and all,
   *   by `data-ready` on its root element, or what went wrong by `data-failed`.
   * @param onProgress told how many papers of a bundle are laid out, by the page's `data-progress`.
   * @throws PrinterMissing where nothing on this machine can print.
   */
  toPdf(path: string, onProgress?: (done: number) => void): Promise<Uint8Array>
  /** Draws a page as it stands on a screen `width` CSS pixels wide, whole, with two dots a pixel, as PNG. */
  toPng(path: string, width: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** No browser was found to make PDFs with. */
export class PrinterMissing extends Error {
  override name = 'PrinterMissing'
}

/** The document's page said that it could not be laid out. */
export class DocumentFailed extends Error {
  override name = 'DocumentFailed'
}

/** No browser was found to make PDFs with. */
export class PrinterMissing extends Error {
  override name = 'PrinterMissing'
}

/** The document's page said that it could not be laid out. */
export class DocumentFailed extends Error {
  override name = 'DocumentFailed'
}

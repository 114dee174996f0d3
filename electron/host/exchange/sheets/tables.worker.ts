import { parentPort } from 'node:worker_threads'
import writeExcelFile, { type Feature, type Image, type SheetData } from 'write-excel-file/node'
import { insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility'
import type { Outline } from '../../../../shared/domain/papers/outline.ts'
import { measureSheets, measureText, repacked, TooMuch, unpackedWorkbook } from './budget.ts'
import { decodeText } from './encodings.ts'
import type { ReadTables, TableAnswer, TableJob, WorkbookSheet } from './tables.ts'
import { fillDown, framesOf, shownRows } from './workbook.ts'

/** Reads and writes tables beside the event loop: one job in, one answer out. */
parentPort?.on('message', async (job: TableJob) => {
  try {
    const answer: TableAnswer =
      job.kind === 'read'
        ? { ok: true, read: await readTable(job.name, job.bytes) }
        : { ok: true, bytes: await (job.kind === 'write' ? writeWorkbook(job.sheets) : writeDocument(job.outline)) }
    parentPort?.postMessage(answer)
  } catch (error) {
    const refused = refusalOf(error)
    parentPort?.postMessage({ ok: false, reason: refused.reason, detail: refused.message } satisfies TableAnswer)
  }
})

type Reason = Extract<TableAnswer, { ok: false }>['reason']

class Refusal extends Error {
  readonly reason: Reason
  constructor(reason: Reason, detail = '') {
    super(detail)
    this.reason = reason
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof TooMuch) return new Refusal('tooMuch', error.message)
  // A table with more rows than an array can hold.
  if (error instanceof RangeError) return new Refusal('tooMuch')
  return new Refusal('notExcel', String(error).slice(0, 200))
}

async function readTable(name: string, bytes: Uint8Array): Promise<ReadTables> {
  if (bytes.length === 0) throw new Refusal('empty')
  const signature = [...bytes.slice(0, 4)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  if (signature === 'd0cf11e0') {
    const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new Refusal(encrypted ? 'encrypted' : 'oldExcel', name)
  }
  if (signature === '504b0304') {
    const read = await readWorkbook(bytes)
    measureSheets(read.sheets)
    if (read.sheets.every(sheet => isBlank(sheet.rows))) throw new Refusal('empty', name)
    return read
  }
  const text = decodeText(bytes)
  if (text === null) throw new Refusal('unknownKind', name)
  measureText(text)
  const rows = await readText(name, text)
  if (isBlank(rows)) throw new Refusal('empty', name)
  const sheets = [{ name: '', rows, hidden: { rows: 0, columns: 0 } }]
  measureSheets(sheets)
  return { sheets, hiddenSheets: [] }
}

/** The sheets of a workbook with what is shown of them; what is hidden in them is counted. */
async function readWorkbook(bytes: Uint8Array): Promise<ReadTables> {
  const parts = unpackedWorkbook(bytes)
  if (!parts['xl/workbook.xml']) throw new Refusal('notExcel')
  const frameOf = framesOf(parts)
  const { default: readExcelFile } = await import('read-excel-file/node')
  const sheets = await readExcelFile(Buffer.from(repacked(parts)))
  const isShown = ({ sheet }: { sheet: string }) => !frameOf(sheet).hidden
  return {
    sheets: sheets.filter(isShown).map(sheet => {
      const frame = frameOf(sheet.sheet)
      const rows = sheet.data.map(row => row.map(cellText))
      for (const merge of frame.merges) fillDown(rows, merge)
      return { name: sheet.sheet, ...shownRows(rows, frame) }
    }),
    hiddenSheets: sheets.filter(sheet => !isShown(sheet) && sheet.data.length > 0).map(({ sheet }) => sheet),
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    // Excel keeps a moment as a fraction of a day: a minute may come back a hair short.
    const iso = new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ')
  }
  return String(cell)
}

const isBlank = (rows: readonly (readonly string[])[]): boolean =>
  rows.every(row => row.every(cell => cell.trim() === ''))

/** Excel's own first line that names the delimiter: `sep=;`. */
const DELIMITER = /^\ufeff?sep=([,;\t|])\r?\n/iu

/** A file of text is a table where its lines have cells, else lines as they stand: a letter with commas in it is no table. */
async function readText(name: string, text: string): Promise<string[][]> {
  const { default: Papa } = await import('papaparse')
  const named = DELIMITER.exec(text)
  const { data } = Papa.parse<string[]>(named ? text.slice(named[0].length) : text, {
    ...(named ? { delimiter: named[1] } : {}),
    delimitersToGuess: [',', '\t', ';', '|'],
    skipEmptyLines: false,
  })
  if (named || !/\.txt$/iu.test(name)) return data
  const widths = data.filter(row => row.some(cell => cell.trim() !== '')).map(row => row.length)
  const usual = widths.filter(width => width > 1 && width === widths[0]).length
  return usual * 2 > widths.length ? data : text.split(/\r\n|\r|\n/u).map(line => [line])
}

async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const written = await writeExcelFile(
    sheets.map(sheet => ({
      sheet: sheet.name,
      columns: sheet.widths.map(width => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
      data: [
        sheet.header.map(value => ({
          value,
          type: String,
          fontWeight: 'bold' as const,
          backgroundColor: '#E7F0EF',
          wrap: true,
        })),
        ...sheet.rows.map(row =>
          row.map(value =>
            typeof value === 'object'
              ? dateCell(value.time)
              : typeof value === 'number'
                ? { value, type: Number }
                : value === ''
                  ? null
                  : { value, type: String, wrap: true },
          ),
        ),
      ] as SheetData,
    })),
    { features: [printed(sheets)] },
  ).toBuffer()
  return new Uint8Array(written)
}

/** Wall clock in the UTC fields of a Date: the writer turns those into Excel's own serial, which knows no zone. */
const dateCell = (time: string) =>
  time.length === 10
    ? { value: new Date(`${time}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
    : { value: new Date(`${time}:00Z`), type: Date, format: 'yyyy-mm-dd hh:mm' }

/** The library for Word files is large and seldom wanted: it is loaded for the first one. */
async function writeDocument(outline: Outline): Promise<Uint8Array> {
  const { writeOutline } = await import('../word/outline.docx.ts')
  return writeOutline(outline)
}

/** Letters of a column, 0 being A. */
const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)

/** The order of a worksheet's elements, as far as any is written (ECMA-376 part 1, 18.3.1.99). */
const SHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'drawing',
]

/**
 * What the writer leaves to others: a filter on the titles, and a page that is as wide as the paper with its titles on every sheet
 * (ECMA-376 part 1, 18.3.1.2 autoFilter, 18.3.1.63 pageSetup, 18.2.5 definedName).
 */
function printed(sheets: readonly WorkbookSheet[]): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, options) => {
            const sheet = sheets.find(each => each.name === options.sheet)
            if (!sheet) return xml
            const put = (element: string) => {
              xml = insertElementMarkupAccordingToOrderOfSiblings(xml, element, SHEET_ORDER, 'worksheet')
            }
            if (!sheet.form) put(`<autoFilter ref="${rangeOf(sheet)}"/>`)
            xml = xml.replace(/<pageSetup[^>]*\/>/, '')
            put('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
            put('<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>')
            return xml.includes('<sheetPr')
              ? xml
              : xml.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
          },
        },
        'xl/workbook.xml': {
          transform: xml => {
            const names = sheets.flatMap((sheet, index) => {
              const name = `'${sheet.name.replaceAll("'", "''").replaceAll('&', '&amp;')}'`
              const filter = rangeOf(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
              return [
                sheet.form
                  ? ''
                  : `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${name}!${filter}</definedName>`,
                `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$1:$1</definedName>`,
              ]
            })
            return xml.replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`)
          },
        },
      },
    },
  }
}

const rangeOf = (sheet: WorkbookSheet): string =>
  `A1:${columnName(Math.max(0, sheet.header.length - 1))}${sheet.rows.length + 1}`

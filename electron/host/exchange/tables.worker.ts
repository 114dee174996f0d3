import { parentPort } from 'node:worker_threads'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import type { TableAnswer, TableJob, WorkbookSheet } from './tables.ts'

/** Reads and writes tables beside the event loop: one job in, one answer out. */
parentPort?.on('message', async (job: TableJob) => {
  try {
    const answer: TableAnswer =
      job.kind === 'read'
        ? { ok: true, sheets: await readTable(job.name, job.bytes) }
        : { ok: true, bytes: await writeWorkbook(job.sheets) }
    parentPort?.postMessage(answer)
  } catch (error) {
    const refused = error instanceof Refusal ? error : new Refusal('notExcel', String(error))
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

const MOST_UNPACKED = 300_000_000

async function readTable(name: string, bytes: Uint8Array): Promise<{ name: string; rows: string[][] }[]> {
  if (bytes.length === 0) throw new Refusal('empty')
  const signature = [...bytes.slice(0, 4)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  if (signature === 'd0cf11e0') {
    const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new Refusal(encrypted ? 'encrypted' : 'oldExcel', name)
  }
  if (signature === '504b0304') return readWorkbook(bytes)
  if (bytes.slice(0, 2000).some(byte => byte === 0) && !startsWithUtf16(bytes)) throw new Refusal('unknownKind', name)
  const rows = readText(decode(bytes))
  if (rows.every(row => row.every(cell => cell.trim() === ''))) throw new Refusal('empty', name)
  return [{ name: '', rows }]
}

async function readWorkbook(bytes: Uint8Array): Promise<{ name: string; rows: string[][] }[]> {
  let unpacked = 0
  const parts = unzipSync(bytes, {
    filter: file => {
      unpacked += file.originalSize
      if (unpacked > MOST_UNPACKED) throw new Refusal('tooLarge', '300 MB')
      return /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(file.name)
    },
  })
  if (!parts['xl/workbook.xml']) throw new Refusal('notExcel')
  const merges = mergesOf(parts)
  const sheets = await readExcelFile(Buffer.from(bytes))
  return sheets.map(sheet => {
    const rows = sheet.data.map(row => row.map(cellText))
    for (const merge of merges.get(sheet.sheet) ?? []) fillDown(rows, merge)
    return { name: sheet.sheet, rows }
  })
}

interface Merge {
  column: number
  first: number
  last: number
}

/** Cells merged over several rows, by sheet name: ECMA-376 part 1, 18.3.1.55 (mergeCell). */
function mergesOf(parts: Record<string, Uint8Array>): Map<string, Merge[]> {
  const xml = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const targets = new Map(
    [...xml('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  )
  return new Map(
    [...xml('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => {
      const path = targets.get(attribute(tag, 'r:id')) ?? ''
      const merges = [...xml(path).matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)]
      return [
        unescapeXml(attribute(tag, 'name')),
        merges.map(([, column = 'A', first, , last]) => ({
          column: columnIndex(column),
          first: Number(first) - 1,
          last: Number(last) - 1,
        })),
      ]
    }),
  )
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

const unescapeXml = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: 'lt') => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name],
  )

const columnIndex = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** A cell merged over several rows speaks for each of them: one company name beside its five guests. */
function fillDown(rows: string[][], merge: Merge): void {
  const text = rows[merge.first]?.[merge.column] ?? ''
  for (let row = merge.first + 1; row <= Math.min(merge.last, rows.length - 1); row++) {
    const cells = rows[row]
    if (cells && (cells[merge.column] ?? '') === '') cells[merge.column] = text
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

const startsWithUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/** UTF-16 by its mark, UTF-8 where it is valid, else GB18030, as Chinese Excel writes it. */
function decode(bytes: Uint8Array): string {
  if (startsWithUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('gb18030').decode(bytes)
    throw error
  }
}

function readText(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '|'], skipEmptyLines: false })
  return data
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
            value instanceof Date
              ? { value, type: Date, format: 'yyyy-mm-dd hh:mm' }
              : typeof value === 'number'
                ? { value, type: Number }
                : value === ''
                  ? null
                  : { value, type: String, wrap: true },
          ),
        ),
      ] as SheetData,
    })),
  ).toBuffer()
  return new Uint8Array(written)
}

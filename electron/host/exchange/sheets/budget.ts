import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What a table may hold: far above any list of people, far below what a PC cannot hold. */
export const MOST = { unpacked: 40_000_000, rows: 50_000, columns: 1000, area: 2_000_000, letters: 30_000_000 } as const

/** A table that is more than the program reads; the message says of what, and where. */
export class TooMuch extends Error {
  override name = 'TooMuch'
}

/** Parts of a workbook that the reader looks at: no pictures, themes, drawings or macros. */
const READ = /^xl\/(?!theme|drawings|media|charts|externalLinks|pivot|worksheets\/_rels).*\.xml(\.rels)?$/

/**
 * Unpacks what is read of a workbook, within bounds whatever its directory says: a part is cut at the size that it claims, and what
 * they claim together is bounded. Cells without a value are left out, so that a sheet that was painted to its last row is a small one.
 * @throws TooMuch with the cell or the number that is beyond the bounds.
 */
export function unpackedWorkbook(bytes: Uint8Array): Record<string, Uint8Array> {
  let unpacked = 0
  const parts = unzipSync(bytes, {
    filter: file => {
      if (!READ.test(file.name)) return false
      unpacked += file.originalSize
      if (unpacked > MOST.unpacked) throw new TooMuch('40 MB')
      return true
    },
  })
  let area = 0
  for (const path of Object.keys(parts)) {
    const part = parts[path]
    if (!part || !/^xl\/worksheets\//.test(path)) continue
    const xml = strFromU8(part).replace(EMPTY, '')
    area += areaOf(xml)
    if (area > MOST.area) throw new TooMuch(`${path} ${area}`)
    parts[path] = strToU8(xml)
  }
  return parts
}

/** The same workbook with nothing in it but those parts. */
export const repacked = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts, { level: 0 })

/** Cells, and rows, that hold nothing (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73). */
const EMPTY = /<(?:c|row)\b[^<>]*\br="[A-Z]*\d+"[^<>]*\/>|<c\b[^<>]*\br="[A-Z]+\d+"[^<>]*><\/c>/g

/** Rows times columns that a sheet reaches. */
function areaOf(xml: string): number {
  let rows = 0
  let columns = 0
  let row = 0
  let column = 0
  for (const [, kind, attributes = ''] of xml.matchAll(/<(?:\w+:)?(c|row)\b([^<>]*)>/g)) {
    const [, letters = '', digits = ''] = /\br="([A-Za-z]*)(\d+)"/.exec(attributes) ?? []
    if (kind === 'row') {
      row = digits ? Number(digits) : row + 1
      column = 0
      continue
    }
    if (digits) row = Number(digits)
    column = letters ? columnNumber(letters) : column + 1
    columns = Math.max(columns, column)
    rows = Math.max(rows, row)
    if (rows > MOST.rows || columns > MOST.columns) throw new TooMuch(`${letters}${row}`)
  }
  return rows * columns
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase().slice(0, 6)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** Is this text a table within bounds, as far as its marks tell? @throws TooMuch */
export function measureText(text: string): void {
  let rows = 0
  let cells = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Line feed; tab, comma, semicolon, bar.
    if (code === 10) rows++
    else if (code === 9 || code === 44 || code === 59 || code === 124) cells++
  }
  if (rows > MOST.rows) throw new TooMuch(String(MOST.rows + 1))
  if (cells > MOST.area) throw new TooMuch(String(cells))
}

/** Is what was read small enough to be handed on? @throws TooMuch */
export function measureSheets(sheets: readonly { name: string; rows: readonly (readonly string[])[] }[]): void {
  let cells = 0
  let letters = 0
  for (const { name, rows } of sheets) {
    if (rows.length > MOST.rows) throw new TooMuch(`${name} ${rows.length}`)
    for (const row of rows) {
      cells += row.length
      for (const cell of row) letters += cell.length
    }
    if (cells > MOST.area || letters > MOST.letters) throw new TooMuch(name)
  }
}

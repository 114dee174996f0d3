/**
 * Pasted text as rows of cells: a copy from a spreadsheet parts at tabs, with quoted cells that hold breaks put together again; any other
 * line is one cell, and reading finds out what it holds.
 */
export function tableOfText(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/gu, '\n')
  return plain.includes('\t') ? delimitedCells(plain, '\t') : plain.split('\n').map(line => [line.trim()])
}

/** Cells between delimiters; a cell that begins with a quote ends with one, and two of them within are one (RFC 4180). Linear. */
export function delimitedCells(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at <= text.length; ) {
    let end: number
    let cell: string
    const closing = text[at] === '"' ? closingQuote(text, at, delimiter) : -1
    if (closing > 0) {
      cell = text.slice(at + 1, closing).replaceAll('""', '"')
      end = closing + 1
    } else {
      end = at
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++
      cell = text.slice(at, end)
    }
    row.push(cell)
    if (text[end] !== delimiter) {
      rows.push(row)
      row = []
    }
    at = end + 1
  }
  return rows
}

/** Longest quoted cell, characters. */
const LONGEST_CELL = 4000

/** Where a quoted cell ends: its closing quote before a delimiter, a break or the end; -1 where there is none. */
function closingQuote(text: string, open: number, delimiter: string): number {
  for (let at = open + 1; at < Math.min(text.length, open + LONGEST_CELL); at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at++
    else return text[at + 1] === undefined || text[at + 1] === delimiter || text[at + 1] === '\n' ? at : -1
  }
  return -1
}

/**
 * Pasted text as rows of cells: a copy from a spreadsheet parts at tabs, with quoted cells that hold breaks put together again; any other
 * line is one cell, and reading finds out what it holds.
 */
export function tableOfText(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/gu, '\n')
  if (!plain.includes('\t')) return plain.split('\n').map(line => [line.trim()])
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at <= plain.length; ) {
    let end: number
    let cell: string
    const closing = plain[at] === '"' ? closingQuote(plain, at) : -1
    if (closing > 0) {
      cell = plain.slice(at + 1, closing).replaceAll('""', '"')
      end = closing + 1
    } else {
      end = at
      while (end < plain.length && plain[end] !== '\t' && plain[end] !== '\n') end++
      cell = plain.slice(at, end)
    }
    row.push(cell)
    if (plain[end] !== '\t') {
      rows.push(row)
      row = []
    }
    at = end + 1
  }
  return rows
}

/** Longest quoted cell, characters. */
const LONGEST_CELL = 4000

/** Where a quoted cell ends: its closing quote before a tab, a break or the end; -1 where there is none. */
function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < Math.min(text.length, open + LONGEST_CELL); at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at++
    else return text[at + 1] === undefined || text[at + 1] === '\t' || text[at + 1] === '\n' ? at : -1
  }
  return -1
}

import { delimitedCells } from './pastedCells.ts'

/**
 * Pasted text as a table. A copy from Excel or a page has tabs between its cells, and quotes around a cell with breaks of lines in it;
 * else what separates most lines does: `|`, a comma, a semicolon, or wide spaces, at last single ones. Lines of dashes are passed over.
 */
export function pastedTable(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/gu, '\n')
  if (plain.includes('\t')) return trimmed(delimitedCells(plain, '\t'))
  const lines = plain.split('\n')
  const filled = lines.filter(line => line.trim() !== '')
  const mark = MARKS.find(each => filled.filter(line => each.test(line)).length * 2 > filled.length)
  if (mark === BAR) {
    return lines
      .filter(line => !/^[\s|:+-]*$/u.test(line) || line.trim() === '')
      .map(line =>
        line
          .trim()
          .replace(/^\||\|$/gu, '')
          .split('|')
          .map(cell => cell.trim()),
      )
  }
  if (mark === COMMA) return trimmed(delimitedCells(plain.replaceAll('，', ','), ','))
  const between = mark ?? /\s+/u
  return lines.map(line =>
    line
      .trim()
      .split(between)
      .map(cell => cell.trim()),
  )
}

const trimmed = (rows: string[][]): string[][] => rows.map(row => row.map(cell => cell.trim()))

const BAR = /\|/u
const COMMA = /[,，]/u
const MARKS = [BAR, COMMA, /[;；]/u, /\s{2,}/u]

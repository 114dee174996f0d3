/**
 * Pasted text as a table. A copy from Excel or a page has tabs between its cells, and quotes around a cell with breaks of lines in it;
 * else what separates most lines does: `|`, a comma, a semicolon, or wide spaces, at last single ones. Lines of dashes are passed over.
 */
export function pastedTable(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/gu, '\n')
  if (plain.includes('\t')) return delimited(plain, '\t')
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
  if (mark === COMMA) return delimited(plain.replaceAll('，', ','), ',')
  const between = mark ?? /\s+/u
  return lines.map(line =>
    line
      .trim()
      .split(between)
      .map(cell => cell.trim()),
  )
}

const BAR = /\|/u
const COMMA = /[,，]/u
const MARKS = [BAR, COMMA, /[;；]/u, /\s{2,}/u]

/** Cells between delimiters; a cell that begins with a quote ends with one, and two of them within are one (RFC 4180). */
function delimited(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]]
  let index = 0
  while (index <= text.length) {
    const row = rows.at(-1) ?? []
    const quoted = text[index] === '"' ? /^"((?:[^"]|"")*)"(?=[\t,\n]|$)/u.exec(text.slice(index)) : null
    const end = quoted ? index + quoted[0].length : nextOf(text, index, delimiter)
    row.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : text.slice(index, end).trim())
    if (text[end] === '\n') rows.push([])
    index = end + 1
  }
  return rows
}

function nextOf(text: string, from: number, delimiter: string): number {
  for (let index = from; index < text.length; index++)
    if (text[index] === delimiter || text[index] === '\n') return index
  return text.length
}

import { columnOfHeading } from './guestColumns.ts'

/**
 * Pasted text as a table: a block of `姓名：张三` lines for each guest, else tabs where there are any (a copy from Excel), else commas,
 * semicolons or the Chinese 、，； with a leading number (`1.`, `2、`, `①`) taken off each line; lines of one cell split at runs of spaces.
 */
export function tableOfText(text: string): string[][] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/u)
  const keyed = keyedTable(lines)
  if (keyed) return keyed
  if (lines.some(line => line.includes('\t'))) return lines.map(line => line.split('\t'))
  return lines.map(line => {
    const plain = line.trim().replace(/^(?:[(（]?\d{1,4}\s*[.、)）．]\s*|[①-⑳]\s*|[-*•·]\s+)/u, '')
    const cells = plain.split(/[,，;；、|]/u)
    return (
      cells.length > 1
        ? cells
        : plain.split(/\s{1,}(?=\S)/u).length > 1 && /\p{Script=Han}/u.test(plain)
          ? plain.split(/\s+/u)
          : cells
    ).map(cell => cell.trim())
  })
}

/** Text that names each value: `姓名：张三`, one or more to a line, a guest beginning at each name; null where it is not written so. */
function keyedTable(lines: readonly string[]): string[][] | null {
  const pairs = lines.flatMap(line =>
    [
      ...line.matchAll(
        /([\p{Script=Han}A-Za-z]{2,12})\s*[:：]\s*([^,，;；\t]*?)(?=\s*(?:[,，;；\t]|$|\s[\p{Script=Han}A-Za-z]{2,12}\s*[:：]))/gu,
      ),
    ].flatMap(([, key = '', value = '']) => {
      const column = columnOfHeading(key)
      return column === null ? [] : [{ column, key, value: value.trim() }]
    }),
  )
  const names = pairs.filter(pair => pair.column === 'name')
  if (names.length === 0 || pairs.length < 2) return null
  const columns = [...new Set(pairs.map(pair => pair.column))]
  const headings = columns.map(column => pairs.find(pair => pair.column === column)?.key ?? '')
  const rows: string[][] = []
  for (const pair of pairs) {
    if (pair.column === 'name' || rows.length === 0) rows.push(columns.map(() => ''))
    const row = rows.at(-1)
    if (row) row[columns.indexOf(pair.column)] = pair.value
  }
  return [headings, ...rows]
}

import { strFromU8 } from 'fflate'
import { MOST } from './budget.ts'

/** What a sheet says beside its cells. Rows and columns count from 0. */
export interface SheetFrame {
  /** The whole sheet is hidden. */
  hidden: boolean
  merges: Merge[]
  hiddenRows: ReadonlySet<number>
  hiddenColumns: ReadonlySet<number>
}

/** Cells merged over several rows of a column. */
interface Merge {
  column: number
  first: number
  last: number
}

const NOTHING: SheetFrame = { hidden: false, merges: [], hiddenRows: new Set(), hiddenColumns: new Set() }

/** The frames of a workbook's sheets by their names (ECMA-376 part 1, 18.2.19 sheet, 18.3.1.13 col, 18.3.1.55 mergeCell, 18.3.1.73 row). */
export function framesOf(parts: Record<string, Uint8Array>): (sheet: string) => SheetFrame {
  const xml = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const targets = new Map(
    [...xml('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  )
  const frames = new Map(
    [...xml('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => [
      unescapeXml(attribute(tag, 'name')),
      {
        ...frameOf(xml(targets.get(attribute(tag, 'r:id')) ?? '')),
        hidden: /^(?:hidden|veryHidden)$/.test(attribute(tag, 'state')),
      },
    ]),
  )
  return sheet => frames.get(sheet) ?? NOTHING
}

function frameOf(xml: string): Omit<SheetFrame, 'hidden'> {
  const hiddenRows = new Set<number>()
  let row = -1
  for (const [tag] of xml.matchAll(/<(?:\w+:)?row\b[^<>]*>/g)) {
    row = Number(attribute(tag, 'r') || row + 2) - 1
    if (isHidden(tag, 'ht')) hiddenRows.add(row)
  }
  const hiddenColumns = new Set<number>()
  for (const [tag] of xml.matchAll(/<(?:\w+:)?col\b[^<>]*>/g)) {
    if (!isHidden(tag, 'width')) continue
    const last = Math.min(Number(attribute(tag, 'max')), MOST.columns)
    for (let column = Number(attribute(tag, 'min')); column <= last; column++) hiddenColumns.add(column - 1)
  }
  return {
    hiddenRows,
    hiddenColumns,
    merges: [...xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g)].map(
      ([, column = 'A', first, last]) => ({
        column: columnIndex(column),
        first: Number(first) - 1,
        last: Number(last) - 1,
      }),
    ),
  }
}

/** Hidden by its mark, or drawn without any height or width, which looks the same. */
const isHidden = (tag: string, size: 'ht' | 'width'): boolean =>
  /^(?:1|true)$/.test(attribute(tag, 'hidden')) || /^0(?:\.0+)?$/.test(attribute(tag, size))

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

const unescapeXml = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: 'lt') => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name],
  )

const columnIndex = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** A cell merged over several rows speaks for each of them: one company name beside its five guests. */
export function fillDown(rows: string[][], merge: Merge): void {
  const text = rows[merge.first]?.[merge.column] ?? ''
  for (let row = merge.first + 1; row <= Math.min(merge.last, rows.length - 1); row++) {
    const cells = rows[row]
    if (cells && (cells[merge.column] ?? '') === '') cells[merge.column] = text
  }
}

/**
 * The rows without what is hidden, and how much of it held something. A hidden row stays as an empty one, so that every other keeps the
 * number that the spreadsheet shows; a hidden column is gone.
 */
export function shownRows(rows: readonly string[][], frame: SheetFrame): { rows: string[][]; hidden: Hidden } {
  const isFilled = (cell: string | undefined) => (cell ?? '').trim() !== ''
  let hiddenRows = 0
  const goneColumns = new Set<number>()
  const shown = rows.map((cells, row) => {
    if (frame.hiddenRows.has(row)) {
      if (cells.some(isFilled)) hiddenRows++
      return []
    }
    if (frame.hiddenColumns.size === 0) return cells
    return cells.filter((cell, column) => {
      const gone = frame.hiddenColumns.has(column)
      if (gone && isFilled(cell)) goneColumns.add(column)
      return !gone
    })
  })
  return { rows: shown, hidden: { rows: hiddenRows, columns: goneColumns.size } }
}

/** How many rows and columns with something in them were left out because they are hidden. */
export interface Hidden {
  rows: number
  columns: number
}

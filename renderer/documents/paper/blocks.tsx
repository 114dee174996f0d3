import type { ReactNode } from 'react'

/** A piece of a page that is never broken: something by itself, or a row of a table. */
export interface Block {
  key: string
  /** Keep on one page with the block after it. */
  keepWithNext: boolean
  /** Begins a page of its own. */
  startsPage?: boolean
  /** What stands there; of a table's row, its `tr`. */
  node: ReactNode
  /** The table that the row is of: its titles stand above its rows on every page. */
  table?: Table
}

export interface TableColumn {
  title: string
  width: string
  /** Figures stand at the right. */
  right?: boolean
  /** A time that is never parted. */
  when?: boolean
}

export interface Table {
  key: string
  columns: readonly TableColumn[]
  /** To be filled in by hand: every cell has its frame. */
  toFill?: boolean
}

/** A table of so few rows is not parted. */
const WHOLE = 4

export interface TableRow {
  key: string
  cells: ReactNode[]
}

/**
 * A table as blocks: every row is one, its titles stand above on each page. A short one stays whole; of a longer one neither the first
 * nor the last row stands alone.
 */
export const tableBlocks = (
  key: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  more: Pick<Table, 'toFill'> = {},
): Block[] => rowBlocks({ key, columns, ...more }, rows)

/** The name of a group of rows, that stays with the first of them. */
export const groupBlock = (table: Table, title: string): Block => ({
  key: `${table.key}-group-${title}`,
  keepWithNext: true,
  table,
  node: (
    <tr className="group">
      <th colSpan={table.columns.length} scope="colgroup">
        {title}
      </th>
    </tr>
  ),
})

/** Rows of a table, or of a group of it, as blocks. */
export function rowBlocks(table: Table, rows: readonly TableRow[]): Block[] {
  const { key, columns } = table
  const last = rows.length - 1
  return rows.map((row, index) => ({
    key: `${key}-${row.key}`,
    keepWithNext: index < last && (rows.length <= WHOLE || index === 0 || index === last - 1),
    table,
    node: (
      <tr>
        {row.cells.map((cell, index) => (
          <td
            key={columns[index]?.title ?? index}
            className={columns[index]?.when ? 'when' : undefined}
            style={columns[index]?.right ? { textAlign: 'right' } : {}}
          >
            {cell}
          </td>
        ))}
      </tr>
    ),
  }))
}

/** A heading that stays with what follows. */
export const headingBlock = (key: string, text: string): Block => ({
  key,
  keepWithNext: true,
  node: <h2 className="flow-heading">{text}</h2>,
})

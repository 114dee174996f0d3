import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { fillPages, type Size } from '../../../shared/domain/papers/sheets.ts'
import { fail, useLaidOut } from './ready.tsx'
import { Sheet } from './Sheet.tsx'

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

interface Props {
  page: Size
  /** mm on every side; the foot stands in the lower one. */
  margin: number
  blocks: Block[]
  /** Printed below a page; `sheet` counts from 1. */
  foot: (sheet: number, sheets: number) => ReactNode
}

/** Blocks over as many pages as they need: none is broken, a heading stays with what it heads, a table's titles come again. */
export function Pages({ page, margin, blocks, foot }: Props) {
  const laidOut = useLaidOut()
  const [pages, setPages] = useState<number[][] | null>(null)
  const [fontsLoaded, setFontsLoaded] = useState(false)
  const measured = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The first pass has drawn every text invisibly, so that every glyph it needs is on its way.
    document.fonts.ready.then(() => setFontsLoaded(true)).catch(error => fail(String(error)))
  }, [])
  useLayoutEffect(() => {
    const box = measured.current
    if (!fontsLoaded || !box) return
    const pixels = box.getBoundingClientRect().width / (page.width - 2 * margin)
    const heights = [...box.querySelectorAll('.block, tbody > tr')].map(each => each.getBoundingClientRect().height)
    const titles = [...box.querySelectorAll('thead')].map(each => each.getBoundingClientRect().height)
    const tables = [...new Set(blocks.flatMap(block => block.table ?? []))]
    const flow = blocks.map((block, index) => ({
      height: heights[index] ?? 0,
      keepWithNext: block.keepWithNext,
      startsPage: block.startsPage ?? false,
      table: block.table ? tables.indexOf(block.table) : null,
    }))
    setPages(fillPages(flow, titles, (page.height - 2 * margin - 4) * pixels))
  }, [fontsLoaded, blocks, page, margin])
  useEffect(() => {
    if (pages) laidOut()
  }, [pages, laidOut])
  return (
    <>
      {pages === null && (
        <div
          className="measure flow"
          ref={measured}
          style={{ width: `${page.width - 2 * margin}mm` }}
          aria-hidden="true"
        >
          <Run blocks={blocks} />
        </div>
      )}
      {pages?.map((indexes, number) => (
        <Sheet page={page} className="flow" key={indexes[0] ?? 'empty'} style={{ padding: `${margin}mm` }}>
          <Run blocks={indexes.flatMap(index => blocks[index] ?? [])} />
          <footer
            className="flow-foot"
            style={{ left: `${margin}mm`, right: `${margin}mm`, bottom: `${margin - 6}mm` }}
          >
            {foot(number + 1, pages.length)}
          </footer>
        </Sheet>
      ))}
    </>
  )
}

/** Blocks one below the other; rows of one table that follow each other stand in one table. */
function Run({ blocks }: { blocks: readonly Block[] }) {
  const runs: Block[][] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (block.table && last?.[0]?.table === block.table) last.push(block)
    else runs.push([block])
  }
  return runs.map(run => {
    const [first] = run
    if (!first) return null
    if (first.table) return <TableRun key={first.key} table={first.table} rows={run} />
    return (
      <div key={first.key} className="block">
        {first.node}
      </div>
    )
  })
}

function TableRun({ table, rows }: { table: Table; rows: readonly Block[] }) {
  const align = (right = false) => (right ? { textAlign: 'right' as const } : {})
  return (
    <table className={table.toFill ? 'fill' : undefined}>
      <colgroup>
        {table.columns.map(column => (
          <col key={column.title} style={{ width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map(column => (
            <th key={column.title} scope="col" style={align(column.right)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Fragment key={row.key}>{row.node}</Fragment>
        ))}
      </tbody>
    </table>
  )
}

/** A table of so few rows is not parted. */
const WHOLE = 4

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

export interface TableRow {
  key: string
  cells: ReactNode[]
}

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

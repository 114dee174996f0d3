import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { fillPages, type Size } from '../../../shared/domain/papers/sheets.ts'
import type { Block, Table } from './blocks.tsx'
import { fail, useLaidOut } from './ready.tsx'
import { Sheet } from './Sheet.tsx'

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

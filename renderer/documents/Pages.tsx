import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { fillPages, type Size } from '../../shared/domain/sheets.ts'
import { PageSize } from './PageSize.tsx'
import { fail, ready } from './ready.ts'

/** A piece of a page that is never broken. */
export interface Block {
  key: string
  node: ReactNode
  keepWithNext: boolean
  /** Begins a page of its own. */
  startsPage?: boolean
}

interface Props {
  page: Size
  /** mm on every side; the foot stands in the lower one. */
  margin: number
  blocks: Block[]
  /** Printed below a page; `sheet` counts from 1. */
  foot: (sheet: number, sheets: number) => ReactNode
}

/** Blocks over as many pages as they need: none is broken, a heading stays with what it heads. */
export function Pages({ page, margin, blocks, foot }: Props) {
  const [pages, setPages] = useState<number[][] | null>(null)
  const [fontsLoaded, setFontsLoaded] = useState(false)
  const measured = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.fonts.ready.then(() => setFontsLoaded(true)).catch(error => fail(String(error)))
  }, [])
  useLayoutEffect(() => {
    const box = measured.current
    if (!fontsLoaded || !box) return
    const pixels = box.getBoundingClientRect().width / (page.width - 2 * margin)
    const heights = [...box.children].map(child => child.getBoundingClientRect().height)
    const room = (page.height - 2 * margin - 4) * pixels
    const filled: number[][] = []
    let from = 0
    for (let index = 1; index <= blocks.length; index++) {
      if (index < blocks.length && !blocks[index]?.startsPage) continue
      const part = blocks.slice(from, index)
      const rows = part.map((block, place) => ({
        height: heights[from + place] ?? 0,
        keepWithNext: block.keepWithNext,
      }))
      const start = from
      filled.push(...fillPages(rows, room, room).map(sheet => sheet.map(place => place + start)))
      from = index
    }
    setPages(filled)
  }, [fontsLoaded, blocks, page, margin])
  useEffect(() => {
    if (pages) ready()
  }, [pages])
  return (
    <>
      <PageSize page={page} />
      {pages === null && (
        <div
          className="measure flow"
          ref={measured}
          style={{ width: `${page.width - 2 * margin}mm` }}
          aria-hidden="true"
        >
          {blocks.map(block => (
            <div key={block.key} className="block">
              {block.node}
            </div>
          ))}
        </div>
      )}
      {pages?.map((indexes, number) => (
        <section
          className="sheet flow"
          key={indexes[0] ?? 'empty'}
          style={{ width: `${page.width}mm`, height: `${page.height}mm`, padding: `${margin}mm` }}
        >
          {indexes.map(index => (
            <div key={blocks[index]?.key} className="block">
              {blocks[index]?.node}
            </div>
          ))}
          <footer
            className="flow-foot"
            style={{ left: `${margin}mm`, right: `${margin}mm`, bottom: `${margin - 6}mm` }}
          >
            {foot(number + 1, pages.length)}
          </footer>
        </section>
      ))}
    </>
  )
}

export interface TableColumn {
  title: string
  width: string
  /** Figures stand at the right. */
  right?: boolean
}

/** A table as blocks: its titles stay with the first row, every row is a block of its own. */
export function tableBlocks(
  key: string,
  columns: readonly TableColumn[],
  rows: readonly { key: string; cells: ReactNode[] }[],
): Block[] {
  const widths = (
    <colgroup>
      {columns.map(column => (
        <col key={column.title} style={{ width: column.width }} />
      ))}
    </colgroup>
  )
  const align = (index: number) => (columns[index]?.right ? { textAlign: 'right' as const } : {})
  return [
    {
      key: `${key}-titles`,
      keepWithNext: true,
      node: (
        <table>
          {widths}
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column.title} scope="col" style={align(index)}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
        </table>
      ),
    },
    ...rows.map(row => ({
      key: `${key}-${row.key}`,
      keepWithNext: false,
      node: (
        <table>
          {widths}
          <tbody>
            <tr>
              {row.cells.map((cell, index) => (
                <td key={columns[index]?.title ?? index} style={align(index)}>
                  {cell}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      ),
    })),
  ]
}

/** A heading that stays with what follows. */
export const headingBlock = (key: string, text: string): Block => ({
  key,
  keepWithNext: true,
  node: <h2 className="flow-heading">{text}</h2>,
})

/** Label and value pairs, the empty ones left out. */
export function factsBlock(key: string, facts: readonly (readonly [string, ReactNode])[]): Block {
  return {
    key,
    keepWithNext: false,
    node: (
      <dl className="flow-list">
        {facts
          .filter(([, value]) => value !== '' && value !== null && value !== undefined && value !== false)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    ),
  }
}

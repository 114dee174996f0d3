import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { fillPages, type Size } from '../../shared/domain/sheets.ts'
import { PageSize } from './PageSize.tsx'
import { fail, ready } from './ready.ts'

export interface PagedRow {
  key: string
  /** A `tr`. */
  row: ReactNode
  keepWithNext: boolean
}

interface Props {
  page: Size
  /** mm on every side; the foot stands in the lower one. */
  margin: number
  head: ReactNode
  columns: { title: string; width: string }[]
  rows: PagedRow[]
  foot: (page: number, pages: number) => ReactNode
}

/** A table over as many pages as it needs: the head once, the column titles on each page, no row ever broken. */
export function Paged({ page, margin, head, columns, rows, foot }: Props) {
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
    const heights = [...box.querySelectorAll('tbody > tr')].map(row => row.getBoundingClientRect().height)
    const headHeight = box.querySelector('.head')?.getBoundingClientRect().height ?? 0
    const titles = box.querySelector('thead')?.getBoundingClientRect().height ?? 0
    const room = (page.height - 2 * margin - 4) * pixels - titles
    setPages(
      fillPages(
        rows.map((row, index) => ({ height: heights[index] ?? 0, keepWithNext: row.keepWithNext })),
        room - headHeight,
        room,
      ),
    )
  }, [fontsLoaded, rows, page, margin])
  useEffect(() => {
    if (pages) ready()
  }, [pages])

  const table = (shown: readonly PagedRow[]) => (
    <table>
      <colgroup>
        {columns.map(column => (
          <col key={column.title} style={{ width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column.title} scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{shown.map(row => row.row)}</tbody>
    </table>
  )
  const inner = `${page.width - 2 * margin}mm`
  return (
    <>
      <PageSize page={page} />
      {pages === null && (
        <div className="measure flow" ref={measured} style={{ width: inner }} aria-hidden="true">
          <div className="head">{head}</div>
          {table(rows)}
        </div>
      )}
      {pages?.map((indexes, number) => (
        <section
          className="sheet flow"
          key={indexes[0] ?? 'empty'}
          style={{ width: `${page.width}mm`, height: `${page.height}mm`, padding: `${margin}mm` }}
        >
          {number === 0 && <div className="head">{head}</div>}
          {table(indexes.flatMap(index => rows[index] ?? []))}
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

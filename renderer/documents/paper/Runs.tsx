import { Fragment } from 'react'
import type { Cell, Line, Run } from '../../../shared/domain/papers/outline.ts'

/** Runs of a line: what is whole is not parted at the end of a line as long as it fits on one. */
export const Runs = ({ runs }: { runs: readonly Run[] }) =>
  runs.map((run, index) => {
    const look = [run.whole && 'together', run.strong && 'what', run.small && 'small'].filter(Boolean).join(' ')
    return look === '' ? (
      run.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a run has no other name than its place, and a paper never changes.
      <span key={index} className={look}>
        {run.text}
      </span>
    )
  })

/** Lines one below the other. */
export const Lines = ({ lines }: { lines: readonly Line[] }) =>
  lines.map((line, index) => {
    const runs = <Runs runs={line.runs} />
    // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place, and a paper never changes.
    if (index === 0 && !line.small) return <Fragment key={index}>{runs}</Fragment>
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: likewise.
      <div key={index} className={line.small && 'small'}>
        {runs}
      </div>
    )
  })

/** What stands in a cell of a table. */
export function CellContent({ cell }: { cell: Cell }) {
  if (!('mark' in cell)) return <Lines lines={cell} />
  if (cell.mark === 'room') return <span className="empty-row" />
  return <span className="tick">{cell.mark === 'ticked' ? '✓' : ''}</span>
}

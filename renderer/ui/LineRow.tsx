import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { conflictsOf, sentenceOf } from '../base/sentences.ts'
import { ConflictNotice } from './ConflictNotice.tsx'
import { RowBin } from './RowButton.tsx'
import { StaleDialog } from './StaleDialog.tsx'
import type { Autosave } from './useAutosave.ts'

interface Props<Row extends { id: string }, Patch extends object> {
  saver: Autosave<Row, Patch>
  /** What the line is called, for whoever cannot see it. */
  name: string
  /** Class that gives the columns. */
  grid: string
  onRemove?: () => void
  children: ReactNode
  /** What is below the line: warnings, what does not fit. */
  below?: ReactNode
}

/** One line of a section that is typed into: its cells, a way to remove it, and below it what was refused or wants to be seen. */
export function LineRow<Row extends { id: string }, Patch extends object>({
  saver,
  name,
  grid,
  onRemove,
  children,
  below,
}: Props<Row, Patch>) {
  const { t } = useTranslation()
  const conflicts = conflictsOf(saver.refusal)
  return (
    <fieldset aria-label={name} className={`grid-row ${grid} ${saver.state}`} data-line={saver.shown.id}>
      {children}
      {onRemove ? <RowBin label={t('lines.remove', { name })} onClick={onRemove} /> : <span />}
      {below && <div className="line-below">{below}</div>}
      {saver.state === 'refused' && !saver.stale && (
        <div className="line-below">
          {conflicts.length > 0 ? (
            <ConflictNotice conflicts={conflicts} onDismiss={saver.revert} />
          ) : (
            <p className="notice blocks" role="alert">
              {sentenceOf(saver.refusal, t)}{' '}
              <Button size="small" onClick={saver.revert}>
                {t('common.revert')}
              </Button>
            </p>
          )}
        </div>
      )}
      <StaleDialog stale={saver.stale} onChoose={saver.settle} />
    </fieldset>
  )
}

/** Titles above lines; an empty one for the column of the remove button. */
export function LineHead({ grid, titles }: { grid: string; titles: string[] }) {
  return (
    <div className={`grid-head ${grid}`}>
      {titles.map(title => (
        <span key={title}>{title}</span>
      ))}
      <span />
    </div>
  )
}

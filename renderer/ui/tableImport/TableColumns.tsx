import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TableColumn, Use } from '../../../shared/domain/lists/headings.ts'

interface Props<Column extends string> {
  columns: readonly TableColumn<Column>[]
  choices: readonly Column[]
  name: (column: Column) => string
  onUse: (index: number, use: Use<Column>) => void
}

/** What each column of a list was taken for, to be changed; opened by itself where some were not known. */
export function TableColumns<Column extends string>({ columns, choices, name, onUse }: Props<Column>) {
  const { t } = useTranslation()
  const kept = columns.filter(column => column.use === 'kept')
  const options: { value: Use<Column>; label: string }[] = [
    ...choices.map(column => ({ value: column, label: name(column) })),
    { value: 'kept', label: t('tableImport.kept') },
    { value: 'left', label: t('tableImport.left') },
  ]
  return (
    <details className="table-import-columns" open={kept.length > 0}>
      <summary>
        {t('tableImport.columns', { count: columns.length })}
        {kept.length > 0 && ` ${t('tableImport.keptColumns', { headings: kept.map(headingOf).join(t('mark.list')) })}`}
      </summary>
      <div>
        {columns.map(column => (
          <div key={column.index} className="table-import-column">
            <span title={headingOf(column)}>{headingOf(column)}</span>
            <Select<Use<Column>>
              size="small"
              aria-label={t('tableImport.useOf', { heading: headingOf(column) })}
              value={column.use}
              onChange={use => onUse(column.index, use)}
              options={options}
            />
          </div>
        ))}
      </div>
    </details>
  )
}

/** A column without a heading is named by its place. */
const headingOf = (column: TableColumn<string>): string => column.heading || `#${column.index + 1}`

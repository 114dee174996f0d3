import { Checkbox, Table, type TableColumnType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RowReport } from './TableImport.tsx'

interface Props<Row> {
  rows: { row: Row; report: RowReport }[]
  shown: TableColumnType<Row>[]
  leftOut: ReadonlySet<number>
  onLeave: (row: number, out: boolean) => void
}

/** The rows of a list before they are saved: each can be left out, and what is wrong with it stands beside it. */
export function TableRows<Row extends { row: number }>({ rows, shown, leftOut, onLeave }: Props<Row>) {
  const { t } = useTranslation()
  const reports = new Map(rows.map(each => [each.row.row, each.report]))
  const isBlocked = (row: Row) => (reports.get(row.row)?.blocks.length ?? 0) > 0
  return (
    <Table<Row>
      size="small"
      rowKey="row"
      className="table-import-rows"
      dataSource={rows.map(each => each.row)}
      pagination={false}
      scroll={{ y: 300 }}
      columns={[
        {
          title: '',
          key: 'take',
          width: 40,
          render: (_, row) => (
            <Checkbox
              checked={!isBlocked(row) && !leftOut.has(row.row)}
              disabled={isBlocked(row)}
              aria-label={t('import.take', { row: row.row })}
              onChange={event => onLeave(row.row, !event.target.checked)}
            />
          ),
        },
        { title: t('import.row'), dataIndex: 'row', width: 48, className: 'numeric' },
        ...shown,
        {
          title: t('import.doubts'),
          key: 'report',
          render: (_, row) => (
            <span className="finding">
              {reports.get(row.row)?.blocks.map(text => (
                <span key={text} className="blocks-text">
                  {text}{' '}
                </span>
              ))}
              {reports.get(row.row)?.remarks.join(' ')}
            </span>
          ),
        },
      ]}
    />
  )
}

import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { query } from '../base/client.ts'

/** Who printed what, when, which version. */
export function PrintLog({ visitId }: { visitId: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { data = [] } = useQuery({
    ...query.print.log.queryOptions({ input: { visitId, before: null } }),
    enabled: open,
  })
  return (
    <details className="print-log" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('print.log')}</summary>
      {data.length === 0 ? (
        <p className="soft">{t('print.logEmpty')}</p>
      ) : (
        <Table
          size="small"
          rowKey="number"
          dataSource={data}
          pagination={data.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
          columns={[
            {
              title: t('fields.time'),
              dataIndex: 'at',
              width: 140,
              render: (at: string) => <span className="numeric">{at.replace('T', ' ')}</span>,
            },
            { title: t('print.who'), dataIndex: 'actor', width: 100 },
            {
              title: t('print.document'),
              dataIndex: 'kind',
              width: 150,
              render: (kind: string) => t(`documents.${kind}`),
            },
            {
              title: t('print.means'),
              dataIndex: 'means',
              width: 130,
              render: (means: string, row) => [t(`print.by.${means}`), row.printer].filter(Boolean).join(' '),
            },
            { title: t('documents.version'), dataIndex: 'version', width: 90 },
            {
              title: t('print.details'),
              render: (_, row) => [row.design, row.guests.join(t('mark.list'))].filter(Boolean).join(' · '),
              ellipsis: true,
            },
          ]}
        />
      )}
    </details>
  )
}

import { Button, Modal, Table } from 'antd'
import { useTranslation } from 'react-i18next'

interface Props {
  /** Both versions of the fields in question, or null while there is nothing to choose. */
  stale: { current: object; mine: object } | null
  /** How a value reads to a person. */
  format?: (field: string, value: unknown) => string
  onChoose: (choice: 'mine' | 'theirs') => void
}

/** Somebody else saved first: both versions side by side, and the person chooses. */
export function StaleDialog({ stale, format = (_, value) => String(value ?? ''), onChoose }: Props) {
  const { t } = useTranslation()
  // A dialog that is not needed costs every line that might need it.
  if (stale === null) return null
  const current: Record<string, unknown> = { ...stale.current }
  const rows = Object.entries(stale.mine).map(([field, mine]) => ({ field, mine, theirs: current[field] }))
  return (
    <Modal
      open
      title={t('stale.title')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        <Button key="theirs" onClick={() => onChoose('theirs')}>
          {t('stale.takeTheirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={() => onChoose('mine')}>
          {t('stale.keepMine')}
        </Button>,
      ]}
    >
      <p style={{ marginBottom: 12 }}>{t('stale.text')}</p>
      <Table
        size="small"
        pagination={false}
        rowKey="field"
        dataSource={rows}
        columns={[
          { title: t('stale.field'), dataIndex: 'field', render: (field: string) => t(`fields.${field}`) },
          { title: t('stale.mine'), render: (_, row) => format(row.field, row.mine) },
          { title: t('stale.theirs'), render: (_, row) => format(row.field, row.theirs) },
        ]}
      />
    </Modal>
  )
}

import { FileExcelOutlined, InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Table, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ResourceKind, resourceFields } from '../../shared/contract/resources.ts'
import { type ReadResource, readResourceTable } from '../../shared/domain/lists/resourceTable.ts'
import { exportAddress } from '../base/addresses.ts'
import { client } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'

/** What is shown of a list before it is saved. */
const SHOWN = {
  room: ['name', 'building', 'capacity', 'equipment'],
  vehicle: ['name', 'plate', 'capacity', 'driverName'],
  person: ['name', 'department', 'title', 'phone'],
} as const

/** Rooms, vehicles or staff from an Excel list: seen first, then all saved or none; names already there are updated. */
export function ResourceImport({ kind, open, onClose }: { kind: ResourceKind; open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const act = useAct()
  const [read, setRead] = useState<ReadResource[] | null>(null)
  const [problem, setProblem] = useState('')
  const close = () => {
    setRead(null)
    setProblem('')
    onClose()
  }
  const take = async (file: File) => {
    setProblem('')
    try {
      const { sheets } = await client.exchange.readTable({ file })
      const found = sheets
        .map(sheet => readResourceTable(sheet.rows, kind))
        .find(rows => rows !== null && rows.length > 0)
      if (found) setRead(found)
      else setProblem(t('resources.noTable'))
    } catch (error) {
      setProblem(sentenceOf(error, t))
    }
  }
  const problems = (each: ReadResource): string[] => [
    ...each.doubts.map(doubt => t('resources.doubt', { field: t(`fields.${doubt.column}`), text: doubt.text })),
    ...(resourceFields.safeParse(each.draft).error?.issues ?? []).map(issue =>
      t('resources.tooLong', { field: t(`fields.${String(issue.path[0])}`) }),
    ),
  ]
  const invalid = (read ?? []).some(each => !resourceFields.safeParse(each.draft).success)
  const save = async () => {
    if (!read) return
    const saved = await act(() => client.resources.importAll({ kind, rows: read.map(each => each.draft) }), {
      done: ({ created, updated }) => t('resources.imported', { created, updated }),
    })
    if (saved) close()
  }
  return (
    <Modal
      open={open}
      onCancel={close}
      title={t('resources.import')}
      width={820}
      footer={
        read && [
          <Button key="back" onClick={() => setRead(null)}>
            {t('common.back')}
          </Button>,
          <Button key="save" type="primary" disabled={invalid} onClick={() => void save()}>
            {t('import.save', { count: read.length })}
          </Button>,
        ]
      }
    >
      {problem && <Alert type="error" showIcon title={problem} role="alert" style={{ marginBottom: 12 }} />}
      {read ? (
        <Table<ReadResource>
          size="small"
          rowKey="row"
          dataSource={read}
          pagination={false}
          scroll={{ y: 360 }}
          columns={[
            { title: t('import.row'), dataIndex: 'row', width: 60 },
            ...SHOWN[kind].map(field => ({
              title: t(field === 'name' && kind !== 'person' ? 'fields.resourceName' : `fields.${field}`),
              key: field,
              render: (_: unknown, each: ReadResource) => {
                const value = each.draft[field]
                return Array.isArray(value) ? value.join(t('mark.list')) : (value ?? '—')
              },
            })),
            {
              title: t('import.doubts'),
              render: (_, each) => <span className="finding">{problems(each).join(' ')}</span>,
            },
          ]}
        />
      ) : (
        <>
          <Upload.Dragger
            accept=".xlsx,.csv"
            multiple={false}
            showUploadList={false}
            beforeUpload={file => {
              void take(file)
              return false
            }}
          >
            <p>
              <InboxOutlined style={{ fontSize: 32, color: 'var(--accent)' }} />
            </p>
            <p>{t('import.drop')}</p>
            <p className="soft">{t('resources.importHint')}</p>
          </Upload.Dragger>
          <p style={{ marginTop: 12 }}>
            <a
              href={exportAddress({
                what: 'resource-template',
                format: 'xlsx',
                kind,
                language,
              })}
              download
            >
              <FileExcelOutlined /> {t('resources.template')}
            </a>
          </p>
        </>
      )}
    </Modal>
  )
}

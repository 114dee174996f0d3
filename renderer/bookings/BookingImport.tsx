import { FileExcelOutlined, InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Table, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import { type BookingRowDraft, readBookingTable } from '../../shared/domain/lists/bookingTable.ts'
import { addDays, type Day } from '../../shared/domain/time.ts'
import { exportAddress } from '../base/addresses.ts'
import { client } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { conflictSentence, conflictsOf, sentenceOf, spanText } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'

interface Props {
  kind: Resource['kind']
  resources: Resource[]
  today: Day
  onClose: () => void
}

/** Bookings from an Excel list: seen first, with what is not understood or taken at its row; then all are booked, or none. */
export function BookingImport({ kind, resources, today, onClose }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const act = useAct()
  const [rows, setRows] = useState<BookingRowDraft[] | null>(null)
  const [problem, setProblem] = useState('')
  const [taken, setTaken] = useState<BookingConflict[]>([])
  const resourceOf = (name: string) =>
    resources.find(each => [each.name, each.latinName, each.plate].some(own => own !== '' && own === name))
  const take = async (file: File) => {
    setProblem('')
    setTaken([])
    try {
      const { sheets } = await client.exchange.readTable({ file })
      const found = sheets
        .map(sheet => readBookingTable(sheet.rows, today))
        .find(each => each !== null && each.length > 0)
      if (found) setRows(found)
      else setProblem(t('bookingImport.noTable'))
    } catch (error) {
      setProblem(sentenceOf(error, t))
    }
  }
  const conflictOf = (row: BookingRowDraft) =>
    taken.find(each => each.resource.id === resourceOf(row.resource)?.id && each.wanted.startsAt === row.startsAt)
  const problemsOf = (row: BookingRowDraft): string[] => {
    const conflict = conflictOf(row)
    return [
      ...row.doubts.map(doubt => t('resources.doubt', { field: t(`fields.${doubt.column}`), text: doubt.text || '—' })),
      ...(row.resource !== '' && !resourceOf(row.resource) ? [t('bookingImport.unknown', { name: row.resource })] : []),
      ...(conflict ? [conflictSentence(conflict, t)] : []),
    ]
  }
  const good = (rows ?? []).filter(row => problemsOf(row).length === 0)
  const save = async () => {
    setTaken([])
    const done = await act(
      () =>
        client.bookings.importRows({
          rows: good.map(({ row: _, doubts: __, resource, ...rest }) => ({
            ...rest,
            resourceId: resourceOf(resource)?.id ?? '',
          })),
        }),
      {
        done: ({ made }) => t('bookingImport.done', { count: made }),
        refused: error => {
          setTaken(conflictsOf(error))
          return conflictsOf(error).length > 0
        },
      },
    )
    if (done) onClose()
  }
  return (
    <Modal
      open
      width={900}
      onCancel={onClose}
      title={t('bookingImport.title')}
      footer={
        rows && [
          <Button key="back" onClick={() => setRows(null)}>
            {t('common.back')}
          </Button>,
          <Button key="save" type="primary" disabled={good.length === 0} onClick={() => void save()}>
            {t('bookingImport.save', { count: good.length })}
          </Button>,
        ]
      }
    >
      {problem && <Alert type="error" showIcon title={problem} role="alert" style={{ marginBottom: 12 }} />}
      {taken.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('bookingImport.taken', { count: taken.length })}
          role="alert"
          style={{ marginBottom: 12 }}
        />
      )}
      {rows ? (
        <Table<BookingRowDraft>
          size="small"
          rowKey="row"
          dataSource={rows}
          pagination={false}
          scroll={{ y: 360 }}
          columns={[
            { title: t('import.row'), dataIndex: 'row', width: 56 },
            { title: t(`resourceKind.${kind}`), dataIndex: 'resource', width: 150 },
            { title: t('bookings.title'), dataIndex: 'title', width: 190 },
            {
              title: t('fields.time'),
              width: 160,
              render: (_, row) => <span className="numeric">{spanText(row.startsAt, row.endsAt)}</span>,
            },
            { title: t('fields.organizer'), dataIndex: 'organizer', width: 100 },
            {
              title: t('import.doubts'),
              render: (_, row) => <span className="finding">{problemsOf(row).join(' ')}</span>,
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
            <p className="soft">{t('bookingImport.hint')}</p>
          </Upload.Dragger>
          <p style={{ marginTop: 12 }}>
            <a
              href={exportAddress({
                what: 'bookings',
                format: 'xlsx',
                kind,
                from: today,
                until: addDays(today, 30),
                language,
              })}
              download
            >
              <FileExcelOutlined /> {t('bookingImport.template')}
            </a>
          </p>
        </>
      )}
    </Modal>
  )
}

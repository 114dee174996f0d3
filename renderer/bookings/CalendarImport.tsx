import { InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Select, Table, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarLine, CalendarPassedOver } from '../../shared/contract/bookings.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import { client } from '../base/client.ts'
import { sentenceOf, spanText } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { Field } from '../ui/Field.tsx'

interface Props {
  kind: Resource['kind']
  resources: Resource[]
  onClose: () => void
}

/** A calendar file as the busy time of a resource: seen first, with what is new, moved, gone or taken by another booking. */
export function CalendarImport({ kind, resources, onClose }: Props) {
  const { t } = useTranslation()
  const act = useAct()
  const [resourceId, setResourceId] = useState<string | null>(
    resources.length === 1 ? (resources[0]?.id ?? null) : null,
  )
  const [read, setRead] = useState<{ file: File; lines: CalendarLine[]; passedOver: CalendarPassedOver[] } | null>(null)
  const [problem, setProblem] = useState('')
  const take = async (file: File, id: string) => {
    setProblem('')
    try {
      const { lines, passedOver } = await client.bookings.readCalendar({ resourceId: id, file })
      setRead({ file, lines, passedOver })
    } catch (error) {
      setProblem(sentenceOf(error, t))
    }
  }
  const changes = (read?.lines ?? []).filter(
    line => line.change !== 'same' && line.change !== 'older' && line.takenBy === '',
  )
  const save = async () => {
    if (!read || !resourceId) return
    const done = await act(() => client.bookings.importCalendar({ resourceId, file: read.file }), {
      done: count => t('calendarImport.done', { ...count }),
    })
    if (done) onClose()
  }
  return (
    <Modal
      open
      width={820}
      onCancel={onClose}
      title={t('calendarImport.title')}
      footer={
        read && [
          <Button key="back" onClick={() => setRead(null)}>
            {t('common.back')}
          </Button>,
          <Button key="save" type="primary" disabled={changes.length === 0} onClick={() => void save()}>
            {t('calendarImport.save', { count: changes.length })}
          </Button>,
        ]
      }
    >
      {problem && <Alert type="error" showIcon title={problem} role="alert" style={{ marginBottom: 12 }} />}
      {read && read.passedOver.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('calendarImport.passedOver', { count: read.passedOver.length })}
          description={
            <ul className="plain">
              {read.passedOver.slice(0, 20).map(each => (
                <li key={`${each.line}/${each.reason}`}>
                  {[each.title, t(`calendarImport.reason.${each.reason}`, { line: each.line, detail: each.detail })]
                    .filter(Boolean)
                    .join(' · ')}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {read ? (
        read.lines.length === 0 ? (
          <p>{t('calendarImport.nothing')}</p>
        ) : (
          <Table<CalendarLine>
            size="small"
            rowKey="uid"
            dataSource={read.lines}
            pagination={false}
            scroll={{ y: 360 }}
            columns={[
              {
                title: t('fields.time'),
                width: 190,
                render: (_, line) => <span className="numeric">{spanText(line.startsAt, line.endsAt)}</span>,
              },
              { title: t('bookings.title'), dataIndex: 'title' },
              {
                title: t('calendarImport.change'),
                width: 260,
                render: (_, line) =>
                  line.takenBy ? (
                    <span className="finding">{t('series.takenBy', { title: line.takenBy })}</span>
                  ) : (
                    <span className={['same', 'older', 'cancelled'].includes(line.change) ? 'soft' : ''}>
                      {t(`calendarImport.kind.${line.change}`)}
                      {line.noEnd && <span className="finding"> {t('calendarImport.noEnd')}</span>}
                    </span>
                  ),
              },
            ]}
          />
        )
      ) : (
        <>
          <Field label={t('calendarImport.for')} className="wide">
            {id => (
              <Select
                id={id}
                autoFocus
                showSearch
                optionFilterProp="label"
                value={resourceId}
                onChange={setResourceId}
                placeholder={t(`resourceKind.${kind}`)}
                options={resources.map(each => ({ value: each.id, label: each.name }))}
              />
            )}
          </Field>
          <div style={{ marginTop: 12 }}>
            <Upload.Dragger
              accept=".ics"
              multiple={false}
              showUploadList={false}
              disabled={resourceId === null}
              beforeUpload={file => {
                if (resourceId) void take(file, resourceId)
                return false
              }}
            >
              <p>
                <InboxOutlined style={{ fontSize: 32, color: 'var(--accent)' }} />
              </p>
              <p>{t(resourceId === null ? 'calendarImport.first' : 'calendarImport.drop')}</p>
              <p className="soft">{t('calendarImport.hint')}</p>
            </Upload.Dragger>
          </div>
        </>
      )}
    </Modal>
  )
}

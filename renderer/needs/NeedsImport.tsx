import { useQuery } from '@tanstack/react-query'
import { Checkbox, Modal, Table } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import en from '../../resources/locales/en.json'
import zh from '../../resources/locales/zh-CN.json'
import { GUEST_LIMITS } from '../../shared/contract/guests.ts'
import type { Visit, VisitFields } from '../../shared/contract/visits.ts'
import { doubtsOf } from '../../shared/domain/lists/guestDoubts.ts'
import { readGuestTable } from '../../shared/domain/lists/guestTable.ts'
import { NEEDS_FIELDS, type NeedsField, readNeedsForm } from '../../shared/domain/lists/needsForm.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { toNewGuest } from '../guests/newGuest.ts'

/** The form's labels in both languages: the copy that comes back may be of either. */
const LABELS = Object.fromEntries(NEEDS_FIELDS.map(field => [field, [zh.fields[field], en.fields[field]]])) as Record<
  NeedsField,
  string[]
>

/** What a filled form says against what is known: line by line, taken or left, saved all together. */
export function NeedsImport({ visit, rows, onClose }: { visit: Visit; rows: string[][]; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data: present = [] } = useQuery(query.guests.list.queryOptions({ input: { visitId: visit.id } }))
  const read = useMemo(() => {
    const table = readGuestTable(rows)
    const above = table.headerRow === null ? rows : rows.slice(0, table.headerRow - 1)
    return { ...readNeedsForm(above, LABELS), guests: table.headerRow === null ? [] : table.guests }
  }, [rows])
  const changed = NEEDS_FIELDS.filter(
    field => read.answers[field] !== undefined && read.answers[field] !== visit[field],
  )
  const fresh = read.guests.filter(
    (guest, index) =>
      guest.draft.name !== '' &&
      !doubtsOf(read.guests, present, GUEST_LIMITS)[index]?.some(doubt => /^duplicate/.test(doubt.code)),
  )
  const [left, setLeft] = useState<ReadonlySet<NeedsField>>(new Set())
  const taken = changed.filter(field => !left.has(field))
  const told = (value: unknown) =>
    typeof value === 'boolean' ? t(value ? 'common.yes' : 'common.no') : String(value ?? '') || '—'
  const save = async () => {
    const patch = Object.fromEntries(taken.map(field => [field, read.answers[field]])) as Partial<VisitFields>
    const done = await act(
      () =>
        client.needs.take({
          visitId: visit.id,
          revision: visit.revision,
          patch,
          guests: fresh.map(guest => toNewGuest(guest.draft, visit.organization, null)),
        }),
      { done: ({ added }) => t('needs.taken', { fields: taken.length, guests: added }) },
    )
    if (done) onClose()
  }
  return (
    <Modal
      open
      width={760}
      title={t('needs.importTitle')}
      okText={t('needs.take', { fields: taken.length, guests: fresh.length })}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: taken.length + fresh.length === 0 }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {read.problems.map(problem => (
        <p key={`${problem.row}-${problem.field}`} className="notice" role="status">
          {t('needs.problem', { row: problem.row, field: t(`fields.${problem.field}`), text: problem.text })}
        </p>
      ))}
      {changed.length === 0 ? (
        <p className="soft">{t('needs.nothingNew')}</p>
      ) : (
        <Table
          size="small"
          rowKey="field"
          pagination={false}
          dataSource={changed.map(field => ({ field }))}
          columns={[
            {
              title: '',
              width: 40,
              render: (_, { field }) => (
                <Checkbox
                  checked={!left.has(field)}
                  aria-label={t(`fields.${field}`)}
                  onChange={event => {
                    const next = new Set(left)
                    if (event.target.checked) next.delete(field)
                    else next.add(field)
                    setLeft(next)
                  }}
                />
              ),
            },
            { title: t('stale.field'), width: 150, render: (_, { field }) => t(`fields.${field}`) },
            { title: t('needs.known'), render: (_, { field }) => told(visit[field]) },
            { title: t('needs.said'), render: (_, { field }) => told(read.answers[field]) },
          ]}
        />
      )}
      <p style={{ marginTop: 12 }}>
        {t('needs.guests', { count: fresh.length, known: read.guests.length - fresh.length })}{' '}
        <span className="soft">
          {fresh
            .slice(0, 12)
            .map(guest => guest.draft.name)
            .join(t('mark.list'))}
        </span>
      </p>
    </Modal>
  )
}

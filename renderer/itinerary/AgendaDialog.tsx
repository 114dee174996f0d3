import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Modal, Select, Table } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { type AgendaStop, readAgenda } from '../../shared/domain/lists/agendaText.ts'
import { clockOf, dayOf, eachDay } from '../../shared/domain/time.ts'
import { ITEM_KINDS, type ItemKind } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { useStaff } from '../staffing/useStaff.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'

/** An agenda from chat, mail or a table: pasted, seen as stops, added all together. */
export function AgendaDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const staff = useStaff()
  const { data: rooms } = useQuery(query.resources.list.queryOptions({ input: { kind: 'room' } }))
  const [text, setText] = useState('')
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [kinds, setKinds] = useState<ReadonlyMap<number, ItemKind>>(new Map())
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const { stops, skipped } = useMemo(
    () => readAgenda(text, { days: eachDay(visit.startsOn, visit.endsOn), rooms: rooms ?? [], people: staff }),
    [text, visit.startsOn, visit.endsOn, rooms, staff],
  )
  const taken = stops.filter(stop => !left.has(stop.line))
  const save = async () => {
    setRefused([])
    const items = taken.map(({ line, ...stop }) => ({
      ...stop,
      kind: kinds.get(line) ?? stop.kind,
      content: stop.content.slice(0, 500),
      place: stop.place.slice(0, 160),
      personInCharge: stop.personInCharge || visit.coordinator,
      phone: stop.personInCharge ? stop.phone : visit.coordinatorPhone.slice(0, 40),
    }))
    const done = await act(() => client.itinerary.addAll({ visitId: visit.id, items }), {
      done: ({ added }) => t('agenda.added', { count: added }),
      refused: error => {
        setRefused(conflictsOf(error))
        return conflictsOf(error).length > 0
      },
    })
    if (done) onClose()
  }
  return (
    <Modal
      open
      width={900}
      title={t('agenda.title')}
      okText={t('agenda.save', { count: taken.length })}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: taken.length === 0 }}
      onOk={() => void save()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Input.TextArea
        autoFocus
        value={text}
        rows={stops.length > 0 ? 4 : 10}
        aria-label={t('agenda.title')}
        placeholder={t('agenda.hint')}
        onChange={event => setText(event.target.value)}
      />
      <ConflictNotice conflicts={refused} onDismiss={() => setRefused([])} />
      {skipped.length > 0 && (
        <p className="finding" role="status">
          {t('agenda.skipped', {
            count: skipped.length,
            lines: skipped
              .slice(0, 3)
              .map(each => each.text)
              .join(t('mark.clause')),
          })}
        </p>
      )}
      {stops.length > 0 && (
        <Table<AgendaStop>
          size="small"
          rowKey="line"
          style={{ marginTop: 8 }}
          pagination={false}
          scroll={{ y: 320 }}
          dataSource={stops}
          columns={[
            {
              title: '',
              width: 36,
              render: (_, stop) => (
                <Checkbox
                  checked={!left.has(stop.line)}
                  aria-label={t('import.take', { row: stop.line })}
                  onChange={event => {
                    const next = new Set(left)
                    if (event.target.checked) next.delete(stop.line)
                    else next.add(stop.line)
                    setLeft(next)
                  }}
                />
              ),
            },
            {
              title: t('fields.time'),
              width: 150,
              render: (_, stop) => (
                <span className="numeric">
                  {dayOf(stop.startsAt).slice(5)} {clockOf(stop.startsAt)}–{clockOf(stop.endsAt)}
                </span>
              ),
            },
            {
              title: t('fields.kind'),
              width: 110,
              render: (_, stop) => (
                <Select
                  size="small"
                  style={{ width: '100%' }}
                  aria-label={t('import.fieldOfRow', { field: t('fields.kind'), row: stop.line })}
                  value={kinds.get(stop.line) ?? stop.kind}
                  onChange={kind => setKinds(new Map(kinds).set(stop.line, kind))}
                  options={ITEM_KINDS.map(kind => ({ value: kind, label: t(`itemKind.${kind}`) }))}
                />
              ),
            },
            { title: t('fields.content'), dataIndex: 'content' },
            {
              title: t('fields.place'),
              render: (_, stop) => rooms?.find(room => room.id === stop.roomId)?.name ?? stop.place,
            },
            {
              title: t('fields.personInCharge'),
              width: 110,
              render: (_, stop) => stop.personInCharge || <span className="soft">{visit.coordinator || '—'}</span>,
            },
          ]}
        />
      )}
    </Modal>
  )
}

import { DownloadOutlined, ImportOutlined, LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Segmented, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../shared/contract/bookings.ts'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import { addDays, at, type Day, later, type Span, weekdayOf } from '../../shared/domain/time.ts'
import { useMay } from '../accounts/useMay.ts'
import { client, query } from '../app/client.ts'
import { conflictsOf, findingSentence, spanText } from '../app/sentences.ts'
import { useAct } from '../app/useAct.ts'
import { BookingDialog } from '../bookings/BookingDialog.tsx'
import { exportAddress } from '../exchange/addresses.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { type ColumnEvent, DayColumns } from '../ui/DayColumns.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { ResourceDrawer } from './ResourceDrawer.tsx'
import { ResourceImport } from './ResourceImport.tsx'

export const RoomsPage = () => <ResourcesPage key="room" kind="room" />
export const VehiclesPage = () => <ResourcesPage key="vehicle" kind="vehicle" />
export const PeoplePage = () => <ResourcesPage key="person" kind="person" />

/** The day of every room, vehicle or person, and the resources themselves. */
function ResourcesPage({ kind }: { kind: Resource['kind'] }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as 'zh-CN' | 'en'
  const [view, setView] = useState<'day' | 'list'>('day')
  const [chosenDay, setDay] = useState<Day | null>(null)
  const [edited, setEdited] = useState<string | 'new' | null>(null)
  const [importing, setImporting] = useState(false)
  const may = useMay()
  const { data: state } = useQuery(query.office.state.queryOptions())
  const { data: resources } = useQuery(query.resources.list.queryOptions({ input: { kind } }))
  if (!state || !resources) return <Skeleton active style={{ padding: 24 }} />
  const day = chosenDay ?? state.today
  const month = { from: day, until: addDays(day, 30) }
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t(`nav.${kind}s`)}</h1>
        {view === 'day' && (
          <>
            <Button
              icon={<LeftOutlined />}
              aria-label={t('calendar.earlier')}
              onClick={() => setDay(addDays(day, -1))}
            />
            <div style={{ width: 140 }}>
              <DayInput value={day} onChange={setDay} label={t('fields.day')} />
            </div>
            <Button icon={<RightOutlined />} aria-label={t('calendar.later')} onClick={() => setDay(addDays(day, 1))} />
            <Button onClick={() => setDay(state.today)}>{t('calendar.today')}</Button>
            <span className="soft">{t(`weekday.${weekdayOf(day)}`)}</span>
          </>
        )}
        <span className="spring" />
        <Dropdown
          trigger={['click']}
          menu={{
            items: (['xlsx', 'csv'] as const).map(format => ({
              key: format,
              label: (
                <a href={exportAddress({ what: 'bookings', format, kind, ...month, language })} download>
                  {t(`exports.bookings.${kind}`)} · {t(`exports.as.${format}`)}
                </a>
              ),
            })),
          }}
        >
          <Button icon={<DownloadOutlined />}>{t('common.export')}</Button>
        </Dropdown>
        {may('manage') && (
          <>
            <Button icon={<ImportOutlined />} onClick={() => setImporting(true)}>
              {t('resources.import')}
            </Button>
            <Button icon={<PlusOutlined />} onClick={() => setEdited('new')}>
              {t(`resources.add.${kind}`)}
            </Button>
          </>
        )}
        <Segmented
          aria-label={t('resources.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'day', label: t('resources.day') },
            { value: 'list', label: t('resources.list') },
          ]}
        />
      </div>
      <div className="page-body">
        {resources.length === 0 ? (
          <EmptyState title={t(`resources.none.${kind}`)} text={t('resources.noneText')}>
            <Button type="primary" onClick={() => setEdited('new')}>
              {t(`resources.add.${kind}`)}
            </Button>
            <Button onClick={() => setImporting(true)}>{t('resources.import')}</Button>
          </EmptyState>
        ) : view === 'day' ? (
          <ResourceDay kind={kind} day={day} resources={resources} />
        ) : (
          <ResourceList kind={kind} resources={resources} month={month} onEdit={setEdited} />
        )}
      </div>
      {edited !== null && (
        <ResourceDrawer
          kind={kind}
          resource={resources.find(each => each.id === edited) ?? null}
          onClose={() => setEdited(null)}
        />
      )}
      <ResourceImport kind={kind} open={importing} onClose={() => setImporting(false)} />
    </div>
  )
}

function ResourceDay({ kind, day, resources }: { kind: Resource['kind']; day: Day; resources: Resource[] }) {
  const { t, i18n } = useTranslation()
  const act = useAct()
  const english = i18n.language === 'en'
  const titleOf = useTitle()
  const span = { from: at(day, '00:00'), until: at(addDays(day, 1), '00:00') }
  const { data: bookings = [] } = useQuery(query.bookings.list.queryOptions({ input: { kind, ...span } }))
  const { data: closures = [] } = useQuery(query.resources.closures.queryOptions({ input: span }))
  const [target, setTarget] = useState<{ booking: Booking } | { resourceId: string; span: Span } | null>(null)
  const [refused, setRefused] = useState<{ booking: Booking; conflicts: BookingConflict[] } | null>(null)

  const move = async (booking: Booking, patch: Span & { resourceId: string }) => {
    setRefused(null)
    const name = resources.find(each => each.id === patch.resourceId)?.name ?? ''
    await act(() => client.bookings.update({ id: booking.id, revision: booking.revision, patch }), {
      done: ({ warnings }) =>
        [
          t('bookings.moved', { title: booking.title, resource: name, span: spanText(patch.startsAt, patch.endsAt) }),
          ...warnings.map(each => findingSentence(name, each, t)),
        ].join(' '),
      refused: error => {
        const conflicts = conflictsOf(error)
        if (conflicts.length > 0) setRefused({ booking, conflicts })
        return conflicts.length > 0
      },
    })
  }
  const events: ColumnEvent[] = [
    ...bookings.map(booking => ({
      id: booking.id,
      columnId: booking.resourceId,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      title: titleOf(booking),
      className: `tone-${booking.grade ?? 'own'} ${booking.status === 'tentative' ? 'tentative' : ''}`,
      tooltip: `${titleOf(booking)} ${spanText(booking.startsAt, booking.endsAt)} · ${t('bookings.blocked', { span: spanText(booking.blockedFrom, booking.blockedUntil) })} · ${t(`bookingStatus.${booking.status}`)}`,
      movable: true,
    })),
    ...closures
      .filter(closure => resources.some(each => each.id === closure.resourceId))
      .map(closure => ({
        id: closure.id,
        columnId: closure.resourceId,
        startsAt: later(closure.startsAt, span.from),
        endsAt: closure.endsAt > span.until ? at(day, '23:59') : closure.endsAt,
        title: `${t('resources.closed')} ${closure.reason}`,
        className: 'tone-closed',
        tooltip: `${t('resources.closed')} ${closure.reason}`,
        movable: false,
      })),
  ]
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 8, height: '100%' }}>
      {refused && (
        <ConflictNotice
          conflicts={refused.conflicts}
          onTakeResource={(conflict, resourceId) => void move(refused.booking, { ...conflict.wanted, resourceId })}
          onTakeTime={(conflict, free) => void move(refused.booking, { ...free, resourceId: conflict.resource.id })}
          onDismiss={() => setRefused(null)}
        />
      )}
      <p className="soft">{t('resources.dayHint')}</p>
      <div style={{ flex: 1, minHeight: 0 }}>
        <DayColumns
          label={t(`resources.dayOf.${kind}`, { day })}
          day={day}
          columns={resources.map(resource => ({
            id: resource.id,
            title: (english && resource.latinName) || resource.name,
            detail: [
              resource.plate,
              resource.title || resource.department,
              resource.capacity === null ? '' : t('conflict.seats', { count: resource.capacity }),
              resource.floor,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
          events={events}
          onMove={(event, to) => {
            const booking = bookings.find(each => each.id === event.id)
            if (booking) void move(booking, { startsAt: to.startsAt, endsAt: to.endsAt, resourceId: to.columnId })
          }}
          onSelect={event => {
            const booking = bookings.find(each => each.id === event.id)
            if (booking) setTarget({ booking })
          }}
          onBook={(resourceId, free) => setTarget({ resourceId, span: free })}
        />
      </div>
      <BookingDialog kind={kind} target={target} onClose={() => setTarget(null)} />
    </div>
  )
}

interface ListProps {
  kind: Resource['kind']
  resources: Resource[]
  month: { from: Day; until: Day }
  onEdit: (id: string) => void
}

function ResourceList({ kind, resources, month, onEdit }: ListProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as 'zh-CN' | 'en'
  const text = (
    field:
      | 'latinName'
      | 'building'
      | 'floor'
      | 'plate'
      | 'vehicleKind'
      | 'driverName'
      | 'driverPhone'
      | 'department'
      | 'title'
      | 'phone'
      | 'languages',
  ) => ({
    title: t(`fields.${field}`),
    dataIndex: field,
    ellipsis: true,
  })
  return (
    <Table<Resource>
      size="small"
      rowKey="id"
      dataSource={resources}
      pagination={false}
      scroll={{ x: 900 }}
      columns={[
        {
          title: t(kind === 'person' ? 'fields.name' : 'fields.resourceName'),
          dataIndex: 'name',
          render: (name: string, row) => (
            <Button type="link" style={{ padding: 0 }} onClick={() => onEdit(row.id)}>
              {name}
            </Button>
          ),
        },
        ...{
          room: [text('latinName'), text('building'), text('floor')],
          vehicle: [text('plate'), text('vehicleKind'), text('driverName'), text('driverPhone')],
          person: [text('department'), text('title'), text('phone'), text('languages')],
        }[kind],
        ...(kind === 'person'
          ? [
              {
                title: t('fields.canDrive'),
                dataIndex: 'canDrive',
                width: 90,
                render: (drives: boolean) => (drives ? t('common.yes') : ''),
              },
            ]
          : [{ title: t('fields.capacity'), dataIndex: 'capacity', align: 'right' as const, width: 90 }]),
        ...(kind === 'room'
          ? [
              {
                title: t('fields.equipment'),
                dataIndex: 'equipment',
                render: (equipment: string[]) => equipment.join('、'),
              },
            ]
          : []),
        {
          title: t('fields.margins'),
          render: (_, row) => (
            <span className="numeric">
              {t('resources.margins', { setup: row.setupMinutes, clearup: row.clearupMinutes })}
            </span>
          ),
        },
        {
          title: '',
          width: 80,
          render: (_, row) => (
            <a href={exportAddress({ what: 'resource', format: 'ics', resource: row.id, ...month, language })} download>
              .ics
            </a>
          ),
        },
      ]}
    />
  )
}

import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../shared/contract/resources.ts'
import { named } from '../../shared/domain/language.ts'
import { addDays, type Day } from '../../shared/domain/time.ts'
import { exportAddress } from '../base/addresses.ts'
import { query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

interface Props {
  kind: Resource['kind']
  resources: Resource[]
  today: Day
  weekStart: 0 | 1
}

/** How much of what can be booked is booked: by resource, and by weekday and hour. */
export function Utilisation({ kind, resources, today, weekStart }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [range, setRange] = useState({ from: addDays(today, -29), until: today })
  const { data: use } = useQuery({
    ...query.bookings.utilisation.queryOptions({ input: { kind, ...range } }),
    placeholderData: keepPreviousData,
  })
  if (!use) return <Skeleton active />
  const lines = use.resources
    .map(line => ({ ...line, resource: resources.find(each => each.id === line.resourceId) }))
    .sort((a, b) => b.booked - a.booked)
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter(hour =>
    use.heat.some(
      (row, weekday) => (row[hour] ?? 0) > 0 || (hour > 7 && hour < 19 && (use.capacity[weekday]?.[hour] ?? 0) > 0),
    ),
  )
  const weekdays = Array.from({ length: 7 }, (_, index) => (index + weekStart) % 7)
  const share = (weekday: number, hour: number) => {
    const most = use.capacity[weekday]?.[hour] ?? 0
    return most === 0 ? 0 : Math.min(1, (use.heat[weekday]?.[hour] ?? 0) / most)
  }
  const total = lines.reduce((sum, line) => sum + line.booked, 0)
  return (
    <section aria-label={t('resources.use')}>
      <div className="page-bar">
        <div style={{ width: 130 }}>
          <DayInput label={t('use.from')} value={range.from} onChange={from => setRange({ ...range, from })} />
        </div>
        <span className="soft">–</span>
        <div style={{ width: 130 }}>
          <DayInput
            label={t('use.until')}
            value={range.until}
            min={range.from}
            onChange={until => setRange({ ...range, until })}
          />
        </div>
        <Segmented
          aria-label={t('use.quick')}
          value={0}
          onChange={days => days > 0 && setRange({ from: addDays(today, 1 - days), until: today })}
          options={[
            { value: 0, label: t('use.own') },
            ...[7, 30, 90].map(days => ({ value: days, label: t('use.last', { count: days }) })),
          ]}
        />
        <span className="spring" />
        <Button
          icon={<DownloadOutlined />}
          href={exportAddress({ what: 'utilisation', format: 'xlsx', kind, ...range, language })}
          download
        >
          {t('exports.as.xlsx')}
        </Button>
      </div>
      {total === 0 ? (
        <EmptyState title={t('use.none')} text={t('use.noneText')} />
      ) : (
        <>
          <h2 className="section-title">{t('use.heat')}</h2>
          <table className="heat">
            <thead>
              <tr>
                <td />
                {hours.map(hour => (
                  <th key={hour} scope="col">
                    {String(hour).padStart(2, '0')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weekdays.map(weekday => (
                <tr key={weekday}>
                  <th scope="row">{t(`weekday.${weekday}`)}</th>
                  {hours.map(hour => {
                    const part = share(weekday, hour)
                    return (
                      <td
                        key={hour}
                        style={{
                          background: `color-mix(in srgb, var(--accent) ${Math.round(part * 55)}%, var(--ground-soft))`,
                        }}
                        title={t('use.cell', {
                          minutes: use.heat[weekday]?.[hour] ?? 0,
                          percent: Math.round(part * 100),
                        })}
                      >
                        {part > 0 ? `${Math.round(part * 100)}` : ''}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          <h2 className="section-title">{t('use.byResource')}</h2>
          <Table
            size="small"
            rowKey="resourceId"
            pagination={false}
            dataSource={lines}
            columns={[
              {
                title: t(kind === 'person' ? 'fields.name' : 'fields.resourceName'),
                render: (_, line) => (line.resource ? named(line.resource, language) : ''),
              },
              { title: t('use.bookings'), dataIndex: 'bookings', align: 'right', width: 100 },
              { title: t('use.hours'), align: 'right', width: 120, render: (_, line) => hoursText(line.booked) },
              { title: t('use.bookable'), align: 'right', width: 120, render: (_, line) => hoursText(line.bookable) },
              {
                title: t('use.share'),
                width: 210,
                render: (_, line) => {
                  const part = line.bookable === 0 ? 0 : line.booked / line.bookable
                  return (
                    <span className="numeric">
                      <span className="use-meter">
                        <i style={{ width: `${Math.min(100, part * 100)}%` }} />
                      </span>{' '}
                      {(part * 100).toFixed(1)} %
                    </span>
                  )
                },
              },
              { title: t('use.noShows'), dataIndex: 'noShows', align: 'right', width: 100 },
            ]}
          />
        </>
      )}
    </section>
  )
}

const hoursText = (minutes: number): string => (minutes / 60).toFixed(1)

import { DownloadOutlined, ImportOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Dropdown, Input, Select, Table } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitSummary } from '../../shared/contract/visits.ts'
import { addDays } from '../../shared/domain/time.ts'
import { GRADES, type Grade, headsOf, VISIT_STATUSES, type VisitStatus } from '../../shared/domain/visit.ts'
import { exportAddress } from '../base/addresses.ts'
import { query } from '../base/client.ts'
import { useLanguage, useTitle } from '../base/language.ts'
import { useMay } from '../base/useMay.ts'
import { VisitFileDialog } from '../exchange/VisitFileDialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { GradeMark, StatusMark } from '../ui/marks.tsx'

type SortField = 'coming' | 'startsOn' | 'title' | 'organization' | 'status' | 'grade' | 'headcount'
const PAGE = 50

/** Every visit, filtered and sorted by the host. */
export function VisitsPage() {
  const { t } = useTranslation()
  const titleOf = useTitle()
  const navigate = useNavigate()
  const search = useSearch({ from: '/visits' })
  const [text, setText] = useState(search.text ?? '')
  const [statuses, setStatuses] = useState<VisitStatus[]>([])
  const [grades, setGrades] = useState<Grade[]>([])
  const [sort, setSort] = useState<{ field: SortField; descending: boolean }>({ field: 'coming', descending: false })
  const [page, setPage] = useState(1)
  const may = useMay()
  const [taking, setTaking] = useState(false)
  useEffect(() => setText(search.text ?? ''), [search.text])

  const { data: state } = useQuery(query.office.state.queryOptions())
  const { data, isPending } = useQuery({
    ...query.visits.list.queryOptions({
      input: {
        text: text.trim(),
        statuses,
        grades,
        sort: sort.field,
        descending: sort.descending,
        offset: (page - 1) * PAGE,
        limit: PAGE,
      },
    }),
    placeholderData: keepPreviousData,
  })
  const filtered = text.trim() !== '' || statuses.length > 0 || grades.length > 0
  const language = useLanguage()
  const range = state && { from: addDays(state.today, -30), until: addDays(state.today, 365) }
  const order = (field: SortField) =>
    sort.field === field ? (sort.descending ? ('descend' as const) : ('ascend' as const)) : null

  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.visits')}</h1>
        <span className="soft numeric">{data ? t('visits.count', { count: data.total }) : ''}</span>
        <span className="spring" />
        <Input.Search
          allowClear
          value={text}
          onChange={event => {
            setText(event.target.value)
            setPage(1)
          }}
          placeholder={t('visits.filter')}
          aria-label={t('visits.filter')}
          style={{ width: 240 }}
        />
        <Select
          mode="multiple"
          allowClear
          value={statuses}
          onChange={value => {
            setStatuses(value)
            setPage(1)
          }}
          placeholder={t('fields.status')}
          aria-label={t('fields.status')}
          style={{ minWidth: 150 }}
          maxTagCount="responsive"
          options={VISIT_STATUSES.map(status => ({ value: status, label: t(`status.${status}`) }))}
        />
        <Select
          mode="multiple"
          allowClear
          value={grades}
          onChange={value => {
            setGrades(value)
            setPage(1)
          }}
          placeholder={t('fields.grade')}
          aria-label={t('fields.grade')}
          style={{ minWidth: 120 }}
          options={GRADES.map(grade => ({ value: grade, label: t(`grade.${grade}`) }))}
        />
        {may('edit') && (
          <Button icon={<ImportOutlined />} onClick={() => setTaking(true)}>
            {t('visitFile.title')}
          </Button>
        )}
        {taking && <VisitFileDialog onClose={() => setTaking(false)} />}
        {range && (
          <Dropdown
            menu={{
              items: (['xlsx', 'csv', 'ics'] as const).map(format => ({
                key: format,
                label: (
                  <a href={exportAddress({ what: 'visits', format, ...range, language })} download>
                    {t(`exports.as.${format}`)}
                  </a>
                ),
              })),
            }}
          >
            <Button icon={<DownloadOutlined />}>{t('common.export')}</Button>
          </Dropdown>
        )}
      </div>
      <div className="page-body">
        <Table<VisitSummary>
          size="small"
          rowKey="id"
          loading={isPending}
          dataSource={data?.rows ?? []}
          showSorterTooltip={false}
          scroll={{ x: 900 }}
          pagination={
            (data?.total ?? 0) > PAGE
              ? { current: page, pageSize: PAGE, total: data?.total ?? 0, showSizeChanger: false, onChange: setPage }
              : false
          }
          locale={{
            emptyText: filtered ? (
              <EmptyState title={t('visits.noMatch')} text={t('visits.noMatchText')}>
                <Button
                  onClick={() => {
                    setText('')
                    setStatuses([])
                    setGrades([])
                  }}
                >
                  {t('visits.clearFilter')}
                </Button>
              </EmptyState>
            ) : (
              <EmptyState title={t('visits.none')} text={t('visits.noneText')} />
            ),
          }}
          onChange={(_pages, _filters, sorter) => {
            if (Array.isArray(sorter)) return
            setSort({
              field: sorter.order ? (sorter.field as SortField) : 'coming',
              descending: sorter.order === 'descend',
            })
          }}
          onRow={row => ({
            onDoubleClick: () =>
              void navigate({ to: '/visits/$visitId/$section', params: { visitId: row.id, section: 'overview' } }),
          })}
          columns={[
            {
              title: t('fields.grade'),
              dataIndex: 'grade',
              width: 104,
              sorter: true,
              sortOrder: order('grade'),
              render: (grade: Grade) => <GradeMark grade={grade} />,
            },
            {
              title: t('fields.visitTitle'),
              dataIndex: 'title',
              sorter: true,
              sortOrder: order('title'),
              render: (_, row) => (
                <Link
                  className="link-plain"
                  to="/visits/$visitId/$section"
                  params={{ visitId: row.id, section: 'overview' }}
                  style={row.status === 'cancelled' ? { textDecoration: 'line-through' } : {}}
                >
                  <strong>{titleOf(row)}</strong>
                </Link>
              ),
            },
            {
              title: t('fields.organization'),
              dataIndex: 'organization',
              sorter: true,
              sortOrder: order('organization'),
              ellipsis: true,
            },
            {
              title: t('fields.startsOn'),
              dataIndex: 'startsOn',
              width: 190,
              sorter: true,
              sortOrder: order('startsOn'),
              render: (startsOn: string, row) => (
                <span className="numeric">
                  {startsOn}
                  {row.endsOn !== startsOn && ` – ${row.endsOn.slice(5)}`}
                </span>
              ),
            },
            {
              title: t('fields.headcount'),
              dataIndex: 'headcount',
              width: 100,
              align: 'right',
              sorter: true,
              sortOrder: order('headcount'),
              render: (_, row) => <span className="numeric">{headsOf(row) || '—'}</span>,
            },
            { title: t('fields.coordinator'), dataIndex: 'coordinator', width: 130, ellipsis: true },
            {
              title: t('fields.status'),
              dataIndex: 'status',
              width: 130,
              sorter: true,
              sortOrder: order('status'),
              render: (status: VisitStatus) => <StatusMark status={status} />,
            },
          ]}
        />
      </div>
    </div>
  )
}

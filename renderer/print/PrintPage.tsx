import { skipToken, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '../../shared/contract/documents.ts'
import { query } from '../app/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PrintStudio } from './PrintStudio.tsx'

/** Any visit's documents: choose the visit, then print. */
export function PrintPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search = useSearch({ from: '/print' })
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const { data: list } = useQuery(
    query.visits.list.queryOptions({
      input: { text: asked.trim(), statuses: [], grades: [], sort: 'startsOn', descending: true, offset: 0, limit: 50 },
    }),
  )
  const { data: visit } = useQuery(
    query.visits.get.queryOptions({ input: search.visit ? { id: search.visit } : skipToken }),
  )
  const rows = list?.rows ?? []
  const options = rows.map(row => ({ value: row.id, label: `${row.startsOn} ${row.title}` }))
  if (visit && !rows.some(row => row.id === visit.id))
    options.unshift({ value: visit.id, label: `${visit.startsOn} ${visit.title}` })
  return (
    <div className="page" style={{ paddingBottom: 0 }}>
      <div className="page-head">
        <h1>{t('nav.print')}</h1>
        <Select
          showSearch={{ filterOption: false, onSearch: setText }}
          value={search.visit ?? null}
          placeholder={t('print.chooseVisit')}
          aria-label={t('print.chooseVisit')}
          style={{ width: 420 }}
          onChange={id =>
            void navigate({
              to: '/print',
              search: { ...search, visit: id, guests: undefined, person: undefined, trip: undefined } as never,
            })
          }
          options={options}
        />
      </div>
      <div className="page-body">
        {visit ? (
          <PrintStudio
            key={`${visit.id}-${search.kind}-${search.guests}-${search.person}-${search.trip}`}
            visit={visit}
            {...(search.kind ? { initialKind: search.kind as DocumentKind } : {})}
            guestIds={search.guests?.split(',') ?? []}
            initialPerson={search.person ?? ''}
            initialTrip={search.trip ?? ''}
          />
        ) : (
          <EmptyState title={t('print.noVisit')} text={t('print.noVisitText')}>
            {rows.slice(0, 5).map(row => (
              <Button key={row.id} onClick={() => void navigate({ to: '/print', search: { visit: row.id } })}>
                {row.title}
              </Button>
            ))}
          </EmptyState>
        )}
      </div>
    </div>
  )
}

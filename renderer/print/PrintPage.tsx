import { skipToken, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '../../shared/contract/documents.ts'
import { query } from '../app/client.ts'
import { useTitle } from '../ui/useTitle.ts'
import { useChoice } from './choices.ts'
import { VisitPapers } from './DocumentsSection.tsx'
import { OfficePapers } from './OfficePapers.tsx'
import './print.css'

/** Any visit's documents: choose the visit, then print. */
export function PrintPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search = useSearch({ from: '/print' })
  const choosing = useChoice()
  const titleOf = useTitle()
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
  const options = rows.map(row => ({ value: row.id, label: `${row.startsOn} ${titleOf(row)}` }))
  if (visit && !rows.some(row => row.id === visit.id))
    options.unshift({ value: visit.id, label: `${visit.startsOn} ${titleOf(visit)}` })
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
              search: { visit: id, ...(search.kind ? { kind: search.kind } : {}) },
            })
          }
          options={options}
        />
      </div>
      <div className="page-body">
        {visit ? (
          <VisitPapers
            key={`${visit.id}-${search.guests}-${search.person}-${search.trip}-${search.item}`}
            visit={visit}
            kind={search.kind as DocumentKind | undefined}
            only={{
              ...(search.guests ? { guests: search.guests.split(',') } : {}),
              ...(search.person ? { person: search.person } : {}),
              ...(search.trip ? { trip: search.trip } : {}),
              ...(search.item ? { item: search.item } : {}),
            }}
            onKind={kind => void navigate({ to: '/print', search: { visit: visit.id, ...(kind ? { kind } : {}) } })}
          />
        ) : (
          <>
            <OfficePapers choosing={choosing} />
            {rows.length > 0 && (
              <section className="print-visits">
                <h2>{t('print.noVisit')}</h2>
                <div className="acts">
                  {rows.slice(0, 8).map(row => (
                    <Button key={row.id} onClick={() => void navigate({ to: '/print', search: { visit: row.id } })}>
                      {row.startsOn.slice(5)} {titleOf(row)}
                    </Button>
                  ))}
                </div>
              </section>
            )}
          </>
        )}
      </div>
    </div>
  )
}

import { skipToken, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '../../shared/contract/documents.ts'
import { addDays } from '../../shared/domain/time.ts'
import { query } from '../base/client.ts'
import { useChoice } from './choices.ts'
import { VisitPapers } from './DocumentsSection.tsx'
import { OfficePapers } from './OfficePapers.tsx'
import './print.css'
import { useTitle } from '../base/language.ts'

/** Any visit's documents: choose the visit, then print. */
export function PrintPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search = useSearch({ from: '/print' })
  const { now, ...rest } = search
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
  const { data: state } = useQuery(query.office.state.queryOptions())
  const { data: near = [] } = useQuery(
    query.visits.range.queryOptions({
      input: state ? { from: addDays(state.today, -14), until: addDays(state.today, 60) } : skipToken,
    }),
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
            asked={now === true}
            onAsked={() => void navigate({ to: '/print', search: rest, replace: true })}
            onKind={kind => void navigate({ to: '/print', search: { visit: visit.id, ...(kind ? { kind } : {}) } })}
          />
        ) : (
          <>
            <OfficePapers choosing={choosing} />
            {near.length > 0 && (
              <section className="print-visits">
                <h2>{t('print.noVisit')}</h2>
                <div className="acts">
                  {nearest(near, state?.today ?? '').map(row => (
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

/** The visits that one is most likely to print for: those that are or come, the next first, then the last that were. */
function nearest<Row extends { startsOn: string; endsOn: string }>(rows: readonly Row[], today: string): Row[] {
  const coming = rows.filter(row => row.endsOn >= today).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  return [
    ...coming,
    ...rows.filter(row => row.endsOn < today).sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1)),
  ].slice(0, 8)
}

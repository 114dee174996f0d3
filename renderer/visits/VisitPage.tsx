import { skipToken, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, ConfigProvider, Skeleton } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../shared/contract/visits.ts'
import { ApprovalSection } from '../approvals/ApprovalSection.tsx'
import { query } from '../base/client.ts'
import { VISIT_SECTIONS, type VisitSection } from '../base/sections.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useMay } from '../base/useMay.ts'
import { BudgetSection } from '../budget/BudgetSection.tsx'
import { ChecklistSection } from '../checklists/ChecklistSection.tsx'
import { DiningSection } from '../dining/DiningSection.tsx'
import { GuestsSection } from '../guests/GuestsSection.tsx'
import { HistorySection } from '../history/HistorySection.tsx'
import { ItinerarySection } from '../itinerary/ItinerarySection.tsx'
import { LodgingSection } from '../lodging/LodgingSection.tsx'
import { DocumentsSection } from '../print/DocumentsSection.tsx'
import { SeatingSection } from '../seating/SeatingSection.tsx'
import { StaffingSection } from '../staffing/StaffingSection.tsx'
import { SuppliesSection } from '../supplies/SuppliesSection.tsx'
import { TransportSection } from '../transport/TransportSection.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { OverviewSection } from './OverviewSection.tsx'
import { usePointed } from './usePointed.ts'
import './visit.css'
import { VisitHead } from './VisitHead.tsx'

/** Sections that are not only typed into: each knows what of it is for whom. */
const EVERYBODYS = new Set(['approval', 'documents', 'history'])

/** One visit's workspace: what it is in the head, its sections below. */
export function VisitPage() {
  const { t } = useTranslation()
  const { visitId, section } = useParams({ from: '/visits/$visitId/$section' })
  usePointed(section)
  useSectionKeys(visitId, section)
  const may = useMay()
  const navigate = useNavigate()
  const { data: visit, error } = useQuery(
    query.visits.get.queryOptions({ input: visitId ? { id: visitId } : skipToken }),
  )

  if (error)
    return (
      <EmptyState title={t('visits.gone')} text={sentenceOf(error, t)}>
        <Button onClick={() => void navigate({ to: '/visits' })}>{t('nav.visits')}</Button>
      </EmptyState>
    )
  if (!visit) return <Skeleton active style={{ padding: 24 }} />
  return (
    <div className="page visit-page">
      <VisitHead visit={visit} />
      <nav className="visit-tabs" aria-label={t('visits.sections')} title={t('visits.sectionKeys')}>
        {VISIT_SECTIONS.map(name => (
          <Link key={name} to="/visits/$visitId/$section" params={{ visitId: visit.id, section: name }}>
            {t(`section.${name}`)}
            {name === 'guests' && visit.guestCount > 0 && <span className="soft numeric"> {visit.guestCount}</span>}
          </Link>
        ))}
      </nav>
      <div className="page-body">
        <ConfigProvider componentDisabled={!EVERYBODYS.has(section) && (!may('edit') || visit.status === 'archived')}>
          <Section key={visit.id} visit={visit} section={section as VisitSection} />
        </ConfigProvider>
      </div>
    </div>
  )
}

/** Alt with Page Down and Page Up goes through the sections. */
function useSectionKeys(visitId: string, section: string): void {
  const navigate = useNavigate()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0
      if (by === 0 || !event.altKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      const next = VISIT_SECTIONS[VISIT_SECTIONS.indexOf(section as VisitSection) + by]
      if (next) void navigate({ to: '/visits/$visitId/$section', params: { visitId, section: next } })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [navigate, visitId, section])
}

function Section({ visit, section }: { visit: Visit; section: VisitSection }) {
  switch (section) {
    case 'guests':
      return <GuestsSection visit={visit} />
    case 'itinerary':
      return <ItinerarySection visit={visit} />
    case 'staffing':
      return <StaffingSection visit={visit} />
    case 'seating':
      return <SeatingSection visit={visit} />
    case 'transport':
      return <TransportSection visit={visit} />
    case 'lodging':
      return <LodgingSection visit={visit} />
    case 'dining':
      return <DiningSection visit={visit} />
    case 'supplies':
      return <SuppliesSection visit={visit} />
    case 'budget':
      return <BudgetSection visit={visit} />
    case 'checklist':
      return <ChecklistSection visit={visit} />
    case 'approval':
      return <ApprovalSection visit={visit} />
    case 'documents':
      return <DocumentsSection visit={visit} />
    case 'history':
      return <HistorySection visitId={visit.id} />
    default:
      return <OverviewSection visit={visit} />
  }
}

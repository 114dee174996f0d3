import { memo, type ReactNode } from 'react'
import {
  type DocumentRequest,
  isOfficeDocument,
  type OfficeDocumentRequest,
  type PaperRequest,
} from '../../shared/contract/documents.ts'
import { Badges } from './Badges.tsx'
import { BriefingHandout } from './BriefingHandout.tsx'
import { Checklist } from './Checklist.tsx'
import { ClosingReport } from './ClosingReport.tsx'
import { Dispatch } from './Dispatch.tsx'
import { type DocumentData, loadDocument } from './documentData.ts'
import { Feedback } from './Feedback.tsx'
import { GuestItinerary } from './GuestItinerary.tsx'
import { InternalItinerary } from './InternalItinerary.tsx'
import { MealNotice } from './MealNotice.tsx'
import { Needs } from './Needs.tsx'
import { loadOfficeData, type OfficeData } from './officeData.ts'
import { PickupSign } from './PickupSign.tsx'
import { Plan } from './Plan.tsx'
import { headingOf } from './parts.tsx'
import { ResourceSchedule } from './ResourceSchedule.tsx'
import { RoomSign } from './RoomSign.tsx'
import { RunSheets } from './RunSheets.tsx'
import { SeatingPlan } from './SeatingPlan.tsx'
import { Separator } from './Separator.tsx'
import { Supplies } from './Supplies.tsx'
import { TableCards } from './TableCards.tsx'
import { TestPage } from './TestPage.tsx'
import { WeekVisits } from './WeekVisits.tsx'

export interface LoadedPaper {
  title: string
  companyColor: string
  language: 'zh-CN' | 'en'
  /** In both languages: labels are twice as wide. */
  bilingual: boolean
  pages: ReactNode
}

/** A paper with everything that it says. @throws where the host refuses */
export async function loadPaper(request: PaperRequest): Promise<LoadedPaper> {
  const language = request.language === 'en' ? 'en' : 'zh-CN'
  const base = { language, bilingual: request.language === 'both' } as const
  if (isOfficeDocument(request)) {
    const data = await loadOfficeData(request)
    const title = data.label(`documents.${request.kind}`)
    return { ...base, title, companyColor: data.settings.color, pages: <OfficePages request={request} data={data} /> }
  }
  const data = await loadDocument(request)
  const title = headingOf(request.kind, data, language)
  return { ...base, title, companyColor: data.settings.color, pages: <VisitPages request={request} data={data} /> }
}

const OfficePages = memo(function OfficePages({ request, data }: { request: OfficeDocumentRequest; data: OfficeData }) {
  switch (request.kind) {
    case 'resource-schedule':
      return <ResourceSchedule request={request} data={data} />
    case 'room-sign':
      return <RoomSign request={request} data={data} />
    case 'week-visits':
      return <WeekVisits request={request} data={data} />
    case 'test-page':
      return <TestPage request={request} data={data} />
    case 'separator':
      return <Separator request={request} data={data} />
  }
})

const VisitPages = memo(function VisitPages({ request, data }: { request: DocumentRequest; data: DocumentData }) {
  switch (request.kind) {
    case 'badges':
      return <Badges request={request} data={data} />
    case 'itinerary':
      return <GuestItinerary request={request} data={data} />
    case 'itinerary-internal':
      return <InternalItinerary request={request} data={data} />
    case 'plan':
      return <Plan request={request} data={data} />
    case 'needs':
      return <Needs request={request} data={data} />
    case 'run-sheet':
      return <RunSheets request={request} data={data} />
    case 'dispatch':
      return <Dispatch request={request} data={data} />
    case 'meal-notice':
      return <MealNotice request={request} data={data} />
    case 'checklist':
      return <Checklist request={request} data={data} />
    case 'supplies':
      return <Supplies request={request} data={data} />
    case 'briefing':
      return <BriefingHandout request={request} data={data} />
    case 'pickup-sign':
      return <PickupSign request={request} data={data} />
    case 'table-cards':
      return <TableCards request={request} data={data} />
    case 'seating-plan':
      return <SeatingPlan request={request} data={data} />
    case 'feedback':
      return <Feedback request={request} data={data} />
    case 'closing-report':
      return <ClosingReport request={request} data={data} />
  }
})

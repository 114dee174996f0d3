import { memo, type ReactNode } from 'react'
import {
  type DocumentRequest,
  isOfficeDocument,
  type OfficeDocumentRequest,
  type PaperRequest,
  pageOf,
  VISIT_PAPER,
} from '../../shared/contract/documents.ts'
import { type Language, spokenIn } from '../../shared/domain/language.ts'
import { loadOfficeData, type OfficeData } from './office/officeData.ts'
import { ResourceSchedule } from './office/ResourceSchedule.tsx'
import { RoomSign } from './office/RoomSign.tsx'
import { Separator } from './office/Separator.tsx'
import { TestPage } from './office/TestPage.tsx'
import { WeekVisits } from './office/WeekVisits.tsx'
import { type DocumentData, loadDocument } from './paper/documentData.ts'
import { Outlined } from './paper/Outlined.tsx'
import { headingOf } from './paper/parts.tsx'
import { Badges } from './visit/Badges.tsx'
import { Feedback } from './visit/Feedback.tsx'
import { PickupSign } from './visit/PickupSign.tsx'
import { SeatingPlan } from './visit/SeatingPlan.tsx'
import { TableCards } from './visit/TableCards.tsx'

export interface LoadedPaper {
  title: string
  companyColor: string
  language: Language
  /** In both languages: labels are twice as wide. */
  bilingual: boolean
  pages: ReactNode
}

/** A paper with everything that it says. @throws where the host refuses */
export async function loadPaper(request: PaperRequest): Promise<LoadedPaper> {
  const language = spokenIn(request.language)
  const base = { language, bilingual: request.language === 'both' } as const
  if (isOfficeDocument(request)) {
    const data = await loadOfficeData(request)
    const title = data.speak.word(`documents.${request.kind}`)
    return { ...base, title, companyColor: data.settings.color, pages: <OfficePages request={request} data={data} /> }
  }
  const data = await loadDocument(request)
  const title = headingOf(request.kind, data)
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
    case 'pickup-sign':
      return <PickupSign request={request} data={data} />
    case 'table-cards':
      return <TableCards request={request} data={data} />
    case 'seating-plan':
      return <SeatingPlan request={request} data={data} />
    case 'feedback':
      return <Feedback request={request} data={data} />
    default:
      return <OutlinedPaper request={request} data={data} />
  }
})

type Outlining = Exclude<
  DocumentRequest,
  { kind: 'badges' | 'pickup-sign' | 'table-cards' | 'seating-plan' | 'feedback' }
>

/** A paper that is told by its outline. */
function OutlinedPaper({ request, data }: { request: Outlining; data: DocumentData }) {
  const outline = VISIT_PAPER[request.kind].outline(data, data.speak, request)
  return outline && <Outlined outline={outline} page={pageOf(request)} logo={data.settings.logo} />
}

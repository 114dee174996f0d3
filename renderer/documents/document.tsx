import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import {
  type DocumentRequest,
  isOfficeDocument,
  type OfficeDocumentRequest,
  paperRequest,
} from '../../shared/contract/documents.ts'
import { Badges } from './Badges.tsx'
import { BriefingHandout } from './BriefingHandout.tsx'
import { Checklist } from './Checklist.tsx'
import { Dispatch } from './Dispatch.tsx'
import { type DocumentData, loadDocument } from './documentData.ts'
import { GuestItinerary } from './GuestItinerary.tsx'
import { InternalItinerary } from './InternalItinerary.tsx'
import { MealNotice } from './MealNotice.tsx'
import { Needs } from './Needs.tsx'
import { loadOfficeData } from './officeData.ts'
import { Plan } from './Plan.tsx'
import { ResourceSchedule } from './ResourceSchedule.tsx'
import { RoomSign } from './RoomSign.tsx'
import { RunSheets } from './RunSheets.tsx'
import { fail } from './ready.ts'
import { Supplies } from './Supplies.tsx'
import '@fontsource-variable/noto-sans-sc/wght.css'
import './sheet.css'

/** One document by itself, as it will be printed: the address says which; preview, printer and PDF all load this page. */
async function show(): Promise<void> {
  const request = paperRequest.parse(Object.fromEntries(new URLSearchParams(window.location.search)))
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root')
  document.documentElement.lang = request.language === 'en' ? 'en' : 'zh-CN'
  const { title, pages } = isOfficeDocument(request) ? await officePaper(request) : await visitPaper(request)
  document.title = title
  createRoot(root).render(<StrictMode>{pages}</StrictMode>)
}

async function visitPaper(request: DocumentRequest): Promise<{ title: string; pages: ReactNode }> {
  const data = await loadDocument(request)
  return { title: `${data.visit.title} ${request.kind}`, pages: pagesOf(request, data) }
}

async function officePaper(request: OfficeDocumentRequest): Promise<{ title: string; pages: ReactNode }> {
  const data = await loadOfficeData(request)
  const title = `${request.kind} ${request.day}`
  if (request.kind === 'room-sign') return { title, pages: <RoomSign request={request} data={data} /> }
  return { title, pages: <ResourceSchedule request={request} data={data} /> }
}

/** The component of a document. */
function pagesOf(request: DocumentRequest, data: DocumentData): ReactNode {
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
  }
}

show().catch(error => fail(error instanceof Error ? error.message : String(error)))

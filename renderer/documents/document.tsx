import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { type DocumentRequest, documentRequest } from '../../shared/contract/documents.ts'
import { Badges } from './Badges.tsx'
import { BriefingHandout } from './BriefingHandout.tsx'
import { Checklist } from './Checklist.tsx'
import { Dispatch } from './Dispatch.tsx'
import { type DocumentData, loadDocument } from './documentData.ts'
import { GuestItinerary } from './GuestItinerary.tsx'
import { InternalItinerary } from './InternalItinerary.tsx'
import { MealNotice } from './MealNotice.tsx'
import { Needs } from './Needs.tsx'
import { Plan } from './Plan.tsx'
import { RunSheets } from './RunSheets.tsx'
import { fail } from './ready.ts'
import { Supplies } from './Supplies.tsx'
import '@fontsource-variable/noto-sans-sc/wght.css'
import './sheet.css'

/** One document by itself, as it will be printed: the address says which; preview, printer and PDF all load this page. */
async function show(): Promise<void> {
  const request = documentRequest.parse(Object.fromEntries(new URLSearchParams(window.location.search)))
  const data = await loadDocument(request)
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root')
  document.documentElement.lang = request.language === 'en' ? 'en' : 'zh-CN'
  document.title = `${data.visit.title} ${request.kind}`
  createRoot(root).render(<StrictMode>{pagesOf(request, data)}</StrictMode>)
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

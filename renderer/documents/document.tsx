import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { documentRequest } from '../../shared/contract/documents.ts'
import { Badges } from './Badges.tsx'
import { loadDocument } from './documentData.ts'
import { GuestItinerary } from './GuestItinerary.tsx'
import { InternalItinerary } from './InternalItinerary.tsx'
import { fail } from './ready.ts'
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
  createRoot(root).render(
    <StrictMode>
      {request.kind === 'badges' ? (
        <Badges request={request} data={data} />
      ) : request.kind === 'itinerary' ? (
        <GuestItinerary request={request} data={data} />
      ) : (
        <InternalItinerary request={request} data={data} />
      )}
    </StrictMode>,
  )
}

show().catch(error => fail(error instanceof Error ? error.message : String(error)))

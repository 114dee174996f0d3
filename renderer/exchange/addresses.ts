import type { z } from 'zod'
import { documentQuery, type PaperRequest, type paperRequest } from '../../shared/contract/documents.ts'

type Language = 'zh-CN' | 'en'

export type ExportAddress =
  | { what: 'schedule'; format: 'xlsx' | 'csv' | 'txt'; visit: string; language: Language }
  | { what: 'calendar'; format: 'ics'; visit: string; method: 'publish' | 'request' | 'cancel'; language: Language }
  | { what: 'duties'; format: 'ics'; person: string; from: string; until: string; language: Language }
  | { what: 'itinerary'; format: 'html' | 'png' | 'docx'; visit: string; language: Language }
  | { what: 'itinerary-days'; format: 'zip'; visit: string; language: Language }
  | { what: 'plan' | 'closing-report'; format: 'docx'; visit: string; language: Language }
  | { what: 'coordinator'; format: 'vcf'; visit: string; language: Language }
  | { what: 'visit'; format: 'yingbin'; visit: string; language: Language }
  | { what: 'guests'; format: 'xlsx' | 'csv'; visit: string; language: Language }
  | { what: 'visits'; format: 'ics' | 'xlsx' | 'csv'; from: string; until: string; language: Language }
  | {
      what: 'bookings'
      format: 'xlsx' | 'csv'
      from: string
      until: string
      kind: 'room' | 'vehicle' | 'person'
      language: Language
    }
  | { what: 'resource'; format: 'ics'; resource: string; from: string; until: string; language: Language }
  | {
      what: 'utilisation'
      format: 'xlsx'
      from: string
      until: string
      kind: 'room' | 'vehicle' | 'person'
      language: Language
    }
  | { what: 'badge-design'; format: 'json'; design: string }
  | { what: 'guest-template'; format: 'xlsx'; language: Language }
  | { what: 'needs'; format: 'xlsx'; visit: string; filled: 'yes' | 'no'; language: Language }
  | { what: 'resource-template'; format: 'xlsx'; kind: 'room' | 'vehicle' | 'person'; language: Language }

/** Where an export lies: a plain download, made by the host when it is asked for. */
export function exportAddress({ what, format, ...rest }: ExportAddress): string {
  return `/exports/${what}.${format}?${new URLSearchParams(rest)}`
}

/** Where a document's PDF lies, and where its page does. */
export function documentAddresses(request: z.input<typeof paperRequest>): { pdf: string; page: string } {
  const query = documentQuery(request)
  const kind: PaperRequest['kind'] = request.kind
  return { pdf: `/documents/${kind}.pdf?${query}`, page: `/document.html?${query}` }
}

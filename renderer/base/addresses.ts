import type { z } from 'zod'
import { documentQuery, type PaperRequest, type paperRequest } from '../../shared/contract/documents.ts'
import type { ExportAddress } from '../../shared/contract/exports.ts'
import { queryOf } from '../../shared/contract/fields.ts'

/** Where an export lies: a plain download, made by the host when it is asked for. */
export function exportAddress({ what, format, ...rest }: ExportAddress): string {
  return `/exports/${what}.${format}?${queryOf(rest)}`
}

/** Where a document's PDF lies, and where its page does. */
export function documentAddresses(request: z.input<typeof paperRequest>): { pdf: string; page: string } {
  const query = documentQuery(request)
  const kind: PaperRequest['kind'] = request.kind
  return { pdf: `/documents/${kind}.pdf?${query}`, page: `/document.html?${query}` }
}

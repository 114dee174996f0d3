import type { TFunction } from 'i18next'
import type { DocumentRequest } from '../../../shared/contract/documents.ts'
import type { HostContext } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Language } from '../translate.ts'
import { findVisit } from '../visits/visits.queries.ts'

/** The name a document is saved under: visit, day, document. */
export async function pdfName(
  context: HostContext,
  request: DocumentRequest,
  speak: (language: Language) => TFunction,
): Promise<string> {
  const visit = await findVisit(context.db, request.visit)
  if (!visit) throw notFound('visit', request.visit)
  const t = speak(request.language === 'en' ? 'en' : 'zh-CN')
  return `${visit.title}-${visit.starts_on}-${t(`documents.${request.kind}`)}.pdf`
}

import type { TFunction } from 'i18next'
import { isOfficeDocument, type OfficeDocumentRequest, type PaperRequest } from '../../../shared/contract/documents.ts'
import type { HostContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { findResource } from '../resources/resources.queries.ts'
import { type Language, titleOf } from '../translate.ts'
import { visitOf } from '../visits/visits.queries.ts'

/** The name a document is saved under: visit, day, document. */
export async function pdfName(
  context: HostContext,
  request: PaperRequest,
  speak: (language: Language) => TFunction,
): Promise<string> {
  if (isOfficeDocument(request))
    return officePaperName(context, request, speak(request.language === 'en' ? 'en' : 'zh-CN'))
  const visit = await visitOf(context.db, request.visit)
  const language = request.language === 'en' ? 'en' : 'zh-CN'
  const t = speak(language)
  return `${titleOf(visit, language)}-${visit.starts_on}-${t(`documents.${request.kind}`)}.pdf`
}

/** Papers of the house: what they are of, and the day. */
async function officePaperName(context: HostContext, request: OfficeDocumentRequest, t: TFunction): Promise<string> {
  const kind = t(`documents.${request.kind}`)
  switch (request.kind) {
    case 'resource-schedule':
      return `${t(`timeline.of.${request.resourceKind}`)}-${request.day}.pdf`
    case 'room-sign': {
      const room = await findResource(context.db, request.resource)
      if (!room) throw notFound('resource', request.resource)
      return `${room.name}-${request.day}-${kind}.pdf`
    }
    case 'week-visits':
    case 'separator':
      return `${kind}-${request.day}.pdf`
    case 'test-page':
      return `${kind}.pdf`
  }
}

import type { TFunction } from 'i18next'
import { isOfficeDocument, type OfficeDocumentRequest, type PaperRequest } from '../../../shared/contract/documents.ts'
import { type Language, named, spokenIn } from '../../../shared/domain/language.ts'
import type { HostContext } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'
import { titleOf } from '../files/translator.ts'
import { findResource } from '../resources/resources.queries.ts'
import { visitOf } from '../visits/visits.queries.ts'

/** The name a document is saved under: visit, day, document. */
export async function pdfName(
  context: HostContext,
  request: PaperRequest,
  speak: (language: Language) => TFunction,
): Promise<string> {
  const language = spokenIn(request.language)
  const t = speak(language)
  if (isOfficeDocument(request)) return officePaperName(context, request, language, t)
  const visit = await visitOf(context.db, request.visit)
  return `${titleOf(visit, language)}-${visit.startsOn}-${t(`documents.${request.kind}`)}.pdf`
}

/** Papers of the house: what they are of, and the day. */
async function officePaperName(
  context: HostContext,
  request: OfficeDocumentRequest,
  language: Language,
  t: TFunction,
): Promise<string> {
  const kind = t(`documents.${request.kind}`)
  switch (request.kind) {
    case 'resource-schedule':
      return `${t(`timeline.of.${request.resourceKind}`)}-${request.day}.pdf`
    case 'room-sign': {
      const room = await findResource(context.db, request.resource)
      if (!room) throw notFound('resource', request.resource)
      return `${named(room, language)}-${request.day}-${kind}.pdf`
    }
    case 'week-visits':
    case 'separator':
      return `${kind}-${request.day}.pdf`
    case 'test-page':
      return `${kind}.pdf`
  }
}

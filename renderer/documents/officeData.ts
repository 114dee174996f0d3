import type { Booking } from '../../shared/contract/bookings.ts'
import type { OfficeDocumentRequest } from '../../shared/contract/documents.ts'
import type { OfficeSettings } from '../../shared/contract/office.ts'
import type { Closure, Resource } from '../../shared/contract/resources.ts'
import { addDays, at, type WallTime } from '../../shared/domain/time.ts'
import { client, labels } from './documentData.ts'

/** What a paper of the house may say. */
export interface OfficeData {
  resources: Resource[]
  bookings: Booking[]
  closures: Closure[]
  settings: OfficeSettings
  printedAt: WallTime
  label: (key: string, values?: Record<string, unknown>) => string
}

export async function loadOfficeData(request: OfficeDocumentRequest): Promise<OfficeData> {
  const days = request.kind === 'room-sign' ? 1 : request.days
  const span = { from: at(request.day, '00:00'), until: at(addDays(request.day, days), '00:00') }
  const only = request.kind === 'room-sign' ? { resourceId: request.resource } : { kind: request.resourceKind }
  const [resources, bookings, closures, settings, state] = await Promise.all([
    client.resources.list(request.kind === 'room-sign' ? {} : { kind: request.resourceKind }),
    client.bookings.list({ ...span, ...only }),
    client.resources.closures(span),
    client.office.settings(),
    client.office.state(),
  ])
  return {
    resources: request.kind === 'room-sign' ? resources.filter(each => each.id === request.resource) : resources,
    bookings,
    closures,
    settings,
    printedAt: state.now,
    label: labels(request.language),
  }
}

import type { Booking } from '../../../shared/contract/bookings.ts'
import type { OfficeDocumentRequest } from '../../../shared/contract/documents.ts'
import type { Item } from '../../../shared/contract/itinerary.ts'
import type { OfficeSettings } from '../../../shared/contract/office.ts'
import type { PrinterRow } from '../../../shared/contract/print.ts'
import type { Closure, Resource } from '../../../shared/contract/resources.ts'
import type { Visit, VisitSummary } from '../../../shared/contract/visits.ts'
import { Speaker } from '../../../shared/domain/papers/speaker.ts'
import { addDays, at, dayOf, type WallTime } from '../../../shared/domain/time.ts'
import { client, once, words } from '../paper/documentData.ts'

/** What a paper of the house may say; what its kind says nothing of is empty. */
export interface OfficeData {
  resources: Resource[]
  bookings: Booking[]
  closures: Closure[]
  /** Stops of visits in order of time. */
  stops: { visit: VisitSummary | Visit; item: Item }[]
  visit: Visit | null
  printer: PrinterRow | null
  settings: OfficeSettings
  printedAt: WallTime
  speak: Speaker
}

export interface OfficeProps<Kind extends OfficeDocumentRequest['kind']> {
  request: Extract<OfficeDocumentRequest, { kind: Kind }>
  data: OfficeData
}

export async function loadOfficeData(request: OfficeDocumentRequest): Promise<OfficeData> {
  const [settings, state, people, own] = await Promise.all([
    once('settings', () => client.office.settings()),
    once('state', () => client.office.state()),
    request.language !== 'zh-CN' && NAMING.has(request.kind)
      ? once('people', () => client.resources.list({ kind: 'person' }))
      : [],
    ownData(request),
  ])
  return {
    resources: [],
    bookings: [],
    closures: [],
    stops: [],
    visit: null,
    printer: null,
    ...own,
    settings,
    printedAt: state.now,
    speak: new Speaker(request.language, words, people),
  }
}

/** Papers that name the staff. */
const NAMING = new Set<OfficeDocumentRequest['kind']>(['week-visits', 'separator'])

async function ownData(request: OfficeDocumentRequest): Promise<Partial<OfficeData>> {
  switch (request.kind) {
    case 'resource-schedule': {
      const span = spanOf(request.day, request.days)
      const [resources, bookings, closures] = await Promise.all([
        client.resources.list({ kind: request.resourceKind }),
        client.bookings.list({ ...span, kind: request.resourceKind }),
        client.resources.closures(span),
      ])
      return { resources, bookings, closures }
    }
    case 'room-sign': {
      const span = spanOf(request.day, 1)
      const [resources, bookings] = await Promise.all([
        client.resources.list({}),
        client.bookings.list({ ...span, resourceId: request.resource }),
      ])
      return { resources: resources.filter(each => each.id === request.resource), bookings }
    }
    case 'week-visits': {
      const last = addDays(request.day, 6)
      const visits = await client.visits.range({ from: request.day, until: last })
      const live = visits.filter(visit => visit.status !== 'cancelled')
      const stops = await Promise.all(
        live.map(async visit =>
          (await client.itinerary.list({ visitId: visit.id }))
            .filter(item => dayOf(item.startsAt) >= request.day && dayOf(item.startsAt) <= last)
            .map(item => ({ visit, item })),
        ),
      )
      return { stops: stops.flat().sort((a, b) => (a.item.startsAt < b.item.startsAt ? -1 : 1)) }
    }
    case 'test-page': {
      const printers = request.printer === '' ? [] : await client.print.printers()
      return { printer: printers.find(each => each.id === request.printer) ?? null }
    }
    case 'separator': {
      const visit = await once(`visit ${request.visit}`, () => client.visits.get({ id: request.visit }))
      const items = await once(`items ${request.visit}`, () => client.itinerary.list({ visitId: request.visit }))
      return {
        visit,
        stops: items.filter(item => dayOf(item.startsAt) === request.day).map(item => ({ visit, item })),
      }
    }
  }
}

const spanOf = (day: string, days: number) => ({ from: at(day, '00:00'), until: at(addDays(day, days), '00:00') })

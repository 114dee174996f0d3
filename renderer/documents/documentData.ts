import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createInstance } from 'i18next'
import en from '../../resources/locales/en.json'
import zh from '../../resources/locales/zh-CN.json'
import type { PlanVersion } from '../../shared/contract/approvals.ts'
import type { Attendee, Briefing } from '../../shared/contract/briefings.ts'
import type { Cost } from '../../shared/contract/budget.ts'
import type { Task } from '../../shared/contract/checklists.ts'
import type { contract } from '../../shared/contract/contract.ts'
import type { Meal } from '../../shared/contract/dining.ts'
import type { DocumentLanguage, DocumentRequest } from '../../shared/contract/documents.ts'
import type { Guest } from '../../shared/contract/guests.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import type { Stay } from '../../shared/contract/lodging.ts'
import type { OfficeSettings } from '../../shared/contract/office.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import type { OfficeRules } from '../../shared/contract/rules.ts'
import type { Assignment } from '../../shared/contract/staffing.ts'
import type { Allocation } from '../../shared/contract/supplies.ts'
import type { Ticket, Trip } from '../../shared/contract/transport.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import type { Duty } from '../../shared/domain/staffing.ts'
import type { WallTime } from '../../shared/domain/time.ts'

export interface DocumentData {
  visit: Visit
  guests: Guest[]
  items: Item[]
  rooms: Resource[]
  settings: OfficeSettings
  printedAt: WallTime
  /** The plan's version and the number of the visit's last change, `2.117`: a paper with another one is out of date. */
  version: string
  /** What the planning half knows; empty in documents that tell nothing of it. */
  plan: Planned
  label: (key: string, values?: Record<string, unknown>) => string
}

export interface Planned {
  rules: OfficeRules | null
  assignments: Assignment[]
  duties: Duty[]
  trips: Trip[]
  tickets: Ticket[]
  stays: Stay[]
  meals: Meal[]
  allocations: Allocation[]
  costs: Cost[]
  tasks: Task[]
  versions: PlanVersion[]
  briefing: Briefing | null
  attendees: Attendee[]
}

const NOTHING: Planned = {
  rules: null,
  assignments: [],
  duties: [],
  trips: [],
  tickets: [],
  stays: [],
  meals: [],
  allocations: [],
  costs: [],
  tasks: [],
  versions: [],
  briefing: null,
  attendees: [],
}

export const client: ContractRouterClient<typeof contract> = createORPCClient(
  new RPCLink({ url: () => `${window.location.protocol}//${window.location.host}/rpc` }),
)

/** Documents that tell of the visit, its guests and its itinerary only. */
const PLAIN = new Set<DocumentRequest['kind']>(['badges', 'itinerary', 'needs'])

/** Everything a document may say, asked for at once. */
export async function loadDocument(request: DocumentRequest): Promise<DocumentData> {
  const visitId = request.visit
  const badges = request.kind === 'badges'
  const [visit, guests, items, rooms, settings, state, history, plan] = await Promise.all([
    client.visits.get({ id: visitId }),
    client.guests.list({ visitId }),
    badges ? [] : client.itinerary.list({ visitId }),
    PLAIN.has(request.kind) ? [] : client.resources.list({ kind: 'room' }),
    client.office.settings(),
    client.office.state(),
    badges ? [] : client.history.list({ visitId, before: null }),
    PLAIN.has(request.kind) ? NOTHING : loadPlan(visitId),
  ])
  const change = history[0]?.number ?? 0
  return {
    visit,
    guests,
    items,
    rooms,
    settings,
    printedAt: state.now,
    version: visit.planNumber > 0 ? `${visit.planNumber}.${change}` : String(change),
    plan,
    label: labels(request.language),
  }
}

async function loadPlan(visitId: string): Promise<Planned> {
  const input = { visitId }
  const [
    rules,
    assignments,
    duties,
    trips,
    tickets,
    stays,
    meals,
    allocations,
    costs,
    tasks,
    versions,
    briefing,
    attendees,
  ] = await Promise.all([
    client.rules.get(),
    client.staffing.list(input),
    client.staffing.duties(input),
    client.trips.list(input),
    client.tickets.list(input),
    client.lodging.list(input),
    client.dining.list(input),
    client.allocations.list(input),
    client.costs.list(input),
    client.checklists.list(input),
    client.approvals.versions(input),
    client.briefings.get(input),
    client.attendees.list(input),
  ])
  return {
    rules,
    assignments,
    duties,
    trips,
    tickets,
    stays,
    meals,
    allocations,
    costs,
    tasks,
    versions,
    briefing,
    attendees,
  }
}

const i18n = createInstance()
void i18n.init({
  lng: 'zh-CN',
  initAsync: false,
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
})

/** The document's own words in its own language, or in both, whatever the window speaks. */
export function labels(language: DocumentLanguage): DocumentData['label'] {
  const chinese = i18n.getFixedT('zh-CN')
  const english = i18n.getFixedT('en')
  if (language === 'zh-CN') return (key, values) => chinese(key, values ?? {})
  if (language === 'en') return (key, values) => english(key, values ?? {})
  return (key, values) => {
    const both = [chinese(key, values ?? {}), english(key, values ?? {})]
    return both[0] === both[1] ? (both[0] ?? '') : both.join(' ')
  }
}

/** A name in the document's language: Latin where there is one and English is spoken, both side by side, or the Chinese. */
export function inLanguage(language: DocumentLanguage, chinese: string, latin: string): string {
  if (latin === '' || latin === chinese) return chinese
  if (language === 'en') return latin
  return language === 'both' ? `${chinese} ${latin}` : chinese
}

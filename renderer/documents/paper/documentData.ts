import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createInstance } from 'i18next'
import en from '../../../resources/locales/en.json'
import zh from '../../../resources/locales/zh-CN.json'
import type { PlanVersion } from '../../../shared/contract/approvals.ts'
import type { NamedDesign } from '../../../shared/contract/badges.ts'
import type { Attendee, Briefing } from '../../../shared/contract/briefings.ts'
import type { Cost } from '../../../shared/contract/budget.ts'
import type { Task } from '../../../shared/contract/checklists.ts'
import type { contract } from '../../../shared/contract/contract.ts'
import type { Meal } from '../../../shared/contract/dining.ts'
import type { DocumentRequest } from '../../../shared/contract/documents.ts'
import type { Guest } from '../../../shared/contract/guests.ts'
import type { Item } from '../../../shared/contract/itinerary.ts'
import type { Stay } from '../../../shared/contract/lodging.ts'
import type { OfficeSettings } from '../../../shared/contract/office.ts'
import type { LabelSheetRow, PrinterRow } from '../../../shared/contract/print.ts'
import type { Resource } from '../../../shared/contract/resources.ts'
import type { OfficeRules } from '../../../shared/contract/rules.ts'
import type { Seating } from '../../../shared/contract/seating.ts'
import type { Assignment } from '../../../shared/contract/staffing.ts'
import type { Allocation } from '../../../shared/contract/supplies.ts'
import type { Ticket, Trip } from '../../../shared/contract/transport.ts'
import type { Visit } from '../../../shared/contract/visits.ts'
import type { VISIT_ENGLISH } from '../../../shared/domain/english.ts'
import type { PaperLanguage } from '../../../shared/domain/language.ts'
import type { Duty } from '../../../shared/domain/plan/staffing.ts'
import type { WallTime } from '../../../shared/domain/time.ts'

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
  /** Who sits where. */
  seatings: Seating[]
  /** Of badges: what they are printed with. */
  badges: BadgeShop | null
  /** Staff by name, with their names in Latin letters. */
  people: ReadonlyMap<string, string>
  /** What it speaks. */
  language: PaperLanguage
  label: (key: string, values?: Record<string, unknown>) => string
}

export interface BadgeShop {
  design: NamedDesign
  sheet: LabelSheetRow | null
  printer: PrinterRow | null
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
const PLAIN = new Set<DocumentRequest['kind']>(['badges', 'itinerary', 'needs', 'feedback'])

/** A question that several papers of one page ask is asked once. */
const asked = new Map<string, Promise<unknown>>()
export function once<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const before = asked.get(key)
  if (before) return before as Promise<T>
  const answer = ask()
  asked.set(key, answer)
  return answer
}

/** Everything a document may say, asked for at once. */
export async function loadDocument(request: DocumentRequest): Promise<DocumentData> {
  const visitId = request.visit
  const badges = request.kind === 'badges'
  const plain = PLAIN.has(request.kind)
  const [visit, guests, items, rooms, people, settings, state, { version }, plan, seatings, shop] = await Promise.all([
    once(`visit ${visitId}`, () => client.visits.get({ id: visitId })),
    once(`guests ${visitId}`, () => client.guests.list({ visitId })),
    badges ? [] : once(`items ${visitId}`, () => client.itinerary.list({ visitId })),
    plain ? [] : once('rooms', () => client.resources.list({ kind: 'room' })),
    badges || request.language === 'zh-CN' ? [] : once('people', () => client.resources.list({ kind: 'person' })),
    once('settings', () => client.office.settings()),
    once('state', () => client.office.state()),
    once(`version ${visitId}`, () => client.print.version({ visitId })),
    plain ? NOTHING : once(`plan ${visitId}`, () => loadPlan(visitId)),
    plain ? [] : once(`seatings ${visitId}`, () => client.seating.list({ visitId })),
    badges ? loadBadges(request) : null,
  ])
  return {
    visit,
    guests,
    items,
    rooms,
    settings,
    printedAt: state.now,
    version,
    plan,
    seatings,
    badges: shop,
    label: labels(request.language),
    people: new Map(people.map(person => [person.name, person.latinName])),
    language: request.language,
  }
}

/** The design, the sheet of labels and the printer that badges are printed with. @throws where the named one is gone */
async function loadBadges(request: Extract<DocumentRequest, { kind: 'badges' }>): Promise<BadgeShop> {
  const [designs, sheets, printers] = await Promise.all([
    once('designs', () => client.badges.list()),
    once('sheets', () => client.print.labelSheets()),
    once('printers', () => client.print.printers()),
  ])
  const design = designs.find(each => each.id === request.design) ?? designs[0]
  if (!design) throw new Error('There is no badge design')
  return {
    design,
    sheet: sheets.find(each => each.id === request.sheet) ?? null,
    printer: printers.find(each => each.id === request.printer) ?? null,
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

/** The document's own words in its own language, or in both, whatever the window speaks; of marks one is enough. */
export function labels(language: PaperLanguage): DocumentData['label'] {
  const chinese = i18n.getFixedT('zh-CN')
  const english = i18n.getFixedT('en')
  if (language === 'zh-CN') return (key, values) => chinese(key, values ?? {})
  if (language === 'en') return (key, values) => english(key, values ?? {})
  return (key, values) => {
    if (key.startsWith('mark.')) return chinese(key)
    const [first, second] = [chinese(key, values ?? {}), english(key, values ?? {})]
    return first === second ? first : `${first} ${together(second)}`
  }
}

/** A label of a few words is not parted at the end of a line: it goes below the Chinese one as a whole. */
const together = (words: string): string => (words.length <= SHORT ? words.replaceAll(' ', '\u00a0') : words)
/** Characters that fit into the narrowest column with a label of several words. */
const SHORT = 14

/** A name in the document's language: Latin where there is one and English is spoken, both side by side, or the Chinese. */
export function inLanguage(language: PaperLanguage, chinese: string, latin: string): string {
  if (latin === '' || latin === chinese) return chinese
  if (language === 'en') return latin
  return language === 'both' ? `${chinese} ${latin}` : chinese
}

/** What is told of a visit, in the document's language. */
export const worded = (
  { visit, language }: Pick<DocumentData, 'visit' | 'language'>,
  field: (typeof VISIT_ENGLISH)[number],
): string => inLanguage(language, visit[field], visit[`${field}Latin`])

/** One of the staff, named in the document's language. */
export const staffName = ({ people, language }: Pick<DocumentData, 'people' | 'language'>, name: string): string =>
  inLanguage(language, name, people.get(name) ?? '')

/** Where a guest is from: the visit's organization, in the document's language, unless it is another. */
export const organizationOf = (
  guest: Pick<Guest, 'organization'>,
  of: Pick<DocumentData, 'visit' | 'language'>,
): string => (guest.organization === of.visit.organization ? worded(of, 'organization') : guest.organization)

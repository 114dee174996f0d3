import { budgetOf, plannedCosts } from '../../plan/budget.ts'
import { headsOf } from '../../visit.ts'
import {
  type Fact,
  fact,
  type HeadPart,
  type Line,
  lines,
  type Outline,
  type Part,
  type Run,
  small,
  strong,
} from '../outline.ts'
import { daysOf, joined, moment, type Speaker } from '../speaker.ts'
import type { Told, ToldGuest, ToldStop, ToldTask, ToldVisit } from '../told.ts'

/** Which paper is told, and whether it stays in the house: then it says how secret it is, where the office does. */
export interface PaperName {
  kind: string
  handedOut: boolean
}

/** A whole outline around its parts. */
export const outline = (
  told: Told,
  speak: Speaker,
  { kind }: PaperName,
  look: Pick<Outline, 'margin' | 'single'>,
  parts: readonly Part[],
): Outline => ({
  ...look,
  parts,
  title: `${speak.name(told.visit.title, told.visit.titleLatin)} ${speak.word(`documents.${kind}`)}`,
  company: speak.name(told.settings.companyName, told.settings.companyLatin),
  foot: [
    told.visit.code,
    `${speak.word('documents.version')} ${told.version}`,
    `${speak.word('documents.printed')} ${moment(told.printedAt)}`,
  ].join(' · '),
  pages: speak.word('documents.pageOf', { page: '{page}', pages: '{pages}' }),
})

/** The head of a paper: company, visit, the paper's name, some facts. */
export const head = (
  { visit, settings }: Told,
  speak: Speaker,
  { kind, handedOut }: PaperName,
  facts: readonly Fact[],
  more: { key?: string; startsPage?: boolean } = {},
): HeadPart => ({
  kind: 'head',
  key: more.key ?? 'head',
  company: speak.runs(settings.companyName, settings.companyLatin),
  title: speak.runs(visit.title, visit.titleLatin),
  paper: speak.word(`documents.${kind}`),
  secret: handedOut ? '' : settings.secretLevel,
  facts,
  ...(more.startsPage ? { startsPage: true } : {}),
})

export const daysFact = (visit: ToldVisit, speak: Speaker): Fact => fact(speak.word('fields.day'), daysOf(visit))

export const headsText = (visit: ToldVisit): string => String(headsOf(visit) || '')

export const coordinatorFact = (visit: ToldVisit, speak: Speaker, label = 'fields.coordinator'): Fact =>
  fact(speak.word(label), speak.person(visit.coordinator, visit.coordinatorPhone))

/** The person in charge of a stop, with the phone below. */
export const inChargeLines = (item: ToldStop, speak: Speaker): readonly Line[] =>
  lines(speak.staffRuns(item.personInCharge), small(item.phone))

/** What a stop is and where, for whoever has to be there. */
export const stopLines = (item: ToldStop, speak: Speaker): Line[] => [
  ...lines(strong(speak.contentRuns(item))),
  ...lines(small(speak.place(item))),
]

/** What is done where a stop cannot be held as planned. */
export const planBLines = (item: ToldStop, speak: Speaker): readonly Line[] =>
  lines(small(speak.noted('fields.planB', item.planB)))

/** Names of guests by id, in the order of precedence. */
export const guestNames = (ids: readonly string[], { guests }: Told, speak: Speaker): string[] =>
  guests.filter(guest => ids.includes(guest.id)).map(guest => speak.name(guest.name, guest.latinName))

/** Guests who take part in a stop. */
export const guestsAt = (item: ToldStop, { guests }: Told): readonly ToldGuest[] =>
  item.allGuests ? guests : guests.filter(guest => item.guestIds.includes(guest.id))

/** How and when a guest arrives. */
export const arrivalOf = (guest: ToldGuest): string => joined([guest.arrivalNumber, moment(guest.arrivalAt).slice(5)])

/** What is to be done, in the paper's language. */
export const taskRuns = (task: ToldTask, speak: Speaker): readonly Run[] => speak.runs(task.title, task.titleLatin)

/** What the plan costs by kind, and what was paid. */
export const budgetSums = ({ tickets, stays, meals, allocations, costs }: Told) =>
  budgetOf(plannedCosts({ tickets, stays, meals, gifts: allocations.filter(line => !line.returned) }), costs)

/** The title of the costs, with the currency. */
export const budgetTitle = ({ currency }: Told, speak: Speaker): string =>
  `${speak.word('section.budget')} (${currency})`

/** What a paper says where there is nothing to tell. */
export const nothing = (text: string): Part => ({ kind: 'text', key: 'none', lines: lines(text) })

import { Fragment } from 'react'
import type { DocumentRequest } from '../../../shared/contract/documents.ts'
import type { Item } from '../../../shared/contract/itinerary.ts'
import type { PaperLanguage } from '../../../shared/domain/language.ts'
import { budgetOf, plannedCosts } from '../../../shared/domain/plan/budget.ts'
import { dayOf } from '../../../shared/domain/time.ts'
import { type DocumentData, inLanguage } from './documentData.ts'
import { Content, ItineraryHead, placeOf, timeOf } from './itineraryParts.tsx'
import type { Block } from './Pages.tsx'

export interface DocumentProps<Kind extends DocumentRequest['kind']> {
  request: Extract<DocumentRequest, { kind: Kind }>
  data: DocumentData
}

/** Papers that guests and other houses are handed say nothing of secrecy. */
const HANDED_OUT = new Set<DocumentRequest['kind']>(['itinerary', 'needs', 'feedback', 'meal-notice'])
const isOfTheHouse = (kind: DocumentRequest['kind']): boolean => !HANDED_OUT.has(kind)

/** The head of a document: company, visit, the document's name, some facts. */
export function headBlock(
  data: DocumentData,
  request: DocumentRequest,
  facts: [string, string][],
  startsPage = false,
  key = 'head',
): Block {
  return {
    key,
    keepWithNext: true,
    startsPage,
    node: (
      <ItineraryHead
        data={data}
        language={request.language}
        title={data.label(`documents.${request.kind}`)}
        facts={facts}
        secret={isOfTheHouse(request.kind)}
      />
    ),
  }
}

/** What a PDF's outline calls a paper: the visit and the paper's name. */
export const headingOf = (kind: DocumentRequest['kind'], { visit, label }: DocumentData, language: PaperLanguage) =>
  `${inLanguage(language, visit.title, visit.titleLatin)} ${label(`documents.${kind}`)}`

/** `11-24 09:00–10:30`. */
export const whenOf = (item: Item): string => `${dayOf(item.startsAt).slice(5)} ${timeOf(item)}`

/** What a stop is and where, for whoever has to be there. */
export const stopText = (item: Item, data: DocumentData, request: DocumentRequest) => (
  <>
    <span className="what">
      <Content item={item} of={data} />
    </span>
    <div className="small">{placeOf(item, request.language)}</div>
  </>
)

/** Names one after the other: one of several words is not parted at the end of a line, and no line begins with the mark after it. */
export const Names = ({ names, label }: { names: readonly string[]; label: DocumentData['label'] }) => {
  const [mark, space] = [label('mark.list').trimEnd(), label('mark.list').endsWith(' ') ? ' ' : '']
  return names.map((name, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name; a paper's list never changes.
    <Fragment key={index}>
      <span className="together">
        {name}
        {index < names.length - 1 && mark}
      </span>
      {space}
    </Fragment>
  ))
}

/** Names of guests by id, in the order of precedence. */
export const guestNames = (ids: readonly string[], data: DocumentData, request: DocumentRequest): string[] =>
  data.guests
    .filter(guest => ids.includes(guest.id))
    .map(guest => inLanguage(request.language, guest.name, guest.latinName))

/** Guests who take part in a stop. */
export const guestsAt = (item: Item, data: DocumentData) =>
  item.allGuests ? data.guests : data.guests.filter(guest => item.guestIds.includes(guest.id))

export const moment = (time: string | null): string => time?.replace('T', ' ') ?? ''

/** What the plan costs by kind, and what was paid. */
export const budgetSums = ({ plan }: DocumentData) =>
  budgetOf(
    plannedCosts({
      tickets: plan.tickets,
      stays: plan.stays,
      meals: plan.meals,
      gifts: plan.allocations.filter(line => !line.returned),
    }),
    plan.costs,
  )

/** Lines to write on by hand. */
export const writeLines = (key: string, count: number): Block => ({
  key,
  keepWithNext: false,
  node: (
    <div className="write-lines">
      {Array.from({ length: count }, (_, index) => (
        <i key={`${key}-${String(index)}`} />
      ))}
    </div>
  ),
})

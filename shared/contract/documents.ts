import { z } from 'zod'
import { PAPER_LANGUAGES } from '../domain/language.ts'
import type { PaperPart, PaperWish } from '../domain/papers/kinds.ts'
import type { Outline } from '../domain/papers/outline.ts'
import { briefingOutline } from '../domain/papers/outlines/briefing.ts'
import { checklistOutline } from '../domain/papers/outlines/checklist.ts'
import { closingReportOutline } from '../domain/papers/outlines/closingReport.ts'
import type { PaperName } from '../domain/papers/outlines/common.ts'
import { dispatchOutline } from '../domain/papers/outlines/dispatch.ts'
import { internalItineraryOutline } from '../domain/papers/outlines/internalItinerary.ts'
import { itineraryOutline } from '../domain/papers/outlines/itinerary.ts'
import { mealNoticeOutline } from '../domain/papers/outlines/mealNotice.ts'
import { needsOutline } from '../domain/papers/outlines/needs.ts'
import { planOutline } from '../domain/papers/outlines/plan.ts'
import { runSheetsOutline } from '../domain/papers/outlines/runSheets.ts'
import { suppliesOutline } from '../domain/papers/outlines/supplies.ts'
import { fullerSheet, labelPaper, PAPERS, type Size } from '../domain/papers/sheets.ts'
import type { Speaker } from '../domain/papers/speaker.ts'
import type { Told } from '../domain/papers/told.ts'
import type { Entity } from './errors.ts'
import { day, id, queryOf } from './fields.ts'
import { resourceKind } from './resources.ts'

export const documentLanguage = z.enum(PAPER_LANGUAGES)

/** A comma-separated list in an address. */
const idList = z
  .union([z.array(id), z.string().transform(value => (value === '' ? [] : value.split(',')))])
  .pipe(z.array(id))

const language = documentLanguage.default('zh-CN')
const base = { visit: id, language }
/** An id, or nothing: the first, or all. */
const maybe = z.union([z.literal(''), id]).default('')
const count = z.coerce.number().int().min(0).max(800).default(0)

/** The page that a paper's address asks for. */
type PageOf<Options extends z.ZodRawShape> = (options: z.infer<z.ZodObject<Options>>) => Size

interface Rules<Options extends z.ZodRawShape> {
  page: PageOf<Options>
  /** What it wants before it says anything. */
  needs: readonly PaperWish[]
  /** What of the visit it reads: the host hands it this and nothing more. */
  reads: readonly PaperPart[]
  /** The tables whose changes make a printed one old. */
  staleBy: readonly Entity[]
  /** Handed to guests or other houses: it says nothing of secrecy. */
  handedOut: boolean
  /** Tells of the stops, so that it wants their English where it speaks it. */
  tellsStops: boolean
  /** What it says; null for what is drawn: badges, cards, signs, seats. */
  outline: ((told: Told, speak: Speaker, paper: PaperName, options: z.infer<z.ZodObject<Options>>) => Outline) | null
}

/** One kind of paper of a visit, whole: a rule that is left out does not compile. */
function paper<const Kind extends string, Options extends z.ZodRawShape>(
  kind: Kind,
  options: Options,
  { page, outline, ...rules }: Rules<Options>,
) {
  const shape = z.object(options)
  return {
    ...rules,
    kind,
    schema: z.object({ kind: z.literal(kind), ...base, ...options }),
    /** @param request its address, whatever else stands in it. */
    page: (request: object): Size => page(shape.parse(request)),
    /** What it says; null where it is drawn. */
    outline: (told: Told, speak: Speaker, request: object): Outline | null =>
      outline?.(told, speak, { kind, handedOut: rules.handedOut }, shape.parse(request)) ?? null,
  }
}

const a4 = (): Size => PAPERS.a4
const signPage = (options: { paper: 'a4' | 'a3' }): Size =>
  options.paper === 'a3' ? PAPERS.a3Landscape : PAPERS.a4Landscape

/**
 * Every kind of paper of one visit, in the order they are offered: what guests get, what helps at the door, what the house works with.
 * A new one stands here, has an outline in `domain/papers/outlines` (or a drawing in `renderer/documents`), and its name in the locales.
 */
export const VISIT_PAPER = {
  badges: paper(
    'badges',
    {
      /** The badge design; the first one where none is named. */
      design: maybe,
      /** One badge a page (card or label printer), many on A4 with crop marks, or a sheet of labels by its id. */
      sheet: z.union([z.enum(['single', 'a4']), id]).default('a4'),
      /** Labels already taken from the first sheet. */
      used: count,
      /** Whose test page corrects the print; none where none is named. */
      printer: maybe,
      /** Only these guests; all where none is named. */
      guests: idList.default([]),
    },
    {
      // A badge's page follows from its design: see badgePage.
      page: a4,
      needs: ['guests'],
      reads: ['guests', 'badges'],
      staleBy: ['visit', 'guest'],
      handedOut: false,
      tellsStops: false,
      outline: null,
    },
  ),
  itinerary: paper(
    'itinerary',
    { paper: z.enum(['a4', 'a5']).default('a4') },
    {
      page: options => (options.paper === 'a5' ? PAPERS.a5 : PAPERS.a4),
      needs: ['items', 'coordinator'],
      reads: ['items'],
      staleBy: ['visit', 'itineraryItem', 'booking'],
      handedOut: true,
      tellsStops: true,
      outline: itineraryOutline,
    },
  ),
  /** What is held up at the airport: one trip's words, or a sign for each; the delegation's where no trip says any. */
  'pickup-sign': paper(
    'pickup-sign',
    { paper: z.enum(['a4', 'a3']).default('a4'), trip: maybe },
    {
      page: signPage,
      needs: ['guestsOrSign'],
      reads: ['guests', 'items', 'trips'],
      staleBy: ['visit', 'guest', 'trip'],
      handedOut: false,
      tellsStops: false,
      outline: null,
    },
  ),
  /** Folded cards, the upper face turned; in the order of a stop's seats where one is named. */
  'table-cards': paper(
    'table-cards',
    {
      card: z.enum(['200x100', '210x140']).default('200x100'),
      item: maybe,
      guests: idList.default([]),
      /** With the house's own people who sit there. */
      staff: z.enum(['yes', 'no']).default('yes'),
    },
    {
      page: a4,
      needs: ['guests'],
      reads: ['guests', 'items', 'assignments', 'trips', 'seatings'],
      staleBy: ['guest', 'seating', 'assignment'],
      handedOut: false,
      tellsStops: false,
      outline: null,
    },
  ),
  /** One stop's or car's seats a page; all of the visit where none is named. */
  'seating-plan': paper(
    'seating-plan',
    { seating: maybe },
    {
      page: a4,
      needs: ['seating'],
      reads: ['guests', 'items', 'assignments', 'trips', 'seatings'],
      staleBy: ['guest', 'seating', 'assignment', 'itineraryItem'],
      handedOut: false,
      tellsStops: true,
      outline: null,
    },
  ),
  feedback: paper(
    'feedback',
    {},
    { page: a4, needs: [], reads: [], staleBy: ['visit'], handedOut: true, tellsStops: false, outline: null },
  ),
  /** One vehicle's trip a page; all of the visit where none is named. */
  dispatch: paper(
    'dispatch',
    { trip: maybe },
    {
      page: () => PAPERS.a5,
      needs: ['trips'],
      reads: ['guests', 'items', 'trips'],
      staleBy: ['visit', 'guest', 'itineraryItem', 'trip'],
      handedOut: false,
      tellsStops: true,
      outline: dispatchOutline,
    },
  ),
  'itinerary-internal': paper(
    'itinerary-internal',
    {},
    {
      page: () => PAPERS.a4Landscape,
      needs: ['items'],
      reads: ['items', 'rooms', 'assignments', 'trips', 'meals'],
      staleBy: ['visit', 'guest', 'itineraryItem', 'booking', 'assignment', 'trip', 'meal'],
      handedOut: false,
      tellsStops: true,
      outline: internalItineraryOutline,
    },
  ),
  /** One person's day; a page for everybody where none is named. */
  'run-sheet': paper(
    'run-sheet',
    { person: z.string().max(80).default('') },
    {
      page: a4,
      needs: ['duties'],
      reads: ['guests', 'items', 'duties', 'trips', 'tasks'],
      staleBy: ['visit', 'itineraryItem', 'booking', 'assignment', 'trip', 'task'],
      handedOut: false,
      tellsStops: true,
      outline: runSheetsOutline,
    },
  ),
  /** For the restaurant: one meal a page. */
  'meal-notice': paper(
    'meal-notice',
    {},
    {
      page: a4,
      needs: ['meals'],
      reads: ['items', 'meals'],
      staleBy: ['visit', 'guest', 'itineraryItem', 'meal'],
      handedOut: true,
      tellsStops: true,
      outline: mealNoticeOutline,
    },
  ),
  checklist: paper(
    'checklist',
    {},
    {
      page: a4,
      needs: ['tasks'],
      reads: ['tasks'],
      staleBy: ['visit', 'task'],
      handedOut: false,
      tellsStops: false,
      outline: checklistOutline,
    },
  ),
  supplies: paper(
    'supplies',
    {},
    {
      page: a4,
      needs: ['allocations'],
      reads: ['allocations'],
      staleBy: ['visit', 'allocation'],
      handedOut: false,
      tellsStops: false,
      outline: suppliesOutline,
    },
  ),
  /** The hand-out of the internal meeting. */
  briefing: paper(
    'briefing',
    {},
    {
      page: a4,
      needs: ['briefing'],
      reads: ['guests', 'items', 'rooms', 'duties', 'briefing', 'attendees'],
      staleBy: ['visit', 'itineraryItem', 'booking', 'assignment', 'trip', 'briefing', 'attendee'],
      handedOut: false,
      tellsStops: true,
      outline: briefingOutline,
    },
  ),
  /** The whole reception plan, with the block for signatures. */
  plan: paper(
    'plan',
    {},
    {
      page: a4,
      needs: ['items'],
      reads: [
        'guests',
        'items',
        'assignments',
        'trips',
        'tickets',
        'stays',
        'meals',
        'allocations',
        'costs',
        'approval',
      ],
      staleBy: [
        'visit',
        'guest',
        'itineraryItem',
        'booking',
        'assignment',
        'trip',
        'ticket',
        'stay',
        'meal',
        'allocation',
        'cost',
      ],
      handedOut: false,
      tellsStops: true,
      outline: planOutline,
    },
  ),
  /** What the other side is asked; blank to be filled by hand, or with what is known. */
  needs: paper(
    'needs',
    { filled: z.enum(['yes', 'no']).default('yes') },
    {
      page: a4,
      needs: [],
      reads: ['guests'],
      staleBy: ['visit', 'guest'],
      handedOut: true,
      tellsStops: false,
      outline: needsOutline,
    },
  ),
  /** What happened, what it cost, what is still to be done. */
  'closing-report': paper(
    'closing-report',
    {},
    {
      page: a4,
      needs: ['items'],
      reads: ['items', 'assignments', 'tickets', 'stays', 'meals', 'allocations', 'costs', 'tasks'],
      staleBy: ['visit', 'itineraryItem', 'cost', 'allocation', 'task'],
      handedOut: false,
      tellsStops: true,
      outline: closingReportOutline,
    },
  ),
}

export type DocumentKind = keyof typeof VISIT_PAPER

/** Every kind of a visit's documents, in the order they are offered. */
export const DOCUMENT_KINDS = z.enum(Object.values(VISIT_PAPER).map(each => each.kind)).options

/** What a document's address asks for; the same for preview, print and PDF. Badges stand first in the record. */
export const documentRequest = z.discriminatedUnion('kind', [
  VISIT_PAPER.badges.schema,
  ...Object.values(VISIT_PAPER)
    .slice(1)
    .map(each => each.schema),
])
export type DocumentRequest = z.infer<typeof documentRequest>

/** Papers of the house and not of one visit. */
export const officeDocumentRequest = z.discriminatedUnion('kind', [
  /** A day or a week of the rooms, vehicles or people. */
  z.object({
    kind: z.literal('resource-schedule'),
    language,
    resourceKind,
    day,
    days: z.coerce
      .number()
      .pipe(z.union([z.literal(1), z.literal(7)]))
      .default(1),
    paper: z.enum(['a4', 'a3']).default('a4'),
  }),
  /** What is on in a room on a day, to hang at its door. */
  z.object({ kind: z.literal('room-sign'), language, resource: id, day }),
  /** The visits of seven days with all that is in them: a part of the week's back-up. */
  z.object({ kind: z.literal('week-visits'), language, day }),
  /** The page by which a printer is measured. */
  z.object({ kind: z.literal('test-page'), language, printer: maybe }),
  /** A page between the papers of one visit and the next. */
  z.object({ kind: z.literal('separator'), language, visit: id, day }),
])
export type OfficeDocumentRequest = z.infer<typeof officeDocumentRequest>

/** Any one paper, by its address. */
export const paperRequest = z.discriminatedUnion('kind', [...documentRequest.options, ...officeDocumentRequest.options])
export type PaperRequest = z.infer<typeof paperRequest>
/** A paper as it is asked for: what is left out is as usual. */
export type PaperAsked = z.input<typeof paperRequest>

/** Several papers as one, each on paper of its own size. */
export const bundleRequest = z.object({
  kind: z.literal('bundle'),
  /** In an address, as JSON. */
  papers: z
    .union([z.array(z.unknown()), z.string().transform((value, context) => parsed(value, context))])
    .pipe(z.array(paperRequest).min(1).max(500)),
})

function parsed(value: string, context: z.core.$RefinementCtx): unknown {
  try {
    return JSON.parse(value)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    context.addIssue({ code: 'custom', message: 'notJson' })
    return z.NEVER
  }
}

const OFFICE_KINDS = new Set<string>(officeDocumentRequest.options.map(option => option.shape.kind.value))

export const isOfficeDocument = (request: PaperRequest): request is OfficeDocumentRequest =>
  OFFICE_KINDS.has(request.kind)

/** Table cards, mm: the folded card's face; the flat card is twice as high. */
export const TABLE_CARDS = {
  '200x100': { width: 200, height: 100 },
  '210x140': { width: 210, height: 140 },
} as const satisfies Record<string, Size>

/** The page of a document whose size the address alone tells; a badge's page follows from its design (`badgePage`). */
export function pageOf(request: Exclude<PaperRequest, { kind: 'badges' }>): Size {
  if (!isOfficeDocument(request)) return VISIT_PAPER[request.kind].page(request)
  switch (request.kind) {
    case 'resource-schedule':
      return request.paper === 'a3' ? PAPERS.a3Landscape : PAPERS.a4Landscape
    case 'room-sign':
    case 'week-visits':
      return PAPERS.a4Landscape
    case 'test-page':
    case 'separator':
      return PAPERS.a4
  }
}

/** The page of badges: the badge itself, A4 the way up that takes more of them, or the sheet of labels. */
export function badgePage(size: Size, sheet: 'single' | 'a4' | { paper: 'a4' | 'letter' }): Size {
  return sheet === 'single' ? size : sheet === 'a4' ? fullerSheet(size) : labelPaper(sheet)
}

/** The query string of a document's address, without the question mark. */
export const documentQuery = (request: PaperAsked): string => queryOf(request)

/** The rest of the address of several papers as one: they stand in its fragment, which may be as long as it must. */
export const bundleQuery = (papers: readonly PaperAsked[]): string =>
  `kind=bundle#${new URLSearchParams({ papers: JSON.stringify(papers) })}`

import { z } from 'zod'
import { PAPER_LANGUAGES } from '../domain/language.ts'
import { VISIT_PAPERS, type VisitPaper } from '../domain/papers/kinds.ts'
import { fullerSheet, labelPaper, PAPERS, type Size } from '../domain/papers/sheets.ts'
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

/** What a document's address asks for; the same for preview, print and PDF. */
export const documentRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('badges'),
    ...base,
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
  }),
  z.object({ kind: z.literal('itinerary'), ...base, paper: z.enum(['a4', 'a5']).default('a4') }),
  z.object({ kind: z.literal('itinerary-internal'), ...base }),
  /** The whole reception plan, with the block for signatures. */
  z.object({ kind: z.literal('plan'), ...base }),
  /** What the other side is asked; blank to be filled by hand, or with what is known. */
  z.object({ kind: z.literal('needs'), ...base, filled: z.enum(['yes', 'no']).default('yes') }),
  /** One person's day; a page for everybody where none is named. */
  z.object({ kind: z.literal('run-sheet'), ...base, person: z.string().max(80).default('') }),
  /** One vehicle's trip a page; all of the visit where none is named. */
  z.object({ kind: z.literal('dispatch'), ...base, trip: maybe }),
  /** For the restaurant: one meal a page. */
  z.object({ kind: z.literal('meal-notice'), ...base }),
  z.object({ kind: z.literal('checklist'), ...base }),
  z.object({ kind: z.literal('supplies'), ...base }),
  /** The hand-out of the internal meeting. */
  z.object({ kind: z.literal('briefing'), ...base }),
  /** What is held up at the airport: one trip's words, or a sign for each; the delegation's where no trip says any. */
  z.object({ kind: z.literal('pickup-sign'), ...base, paper: z.enum(['a4', 'a3']).default('a4'), trip: maybe }),
  /** Folded cards, the upper face turned; in the order of a stop's seats where one is named. */
  z.object({
    kind: z.literal('table-cards'),
    ...base,
    card: z.enum(['200x100', '210x140']).default('200x100'),
    item: maybe,
    guests: idList.default([]),
    /** With the house's own people who sit there. */
    staff: z.enum(['yes', 'no']).default('yes'),
  }),
  /** One stop's or car's seats a page; all of the visit where none is named. */
  z.object({ kind: z.literal('seating-plan'), ...base, seating: maybe }),
  z.object({ kind: z.literal('feedback'), ...base }),
  /** What happened, what it cost, what is still to be done. */
  z.object({ kind: z.literal('closing-report'), ...base }),
])
export type DocumentRequest = z.infer<typeof documentRequest>
export type DocumentKind = DocumentRequest['kind']

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

/** Every kind of a visit's documents, in the order they are offered. */
export const DOCUMENT_KINDS = VISIT_PAPERS satisfies readonly DocumentKind[] & readonly VisitPaper[]

/** Table cards, mm: the folded card's face; the flat card is twice as high. */
export const TABLE_CARDS = {
  '200x100': { width: 200, height: 100 },
  '210x140': { width: 210, height: 140 },
} as const satisfies Record<string, Size>

/** The page of a document whose size the address alone tells; a badge's page follows from its design (`badgePage`). */
export function pageOf(request: Exclude<PaperRequest, { kind: 'badges' }>): Size {
  switch (request.kind) {
    case 'resource-schedule':
      return request.paper === 'a3' ? PAPERS.a3Landscape : PAPERS.a4Landscape
    case 'room-sign':
    case 'itinerary-internal':
    case 'week-visits':
      return PAPERS.a4Landscape
    case 'pickup-sign':
      return request.paper === 'a3' ? PAPERS.a3Landscape : PAPERS.a4Landscape
    case 'itinerary':
      return request.paper === 'a5' ? PAPERS.a5 : PAPERS.a4
    case 'dispatch':
      return PAPERS.a5
    default:
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

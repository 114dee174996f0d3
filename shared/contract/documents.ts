import { z } from 'zod'
import { BADGE_SIZES, type BadgeSize, fullerSheet, PAPERS, type Size } from '../domain/sheets.ts'
import { day, id } from './fields.ts'
import { resourceKind } from './resources.ts'

export const documentLanguage = z.enum(['zh-CN', 'en', 'both'])
export type DocumentLanguage = z.infer<typeof documentLanguage>

/** A comma-separated list in an address. */
const idList = z
  .string()
  .transform(value => (value === '' ? [] : value.split(',')))
  .pipe(z.array(id))

const base = { visit: id, language: documentLanguage.default('zh-CN') }

/** What a document's address asks for; the same for preview, print and PDF. */
export const documentRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('badges'),
    ...base,
    size: z.enum(Object.keys(BADGE_SIZES) as [BadgeSize, ...BadgeSize[]]).default('90x54'),
    /** One badge a page (card or label printer), or many on A4 with crop marks. */
    sheet: z.enum(['single', 'a4']).default('a4'),
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
  z.object({ kind: z.literal('dispatch'), ...base, trip: z.union([z.literal(''), id]).default('') }),
  /** For the restaurant: one meal a page. */
  z.object({ kind: z.literal('meal-notice'), ...base }),
  z.object({ kind: z.literal('checklist'), ...base }),
  z.object({ kind: z.literal('supplies'), ...base }),
  /** The hand-out of the internal meeting. */
  z.object({ kind: z.literal('briefing'), ...base }),
])
export type DocumentRequest = z.infer<typeof documentRequest>
export type DocumentKind = DocumentRequest['kind']

/** Papers of the house and not of one visit. */
export const officeDocumentRequest = z.discriminatedUnion('kind', [
  /** A day or a week of the rooms, vehicles or people. */
  z.object({
    kind: z.literal('resource-schedule'),
    language: documentLanguage.default('zh-CN'),
    resourceKind,
    day,
    days: z.coerce
      .number()
      .pipe(z.union([z.literal(1), z.literal(7)]))
      .default(1),
    paper: z.enum(['a4', 'a3']).default('a4'),
  }),
  /** What is on in a room on a day, to hang at its door. */
  z.object({ kind: z.literal('room-sign'), language: documentLanguage.default('zh-CN'), resource: id, day }),
])
export type OfficeDocumentRequest = z.infer<typeof officeDocumentRequest>

/** Any paper, by its address. */
export const paperRequest = z.discriminatedUnion('kind', [...documentRequest.options, ...officeDocumentRequest.options])
export type PaperRequest = z.infer<typeof paperRequest>

export const isOfficeDocument = (request: PaperRequest): request is OfficeDocumentRequest =>
  request.kind === 'resource-schedule' || request.kind === 'room-sign'

/** Every kind of document, in the order they are offered. */
export const DOCUMENT_KINDS = [
  'badges',
  'itinerary',
  'itinerary-internal',
  'plan',
  'needs',
  'run-sheet',
  'dispatch',
  'meal-notice',
  'checklist',
  'supplies',
  'briefing',
] as const satisfies readonly DocumentKind[]

/** The exact page of a document, mm. */
export function pageOf(request: PaperRequest): Size {
  switch (request.kind) {
    case 'resource-schedule':
      return request.paper === 'a3' ? PAPERS.a3Landscape : PAPERS.a4Landscape
    case 'room-sign':
      return PAPERS.a4Landscape
    case 'badges':
      return request.sheet === 'single' ? BADGE_SIZES[request.size] : fullerSheet(BADGE_SIZES[request.size])
    case 'itinerary':
      return request.paper === 'a5' ? PAPERS.a5 : PAPERS.a4
    case 'itinerary-internal':
      return PAPERS.a4Landscape
    case 'dispatch':
      return PAPERS.a5
    default:
      return PAPERS.a4
  }
}

/** The query string of a document's address, without the question mark. */
export function documentQuery(request: z.input<typeof paperRequest>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(request)) {
    if (value !== undefined && value !== '') query.set(key, String(value))
  }
  return query.toString()
}

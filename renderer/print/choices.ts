import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { z } from 'zod'
import {
  badgePage,
  type DocumentKind,
  documentRequest,
  type PaperAsked,
  pageOf,
} from '../../shared/contract/documents.ts'
import type { PaperLanguage } from '../../shared/domain/language.ts'
import type { Size } from '../../shared/domain/papers/sheets.ts'
import { query } from '../base/client.ts'

const KEPT = 'yingbin.print'

const choiceFields = z.object({
  language: z.enum(['zh-CN', 'en', 'both']),
  /** The badge design by id, '' for the first; a sheet is `single`, `a4` or a sheet of labels by id. */
  design: z.string(),
  sheet: z.string(),
  printer: z.string(),
  paper: z.enum(['a4', 'a5']),
  sign: z.enum(['a4', 'a3']),
  card: z.enum(['200x100', '210x140']),
  staff: z.enum(['yes', 'no']),
  filled: z.enum(['yes', 'no']),
})
export type Choice = z.infer<typeof choiceFields>

/** What one chose last on this computer; what is kept and no longer understood is as usual. */
function keptChoice(paper: 'a4' | 'a5'): Choice {
  const usual: Choice = {
    language: 'zh-CN',
    design: '',
    sheet: 'a4',
    printer: '',
    paper,
    sign: 'a4',
    card: '200x100',
    staff: 'yes',
    filled: 'no',
  }
  const kept = window.localStorage.getItem(KEPT)
  const read = kept === null ? null : choiceFields.partial().safeParse(parsed(kept))
  return { ...usual, ...(read?.success ? (read.data as Partial<Choice>) : {}) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** How papers are printed on this computer, remembered; what was chosen and is gone (a design, a sheet, a printer) falls back. */
export function useChoice() {
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const { data: designs = [] } = useQuery(query.badges.list.queryOptions())
  const { data: sheets = [] } = useQuery(query.print.labelSheets.queryOptions())
  const { data: printers = [] } = useQuery(query.print.printers.queryOptions())
  const [kept, setKept] = useState(() => keptChoice(settings?.paper ?? 'a4'))
  const set = useCallback((patch: Partial<Choice>) => {
    setKept(before => {
      const next = { ...before, ...patch }
      window.localStorage.setItem(KEPT, JSON.stringify(next))
      return next
    })
  }, [])
  const design = designs.find(each => each.id === kept.design) ?? designs[0] ?? null
  const sheet = sheets.find(each => each.id === kept.sheet) ?? null
  const choice: Choice = {
    ...kept,
    design: design?.id ?? '',
    sheet: sheet || kept.sheet === 'single' ? kept.sheet : 'a4',
    printer: printers.some(each => each.id === kept.printer) ? kept.printer : '',
  }
  return { choice, set, design, sheet, designs, sheets, printers }
}
export type Choosing = ReturnType<typeof useChoice>

export interface Only {
  guests?: readonly string[]
  person?: string
  trip?: string
  item?: string
  seating?: string
  /** Labels gone from the sheet; what the office remembers where nothing is said. */
  used?: number
}

type DocumentAsked = Extract<PaperAsked, { visit: string; kind: DocumentKind }>

/** What the preview, the printer and the PDF are asked for. */
export function requestOf(visit: string, kind: DocumentKind, choosing: Choosing, only: Only = {}): DocumentAsked {
  const { choice, sheet } = choosing
  const language: PaperLanguage = choice.language
  switch (kind) {
    case 'badges':
      return {
        kind,
        visit,
        language,
        design: choice.design,
        sheet: choice.sheet,
        used: sheet ? (only.used ?? sheet.used) : 0,
        printer: choice.printer,
        guests: [...(only.guests ?? [])],
      }
    case 'itinerary':
      return { kind, visit, language, paper: choice.paper }
    case 'needs':
      return { kind, visit, language, filled: choice.filled }
    case 'run-sheet':
      return { kind, visit, language, person: only.person ?? '' }
    case 'dispatch':
      return { kind, visit, language, trip: only.trip ?? '' }
    case 'pickup-sign':
      return { kind, visit, language, paper: choice.sign, trip: only.trip ?? '' }
    case 'table-cards':
      return {
        kind,
        visit,
        language,
        card: choice.card,
        staff: choice.staff,
        item: only.item ?? '',
        guests: [...(only.guests ?? [])],
      }
    case 'seating-plan':
      return { kind, visit, language, seating: only.seating ?? '' }
    default:
      return { kind, visit, language }
  }
}

/** The page a document is printed on, mm. */
export function pageSize(asked: DocumentAsked, { design, sheet }: Pick<Choosing, 'design' | 'sheet'>): Size {
  const request = documentRequest.parse(asked)
  if (request.kind !== 'badges') return pageOf(request)
  const size = design?.design.size ?? { width: 90, height: 54 }
  return badgePage(size, request.sheet === 'single' ? 'single' : (sheet ?? 'a4'))
}

import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { PAPER_NEEDS } from '../domain/papers/kinds.ts'
import { labelProblems } from '../domain/papers/sheets.ts'
import { planVersion } from './approvals.ts'
import { namedDesign } from './badges.ts'
import { attendee, briefing } from './briefings.ts'
import { cost } from './budget.ts'
import { task } from './checklists.ts'
import { meal } from './dining.ts'
import { DOCUMENT_KINDS, documentLanguage, documentRequest, type PaperAsked, paperRequest } from './documents.ts'
import { NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, day, id, required, revision, text, wallTime } from './fields.ts'
import { guest } from './guests.ts'
import { item } from './itinerary.ts'
import { stay } from './lodging.ts'
import { officeSettings } from './office.ts'
import { asks, patchOf } from './procedure.ts'
import { resource } from './resources.ts'
import { seatingLine } from './seating.ts'
import { assignment, duty } from './staffing.ts'
import { allocation } from './supplies.ts'
import { ticket, trip } from './transport.ts'
import { visit } from './visits.ts'

const mm = z.number().min(0).max(500)

export const labelSheetFields = z.object({
  name: required(60),
  paper: z.enum(['a4', 'letter']),
  labelWidth: z.number().min(10).max(300),
  labelHeight: z.number().min(10).max(300),
  columns: z.int().min(1).max(20),
  rows: z.int().min(1).max(40),
  left: mm,
  top: mm,
  pitchX: mm,
  pitchY: mm,
  radius: mm,
})

export const labelSheet = labelSheetFields.extend({
  id,
  /** Where its measures are from; empty for one's own. */
  source: z.string(),
  /** Labels already taken from the sheet in use. */
  used: z.int(),
  revision,
})
export type LabelSheetRow = z.infer<typeof labelSheet>

export const printerFields = z.object({
  name: required(80),
  /** What the test page measured, mm to a tenth. */
  cornerX: z.number().min(10).max(30),
  cornerY: z.number().min(10).max(30),
  across: z.number().min(140).max(160),
  down: z.number().min(190).max(210),
})
export const printerRow = printerFields.extend({ id, revision })
export type PrinterRow = z.infer<typeof printerRow>

const printed = z.object({
  number: z.int(),
  at: wallTime,
  actor: z.string(),
  visitId: id.nullable(),
  visitTitle: z.string(),
  kind: z.string(),
  language: documentLanguage,
  version: z.string(),
  design: z.string(),
  guests: z.array(z.string()),
  means: z.enum(['dialog', 'printer', 'pdf']),
  printer: z.string(),
})
export type Printed = z.infer<typeof printed>

/**
 * Everything that one paper of a visit says: the visit, the office and the staff's names, and of the rest what its kind reads; what it
 * does not read is empty. Health, religion and ethnicity of guests are masked.
 */
export const paperData = z.object({
  visit,
  settings: officeSettings,
  /** ISO 4217. */
  currency: z.string(),
  printedAt: wallTime,
  version: z.string(),
  /** Staff with a name in Latin letters; none where no English is spoken. */
  people: z.array(z.object({ name: z.string(), latinName: z.string() })),
  guests: z.array(guest).default([]),
  items: z.array(item).default([]),
  /** Rooms that its stops and its briefing hold. */
  rooms: z.array(resource).default([]),
  assignments: z.array(assignment).default([]),
  duties: z.array(duty).default([]),
  trips: z.array(trip).default([]),
  tickets: z.array(ticket).default([]),
  stays: z.array(stay).default([]),
  meals: z.array(meal).default([]),
  allocations: z.array(allocation).default([]),
  costs: z.array(cost).default([]),
  tasks: z.array(task).default([]),
  briefing: briefing.nullable().default(null),
  attendees: z.array(attendee).default([]),
  /** Who signs the plan of a visit of its grade, in order. */
  chain: z.array(z.object({ title: z.string() })).default([]),
  approval: planVersion.nullable().default(null),
  seatings: z.array(seatingLine).default([]),
  /** What badges are printed with. */
  badges: z
    .object({ design: namedDesign, sheet: labelSheet.nullable(), printer: printerRow.nullable() })
    .nullable()
    .default(null),
})
export type PaperData = z.infer<typeof paperData>

/** Sheets of labels, printers, what is ready to be printed and what was. */
export const print = {
  /** What each paper of a visit still misses, and when it was last printed. */
  gallery: asks('read')
    .errors({ NOT_FOUND })
    .input(z.object({ visitId: id }))
    .output(
      z.object({
        papers: z.array(
          z.object({
            kind: z.enum(DOCUMENT_KINDS),
            /** The version it would be printed in now. */
            version: z.string(),
            misses: z.array(z.enum(PAPER_NEEDS)),
            last: z
              .object({ at: wallTime, actor: z.string(), version: z.string(), language: documentLanguage })
              .nullable(),
          }),
        ),
      }),
    ),
  /** Hands a paper of a visit everything that it says, at once. */
  paper: asks('read').errors({ NOT_FOUND }).input(documentRequest).output(paperData),
  /** What the foot of a visit's papers says: the plan's version and the number of its last change, `2.117`. */
  version: asks('read')
    .input(z.object({ visitId: id }))
    .output(z.object({ version: z.string() })),
  /**
   * Writes down that papers were printed: who, when, which version; of badges it remembers each guest, and of a label sheet how
   * many labels are gone.
   */
  printed: asks('read')
    .errors({ NOT_FOUND })
    .input(
      z.object({
        papers: z.array(documentRequest).min(1).max(500),
        means: z.enum(['dialog', 'printer', 'pdf']),
        printer: text(200),
      }),
    )
    .output(z.object({ actId })),
  log: asks('read')
    .input(z.object({ visitId: id.nullable(), before: z.int().nullable() }))
    .output(z.array(printed)),
  /** NOT_ALLOWED noPrinter. Makes one PDF, or a zip with one of each, telling how far it is; the file waits at /documents/made/. */
  make: asks('read')
    .errors({ NOT_ALLOWED })
    .input(z.object({ papers: z.array(paperRequest).min(1).max(500), as: z.enum(['one', 'each']), name: text(120) }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
          z.object({ kind: z.literal('made'), address: z.string() }),
        ]),
      ),
    ),
  /** Everything that a day's visits want on paper, in the order in which it is used. */
  dayPapers: asks('read')
    .input(
      z.object({
        day,
        language: documentLanguage,
        design: z.union([z.literal(''), id]),
        sheet: z.union([z.enum(['single', 'a4']), id]),
        used: z.int().min(0).max(800),
        printer: z.union([z.literal(''), id]),
        /** Badges that were printed before too. */
        again: z.boolean(),
      }),
    )
    .output(z.object({ papers: z.array(z.custom<PaperAsked>()), visits: z.int() })),
  /** What a desk wants in hand in case the computer fails: seven days of rooms, vehicles, people and visits. */
  weekPapers: asks('read')
    .input(z.object({ day, language: documentLanguage }))
    .output(z.object({ papers: z.array(z.custom<PaperAsked>()) })),
  labelSheets: asks('read').output(z.array(labelSheet)),
  createLabelSheet: asks('edit')
    .errors({ NOT_ALLOWED })
    .input(labelSheetFields.refine(sheet => Object.keys(labelProblems(sheet)).length === 0, { error: 'doesNotFit' }))
    .output(z.object({ sheet: labelSheet, actId })),
  updateLabelSheet: asks('edit')
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(z.object({ id, revision, patch: patchOf(labelSheetFields.extend({ used: z.int().min(0).max(800) })) }))
    .output(z.object({ sheet: labelSheet, actId })),
  removeLabelSheet: asks('manage').errors({ NOT_FOUND }).input(z.object({ id })).output(z.object({ actId })),
  printers: asks('read').output(z.array(printerRow)),
  /** Remembers what the test page measured on a printer, by its name. */
  putPrinter: asks('edit')
    .input(printerFields)
    .output(z.object({ printer: printerRow, actId })),
  removePrinter: asks('manage').errors({ NOT_FOUND }).input(z.object({ id })).output(z.object({ actId })),
}

import { z } from 'zod'
import { PLAN_SECTIONS } from '../domain/plan/plan.ts'
import { READINESS_CODES } from '../domain/plan/readiness.ts'
import { attachment } from './checklists.ts'
import { BAD_FILE, NOT_ALLOWED, NOT_FOUND, NOT_READY, STALE } from './errors.ts'
import { id, required, revision, text, wallTime } from './fields.ts'
import { asks } from './procedure.ts'
import { visit } from './visits.ts'

export const readinessLine = z.object({
  code: z.enum(READINESS_CODES),
  severity: z.enum(['blocks', 'warns']),
  section: z.enum([
    'overview',
    'guests',
    'itinerary',
    'staffing',
    'transport',
    'lodging',
    'dining',
    'supplies',
    'approval',
  ]),
  itemId: id.nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})

const decision = z.object({
  id,
  step: z.int(),
  verdict: z.enum(['approved', 'sent_back']),
  person: z.string(),
  comment: z.string(),
  decidedAt: wallTime,
  /** Who wrote down a decision taken on paper or by phone; empty where it was taken here. */
  recordedBy: z.string(),
  means: z.enum(['here', 'paper', 'phone']),
  attachments: z.array(attachment),
})

export const planVersion = z.object({
  id,
  number: z.int(),
  status: z.enum(['submitted', 'approved', 'sent_back', 'withdrawn', 'superseded']),
  /** Who has to decide, in order. */
  chain: z.array(z.object({ title: z.string(), accountId: id.nullable(), accountName: z.string() })),
  submittedAt: wallTime,
  submittedBy: z.string(),
  note: z.string(),
  decisions: z.array(decision),
  /** Step that is waiting; null where nothing is. */
  waitsFor: z.int().nullable(),
  /** May the person at this desk decide it? */
  mayDecide: z.boolean(),
})
export type PlanVersion = z.infer<typeof planVersion>

const planValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
export const planChange = z.object({
  section: z.enum(PLAN_SECTIONS),
  id: z.string(),
  label: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  fields: z.array(z.object({ field: z.string(), before: planValue, after: planValue })),
})

const verdict = { verdict: z.enum(['approved', 'sent_back']), comment: text(1000) }

/** Steps of an approval stand: none can be undone, a submission can be withdrawn. */
export const approvals = {
  /** What the plan still misses, what blocks first. */
  readiness: asks('read')
    .errors({ NOT_FOUND })
    .input(z.object({ visitId: id }))
    .output(z.array(readinessLine)),
  /** The plan's versions, newest first. */
  versions: asks('read')
    .input(z.object({ visitId: id }))
    .output(z.array(planVersion)),
  /** Freezes the plan as the next version and hands it in; a grade without a chain approves itself. */
  submit: asks('submit')
    .errors({ NOT_FOUND, STALE, NOT_READY, NOT_ALLOWED })
    .input(z.object({ visitId: id, revision, note: text(1000) }))
    .output(z.object({ visit })),
  withdraw: asks('submit')
    .errors({ NOT_FOUND, NOT_ALLOWED })
    .input(z.object({ visitId: id }))
    .output(z.object({ visit })),
  /** Decides the waiting step. Sending back wants a reason: NOT_ALLOWED reasonMissing. */
  decide: asks('decide')
    .errors({ NOT_FOUND, NOT_ALLOWED })
    .input(z.object({ versionId: id, step: z.int().min(0), ...verdict }))
    .output(z.object({ visit })),
  /** Writes down a decision that was taken on paper or by phone, with a scan where there is one. */
  record: asks('submit')
    .errors({ NOT_FOUND, NOT_ALLOWED, BAD_FILE })
    .input(
      z.object({
        versionId: id,
        step: z.int().min(0),
        ...verdict,
        person: required(80),
        decidedAt: wallTime,
        means: z.enum(['paper', 'phone']),
        scan: z.file().nullable(),
      }),
    )
    .output(z.object({ visit })),
  /** What differs between two versions, or between one and the plan as it is now (`to` null). */
  changes: asks('read')
    .errors({ NOT_FOUND })
    .input(z.object({ visitId: id, from: z.int().min(1), to: z.int().min(1).nullable() }))
    .output(z.array(planChange)),
}

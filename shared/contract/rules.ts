import { z } from 'zod'
import { TASK_CATEGORIES } from '../domain/plan/checklist.ts'
import { READINESS_CODES, SEVERITIES } from '../domain/plan/readiness.ts'
import { GRADES, ITEM_KINDS, VISIT_KINDS } from '../domain/visit.ts'
import { STALE } from './errors.ts'
import { id, required, revision, text } from './fields.ts'
import { cents } from './lines.ts'
import { asks, patchOf } from './procedure.ts'

const gradeRules = z.object({
  /** Working days that a visit should be entered ahead; null asks for none. */
  leadDays: z.int().min(0).max(60).nullable(),
  /** Who approves, in order; an account, or whoever is approver. Empty: approves itself. */
  chain: z.array(z.object({ title: required(40), accountId: id.nullable() })).max(6),
  /** Standard of a meal per head above which a reason is asked. */
  mealLimit: cents,
  /** Value of all gifts per head above which a reason is asked. */
  giftLimit: cents,
  /** Suggested leaders. */
  leaders: z.array(id).max(20),
})
export type GradeRules = z.infer<typeof gradeRules>

const words = z.array(required(40)).max(200)

export const menuRule = z.object({
  name: required(40),
  nameLatin: text(60),
  signs: words,
  avoid: words,
  except: words,
})

export const templateLine = z.object({
  key: required(60),
  title: required(200),
  titleLatin: text(200),
  category: z.enum(TASK_CATEGORIES),
  grades: z.array(z.enum(GRADES)),
  visitKinds: z.array(z.enum(VISIT_KINDS)),
  itemKinds: z.array(z.enum(ITEM_KINDS)),
  from: z.enum(['start', 'end']),
  /** Minutes, at most 90 days either way. */
  offset: z.int().min(-129_600).max(129_600),
  person: z.enum(['coordinator', 'inCharge', 'nobody']),
})

export const rulesFields = z.object({
  /** ISO 4217: `CNY`. */
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'notACurrency' }),
  /** Minutes without a touch until the desk locks. */
  lockMinutes: z.int().min(1).max(240),
  grades: z.record(z.enum(GRADES), gradeRules),
  /** What a finding does, where it is not as usual. */
  severities: z.partialRecord(z.enum(READINESS_CODES), z.enum(SEVERITIES)),
  menu: z.array(menuRule).max(60),
  checklist: z.array(templateLine).max(300),
})
export type RulesFields = z.infer<typeof rulesFields>

export const officeRules = rulesFields.extend({ revision })
export type OfficeRules = z.infer<typeof officeRules>

/** How this office plans: what each grade brings, what a finding does, menus, the checklist's template. */
export const rules = {
  get: asks('read').output(officeRules),
  update: asks('manage')
    .errors({ STALE })
    .input(z.object({ revision, patch: patchOf(rulesFields) }))
    .output(z.object({ rules: officeRules })),
}

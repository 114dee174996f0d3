import { z } from 'zod'
import { COST_KINDS } from '../domain/plan/budget.ts'
import { id, revision, text } from './fields.ts'
import { cents, lines } from './lines.ts'
import { patchOf } from './procedure.ts'

export const costFields = z.object({
  kind: z.enum(COST_KINDS),
  label: text(120),
  estimated: cents,
  actual: cents,
  notes: text(500),
})
export type CostFields = z.infer<typeof costFields>

export const cost = costFields.extend({ id, visitId: id, revision })
export type Cost = z.infer<typeof cost>

/** Costs that no other section knows of, and what was paid. */
export const costs = lines({
  fresh: patchOf(costFields, 'kind'),
  patch: patchOf(costFields),
  line: cost,
})

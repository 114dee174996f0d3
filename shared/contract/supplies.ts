import { z } from 'zod'
import { SUPPLY_KINDS } from '../domain/plan/supplies.ts'
import { NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, id, required, revision, text } from './fields.ts'
import { lines } from './lines.ts'
import { asks, patchOf } from './procedure.ts'

export const supplyFields = z.object({
  kind: z.enum(SUPPLY_KINDS),
  name: required(80),
  latinName: text(120),
  unit: text(20),
  /** Hundredths of the currency. */
  unitValue: z.int().min(0).max(100_000_000_00),
  /** On the shelf, what is allocated included. */
  quantity: z.int().min(0).max(1_000_000),
  notes: text(500),
})
export type SupplyFields = z.infer<typeof supplyFields>

export const supply = supplyFields.extend({
  id,
  name: z.string(),
  /** Promised to visits. */
  allocated: z.int(),
  revision,
})
export type Supply = z.infer<typeof supply>

export const allocationFields = z.object({
  supplyId: id,
  amount: z.int().min(1).max(100_000),
  /** The amount is for every guest. */
  perGuest: z.boolean(),
  /** Why the gifts are above the grade's limit per head. */
  reason: text(300),
})
export type AllocationFields = z.infer<typeof allocationFields>

export const allocation = allocationFields.extend({
  id,
  visitId: id,
  kind: z.enum(SUPPLY_KINDS),
  name: z.string(),
  latinName: z.string(),
  unit: z.string(),
  unitValue: z.int(),
  /** In all, as it is taken from the stock. */
  quantity: z.int(),
  /** Given back when the visit was cancelled. */
  returned: z.boolean(),
  revision,
})
export type Allocation = z.infer<typeof allocation>

/** What visits take from the stock. More than is there: NOT_ALLOWED stock; too much a head: NOT_ALLOWED giftLimit. */
export const allocations = lines({
  fresh: patchOf(allocationFields, 'supplyId', 'amount'),
  patch: patchOf(allocationFields.omit({ supplyId: true })),
  line: allocation,
})

/** The stock of the office. */
export const supplies = {
  list: asks('read').output(z.array(supply)),
  create: asks('manage')
    .errors({ NOT_ALLOWED })
    .input(patchOf(supplyFields, 'name'))
    .output(z.object({ supply, actId })),
  update: asks('manage')
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(z.object({ id, revision, patch: patchOf(supplyFields) }))
    .output(z.object({ supply, actId })),
  /** Takes it off the list; refused while visits have some. */
  remove: asks('manage').errors({ NOT_FOUND, NOT_ALLOWED }).input(z.object({ id })).output(z.object({ actId })),
}

import { z } from 'zod'
import { NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, id, revision, text } from './fields.ts'
import { cents } from './lines.ts'
import { asks, patchOf } from './procedure.ts'

export const mealFields = z.object({
  /** Restaurant or canteen, where it is no room of ours. */
  venue: text(160),
  room: text(60),
  phone: text(60),
  tableCount: z.int().min(1).max(500).nullable(),
  seats: z.int().min(1).max(5000).nullable(),
  /** Standard per head. */
  headCost: cents,
  /** Why it is above the grade's limit. */
  overReason: text(300),
  menu: text(4000),
  drinks: text(500),
  notes: text(1000),
})
export type MealFields = z.infer<typeof mealFields>

export const meal = mealFields.extend({
  id,
  visitId: id,
  itemId: id,
  /** How many eat there. */
  heads: z.int(),
  diets: z.array(z.object({ diet: z.string(), count: z.int() })),
  /** Has somebody looked at the diets as they are now? */
  dietsSeen: z.boolean(),
  /** Dishes of the menu that do not go with guests' diets, allergies or religion; nobody is named. */
  menuConflicts: z.array(
    z.object({ rule: z.string(), ruleLatin: z.string(), dishes: z.array(z.string()), guests: z.int() }),
  ),
  /** The grade's limit per head. */
  limit: cents,
  revision,
})
export type Meal = z.infer<typeof meal>

export const dining = {
  /** One for every dining stop of the itinerary; it comes and goes with the stop. */
  list: asks('read')
    .input(z.object({ visitId: id }))
    .output(z.array(meal)),
  /** A standard above the grade's limit wants a reason: NOT_ALLOWED mealLimit. */
  update: asks('edit')
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(z.object({ id, revision, patch: patchOf(mealFields) }))
    .output(z.object({ line: meal, actId })),
  /** Somebody has looked at the diets of these meals as they are now. */
  seeDiets: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ ids: z.array(id).min(1).max(500) }))
    .output(z.object({ actId })),
}

import { z } from 'zod'
import { NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, id, required, revision, text, wallTime } from './fields.ts'
import { asks, patchOf } from './procedure.ts'

export const movable = z.object({
  id,
  name: z.string(),
  latinName: z.string(),
  /** How many there are. */
  quantity: z.int(),
  notes: z.string(),
  isSample: z.boolean(),
  revision,
})
export type Movable = z.infer<typeof movable>

export const movableFields = z.object({
  name: required(40),
  latinName: text(80),
  quantity: z.int().min(0).max(500),
  notes: text(500),
})

/** Equipment that is carried to where it is needed; the database never promises more of it than there is. */
export const equipment = {
  list: asks('read').output(z.array(movable)),
  create: asks('manage')
    .errors({ NOT_ALLOWED })
    .input(patchOf(movableFields, 'name'))
    .output(z.object({ movable, actId })),
  /** @throws NOT_ALLOWED `promised` where more is promised from now on than there would be. */
  update: asks('manage')
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(z.object({ id, revision, patch: patchOf(movableFields) }))
    .output(z.object({ movable, actId })),
  remove: asks('manage').errors({ NOT_FOUND, NOT_ALLOWED }).input(z.object({ id })).output(z.object({ actId })),
  /** How many of each are left for the whole of a span, one booking's own left out. */
  left: asks('read')
    .input(z.object({ startsAt: wallTime, endsAt: wallTime, bookingId: id.nullable() }))
    .output(z.array(z.object({ movableId: id, left: z.int() }))),
}

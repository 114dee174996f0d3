import { z } from 'zod'
import { CONFLICT, NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, id, revision } from './fields.ts'
import { asks } from './procedure.ts'

/** Money in hundredths of the office's currency; null where nobody said. */
export const cents = z.int().min(0).max(100_000_000_00).nullable()
/** Guests by id; ids of removed guests are passed over. */
export const guestIds = z.array(id).max(5000)

/**
 * The four procedures of lines below a visit: read all, add one, edit one, take some away. Every write is an act that can be undone.
 * @param schemas `fresh`: what a new line needs; `patch`: what of it can be edited; `line`: a line as it is read.
 */
export function lines<F extends z.ZodType, P extends z.ZodType, L extends z.ZodType>(schemas: {
  fresh: F
  patch: P
  line: L
}) {
  return {
    list: asks('read')
      .input(z.object({ visitId: id }))
      .output(z.array(schemas.line)),
    add: asks('edit')
      .errors({ NOT_FOUND, CONFLICT, NOT_ALLOWED })
      .input(z.object({ visitId: id, line: schemas.fresh }))
      .output(z.object({ line: schemas.line, actId })),
    update: asks('edit')
      .errors({ NOT_FOUND, STALE, CONFLICT, NOT_ALLOWED })
      .input(z.object({ id, revision, patch: schemas.patch }))
      .output(z.object({ line: schemas.line, actId })),
    remove: asks('edit')
      .errors({ NOT_FOUND, NOT_ALLOWED })
      .input(z.object({ ids: z.array(id).min(1).max(1000) }))
      .output(z.object({ actId })),
  }
}

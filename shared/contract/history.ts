import { z } from 'zod'
import { CONFLICT, NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, id, wallTime } from './fields.ts'
import { asks } from './procedure.ts'

export const history = {
  /** What was done to a visit, newest first, a page at a time: `before` is null for the first page, then the `next` of the one before. */
  list: asks('read')
    .input(z.object({ visitId: id, before: z.int().nullable() }))
    .output(
      z.object({
        entries: z.array(
          z.object({
            number: z.int(),
            actId,
            at: wallTime,
            actor: z.string(),
            entity: z.string(),
            entityId: z.string(),
            action: z.enum(['create', 'update', 'delete']),
            label: z.string(),
            changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
            /** Can the act that it is part of be taken back? Decisions, and that somebody looked, stand. */
            undoable: z.boolean(),
          }),
        ),
        /** What to ask the next page with; null where nothing older is left. */
        next: z.int().nullable(),
      }),
    ),
  /** Takes back everything of one act, or nothing: STALE where something was changed since. Answers what it was. */
  undo: asks('edit')
    .errors({ NOT_FOUND, STALE, CONFLICT, NOT_ALLOWED })
    .input(z.object({ actId }))
    .output(
      z.object({
        actId,
        /** The first row that the act wrote, by the name it bears, and how many more there were. */
        undone: z.object({
          entity: z.string(),
          action: z.enum(['create', 'update', 'delete']),
          label: z.string(),
          more: z.int(),
        }),
      }),
    ),
}

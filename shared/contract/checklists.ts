import { z } from 'zod'
import { TASK_CATEGORIES } from '../domain/plan/checklist.ts'
import { BAD_FILE, NOT_ALLOWED, NOT_FOUND } from './errors.ts'
import { actId, id, required, revision, text, wallTime } from './fields.ts'
import { lines } from './lines.ts'
import { asks, patchOf } from './procedure.ts'

export const taskFields = z.object({
  title: required(200),
  category: z.enum(TASK_CATEGORIES),
  person: text(80),
  dueAt: wallTime.nullable(),
  notes: text(1000),
})
export type TaskFields = z.infer<typeof taskFields>

export const attachment = z.object({
  id,
  name: z.string(),
  bytes: z.int(),
  addedAt: wallTime,
  addedBy: z.string(),
})

export const task = taskFields.extend({
  id,
  visitId: id,
  itemId: id.nullable(),
  title: z.string(),
  titleLatin: z.string(),
  /** Made from the template, or one's own. */
  fromTemplate: z.boolean(),
  doneAt: wallTime.nullable(),
  doneBy: z.string(),
  /** Its stop is no longer on the itinerary. */
  retired: z.boolean(),
  attachments: z.array(attachment),
  revision,
})
export type Task = z.infer<typeof task>

export const checklists = {
  ...lines({ fresh: patchOf(taskFields, 'title'), patch: patchOf(taskFields), line: task }),
  /** Makes the checklist from the template; from then on it follows the itinerary. */
  make: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ visitId: id }))
    .output(z.object({ actId, added: z.int() })),
  /** Ticks a task, or takes the tick back; who and when is written down. */
  tick: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ id, done: z.boolean() }))
    .output(z.object({ line: task, actId })),
  /** Keeps a copy of a file with a task, at most 20 MB. */
  attach: asks('edit')
    .errors({ NOT_FOUND, BAD_FILE, NOT_ALLOWED })
    .input(z.object({ taskId: id, file: z.file() }))
    .output(z.object({ attachment, actId })),
  detach: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ attachmentId: id }))
    .output(z.object({ actId })),
}

import { z } from 'zod'
import { roleKept } from '../domain/papers/badgeRole.ts'
import { taskFields } from './checklists.ts'
import { mealFields } from './dining.ts'
import { day, id, required, text, wallTime } from './fields.ts'
import { guestFields } from './guests.ts'
import { itemFields } from './itinerary.ts'
import { patchOf } from './procedure.ts'
import { assignmentFields } from './staffing.ts'
import { tripFields } from './transport.ts'
import { visitFields } from './visits.ts'

/*
 * A visit file (.yingbin) is a zip of
 *   manifest.json    what it is, of which format, and every other file with its size and SHA-256
 *   visit.json       the visit: fields as the contract has them, resources and staff by name
 *   attachments/N    its attachments, N from 1; their names stand in visit.json
 * Nothing else may be in it. A reader refuses a later format, a wrong checksum, a file that is not listed, and any other path.
 */

/** The format this program writes, and the latest it reads. */
export const VISIT_FORMAT = 1

export const visitManifest = z.object({
  yingbin: z.literal('visit'),
  format: z.int().min(1),
  madeAt: z.iso.datetime(),
  madeBy: z.string().max(200),
  files: z
    .array(
      z.object({
        path: z.string().regex(/^(visit\.json|attachments\/[1-9]\d{0,3})$/),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(1000),
})

/** What the visit wants of the office's resources: by name, since another office has others. */
const wanted = { room: text(80), vehicles: z.array(required(80)).max(40) }

/** What files of the first program versions do not say: of that nothing is taken over. */
const later = {
  visit: patchOf(visitFields.pick({ organizationLatin: true, themeLatin: true, dressLatin: true, mapNoteLatin: true }))
    .shape,
  item: patchOf(itemFields.pick({ contentLatin: true, placeLatin: true })).shape,
}

export const visitFile = z.object({
  visit: visitFields.extend({ ...later.visit, id, code: z.string().regex(/^[A-Z]{2}\d{6}-\d{2,6}$/) }),
  guests: z
    .array(guestFields.extend({ id, badgeRole: z.preprocess(roleKept, guestFields.shape.badgeRole) }))
    .max(20_000),
  items: z
    .array(itemFields.omit({ roomId: true, vehicleIds: true }).extend({ id, ...wanted, ...later.item }))
    .max(2000),
  assignments: z.array(assignmentFields.omit({ personId: true }).extend({ id })).max(5000),
  trips: z.array(tripFields.omit({ vehicleId: true, driverId: true }).extend({ id, itemId: id })).max(2000),
  meals: z.array(mealFields.extend({ itemId: id })).max(2000),
  tasks: z
    .array(taskFields.extend({ id, itemId: id.nullable(), doneAt: wallTime.nullable(), doneBy: text(80) }))
    .max(5000),
  attachments: z.array(z.object({ name: required(200), taskId: id.nullable() })).max(1000),
})
export type VisitFile = z.infer<typeof visitFile>

/** What of a file is new here, the same, changed, or changed here since the file was made. */
const fate = z.enum(['new', 'same', 'merged', 'conflict'])

/** In which fields something differs: what is here, what the file says. */
const value = z.union([z.string(), z.number(), z.null()])
const differences = z.array(z.object({ field: z.string(), here: value, file: value }))

/** What taking a visit file over would do, before it is done. */
export const visitFilePreview = z.object({
  title: z.string(),
  titleLatin: z.string(),
  organization: z.string(),
  startsOn: day,
  endsOn: day,
  madeAt: z.string(),
  madeBy: z.string(),
  /** The visit itself. */
  fate,
  differences,
  guests: z.array(z.object({ name: z.string(), fate, differences })),
  items: z.array(z.object({ content: z.string(), kind: z.string(), startsAt: wallTime, fate, differences })),
  /** Rooms and vehicles it wants: there, not there, or taken at that time by others. */
  resources: z.array(
    z.object({
      kind: z.enum(['room', 'vehicle']),
      name: z.string(),
      startsAt: wallTime,
      state: z.enum(['found', 'missing', 'taken']),
    }),
  ),
  staff: z.array(z.object({ name: z.string(), found: z.boolean() })),
  attachments: z.int(),
})
export type VisitFilePreview = z.infer<typeof visitFilePreview>

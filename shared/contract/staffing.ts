import { z } from 'zod'
import { ASSIGNMENT_ROLES } from '../domain/plan/staffing.ts'
import { GRADES, VISIT_STATUSES } from '../domain/visit.ts'
import { CONFLICT, NOT_ALLOWED, NOT_FOUND } from './errors.ts'
import { actId, id, required, revision, text, wallTime } from './fields.ts'
import { lines } from './lines.ts'
import { asks, patchOf } from './procedure.ts'

export const assignmentFields = z.object({
  /** Null: for the whole visit. */
  itemId: id.nullable(),
  role: z.enum(ASSIGNMENT_ROLES),
  /** One of the staff; null for somebody who is not kept there. */
  personId: id.nullable(),
  name: required(80),
  phone: text(60),
  notes: text(500),
})
export type AssignmentFields = z.infer<typeof assignmentFields>

export const assignment = assignmentFields.extend({ id, visitId: id, name: z.string(), revision })
export type Assignment = z.infer<typeof assignment>

export const duty = z.object({
  name: z.string(),
  phone: z.string(),
  itemId: id,
  visitId: id,
  role: z.enum([...ASSIGNMENT_ROLES, 'inCharge']),
  content: z.string(),
  startsAt: wallTime,
  endsAt: wallTime,
})

/** One of the staff who has something to do at a stop, and is busy then. */
const busy = z.object({
  resourceId: id,
  itemId: id,
  visitId: id,
  /** Of the visit, in both languages. */
  title: z.string(),
  titleLatin: z.string(),
  grade: z.enum(GRADES),
  status: z.enum(VISIT_STATUSES),
  content: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
})
export type BusyStaff = z.infer<typeof busy>

export const staffing = {
  ...lines({
    fresh: patchOf(assignmentFields, 'role', 'name'),
    patch: patchOf(assignmentFields),
    line: assignment,
  }),
  /**
   * Who has a role at a stop: takes some off and puts others on, as one act that is done whole or not at all. NOT_FOUND: one that
   * is to be taken off is not there (any more). CONFLICT: somebody who drives is elsewhere then.
   */
  assign: asks('edit')
    .errors({ NOT_FOUND, CONFLICT, NOT_ALLOWED })
    .input(
      z.object({
        itemId: id,
        role: z.enum(ASSIGNMENT_ROLES),
        remove: z.array(id).max(50),
        add: z.array(assignmentFields.pick({ name: true, personId: true })).max(50),
      }),
    )
    .output(z.object({ lines: z.array(assignment), actId })),
  /** Everybody's duties at this visit's stops: in charge, assigned, driving. */
  duties: asks('read')
    .input(z.object({ visitId: id }))
    .output(z.array(duty)),
  /** What staff have to do at stops without being booked for them: in charge, or assigned or driving by name. */
  busy: asks('read')
    .input(z.object({ from: wallTime, until: wallTime }))
    .output(z.array(busy)),
  /** People of this visit in two places at once, other visits' stops included. */
  clashes: asks('read')
    .input(z.object({ visitId: id }))
    .output(z.array(z.object({ name: z.string(), first: duty, second: duty }))),
}

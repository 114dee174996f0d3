import { z } from 'zod'
import { GRADES, VISIT_KINDS, VISIT_STATUSES } from '../domain/visit.ts'
import { CONFLICT, NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, day, id, required, revision, text } from './fields.ts'
import { asks, patchOf } from './procedure.ts'

export const visitFields = z.object({
  title: required(120),
  titleLatin: text(200),
  grade: z.enum(GRADES),
  kind: z.enum(VISIT_KINDS),
  startsOn: day,
  endsOn: day,
  headcount: z.int().min(1).max(5000).nullable(),
  organization: text(160),
  organizationLatin: text(160),
  contactName: text(80),
  contactPhone: text(60),
  contactEmail: text(160),
  coordinator: text(80),
  coordinatorPhone: text(60),
  purpose: text(1000),
  theme: text(300),
  dress: text(120),
  mapNote: text(300),
  /** In English, for papers that speak it; each goes when what it translates changes. */
  themeLatin: text(300),
  dressLatin: text(120),
  mapNoteLatin: text(300),
  notes: text(4000),
  objectives: text(2000),
  expectations: text(2000),
  topics: text(1000),
  preferences: text(1000),
  taboos: text(1000),
  wishedDates: text(200),
  /** Length of stay that the guests wish, days. */
  stayDays: z.int().min(1).max(60).nullable(),
  needsTransport: z.boolean(),
  needsLodging: z.boolean(),
  needsInterpreting: z.boolean(),
})
export type VisitFields = z.infer<typeof visitFields>

export const visit = visitFields.extend({
  id,
  code: z.string(),
  title: z.string(),
  status: z.enum(VISIT_STATUSES),
  /** The day it was entered; null where it is not known. */
  enteredOn: day.nullable(),
  hasChecklist: z.boolean(),
  /** Number of the newest submitted version of the plan, 0 for none. */
  planNumber: z.int(),
  /** Guests entered so far. */
  guestCount: z.int(),
  isSample: z.boolean(),
  revision,
})
export type Visit = z.infer<typeof visit>

/** A visit as lists and calendars show it. */
export const visitSummary = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  titleLatin: z.string(),
  organization: z.string(),
  grade: z.enum(GRADES),
  kind: z.enum(VISIT_KINDS),
  status: z.enum(VISIT_STATUSES),
  /** Days as the table has checked them: a month of visits is not checked again row by row. */
  startsOn: z.string(),
  endsOn: z.string(),
  /** First and last minute of its itinerary, empty where there is none yet. */
  firstAt: z.string(),
  lastAt: z.string(),
  headcount: z.int().nullable(),
  guestCount: z.int(),
  coordinator: z.string(),
  revision,
})
export type VisitSummary = z.infer<typeof visitSummary>

const inOrder = (value: { startsOn?: string | undefined; endsOn?: string | undefined }) =>
  !value.startsOn || !value.endsOn || value.startsOn <= value.endsOn

export const visits = {
  /** Visits that touch the days `from` to `until`, both included, for calendars. */
  range: asks('read')
    .input(z.object({ from: day, until: day }))
    .output(z.array(visitSummary)),
  list: asks('read')
    .input(
      z.object({
        text: text(100),
        statuses: z.array(z.enum(VISIT_STATUSES)),
        grades: z.array(z.enum(GRADES)),
        /** `coming`: what is on or ahead first, the nearest on top; then what is over, the latest on top. */
        sort: z.enum(['coming', 'startsOn', 'title', 'organization', 'status', 'grade', 'headcount']),
        descending: z.boolean(),
        offset: z.int().min(0),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(visitSummary), total: z.int() })),
  get: asks('read').errors({ NOT_FOUND }).input(z.object({ id })).output(visit),
  /** A title and a day are enough. */
  create: asks('edit')
    .errors({ NOT_ALLOWED })
    .input(patchOf(visitFields, 'title', 'startsOn').refine(inOrder, { error: 'endBeforeStart', path: ['endsOn'] }))
    .output(z.object({ visit, actId })),
  /** Edits a visit. A new first day is `move`'s affair when there is an itinerary. */
  update: asks('edit')
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(
      z
        .object({ id, revision, patch: patchOf(visitFields) })
        .refine(({ patch }) => inOrder(patch), { error: 'endBeforeStart', path: ['patch', 'endsOn'] }),
    )
    .output(z.object({ visit, actId })),
  /** Moves a whole visit, its items and bookings by whole days, or refuses with what is in the way. */
  move: asks('edit')
    .errors({ NOT_FOUND, CONFLICT, NOT_ALLOWED })
    .input(z.object({ id, startsOn: day }))
    .output(z.object({ actId })),
  /** What hangs on a visit, counted, for the question before it is cancelled, closed or sent back to planning. */
  following: asks('read')
    .errors({ NOT_FOUND })
    .input(z.object({ id }))
    .output(
      z.object({
        /** Rooms, vehicles and people that are held for it. */
        bookings: z.int(),
        /** Lines of supplies and gifts that are set aside. */
        supplies: z.int(),
        /** Tasks that are not done. */
        tasks: z.int(),
        /** Papers that were printed. */
        papers: z.int(),
      }),
    ),
  /** Takes the visit to a next state; submitting and approving are `approvals`' affair. Cancelling releases every booking and keeps the file. */
  setStatus: asks('edit')
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(z.object({ id, revision, status: z.enum(VISIT_STATUSES), comment: text(500) }))
    .output(
      z.object({
        visit,
        actId,
        /** Resources that a visit taken up again could not get back, since others have them now. */
        notRebooked: z.array(z.string()),
      }),
    ),
}

import { z } from 'zod'
import { id, wallTime } from './fields.ts'

/** The row that an act named is not there (any more). */
export const NOT_FOUND = {
  status: 404,
  data: z.object({ entity: z.string(), id: z.string() }),
}

/** Somebody changed the row since the writer read it; `current` is the row as it is now, in the shape of its `get`. */
export const STALE = {
  status: 409,
  data: z.object({ entity: z.string(), id: z.string(), current: z.record(z.string(), z.unknown()) }),
}

export const finding = z.discriminatedUnion('code', [
  z.object({ code: z.literal('capacity'), capacity: z.int(), headcount: z.int() }),
  z.object({ code: z.literal('equipment'), missing: z.array(z.string()) }),
  z.object({ code: z.literal('hours'), bookableFrom: z.string(), bookableUntil: z.string() }),
  z.object({ code: z.literal('closed'), startsAt: wallTime, endsAt: wallTime, reason: z.string() }),
  z.object({ code: z.literal('equipmentOut'), name: z.string(), wanted: z.int(), free: z.int() }),
  z.object({
    code: z.literal('unreachable'),
    title: z.string(),
    fromPlace: z.string(),
    toPlace: z.string(),
    minutes: z.int(),
    gap: z.int(),
  }),
  z.object({ code: z.literal('papers'), paper: z.enum(['inspection', 'insurance']), day: z.string() }),
])

export const bookingConflict = z.object({
  resource: z.object({ id, name: z.string(), kind: z.enum(['room', 'vehicle', 'person']) }),
  wanted: z.object({ startsAt: wallTime, endsAt: wallTime }),
  itemId: id.nullable(),
  /** Bookings in the way, with the visit they are for. Empty where only `findings` refuse. */
  inTheWay: z.array(
    z.object({
      bookingId: id,
      visitId: id.nullable(),
      title: z.string(),
      startsAt: wallTime,
      endsAt: wallTime,
      blockedFrom: wallTime,
      blockedUntil: wallTime,
    }),
  ),
  /** Why a strict resource refuses. */
  findings: z.array(finding),
  /** Nearest free times of the same resource, nearest first. */
  nearest: z.array(z.object({ startsAt: wallTime, endsAt: wallTime })),
  /** Free resources of the same kind, best fit first. */
  alternatives: z.array(
    z.object({
      id,
      name: z.string(),
      capacity: z.int().nullable(),
      building: z.string(),
      findings: z.array(finding),
    }),
  ),
})
export type BookingConflict = z.infer<typeof bookingConflict>

/** A booking was refused; nothing was saved. Several only when many were moved together. */
export const CONFLICT = { status: 409, data: z.object({ conflicts: z.array(bookingConflict) }) }

/** A step that the visit's state does not allow. */
export const NOT_ALLOWED = { status: 409, data: z.object({ reason: z.string() }) }

/** A plan that still misses what blocks it: the codes of its readiness. */
export const NOT_READY = { status: 409, data: z.object({ codes: z.array(z.string()) }) }

/**
 * Refusals that any procedure may give and none declares; `renderer/base/sentences.ts` knows them.
 * - FORBIDDEN `{ permission }`: the role of whoever is at the desk may not do this.
 * - LOCKED: nobody is signed in, or the desk is locked.
 * - REAPPROVAL `{ status, changes }`: the change is one that a submitted or approved plan covers. Repeated with the header
 *   `x-reapprove: 1` it is made, and the plan goes back to planning.
 */
export const REAPPROVE_HEADER = 'x-reapprove'

/** A file that cannot be read, with the reason as a code and, where known, the line or cell. */
export const BAD_FILE = {
  status: 422,
  data: z.object({
    reason: z.enum([
      'empty',
      'oldExcel',
      'notExcel',
      'tooLarge',
      'tooMuch',
      'unknownKind',
      'encrypted',
      'notAnImage',
      'notACalendar',
      'calendarLine',
      'badDesign',
      'newerFormat',
      'notAVisitFile',
      'damaged',
      'unsafe',
    ]),
    detail: z.string(),
  }),
}

import { z } from 'zod'
import { COVERED } from '../domain/plan/plan.ts'
import { READINESS_CODES } from '../domain/plan/readiness.ts'
import { PERMISSIONS } from '../domain/roles.ts'
import { RESOURCE_KINDS, VISIT_STATUSES } from '../domain/visit.ts'
import { id, wallTime } from './fields.ts'

/** What a refusal can be about: each has its word in both languages (`entity.*`). */
export const ENTITIES = [
  'account',
  'act',
  'allocation',
  'assignment',
  'attachment',
  'attendee',
  'badgeDesign',
  'booking',
  'bookingSeries',
  'briefing',
  'closure',
  'cost',
  'decision',
  'file',
  'guest',
  'itineraryItem',
  'labelSheet',
  'loan',
  'meal',
  'movable',
  'office',
  'planVersion',
  'printer',
  'resource',
  'rules',
  'seating',
  'stay',
  'supply',
  'task',
  'ticket',
  'trip',
  'visit',
  'visitTemplate',
] as const
export type Entity = (typeof ENTITIES)[number]

/** The row that an act named is not there (any more). */
export const NOT_FOUND = {
  status: 404,
  data: z.object({ entity: z.enum(ENTITIES), id: z.string() }),
}

/** Somebody changed the row since the writer read it; `current` is the row as it is now, in the shape of its `get`. */
export const STALE = {
  status: 409,
  data: z.object({ entity: z.enum(ENTITIES), id: z.string(), current: z.record(z.string(), z.unknown()) }),
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
  resource: z.object({ id, name: z.string(), kind: z.enum(RESOURCE_KINDS) }),
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

/** Why a step is not allowed. A reason is named here and has its sentence in both locales, or nothing compiles. */
export const NOT_ALLOWED_REASONS = [
  'accountNameTaken',
  'accountsStand',
  'allTaken',
  'bookedByOthers',
  'consentMissing',
  'decidedInFuture',
  'decisionStands',
  'doesNotFit',
  'endBeforeStart',
  'expiresInPast',
  'fixedItem',
  'giftLimit',
  'hasContents',
  'itemsOutside',
  'lastAdministrator',
  'lastDesign',
  'mealLimit',
  'mileage',
  'nameTaken',
  'nestedHall',
  'noOccurrence',
  'noOfficeMail',
  'noPrinter',
  'noSample',
  'notReleased',
  'notSubmitted',
  'officeNotEmpty',
  'otherTimes',
  'partsBooked',
  'promised',
  'reasonMissing',
  'scanOrNote',
  'seatedAlready',
  'statusStep',
  'stepDecided',
  'stock',
  'supplyAllocated',
  'timeGivenAway',
  'visitArchived',
  'visitCancelled',
  'visitHasContents',
  'visitTooLong',
  'visitUnderWay',
] as const
export type NotAllowedReason = (typeof NOT_ALLOWED_REASONS)[number]

/** A step that a rule of the office, or the state of a row, does not allow. */
export const NOT_ALLOWED = { status: 409, data: z.object({ reason: z.enum(NOT_ALLOWED_REASONS) }) }

/** A plan that still misses what blocks it: the codes of its readiness. */
export const NOT_READY = { status: 409, data: z.object({ codes: z.array(z.enum(READINESS_CODES)) }) }

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
      'unknownZone',
      'badDesign',
      'newerFormat',
      'notAVisitFile',
      'damaged',
      'unsafe',
    ]),
    detail: z.string(),
  }),
}

/** A number in the log, where one was written. */
const logged = z.object({ id: z.string().optional() })

/**
 * Every refusal that the host gives, to a procedure or a download, with its data. A procedure declares those of the rows it
 * works on; the others may answer any request, and none declares them:
 * - FORBIDDEN: the role of the person at the desk does not allow this. LOCKED: nobody is signed in, or the desk is locked.
 * - REAPPROVAL: the change is one that a submitted or approved plan covers. Repeated with the header `x-reapprove: 1` it is
 *   made, and the plan goes back to planning.
 * - BAD_REQUEST: the input is not what the contract asks for. TOO_LARGE: the request has too many bytes.
 * - NO_PRINTER: there is no browser to draw a paper with. DOCUMENT_FAILED: the page of a paper could not be laid out.
 * - BUSY, DISK_FULL, UNWRITABLE: the database could not be written. INTERNAL_SERVER_ERROR: anything that nobody expected.
 */
export const REFUSALS = {
  NOT_FOUND,
  STALE,
  CONFLICT,
  NOT_ALLOWED,
  NOT_READY,
  BAD_FILE,
  WRONG_SECRET: { status: 403, data: z.object({ triesLeft: z.int() }) },
  WAIT: { status: 429, data: z.object({ seconds: z.int() }) },
  FORBIDDEN: { status: 403, data: z.object({ permission: z.enum(PERMISSIONS) }) },
  LOCKED: { status: 401, data: z.unknown() },
  REAPPROVAL: {
    status: 409,
    data: z.object({ status: z.enum(VISIT_STATUSES), changes: z.array(z.enum(COVERED)) }),
  },
  BAD_REQUEST: {
    status: 400,
    data: z.object({ issues: z.array(z.object({ path: z.array(z.unknown()).optional() })).default([]) }).prefault({}),
  },
  TOO_LARGE: { status: 413, data: z.unknown() },
  NO_PRINTER: { status: 503, data: z.unknown() },
  DOCUMENT_FAILED: { status: 500, data: logged },
  BUSY: { status: 503, data: logged },
  DISK_FULL: { status: 507, data: logged },
  UNWRITABLE: { status: 503, data: logged },
  INTERNAL_SERVER_ERROR: { status: 500, data: logged },
} as const
export type RefusalCode = keyof typeof REFUSALS
export type RefusalData<Code extends RefusalCode> = z.infer<(typeof REFUSALS)[Code]['data']>
/** One refusal: its code and the data that belongs to it. */
export type Refusal = { [Code in RefusalCode]: { code: Code; data: RefusalData<Code> } }[RefusalCode]

/** Reads a code and its data as a refusal; null where they are none of ours. */
export function refusalOf(error: { code: string; data?: unknown }): Refusal | null {
  if (!Object.hasOwn(REFUSALS, error.code)) return null
  const code = error.code as RefusalCode
  const data = REFUSALS[code].data.safeParse(error.data)
  return data.success ? ({ code, data: data.data } as Refusal) : null
}

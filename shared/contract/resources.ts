import { z } from 'zod'
import { isRule } from '../domain/booking/recurrence.ts'
import { BOOKING_ROLES } from '../domain/roles.ts'
import { RESOURCE_KINDS, SETUP_STYLES } from '../domain/visit.ts'
import { BAD_FILE, NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, clock, day, id, required, revision, text, wallTime } from './fields.ts'
import { asks, patchOf } from './procedure.ts'

export const resourceKind = z.enum(RESOURCE_KINDS)
export type ResourceKind = z.infer<typeof resourceKind>

const clockSpan = z
  .object({ from: clock, until: clock })
  .refine(hours => hours.from < hours.until, { error: 'endBeforeStart', path: ['until'] })

/** An RRULE of RFC 5545 by days, weeks, months or years. */
export const rrule = z.string().max(400).refine(isRule, { error: 'notARule' })

export const resource = z.object({
  id,
  kind: resourceKind,
  name: z.string(),
  latinName: z.string(),
  /** Seats; null where nobody counted. */
  capacity: z.int().nullable(),
  building: z.string(),
  floor: z.string(),
  equipment: z.array(z.string()),
  /** Vehicles: number plate, kind (sedan, van, coach), usual driver. */
  plate: z.string(),
  vehicleKind: z.string(),
  driverName: z.string(),
  driverPhone: z.string(),
  setupMinutes: z.int(),
  clearupMinutes: z.int(),
  bookableFrom: z.string(),
  bookableUntil: z.string(),
  /** Strict: what others warn of is refused. */
  strict: z.boolean(),
  /** People: department, title, phone, languages; who can drive can be in one place only. */
  department: z.string(),
  title: z.string(),
  phone: z.string(),
  email: z.string(),
  languages: z.string(),
  canDrive: z.boolean(),
  licenceClass: z.string(),
  /** Hours by weekday from Sunday on, null for a closed day; empty: the same every day. People: their working hours. */
  weeklyHours: z.array(clockSpan.nullable()),
  /** Seats by set-up style, where they differ from the capacity. */
  styleCapacity: z.partialRecord(z.enum(SETUP_STYLES), z.int()),
  /** The rooms that a hall is made of. */
  partIds: z.array(id),
  /** The least role that may book it. */
  bookedBy: z.enum(BOOKING_ROLES),
  /** Name of its photo in /files; empty where there is none. */
  photo: z.string(),
  /** Where it is on the floor, and how one gets there. */
  planNote: z.string(),
  /** Vehicles: the days on which inspection and insurance run out, and where the car stands. */
  inspectionOn: z.string().nullable(),
  insuranceOn: z.string().nullable(),
  homePlace: z.string(),
  notes: z.string(),
  isSample: z.boolean(),
  revision,
})
export type Resource = z.infer<typeof resource>

export const resourceFields = z.object({
  name: required(80),
  latinName: text(120),
  capacity: z.int().min(1).max(5000).nullable(),
  building: text(60),
  floor: text(20),
  equipment: z.array(required(40)).max(40),
  plate: text(20),
  vehicleKind: text(40),
  driverName: text(60),
  driverPhone: text(40),
  setupMinutes: z.int().min(0).max(480),
  clearupMinutes: z.int().min(0).max(480),
  bookableFrom: clock,
  bookableUntil: clock,
  strict: z.boolean(),
  department: text(80),
  title: text(80),
  phone: text(60),
  email: text(160),
  languages: text(120),
  canDrive: z.boolean(),
  licenceClass: text(20),
  weeklyHours: z.union([z.array(clockSpan.nullable()).length(7), z.tuple([])]),
  styleCapacity: z.partialRecord(z.enum(SETUP_STYLES), z.int().min(1).max(5000)),
  partIds: z.array(id).max(20),
  bookedBy: z.enum(BOOKING_ROLES),
  planNote: text(500),
  inspectionOn: day.nullable(),
  insuranceOn: day.nullable(),
  homePlace: text(80),
  notes: text(2000),
})
export type ResourceFields = z.infer<typeof resourceFields>

export const closure = z.object({
  id,
  resourceId: id,
  startsAt: wallTime,
  endsAt: wallTime,
  reason: z.string(),
  /** How it comes again; empty for once. `startsAt` and `endsAt` are then those of one occurrence. */
  rrule: z.string(),
  revision,
})
export type Closure = z.infer<typeof closure>

export const resources = {
  /** All resources of a kind, in their order. */
  list: asks('read')
    .input(z.object({ kind: resourceKind.optional() }))
    .output(z.array(resource)),
  create: asks('manage')
    .errors({ NOT_ALLOWED })
    .input(patchOf(resourceFields, 'name').extend({ kind: resourceKind }))
    .output(z.object({ resource, actId })),
  update: asks('manage')
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(z.object({ id, revision, patch: patchOf(resourceFields) }))
    .output(z.object({ resource, actId })),
  /** Removes a resource and releases what was booked on it from now on; the past keeps its name. Undoable. */
  remove: asks('manage')
    .errors({ NOT_FOUND })
    .input(z.object({ id }))
    .output(z.object({ actId, released: z.int() })),
  /** Saves many resources at once or none: what an Excel list brings. Names already there are updated. */
  importAll: asks('manage')
    .input(
      z.object({
        kind: resourceKind,
        rows: z.array(patchOf(resourceFields, 'name')).min(1).max(2000),
      }),
    )
    .output(z.object({ actId, created: z.int(), updated: z.int() })),
  /** Closes a resource for a period, and says what was already booked in it. */
  close: asks('edit')
    .errors({ NOT_FOUND })
    .input(
      z
        .object({
          resourceId: id,
          startsAt: wallTime,
          endsAt: wallTime,
          reason: text(200),
          rrule: rrule.or(z.literal('')).default(''),
        })
        .refine(value => value.startsAt < value.endsAt, { error: 'endBeforeStart', path: ['endsAt'] }),
    )
    .output(z.object({ closure, actId, booked: z.int() })),
  /** PNG or JPEG of at most 2 MB; null takes the photo away. */
  setPhoto: asks('manage')
    .errors({ BAD_FILE, NOT_FOUND })
    .input(z.object({ id, file: z.file().nullable() }))
    .output(z.object({ resource })),
  reopen: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ closureId: id }))
    .output(z.object({ actId })),
  closures: asks('read')
    .input(z.object({ resourceId: id.optional(), from: wallTime, until: wallTime }))
    .output(z.array(closure)),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, clock, id, required, revision, text, wallTime } from './fields.ts'

export const resourceKind = z.enum(['room', 'vehicle', 'person'])
export type ResourceKind = z.infer<typeof resourceKind>

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
  languages: z.string(),
  canDrive: z.boolean(),
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
  languages: text(120),
  canDrive: z.boolean(),
  notes: text(2000),
})
export type ResourceFields = z.infer<typeof resourceFields>

export const closure = z.object({
  id,
  resourceId: id,
  startsAt: wallTime,
  endsAt: wallTime,
  reason: z.string(),
  revision,
})
export type Closure = z.infer<typeof closure>

export const resources = {
  /** All resources of a kind, in their order. */
  list: oc.input(z.object({ kind: resourceKind.optional() })).output(z.array(resource)),
  create: oc
    .errors({ NOT_ALLOWED })
    .input(resourceFields.partial().required({ name: true }).extend({ kind: resourceKind }))
    .output(z.object({ resource, actId })),
  update: oc
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(z.object({ id, revision, patch: resourceFields.partial() }))
    .output(z.object({ resource, actId })),
  /** Removes a resource and releases what was booked on it from now on; the past keeps its name. Undoable. */
  remove: oc
    .errors({ NOT_FOUND })
    .input(z.object({ id }))
    .output(z.object({ actId, released: z.int() })),
  /** Saves many resources at once or none: what an Excel list brings. Names already there are updated. */
  importAll: oc
    .input(z.object({ kind: resourceKind, rows: z.array(resourceFields).min(1).max(2000) }))
    .output(z.object({ actId, created: z.int(), updated: z.int() })),
  /** Closes a resource for a period, and says what was already booked in it. */
  close: oc
    .errors({ NOT_FOUND })
    .input(
      z
        .object({ resourceId: id, startsAt: wallTime, endsAt: wallTime, reason: text(200) })
        .refine(value => value.startsAt < value.endsAt, { error: 'endBeforeStart', path: ['endsAt'] }),
    )
    .output(z.object({ closure, actId, booked: z.int() })),
  reopen: oc
    .errors({ NOT_FOUND })
    .input(z.object({ closureId: id }))
    .output(z.object({ actId })),
  closures: oc.input(z.object({ resourceId: id.optional(), from: wallTime, until: wallTime })).output(z.array(closure)),
}

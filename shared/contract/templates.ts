import { z } from 'zod'
import { ASSIGNMENT_ROLES } from '../domain/plan/staffing.ts'
import { MINUTES_PER_DAY } from '../domain/time.ts'
import { GRADES, ITEM_KINDS, VISIT_KINDS } from '../domain/visit.ts'
import { NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, clock, day, id, required, revision, text } from './fields.ts'
import { asks } from './procedure.ts'
import { visit } from './visits.ts'

/** One stop of a visit that has no dates yet. */
const blueprintItem = z.object({
  /** 0 on the first day. */
  day: z.int().min(0).max(60),
  start: clock,
  /** Minutes. */
  minutes: z
    .int()
    .min(1)
    .max(14 * MINUTES_PER_DAY),
  kind: z.enum(ITEM_KINDS),
  content: text(500).default(''),
  place: text(160).default(''),
  contentLatin: text(500).default(''),
  placeLatin: text(160).default(''),
  personInCharge: text(80).default(''),
  phone: text(40).default(''),
  notes: text(2000).default(''),
  isFixed: z.boolean().default(false),
  planB: text(1000).default(''),
  setupStyle: z.enum(['', 'board', 'u', 'classroom', 'theatre', 'opposite']).default(''),
  equipment: z.array(text(40)).default([]),
  nameCards: z.boolean().default(false),
  refreshments: text(200).default(''),
  route: text(500).default(''),
  safetyGear: text(200).default(''),
  photoRule: z.enum(['', 'allowed', 'places', 'forbidden']).default(''),
  /** Booked where they are free. */
  roomId: id.nullable().default(null),
  vehicleIds: z.array(id).default([]),
  menu: text(4000).default(''),
  headCost: z.int().min(0).nullable().default(null),
  assignments: z
    .array(
      z.object({
        role: z.enum(ASSIGNMENT_ROLES),
        personId: id.nullable().default(null),
        name: required(80),
        phone: text(60).default(''),
      }),
    )
    .default([]),
})

/** A visit without its dates and its guests: what a template keeps and a copy is made from. */
export const blueprint = z.object({
  grade: z.enum(GRADES),
  kind: z.enum(VISIT_KINDS),
  /** Days it lasts. */
  days: z.int().min(1).max(60),
  theme: text(300).default(''),
  objectives: text(2000).default(''),
  dress: text(120).default(''),
  mapNote: text(300).default(''),
  themeLatin: text(300).default(''),
  dressLatin: text(120).default(''),
  mapNoteLatin: text(300).default(''),
  items: z.array(blueprintItem).max(500),
})
export type Blueprint = z.infer<typeof blueprint>

export const visitTemplate = z.object({
  id,
  name: z.string(),
  nameLatin: z.string(),
  kind: z.enum(VISIT_KINDS),
  days: z.int(),
  items: z.int(),
  revision,
})
export type VisitTemplate = z.infer<typeof visitTemplate>

const laidOut = z.object({
  visit,
  actId,
  /** Rooms, vehicles and people of the original that are taken at the new time. */
  notBooked: z.array(z.string()),
})

export const templates = {
  list: asks('read').output(z.array(visitTemplate)),
  /** Keeps a visit's itinerary, staffing and needs as a template. */
  make: asks('submit')
    .errors({ NOT_FOUND })
    .input(z.object({ visitId: id, name: required(80), nameLatin: text(120) }))
    .output(z.object({ template: visitTemplate, actId })),
  rename: asks('submit')
    .errors({ NOT_FOUND, STALE })
    .input(z.object({ id, revision, name: required(80), nameLatin: text(120) }))
    .output(z.object({ template: visitTemplate, actId })),
  remove: asks('manage').errors({ NOT_FOUND }).input(z.object({ id })).output(z.object({ actId })),
  /** A new visit from a template: its days begin on `startsOn`. */
  use: asks('edit')
    .errors({ NOT_FOUND, NOT_ALLOWED })
    .input(
      z.object({
        templateId: id,
        title: required(120),
        startsOn: day,
        organization: text(160),
        headcount: z.int().min(1).max(5000).nullable(),
      }),
    )
    .output(laidOut),
  /** A new visit like an earlier one, with or without its guests. */
  copy: asks('edit')
    .errors({ NOT_FOUND, NOT_ALLOWED })
    .input(z.object({ visitId: id, title: required(120), startsOn: day, keepGuests: z.boolean() }))
    .output(laidOut),
}

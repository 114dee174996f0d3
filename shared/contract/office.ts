import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { LANGUAGES } from '../domain/language.ts'
import { BAD_FILE, NOT_ALLOWED, STALE } from './errors.ts'
import { actId, clock, day, required, revision, text, wallTime } from './fields.ts'

export const officeFields = z.object({
  companyName: text(120),
  companyLatin: text(160),
  timeZone: required(60).refine(isTimeZone, { error: 'notATimeZone' }),
  opensAt: clock,
  closesAt: clock,
  /** 0 Sunday, 1 Monday. */
  weekStart: z.union([z.literal(0), z.literal(1)]),
  language: z.enum(LANGUAGES),
  paper: z.enum(['a4', 'a5']),
  /** The reception office's mail address: the organizer of what is shared as invitations. */
  email: text(160),
  /** The company's colour on papers, `#rrggbb`: dark enough to be read on white. */
  color: z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'notAColor' }),
  /** Printed on every paper of the house; empty for none. */
  secretLevel: text(40),
  /** Which side of the head comes second: right in business practice, left in government protocol. */
  seatFirst: z.enum(['right', 'left']),
  /** Minutes that a car needs between two places, the same both ways. */
  travel: z
    .array(z.object({ fromPlace: required(80), toPlace: required(80), minutes: z.int().min(1).max(600) }))
    .max(200),
})
export type OfficeFields = z.infer<typeof officeFields>

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export const officeSettings = officeFields.extend({
  /** Name of the logo in /files, empty where there is none. Changes with the picture. */
  logo: z.string(),
  revision,
})
export type OfficeSettings = z.infer<typeof officeSettings>

export const office = {
  settings: oc.output(officeSettings),
  update: oc
    .errors({ STALE })
    .input(z.object({ revision, patch: officeFields.partial() }))
    .output(z.object({ settings: officeSettings, actId })),
  /** PNG, JPEG or SVG of at most 1 MB; null takes the logo away. */
  setLogo: oc
    .errors({ BAD_FILE })
    .input(z.object({ file: z.file().nullable() }))
    .output(z.object({ settings: officeSettings })),
  /** What is there: decides the first-start page; and the office's clock. */
  state: oc.output(
    z.object({
      rooms: z.int(),
      vehicles: z.int(),
      visits: z.int(),
      hasSample: z.boolean(),
      now: wallTime,
      today: day,
    }),
  ),
  /** Fills an empty office with the sample: rooms, vehicles, visits around today. */
  loadSample: oc.errors({ NOT_ALLOWED }).output(z.object({ visits: z.int() })),
  /** Takes everything marked as sample away, for good. */
  removeSample: oc.errors({ NOT_ALLOWED }).output(z.object({ visits: z.int(), resources: z.int() })),
  /** What was written, by whatever window, as it happens: the kinds of rows of each act. Never ends by itself. */
  changes: oc.output(eventIterator(z.object({ entities: z.array(z.string()) }))),
  /** The day at the desk. */
  today: oc.input(z.object({ day })).output(
    z.object({
      now: wallTime,
      arrivals: z.array(
        z.object({
          visitId: z.string(),
          title: z.string(),
          titleLatin: z.string(),
          organization: z.string(),
          grade: z.enum(['A', 'B', 'C']),
          status: z.string(),
          headcount: z.int(),
          head: z.string(),
          firstAt: z.string(),
          dayNumber: z.int(),
          days: z.int(),
          coordinator: z.string(),
        }),
      ),
      items: z.array(
        z.object({
          itemId: z.string(),
          visitId: z.string(),
          title: z.string(),
          titleLatin: z.string(),
          grade: z.enum(['A', 'B', 'C']),
          kind: z.string(),
          content: z.string(),
          place: z.string(),
          personInCharge: z.string(),
          startsAt: wallTime,
          endsAt: wallTime,
        }),
      ),
      /** Tasks that are due before the day ends, the oldest first. */
      tasks: z.array(
        z.object({
          id: z.string(),
          visitId: z.string(),
          visitTitle: z.string(),
          visitTitleLatin: z.string(),
          title: z.string(),
          titleLatin: z.string(),
          person: z.string(),
          dueAt: wallTime,
        }),
      ),
      /** Plans that wait for a decision. */
      plans: z.array(
        z.object({
          visitId: z.string(),
          title: z.string(),
          titleLatin: z.string(),
          grade: z.enum(['A', 'B', 'C']),
          startsOn: z.string(),
          number: z.int(),
          step: z.string(),
          submittedBy: z.string(),
          mayDecide: z.boolean(),
        }),
      ),
      /** Holds that were released by themselves since yesterday, and those that run out by the end of tomorrow. */
      holds: z.array(
        z.object({
          id: z.string(),
          resourceId: z.string(),
          resource: z.string(),
          resourceLatin: z.string(),
          kind: z.enum(['room', 'vehicle', 'person']),
          title: z.string(),
          organizer: z.string(),
          startsAt: wallTime,
          endsAt: wallTime,
          at: wallTime,
          released: z.boolean(),
        }),
      ),
      /** Vehicles whose inspection or insurance runs out within 30 days, or has. */
      papers: z.array(
        z.object({ resourceId: z.string(), name: z.string(), paper: z.enum(['inspection', 'insurance']), day }),
      ),
      badges: z.array(
        z.object({
          visitId: z.string(),
          title: z.string(),
          titleLatin: z.string(),
          startsOn: day,
          unprinted: z.int(),
          total: z.int(),
        }),
      ),
    }),
  ),
}

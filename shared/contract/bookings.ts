import { oc } from '@orpc/contract'
import { z } from 'zod'
import { bookingConflict, CONFLICT, finding, NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, forward, id, required, revision, span, text, wallTime } from './fields.ts'
import { resourceKind } from './resources.ts'

export const bookingStatus = z.enum(['tentative', 'confirmed', 'cancelled'])

export const booking = z.object({
  id,
  resourceId: id,
  visitId: id.nullable(),
  itemId: id.nullable(),
  /** The booking's own title, or its visit's. */
  title: z.string(),
  /** The visit's English title, where it has one and the booking has no title of its own. */
  titleLatin: z.string(),
  grade: z.enum(['A', 'B', 'C']).nullable(),
  startsAt: wallTime,
  endsAt: wallTime,
  blockedFrom: wallTime,
  blockedUntil: wallTime,
  status: bookingStatus,
  headcount: z.int().nullable(),
  organizer: z.string(),
  notes: z.string(),
  revision,
})
export type Booking = z.infer<typeof booking>

const fields = z.object({
  resourceId: id,
  title: required(120),
  startsAt: wallTime,
  endsAt: wallTime,
  headcount: z.int().min(1).max(5000).nullable(),
  organizer: text(80),
  notes: text(2000),
  status: z.enum(['tentative', 'confirmed']),
})

export const bookings = {
  /** Bookings that touch `[from, until)`, cancelled ones left out. */
  list: oc
    .input(z.object({ from: wallTime, until: wallTime, kind: resourceKind.optional(), resourceId: id.optional() }))
    .output(z.array(booking)),
  /** A booking on its own, such as an internal meeting. */
  create: oc
    .errors({ CONFLICT, NOT_FOUND })
    .input(
      fields
        .partial({ headcount: true, organizer: true, notes: true, status: true })
        .refine(value => value.startsAt < value.endsAt, forward),
    )
    .output(z.object({ booking, actId, warnings: z.array(finding) })),
  /** Moves, stretches or edits one; a booking of an itinerary item takes its item along. */
  update: oc
    .errors({ CONFLICT, NOT_FOUND, STALE, NOT_ALLOWED })
    .input(
      z
        .object({ id, revision, patch: fields.partial() })
        .refine(({ patch }) => !patch.startsAt || !patch.endsAt || patch.startsAt < patch.endsAt, {
          ...forward,
          path: ['patch', 'endsAt'],
        }),
    )
    .output(z.object({ booking, actId, warnings: z.array(finding) })),
  cancel: oc.errors({ NOT_FOUND }).input(z.object({ id })).output(z.object({ actId })),
  /** What would be in the way of a booking, without making it; null where it is free. */
  check: oc
    .errors({ NOT_FOUND })
    .input(span.extend({ resourceId: id, headcount: z.int().nullable(), itemId: id.nullable() }))
    .output(z.object({ conflict: bookingConflict.nullable(), warnings: z.array(finding) })),
  /** Which resources of a kind are free for a span, best fit first, and which are taken. */
  free: oc
    .input(
      span.extend({
        kind: resourceKind,
        headcount: z.int().nullable(),
        itemId: id.nullable(),
        equipment: z.array(required(40)).max(40).default([]),
      }),
    )
    .output(z.array(z.object({ resourceId: id, free: z.boolean(), findings: z.array(finding), takenBy: z.string() }))),
}

import { z } from 'zod'
import { MINUTES_PER_DAY } from '../domain/time.ts'
import { GRADES, SETUP_STYLES } from '../domain/visit.ts'
import { BAD_FILE, bookingConflict, CONFLICT, finding, NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, day, forward, id, required, revision, span, text, wallTime } from './fields.ts'
import { asks, patchOf } from './procedure.ts'
import { resourceKind, rrule } from './resources.ts'

export const bookingStatus = z.enum(['tentative', 'confirmed', 'cancelled'])

const loan = z.object({ movableId: id, quantity: z.int().min(1).max(500) })

/** A wall time that the table has checked: five thousand of them are not checked again on their way to the window. */
const shownTime = z.string()

export const booking = z.object({
  id,
  resourceId: id,
  visitId: id.nullable(),
  itemId: id.nullable(),
  /** The booking's own title, or its visit's. */
  title: z.string(),
  /** The visit's English title, where it has one and the booking has no title of its own. */
  titleLatin: z.string(),
  grade: z.enum(GRADES).nullable(),
  startsAt: shownTime,
  endsAt: shownTime,
  blockedFrom: shownTime,
  blockedUntil: shownTime,
  status: bookingStatus,
  headcount: z.int().nullable(),
  organizer: z.string(),
  purpose: z.string(),
  /** What the room must have. */
  equipment: z.array(z.string()),
  setupStyle: z.enum(SETUP_STYLES),
  /** Movable things that are brought to it. */
  loans: z.array(loan),
  notes: z.string(),
  /** A tentative hold is released by itself at this minute. */
  expiresAt: shownTime.nullable(),
  seriesId: id.nullable(),
  /** The rule of its series; empty where it is alone. */
  rrule: z.string(),
  /** UID in the calendar it was read from; empty for one made here. */
  uid: z.string(),
  /** Vehicles: where the trip begins and ends, and the odometer, km. */
  fromPlace: z.string(),
  toPlace: z.string(),
  mileageOut: z.int().nullable(),
  mileageIn: z.int().nullable(),
  /** Booked, and nobody came. */
  noShow: z.boolean(),
  revision,
})
export type Booking = z.infer<typeof booking>

const mileage = z.int().min(0).max(9_999_999).nullable()

/** What is kept of a booking. */
export const bookingFields = z.object({
  resourceId: id,
  title: required(120),
  startsAt: wallTime,
  endsAt: wallTime,
  headcount: z.int().min(1).max(5000).nullable(),
  organizer: text(80),
  purpose: text(200),
  equipment: z.array(required(40)).max(40),
  setupStyle: z.enum(SETUP_STYLES),
  loans: z.array(loan).max(40),
  notes: text(2000),
  status: z.enum(['tentative', 'confirmed']),
  expiresAt: wallTime.nullable(),
  fromPlace: text(80),
  toPlace: text(80),
  mileageOut: mileage,
  mileageIn: mileage,
  noShow: z.boolean(),
})
const newFields = bookingFields.omit({ mileageOut: true, mileageIn: true, noShow: true })
const wanted = patchOf(newFields, 'resourceId', 'title', 'startsAt', 'endsAt')
export type BookingFields = z.infer<typeof bookingFields>

/** Which of a series a change is for: this one, this and those after it, or all that are not over. */
const scope = z.enum(['one', 'following', 'all'])
export type Scope = z.infer<typeof scope>

const repeating = { rrule, except: z.array(day).max(400).default([]) }

export const occurrence = span.extend({
  /** What is in the way; empty where it is free. */
  takenBy: z.string(),
  /** A free resource that fits at that time, where this one is taken. */
  alternative: z.object({ id, name: z.string() }).nullable(),
})
export type Occurrence = z.infer<typeof occurrence>

const offer = span.extend({ resourceId: id, findings: z.array(finding) })

const search = z.object({
  kind: resourceKind,
  headcount: z.int().min(1).max(5000).nullable(),
  equipment: z.array(required(40)).max(40).default([]),
  setupStyle: z.enum(SETUP_STYLES).default(''),
  minutes: z.int().min(5).max(MINUTES_PER_DAY),
  windows: z
    .array(span.refine(value => value.startsAt < value.endsAt, forward))
    .min(1)
    .max(31),
  /** The booking that comes before on the same day: its resource and building are preferred. */
  nearId: id.nullable().default(null),
})

export const placed = z.object({
  itemId: id,
  content: z.string(),
  kind: z.string(),
  startsAt: wallTime,
  endsAt: wallTime,
  headcount: z.int().nullable(),
  resourceId: id.nullable(),
  resourceName: z.string(),
  findings: z.array(finding),
  why: z.enum(['sameRoom', 'sameBuilding', 'bestFit', 'taken', 'tooSmall']),
})
export type PlacedItem = z.infer<typeof placed>

const calendarLine = span.extend({
  uid: z.string(),
  title: z.string(),
  /** `older`: what is known is newer, and stays; `cancelled`: it does not take place, and nothing is booked for it. */
  change: z.enum(['new', 'moved', 'same', 'gone', 'older', 'cancelled']),
  /** Another booking in the way; empty where it is free. */
  takenBy: z.string(),
  /** The file names no end: the hour is a guess. */
  noEnd: z.boolean(),
})
export type CalendarLine = z.infer<typeof calendarLine>

/** An event of a calendar file that cannot be read: an impossible date, a year or zone nobody knows, an end before its beginning. */
const calendarPassedOver = z.object({
  line: z.int(),
  title: z.string(),
  reason: z.enum(['date', 'year', 'zone', 'rule', 'ends', 'noLength', 'long', 'many']),
  /** What is written there. */
  detail: z.string(),
})
export type CalendarPassedOver = z.infer<typeof calendarPassedOver>

/** A row of an imported list. */
export const bookingRow = z
  .object({
    resourceId: id,
    title: required(120),
    startsAt: wallTime,
    endsAt: wallTime,
    organizer: text(80),
    headcount: z.int().min(1).max(5000).nullable(),
    status: z.enum(['tentative', 'confirmed']).default('confirmed'),
    notes: text(2000),
  })
  .refine(value => value.startsAt < value.endsAt, forward)

export const bookings = {
  /** Bookings that touch `[from, until)`, cancelled ones left out. */
  list: asks('read')
    .input(z.object({ from: wallTime, until: wallTime, kind: resourceKind.optional(), resourceId: id.optional() }))
    .output(z.array(booking)),
  /** A booking on its own, such as an internal meeting. */
  create: asks('edit')
    .errors({ CONFLICT, NOT_FOUND, NOT_ALLOWED })
    .input(wanted.refine(value => value.startsAt < value.endsAt, forward))
    .output(z.object({ booking, actId, warnings: z.array(finding) })),
  /** What a series would be: each occurrence free or taken, before anything is booked. */
  preview: asks('read')
    .errors({ NOT_FOUND })
    .input(
      span.extend({
        ...repeating,
        resourceId: id,
        headcount: z.int().nullable().default(null),
        equipment: z.array(required(40)).default([]),
      }),
    )
    .output(z.array(occurrence)),
  /**
   * Many bookings by a rule, each guarded like any other. Where some are taken: nothing is booked (`refuse`), those are left out
   * (`skip`), or those are booked in the free alternative, and left out where there is none (`move`).
   */
  createSeries: asks('edit')
    .errors({ CONFLICT, NOT_FOUND, NOT_ALLOWED })
    .input(
      wanted
        .extend({ ...repeating, onConflict: z.enum(['refuse', 'skip', 'move']).default('refuse') })
        .refine(value => value.startsAt < value.endsAt, forward),
    )
    .output(z.object({ seriesId: id, actId, made: z.int(), moved: z.int(), skipped: z.array(span) })),
  /** Moves, stretches or edits one; a booking of an itinerary item takes its item along. */
  update: asks('edit')
    .errors({ CONFLICT, NOT_FOUND, STALE, NOT_ALLOWED })
    .input(
      z
        .object({ id, revision, patch: patchOf(bookingFields), scope: scope.default('one') })
        .refine(({ patch }) => !patch.startsAt || !patch.endsAt || patch.startsAt < patch.endsAt, {
          ...forward,
          path: ['patch', 'endsAt'],
        }),
    )
    .output(z.object({ booking, actId, changed: z.int(), warnings: z.array(finding) })),
  cancel: asks('edit')
    .errors({ NOT_FOUND, NOT_ALLOWED })
    .input(z.object({ id, scope: scope.default('one') }))
    .output(z.object({ actId, cancelled: z.int() })),
  /** Takes up a hold that was released when it expired, without an expiry. */
  restore: asks('edit')
    .errors({ NOT_FOUND, CONFLICT, NOT_ALLOWED })
    .input(z.object({ id }))
    .output(z.object({ booking, actId, warnings: z.array(finding) })),
  /** What would be in the way of a booking, without making it; null where it is free. */
  check: asks('read')
    .errors({ NOT_FOUND })
    .input(
      span.extend({
        resourceId: id,
        headcount: z.int().nullable(),
        itemId: id.nullable(),
        bookingId: id.nullable().default(null),
        setupStyle: z.enum(SETUP_STYLES).default(''),
        equipment: z.array(required(40)).default([]),
      }),
    )
    .output(z.object({ conflict: bookingConflict.nullable(), warnings: z.array(finding) })),
  /** Which resources of a kind are free for a span, best fit first, and which are taken. */
  free: asks('read')
    .input(
      span.extend({
        kind: resourceKind,
        headcount: z.int().nullable(),
        itemId: id.nullable(),
        equipment: z.array(required(40)).max(40).default([]),
        setupStyle: z.enum(SETUP_STYLES).default(''),
      }),
    )
    .output(z.array(z.object({ resourceId: id, free: z.boolean(), findings: z.array(finding), takenBy: z.string() }))),
  /** "A room for 12 with a projector, Thursday between 9 and 12, 90 minutes": best fit first, or what comes nearest. */
  find: asks('read')
    .input(search)
    .output(
      z.object({
        offers: z.array(offer),
        misses: z.array(
          z.discriminatedUnion('kind', [
            offer.extend({ kind: z.literal('time') }),
            offer.extend({ kind: z.literal('place') }),
            offer.extend({ kind: z.literal('split'), secondId: id }),
          ]),
        ),
      }),
    ),
  /** Rooms for every stop of a visit that has none, as a proposal. */
  proposeRooms: asks('read')
    .errors({ NOT_FOUND })
    .input(z.object({ visitId: id }))
    .output(z.array(placed)),
  /** Books what was proposed, all or nothing. */
  takeRooms: asks('edit')
    .errors({ NOT_FOUND, CONFLICT, NOT_ALLOWED })
    .input(
      z.object({
        visitId: id,
        places: z
          .array(z.object({ itemId: id, resourceId: id }))
          .min(1)
          .max(200),
      }),
    )
    .output(z.object({ actId, booked: z.int() })),
  /** The first times at which all of these are free for so long. */
  common: asks('read')
    .errors({ NOT_FOUND })
    .input(
      z
        .object({
          resourceIds: z.array(id).min(1).max(60),
          startsAt: wallTime,
          endsAt: wallTime,
          minutes: z.int().min(5).max(600),
        })
        .refine(value => value.startsAt < value.endsAt, forward),
    )
    .output(z.array(span)),
  /** Hours booked by resource, and by weekday and hour. */
  utilisation: asks('read')
    .input(z.object({ kind: resourceKind, from: day, until: day }))
    .output(
      z.object({
        resources: z.array(
          z.object({ resourceId: id, bookings: z.int(), booked: z.int(), bookable: z.int(), noShows: z.int() }),
        ),
        /** Minutes, by weekday from Sunday and hour of the day. */
        heat: z.array(z.array(z.int())),
        capacity: z.array(z.array(z.int())),
      }),
    ),
  /** Reads a calendar file (.ics) as the busy time of a resource, and says what it would change. */
  readCalendar: asks('edit')
    .errors({ BAD_FILE, NOT_FOUND })
    .input(z.object({ resourceId: id, file: z.file() }))
    .output(z.object({ name: z.string(), lines: z.array(calendarLine), passedOver: z.array(calendarPassedOver) })),
  /** Takes a calendar file over: new ones are booked, known UIDs moved, those gone released; what is taken is left out. */
  importCalendar: asks('edit')
    .errors({ BAD_FILE, NOT_FOUND, NOT_ALLOWED, CONFLICT })
    .input(z.object({ resourceId: id, file: z.file() }))
    .output(
      z.object({ actId, made: z.int(), moved: z.int(), released: z.int(), skipped: z.int(), passedOver: z.int() }),
    ),
  /** Books the rows of a table, all or nothing. @throws CONFLICT with every row that is taken */
  importRows: asks('edit')
    .errors({ CONFLICT, NOT_FOUND, NOT_ALLOWED })
    .input(z.object({ rows: z.array(bookingRow).min(1).max(2000) }))
    .output(z.object({ actId, made: z.int() })),
}

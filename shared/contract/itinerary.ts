import { z } from 'zod'
import { ITEM_KINDS, PHOTO_RULES, SETUP_STYLES } from '../domain/visit.ts'
import { CONFLICT, finding, NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, forward, id, required, revision, text, wallTime } from './fields.ts'
import { asks, patchOf } from './procedure.ts'
import { visitFields } from './visits.ts'

export const itemFields = z.object({
  kind: z.enum(ITEM_KINDS),
  startsAt: wallTime,
  endsAt: wallTime,
  content: text(500),
  /** Where it is when it is no room of ours. */
  place: text(160),
  /** Both in English, for papers that speak it; they go when what they translate changes. */
  contentLatin: text(500),
  placeLatin: text(160),
  personInCharge: text(80),
  phone: text(40),
  notes: text(2000),
  /** A flight, an executive's slot: never moved by others. */
  isFixed: z.boolean(),
  allGuests: z.boolean(),
  /** Who takes part where not all do. */
  guestIds: z.array(id).max(5000),
  /** What is done when it cannot be done so. */
  planB: text(1000),
  setupStyle: z.enum(SETUP_STYLES),
  /** What the room must have; a room that lacks it is warned of. */
  equipment: z.array(required(40)).max(40),
  nameCards: z.boolean(),
  refreshments: text(200),
  /** Of a tour. */
  route: text(500),
  safetyGear: text(200),
  photoRule: z.enum(PHOTO_RULES),
  roomId: id.nullable(),
  vehicleIds: z.array(id).max(40),
})
export type ItemFields = z.infer<typeof itemFields>

export const item = itemFields.extend({
  id,
  visitId: id,
  roomName: z.string(),
  roomLatinName: z.string(),
  vehicles: z.array(
    z.object({ id, name: z.string(), plate: z.string(), driverName: z.string(), driverPhone: z.string() }),
  ),
  /** How the item's resources are taken. */
  bookingStatus: z.enum(['none', 'tentative', 'confirmed']),
  revision,
})
export type Item = z.infer<typeof item>

/** What a visit and its items are called in English. */
const english = z.object({
  visit: visitFields.pick({ organizationLatin: true, themeLatin: true, dressLatin: true, mapNoteLatin: true }),
  items: z.array(itemFields.pick({ contentLatin: true, placeLatin: true }).extend({ id })).max(2000),
})
export type English = z.infer<typeof english>

const endsAfterStart = (value: { startsAt?: string | undefined; endsAt?: string | undefined }) =>
  !value.startsAt || !value.endsAt || value.startsAt < value.endsAt

export const itinerary = {
  /** Items of a visit in order of time. */
  list: asks('read')
    .input(z.object({ visitId: id }))
    .output(z.array(item)),
  /** Adds an item and books its room and vehicles in the same transaction. */
  add: asks('edit')
    .errors({ NOT_FOUND, CONFLICT, NOT_ALLOWED })
    .input(patchOf(itemFields, 'startsAt', 'endsAt', 'kind').extend({ visitId: id }).refine(endsAfterStart, forward))
    .output(z.object({ item, actId, warnings: z.array(finding) })),
  /** Edits an item; its bookings follow or the whole edit is refused. */
  update: asks('edit')
    .errors({ NOT_FOUND, STALE, CONFLICT, NOT_ALLOWED })
    .input(
      z
        .object({ id, revision, patch: patchOf(itemFields) })
        .refine(({ patch }) => endsAfterStart(patch), { ...forward, path: ['patch', 'endsAt'] }),
    )
    .output(z.object({ item, actId, warnings: z.array(finding) })),
  /** Adds a whole agenda at once or not at all; who is in charge and where, as far as it says. */
  addAll: asks('edit')
    .errors({ NOT_FOUND, CONFLICT, NOT_ALLOWED })
    .input(
      z.object({
        visitId: id,
        items: z
          .array(patchOf(itemFields, 'startsAt', 'endsAt', 'kind').refine(endsAfterStart, forward))
          .min(1)
          .max(300),
      }),
    )
    .output(z.object({ actId, added: z.int() })),
  /** Puts one person in charge of several items. */
  assign: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ ids: z.array(id).min(1).max(500), personInCharge: required(80), phone: text(40) }))
    .output(z.object({ actId })),
  /** A visit in English: as it is worded, else as elsewhere, as is usual, or as before the words changed. Empty: not known. */
  wordings: asks('read')
    .errors({ NOT_FOUND })
    .input(z.object({ visitId: id }))
    .output(english),
  /** Words a visit and some of its items in English, all together; what is not named stays. */
  word: asks('edit')
    .errors({ NOT_FOUND })
    .input(english.extend({ visitId: id, visit: patchOf(english.shape.visit) }))
    .output(z.object({ actId })),
  /** Puts an item at another place in the order of its day; its neighbours follow on. */
  reorder: asks('edit')
    .errors({ NOT_FOUND, CONFLICT, NOT_ALLOWED })
    .input(z.object({ id, to: z.int().min(0) }))
    .output(z.object({ actId })),
  remove: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ ids: z.array(id).min(1).max(500) }))
    .output(z.object({ actId })),
  /** Every booking of other visits or meetings that overlaps what the given spans would take. */
  conflicts: asks('read')
    .input(
      z.object({
        wants: z
          .array(z.object({ resourceId: id, startsAt: wallTime, endsAt: wallTime, itemId: id.nullable() }))
          .max(1000),
      }),
    )
    .output(
      z.array(z.object({ index: z.int(), bookingId: id, title: z.string(), startsAt: wallTime, endsAt: wallTime })),
    ),
}

import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { GUEST_TEXTS, type GuestLimits } from '../domain/lists/guestDraft.ts'
import { BADGE_ROLES } from '../domain/papers/badgeRole.ts'
import { GENDERS } from '../domain/visit.ts'
import { NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, day, id, required, revision, text, wallTime } from './fields.ts'
import { longest } from './longest.ts'
import { asks, patchOf } from './procedure.ts'

export const guestFields = z.object({
  name: required(80),
  latinName: text(120),
  title: text(120),
  organization: text(160),
  gender: z.enum(GENDERS),
  phone: text(60),
  email: text(160),
  language: text(60),
  diet: text(200),
  religion: text(60),
  ethnicity: text(60),
  health: text(500),
  notes: text(2000),
  /** What the badge says that the guest is; empty: nothing. */
  badgeRole: z.enum(['', ...BADGE_ROLES]),
  isHead: z.boolean(),
  /** Flight or train, station or airport, and when. */
  arrivalNumber: text(40),
  arrivalPlace: text(120),
  arrivalAt: wallTime.nullable(),
  departureNumber: text(40),
  departurePlace: text(120),
  departureAt: wallTime.nullable(),
  /** Consent to keep health, religion and ethnicity: the day, and who took it. */
  consentOn: day.nullable(),
  consentBy: text(80),
})
export type GuestFields = z.infer<typeof guestFields>

/** The most characters of each text of a guest, by which a list is looked through before it is saved. */
export const GUEST_LIMITS = Object.fromEntries(
  GUEST_TEXTS.map(field => [field, longest(guestFields.shape[field])]),
) as GuestLimits

export const guest = guestFields.extend({
  id,
  visitId: id,
  name: z.string(),
  position: z.int(),
  /** Health, religion or ethnicity is kept of this guest. The three are empty here; `sensitive` tells them. */
  hasSensitive: z.boolean(),
  badgePrintedAt: wallTime.nullable(),
  revision,
})
export type Guest = z.infer<typeof guest>

/** What a new guest needs; the rest is empty. A missing Latin name of a Chinese name is filled in pinyin. */
export const newGuest = patchOf(guestFields, 'name')
export type NewGuest = z.infer<typeof newGuest>

export const guests = {
  /** Guests of a visit by precedence: head of delegation first, then their order. */
  list: asks('read')
    .input(z.object({ visitId: id }))
    .output(z.array(guest)),
  /** What must be asked for and is shown to roles that need it; that it was asked for is written down. */
  sensitive: asks('sensitive')
    .errors({ NOT_FOUND })
    .input(z.object({ id }))
    .output(z.object({ health: z.string(), religion: z.string(), ethnicity: z.string() })),
  /** Sensitive fields want a consent: NOT_ALLOWED consentMissing. */
  add: asks('edit')
    .errors({ NOT_FOUND, NOT_ALLOWED })
    .input(z.object({ visitId: id, guest: newGuest }))
    .output(z.object({ guest, actId })),
  update: asks('edit')
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(z.object({ id, revision, patch: patchOf(guestFields) }))
    .output(z.object({ guest, actId })),
  /** Puts a guest at a place of the order, 0 being first. */
  reorder: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ id, to: z.int().min(0) }))
    .output(z.object({ actId })),
  remove: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ ids: z.array(id).min(1).max(10_000) }))
    .output(z.object({ actId })),
  /** Saves a whole list or nothing, telling how far it is. Ending the iteration early leaves nothing behind. */
  importAll: asks('edit')
    .errors({ NOT_FOUND, NOT_ALLOWED })
    .input(z.object({ visitId: id, guests: z.array(newGuest).min(1).max(20_000) }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
          z.object({ kind: z.literal('saved'), actId, count: z.int() }),
        ]),
      ),
    ),
}

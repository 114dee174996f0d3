import { z } from 'zod'
import { ROOM_TYPES } from '../domain/plan/lodging.ts'
import { NOT_FOUND } from './errors.ts'
import { actId, day, forward, id, revision, text } from './fields.ts'
import { cents, guestIds, lines } from './lines.ts'
import { asks, patchOf } from './procedure.ts'

export const stayFields = z.object({
  hotel: text(160),
  roomType: z.enum(ROOM_TYPES),
  roomNumber: text(20),
  checkIn: day,
  /** The day of leaving: the last night is the one before. */
  checkOut: day,
  guestIds,
  confirmation: text(60),
  nightCost: cents,
  notes: text(500),
})
export type StayFields = z.infer<typeof stayFields>

export const stay = stayFields.extend({ id, visitId: id, revision })
export type Stay = z.infer<typeof stay>

const leavesLater = (value: { checkIn?: string | undefined; checkOut?: string | undefined }) =>
  !value.checkIn || !value.checkOut || value.checkIn < value.checkOut

/** One hotel room for some nights, with who sleeps in it. */
export const lodging = {
  ...lines({
    fresh: patchOf(stayFields, 'checkIn', 'checkOut').refine(leavesLater, { ...forward, path: ['checkOut'] }),
    patch: patchOf(stayFields).refine(leavesLater, { ...forward, path: ['checkOut'] }),
    line: stay,
  }),
  /** Rooms for every guest who has a night and no bed: one each, or two to a room, in the order of precedence. */
  house: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ visitId: id, roomType: z.enum(['single', 'twin']), hotel: text(160) }))
    .output(z.object({ actId, added: z.int() })),
}

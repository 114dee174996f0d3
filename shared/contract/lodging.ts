import { z } from 'zod'
import { ROOM_TYPES } from '../domain/lodging.ts'
import { day, forward, id, revision, text } from './fields.ts'
import { cents, guestIds, lines } from './lines.ts'

const fields = z.object({
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
export type StayFields = z.infer<typeof fields>

export const stay = fields.extend({ id, visitId: id, revision })
export type Stay = z.infer<typeof stay>

const leavesLater = (value: { checkIn?: string | undefined; checkOut?: string | undefined }) =>
  !value.checkIn || !value.checkOut || value.checkIn < value.checkOut

/** One hotel room for some nights, with who sleeps in it. */
export const lodging = lines({
  fresh: fields
    .partial()
    .required({ checkIn: true, checkOut: true })
    .refine(leavesLater, { ...forward, path: ['checkOut'] }),
  patch: fields.partial().refine(leavesLater, { ...forward, path: ['checkOut'] }),
  line: stay,
})

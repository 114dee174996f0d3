import { z } from 'zod'
import { SEATING_LAYOUTS } from '../domain/seating/room.ts'
import { id, revision } from './fields.ts'
import { lines } from './lines.ts'
import { patchOf } from './procedure.ts'

export const seatingOptions = z.object({
  first: z.enum(['right', 'left']),
  door: z.enum(['across', 'end']),
  seatsPerSide: z.int().min(0).max(60),
  tables: z.int().min(1).max(20),
  seatsPerTable: z.int().min(6).max(12),
  carSeats: z.int().min(1).max(60),
  hostDrives: z.boolean(),
})

const seatingFields = z.object({
  layout: z.enum(SEATING_LAYOUTS),
  options: seatingOptions,
  /** Who sits where by hand, by seat: `guest:<id>` or `staff:<name>`; null follows the rules. */
  seats: z.record(z.string().max(40), z.string().max(120)).nullable(),
})

export const seatingLine = seatingFields.extend({ id, visitId: id, itemId: id, tripId: id.nullable(), revision })
export type Seating = z.infer<typeof seatingLine>

/** Who sits where: at a stop, or in one of its cars (`tripId`). One plan for each. */
export const seating = lines({
  fresh: patchOf(seatingFields).extend({ itemId: id, tripId: id.nullable() }),
  patch: patchOf(seatingFields),
  line: seatingLine,
})

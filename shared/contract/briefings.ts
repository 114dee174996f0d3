import { z } from 'zod'
import { CONFLICT, NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, forward, id, required, revision, text, wallTime } from './fields.ts'
import { lines } from './lines.ts'
import { asks, patchOf } from './procedure.ts'

const fields = z.object({
  startsAt: wallTime,
  endsAt: wallTime,
  /** One of our rooms, booked with the meeting; null for elsewhere. */
  roomId: id.nullable(),
  place: text(160),
  agenda: text(4000),
})

export const briefing = fields.extend({ id, visitId: id, roomName: z.string(), revision })
export type Briefing = z.infer<typeof briefing>

export const attendeeFields = z.object({ name: required(80), phone: text(60), duty: text(200), attended: z.boolean() })
export type AttendeeFields = z.infer<typeof attendeeFields>

export const attendee = attendeeFields.extend({ id, visitId: id, name: z.string(), revision })
export type Attendee = z.infer<typeof attendee>

/** The internal meeting where all staff learn the plan. */
export const briefings = {
  get: asks('read')
    .input(z.object({ visitId: id }))
    .output(briefing.nullable()),
  /** Makes the visit's briefing, or changes the one that was seen (`revision`, null while there is none); its room is booked with it or the whole is refused. */
  put: asks('edit')
    .errors({ NOT_FOUND, STALE, CONFLICT, NOT_ALLOWED })
    .input(
      patchOf(fields)
        .extend({ visitId: id, revision: revision.nullable() })
        .refine(value => !value.startsAt || !value.endsAt || value.startsAt < value.endsAt, forward),
    )
    .output(z.object({ briefing, actId })),
  remove: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ visitId: id }))
    .output(z.object({ actId })),
  /** Invites everybody who has a duty at this visit and is not invited yet. */
  invite: asks('edit')
    .errors({ NOT_FOUND })
    .input(z.object({ visitId: id }))
    .output(z.object({ actId, added: z.int() })),
}
export const attendees = lines({
  fresh: patchOf(attendeeFields, 'name'),
  patch: patchOf(attendeeFields),
  line: attendee,
})

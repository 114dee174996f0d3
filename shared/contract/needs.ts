import { z } from 'zod'
import { NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, id, revision, text } from './fields.ts'
import { guest, newGuest } from './guests.ts'
import { asks, patchOf } from './procedure.ts'
import { visit, visitFields, visitSummary } from './visits.ts'

/** What the other side asks for, who they are, and what is known of them from before. */
export const needs = {
  /** Earlier and other visits of an organization, newest first. */
  organization: asks('read')
    .input(z.object({ organization: text(160), exceptId: id.nullable() }))
    .output(z.array(visitSummary)),
  /** Organizations that begin with or hold a text, the most frequent first. */
  organizations: asks('read')
    .input(z.object({ text: text(160) }))
    .output(z.array(z.string())),
  /** Guests of earlier visits with this name or phone, newest first, one for each person. Sensitive fields are empty. */
  knownGuests: asks('read')
    .input(z.object({ visitId: id, name: text(80), phone: text(60) }))
    .output(z.array(guest.extend({ visitTitle: z.string(), visitedOn: z.string() }))),
  /** Saves what a filled needs form says: fields of the visit and new guests, all or nothing. */
  take: asks('edit')
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(z.object({ visitId: id, revision, patch: patchOf(visitFields), guests: z.array(newGuest).max(5000) }))
    .output(z.object({ visit, added: z.int(), actId })),
}

import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { LANGUAGES } from '../domain/language.ts'
import { BAD_FILE, STALE } from './errors.ts'
import { actId, clock, day, mail, required, revision, text, wallTime } from './fields.ts'
import { asks, patchOf } from './procedure.ts'

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
  email: mail(),
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
  settings: asks('open').output(officeSettings),
  update: asks('manage')
    .errors({ STALE })
    .input(z.object({ revision, patch: patchOf(officeFields) }))
    .output(z.object({ settings: officeSettings, actId })),
  /** PNG, JPEG or SVG of at most 1 MB; null takes the logo away. */
  setLogo: asks('manage')
    .errors({ BAD_FILE })
    .input(z.object({ file: z.file().nullable() }))
    .output(z.object({ settings: officeSettings })),
  /** What is there: decides the first-start page; and the office's clock. */
  state: asks('open').output(
    z.object({
      rooms: z.int(),
      vehicles: z.int(),
      visits: z.int(),
      hasSample: z.boolean(),
      now: wallTime,
      today: day,
    }),
  ),
  /** What was written, by whatever window, as it happens: the kinds of rows of each act. Never ends by itself. */
  changes: asks('read').output(eventIterator(z.object({ entities: z.array(z.string()) }))),
}

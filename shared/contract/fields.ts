import { z } from 'zod'
import { cleanText } from '../domain/text.ts'
import { isDay, isWallTime } from '../domain/time.ts'

/** UUIDv7 text. */
export const id = z.uuid()
/** Wide around the years of a visit (`isOfOurTime`), so that what is worked out from a day stays readable. */
const isNear = (time: string): boolean => time >= '1800' && time < '2301'
/** A calendar day, `2026-11-23`, from 1800 to 2300. */
export const day = z.string().refine(value => isDay(value) && isNear(value), { error: 'notADay' })
/** Office-local wall clock, `2026-11-23T09:30`, from 1800 to 2300. */
export const wallTime = z.string().refine(value => isWallTime(value) && isNear(value), { error: 'notATime' })
/** `HH:mm`, 00:00 to 24:00. */
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'notAClock' })
/** The revision of the row the writer saw; an older one is answered STALE. */
export const revision = z.int().min(1)
/** Trimmed text of at most `most` characters, empty allowed; control characters never enter it. */
export const text = (most = 200) => z.string().overwrite(cleanText).trim().max(most, { error: 'tooLong' })
/** Trimmed text of 1 to `most` characters. */
export const required = (most = 200) => text(most).min(1, { error: 'required' })
/** A mail address, or none. */
export const mail = (most = 160) =>
  text(most).refine(
    value => value === '' || /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@.<>()[\],;:"]{2,}$/.test(value),
    {
      error: 'notAnEmail',
    },
  )
/** What changed together and is undone together. */
export const actId = z.uuid()

/** `endsAt` after `startsAt`, at most 60 days. */
export const span = z.object({ startsAt: wallTime, endsAt: wallTime })
export const forward = { error: 'endBeforeStart', path: ['endsAt'] as string[] }

/** Fields as the query string of an address, without the question mark; what is empty does not stand in it. */
export function queryOf(fields: object): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined && value !== '') query.set(key, String(value))
  }
  return query.toString()
}

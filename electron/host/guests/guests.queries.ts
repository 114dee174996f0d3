import type { Guest } from '../../../shared/contract/guests.ts'
import { SENSITIVE_FIELDS, type SensitiveField } from '../../../shared/domain/visit.ts'
import type { GuestRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'

/** Is anything kept of this guest that wants a consent? */
export const isSensitive = (row: { [Field in SensitiveField]?: string | undefined }): boolean =>
  SENSITIVE_FIELDS.some(field => Boolean(row[field]))

/** A guest as everybody may see it: health, religion and ethnicity are masked. */
export function toGuest(row: GuestRow): Guest {
  return { ...row, health: '', religion: '', ethnicity: '', hasSensitive: isSensitive(row) }
}

/** Guests of a visit by precedence: head of delegation first, then their order. */
export function guestsOfVisit(db: Db, visitId: string): Promise<GuestRow[]> {
  return db
    .selectFrom('guest')
    .selectAll()
    .where('visitId', '=', visitId)
    .orderBy('isHead', 'desc')
    .orderBy('position')
    .execute()
}

export function findGuests(db: Db, ids: readonly string[]): Promise<GuestRow[]> {
  return db.selectFrom('guest').selectAll().where('id', 'in', ids).execute()
}

/** The place after the last guest of a visit. */
export async function nextPosition(db: Db, visitId: string): Promise<number> {
  const row = await db
    .selectFrom('guest')
    .select(eb => eb.fn.max('position').as('last'))
    .where('visitId', '=', visitId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

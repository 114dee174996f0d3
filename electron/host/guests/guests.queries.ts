import type { Guest } from '../../../shared/contract/guests.ts'
import type { GuestRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'

/** Is anything kept of this guest that wants a consent? */
export const isSensitive = (row: Pick<GuestRow, 'health' | 'religion' | 'ethnicity'>): boolean =>
  row.health !== '' || row.religion !== '' || row.ethnicity !== ''

/** A guest as everybody may see it: health, religion and ethnicity are masked. */
export function toGuest(row: GuestRow): Guest {
  return {
    id: row.id,
    visitId: row.visit_id,
    position: row.position,
    name: row.name,
    latinName: row.latin_name,
    title: row.title,
    organization: row.organization,
    gender: row.gender,
    phone: row.phone,
    email: row.email,
    language: row.language,
    diet: row.diet,
    religion: '',
    ethnicity: '',
    health: '',
    hasSensitive: isSensitive(row),
    notes: row.notes,
    badgeRole: row.badge_role,
    isHead: row.is_head === 1,
    arrivalNumber: row.arrival_number,
    arrivalPlace: row.arrival_place,
    arrivalAt: row.arrival_at,
    departureNumber: row.departure_number,
    departurePlace: row.departure_place,
    departureAt: row.departure_at,
    consentOn: row.consent_on,
    consentBy: row.consent_by,
    badgePrintedAt: row.badge_printed_at,
    revision: row.revision,
  }
}

/** Guests of a visit by precedence: head of delegation first, then their order. */
export function guestsOfVisit(db: Db, visitId: string): Promise<GuestRow[]> {
  return db
    .selectFrom('guest')
    .selectAll()
    .where('visit_id', '=', visitId)
    .orderBy('is_head', 'desc')
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
    .where('visit_id', '=', visitId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

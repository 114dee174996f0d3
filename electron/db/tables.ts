import type { Generated } from 'kysely'
import type { Gender, Grade, ItemKind, VisitKind, VisitStatus } from '../../shared/domain/visit.ts'

/** The tables as Kysely sees them. SQLite keeps booleans as 0 and 1, lists as JSON text. */
export interface Tables {
  setting: { key: string; value: string; revision: Generated<number> }
  visit: VisitRow
  guest: GuestRow
  itinerary_item: ItemRow
  resource: ResourceRow
  closure: ClosureRow
  booking: BookingRow
  change_log: {
    number: Generated<number>
    act_id: string
    at: string
    actor: string
    visit_id: string | null
    entity: string
    entity_id: string
    action: 'create' | 'update' | 'delete'
    before: string | null
    after: string | null
  }
  search: { rowid: number; body: string; rank: Generated<number> }
  search_entry: {
    number: Generated<number>
    kind: string
    entity_id: string
    visit_id: string | null
    title: string
    detail: string
  }
}

export interface VisitRow {
  id: string
  code: string
  title: string
  title_latin: string
  grade: Grade
  kind: VisitKind
  status: VisitStatus
  starts_on: string
  ends_on: string
  headcount: number | null
  organization: string
  contact_name: string
  contact_phone: string
  contact_email: string
  coordinator: string
  coordinator_phone: string
  purpose: string
  theme: string
  dress: string
  map_note: string
  notes: string
  is_sample: number
  revision: number
}

export interface GuestRow {
  id: string
  visit_id: string
  position: number
  name: string
  latin_name: string
  title: string
  organization: string
  gender: Gender
  phone: string
  email: string
  language: string
  diet: string
  religion: string
  ethnicity: string
  health: string
  notes: string
  badge_role: string
  is_head: number
  badge_printed_at: string | null
  revision: number
}

export interface ItemRow {
  id: string
  visit_id: string
  kind: ItemKind
  starts_at: string
  ends_at: string
  content: string
  place: string
  person_in_charge: string
  phone: string
  notes: string
  is_fixed: number
  all_guests: number
  guest_ids: string
  revision: number
}

export interface ResourceRow {
  id: string
  kind: 'room' | 'vehicle' | 'person'
  name: string
  latin_name: string
  capacity: number | null
  building: string
  floor: string
  equipment: string
  plate: string
  vehicle_kind: string
  driver_name: string
  driver_phone: string
  setup_minutes: number
  clearup_minutes: number
  bookable_from: string
  bookable_until: string
  strict: number
  exclusive: number
  notes: string
  removed: number
  is_sample: number
  revision: number
}

export interface ClosureRow {
  id: string
  resource_id: string
  starts_at: string
  ends_at: string
  reason: string
  revision: number
}

export interface BookingRow {
  id: string
  resource_id: string
  visit_id: string | null
  item_id: string | null
  title: string
  starts_at: string
  ends_at: string
  blocked_from: string
  blocked_until: string
  status: 'tentative' | 'confirmed' | 'cancelled'
  headcount: number | null
  organizer: string
  notes: string
  is_sample: number
  revision: number
}

/** Tables whose rows people edit: every write to them is recorded and can be undone. */
export interface RecordedTables {
  visit: VisitRow
  guest: GuestRow
  itinerary_item: ItemRow
  resource: ResourceRow
  closure: ClosureRow
  booking: BookingRow
}
export type RecordedTable = keyof RecordedTables

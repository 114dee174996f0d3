import type { Generated } from 'kysely'
import type { PaperLanguage } from '../../shared/domain/language.ts'
import type { CostKind } from '../../shared/domain/plan/budget.ts'
import type { TaskCategory, TaskState } from '../../shared/domain/plan/checklist.ts'
import type { RoomType } from '../../shared/domain/plan/lodging.ts'
import type { AssignmentRole } from '../../shared/domain/plan/staffing.ts'
import type { SupplyKind } from '../../shared/domain/plan/supplies.ts'
import type { TicketKind } from '../../shared/domain/plan/transport.ts'
import type { Role } from '../../shared/domain/roles.ts'
import type { SeatingLayout } from '../../shared/domain/seating/room.ts'
import type {
  Gender,
  Grade,
  ItemKind,
  PhotoRule,
  SetupStyle,
  VisitKind,
  VisitStatus,
} from '../../shared/domain/visit.ts'

/** The tables as Kysely sees them. SQLite keeps booleans as 0 and 1, lists as JSON text. */
export interface Tables {
  setting: { key: string; value: string; revision: Generated<number> }
  visit: VisitRow
  guest: GuestRow
  itinerary_item: ItemRow
  resource: ResourceRow
  closure: ClosureRow
  booking: BookingRow
  booking_series: SeriesRow
  movable: MovableRow
  loan: LoanRow
  badge_design: BadgeDesignRow
  badge_design_version: {
    design_id: string
    number: number
    design: string
    saved_at: string
    saved_by: string
  }
  label_sheet: LabelSheetRow
  printer: PrinterRow
  print_log: {
    number: Generated<number>
    printed_at: string
    actor: string
    visit_id: string | null
    kind: string
    language: PaperLanguage
    version: string
    design: string
    guest_ids: string
    means: 'dialog' | 'printer' | 'pdf'
    printer: string
  }
  seating: SeatingRow
  room_part: { hall_id: string; part_id: string }
  rival: { resource_id: string; rival_id: string }
  loan_span: {
    movable_id: string
    booking_id: string
    quantity: number
    blocked_from: string
    blocked_until: string
  }
  assignment: AssignmentRow
  trip: TripRow
  ticket: TicketRow
  stay: StayRow
  meal: MealRow
  supply: SupplyRow
  allocation: AllocationRow
  cost: CostRow
  task: TaskRow
  plan_version: PlanVersionRow
  decision: DecisionRow
  attachment: AttachmentRow
  briefing: BriefingRow
  attendee: AttendeeRow
  visit_template: VisitTemplateRow
  account: AccountRow
  plan_snapshot: PlanSnapshotRow
  account_secret: AccountSecretRow
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
  organization_latin: string
  contact_name: string
  contact_phone: string
  contact_email: string
  coordinator: string
  coordinator_phone: string
  purpose: string
  theme: string
  theme_latin: string
  dress: string
  dress_latin: string
  map_note: string
  map_note_latin: string
  notes: string
  expectations: string
  topics: string
  preferences: string
  taboos: string
  wished_dates: string
  stay_days: number | null
  needs_transport: number
  needs_lodging: number
  needs_interpreting: number
  objectives: string
  entered_on: string | null
  has_checklist: number
  covered_facts: string | null
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
  arrival_number: string
  arrival_place: string
  arrival_at: string | null
  departure_number: string
  departure_place: string
  departure_at: string | null
  consent_on: string | null
  consent_by: string
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
  content_latin: string
  place_latin: string
  person_in_charge: string
  phone: string
  notes: string
  plan_b: string
  setup_style: SetupStyle
  equipment: string
  name_cards: number
  refreshments: string
  route: string
  safety_gear: string
  photo_rule: PhotoRule
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
  department: string
  title: string
  phone: string
  email: string
  languages: string
  can_drive: number
  notes: string
  removed: number
  is_sample: number
  weekly_hours: string
  style_capacity: string
  part_ids: string
  booked_by: 'front_desk' | 'coordinator' | 'administrator'
  photo: string
  plan_note: string
  inspection_on: string | null
  insurance_on: string | null
  home_place: string
  licence_class: string
  revision: number
}

export interface ClosureRow {
  id: string
  resource_id: string
  starts_at: string
  ends_at: string
  reason: string
  rrule: string
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
  purpose: string
  equipment: string
  setup_style: SetupStyle
  expires_at: string | null
  released_at: string | null
  series_id: string | null
  uid: string
  from_place: string
  to_place: string
  mileage_out: number | null
  mileage_in: number | null
  no_show: number
  revision: number
}

export interface SeriesRow {
  id: string
  rrule: string
  starts_at: string
  ends_at: string
  revision: number
}

export interface MovableRow {
  id: string
  name: string
  latin_name: string
  quantity: number
  notes: string
  removed: number
  is_sample: number
  revision: number
}

export interface LoanRow {
  id: string
  movable_id: string
  booking_id: string
  quantity: number
  revision: number
}

export interface AssignmentRow {
  id: string
  visit_id: string
  item_id: string | null
  role: AssignmentRole
  person_id: string | null
  name: string
  phone: string
  notes: string
  revision: number
}

export interface TripRow {
  id: string
  visit_id: string
  item_id: string
  vehicle_id: string | null
  vehicle_name: string
  plate: string
  seats: number | null
  driver_id: string | null
  driver_name: string
  driver_phone: string
  route: string
  meeting_point: string
  transport_number: string
  station: string
  transport_at: string | null
  luggage: string
  sign_text: string
  guest_ids: string
  notes: string
  revision: number
}

export interface TicketRow {
  id: string
  visit_id: string
  guest_id: string | null
  traveller: string
  kind: TicketKind
  number: string
  seat_class: string
  seat: string
  from_place: string
  to_place: string
  departs_at: string | null
  arrives_at: string | null
  cost: number | null
  notes: string
  revision: number
}

export interface StayRow {
  id: string
  visit_id: string
  hotel: string
  room_type: RoomType
  room_number: string
  check_in: string
  check_out: string
  guest_ids: string
  confirmation: string
  night_cost: number | null
  notes: string
  revision: number
}

export interface MealRow {
  id: string
  visit_id: string
  item_id: string
  venue: string
  room: string
  phone: string
  table_count: number | null
  seats: number | null
  head_cost: number | null
  over_reason: string
  menu: string
  drinks: string
  diets_seen: string
  notes: string
  revision: number
}

export interface SupplyRow {
  id: string
  kind: SupplyKind
  name: string
  latin_name: string
  unit: string
  unit_value: number
  quantity: number
  notes: string
  removed: number
  is_sample: number
  revision: number
}

export interface AllocationRow {
  id: string
  visit_id: string
  supply_id: string
  amount: number
  per_guest: number
  quantity: number
  reason: string
  returned: number
  revision: number
}

export interface CostRow {
  id: string
  visit_id: string
  kind: CostKind
  label: string
  estimated: number | null
  actual: number | null
  notes: string
  revision: number
}

export interface TaskRow {
  id: string
  visit_id: string
  item_id: string | null
  template_key: string
  title: string
  title_latin: string
  category: TaskCategory
  person: string
  due_at: string | null
  due_by_hand: number
  done_at: string | null
  done_by: string
  state: TaskState
  notes: string
  revision: number
}

export interface PlanVersionRow {
  id: string
  visit_id: string
  number: number
  status: 'submitted' | 'approved' | 'sent_back' | 'withdrawn' | 'superseded'
  chain: string
  submitted_at: string
  submitted_by: string
  note: string
  revision: number
}

export interface PlanSnapshotRow {
  version_id: string
  body: string
}

export interface DecisionRow {
  id: string
  visit_id: string
  version_id: string
  step: number
  verdict: 'approved' | 'sent_back'
  person: string
  comment: string
  decided_at: string
  recorded_by: string
  means: 'here' | 'paper' | 'phone'
  revision: number
}

export interface AttachmentRow {
  id: string
  visit_id: string
  task_id: string | null
  decision_id: string | null
  name: string
  file: string
  bytes: number
  added_at: string
  added_by: string
  revision: number
}

export interface BriefingRow {
  id: string
  visit_id: string
  starts_at: string
  ends_at: string
  booking_id: string | null
  place: string
  agenda: string
  revision: number
}

export interface AttendeeRow {
  id: string
  visit_id: string
  name: string
  phone: string
  duty: string
  attended: number
  revision: number
}

export interface VisitTemplateRow {
  id: string
  name: string
  name_latin: string
  kind: VisitKind
  blueprint: string
  revision: number
}

export interface AccountRow {
  id: string
  name: string
  role: Role
  removed: number
  revision: number
}

export interface AccountSecretRow {
  account_id: string
  salt: string
  hash: string
  wrong_tries: number
  wait_until: string
}

export interface BadgeDesignRow {
  id: string
  name: string
  name_latin: string
  design: string
  number: number
  removed: number
  revision: number
}

/** Lengths in hundredths of a mm. */
export interface LabelSheetRow {
  id: string
  name: string
  paper: 'a4' | 'letter'
  label_width: number
  label_height: number
  columns: number
  rows: number
  left_margin: number
  top_margin: number
  pitch_x: number
  pitch_y: number
  radius: number
  source: string
  used: number
  removed: number
  revision: number
}

/** Lengths in tenths of a mm. */
export interface PrinterRow {
  id: string
  name: string
  corner_x: number
  corner_y: number
  across: number
  down: number
  removed: number
  revision: number
}

export interface SeatingRow {
  id: string
  visit_id: string
  item_id: string
  trip_id: string | null
  layout: SeatingLayout
  options: string
  seats: string | null
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
  booking_series: SeriesRow
  movable: MovableRow
  loan: LoanRow
  assignment: AssignmentRow
  trip: TripRow
  ticket: TicketRow
  stay: StayRow
  meal: MealRow
  supply: SupplyRow
  allocation: AllocationRow
  cost: CostRow
  task: TaskRow
  plan_version: PlanVersionRow
  decision: DecisionRow
  attachment: AttachmentRow
  briefing: BriefingRow
  attendee: AttendeeRow
  visit_template: VisitTemplateRow
  account: AccountRow
  badge_design: BadgeDesignRow
  label_sheet: LabelSheetRow
  printer: PrinterRow
  seating: SeatingRow
}
export type RecordedTable = keyof RecordedTables

/** Tables of what belongs to one visit, in an order in which rows can be deleted: what refers to another stands before it. */
export const VISIT_TABLES = [
  'attachment',
  'decision',
  'plan_version',
  'attendee',
  'briefing',
  'task',
  'cost',
  'allocation',
  'meal',
  'stay',
  'ticket',
  'seating',
  'trip',
  'assignment',
  'booking',
  'itinerary_item',
  'guest',
] as const satisfies readonly RecordedTable[]

import type { NeedsField } from '../lists/needsForm.ts'
import type { Cents } from '../money.ts'
import type { CostKind, PlannedCosts } from '../plan/budget.ts'
import type { DietCount } from '../plan/dining.ts'
import type { Duty } from '../plan/staffing.ts'
import type { SupplyKind } from '../plan/supplies.ts'
import type { Day, Span, WallTime } from '../time.ts'
import type { KnownPerson } from './speaker.ts'

/*
 * What papers are told of a visit. The contract's rows fit here with all they hold; a paper is given what its kind reads and nothing
 * more, the rest is empty. Nobody's health, religion or ethnicity is in it.
 */

export type ToldVisit = Record<
  | 'id'
  | 'code'
  | 'title'
  | 'titleLatin'
  | 'grade'
  | 'kind'
  | 'status'
  | 'organization'
  | 'organizationLatin'
  | 'contactName'
  | 'contactPhone'
  | 'coordinator'
  | 'coordinatorPhone'
  | 'purpose'
  | 'theme'
  | 'themeLatin'
  | 'dress'
  | 'dressLatin'
  | 'mapNote'
  | 'mapNoteLatin'
  | 'notes'
  | 'objectives'
  | 'expectations'
  | 'topics'
  | 'preferences'
  | 'taboos',
  string
> &
  Record<NeedsField, string | number | boolean | null> & {
    startsOn: Day
    endsOn: Day
    headcount: number | null
    guestCount: number
  }

export interface ToldGuest {
  id: string
  name: string
  latinName: string
  title: string
  organization: string
  gender: string
  phone: string
  language: string
  diet: string
  isHead: boolean
  arrivalNumber: string
  arrivalAt: WallTime | null
}

export interface ToldStop extends Span {
  id: string
  kind: string
  content: string
  contentLatin: string
  place: string
  placeLatin: string
  roomId: string | null
  roomName: string
  roomLatinName: string
  personInCharge: string
  phone: string
  notes: string
  planB: string
  setupStyle: string
  equipment: readonly string[]
  nameCards: boolean
  refreshments: string
  route: string
  safetyGear: string
  photoRule: string
  isFixed: boolean
  allGuests: boolean
  guestIds: readonly string[]
}

export interface ToldTrip {
  id: string
  itemId: string
  vehicleName: string
  plate: string
  driverName: string
  driverPhone: string
  route: string
  meetingPoint: string
  transportNumber: string
  station: string
  transportAt: WallTime | null
  luggage: string
  signText: string
  guestIds: readonly string[]
  notes: string
}

export interface ToldMeal {
  id: string
  itemId: string
  venue: string
  room: string
  phone: string
  tableCount: number | null
  seats: number | null
  headCost: Cents | null
  overReason: string
  menu: string
  drinks: string
  notes: string
  heads: number
  diets: readonly DietCount[]
}

export interface ToldTask {
  id: string
  title: string
  titleLatin: string
  category: string
  person: string
  dueAt: WallTime | null
  doneAt: WallTime | null
  doneBy: string
  retired: boolean
}

export interface Told {
  visit: ToldVisit
  settings: { companyName: string; companyLatin: string; secretLevel: string; email: string }
  currency: string
  printedAt: WallTime
  /** What the foot says: the plan's number and that of the visit's last change, `2.117`. */
  version: string
  people: readonly KnownPerson[]
  guests: readonly ToldGuest[]
  items: readonly ToldStop[]
  rooms: readonly { id: string; latinName: string; equipment: readonly string[] }[]
  assignments: readonly { id: string; itemId: string | null; role: string; name: string; phone: string }[]
  duties: readonly Duty[]
  trips: readonly ToldTrip[]
  tickets: readonly {
    id: string
    guestId: string | null
    traveller: string
    number: string
    seatClass: string
    fromPlace: string
    toPlace: string
    departsAt: WallTime | null
    cost: Cents | null
  }[]
  stays: readonly (PlannedCosts['stays'][number] & {
    id: string
    hotel: string
    roomNumber: string
    roomType: string
    guestIds: readonly string[]
    confirmation: string
  })[]
  meals: readonly ToldMeal[]
  allocations: readonly {
    id: string
    kind: SupplyKind
    name: string
    latinName: string
    unit: string
    unitValue: Cents
    amount: number
    perGuest: boolean
    quantity: number
    reason: string
    returned: boolean
  }[]
  costs: readonly { kind: CostKind; estimated: Cents | null; actual: Cents | null }[]
  tasks: readonly ToldTask[]
  briefing: (Span & { roomId: string | null; roomName: string; place: string; agenda: string }) | null
  attendees: readonly { id: string; name: string; phone: string; duty: string; attended: boolean }[]
  /** Who signs the plan of a visit of this grade, in order. */
  chain: readonly { title: string }[]
  /** The newest version of the plan that was handed in. */
  approval: {
    chain: readonly { title: string; accountName: string }[]
    decisions: readonly {
      step: number
      verdict: string
      person: string
      comment: string
      decidedAt: WallTime
      recordedBy: string
      means: string
    }[]
  } | null
}

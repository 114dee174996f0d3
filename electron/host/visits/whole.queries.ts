import type { Attendee } from '../../../shared/contract/briefings.ts'
import type { Cost } from '../../../shared/contract/budget.ts'
import type { Task } from '../../../shared/contract/checklists.ts'
import type { Meal } from '../../../shared/contract/dining.ts'
import type { Guest } from '../../../shared/contract/guests.ts'
import type { Item } from '../../../shared/contract/itinerary.ts'
import type { Stay } from '../../../shared/contract/lodging.ts'
import type { Assignment } from '../../../shared/contract/staffing.ts'
import type { Allocation } from '../../../shared/contract/supplies.ts'
import type { Ticket, Trip } from '../../../shared/contract/transport.ts'
import type { Visit } from '../../../shared/contract/visits.ts'
import type { Duty } from '../../../shared/domain/plan/staffing.ts'
import type { VisitRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { presentTasks } from '../checklists/checklists.queries.ts'
import { mealsOfVisit } from '../dining/dining.queries.ts'
import { guestsOfVisit, toGuest } from '../guests/guests.queries.ts'
import { itemsOfVisit } from '../itinerary/itinerary.queries.ts'
import { dutiesOfVisit } from '../staffing/staffing.queries.ts'
import { presentAllocations } from '../supplies/supplies.queries.ts'
import { asVisit } from './visits.queries.ts'

/** What hangs on a visit, as the contract tells it. Guests are masked: nobody's health, religion or ethnicity is in it. */
export interface VisitParts {
  guests: Guest[]
  items: Item[]
  assignments: Assignment[]
  duties: Duty[]
  trips: Trip[]
  tickets: Ticket[]
  /** By check-in. */
  stays: Stay[]
  meals: Meal[]
  allocations: Allocation[]
  costs: Cost[]
  /** By due time, without those that were dropped. */
  tasks: Task[]
  attendees: Attendee[]
}

const GATHER: { [Part in keyof VisitParts]: (db: Db, visitId: string) => Promise<VisitParts[Part]> } = {
  guests: async (db, id) => (await guestsOfVisit(db, id)).map(toGuest),
  items: itemsOfVisit,
  assignments: (db, id) => linesOfVisit(db, 'assignment', id),
  duties: dutiesOfVisit,
  trips: (db, id) => linesOfVisit(db, 'trip', id),
  tickets: (db, id) => linesOfVisit(db, 'ticket', id),
  stays: async (db, id) =>
    (await linesOfVisit(db, 'stay', id)).sort((a, b) => (a.checkIn < b.checkIn ? -1 : a.checkIn > b.checkIn ? 1 : 0)),
  meals: mealsOfVisit,
  allocations: async (db, id) => presentAllocations(db, await linesOfVisit(db, 'allocation', id)),
  costs: (db, id) => linesOfVisit(db, 'cost', id),
  tasks: async (db, id) => presentTasks(db, await linesOfVisit(db, 'task', id)),
  attendees: (db, id) => linesOfVisit(db, 'attendee', id),
}

export const isVisitPart = (part: string): part is keyof VisitParts => part in GATHER

/**
 * A visit with those of its parts that are asked for, each read once: for papers, the snapshot of a plan, its readiness, the visit file
 * and templates.
 * @example const { visit, items } = await wholeVisit(db, row, ['items'])
 */
export async function wholeVisit<Part extends keyof VisitParts>(
  db: Db,
  row: VisitRow,
  parts: readonly Part[],
): Promise<Pick<VisitParts, Part> & { visit: Visit }> {
  const gathered: Partial<VisitParts> = {}
  for (const part of parts) await gather(db, row.id, part, gathered)
  return { ...(gathered as Pick<VisitParts, Part>), visit: await asVisit(db, row) }
}

async function gather<Part extends keyof VisitParts>(db: Db, id: string, part: Part, into: Partial<VisitParts>) {
  into[part] = await GATHER[part](db, id)
}

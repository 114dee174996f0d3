import { accounts } from './accounts.ts'
import { approvals } from './approvals.ts'
import { badges } from './badges.ts'
import { bookings } from './bookings.ts'
import { attendees, briefings } from './briefings.ts'
import { costs } from './budget.ts'
import { checklists } from './checklists.ts'
import { dining } from './dining.ts'
import { equipment } from './equipment.ts'
import { exchange } from './exchange.ts'
import { guests } from './guests.ts'
import { history } from './history.ts'
import { itinerary } from './itinerary.ts'
import { lodging } from './lodging.ts'
import { needs } from './needs.ts'
import { office } from './office.ts'
import { print } from './print.ts'
import { resources } from './resources.ts'
import { rules } from './rules.ts'
import { sample } from './sample.ts'
import { search } from './search.ts'
import { seating } from './seating.ts'
import { staffing } from './staffing.ts'
import { allocations, supplies } from './supplies.ts'
import { templates } from './templates.ts'
import { today } from './today.ts'
import { tickets, trips } from './transport.ts'
import { visits } from './visits.ts'

/** Everything the window can ask of the host. */
export const contract = {
  accounts,
  visits,
  needs,
  guests,
  itinerary,
  staffing,
  trips,
  tickets,
  lodging,
  dining,
  supplies,
  allocations,
  costs,
  checklists,
  approvals,
  briefings,
  attendees,
  templates,
  rules,
  resources,
  equipment,
  bookings,
  seating,
  badges,
  print,
  office,
  sample,
  today,
  search,
  history,
  exchange,
}

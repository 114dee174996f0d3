import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import { accountsAnswers } from './accounts/accounts.handlers.ts'
import type { HostContext } from './acts/context.ts'
import { approvalsAnswers } from './approvals/approvals.handlers.ts'
import { badgesAnswers } from './badges/badges.handlers.ts'
import { bookingsAnswers } from './bookings/bookings.handlers.ts'
import { calendarsAnswers } from './bookings/calendars.handlers.ts'
import { findingAnswers } from './bookings/finding.handlers.ts'
import { seriesAnswers } from './bookings/series.handlers.ts'
import { utilisationAnswers } from './bookings/utilisation.handlers.ts'
import { attendeesAnswers, briefingsAnswers } from './briefings/briefings.handlers.ts'
import { costsAnswers } from './budget/budget.handlers.ts'
import { checklistsAnswers } from './checklists/checklists.handlers.ts'
import { diningAnswers } from './dining/dining.handlers.ts'
import { equipmentAnswers } from './equipment/equipment.handlers.ts'
import { exchangeAnswers } from './exchange/exchange.handlers.ts'
import { visitFileAnswers } from './exchange/visitFile/visitFile.handlers.ts'
import { guestsAnswers } from './guests/guests.handlers.ts'
import { historyAnswers } from './history/history.handlers.ts'
import { itineraryAnswers } from './itinerary/itinerary.handlers.ts'
import { wordingsAnswers } from './itinerary/wordings.handlers.ts'
import { lodgingAnswers } from './lodging/lodging.handlers.ts'
import { needsAnswers } from './needs/needs.handlers.ts'
import { officeAnswers } from './office/office.handlers.ts'
import { dayAnswers } from './print/day.handlers.ts'
import { makingAnswers } from './print/making.handlers.ts'
import { paperAnswers } from './print/paper.handlers.ts'
import { printAnswers } from './print/print.handlers.ts'
import { resourcesAnswers } from './resources/resources.handlers.ts'
import { rulesAnswers } from './rules/rules.handlers.ts'
import { sampleAnswers } from './sample/sample.handlers.ts'
import { searchAnswers } from './search/search.handlers.ts'
import { seatingAnswers } from './seating/seating.handlers.ts'
import { staffingAnswers } from './staffing/staffing.handlers.ts'
import { allocationsAnswers, suppliesAnswers } from './supplies/supplies.handlers.ts'
import { templatesAnswers } from './templates/templates.handlers.ts'
import { todayAnswers } from './today/today.handlers.ts'
import { ticketsAnswers, tripsAnswers } from './transport/transport.handlers.ts'
import { visitsAnswers } from './visits/visits.handlers.ts'

/** Every procedure of the contract, answered by the feature that owns it. */
export const router = implement(contract)
  .$context<HostContext>()
  .router({
    accounts: accountsAnswers,
    visits: visitsAnswers,
    guests: guestsAnswers,
    itinerary: { ...itineraryAnswers, ...wordingsAnswers },
    needs: needsAnswers,
    staffing: staffingAnswers,
    trips: tripsAnswers,
    tickets: ticketsAnswers,
    lodging: lodgingAnswers,
    dining: diningAnswers,
    supplies: suppliesAnswers,
    allocations: allocationsAnswers,
    costs: costsAnswers,
    checklists: checklistsAnswers,
    approvals: approvalsAnswers,
    briefings: briefingsAnswers,
    attendees: attendeesAnswers,
    templates: templatesAnswers,
    rules: rulesAnswers,
    resources: resourcesAnswers,
    equipment: equipmentAnswers,
    bookings: { ...bookingsAnswers, ...seriesAnswers, ...findingAnswers, ...utilisationAnswers, ...calendarsAnswers },
    seating: seatingAnswers,
    badges: badgesAnswers,
    print: { ...printAnswers, ...paperAnswers, ...makingAnswers, ...dayAnswers },
    office: officeAnswers,
    sample: sampleAnswers,
    today: todayAnswers,
    search: searchAnswers,
    history: historyAnswers,
    exchange: { ...exchangeAnswers, ...visitFileAnswers },
  })

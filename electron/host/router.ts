import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import * as accounts from './accounts/accounts.handlers.ts'
import type { HostContext } from './acts/context.ts'
import { defined } from './acts/defined.ts'
import * as approvals from './approvals/approvals.handlers.ts'
import * as badges from './badges/badges.handlers.ts'
import * as bookings from './bookings/bookings.handlers.ts'
import * as calendars from './bookings/calendars.handlers.ts'
import * as finding from './bookings/finding.handlers.ts'
import * as series from './bookings/series.handlers.ts'
import { utilisation } from './bookings/utilisation.handlers.ts'
import * as briefings from './briefings/briefings.handlers.ts'
import { costs } from './budget/budget.handlers.ts'
import * as checklists from './checklists/checklists.handlers.ts'
import * as dining from './dining/dining.handlers.ts'
import * as equipment from './equipment/equipment.handlers.ts'
import * as exchange from './exchange/exchange.handlers.ts'
import { importVisitFile, readVisitFile } from './exchange/visitFile/visitFile.handlers.ts'
import * as guests from './guests/guests.handlers.ts'
import * as history from './history/history.handlers.ts'
import * as itinerary from './itinerary/itinerary.handlers.ts'
import * as wordings from './itinerary/wordings.handlers.ts'
import { house, stays } from './lodging/lodging.handlers.ts'
import * as needs from './needs/needs.handlers.ts'
import * as office from './office/office.handlers.ts'
import { dayPapers, weekPapers } from './print/day.handlers.ts'
import { make } from './print/making.handlers.ts'
import * as print from './print/print.handlers.ts'
import * as resources from './resources/resources.handlers.ts'
import * as rules from './rules/rules.handlers.ts'
import * as sample from './sample/sample.handlers.ts'
import * as search from './search/search.handlers.ts'
import { seating } from './seating/seating.handlers.ts'
import * as staffing from './staffing/staffing.handlers.ts'
import * as supplies from './supplies/supplies.handlers.ts'
import * as templates from './templates/templates.handlers.ts'
import { today } from './today/today.handlers.ts'
import { tickets, trips } from './transport/transport.handlers.ts'
import * as visits from './visits/visits.handlers.ts'

const os = implement(contract).$context<HostContext>()

/** Every procedure of the contract beside the use case that answers it. */
export const router = os.router({
  accounts: {
    desk: os.accounts.desk.handler(({ context }) => accounts.desk(context)),
    list: os.accounts.list.handler(({ context }) => accounts.list(context)),
    signIn: os.accounts.signIn.handler(({ context, input }) => accounts.signIn(context, input)),
    signOut: os.accounts.signOut.handler(({ context }) => accounts.signOut(context)),
    lock: os.accounts.lock.handler(({ context }) => accounts.lock(context)),
    touch: os.accounts.touch.handler(({ context }) => accounts.touch(context)),
    create: os.accounts.create.handler(({ context, input }) => accounts.create(context, input)),
    update: os.accounts.update.handler(({ context, input }) => accounts.update(context, input)),
    setSecret: os.accounts.setSecret.handler(({ context, input }) => accounts.setSecret(context, input)),
    remove: os.accounts.remove.handler(({ context, input }) => accounts.remove(context, input)),
  },
  visits: {
    range: os.visits.range.handler(({ context, input }) => visits.range(context, input)),
    list: os.visits.list.handler(({ context, input }) => visits.list(context, input)),
    get: os.visits.get.handler(({ context, input }) => visits.get(context, input)),
    create: os.visits.create.handler(({ context, input }) => visits.create(context, defined(input))),
    update: os.visits.update.handler(({ context, input }) =>
      visits.update(context, { ...input, patch: defined(input.patch) }),
    ),
    move: os.visits.move.handler(({ context, input }) => visits.move(context, input)),
    setStatus: os.visits.setStatus.handler(({ context, input }) => visits.setStatus(context, input)),
  },
  guests: {
    list: os.guests.list.handler(({ context, input }) => guests.list(context, input)),
    sensitive: os.guests.sensitive.handler(({ context, input }) => guests.sensitive(context, input)),
    add: os.guests.add.handler(({ context, input }) => guests.add(context, input)),
    update: os.guests.update.handler(({ context, input }) =>
      guests.update(context, { ...input, patch: defined(input.patch) }),
    ),
    reorder: os.guests.reorder.handler(({ context, input }) => guests.reorder(context, input)),
    remove: os.guests.remove.handler(({ context, input }) => guests.remove(context, input)),
    importAll: os.guests.importAll.handler(({ context, input, signal }) => guests.importAll(context, input, signal)),
  },
  itinerary: {
    list: os.itinerary.list.handler(({ context, input }) => itinerary.list(context, input)),
    add: os.itinerary.add.handler(({ context, input }) => itinerary.add(context, defined(input))),
    update: os.itinerary.update.handler(({ context, input }) =>
      itinerary.update(context, { ...input, patch: defined(input.patch) }),
    ),
    assign: os.itinerary.assign.handler(({ context, input }) => itinerary.assign(context, input)),
    addAll: os.itinerary.addAll.handler(({ context, input }) => itinerary.addAll(context, input)),
    wordings: os.itinerary.wordings.handler(({ context, input }) => wordings.wordings(context, input)),
    word: os.itinerary.word.handler(({ context, input }) =>
      wordings.word(context, { ...input, visit: defined(input.visit) }),
    ),
    reorder: os.itinerary.reorder.handler(({ context, input }) => itinerary.reorder(context, input)),
    remove: os.itinerary.remove.handler(({ context, input }) => itinerary.remove(context, input)),
    conflicts: os.itinerary.conflicts.handler(({ context, input }) => itinerary.conflicts(context, input)),
  },
  needs: {
    organization: os.needs.organization.handler(({ context, input }) => needs.organization(context, input)),
    organizations: os.needs.organizations.handler(({ context, input }) => needs.organizations(context, input)),
    knownGuests: os.needs.knownGuests.handler(({ context, input }) => needs.knownGuests(context, input)),
    take: os.needs.take.handler(({ context, input }) => needs.take(context, { ...input, patch: defined(input.patch) })),
  },
  staffing: {
    list: os.staffing.list.handler(({ context, input }) => staffing.assignments.list(context, input)),
    add: os.staffing.add.handler(({ context, input }) => staffing.assignments.add(context, input)),
    update: os.staffing.update.handler(({ context, input }) => staffing.assignments.update(context, input)),
    remove: os.staffing.remove.handler(({ context, input }) => staffing.assignments.remove(context, input)),
    duties: os.staffing.duties.handler(({ context, input }) => staffing.duties(context, input)),
    clashes: os.staffing.clashes.handler(({ context, input }) => staffing.clashes(context, input)),
  },
  trips: {
    list: os.trips.list.handler(({ context, input }) => trips.list(context, input)),
    add: os.trips.add.handler(({ context, input }) => trips.add(context, input)),
    update: os.trips.update.handler(({ context, input }) => trips.update(context, input)),
    remove: os.trips.remove.handler(({ context, input }) => trips.remove(context, input)),
  },
  tickets: {
    list: os.tickets.list.handler(({ context, input }) => tickets.list(context, input)),
    add: os.tickets.add.handler(({ context, input }) => tickets.add(context, input)),
    update: os.tickets.update.handler(({ context, input }) => tickets.update(context, input)),
    remove: os.tickets.remove.handler(({ context, input }) => tickets.remove(context, input)),
  },
  lodging: {
    list: os.lodging.list.handler(({ context, input }) => stays.list(context, input)),
    add: os.lodging.add.handler(({ context, input }) => stays.add(context, input)),
    update: os.lodging.update.handler(({ context, input }) => stays.update(context, input)),
    remove: os.lodging.remove.handler(({ context, input }) => stays.remove(context, input)),
    house: os.lodging.house.handler(({ context, input }) => house(context, input)),
  },
  dining: {
    list: os.dining.list.handler(({ context, input }) => dining.list(context, input)),
    update: os.dining.update.handler(({ context, input }) =>
      dining.update(context, { ...input, patch: defined(input.patch) }),
    ),
    seeDiets: os.dining.seeDiets.handler(({ context, input }) => dining.seeDiets(context, input)),
  },
  supplies: {
    list: os.supplies.list.handler(({ context }) => supplies.list(context)),
    create: os.supplies.create.handler(({ context, input }) => supplies.create(context, input)),
    update: os.supplies.update.handler(({ context, input }) =>
      supplies.update(context, { ...input, patch: defined(input.patch) }),
    ),
    remove: os.supplies.remove.handler(({ context, input }) => supplies.remove(context, input)),
  },
  allocations: {
    list: os.allocations.list.handler(({ context, input }) => supplies.allocations.list(context, input)),
    add: os.allocations.add.handler(({ context, input }) => supplies.allocations.add(context, input)),
    update: os.allocations.update.handler(({ context, input }) => supplies.allocations.update(context, input)),
    remove: os.allocations.remove.handler(({ context, input }) => supplies.allocations.remove(context, input)),
  },
  costs: {
    list: os.costs.list.handler(({ context, input }) => costs.list(context, input)),
    add: os.costs.add.handler(({ context, input }) => costs.add(context, input)),
    update: os.costs.update.handler(({ context, input }) => costs.update(context, input)),
    remove: os.costs.remove.handler(({ context, input }) => costs.remove(context, input)),
  },
  checklists: {
    list: os.checklists.list.handler(({ context, input }) => checklists.list(context, input)),
    add: os.checklists.add.handler(({ context, input }) => checklists.add(context, input)),
    update: os.checklists.update.handler(({ context, input }) => checklists.update(context, input)),
    remove: os.checklists.remove.handler(({ context, input }) => checklists.remove(context, input)),
    make: os.checklists.make.handler(({ context, input }) => checklists.make(context, input)),
    tick: os.checklists.tick.handler(({ context, input }) => checklists.tick(context, input)),
    attach: os.checklists.attach.handler(({ context, input }) => checklists.attach(context, input)),
    detach: os.checklists.detach.handler(({ context, input }) => checklists.detach(context, input)),
  },
  approvals: {
    readiness: os.approvals.readiness.handler(({ context, input }) => approvals.readiness(context, input)),
    versions: os.approvals.versions.handler(({ context, input }) => approvals.versions(context, input)),
    submit: os.approvals.submit.handler(({ context, input }) => approvals.submit(context, input)),
    withdraw: os.approvals.withdraw.handler(({ context, input }) => approvals.withdraw(context, input)),
    decide: os.approvals.decide.handler(({ context, input }) => approvals.decide(context, input)),
    record: os.approvals.record.handler(({ context, input }) => approvals.record(context, input)),
    changes: os.approvals.changes.handler(({ context, input }) => approvals.changes(context, input)),
  },
  briefings: {
    get: os.briefings.get.handler(({ context, input }) => briefings.get(context, input)),
    put: os.briefings.put.handler(({ context, input }) => briefings.put(context, input)),
    remove: os.briefings.remove.handler(({ context, input }) => briefings.remove(context, input)),
    invite: os.briefings.invite.handler(({ context, input }) => briefings.invite(context, input)),
  },
  attendees: {
    list: os.attendees.list.handler(({ context, input }) => briefings.attendees.list(context, input)),
    add: os.attendees.add.handler(({ context, input }) => briefings.attendees.add(context, input)),
    update: os.attendees.update.handler(({ context, input }) => briefings.attendees.update(context, input)),
    remove: os.attendees.remove.handler(({ context, input }) => briefings.attendees.remove(context, input)),
  },
  templates: {
    list: os.templates.list.handler(({ context }) => templates.list(context)),
    make: os.templates.make.handler(({ context, input }) => templates.make(context, input)),
    rename: os.templates.rename.handler(({ context, input }) => templates.rename(context, input)),
    remove: os.templates.remove.handler(({ context, input }) => templates.remove(context, input)),
    use: os.templates.use.handler(({ context, input }) => templates.use(context, input)),
    copy: os.templates.copy.handler(({ context, input }) => templates.copy(context, input)),
  },
  rules: {
    get: os.rules.get.handler(({ context }) => rules.get(context)),
    update: os.rules.update.handler(({ context, input }) =>
      rules.update(context, { ...input, patch: defined(input.patch) }),
    ),
  },
  resources: {
    list: os.resources.list.handler(({ context, input }) => resources.list(context, input)),
    create: os.resources.create.handler(({ context, input }) => resources.create(context, input)),
    update: os.resources.update.handler(({ context, input }) =>
      resources.update(context, { ...input, patch: defined(input.patch) }),
    ),
    remove: os.resources.remove.handler(({ context, input }) => resources.remove(context, input)),
    importAll: os.resources.importAll.handler(({ context, input }) => resources.importAll(context, input)),
    close: os.resources.close.handler(({ context, input }) => resources.close(context, input)),
    setPhoto: os.resources.setPhoto.handler(({ context, input }) => resources.setPhoto(context, input)),
    reopen: os.resources.reopen.handler(({ context, input }) => resources.reopen(context, input)),
    closures: os.resources.closures.handler(({ context, input }) => resources.closures(context, input)),
  },
  equipment: {
    list: os.equipment.list.handler(({ context }) => equipment.list(context)),
    create: os.equipment.create.handler(({ context, input }) => equipment.create(context, input)),
    update: os.equipment.update.handler(({ context, input }) => equipment.update(context, input)),
    remove: os.equipment.remove.handler(({ context, input }) => equipment.remove(context, input)),
    left: os.equipment.left.handler(({ context, input }) => equipment.left(context, input)),
  },
  bookings: {
    list: os.bookings.list.handler(({ context, input }) => bookings.list(context, input)),
    create: os.bookings.create.handler(({ context, input }) => bookings.create(context, defined(input))),
    preview: os.bookings.preview.handler(({ context, input }) => series.preview(context, input)),
    createSeries: os.bookings.createSeries.handler(({ context, input }) =>
      series.createSeries(context, defined(input)),
    ),
    update: os.bookings.update.handler(({ context, input }) =>
      bookings.update(context, { ...input, patch: defined(input.patch) }),
    ),
    restore: os.bookings.restore.handler(({ context, input }) => bookings.restore(context, input)),
    cancel: os.bookings.cancel.handler(({ context, input }) => bookings.cancel(context, input)),
    check: os.bookings.check.handler(({ context, input }) => bookings.check(context, input)),
    free: os.bookings.free.handler(({ context, input }) => bookings.free(context, input)),
    find: os.bookings.find.handler(({ context, input }) => finding.find(context, input)),
    proposeRooms: os.bookings.proposeRooms.handler(({ context, input }) => finding.proposeRooms(context, input)),
    takeRooms: os.bookings.takeRooms.handler(({ context, input }) => finding.takeRooms(context, input)),
    common: os.bookings.common.handler(({ context, input }) => finding.common(context, input)),
    utilisation: os.bookings.utilisation.handler(({ context, input }) => utilisation(context, input)),
    readCalendar: os.bookings.readCalendar.handler(({ context, input }) => calendars.readCalendar(context, input)),
    importCalendar: os.bookings.importCalendar.handler(({ context, input }) =>
      calendars.importCalendar(context, input),
    ),
    importRows: os.bookings.importRows.handler(({ context, input }) => calendars.importRows(context, input)),
  },
  seating: {
    list: os.seating.list.handler(({ context, input }) => seating.list(context, input)),
    add: os.seating.add.handler(({ context, input }) => seating.add(context, input)),
    update: os.seating.update.handler(({ context, input }) => seating.update(context, input)),
    remove: os.seating.remove.handler(({ context, input }) => seating.remove(context, input)),
  },
  badges: {
    list: os.badges.list.handler(({ context }) => badges.list(context)),
    create: os.badges.create.handler(({ context, input }) => badges.create(context, input)),
    update: os.badges.update.handler(({ context, input }) =>
      badges.update(context, { ...input, patch: defined(input.patch) }),
    ),
    remove: os.badges.remove.handler(({ context, input }) => badges.remove(context, input)),
    versions: os.badges.versions.handler(({ context, input }) => badges.versions(context, input)),
    importFile: os.badges.importFile.handler(({ context, input }) => badges.importFile(context, input)),
  },
  print: {
    gallery: os.print.gallery.handler(({ context, input }) => print.gallery(context, input)),
    version: os.print.version.handler(({ context, input }) => print.version(context, input)),
    printed: os.print.printed.handler(({ context, input }) => print.printed(context, input)),
    log: os.print.log.handler(({ context, input }) => print.log(context, input)),
    make: os.print.make.handler(({ context, input, signal }) => make(context, input, signal)),
    dayPapers: os.print.dayPapers.handler(({ context, input }) => dayPapers(context, input)),
    weekPapers: os.print.weekPapers.handler(({ input }) => weekPapers(input)),
    labelSheets: os.print.labelSheets.handler(({ context }) => print.labelSheets(context)),
    createLabelSheet: os.print.createLabelSheet.handler(({ context, input }) => print.createLabelSheet(context, input)),
    updateLabelSheet: os.print.updateLabelSheet.handler(({ context, input }) =>
      print.updateLabelSheet(context, { ...input, patch: defined(input.patch) }),
    ),
    removeLabelSheet: os.print.removeLabelSheet.handler(({ context, input }) => print.removeLabelSheet(context, input)),
    printers: os.print.printers.handler(({ context }) => print.printers(context)),
    putPrinter: os.print.putPrinter.handler(({ context, input }) => print.putPrinter(context, input)),
    removePrinter: os.print.removePrinter.handler(({ context, input }) => print.removePrinter(context, input)),
  },
  office: {
    settings: os.office.settings.handler(({ context }) => office.settings(context)),
    update: os.office.update.handler(({ context, input }) =>
      office.update(context, { ...input, patch: defined(input.patch) }),
    ),
    setLogo: os.office.setLogo.handler(({ context, input }) => office.setLogo(context, input)),
    state: os.office.state.handler(({ context }) => office.state(context)),
    loadSample: os.office.loadSample.handler(({ context }) => sample.loadSample(context)),
    removeSample: os.office.removeSample.handler(({ context }) => sample.removeSample(context)),
    changes: os.office.changes.handler(({ context, signal }) => office.changes(context, signal)),
    today: os.office.today.handler(({ context, input }) => today(context, input)),
  },
  search: {
    query: os.search.query.handler(({ context, input }) => search.query(context, input)),
  },
  history: {
    list: os.history.list.handler(({ context, input }) => history.list(context, input)),
    undo: os.history.undo.handler(({ context, input }) => history.undo(context, input)),
  },
  exchange: {
    readTable: os.exchange.readTable.handler(({ input }) => exchange.readTable(input)),
    readVisitFile: os.exchange.readVisitFile.handler(({ context, input }) => readVisitFile(context, input)),
    importVisitFile: os.exchange.importVisitFile.handler(({ context, input }) => importVisitFile(context, input)),
  },
})

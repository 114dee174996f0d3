import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import * as bookings from './bookings/bookings.handlers.ts'
import type { HostContext } from './context.ts'
import { defined } from './defined.ts'
import * as exchange from './exchange/exchange.handlers.ts'
import * as guests from './guests/guests.handlers.ts'
import * as history from './history/history.handlers.ts'
import * as itinerary from './itinerary/itinerary.handlers.ts'
import * as office from './office/office.handlers.ts'
import * as resources from './resources/resources.handlers.ts'
import * as search from './search/search.handlers.ts'
import * as visits from './visits/visits.handlers.ts'

const os = implement(contract).$context<HostContext>()

/** Every procedure of the contract beside the use case that answers it. */
export const router = os.router({
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
    add: os.guests.add.handler(({ context, input }) => guests.add(context, input)),
    update: os.guests.update.handler(({ context, input }) =>
      guests.update(context, { ...input, patch: defined(input.patch) }),
    ),
    reorder: os.guests.reorder.handler(({ context, input }) => guests.reorder(context, input)),
    remove: os.guests.remove.handler(({ context, input }) => guests.remove(context, input)),
    importAll: os.guests.importAll.handler(({ context, input, signal }) => guests.importAll(context, input, signal)),
    markPrinted: os.guests.markPrinted.handler(({ context, input }) => guests.markPrinted(context, input)),
  },
  itinerary: {
    list: os.itinerary.list.handler(({ context, input }) => itinerary.list(context, input)),
    add: os.itinerary.add.handler(({ context, input }) => itinerary.add(context, defined(input))),
    update: os.itinerary.update.handler(({ context, input }) =>
      itinerary.update(context, { ...input, patch: defined(input.patch) }),
    ),
    reorder: os.itinerary.reorder.handler(({ context, input }) => itinerary.reorder(context, input)),
    remove: os.itinerary.remove.handler(({ context, input }) => itinerary.remove(context, input)),
    conflicts: os.itinerary.conflicts.handler(({ context, input }) => itinerary.conflicts(context, input)),
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
    reopen: os.resources.reopen.handler(({ context, input }) => resources.reopen(context, input)),
    closures: os.resources.closures.handler(({ context, input }) => resources.closures(context, input)),
  },
  bookings: {
    list: os.bookings.list.handler(({ context, input }) => bookings.list(context, input)),
    create: os.bookings.create.handler(({ context, input }) => bookings.create(context, input)),
    update: os.bookings.update.handler(({ context, input }) => bookings.update(context, input)),
    cancel: os.bookings.cancel.handler(({ context, input }) => bookings.cancel(context, input)),
    check: os.bookings.check.handler(({ context, input }) => bookings.check(context, input)),
    free: os.bookings.free.handler(({ context, input }) => bookings.free(context, input)),
  },
  office: {
    settings: os.office.settings.handler(({ context }) => office.settings(context)),
    update: os.office.update.handler(({ context, input }) =>
      office.update(context, { ...input, patch: defined(input.patch) }),
    ),
    setLogo: os.office.setLogo.handler(({ context, input }) => office.setLogo(context, input)),
    state: os.office.state.handler(({ context }) => office.state(context)),
    loadSample: os.office.loadSample.handler(({ context }) => office.loadSample(context)),
    removeSample: os.office.removeSample.handler(({ context }) => office.removeSample(context)),
    today: os.office.today.handler(({ context, input }) => office.today(context, input)),
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
  },
})

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { accounts } from './accounts.ts'
import { approvals } from './approvals.ts'
import { badges } from './badges.ts'
import { bookings } from './bookings.ts'
import { attendees, briefings } from './briefings.ts'
import { costs } from './budget.ts'
import { checklists } from './checklists.ts'
import { dining } from './dining.ts'
import { equipment } from './equipment.ts'
import { BAD_FILE, CONFLICT, NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, id, text, wallTime } from './fields.ts'
import { guests } from './guests.ts'
import { itinerary } from './itinerary.ts'
import { lodging } from './lodging.ts'
import { needs } from './needs.ts'
import { office } from './office.ts'
import { print } from './print.ts'
import { resources } from './resources.ts'
import { rules } from './rules.ts'
import { seating } from './seating.ts'
import { staffing } from './staffing.ts'
import { allocations, supplies } from './supplies.ts'
import { templates } from './templates.ts'
import { tickets, trips } from './transport.ts'
import { visitFilePreview } from './visitFile.ts'
import { visit as visitSchema, visits } from './visits.ts'

const search = {
  /** Visits, guests, organizations, rooms and vehicles by Chinese, pinyin, initials, phone or plate. Best first. */
  query: oc.input(z.object({ text: text(80), limit: z.int().min(1).max(50) })).output(
    z.array(
      z.object({
        kind: z.enum(['visit', 'guest', 'organization', 'room', 'vehicle', 'person']),
        id: z.string(),
        visitId: z.string().nullable(),
        title: z.string(),
        detail: z.string(),
      }),
    ),
  ),
}

const history = {
  /** What was done to a visit, newest first. */
  list: oc.input(z.object({ visitId: id, before: z.int().nullable() })).output(
    z.array(
      z.object({
        number: z.int(),
        actId,
        at: wallTime,
        actor: z.string(),
        entity: z.string(),
        entityId: z.string(),
        action: z.enum(['create', 'update', 'delete']),
        label: z.string(),
        changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
        /** Can the act that it is part of be taken back? Decisions, and that somebody looked, stand. */
        undoable: z.boolean(),
      }),
    ),
  ),
  /** Takes back everything of one act, or nothing: STALE where something was changed since. */
  undo: oc.errors({ NOT_FOUND, STALE, CONFLICT, NOT_ALLOWED }).input(z.object({ actId })).output(z.object({ actId })),
}

const exchange = {
  /**
   * Reads a spreadsheet (.xlsx), or text (.csv, .txt in UTF-8 or GB18030) into cells. Merged cells and hidden rows are
   * as the file has them; dates come as ISO text. At most 20 MB.
   */
  readTable: oc
    .errors({ BAD_FILE })
    .input(z.object({ file: z.file() }))
    .output(z.object({ sheets: z.array(z.object({ name: z.string(), rows: z.array(z.array(z.string())) })) })),
  /** Reads a visit file and tells what taking it over would do. Nothing is saved. */
  readVisitFile: oc
    .errors({ BAD_FILE })
    .input(z.object({ file: z.file() }))
    .output(visitFilePreview),
  /**
   * Takes a visit file over, all or nothing: resources and staff by name, the same visit merged. What was changed here since the file
   * was made is the file's or stays. What could not be booked is told.
   */
  importVisitFile: oc
    .errors({ BAD_FILE, NOT_ALLOWED })
    .input(z.object({ file: z.file(), prefer: z.enum(['file', 'here']) }))
    .output(z.object({ visit: visitSchema, actId, notBooked: z.array(z.string()) })),
}

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
  search,
  history,
  exchange,
}

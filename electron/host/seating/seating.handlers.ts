import type { Seating } from '../../../shared/contract/seating.ts'
import { seating as seatingContract } from '../../../shared/contract/seating.ts'
import { SEATING_DEFAULTS } from '../../../shared/domain/seating/room.ts'
import type { SeatingRow } from '../../db/tables.ts'
import { answers } from '../acts/answer.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { lineHandlers, linesOfVisit } from '../acts/visitLines.ts'

/** Who sits where, at a stop or in one of its cars. */
export const seating = lineHandlers<'seating', Seating>({
  table: 'seating',
  blank: {
    item_id: '',
    trip_id: null,
    layout: 'opposite',
    options: JSON.stringify(SEATING_DEFAULTS),
    seats: null,
  },
  present: (_, rows) => rows.map(present),
  settle: async ({ tx, visit }, row, before) => {
    if (before) return row
    const item = await tx
      .selectFrom('itinerary_item')
      .select('visit_id')
      .where('id', '=', row.item_id)
      .executeTakeFirst()
    if (item?.visit_id !== visit.id) throw notFound('itinerary_item', row.item_id)
    const there = await linesOfVisit(tx, 'seating', visit.id)
    if (there.some(each => each.item_id === row.item_id && each.trip_id === row.trip_id))
      throw notAllowed('seatedAlready')
    return row
  },
})

const present = (row: SeatingRow): Seating => ({
  id: row.id,
  visitId: row.visit_id,
  itemId: row.item_id,
  tripId: row.trip_id,
  layout: row.layout,
  options: { ...SEATING_DEFAULTS, ...JSON.parse(row.options) },
  seats: row.seats === null ? null : JSON.parse(row.seats),
  revision: row.revision,
})

/** What this file answers of the contract's `seating`. */
export const seatingAnswers = answers(seatingContract, {
  list: seating.list,
  add: seating.add,
  update: seating.update,
  remove: seating.remove,
})

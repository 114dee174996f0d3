import type { Seating } from '../../../shared/contract/seating.ts'
import { seating as seatingContract } from '../../../shared/contract/seating.ts'
import { SEATING_DEFAULTS } from '../../../shared/domain/seating/room.ts'
import { answers } from '../acts/answer.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { lineHandlers, linesOfVisit } from '../acts/visitLines.ts'

/** Who sits where, at a stop or in one of its cars. */
export const seating = lineHandlers<'seating', Seating, 'layout'>({
  table: 'seating',
  present: (_, rows) => rows.map(row => ({ ...row, options: { ...SEATING_DEFAULTS, ...row.options } })),
  settle: async ({ tx, visit }, row, before) => {
    if (before) return row
    const item = await tx.selectFrom('itineraryItem').select('visitId').where('id', '=', row.itemId).executeTakeFirst()
    if (item?.visitId !== visit.id) throw notFound('itineraryItem', row.itemId)
    const there = await linesOfVisit(tx, 'seating', visit.id)
    if (there.some(each => each.itemId === row.itemId && each.tripId === (row.tripId ?? null)))
      throw notAllowed('seatedAlready')
    return { ...row, layout: row.layout ?? 'opposite' }
  },
})

/** What this file answers of the contract's `seating`. */
export const seatingAnswers = answers(seatingContract, {
  list: seating.list,
  add: seating.add,
  update: seating.update,
  remove: seating.remove,
})

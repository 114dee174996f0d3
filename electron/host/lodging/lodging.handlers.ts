import type { Stay } from '../../../shared/contract/lodging.ts'
import { lodging as lodgingContract } from '../../../shared/contract/lodging.ts'
import { withoutBed } from '../../../shared/domain/plan/lodging.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { HostContext } from '../acts/context.ts'
import { notAllowed } from '../acts/errors.ts'
import { insertRow, perform } from '../acts/recorded.ts'
import { lineHandlers, linesOfVisit } from '../acts/visitLines.ts'
import { guestsOfVisit } from '../guests/guests.queries.ts'
import { visitOf } from '../visits/visits.queries.ts'

/** Hotel rooms: some nights, some guests. */
export const stays = lineHandlers<'stay', Stay>({
  table: 'stay',
  present: (_, rows) => rows.sort((a, b) => (a.checkIn < b.checkIn ? -1 : a.checkIn > b.checkIn ? 1 : 0)),
  settle: async (_, row) => {
    if (row.checkOut <= row.checkIn) throw notAllowed('endBeforeStart')
    return row
  },
})

/** Houses whoever has a night and no bed: guests with the same nights share where two share a room. */
export function house(context: HostContext, input: InputOf<typeof lodgingContract.house>) {
  return perform(context, async (tx, act) => {
    const visit = await visitOf(tx, input.visitId)
    const guests = await guestsOfVisit(tx, visit.id)
    const wanting = withoutBed(visit, guests, await linesOfVisit(tx, 'stay', visit.id))
    // Who has the same nights may share a room; men and women do not share one with each other.
    const groups = new Map<string, { nights: string[]; guestIds: string[] }>()
    for (const { guestId, nights } of wanting) {
      const gender = guests.find(guest => guest.id === guestId)?.gender ?? 'unknown'
      const key = `${nights.join()} ${gender}`
      const group = groups.get(key) ?? { nights, guestIds: [] }
      group.guestIds.push(guestId)
      groups.set(key, group)
    }
    const beds = input.roomType === 'twin' ? 2 : 1
    let added = 0
    for (const { nights, guestIds } of groups.values()) {
      for (let place = 0; place < guestIds.length; place += beds) {
        const sharing = guestIds.slice(place, place + beds)
        await insertRow(tx, act, 'stay', {
          id: context.newId(),
          visitId: visit.id,
          hotel: input.hotel,
          roomType: sharing.length === 2 ? 'twin' : 'single',
          checkIn: nights[0] ?? visit.startsOn,
          checkOut: addDays(nights.at(-1) ?? visit.startsOn, 1),
          guestIds: sharing,
        })
        added++
      }
    }
    return { added }
  })
}

/** What this file answers of the contract's `lodging`. */
export const lodgingAnswers = answers(lodgingContract, {
  list: stays.list,
  add: stays.add,
  update: stays.update,
  remove: stays.remove,
  house,
})

import type { Stay } from '../../../shared/contract/lodging.ts'
import { lodging as lodgingContract } from '../../../shared/contract/lodging.ts'
import { withoutBed } from '../../../shared/domain/plan/lodging.ts'
import { addDays } from '../../../shared/domain/time.ts'
import type { StayRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { HostContext } from '../acts/context.ts'
import { notAllowed } from '../acts/errors.ts'
import { insertRow, perform } from '../acts/recorded.ts'
import { lineHandlers, linesOfVisit, toFields } from '../acts/visitLines.ts'
import { guestsOfVisit } from '../guests/guests.queries.ts'
import { visitOf } from '../visits/visits.queries.ts'

const BLANK: Omit<StayRow, 'id' | 'visit_id' | 'revision'> = {
  hotel: '',
  room_type: 'single',
  room_number: '',
  check_in: '',
  check_out: '',
  guest_ids: '[]',
  confirmation: '',
  night_cost: null,
  notes: '',
}

/** Hotel rooms: some nights, some guests. */
export const stays = lineHandlers<'stay', Stay>({
  table: 'stay',
  blank: BLANK,
  present: (_, rows) =>
    rows
      .map(row => toFields<Stay>(row, { lists: ['guest_ids'] }))
      .sort((a, b) => (a.checkIn < b.checkIn ? -1 : a.checkIn > b.checkIn ? 1 : 0)),
  settle: async (_, row) => {
    if (row.check_out <= row.check_in) throw notAllowed('endBeforeStart')
    return row
  },
})

/** Houses whoever has a night and no bed: guests with the same nights share where two share a room. */
export function house(context: HostContext, input: InputOf<typeof lodgingContract.house>) {
  return perform(context, async (tx, act) => {
    const visit = await visitOf(tx, input.visitId)
    const guests = await guestsOfVisit(tx, visit.id)
    const wanting = withoutBed(
      { startsOn: visit.starts_on, endsOn: visit.ends_on },
      guests.map(guest => ({ id: guest.id, arrivalAt: guest.arrival_at, departureAt: guest.departure_at })),
      (await linesOfVisit(tx, 'stay', visit.id)).map(stay => ({
        guestIds: JSON.parse(stay.guest_ids) as string[],
        checkIn: stay.check_in,
        checkOut: stay.check_out,
      })),
    )
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
          ...BLANK,
          id: context.newId(),
          visit_id: visit.id,
          hotel: input.hotel,
          room_type: sharing.length === 2 ? 'twin' : 'single',
          check_in: nights[0] ?? visit.starts_on,
          check_out: addDays(nights.at(-1) ?? visit.starts_on, 1),
          guest_ids: JSON.stringify(sharing),
          revision: 1,
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

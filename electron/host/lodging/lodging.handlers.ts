import type { Stay } from '../../../shared/contract/lodging.ts'
import { notAllowed } from '../errors.ts'
import { lineHandlers, toFields } from '../lines.ts'

/** Hotel rooms: some nights, some guests. */
export const stays = lineHandlers<'stay', Stay>({
  table: 'stay',
  blank: {
    hotel: '',
    room_type: 'single',
    room_number: '',
    check_in: '',
    check_out: '',
    guest_ids: '[]',
    confirmation: '',
    night_cost: null,
    notes: '',
  },
  present: (_, rows) =>
    rows
      .map(row => toFields<Stay>(row, { lists: ['guest_ids'] }))
      .sort((a, b) => (a.checkIn < b.checkIn ? -1 : a.checkIn > b.checkIn ? 1 : 0)),
  settle: async (_, row) => {
    if (row.check_out <= row.check_in) throw notAllowed('endBeforeStart')
    return row
  },
})

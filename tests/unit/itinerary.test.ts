import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder, itineraryFindings, nextItemSpan, reorderDay } from '../../shared/domain/itinerary.ts'
import { addMinutes, minutesBetween } from '../../shared/domain/time.ts'

const item = (id: string, from: string, until: string, fields: object = {}) => ({
  id,
  kind: 'meeting' as const,
  startsAt: `2026-11-23T${from}`,
  endsAt: `2026-11-23T${until}`,
  isFixed: false,
  allGuests: true,
  guestIds: [] as string[],
  ...fields,
})

describe('the next item', () => {
  it('starts where the last one ended, or when the office opens', () => {
    expect(nextItemSpan([], '2026-11-23', '08:30', 'meeting')).toEqual({
      startsAt: '2026-11-23T08:30',
      endsAt: '2026-11-23T09:30',
    })
    expect(nextItemSpan([item('a', '09:00', '10:45')], '2026-11-23', '08:30', 'dining')).toEqual({
      startsAt: '2026-11-23T10:45',
      endsAt: '2026-11-23T12:15',
    })
    expect(nextItemSpan([item('a', '23:00', '23:50')], '2026-11-23', '08:30', 'meeting').endsAt).toBe(
      '2026-11-24T00:00',
    )
  })
})

describe('findings', () => {
  it('points out guests in two places and gaps of over an hour', () => {
    expect(
      itineraryFindings([item('a', '09:00', '10:00'), item('b', '09:30', '10:30'), item('c', '11:31', '12:00')]),
    ).toEqual([
      { code: 'overlap', itemId: 'b', otherId: 'a', minutes: 30 },
      { code: 'gap', itemId: 'c', otherId: 'b', minutes: 61 },
    ])
  })

  it('is silent on an hour, on different guests, on a night', () => {
    expect(itineraryFindings([item('a', '09:00', '10:00'), item('b', '11:00', '12:00')])).toEqual([])
    expect(
      itineraryFindings([
        item('a', '09:00', '10:00', { allGuests: false, guestIds: ['1'] }),
        item('b', '09:30', '10:00', { allGuests: false, guestIds: ['2'] }),
      ]),
    ).toEqual([])
    expect(itineraryFindings([item('a', '09:00', '21:00', { kind: 'lodging' }), item('b', '09:00', '10:00')])).toEqual(
      [],
    )
  })
})

describe('reordering a day', () => {
  const day = fc
    .array(fc.tuple(fc.integer({ min: 5, max: 90 }), fc.integer({ min: 0, max: 40 })), { minLength: 2, maxLength: 8 })
    .map(lengths => {
      let cursor = '2026-11-23T08:00'
      return lengths.map(([length, pause], index) => {
        const startsAt = addMinutes(cursor, pause)
        cursor = addMinutes(startsAt, length)
        return { ...item(String(index), '08:00', '09:00'), startsAt, endsAt: cursor }
      })
    })

  it('keeps every length, keeps the day from its first to its last minute, and leaves the rest alone', () => {
    fc.assert(
      fc.property(day, fc.nat(), fc.nat(), (items, a, b) => {
        const from = a % items.length
        const to = b % items.length
        const moved = reorderDay(items, from, to) ?? []
        const after = inOrder(items.map(each => ({ ...each, ...moved.find(other => other.id === each.id) })))
        for (const each of after) {
          const before = items.find(other => other.id === each.id)
          expect(minutesBetween(each.startsAt, each.endsAt)).toBe(
            minutesBetween(before?.startsAt ?? '', before?.endsAt ?? ''),
          )
        }
        expect(after[0]?.startsAt).toBe(items[0]?.startsAt)
        expect(after.at(-1)?.endsAt).toBe(items.at(-1)?.endsAt)
        const ids = items.map(each => each.id)
        ids.splice(to, 0, ...ids.splice(from, 1))
        expect(after.map(each => each.id)).toEqual(ids)
      }),
    )
  })

  it('refuses to move a fixed item or past one', () => {
    const items = [
      item('a', '09:00', '10:00'),
      item('b', '10:00', '11:00', { isFixed: true }),
      item('c', '11:00', '12:00'),
    ]
    expect(reorderDay(items, 0, 2)).toBeNull()
    expect(reorderDay(items, 0, 0)).toEqual([])
  })
})

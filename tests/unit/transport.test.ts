import { describe, expect, it } from 'vitest'
import { overSeats, withoutCar } from '../../shared/domain/plan/transport.ts'

describe('cars', () => {
  it('point out who sits in no car', () => {
    expect(withoutCar(['a', 'b'], [])).toEqual(['a', 'b'])
    expect(withoutCar(['a', 'b'], [{ guestIds: [], seats: 3 }])).toEqual([])
    expect(
      withoutCar(
        ['a', 'b', 'c'],
        [
          { guestIds: ['a'], seats: 3 },
          { guestIds: ['c'], seats: 3 },
        ],
      ),
    ).toEqual(['b'])
    expect(overSeats({ guestIds: ['a', 'b', 'c'], seats: 2 }, 9)).toBe(1)
    expect(overSeats({ guestIds: [], seats: 6 }, 8)).toBe(2)
    expect(overSeats({ guestIds: [], seats: null }, 8)).toBe(0)
  })
})

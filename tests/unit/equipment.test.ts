import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leftOf, mostOut } from '../../shared/domain/booking/equipment.ts'
import { addMinutes, minutesBetween } from '../../shared/domain/time.ts'

const DAY = '2026-11-24'
const at = (clock: string) => `${DAY}T${clock}`
const arbitrarySpan = fc
  .tuple(fc.integer({ min: 0, max: 44 }), fc.integer({ min: 1, max: 16 }))
  .map(([start, length]) => ({
    startsAt: addMinutes(at('08:00'), start * 15),
    endsAt: addMinutes(at('08:00'), (start + length) * 15),
  }))

describe('movable equipment', () => {
  it('is never promised above its count: what is left can be taken, one more cannot', () => {
    const loan = fc
      .tuple(arbitrarySpan, fc.integer({ min: 1, max: 3 }))
      .map(([when, quantity]) => ({ ...when, quantity }))
    fc.assert(
      fc.property(fc.array(loan, { maxLength: 8 }), arbitrarySpan, (loans, wanted) => {
        const minutes = Array.from({ length: minutesBetween(wanted.startsAt, wanted.endsAt) / 15 }, (_, step) =>
          addMinutes(wanted.startsAt, step * 15),
        )
        const out = (minute: string) =>
          loans
            .filter(each => each.startsAt <= minute && each.endsAt > minute)
            .reduce((sum, each) => sum + each.quantity, 0)
        expect(mostOut(loans, wanted)).toBe(Math.max(...minutes.map(out)))
        const total = 6
        const left = leftOf(total, loans, wanted)
        if (mostOut(loans, wanted) <= total)
          expect(mostOut([...loans, ...(left ? [{ ...wanted, quantity: left }] : [])], wanted)).toBe(total)
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { allocationTotal, giftsPerHead } from '../../shared/domain/plan/supplies.ts'

describe('the stock', () => {
  it('reckon what an allocation takes and what gifts a head gets', () => {
    expect([allocationTotal(2, true, 12), allocationTotal(2, false, 12), allocationTotal(2, true, 0)]).toEqual([
      24, 2, 2,
    ])
    const lines = [
      { kind: 'gift' as const, quantity: 12, unitValue: 3500 },
      { kind: 'material' as const, quantity: 100, unitValue: 9999 },
    ]
    expect(giftsPerHead(lines, 12)).toBe(3500)
    expect(giftsPerHead(lines, 5)).toBe(8400)
  })
})

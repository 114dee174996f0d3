import { describe, expect, it } from 'vitest'
import { moneyText } from '../../shared/domain/money.ts'
import { budgetOf, plannedCosts } from '../../shared/domain/plan/budget.ts'

describe('a budget', () => {
  it('sum a budget by kind, what was paid where it is known', () => {
    const planned = plannedCosts({
      tickets: [{ cost: 50_000 }, { cost: null }],
      stays: [{ checkIn: '2026-12-01', checkOut: '2026-12-03', nightCost: 40_000 }],
      meals: [{ headCost: 8000, heads: 12 }],
      gifts: [{ kind: 'gift', quantity: 2, unitValue: 100 }],
    })
    expect(planned).toMatchObject({ transport: 50_000, lodging: 80_000, dining: 96_000, gifts: 200 })
    const budget = budgetOf(planned, [
      { kind: 'dining', estimated: 4000, actual: 90_000 },
      { kind: 'venue', estimated: 1000, actual: null },
    ])
    expect(budget.kinds.map(line => [line.kind, line.estimated, line.actual])).toEqual([
      ['transport', 50_000, null],
      ['lodging', 80_000, null],
      ['dining', 100_000, 90_000],
      ['venue', 1000, null],
      ['gifts', 200, null],
    ])
    expect([budget.estimated, budget.actual]).toEqual([231_200, 90_000])
    expect([moneyText(128_050), moneyText(12_800), moneyText(null)]).toEqual(['1,280.50', '128', '—'])
  })
})

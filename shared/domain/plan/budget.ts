import type { Cents } from '../money.ts'
import { nightsOf } from './lodging.ts'
import type { SupplyKind } from './supplies.ts'

export const COST_KINDS = ['transport', 'lodging', 'dining', 'venue', 'gifts', 'interpreting', 'other'] as const
export type CostKind = (typeof COST_KINDS)[number]

export interface PlannedCosts {
  tickets: readonly { cost: Cents | null }[]
  stays: readonly { checkIn: string; checkOut: string; nightCost: Cents | null }[]
  meals: readonly { headCost: Cents | null; heads: number }[]
  gifts: readonly { kind: SupplyKind; quantity: number; unitValue: Cents }[]
}

/** What the plan itself costs by kind: tickets, nights, meals by heads, gifts and materials by value. */
export function plannedCosts(plan: PlannedCosts): Record<CostKind, Cents> {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    transport: sum(plan.tickets.map(ticket => ticket.cost ?? 0)),
    lodging: sum(plan.stays.map(stay => nightsOf(stay.checkIn, stay.checkOut).length * (stay.nightCost ?? 0))),
    dining: sum(plan.meals.map(meal => meal.heads * (meal.headCost ?? 0))),
    venue: 0,
    gifts: sum(plan.gifts.map(gift => gift.quantity * gift.unitValue)),
    interpreting: 0,
    other: 0,
  }
}

export interface BudgetLine {
  kind: CostKind
  /** From the plan. */
  planned: Cents
  /** Planned and what was entered by hand. */
  estimated: Cents
  /** What was paid; null while nothing of the kind is known. */
  actual: Cents | null
}

/** Kinds with their sums, and all together; kinds that nothing was said of are left out. */
export function budgetOf(
  planned: Record<CostKind, Cents>,
  lines: readonly { kind: CostKind; estimated: Cents | null; actual: Cents | null }[],
): { kinds: BudgetLine[]; estimated: Cents; actual: Cents | null } {
  const kinds = COST_KINDS.flatMap(kind => {
    const own = lines.filter(line => line.kind === kind)
    if (own.length === 0 && planned[kind] === 0) return []
    const known = own.filter(line => line.actual !== null)
    return [
      {
        kind,
        planned: planned[kind],
        estimated: planned[kind] + own.reduce((sum, line) => sum + (line.estimated ?? 0), 0),
        actual: known.length === 0 ? null : known.reduce((sum, line) => sum + (line.actual ?? 0), 0),
      },
    ]
  })
  const paid = kinds.filter(line => line.actual !== null)
  return {
    kinds,
    estimated: kinds.reduce((sum, line) => sum + line.estimated, 0),
    actual: paid.length === 0 ? null : paid.reduce((sum, line) => sum + (line.actual ?? 0), 0),
  }
}

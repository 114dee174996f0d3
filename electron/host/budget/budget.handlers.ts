import type { Cost } from '../../../shared/contract/budget.ts'
import { lineHandlers, toFields } from '../acts/visitLines.ts'

/** Costs entered by hand; what the plan costs by itself is reckoned from its sections. */
export const costs = lineHandlers<'cost', Cost>({
  table: 'cost',
  blank: { kind: 'other', label: '', estimated: null, actual: null, notes: '' },
  present: (_, rows) => rows.map(row => toFields<Cost>(row)),
})

import type { Cost } from '../../../shared/contract/budget.ts'
import { costs as costsContract } from '../../../shared/contract/budget.ts'
import { answers } from '../acts/answer.ts'
import { lineHandlers } from '../acts/visitLines.ts'

/** Costs entered by hand; what the plan costs by itself is reckoned from its sections. */
export const costs = lineHandlers<'cost', Cost>({
  table: 'cost',
  present: (_, rows) => rows,
})

/** What this file answers of the contract's `costs`. */
export const costsAnswers = answers(costsContract, {
  list: costs.list,
  add: costs.add,
  update: costs.update,
  remove: costs.remove,
})

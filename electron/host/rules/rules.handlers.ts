import type { OfficeRules } from '../../../shared/contract/rules.ts'
import { rules as rulesContract } from '../../../shared/contract/rules.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { HostContext } from '../acts/context.ts'
import { stale } from '../acts/errors.ts'
import { perform } from '../acts/recorded.ts'
import { rulesOf } from './rules.queries.ts'

export const get = (context: HostContext): Promise<OfficeRules> => rulesOf(context.db)

export async function update(context: HostContext, input: InputOf<typeof rulesContract.update>) {
  const answer = await perform(context, async tx => {
    const { revision, ...before } = await rulesOf(tx)
    if (revision !== input.revision) throw stale('rules', 'rules', { ...before, revision })
    const value = JSON.stringify({ ...before, ...input.patch })
    await tx
      .insertInto('setting')
      .values({ key: 'rules', value, revision: revision + 1 })
      .onConflict(conflict => conflict.column('key').doUpdateSet({ value, revision: revision + 1 }))
      .execute()
    return { rules: { ...before, ...input.patch, revision: revision + 1 } }
  })
  context.desk.refresh()
  return { rules: answer.rules }
}

/** What this file answers of the contract's `rules`. */
export const rulesAnswers = answers(rulesContract, { get, update })

import { patchOf } from '../../shared/contract/procedure.ts'
import { type OfficeRules, type RulesFields, rulesFields } from '../../shared/contract/rules.ts'
import { client } from '../base/client.ts'
import { type Autosave, useAutosave } from '../ui/useAutosave.ts'

export type RulesSaver = Autosave<OfficeRules & { id: string }, RulesFields>

/** The office's rules, saved as they are edited. */
export function useRules(rules: OfficeRules): RulesSaver {
  return useAutosave<OfficeRules & { id: string }, RulesFields>({
    row: { ...rules, id: 'rules' },
    fields: patchOf(rulesFields),
    save: async (revision, patch) => ({ ...(await client.rules.update({ revision, patch })).rules, id: 'rules' }),
  })
}

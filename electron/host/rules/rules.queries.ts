import checklist from '../../../resources/checklists/usual.json' with { type: 'json' }
import grades from '../../../resources/grade-rules.json' with { type: 'json' }
import menu from '../../../resources/menu-rules.json' with { type: 'json' }
import { type OfficeRules, officeRules } from '../../../shared/contract/rules.ts'
import type { Db } from '../acts/context.ts'

const SHIPPED: OfficeRules = officeRules.parse({ ...grades, menu, checklist, revision: 1 })

let read = { value: '', rules: SHIPPED }

/** The office's rules; as shipped where nobody changed them. */
export async function rulesOf(db: Db): Promise<OfficeRules> {
  const row = await db.selectFrom('setting').selectAll().where('key', '=', 'rules').executeTakeFirst()
  if (!row) return SHIPPED
  // A checklist's template of a hundred lines is not checked again for every act.
  if (row.value !== read.value)
    read = {
      value: row.value,
      rules: officeRules.parse({ ...SHIPPED, ...JSON.parse(row.value), revision: row.revision }),
    }
  return { ...read.rules, revision: row.revision }
}

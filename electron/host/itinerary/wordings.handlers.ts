import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import type { English } from '../../../shared/contract/itinerary.ts'
import { itinerary as itineraryContract } from '../../../shared/contract/itinerary.ts'
import { isChinese } from '../../../shared/domain/english.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Db, HostContext } from '../acts/context.ts'
import { perform, updateRow } from '../acts/recorded.ts'
import { visitOf } from '../visits/visits.queries.ts'
import { itemOf, itemRowsOfVisit } from './itinerary.queries.ts'

/**
 * A visit in English: as it is worded, else as the same words were in another visit, as they are as a rule, or as they were before somebody
 * changed them.
 */
export async function wordings(
  context: HostContext,
  input: InputOf<typeof itineraryContract.wordings>,
): Promise<English> {
  const visit = await visitOf(context.db, input.visitId)
  const of = { db: context.db, visitId: visit.id, usual: usualWordings(context.root) }
  const items: English['items'] = []
  for (const row of await itemRowsOfVisit(of.db, visit.id))
    items.push({
      id: row.id,
      contentLatin: await english(of, 'itineraryItem', row, 'content'),
      placeLatin: await english(of, 'itineraryItem', row, 'place'),
    })
  return {
    visit: {
      organizationLatin: await english(of, 'visit', visit, 'organization'),
      themeLatin: await english(of, 'visit', visit, 'theme'),
      dressLatin: await english(of, 'visit', visit, 'dress'),
      mapNoteLatin: await english(of, 'visit', visit, 'mapNote'),
    },
    items,
  }
}

/** Words a visit and some of its stops in English, all together. */
export function word(context: HostContext, input: InputOf<typeof itineraryContract.word>) {
  return perform(context, async (tx, act) => {
    await updateRow(tx, act, 'visit', await visitOf(tx, input.visitId), input.visit)
    for (const { id, ...english } of input.items)
      await updateRow(tx, act, 'itineraryItem', await itemOf(tx, id), english)
    return {}
  })
}

/** What a column says in English, from wherever it is known; empty where it is not. */
async function english<Column extends string>(
  { db, visitId, usual }: { db: Db; visitId: string; usual: ReadonlyMap<string, string> },
  table: 'visit' | 'itineraryItem',
  row: Record<'id' | Column | `${Column}Latin`, string>,
  column: Column,
): Promise<string> {
  const words = row[column]
  const latin = `${column}Latin` as const
  const worded = row[latin]
  if (worded !== '' || !isChinese(words)) return worded
  const elsewhere = await sql<{ english: string }>`select ${sql.ref(latin)} as english from ${sql.table(table)}
    where ${sql.ref(column)} = ${words} and ${sql.ref(latin)} <> '' order by id desc limit 1`.execute(db)
  const known = elsewhere.rows[0]?.english ?? usual.get(words)
  if (known) return known
  const path = `$.${latin}`
  const before = await sql<{ english: string }>`select json_extract(before, ${path}) as english from change_log
    where visit_id = ${visitId} and entity = ${table} and entity_id = ${row.id} and json_extract(before, ${path}) <> ''
    order by number desc limit 1`.execute(db)
  return before.rows[0]?.english ?? ''
}

/** What usual stops and places are called. */
const usualWordings = (root: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(
      z
        .record(z.string(), z.string())
        .parse(JSON.parse(readFileSync(join(root, 'resources', 'wordings.json'), 'utf8'))),
    ),
  )

/** What this file answers of the contract's `itinerary`. */
export const wordingsAnswers = answers(itineraryContract, { wordings, word })

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import type { English } from '../../../shared/contract/itinerary.ts'
import { isChinese } from '../../../shared/domain/english.ts'
import type { Db, HostContext } from '../context.ts'
import { perform, toColumns, updateRow } from '../history/recorded.ts'
import { visitOf } from '../visits/visits.queries.ts'
import { itemOf, itemRowsOfVisit } from './itinerary.queries.ts'

/**
 * A visit in English: as it is worded, else as the same words were in another visit, as they are as a rule, or as they were before somebody
 * changed them.
 */
export async function wordings(context: HostContext, input: { visitId: string }): Promise<English> {
  const { db } = context
  const usual = usualWordings(context.root)
  const visit = await visitOf(db, input.visitId)
  const items: English['items'] = []
  for (const row of await itemRowsOfVisit(db, visit.id))
    items.push({
      id: row.id,
      contentLatin: row.content_latin || (await proposed(db, 'itinerary_item', 'content', row, usual)),
      placeLatin: row.place_latin || (await proposed(db, 'itinerary_item', 'place', row, usual)),
    })
  return {
    visit: {
      organizationLatin: visit.organization_latin || (await proposed(db, 'visit', 'organization', visit, usual)),
      themeLatin: visit.theme_latin || (await proposed(db, 'visit', 'theme', visit, usual)),
      dressLatin: visit.dress_latin || (await proposed(db, 'visit', 'dress', visit, usual)),
      mapNoteLatin: visit.map_note_latin || (await proposed(db, 'visit', 'map_note', visit, usual)),
    },
    items,
  }
}

/** Words a visit and its stops in English, all together. */
export function word(context: HostContext, input: English & { visitId: string }) {
  return perform(context, async (tx, act) => {
    await updateRow(tx, act, 'visit', await visitOf(tx, input.visitId), toColumns(input.visit))
    for (const { id, ...english } of input.items)
      await updateRow(tx, act, 'itinerary_item', await itemOf(tx, id), toColumns(english))
    return {}
  })
}

/** English for what a column says, from wherever it is known; empty where it is not. */
async function proposed<Column extends string>(
  db: Db,
  table: 'visit' | 'itinerary_item',
  column: Column,
  row: { id: string } & Record<Column, string>,
  usual: ReadonlyMap<string, string>,
): Promise<string> {
  const words = row[column]
  if (!isChinese(words)) return ''
  const latin = `${column}_latin`
  const elsewhere = await sql<{ english: string }>`select ${sql.ref(latin)} as english from ${sql.table(table)}
    where ${sql.ref(column)} = ${words} and ${sql.ref(latin)} <> '' order by id desc limit 1`.execute(db)
  const known = elsewhere.rows[0]?.english ?? usual.get(words)
  if (known) return known
  const path = `$.${latin}`
  const before = await sql<{ english: string }>`select json_extract(before, ${path}) as english from change_log
    where entity = ${table} and entity_id = ${row.id} and json_extract(before, ${path}) <> ''
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

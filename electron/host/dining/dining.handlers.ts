import type { Meal } from '../../../shared/contract/dining.ts'
import { dining as diningContract } from '../../../shared/contract/dining.ts'
import { dietsText, overMealLimit } from '../../../shared/domain/plan/dining.ts'
import type { MealRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { insertRow, perform, seen, updateRow } from '../acts/recorded.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { guestsOfVisit } from '../guests/guests.queries.ts'
import { findItem, itemRowsOfVisit } from '../itinerary/itinerary.queries.ts'
import { mealById, mealsOfVisit, participants } from './dining.queries.ts'

export const list = (context: HostContext, input: InputOf<typeof diningContract.list>): Promise<Meal[]> =>
  mealsOfVisit(context.db, input.visitId)

export function update(context: HostContext, input: InputOf<typeof diningContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await mealOf(tx, input.id)
    const current = await presented(tx, before)
    await seen('meal', before, input.revision, () => current)
    const after = await updateRow(tx, act, 'meal', before, input.patch)
    const saysCost = input.patch.headCost !== undefined || input.patch.overReason !== undefined
    if (saysCost && overMealLimit(after.headCost, current.limit) && after.overReason === '')
      throw notAllowed('mealLimit')
    return { line: await presented(tx, after) }
  })
}

export function seeDiets(context: HostContext, input: InputOf<typeof diningContract.seeDiets>) {
  return perform(context, async (tx, act) => {
    for (const id of input.ids) {
      const before = await mealOf(tx, id)
      const item = await findItem(tx, before.itemId)
      if (!item) throw notFound('itineraryItem', before.itemId)
      const eaters = participants(item, await guestsOfVisit(tx, before.visitId))
      await updateRow(tx, act, 'meal', before, { dietsSeen: dietsText(eaters) })
    }
    return {}
  })
}

/** Every dining stop has its meal; a stop that is none any more keeps what was entered, out of sight. */
export async function followDining(context: HostContext, tx: Tx, act: Act): Promise<void> {
  const visitIds = new Set(act.touched.filter(each => each.entity === 'itineraryItem').map(each => each.visitId))
  for (const visitId of visitIds) {
    if (visitId === null) continue
    const items = (await itemRowsOfVisit(tx, visitId)).filter(item => item.kind === 'dining')
    if (items.length === 0) continue
    const there = new Set((await linesOfVisit(tx, 'meal', visitId)).map(meal => meal.itemId))
    for (const item of items)
      if (!there.has(item.id)) await insertRow(tx, act, 'meal', { id: context.newId(), visitId, itemId: item.id })
  }
}

async function mealOf(db: Db, id: string): Promise<MealRow> {
  const row = await mealById(db, id)
  if (!row) throw notFound('meal', id)
  return row
}

async function presented(db: Db, row: MealRow): Promise<Meal> {
  const meal = (await mealsOfVisit(db, row.visitId)).find(each => each.id === row.id)
  if (!meal) throw notFound('meal', row.id)
  return meal
}

/** What this file answers of the contract's `dining`. */
export const diningAnswers = answers(diningContract, { list, update, seeDiets })

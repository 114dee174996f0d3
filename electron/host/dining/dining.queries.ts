import type { Meal } from '../../../shared/contract/dining.ts'
import { dietCounts, dietsText, menuConflicts } from '../../../shared/domain/plan/dining.ts'
import type { GuestRow, ItemRow, MealRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'
import { findRow } from '../acts/rows.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { guestsOfVisit } from '../guests/guests.queries.ts'
import { itemRowsOfVisit } from '../itinerary/itinerary.queries.ts'
import { rulesOf } from '../rules/rules.queries.ts'

/** Who takes part in an item. */
export function participants(item: Pick<ItemRow, 'allGuests' | 'guestIds'>, guests: readonly GuestRow[]): GuestRow[] {
  if (item.allGuests) return [...guests]
  const ids = new Set(item.guestIds)
  return guests.filter(guest => ids.has(guest.id))
}

/** The meals of a visit's dining stops in order of time, with the diets of those who eat there. */
export async function mealsOfVisit(db: Db, visitId: string): Promise<Meal[]> {
  const visit = await findRow(db, 'visit', visitId)
  if (!visit) return []
  const items = (await itemRowsOfVisit(db, visitId)).filter(item => item.kind === 'dining')
  if (items.length === 0) return []
  const guests = await guestsOfVisit(db, visitId)
  const rules = await rulesOf(db)
  const meals = new Map((await linesOfVisit(db, 'meal', visitId)).map(meal => [meal.itemId, meal]))
  return items.flatMap(item => {
    const row = meals.get(item.id)
    if (!row) return []
    const eaters = participants(item, guests)
    const conflicts = menuConflicts(
      row.menu,
      eaters.map(guest => ({ diet: guest.diet, care: `${guest.religion} ${guest.health}` })),
      rules.menu,
    )
    const { dietsSeen, ...fields } = row
    return [
      {
        ...fields,
        heads: item.allGuests ? Math.max(visit.headcount ?? 0, eaters.length) : eaters.length,
        diets: dietCounts(eaters),
        dietsSeen: dietsSeen === dietsText(eaters),
        menuConflicts: conflicts.map(({ rule, dishes, guests: count }) => ({
          rule: rule.name,
          ruleLatin: rule.nameLatin,
          dishes,
          guests: count,
        })),
        limit: rules.grades[visit.grade].mealLimit,
      },
    ]
  })
}

export function mealById(db: Db, id: string): Promise<MealRow | undefined> {
  return db.selectFrom('meal').selectAll().where('id', '=', id).executeTakeFirst()
}

import { moneyText } from '../../money.ts'
import { fact, type Outline, type Part, row, strong, table } from '../outline.ts'
import { joined, type Speaker, whenOf } from '../speaker.ts'
import type { Told, ToldMeal, ToldStop } from '../told.ts'
import { head, nothing, outline, type PaperName } from './common.ts'

/** For the restaurant: how many, when, what, and the diets counted; nobody's name, nobody's health. */
export function mealNoticeOutline(told: Told, speak: Speaker, paper: PaperName): Outline {
  const meals = told.meals.flatMap(meal => {
    const item = told.items.find(each => each.id === meal.itemId)
    return item ? [{ meal, item }] : []
  })
  return outline(told, speak, paper, { margin: 16 }, [
    ...meals.flatMap(({ meal, item }, index): Part[] => [
      head(told, speak, paper, [fact(speak.word('fields.organization'), speak.of(told.visit, 'organization'))], {
        key: `head-${meal.id}`,
        startsPage: index > 0,
      }),
      facts(meal, item, told, speak),
      { kind: 'heading', key: `diets-title-${meal.id}`, text: speak.word('fields.diets') },
      diets(meal, speak),
      ...menu(meal, speak),
    ]),
    ...(meals.length === 0 ? [head(told, speak, paper, []), nothing(speak.word('dining.none'))] : []),
  ])
}

const facts = (meal: ToldMeal, item: ToldStop, { currency }: Told, speak: Speaker): Part => ({
  kind: 'facts',
  key: `facts-${meal.id}`,
  facts: [
    fact(speak.word('fields.time'), strong(whenOf(item))),
    fact(speak.word('fields.content'), speak.content(item)),
    fact(speak.word('fields.venue'), joined([meal.venue || speak.place(item), meal.room], ' · ')),
    fact(speak.word('fields.headcount'), strong(meal.heads)),
    fact(speak.word('fields.tableCount'), meal.tableCount ?? ''),
    fact(speak.word('fields.seats'), meal.seats ?? ''),
    fact(speak.word('fields.headCost'), meal.headCost === null ? '' : `${moneyText(meal.headCost)} ${currency}`),
    fact(speak.word('fields.drinks'), meal.drinks),
    fact(speak.word('fields.personInCharge'), speak.person(item.personInCharge, item.phone)),
    fact(speak.word('fields.notes'), meal.notes),
  ],
})

const diets = (meal: ToldMeal, speak: Speaker): Part =>
  meal.diets.length === 0
    ? { ...nothing(speak.word('dining.noDiets')), key: `none-${meal.id}` }
    : table(
        `diets-${meal.id}`,
        [
          { title: speak.word('fields.diet'), width: 'rest' },
          { title: speak.word('fields.headcount'), width: 30, right: true },
        ],
        meal.diets.map(({ diet, count }) => row(diet, strong(diet), count)),
      )

function menu(meal: ToldMeal, speak: Speaker): Part[] {
  const dishes = meal.menu.split('\n').filter(line => line.trim() !== '')
  if (dishes.length === 0) return []
  return [
    { kind: 'heading', key: `menu-title-${meal.id}`, text: speak.word('fields.menu') },
    { kind: 'list', key: `menu-${meal.id}`, items: dishes },
  ]
}

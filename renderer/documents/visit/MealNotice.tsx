import { pageOf } from '../../../shared/contract/documents.ts'
import { moneyText } from '../../../shared/domain/money.ts'
import { staffName, worded } from '../paper/documentData.ts'
import { contentOf, foot, placeOf } from '../paper/itineraryParts.tsx'
import { type Block, factsBlock, headingBlock, Pages, tableBlocks } from '../paper/Pages.tsx'
import { type DocumentProps, headBlock, whenOf } from '../paper/parts.tsx'

/** For the restaurant: how many, when, what, and the diets counted; nobody's name, nobody's health. */
export function MealNotice({ request, data }: DocumentProps<'meal-notice'>) {
  const { label, plan } = data
  const blocks: Block[] = plan.meals.flatMap((meal, index) => {
    const item = data.items.find(each => each.id === meal.itemId)
    if (!item) return []
    const dishes = meal.menu.split('\n').filter(line => line.trim() !== '')
    return [
      headBlock(
        data,
        request,
        [[label('fields.organization'), worded(data, 'organization')]],
        index > 0,
        `head-${meal.id}`,
      ),
      factsBlock(`facts-${meal.id}`, [
        [
          label('fields.time'),
          <span key="time" className="what">
            {whenOf(item)}
          </span>,
        ],
        [label('fields.content'), contentOf(item, data)],
        [label('fields.venue'), [meal.venue || placeOf(item, request.language), meal.room].filter(Boolean).join(' · ')],
        [
          label('fields.headcount'),
          <span key="heads" className="what">
            {meal.heads}
          </span>,
        ],
        [label('fields.tableCount'), meal.tableCount ?? ''],
        [label('fields.seats'), meal.seats ?? ''],
        [
          label('fields.headCost'),
          meal.headCost === null ? '' : `${moneyText(meal.headCost)} ${plan.rules?.currency ?? ''}`,
        ],
        [label('fields.drinks'), meal.drinks],
        [label('fields.personInCharge'), [staffName(data, item.personInCharge), item.phone].filter(Boolean).join(' ')],
        [label('fields.notes'), meal.notes],
      ]),
      headingBlock(`diets-title-${meal.id}`, label('fields.diets')),
      ...(meal.diets.length === 0
        ? [{ key: `none-${meal.id}`, keepWithNext: false, node: <p>{label('dining.noDiets')}</p> }]
        : tableBlocks(
            `diets-${meal.id}`,
            [
              { title: label('fields.diet'), width: 'auto' },
              { title: label('fields.headcount'), width: '30mm', right: true },
            ],
            meal.diets.map(({ diet, count }) => ({
              key: diet,
              cells: [
                <span key="diet" className="what">
                  {diet}
                </span>,
                count,
              ],
            })),
          )),
      ...(dishes.length === 0
        ? []
        : [
            headingBlock(`menu-title-${meal.id}`, label('fields.menu')),
            {
              key: `menu-${meal.id}`,
              keepWithNext: false,
              node: (
                <ul className="menu-lines">
                  {dishes.map(dish => (
                    <li key={dish}>{dish}</li>
                  ))}
                </ul>
              ),
            },
          ]),
    ]
  })
  if (blocks.length === 0)
    blocks.push(headBlock(data, request, []), {
      key: 'none',
      keepWithNext: false,
      node: <p>{label('dining.none')}</p>,
    })
  return <Pages page={pageOf(request)} margin={16} blocks={blocks} foot={foot(data)} />
}

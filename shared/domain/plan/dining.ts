/**
 * A diet, how it is written, and what may not stand in a menu for it. The rules as shipped are `resources/menu-rules.json`, in the
 * office's hand from then on. Their words were chosen by hand among the names of common dishes, and each is held by a test. What is usually
 * made without meat or fish although its name says otherwise is excepted for vegetarians (鱼香茄子, 蟹黄豆腐, 赛螃蟹); for an allergy it is
 * not, since the kitchen has to be asked.
 */
export interface MenuRule {
  /** What the rule is called. */
  name: string
  nameLatin: string
  /** A guest's diet, religion or health note that holds one of these falls under the rule. */
  signs: readonly string[]
  /** Words of a menu that do not go with it. */
  avoid: readonly string[]
  /** Words that hold one of `avoid` and are fine all the same: 素火腿. */
  except: readonly string[]
}

export interface Eater {
  diet: string
  /** Known where the reader may know it: religion and health notes. */
  care: string
}

export interface DietCount {
  diet: string
  count: number
}

/** The diets of those who eat there, counted, most first; guests without one are not in it. */
export function dietCounts(eaters: readonly { diet: string }[]): DietCount[] {
  const counts = new Map<string, number>()
  for (const { diet } of eaters) if (diet.trim() !== '') counts.set(diet.trim(), (counts.get(diet.trim()) ?? 0) + 1)
  return [...counts]
    .map(([diet, count]) => ({ diet, count }))
    .sort((a, b) => b.count - a.count || (a.diet < b.diet ? -1 : 1))
}

/** The diets at a meal as one text: what somebody has looked at. It changes with every guest and every diet. */
export function dietsText(eaters: readonly { diet: string }[]): string {
  const counts = dietCounts(eaters).map(({ diet, count }) => `${diet} ${count}`)
  return [...counts, `/ ${eaters.length}`].join('；')
}

export interface MenuConflict {
  rule: MenuRule
  /** Dishes of the menu that do not go with the rule, as they are written. */
  dishes: string[]
  /** How many guests fall under it. */
  guests: number
}

/** Dishes of a menu that do not go with the diets of those who eat it, named as the menu names them. */
export function menuConflicts(menu: string, eaters: readonly Eater[], rules: readonly MenuRule[]): MenuConflict[] {
  const served = dishesOf(menu)
  return rules.flatMap(rule => {
    const guests = eaters.filter(eater => fallsUnder(`${eater.diet} ${eater.care}`, rule)).length
    if (guests === 0) return []
    const dishes = served.filter(dish => holds(dish, rule))
    return dishes.length > 0 ? [{ rule, dishes, guests }] : []
  })
}

/** The dishes of a menu: one a line, or several with marks or, in Chinese, spaces between; numbers and prices before and after are none. */
export function dishesOf(menu: string): string[] {
  const parts = menu.split(/[\n\r\t、，,；;。|/]+|(?<=[\p{Script=Han}）)])[ \u3000]+(?=[\p{Script=Han}])/u)
  const dishes = parts.map(part =>
    part
      .trim()
      .replace(/^(?:\d{1,2}[.．:：)）]|[①-⑳]|[-–•·*])\s*/u, '')
      .replace(/\s*(?:[¥￥]\s*\d+(?:\.\d+)?|\d+(?:\.\d+)?\s*元)(?:\s*\/\s*\S{1,2})?$/u, '')
      .trim(),
  )
  return [...new Set(dishes.filter(dish => /\p{L}/u.test(dish)))]
}

/** Does what is told of a guest hold a sign of the rule? A sign of one character stands alone: 素, but not 维生素. */
function fallsUnder(told: string, rule: MenuRule): boolean {
  const read = told.toLowerCase()
  const tokens = read.split(/[^\p{L}\p{N}]+/u)
  return rule.signs.some(sign => (sign.length === 1 ? tokens.includes(sign) : read.includes(sign.toLowerCase())))
}

/** What makes a word that follows mean its imitation: 素鸡, 素烧鹅, 植物肉, vegetarian sausage. */
const IMITATION =
  '(?:[素斋仿](?:[烧烤卤熏酱])?|植物(?:基)?|人造|大豆|(?:vegetarian|vegan|veggie|mock|meatless|meat-free|plant-based)\\s+(?:[a-z]+\\s+)?)'

/**
 * Holds a dish a word that the rule avoids? Chinese words are found inside words, those of other scripts whole, in the plural as well.
 * What the rule excepts, and imitations, count for nothing.
 */
function holds(dish: string, rule: MenuRule): boolean {
  const cleared = rule.except.reduce((text, fine) => text.replaceAll(fine.toLowerCase(), ' '), dish.toLowerCase())
  return rule.avoid.some(word => {
    const sought = word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const whole = /[a-z]/.test(sought) ? `(?<![a-z])${sought}(?:e?s)?(?![a-z])` : sought
    return new RegExp(whole, 'u').test(cleared.replace(new RegExp(`${IMITATION}${whole}`, 'gu'), ' '))
  })
}

/** Is a standard per head above the grade's limit? No limit or no standard: no. */
export const overMealLimit = (headCost: number | null, limit: number | null): boolean =>
  headCost !== null && limit !== null && headCost > limit

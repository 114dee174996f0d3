/** A diet, how it is written, and what may not stand in a menu for it. */
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
  /** Words of the menu that do not go with the rule. */
  words: string[]
  /** How many guests fall under it. */
  guests: number
}

/** Dishes of a menu that do not go with the diets of those who eat it. Compared without case; `avoid` words are found inside words. */
export function menuConflicts(menu: string, eaters: readonly Eater[], rules: readonly MenuRule[]): MenuConflict[] {
  const read = menu.toLowerCase()
  return rules.flatMap(rule => {
    const guests = eaters.filter(eater => {
      const told = `${eater.diet} ${eater.care}`.toLowerCase()
      return rule.signs.some(sign => told.includes(sign.toLowerCase()))
    }).length
    if (guests === 0) return []
    const cleared = rule.except.reduce((text, fine) => text.replaceAll(fine.toLowerCase(), ' '), read)
    const words = rule.avoid.filter(word => cleared.includes(word.toLowerCase()))
    return words.length > 0 ? [{ rule, words, guests }] : []
  })
}

/** Is a standard per head above the grade's limit? No limit or no standard: no. */
export const overMealLimit = (headCost: number | null, limit: number | null): boolean =>
  headCost !== null && limit !== null && headCost > limit

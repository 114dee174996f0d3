/** What of a visit and of a stop has English beside it, in a field of the same name that ends in `Latin`. */
export const VISIT_ENGLISH = ['organization', 'theme', 'dress', 'mapNote'] as const
export const ITEM_ENGLISH = ['content', 'place'] as const

/** A name with its English beside it. */
export type Worded<Field extends string> = Record<Field | `${Field}Latin`, string>

/** What is written in Latin letters is as good in English. */
export const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Whether something lacks the English that papers in English and in both languages would say. */
export const isUnworded = <Field extends string>(of: Worded<Field>, fields: readonly Field[]): boolean =>
  fields.some(field => isChinese(of[field]) && of[`${field}Latin`] === '')

/** English that translates what a patch changes goes with it, unless the patch brings its own: better none than a wrong one. */
export function goneEnglish<Field extends string>(
  before: Worded<Field>,
  patch: { readonly [Name in Field]?: string | undefined },
  fields: readonly Field[],
): Partial<Record<`${Field}Latin`, ''>> {
  const gone: Partial<Record<`${Field}Latin`, ''>> = {}
  for (const field of fields) {
    const after = patch[field]
    if (after !== undefined && after !== before[field]) gone[`${field}Latin`] = ''
  }
  return gone
}

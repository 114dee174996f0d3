import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance, type TFunction } from 'i18next'
import { type Language, worded } from '../../../shared/domain/language.ts'

/** A field as a language has it: its English stands beside it, under a name that ends in `_latin`. */
export const wordOf = <Field extends string>(
  row: Record<Field | `${Field}Latin`, string>,
  field: Field,
  language: Language,
): string => worded(language, row[field], row[`${field}Latin`])

/** A visit's title as a language has it; the Chinese one where there is no other. */
export const titleOf = (visit: { title: string; titleLatin: string }, language: Language): string =>
  wordOf(visit, 'title', language)

/** The host's own voice, for files it writes: the same locale files that the window speaks from. */
export function translator(root: string): (language: Language) => TFunction {
  const i18n = createInstance()
  const read = (language: Language) => ({
    translation: JSON.parse(readFileSync(join(root, 'resources', 'locales', `${language}.json`), 'utf8')) as object,
  })
  void i18n.init({
    lng: 'zh-CN',
    initAsync: false,
    resources: { 'zh-CN': read('zh-CN'), en: read('en') },
    interpolation: { escapeValue: false },
  })
  return language => i18n.getFixedT(language)
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './office.ts'

type Entries = { [key: string]: string | Entries }

/** What the screen says in a language: by the key of a text, with its values filled in. Fails where there is no such text. */
export function wordsOf(language: 'zh-CN' | 'en'): (key: string, values?: Record<string, string>) => string {
  const all: Entries = JSON.parse(readFileSync(join(root, 'resources', 'locales', `${language}.json`), 'utf8'))
  return (key, values = {}) => {
    const found = key.split('.').reduce<string | Entries | undefined>((at, part) => {
      return typeof at === 'object' ? at[part] : undefined
    }, all)
    if (typeof found !== 'string') throw new Error(`${language} has no text ${key}`)
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
  }
}

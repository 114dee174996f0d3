import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from '../../resources/locales/en.json'
import zh from '../../resources/locales/zh-CN.json'
import { root } from '../support/office.ts'

function keysOf(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sources(path)
    return /\.tsx?$/.test(name) ? [readFileSync(path, 'utf8')] : []
  })
}

/** Keys as the code names them: `t('a.b')` whole, `` t(`a.${x}.b`) `` with a hole for any one part. */
function used(): { whole: Set<string>; patterns: RegExp[] } {
  const code = [
    ...sources(join(root, 'renderer')),
    ...sources(join(root, 'electron')),
    ...sources(join(root, 'shared')),
  ].join('\n')
  const whole = new Set(
    [...code.matchAll(/['"`]([a-z][A-Za-z]*(?:\.[A-Za-z0-9_-]+)+)['"`]/g)].map(match => match[1] ?? ''),
  )
  const patterns = [...code.matchAll(/`([a-z][A-Za-z]*\.[^`\s]*\$\{[^`]*)`/g)].map(match => {
    const parts = (match[1] ?? '').split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
    return new RegExp(`^${parts.map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[A-Za-z0-9_-]+')}$`)
  })
  return { whole, patterns }
}

describe('the locales', () => {
  it('say the same things in both languages', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(zh).sort())
  })

  it('fill the same places in both languages', () => {
    const values = (tree: object): Map<string, string> =>
      new Map(
        keysOf(tree).map(key => [
          key,
          String(key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], tree)),
        ]),
      )
    const chinese = values(zh)
    for (const [key, text] of values(en)) {
      const holes = (value: string) => [...value.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort()
      expect(holes(text), key).toEqual(holes(chinese.get(key) ?? ''))
    }
  })

  it('have every key that the code names, and none that it does not', () => {
    const { whole, patterns } = used()
    const known = new Set(keysOf(zh))
    const roots = new Set(Object.keys(zh))
    const missing = [...whole].filter(
      key =>
        roots.has(key.split('.')[0] ?? '') && !known.has(key) && ![...known].some(each => each.startsWith(`${key}.`)),
    )
    expect(missing).toEqual([])
    const unused = [...known].filter(key => !whole.has(key) && !patterns.some(pattern => pattern.test(key)))
    expect(unused).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BadgeDesign, fitBoxOf, problemsOf, SAFE } from '../../shared/domain/papers/badgeDesign.ts'
import { fitText, wrap } from '../../shared/domain/papers/fit.ts'
import { root } from '../support/office.ts'

/** A plain font: Chinese as wide as high, Latin a bit over half. */
const measure = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffff]/.test(character) ? 1 : 0.56), 0)

describe('a text on a badge', () => {
  const names = [
    '张伟',
    '欧阳明远',
    '阿卜杜勒·拉赫曼·伊本·穆罕默德',
    '一二三四五六七八九十'.repeat(4),
    'Alexander Montgomery-Whitfield',
    'A'.repeat(60),
    'Maximiliana Theodora Wilhelmina von Hohenzollern-Sigmaringen',
  ]

  const folder = join(root, 'resources', 'badge-designs')

  it.each(readdirSync(folder))('always fits its box in the shipped design %s', file => {
    const { design } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { design: BadgeDesign }
    expect(problemsOf(design)).toEqual([])
    for (const face of [design.front, design.back]) {
      for (const element of face?.elements ?? []) {
        if (element.kind !== 'text') continue
        expect(element.x).toBeGreaterThanOrEqual(SAFE - 1e-9)
        expect(element.x + element.width).toBeLessThanOrEqual(design.size.width - SAFE + 1e-9)
        for (const name of names) {
          const box = fitBoxOf(element)
          const fitted = fitText(name, box, measure)
          expect(fitted.lines.join('').replace(/\s/g, '')).toBe(name.replace(/\s/g, ''))
          for (const line of fitted.lines) expect(measure(line) * fitted.size).toBeLessThanOrEqual(box.width + 1e-6)
          expect(fitted.lines.length * fitted.size * box.leading).toBeLessThanOrEqual(box.height + 1e-6)
        }
      }
    }
  })

  it('stays on one line while it can, breaks at spaces and hyphens, not inside a word', () => {
    const box = { width: 81, height: 14.6, largest: 10.8, smallest: 1.4, leading: 1.24, wrapBelow: 5.9 }
    expect(fitText('张伟', box, measure)).toMatchObject({ lines: ['张伟'], size: box.largest })
    expect(
      fitText('Alexander Montgomery-Whitfield', box, measure).lines.every(
        line => !/[a-z]{1,3}$/.test(line) || line.endsWith('field') || line.endsWith('der'),
      ),
    ).toBe(true)
    expect(fitText('', box, measure).lines).toEqual([])
  })

  it('never begins a line with closing punctuation', () => {
    for (const line of wrap('上海，北京；广州。深圳、杭州！', 4, measure)) expect(line).not.toMatch(/^[，；。、！]/)
  })
})

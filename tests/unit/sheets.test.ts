import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BadgeDesign, fitBoxOf, problemsOf, SAFE } from '../../shared/domain/papers/badgeDesign.ts'
import { fitText, wrap } from '../../shared/domain/papers/fit.ts'
import {
  BADGE_SIZES,
  cropMarks,
  fillPages,
  fullerSheet,
  PAPERS,
  paginateBadges,
  sheetLayout,
} from '../../shared/domain/papers/sheets.ts'
import { root } from '../support/office.ts'

/** A plain font: Chinese as wide as high, Latin a bit over half. */
const measure = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffff]/.test(character) ? 1 : 0.56), 0)

describe('sheets of badges', () => {
  it.each(Object.entries(BADGE_SIZES))('%s lies inside A4, without overlap, marks on the paper', (_, size) => {
    const paper = fullerSheet(size)
    const { places, columns, rows } = sheetLayout(size, paper)
    expect(places).toHaveLength(columns * rows)
    for (const place of places) {
      expect(place.x).toBeGreaterThanOrEqual(0)
      expect(place.y).toBeGreaterThanOrEqual(0)
      expect(place.x + place.width).toBeLessThanOrEqual(paper.width)
      expect(place.y + place.height).toBeLessThanOrEqual(paper.height)
    }
    for (const mark of cropMarks({ columns, rows, places })) {
      expect(Math.min(mark.x1, mark.y1, mark.x2, mark.y2)).toBeGreaterThanOrEqual(0)
      expect(Math.max(mark.x1, mark.x2)).toBeLessThanOrEqual(paper.width)
      expect(Math.max(mark.y1, mark.y2)).toBeLessThanOrEqual(paper.height)
      const inside = places.some(
        place =>
          mark.x1 > place.x && mark.x1 < place.x + place.width && mark.y1 > place.y && mark.y1 < place.y + place.height,
      )
      expect(inside).toBe(false)
    }
  })

  it('takes ten of 90x54 and two of A6', () => {
    expect(sheetLayout(BADGE_SIZES['90x54'], PAPERS.a4).places).toHaveLength(10)
    expect(sheetLayout(BADGE_SIZES.a6, fullerSheet(BADGE_SIZES.a6)).places).toHaveLength(2)
  })

  it('prints the last, partial sheet and can begin after used places', () => {
    expect(paginateBadges([1, 2, 3, 4, 5], 4)).toEqual([[1, 2, 3, 4], [5]])
    expect(paginateBadges([1, 2, 3], 4, 2)).toEqual([[null, null, 1, 2], [3]])
    expect(paginateBadges([], 4)).toEqual([])
  })
})

describe('pages', () => {
  it('hold every block once, in order, none over its height, headings with what follows', () => {
    const block = fc.record({
      height: fc.integer({ min: 1, max: 60 }),
      keepWithNext: fc.boolean(),
      startsPage: fc.boolean(),
      table: fc.constantFrom(null, 0, 1),
    })
    const titles = [7, 11]
    fc.assert(
      fc.property(fc.array(block, { maxLength: 60 }), blocks => {
        const pages = fillPages(blocks, titles, 120)
        expect(pages.flat()).toEqual(blocks.map((_, index) => index))
        pages.forEach((page, number) => {
          const height = page.reduce((sum, index, place) => {
            const table = blocks[index]?.table ?? null
            const above = place === 0 ? null : (blocks[page[place - 1] ?? 0]?.table ?? null)
            return sum + (blocks[index]?.height ?? 0) + (table !== null && table !== above ? (titles[table] ?? 0) : 0)
          }, 0)
          const chained = page.slice(0, -1).every(index => blocks[index]?.keepWithNext)
          if (!chained) expect(height).toBeLessThanOrEqual(120)
          expect(page.slice(1).every(index => !blocks[index]?.startsPage)).toBe(true)
          const last = page.at(-1)
          const next = pages[number + 1]?.[0]
          if (last !== undefined && next !== undefined && !blocks[next]?.startsPage)
            expect(blocks[last]?.keepWithNext).toBe(false)
        })
      }),
    )
  })
})

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

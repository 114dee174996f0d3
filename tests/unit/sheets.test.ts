import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BADGE_SIZES,
  cropMarks,
  fillPages,
  fullerSheet,
  PAPERS,
  paginateBadges,
  sheetLayout,
} from '../../shared/domain/papers/sheets.ts'

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

/** Sizes in mm. */
export interface Size {
  width: number
  height: number
}

export const PAPERS = {
  a4: { width: 210, height: 297 },
  a4Landscape: { width: 297, height: 210 },
  a5: { width: 148, height: 210 },
  a3Landscape: { width: 420, height: 297 },
} as const satisfies Record<string, Size>

/**
 * Badge sizes of the product. 90x54 and 86x54 are the usual Chinese holders, 85.6x54 is the CR80 card (ISO/IEC 7810 ID-1),
 * 100x70 an event badge, 105x148 is A6 (ISO 216).
 */
export const BADGE_SIZES = {
  '90x54': { width: 90, height: 54 },
  '86x54': { width: 86, height: 54 },
  cr80: { width: 85.6, height: 54 },
  '100x70': { width: 100, height: 70 },
  a6: { width: 105, height: 148 },
} as const satisfies Record<string, Size>

/** Where one badge lies on its sheet, mm from the top left corner. */
export interface Place extends Size {
  x: number
  y: number
}

export interface SheetLayout {
  columns: number
  rows: number
  places: Place[]
}

/** Room for crop marks around the block of badges, mm: 2 of space and 4 of mark, inside what office printers reach. */
const MARK_ROOM = 6

/**
 * As many badges as fit on a sheet of plain card, touching each other so that one cut parts two, the block in the
 * middle, with room for crop marks outside. A badge that leaves no room for marks still gets its one place.
 */
export function sheetLayout(badge: Size, paper: Size): SheetLayout {
  const columns = Math.max(1, Math.floor((paper.width - 2 * MARK_ROOM) / badge.width))
  const rows = Math.max(1, Math.floor((paper.height - 2 * MARK_ROOM) / badge.height))
  const left = (paper.width - columns * badge.width) / 2
  const top = (paper.height - rows * badge.height) / 2
  const places: Place[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      places.push({ x: left + column * badge.width, y: top + row * badge.height, ...sizeOf(badge) })
  }
  return { columns, rows, places }
}

const sizeOf = (badge: Size): Size => ({ width: badge.width, height: badge.height })

/** A4 the way up that takes more badges of a size; upright where both take as many. */
export function fullerSheet(badge: Size): Size {
  const upright = sheetLayout(badge, PAPERS.a4).places.length
  return sheetLayout(badge, PAPERS.a4Landscape).places.length > upright ? PAPERS.a4Landscape : PAPERS.a4
}

/** A crop mark: a line in mm. */
export interface Mark {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** Crop marks for every cut of a layout, all outside the block of badges: 4 mm long, 2 mm away from it. */
export function cropMarks(layout: SheetLayout): Mark[] {
  const xs = edges(layout.places.flatMap(place => [place.x, place.x + place.width]))
  const ys = edges(layout.places.flatMap(place => [place.y, place.y + place.height]))
  const left = xs[0] ?? 0
  const right = xs.at(-1) ?? 0
  const top = ys[0] ?? 0
  const bottom = ys.at(-1) ?? 0
  const marks: Mark[] = []
  for (const x of xs) {
    marks.push({ x1: x, x2: x, y1: top - 6, y2: top - 2 }, { x1: x, x2: x, y1: bottom + 2, y2: bottom + 6 })
  }
  for (const y of ys) {
    marks.push({ y1: y, y2: y, x1: left - 6, x2: left - 2 }, { y1: y, y2: y, x1: right + 2, x2: right + 6 })
  }
  return marks
}

/** Distinct edges in order; edges closer than a thousandth of a mm are one. */
function edges(values: number[]): number[] {
  return [...new Set(values.map(value => Math.round(value * 1000) / 1000))].sort((a, b) => a - b)
}

/** Cuts a list into pages of `perPage`; the first page may begin after `skipped` used places. */
export function paginateBadges<T>(badges: readonly T[], perPage: number, skipped = 0): (T | null)[][] {
  const padded: (T | null)[] = [...Array.from({ length: Math.max(0, skipped) % perPage }, () => null), ...badges]
  const pages: (T | null)[][] = []
  for (let start = 0; start < padded.length; start += perPage) pages.push(padded.slice(start, start + perPage))
  return pages
}

export interface FlowBlock {
  /** Height in any unit, the same as the page's. */
  height: number
  /** Keep on one page with the block after it: a heading with its first row. */
  keepWithNext: boolean
  /** Begins a page of its own. */
  startsPage: boolean
  /** The table it is a row of, by number; null for what is no row. */
  table: number | null
}

/**
 * Fills pages with blocks, never breaking inside one. A block higher than a page gets a page of its own.
 * @param titles height of each table's titles: they stand above the first of its rows on every page.
 * @param room height of a page.
 * @returns for each page the indexes of its blocks.
 */
export function fillPages(blocks: readonly FlowBlock[], titles: readonly number[], room: number): number[][] {
  const pages: number[][] = []
  let page: number[] = []
  let used = 0
  const turn = () => {
    pages.push(page)
    page = []
    used = 0
  }
  /** What the blocks take below what is on the page, titles and all. */
  const heightOf = (from: number, until: number): number => {
    let above = page.length > 0 ? (blocks[page.at(-1) ?? 0]?.table ?? null) : null
    let height = 0
    for (const block of blocks.slice(from, until + 1)) {
      if (block.table !== null && block.table !== above) height += titles[block.table] ?? 0
      height += block.height
      above = block.table
    }
    return height
  }
  for (let index = 0; index < blocks.length; ) {
    let end = index
    while (blocks[end]?.keepWithNext && end + 1 < blocks.length && !blocks[end + 1]?.startsPage) end++
    if (page.length > 0 && (blocks[index]?.startsPage || used + heightOf(index, end) > room)) turn()
    used += heightOf(index, end)
    for (; index <= end; index++) page.push(index)
  }
  if (page.length > 0 || pages.length === 0) turn()
  return pages
}

/** US letter paper, ANSI A. */
const LETTER: Size = { width: 215.9, height: 279.4 }

/** A sheet of labels, mm: the first label's corner, how far the next one lies, how its corners are rounded. */
export interface LabelSheet {
  paper: 'a4' | 'letter'
  labelWidth: number
  labelHeight: number
  columns: number
  rows: number
  left: number
  top: number
  pitchX: number
  pitchY: number
  radius: number
}

export const labelPaper = (sheet: Pick<LabelSheet, 'paper'>): Size => (sheet.paper === 'letter' ? LETTER : PAPERS.a4)

/** Where each label of a sheet lies, row by row from the top left. */
export function labelPlaces(sheet: LabelSheet): Place[] {
  return Array.from({ length: sheet.rows * sheet.columns }, (_, index) => ({
    x: sheet.left + (index % sheet.columns) * sheet.pitchX,
    y: sheet.top + Math.floor(index / sheet.columns) * sheet.pitchY,
    width: sheet.labelWidth,
    height: sheet.labelHeight,
  }))
}

/** What of a sheet's measures cannot be, by field; empty for a sheet that lies on its paper. */
export function labelProblems(
  sheet: LabelSheet,
): Partial<Record<keyof LabelSheet, 'tooWide' | 'tooHigh' | 'overlaps'>> {
  const paper = labelPaper(sheet)
  const problems: ReturnType<typeof labelProblems> = {}
  if (sheet.pitchX < sheet.labelWidth) problems.pitchX = 'overlaps'
  if (sheet.pitchY < sheet.labelHeight) problems.pitchY = 'overlaps'
  if (sheet.left + (sheet.columns - 1) * sheet.pitchX + sheet.labelWidth > paper.width + 0.05)
    problems.columns = 'tooWide'
  if (sheet.top + (sheet.rows - 1) * sheet.pitchY + sheet.labelHeight > paper.height + 0.05) problems.rows = 'tooHigh'
  return problems
}

/** Labels taken from the sheet in use after `count` more: none once it is full. */
export const usedAfter = (used: number, count: number, perSheet: number): number => (used + count) % perSheet

/** The test page's cross stands so far from both edges, its lines are so long, mm. */
export const TEST_PAGE = { corner: 20, across: 150, down: 200 }

/** What was measured on a printed test page, mm. */
export interface Calibration {
  cornerX: number
  cornerY: number
  across: number
  down: number
}

/**
 * How a page is drawn so that it comes out true: everything scaled from the corner of the sheet, then moved.
 * A printer that draws 150 mm as 149.4 and the corner at 20.6 is given 1.004 and what is left of the way.
 */
export function correction(measured: Calibration): { x: number; y: number; scaleX: number; scaleY: number } {
  const stretchX = measured.across / TEST_PAGE.across
  const stretchY = measured.down / TEST_PAGE.down
  return {
    scaleX: 1 / stretchX,
    scaleY: 1 / stretchY,
    x: TEST_PAGE.corner - measured.cornerX / stretchX,
    y: TEST_PAGE.corner - measured.cornerY / stretchY,
  }
}

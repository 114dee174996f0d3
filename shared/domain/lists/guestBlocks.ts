import { fits, strongKind } from './guestBuilder.ts'
import { genderOf, isPhone } from './guestCells.ts'
import { type HeadingKind, headingKinds } from './guestColumns.ts'
import { isDiet, isHead, isRole, isTitle } from './guestLexicon.ts'
import { isChineseName } from './guestNames.ts'
import { delimitedCells } from './pastedCells.ts'
import { tidy } from './tidy.ts'

/** A line of a list: a row of a sheet, or a line of text as its only cell. */
export interface Line {
  row: number
  cells: string[]
  /** The cells as they are written, where some only say that the one above holds here too. */
  written?: readonly string[]
}

/** What was decided of a column by hand, by its heading: a kind, a note, or nothing of it. */
export type Meaning = HeadingKind | 'skip'
export type Meanings = Readonly<Record<string, Meaning>>

export interface Column {
  index: number
  heading: string
  kinds: HeadingKind[]
  /** No heading that is known: its cells are notes under its heading unless somebody says what they are. */
  unknown: boolean
  skip: boolean
  /** Its cells are ticks: what is ticked is what the heading says. */
  ticked?: boolean
}
/** Whether a cell of such a column is ticked. */
export const isTick = (text: string): boolean => /^(?:√|✓|✔|☑|■|●|○|v|x|y)$/iu.test(text)
/** A tick, a yes or a no. */
const TICK = /^(?:√|✓|✔|☑|■|●|○|×|✗|□|v|x|y|n)$/iu

export interface Block {
  /** Lines that are its headings. */
  header: Line[]
  columns: Column[]
  /** The same list may stand several times beside itself: its columns, once for each. */
  sides: Column[][]
  body: Line[]
}

const filled = (cells: readonly string[]): string[] => cells.filter(cell => tidy(cell) !== '')
/** By what headings are remembered. */
export const headingKey = (heading: string): string => tidy(heading).toLowerCase().replace(/\s/gu, '').slice(0, 60)

const SPLITS: readonly RegExp[] = [
  /\s?\|\s?/u,
  /\t/u,
  /\s{2,}/u,
  /\s?[,，]\s?/u,
  /\s?[;；]\s?/u,
  /\s?、\s?/u,
  /\s?\/\s?/u,
  /\s+/u,
]

/** Lines of text that stand as a table, a heading line and lines parted as it is, become rows of cells. */
export function cutLines(lines: readonly Line[]): Line[] {
  let by: { split: RegExp; width: number } | null = null as { split: RegExp; width: number } | null
  let heads: HeadingKind[][] = []
  let above: Line | null = null
  const rows = lines.map(line => {
    const cut = cutLine(line)
    // A cell of a page that goes on in the next line: what it makes with the one above is the office or title it began.
    if (above && by !== null && by.split === WIDE && cut.cells.length < by.width && goesOn(above, cut.cells, heads))
      return { ...line, cells: [''] }
    above = by && cut.cells.length === by.width ? cut : null
    return cut
  })
  return rows

  function cutLine(line: Line): Line {
    const text = single(line)
    if (text === null || text.length > 1200) return line
    if (/^[\s|:+=-]{3,}$/u.test(text)) return { ...line, cells: [''] }
    const framed = text
      .trim()
      .replace(/^\|\s?/u, '')
      .replace(/\s?\|$/u, '')
    const ways = SPLITS.map(split => ({ split, cells: partedBy(framed, split) })).filter(
      each => isHeader(each.cells) && !each.cells.some(cell => cell.includes(':')),
    )
    const [first] = ways
    // Wide spaces may be of another making: a mark that parts it into more is its separator.
    const found =
      first?.split === WIDE
        ? (ways.find(each => each.split !== SPLITS.at(-1) && each.cells.length > (first?.cells.length ?? 0)) ?? first)
        : first
    if (found) {
      by = { split: found.split, width: found.cells.length }
      heads = found.cells.map(headingKinds)
    }
    if (found) return { ...line, cells: found.cells.map(cell => cell.trim()) }
    if (by) {
      const cells = partedBy(framed, by.split, by.width)
      const exact = cells.length === by.width
      const loose =
        by.split !== SPLITS.at(-1) &&
        cells.length > 1 &&
        cells.length <= by.width &&
        (cells.length >= by.width / 2 || text.includes('|'))
      if (exact || loose) return { ...line, cells: cells.map(cell => cell.trim()) }
    }
    return line
  }
}

/** Puts the cells of a line behind those of the row above where all of them go on there; false where any does not. */
function goesOn(above: Line, cells: readonly string[], heads: readonly HeadingKind[][]): boolean {
  let from = 0
  const places: number[] = []
  for (const cell of cells) {
    const at = heads.findIndex(
      (kinds, index) =>
        index >= from &&
        (kinds[0] === 'organization' || kinds[0] === 'title') &&
        tidy(above.cells[index] ?? '') !== '' &&
        fits(kinds[0], tidy(above.cells[index] ?? '') + tidy(cell)),
    )
    if (at < 0) return false
    places.push(at)
    from = at + 1
  }
  if (places.length === 0 || fits('name', cells[0] ?? '')) return false
  places.forEach((at, index) => {
    above.cells[at] = `${above.cells[at] ?? ''}${cells[index] ?? ''}`
  })
  return true
}

const WIDE = SPLITS[2]
const COMMA = SPLITS[3]
const SEMICOLON = SPLITS[4]

/** A line as cells: quoted ones whole, and what wide spaces tore apart (职　　务, 柴  静文) put together again. */
function partedBy(text: string, split: RegExp, width?: number): string[] {
  if (text.includes('"') && (split === COMMA || split === SEMICOLON))
    return delimitedCells(text, split === COMMA ? ',' : ';')[0] ?? []
  const cells = text.split(split)
  if (split !== WIDE) return cells
  for (let at = 0; at < cells.length - 1; at++) {
    const [a = '', b = ''] = [cells[at], cells[at + 1]]
    const torn =
      width === undefined
        ? a.length <= 2 &&
          b.length <= 2 &&
          headingKinds(a + b).length > 0 &&
          (a === '姓' || headingKinds(b).length === 0)
        : cells.length > width && a.length <= 2 && isChineseName(a + b)
    if (torn) cells.splice(at, 2, a + b)
  }
  return cells
}

function single(line: Line): string | null {
  const [first, ...rest] = line.cells
  return first !== undefined && rest.every(cell => tidy(cell) === '') && first.trim() !== '' ? first : null
}

/** Whether cells are headings: two at least that are known, one of them for names; or three that are most of the row. */
export function isHeader(cells: readonly string[]): boolean {
  const all = filled(cells)
  if (all.length < 2 || all.length > 80) return false
  const kinds = all.map(cell => (cell.length > 60 ? [] : headingKinds(cell)))
  // Columns of ticks: 姓名 单位 素食 清真 翻译.
  if (kinds.some(each => each[0] === 'name'))
    all.forEach((cell, index) => {
      if (kinds[index]?.length === 0 && (isDiet(tidy(cell)) || isRole(tidy(cell)) || isHead(tidy(cell))))
        kinds[index] = ['keep']
    })
  const known = new Set(kinds.flat())
  const count = kinds.filter(each => each.length > 0).length
  if (count < 1 || known.size < 2 || count * 2 < all.length) return false
  // Label and answer beside each other are a form.
  if (all.length % 2 === 0 && kinds.every((each, index) => each.length > 0 === (index % 2 === 0))) return false
  const names = ['name', 'latinName', 'lastName', 'firstName'].some(kind => known.has(kind as HeadingKind))
  return names ? count >= 2 || all.length === 2 : known.size >= 3 && count >= all.length * 0.6
}

/** 姓名 beside headings that nobody knows, and names below it. */
function isNamedHeader(cells: readonly string[], below: readonly string[]): boolean {
  const at = cells.findIndex(cell =>
    /^(?:姓\s?名|(?:来宾|嘉宾|客人|参会人|人员)姓名|(?:full\s|guest\s)?name)$/iu.test(tidy(cell)),
  )
  const all = filled(cells)
  return (
    at >= 0 &&
    all.length > 1 &&
    all.every(cell => cell.length <= 14 && !/[\d:：,，@]/u.test(cell) && strongKind(cell) === null) &&
    !all.some((cell, index) => index > 0 && fits('name', cell) && headingKinds(cell).length === 0) &&
    filled(below).length > 1 &&
    fits('name', below[at] ?? '')
  )
}

/** A second row of headings holds headings and nothing else. */
function isHeadingsOnly(cells: readonly string[]): boolean {
  const all = filled(cells)
  return (
    all.length > 0 && all.every(cell => cell.length <= 60 && headingKinds(cell).length > 0 && strongKind(cell) === null)
  )
}

/** Parts lines into what stands before the first heading, and the blocks that each heading begins. */
export function blocksOf(lines: readonly Line[], meanings: Meanings): { before: Line[]; blocks: Block[] } {
  const starts: number[] = []
  for (let at = 0; at < lines.length; at++) {
    const cells = lines[at]?.cells ?? []
    const alone =
      starts.length === 0 &&
      filled(cells).length === 1 &&
      headingKinds(filled(cells)[0] ?? '')[0] === 'name' &&
      cells.length > 0
    const follows = filled(lines[at + 1]?.cells ?? []).length === 1
    if (
      isHeader(cells) ||
      isNamedHeader(cells, lines[at + 1]?.cells ?? []) ||
      (alone && follows && /^(?:姓\s?名|名\s?单|name|names|full name)$/iu.test(tidy(filled(cells)[0] ?? '')))
    )
      starts.push(at)
  }
  const blocks: Block[] = []
  for (let each = 0; each < starts.length; each++) {
    const start = starts[each] ?? 0
    let until = start + 1
    // Headings may stand in several rows, one below the other.
    while (until - start < 3 && until < lines.length && isHeadingsOnly(lines[until]?.cells ?? [])) until++
    while (starts[each + 1] !== undefined && (starts[each + 1] ?? 0) < until) starts.splice(each + 1, 1)
    const header = lines.slice(start, until)
    const body = lines.slice(until, starts[each + 1] ?? lines.length)
    const columns = columnsOf(header, body, meanings)
    blocks.push({ header, columns, sides: sidesOf(columns), body })
  }
  return { before: lines.slice(0, starts[0] ?? lines.length), blocks }
}

/** What each column is: by its headings, the lowest that is known, and by what stands in it. */
function columnsOf(header: readonly Line[], body: readonly Line[], meanings: Meanings): Column[] {
  const sample = body.slice(0, 200)
  const width = Math.max(...header.map(line => line.cells.length), ...sample.map(line => line.cells.length))
  const columns = Array.from({ length: Math.min(width, 300) }, (_, index): Column => {
    const texts = header.map(line => tidy(line.cells[index] ?? '')).filter(Boolean)
    const own = [...texts].reverse().map(text => ({ text, kinds: headingKinds(text) }))
    const known = own.find(each => each.kinds.length > 0)
    const heading = known?.text ?? texts.join(' ')
    const meaning = meanings[headingKey(heading)]
    return {
      index,
      heading,
      kinds: meaning !== undefined ? (meaning === 'skip' ? [] : [meaning]) : (known?.kinds ?? []),
      unknown: known === undefined,
      skip: meaning === 'skip',
    }
  })
  const cellsOf = (column: Column) => filled(sample.map(line => line.cells[column.index] ?? ''))
  const fixed = (column: Column) => meanings[headingKey(column.heading)] !== undefined
  const has = (kind: HeadingKind) => columns.some(column => column.kinds.includes(kind))
  for (const column of columns) {
    if (fixed(column)) continue
    const cells = cellsOf(column)
    const share = (test: (cell: string) => boolean) =>
      cells.length === 0 ? 0 : cells.filter(test).length / cells.length
    const [kind] = column.kinds
    if (
      (kind === undefined || kind === 'keep' || kind === 'isHead') &&
      cells.length > 0 &&
      share(cell => TICK.test(tidy(cell))) === 1
    ) {
      column.ticked = true
      if (kind === undefined) column.kinds = ['keep']
    } else if (kind === undefined) byContents(column, share, cells, has)
    else if (kind === 'title' && share(cell => genderOf(cell) !== null || /^(?:Dr|Prof)\.?$/u.test(tidy(cell))) >= 0.6)
      column.kinds = ['salutation']
    else if (kind === 'salutation' && share(cell => isTitle(tidy(cell))) >= 0.6 && !has('title'))
      column.kinds = ['title']
    else if (kind === 'role' && !has('title') && share(cell => isTitle(tidy(cell))) >= 0.5) column.kinds = ['title']
    else if (kind === 'name' && !has('organization') && share(cell => fits('organization', cell)) >= 0.6)
      column.kinds = ['organization']
    else if (kind === 'index' && share(cell => fits('name', cell)) >= 0.6 && !has('name')) column.kinds = ['name']
  }
  // Names under the heading of titles, and titles under that of names.
  for (const other of ['title', 'organization'] as const) {
    const names = columns.find(column => column.kinds[0] === 'name' && column.kinds.length === 1)
    const wrong = columns.find(column => column.kinds[0] === other && column.kinds.length === 1)
    if (!names || !wrong || fixed(names) || fixed(wrong)) continue
    const [a, b] = [cellsOf(names), cellsOf(wrong)]
    const most = (cells: string[], kind: 'name' | 'title' | 'organization') =>
      cells.length > 0 && cells.filter(cell => fits(kind, cell)).length > cells.length * 0.6
    if (most(a, other) && most(b, 'name') && !most(a, 'name')) [names.kinds, wrong.kinds] = [wrong.kinds, names.kinds]
  }
  twice(columns, cellsOf)
  return columns
}

/** A column whose heading says nothing that is known. */
function byContents(
  column: Column,
  share: (test: (cell: string) => boolean) => number,
  cells: readonly string[],
  has: (kind: HeadingKind) => boolean,
): void {
  const strong = (['email', 'idNumber', 'phone', 'plate', 'gender'] as const).find(
    kind => share(cell => strongKind(cell) === kind) >= 0.7,
  )
  if (strong) column.kinds = [strong]
  else if (column.heading === '' && share(cell => /^\d{1,4}[.、)]?$/u.test(cell.trim())) >= 0.8)
    column.kinds = ['index']
  else if (!has('name') && !has('lastName') && share(cell => fits('name', cell)) >= 0.6) column.kinds = ['name']
  else if (column.heading === '' && cells.length > 0) {
    if (!has('title') && share(cell => isTitle(tidy(cell))) >= 0.6) column.kinds = ['title']
    else if (!has('organization') && share(cell => fits('organization', cell)) >= 0.6) column.kinds = ['organization']
    else if (share(isPhone) >= 0.7) column.kinds = ['phone']
    else column.kinds = ['notes']
  } else column.kinds = ['keep']
}

/** Two headings of one kind give first and second: outward and return flight, the name in Chinese and in Latin letters. */
function twice(columns: Column[], cellsOf: (column: Column) => string[]): void {
  const plain = columns.filter(column => column.kinds.length === 1)
  const several = (kind: HeadingKind) => plain.filter(column => column.kinds[0] === kind)
  if (several('name').length > 1 && !repeated(columns)) {
    const [, ...others] = several('name')
    for (const other of others)
      if (cellsOf(other).filter(cell => !/\p{Script=Han}/u.test(cell)).length * 2 >= cellsOf(other).length)
        other.kinds = ['latinName']
  }
  if (!repeated(columns))
    for (const [arrival, departure] of [
      ['arrivalNumber', 'departureNumber'],
      ['arrivalAt', 'departureAt'],
      ['arrivalPlace', 'departurePlace'],
      ['arrival', 'departure'],
    ] as const) {
      const [, second] = several(arrival)
      if (second && several(departure).length === 0) second.kinds = [departure]
    }
  // A time beside a number of a flight is its time.
  for (const column of plain) {
    if (column.kinds[0] !== 'keep' || !/^(?:时间|時間|日期|time|date)$/iu.test(tidy(column.heading))) continue
    const before = columns[column.index - 1]?.kinds[0]
    if (before === 'arrivalNumber' || before === 'arrivalPlace') column.kinds = ['arrivalAt']
    if (before === 'departureNumber' || before === 'departurePlace') column.kinds = ['departureAt']
  }
}

/** Whether the same list stands beside itself: names twice, and another heading twice. */
function repeated(columns: readonly Column[]): boolean {
  const count = new Map<string, number>()
  for (const column of columns)
    for (const kind of column.unknown ? [] : column.kinds) count.set(kind, (count.get(kind) ?? 0) + 1)
  const names = count.get('name') ?? 0
  return names > 1 && [...count].some(([kind, times]) => kind !== 'name' && kind !== 'keep' && times === names)
}

function sidesOf(columns: Column[]): Column[][] {
  if (!repeated(columns)) return [columns]
  const kinds = columns.map(column => column.kinds[0])
  const lead = kinds[0] === 'index' || kinds[0] !== 'name' ? kinds[0] : 'name'
  const starts = kinds.flatMap((kind, index) => (kind === lead ? [index] : []))
  const names = kinds.filter(kind => kind === 'name').length
  const bounds = starts.length === names ? starts : kinds.flatMap((kind, index) => (kind === 'name' ? [index] : []))
  return bounds.map((from, side) => columns.slice(side === 0 ? 0 : from, bounds[side + 1] ?? columns.length))
}

/**
 * A table that was copied cell by cell, each in a line of its own: headings below each other, then the cells of each guest below each
 * other; else null.
 */
export function stackedLines(lines: readonly Line[]): Line[] | null {
  const some = lines.filter(line => filled(line.cells).length > 0)
  const cellOf = (line: Line | undefined) =>
    line && filled(line.cells).length === 1 ? tidy(filled(line.cells)[0] ?? '') : ''
  const start = some.findIndex(line => isHeading(cellOf(line)))
  let until = start
  while (until >= 0 && until < some.length && isHeading(cellOf(some[until]))) until++
  const width = until - start
  if (start < 0 || width < 2 || width > 12) return null
  const kinds = some.slice(start, until).map(line => headingKinds(cellOf(line))[0])
  const names = kinds.indexOf('name')
  const rest = some.slice(until)
  if (names < 0 || new Set(kinds).size < width || rest.length < width || rest.length % width > 0) return null
  if (rest.some(line => cellOf(line) === '')) return null
  const records = Array.from({ length: rest.length / width }, (_, index) =>
    rest.slice(index * width, (index + 1) * width),
  )
  if (records.filter(record => fits('name', cellOf(record[names]))).length * 2 <= records.length) return null
  return [
    ...some.slice(0, start),
    ...[some.slice(start, until), ...records].map(record => ({
      row: record[0]?.row ?? 1,
      cells: record.map(line => cellOf(line)),
    })),
  ]
}

const isHeading = (text: string): boolean =>
  text !== '' && text.length <= 20 && !/[:：]/u.test(text) && headingKinds(text).length > 0

/** A list whose headings stand below each other in the first column, guests beside each other, the other way round; else null. */
export function turnedLines(lines: readonly Line[]): Line[] | null {
  const some = lines.filter(line => filled(line.cells).length > 0)
  const headed = some.filter(line => headingKinds(line.cells[0] ?? '').length > 0)
  const names = headed.find(line =>
    headingKinds(line.cells[0] ?? '').some(kind => kind === 'name' || kind === 'latinName'),
  )
  if (!names || headed.length < 3 || headed.length < some.length * 0.6) return null
  // A heading beside the first one: the table stands as it should, or is a form.
  if (headed.some(line => line.cells.slice(1).some(cell => cell.length <= 20 && headingKinds(cell).length > 0)))
    return null
  if (filled(names.cells).length < 2) return null
  const width = Math.max(...some.map(line => line.cells.length))
  return Array.from({ length: width }, (_, column) => ({
    row: (names.row ?? 1) + column,
    cells: some.map(line => line.cells[column] ?? ''),
  })).filter(line => filled(line.cells).length > 0)
}

/** Forms of one person, label and answer beside each other in pairs, as lines of text `label: answer`; else null. */
export function formLines(lines: readonly Line[]): Line[] | null {
  let named = false
  let forms = 0
  let rows = 0
  const told = lines.map(line => {
    const cells = line.cells.map(cell => tidy(cell))
    const all = filled(cells)
    if (all.length === 0) return line
    rows++
    const pairs: string[] = []
    for (let at = 0; at < cells.length; at++) {
      const cell = (cells[at] ?? '').replace(/[:：]$/u, '')
      if (cell === '') continue
      const kinds = cell.length <= 20 ? headingKinds(cell) : []
      const next = cells.findIndex((other, index) => index > at && other !== '')
      const answer = next > 0 ? (cells[next] ?? '') : ''
      if (kinds.length > 0) {
        const isLabel = answer.length <= 20 && headingKinds(answer).length > 0 && strongKind(answer) === null
        if (kinds[0] === 'name' && answer !== '' && !isLabel) named = true
        pairs.push(answer === '' || isLabel ? `${cell}:` : `${cell}:${answer}`)
        if (answer !== '' && !isLabel) at = next
      } else pairs.push(cell)
    }
    if (pairs.some(pair => pair.includes(':')) && all.length > 1) forms++
    return { row: line.row, cells: [pairs.join('\t')] }
  })
  return named && forms >= 2 && forms >= rows * 0.5 ? told : null
}

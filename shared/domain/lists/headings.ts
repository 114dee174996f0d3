import { tidy } from './tidy.ts'

/** What a column of a table is used for: a field, a line of the notes under its own heading (`kept`), or nothing (`left`). */
export type Use<Column extends string> = Column | 'kept' | 'left'

export interface TableColumn<Column extends string> {
  /** Position in the table, from 0. */
  index: number
  /** The heading as the table has it. */
  heading: string
  use: Use<Column>
}

/** A list as read from a table: nothing of it vanishes, what is no row of the list stands in `skipped`. */
export interface ReadTable<Row, Column extends string> {
  /** 1-based row of the (last) row of headings. */
  headerRow: number
  columns: TableColumn<Column>[]
  rows: Row[]
  /** Rows below the header that hold no entry, such as notes and totals, 1-based, with their text. */
  skipped: { row: number; text: string }[]
}

/** What somebody chose for a column, by its position, in place of what its heading says. */
export type Chosen<Column extends string> = ReadonlyMap<number, Use<Column>>

/** The headings that name each column, written without spaces, in small letters. */
export type Vocabulary<Column extends string> = ReadonlyMap<string, Column>

/** Turns a record of headings by column into the vocabulary that looks a column up. */
export function vocabularyOf<Column extends string>(
  headings: Partial<Record<Column, readonly string[]>>,
): Vocabulary<Column> {
  const words = new Map<string, Column>()
  for (const column of Object.keys(headings) as Column[])
    for (const heading of headings[column] ?? []) words.set(plain(heading), column)
  return words
}

/** Longest text that is looked at as a heading. */
const LONGEST_HEADING = 200
const BRACKETS = /[([{【〔<].*?[)\]}】〕>]/gu

const plain = (heading: string): string =>
  tidy(heading)
    .toLowerCase()
    .replace(BRACKETS, '')
    .replace(/[\s*_\-./:、&'’"“”?#]+/gu, '')

/**
 * The column that a heading names, or null. A unit or remark in brackets, stars, spaces and width do not matter; of a heading in two
 * languages (`名称/Name`, `座位数 Seats`) either part is enough.
 */
export function columnOf<Column extends string>(heading: string, words: Vocabulary<Column>): Column | null {
  if (heading.length > LONGEST_HEADING) return null
  const bare = tidy(heading).replace(BRACKETS, ' ')
  const parts = [
    heading,
    ...heading.split(/[\r\n/|、]+/u),
    (bare.match(/\p{Script=Han}+/gu) ?? []).join(''),
    (bare.match(/[A-Za-z]+/gu) ?? []).join(''),
  ]
  for (const part of parts) {
    const column = words.get(plain(part))
    if (column !== undefined) return column
  }
  return null
}

/** Rows among which the headings are looked for: titles and remarks stand above them. */
const MOST_ROWS_ABOVE = 30

/**
 * Finds the row with the most known headings among the first 30, and reads from it what each column is. Headings may stand in two rows,
 * where the lower one repeats some of the upper. A column that is named twice is taken once; the second is kept in the notes, like every
 * column that is not known. Null where no row has what the list needs.
 */
export function findHeader<Column extends string>(
  rows: readonly (readonly string[])[],
  words: Vocabulary<Column>,
  needs: (known: ReadonlySet<Column>) => boolean,
): { first: number; last: number; columns: TableColumn<Column>[] } | null {
  let best: { index: number; known: number } | null = null
  rows.slice(0, MOST_ROWS_ABOVE).forEach((cells, index) => {
    const known = new Set(cells.map(cell => columnOf(cell, words)).filter(column => column !== null))
    if (needs(known) && known.size > (best?.known ?? 0)) best = { index, known: known.size }
  })
  const found = best as { index: number; known: number } | null
  if (!found) return null
  const upper = rows[found.index] ?? []
  const lower = rows[found.index + 1] ?? []
  const isTwo = lower.some((cell, index) => columnOf(cell, words) !== null && tidy(cell) === tidy(upper[index] ?? ''))
  const headings = isTwo
    ? Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => lower[index] || upper[index] || '')
    : upper
  return { first: found.index, last: found.index + (isTwo ? 1 : 0), columns: columnsOf(headings, words, rows) }
}

function columnsOf<Column extends string>(
  headings: readonly string[],
  words: Vocabulary<Column>,
  rows: readonly (readonly string[])[],
): TableColumn<Column>[] {
  const taken = new Set<Column>()
  const width = Math.max(headings.length, ...rows.map(cells => cells.length))
  return Array.from({ length: width }, (_, index) => {
    const heading = tidy(headings[index] ?? '')
    const column = columnOf(headings[index] ?? '', words)
    if (column === null || taken.has(column)) return { index, heading, use: isOrdinal(heading) ? 'left' : 'kept' }
    taken.add(column)
    return { index, heading, use: column }
  })
}

/** The number of the line says nothing about the entry. */
const isOrdinal = (heading: string): boolean => /^(序号|编序|no\.?|#|index)$/iu.test(heading)

/** The text of a row by what its columns are used for. */
export interface RowText<Column extends string> {
  /** 1-based row of the table. */
  row: number
  text: Partial<Record<Column, string>>
  headings: Partial<Record<Column, string>>
  /** Lines for the notes: the heading and the text of each column that is kept there. */
  kept: string[]
}

/**
 * The rows below a header, with the text of each column; blank rows and repeated headings are passed over, notes and totals are told.
 * @param lead the column without which a single text in a row is a note, not an entry.
 */
export function rowsBelow<Column extends string>(
  rows: readonly (readonly string[])[],
  header: { last: number; columns: readonly TableColumn<Column>[] },
  words: Vocabulary<Column>,
  lead: Column,
): { entries: RowText<Column>[]; skipped: { row: number; text: string }[] } {
  const entries: RowText<Column>[] = []
  const skipped: { row: number; text: string }[] = []
  rows.slice(header.last + 1).forEach((cells, below) => {
    const row = header.last + below + 2
    const filled = cells.map(tidy).filter(Boolean)
    if (filled.length === 0 || isRepeatedHeader(cells, header.columns, words)) return
    const entry = textOf(cells, header.columns, row)
    const isAlone = filled.length === 1 && (entry.text[lead] === undefined || (filled[0] ?? '').length > 40)
    if (isAlone || isRemark(filled)) skipped.push({ row, text: filled.join(' ') })
    else entries.push(entry)
  })
  return { entries, skipped }
}

function textOf<Column extends string>(
  cells: readonly string[],
  columns: readonly TableColumn<Column>[],
  row: number,
): RowText<Column> {
  const entry: RowText<Column> = { row, text: {}, headings: {}, kept: [] }
  for (const { index, heading, use } of columns) {
    const text = tidy(cells[index] ?? '')
    if (text === '' || use === 'left') continue
    if (use === 'kept') entry.kept.push(heading === '' ? text : `${heading}: ${text}`)
    else {
      entry.text[use] = text
      entry.headings[use] = heading
    }
  }
  return entry
}

function isRepeatedHeader<Column extends string>(
  cells: readonly string[],
  columns: readonly TableColumn<Column>[],
  words: Vocabulary<Column>,
): boolean {
  const same = columns.filter(
    ({ index, heading }) => columnOf(heading, words) !== null && tidy(cells[index] ?? '') === heading,
  )
  return same.length >= 2
}

const isRemark = (filled: readonly string[]): boolean =>
  filled.length <= 3 &&
  /^(备注|注:|说明|合计|总计|小计|共 ?\d+|填表|制表|审核|total|sum|notes?:)/iu.test(filled[0] ?? '')

/** A yes or no as it stands in lists; null where it is neither. */
export function yesOrNo(text: string): boolean | null {
  const word = tidy(text).toLowerCase()
  if (/^(是|有|会|能|可以?|y|yes|true|t|1|√|✓|✔|☑|■|●|○|o|ok)$/u.test(word)) return true
  if (/^(否|无|没有|不|不会|不能|不可以?|n|no|none|false|f|0|×|x|✗|✘|□|-|—|\/)$/u.test(word)) return false
  return null
}

/** A whole number with its unit, such as `20`, `20.0`, `1,200`, `约20人`, `12 seats`; null for anything else, also for `20-30`. */
export function wholeNumber(text: string): number | null {
  const match =
    /^(?:约|大约|共|可容纳|最多|可坐|核载|about|up to|max\.?)? ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)? ?(?:人|座|个|位|名|席|把|seats?|people|persons?|pax|个座位|人次)?(?:左右|以内)?$/iu.exec(
      tidy(text),
    )
  return match ? Number((match[1] ?? '').replaceAll(',', '')) : null
}

/** Minutes of `15`, `15分钟`, `1.5小时`, `半小时`, `1 h`; a bare number is in the unit of its heading. Null for anything else. */
export function minutesOf(text: string, heading = ''): number | null {
  const word = tidy(text).toLowerCase()
  if (/^半(个)?(小时|钟头)$/u.test(word)) return 30
  if (yesOrNo(word) === false) return 0
  const match = /^(\d+(?:\.\d+)?) ?(分钟?|mins?|minutes?|m|小时|个小时|钟头|hours?|hrs?|h)?$/u.exec(word)
  if (!match) return null
  const unit = match[2] ?? (/小时|hour|\(h\)/iu.test(tidy(heading)) ? 'h' : 'm')
  const minutes = Number(match[1]) * (/^[分m]/u.test(unit) ? 1 : 60)
  return Number.isInteger(minutes) ? minutes : null
}

/** The time of a cell that Excel keeps as a day and a time (`1899-12-31 08:00`) or writes with seconds. */
export const bareClock = (text: string): string =>
  tidy(text)
    .replace(/^(?:1899-12-3[01]|1900-01-0[01])[T ]/u, '')
    .replace(/^(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?$/u, '$1')

import { asideOf, genderOf, isNothing, momentOf, nameOf, phoneOf, phonesOf } from './guestCells.ts'
import {
  type Columns,
  columnOfHeading,
  findHeader,
  guessColumns,
  HEADINGS,
  placed,
  sidesOf,
  turnedTable,
} from './guestColumns.ts'
import { emptyDraft, GUEST_COLUMNS, type GuestColumn, type GuestDraft, type ReadGuest } from './guestDraft.ts'
import { tidy } from './tidy.ts'

export interface GuestTable {
  /** 1-based row of the header, or null where none was found and columns were guessed. */
  headerRow: number | null
  /** What each column of the table was taken for, by position. */
  columns: (GuestColumn | null)[]
  guests: ReadGuest[]
  /** Rows after the header that hold no guest: blank, notes, totals. 1-based, with their text. */
  skipped: { row: number; text: string }[]
}

/**
 * Reads a table of cells as a guest list. The header is the row, or the two rows one below the other, with the most known headings among
 * the first 30; rows above it are titles. A list that stands twice beside itself is read side after side, one whose headings stand in the
 * first column is turned. Below the header a row with nothing in any guest column but one long text is a note; blank rows and repeated
 * headers are skipped. Without a header, columns are guessed from their contents, and a cell that stands aside from its column is known by
 * what it is.
 * @param rows cells as text, row 0 being the sheet's first row.
 */
export function readGuestTable(rows: readonly (readonly string[])[]): GuestTable {
  const turned = turnedTable(rows)
  if (turned) return readGuestTable(turned)
  const header = findHeader(rows)
  const columns = header ? header.columns : guessColumns(rows)
  const guests: ReadGuest[] = []
  const skipped: GuestTable['skipped'] = []
  for (let index = header ? header.index + header.height : 0; index < rows.length; index++) {
    const cells = rows[index] ?? []
    const text = cells.map(tidy).filter(Boolean).join(' ')
    if (text === '') continue
    if (isNote(cells, columns) || isRepeatedHeader(cells, columns)) {
      skipped.push({ row: index + 1, text })
      continue
    }
    const sides = header ? sidesOf(header.sides, cells) : [columns]
    for (const side of sides) guests.push(readRow(cells, header ? side : placed(cells, side), index + 1))
  }
  return { headerRow: header ? header.index + header.height : null, columns, guests, skipped }
}

/** A row without a name whose only text stands alone is a note, a total or a signature, not a guest. */
function isNote(cells: readonly string[], columns: readonly (GuestColumn | null)[]): boolean {
  const filled = cells
    .map((cell, index) => ({ text: tidy(cell), column: columns[index] ?? null }))
    .filter(cell => cell.text)
  const name = filled.find(cell => cell.column === 'name' || cell.column === 'latinName')
  const starts = filled[0]?.text ?? ''
  if (
    /^(备注|注[:：]|说明|合计|总计|共计|共\s*\d+\s*人|total|notes?[:：]|填表|制表|联系人[:：])/iu.test(starts) &&
    filled.length <= 3
  )
    return true
  if (name) return filled.length === 1 && name.text.length > 40
  return filled.length === 1
}

function isRepeatedHeader(cells: readonly string[], columns: readonly (GuestColumn | null)[]): boolean {
  const known = columns.filter((column, index) => column !== null && columnOfHeading(cells[index] ?? '') === column)
  return known.length >= 2
}

function readRow(cells: readonly string[], columns: Columns, row: number): ReadGuest {
  const draft = emptyDraft()
  let genderText = ''
  const note = (text: string) => {
    if (text !== '') draft.notes = [draft.notes, text].filter(Boolean).join('；')
  }
  columns.forEach((column, index) => {
    // Numbers one below the other are several, whatever else a break means.
    const cell = column === 'phone' ? (cells[index] ?? '').replace(/[\r\n]+/gu, '/') : (cells[index] ?? '')
    const text = tidy(cell)
    if (column === null || text === '' || isNothing(text)) return
    if (column === 'gender') {
      const gender = genderOf(text)
      if (gender === null) genderText = text
      draft.gender = gender ?? 'unknown'
    } else if (column === 'isHead') draft.isHead ||= /^(是|√|✓|y|yes|true|1|团长|领队)$/iu.test(text)
    else if (column === 'phone') {
      const [first = text, ...others] = phonesOf(text)
      draft.phone = phoneOf(first).phone
      note(others.join('、'))
    } else if (column === 'latinName') draft.latinName = nameOf(text)
    else if (column === 'name') Object.assign(draft, asideOf(text, draft))
    else if (column === 'arrivalAt' || column === 'departureAt') {
      const moment = momentOf(text)
      if (moment) draft[column] = moment
      else note(text)
    } else if (column === 'notes') note(text)
    else if (draft[column] === '') draft[column] = text
    else if (draft[column] !== text) note(text)
  })
  if (draft.name === '' && draft.latinName !== '') draft.name = draft.latinName
  return { row, draft, genderText }
}

/** A sheet's name that says nothing: `Sheet1`, `工作表 2`. */
const isPlainSheetName = (name: string): boolean => /^(sheet|工作表|表|table)?\s*\d*$/iu.test(name.trim())

/**
 * The guests of all sheets of a workbook as one table with a header: where a sheet has no column of organizations, its own name is theirs
 * (one sheet for each delegation). Sheets in which nobody stands are passed over.
 */
export function joinedSheets(sheets: readonly { name: string; rows: readonly (readonly string[])[] }[]): string[][] {
  const rows = sheets.flatMap(sheet => {
    const table = readGuestTable(sheet.rows)
    if (table.headerRow === null && sheets.length > 1) return []
    return table.guests.map(({ draft, genderText }) => {
      const organization = draft.organization || (isPlainSheetName(sheet.name) ? '' : sheet.name.trim())
      const told: GuestDraft = { ...draft, organization }
      return GUEST_COLUMNS.map(column => {
        if (column === 'gender') return draft.gender === 'unknown' ? genderText : draft.gender === 'male' ? '男' : '女'
        const value = told[column]
        return typeof value === 'boolean' ? (value ? '是' : '') : value
      })
    })
  })
  return [GUEST_COLUMNS.map(column => HEADINGS[column][0] ?? column), ...rows]
}

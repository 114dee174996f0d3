import {
  type Block,
  blocksOf,
  type Column,
  cutLines,
  formLines,
  isTick,
  type Line,
  type Meanings,
  stackedLines,
  turnedLines,
} from './guestBlocks.ts'
import { GuestBuilder, strongKind } from './guestBuilder.ts'
import { isNothing, nameOf, type VisitDays } from './guestCells.ts'
import { type HeadingKind, headingKinds } from './guestColumns.ts'
import { GUEST_COLUMNS, type GuestColumn, type ReadGuest } from './guestDraft.ts'
import { CLOSING, isOrganization, isRole, isTitle } from './guestLexicon.ts'
import {
  isExample,
  isMailHead,
  isOrganizationLine,
  isSection,
  isSender,
  isSenderAlone,
  isTalk,
  isTooLong,
  ordinalLength,
  REMARK,
  readPeople,
  SIGNATURE,
  senderBefore,
  sideOf,
  TOTAL,
  type Why,
} from './guestLines.ts'
import { isChineseName, isDottedName, isLatinName } from './guestNames.ts'
import { withoutSecrets } from './guestSecrets.ts'
import { kindOf, type Token, tokensOf } from './guestTokens.ts'
import { plainLine, tidy } from './tidy.ts'

export interface PassedLine {
  row: number
  text: string
  why: Why
}

/** A column of a table with headings, as it was understood. */
export interface TableColumn {
  heading: string
  kinds: HeadingKind[]
  /** Its heading is not known: its cells are kept as notes under it. */
  unknown: boolean
}

const filled = (cells: readonly string[]): number => cells.filter(cell => tidy(cell) !== '').length

export interface GuestTable {
  /** 1-based row of the header (the lowest of several), or null where none was found. */
  headerRow: number | null
  /** What each column of the first table was taken for, by position; null for what is no field of a guest. */
  columns: (GuestColumn | null)[]
  /** All columns of all tables by their headings, each once. */
  headings: TableColumn[]
  guests: ReadGuest[]
  /** Lines before the first heading that hold no guest, and headings. */
  above: PassedLine[]
  /** Lines, or stretches of lines, that hold no guest: notes, totals, talk, signatures, with why. */
  skipped: PassedLine[]
}

export interface ReadingOptions {
  /** The visit a list is for: days without their year are near its own. */
  days?: VisitDays
  /** What was decided of columns by hand, by `headingKey`. */
  meanings?: Meanings
}

/** Begins the rows of another sheet in joined rows, before its name. White space of a kind that no sheet holds. */
const SHEET_MARK = '\f\v'

/**
 * Reads rows of cells, or lines of text as rows of one cell, as a guest list. Tables are found by their headings, wherever they stand and
 * however many there are; turned tables and forms of one person are turned; all other lines are read word by word. Every stretch of the
 * input ends in a field or the notes of a guest, in a line that is passed over with the reason, or, for ID numbers, is said to be left out.
 * Linear in the size of the input.
 * @param rows cells as text, row 0 being the sheet's first row.
 */
export function readGuestTable(rows: readonly (readonly string[])[], options: ReadingOptions = {}): GuestTable {
  const lines = rows.map(
    (cells, index): Line => ({
      row: index + 1,
      cells: cells.map(cell => (cell.startsWith(SHEET_MARK) ? cell : plainLine(cell))),
    }),
  )
  const sheets: { name: string; lines: Line[] }[] = [{ name: '', lines: [] }]
  for (const line of lines) {
    const [first = ''] = line.cells
    if (first.startsWith(SHEET_MARK)) sheets.push({ name: first.slice(SHEET_MARK.length), lines: [] })
    else sheets.at(-1)?.lines.push(line)
  }
  const reader = new Reader(options)
  for (const sheet of sheets) reader.sheet(sheet.name, sheet.lines)
  return reader.table()
}

/**
 * A line that was passed over as guests, because somebody says that it is: those that can be read in it, else one whose name is its first
 * words, with a doubt.
 */
export function guestsOfLine(line: PassedLine, days?: VisitDays): ReadGuest[] {
  const tokens = tokensOf(line.text)
  const { guests, passed } = readPeople(tokens, line.row, 0, line.text, days)
  const [first] = guests
  if (first) {
    for (const text of passed) first.note(text)
    return guests.map(guest => guest.finish())
  }
  const guest = new GuestBuilder(line.row, days)
  guest.from(line.row, line.text)
  const name = tokens.find(token => ['unread', 'role', 'title', 'organization'].includes(token.kind))
  for (const token of tokens) {
    const place = { row: line.row, from: token.from, to: token.to }
    if (token === name) {
      guest.give('name', token.text, place)
      guest.doubt('nameDoubtful', token.text)
    } else if (token.kind === 'label' || token.kind === 'count') {
      guest.note(token.text)
      guest.mark(place, token.text, 'notes')
    } else guest.give(token.kind, token.text, place, token.label)
  }
  return [guest.finish()]
}

class Reader {
  private readonly options: ReadingOptions
  private readonly guests: GuestBuilder[] = []
  private readonly above: PassedLine[] = []
  private readonly skipped: PassedLine[] = []
  private readonly headings = new Map<string, TableColumn>()
  private headerRow: number | null = null
  private columns: (GuestColumn | null)[] = []
  /** The company whose people stand below. */
  private organization = ''
  private sheetName = ''
  /** Rows of this list have remarks below them. */
  private remarked = false
  /** Who says the lines of a chat, as it writes them before a colon. */
  private speakers: ReadonlySet<string> = new Set()
  /** What the marks of this list mean, as its legend says. */
  private legend: ReadonlyMap<string, string> = new Map()
  /** The firm in a signature. */
  private signed = ''
  /** The people of the office itself stand below. */
  private hosts = false
  /** Whom the lines without headings named, by their names. */
  private readonly known = new Map<string, GuestBuilder>()
  /** How many of the guests were told the firm of all of them. */
  private told = 0

  constructor(options: ReadingOptions) {
    this.options = options
  }

  table(): GuestTable {
    const secrets = new Map<number, string[]>()
    for (const guest of this.guests)
      for (const { row, text } of guest.secrets) secrets.set(row, [...(secrets.get(row) ?? []), text])
    const shown = <Told extends { row: number; text: string }>(line: Told): Told => ({
      ...line,
      text: withoutSecrets(line.text, secrets.get(line.row)),
    })
    return {
      headerRow: this.headerRow,
      columns: this.columns,
      headings: [...this.headings.values()],
      guests: this.guests.map(guest => {
        const read = guest.finish()
        return { ...read, source: read.source.map(shown) }
      }),
      above: this.above.map(shown),
      skipped: this.skipped.map(shown),
    }
  }

  private pass(row: number, text: string, why: Why, above = false): void {
    const plain = tidy(text)
    if (plain !== '') (above ? this.above : this.skipped).push({ row, text: plain, why })
  }

  sheet(name: string, lines: readonly Line[]): void {
    const start = this.guests.length
    this.organization = ''
    this.remarked = false
    this.hosts = false
    this.sheetName = /^(sheet|工作表|表|table)?\s*\d*$/iu.test(name.trim()) ? '' : name.trim()
    const turned = turnedLines(lines) ?? stackedLines(lines)
    const cut = turned ?? cutLines(lines)
    const { before, blocks } = blocksOf(cut, this.options.meanings ?? {})
    const form = blocks.length === 0 ? formLines(lines) : null
    if (form) {
      this.free(form, false)
      return
    }
    this.signed = ''
    this.legend = legendOf(lines)
    if (blocks.length > 0) this.lead(before)
    else this.free(before, false)
    for (const block of blocks) this.block(block)
    this.agreed(this.guests.slice(start))
    for (const guest of this.guests)
      if (
        this.sheetName !== '' &&
        guest.guest.draft.organization === '' &&
        lines.some(line => line.row === guest.guest.row)
      )
        guest.guest.draft.organization = this.sheetName
  }

  /**
   * What a whole list says of its firm without a word that says so: the same stretch beside several people, or whom the letter is signed by.
   * Both are doubted.
   */
  private agreed(guests: readonly GuestBuilder[]): void {
    const count = new Map<string, number>()
    for (const guest of guests)
      for (const text of new Set(guest.unreadTexts())) count.set(text, (count.get(text) ?? 0) + 1)
    for (const guest of guests) {
      if (guest.guest.draft.organization !== '') continue
      const [most] = guest
        .unreadTexts()
        .filter(
          text =>
            (count.get(text) ?? 0) > 1 &&
            !/^(?:[到去来坐乘于在从自不要需有已无都请另同也只可没住带])/u.test(text) &&
            /^(?:\p{Script=Han}{4,20}|(?=.{5,60}$)\p{Lu}[\p{L}&.'-]+(?:\s\p{Lu}[\p{L}&.'-]+){1,5})$/u.test(text),
        )
      if (most) guest.takeAsOrganization(most)
    }
    if (this.signed !== '' && guests.every(guest => guest.guest.draft.organization === ''))
      for (const guest of guests) {
        guest.guest.draft.organization = this.signed
        guest.doubt('shared', this.signed)
      }
  }

  /** What stands above the headings: titles, the company they are of, or people all the same. */
  private lead(lines: readonly Line[]): void {
    const people: Line[] = []
    for (const line of lines) {
      const text = line.cells.filter(cell => tidy(cell) !== '').join(' ')
      const said =
        /^(?:来访单位|客户单位|参访单位|参会单位|单位名称|单位(?:\s?[(（]盖?章?[)）])?|公司名称|公司|客户|填报单位|报送单位|company|organi[sz]ation)\s?[:：]?\s(?=\S)|^(?:来访单位|客户单位|参访单位|参会单位|单位名称|单位(?:\s?[(（]盖?章?[)）])?|公司名称|公司|客户|填报单位|报送单位|company|organi[sz]ation)\s?[:：]\s?/iu.exec(
          tidy(text),
        )
      const rest = said ? tidy(text).slice(said[0].length) : ''
      if (said && rest.length >= 2 && rest.length <= 60 && !/[:：]/u.test(rest)) {
        this.organization = rest
        this.pass(line.row, text, 'organization', true)
      } else if (isOrganizationLine(tidy(text))) {
        this.organization = bareOrganization(tidy(text))
        this.pass(line.row, text, 'organization', true)
      } else if (titledOrganization(tidy(text)) !== '' && this.organization === '') {
        this.organization = titledOrganization(tidy(text))
        this.pass(line.row, text, 'title', true)
      } else if (
        tokensOf(tidy(text)).some(token => token.kind === 'phone' || token.kind === 'title') &&
        tokensOf(tidy(text)).some(token => token.kind === 'name') &&
        !SIGNATURE.test(tidy(text))
      )
        people.push(line)
      else this.pass(line.row, text, 'title', true)
    }
    if (people.length > 0) this.free(people, true)
  }

  private block(block: Block): void {
    const last = block.header.at(-1)
    if (this.headerRow === null && last) {
      this.headerRow = last.row
      this.columns = block.columns.map(column => GUEST_COLUMNS.find(each => each === column.kinds[0]) ?? null)
    }
    const repeated = this.guests.length > 0
    for (const line of block.header) this.pass(line.row, line.cells.join(' '), 'heading', !repeated)
    for (const column of block.columns)
      if (column.heading !== '' && !this.headings.has(column.heading))
        this.headings.set(column.heading, { heading: column.heading, kinds: column.kinds, unknown: column.unknown })
    const organizations = block.columns.find(column => column.kinds.length === 1 && column.kinds[0] === 'organization')
    const spare = organizations ? sparse(block, organizations) : false
    let above = ''
    let loose: Line[] = []
    let before: string[] = []
    const settle = () => {
      if (loose.length > 0) this.free(loose, true)
      loose = []
    }
    for (const each of block.body) {
      const line: Line = {
        ...each,
        written: each.cells,
        cells: each.cells.map((cell, index) =>
          DITTO.test(tidy(cell)) && before[index] ? (before[index] ?? '') : cell,
        ),
      }
      if (filled(line.cells) > 1) before = line.cells
      const texts = line.cells.map(tidy)
      const all = texts.filter(Boolean)
      const text = all.join(' ')
      if (all.length === 0) {
        if (loose.length > 0) loose.push(line)
        continue
      }
      const [start = ''] = all
      const why = this.whyNot(block, line, all, start)
      if (why === 'loose') {
        loose.push(line)
        continue
      }
      settle()
      if (why === 'organization') {
        this.organization = bareOrganization(text)
        above = ''
      }
      if (why === 'note' && this.remarkOfLast(block, line, text)) continue
      if (why !== null) {
        this.pass(line.row, text, why)
        continue
      }
      const sides = block.sides.filter(side =>
        side.some(column => column.kinds[0] !== 'index' && (texts[column.index] ?? '') !== ''),
      )
      const made = (sides.length > 0 ? sides : block.sides.slice(0, 1)).flatMap((side, index, all) =>
        this.row(line, side, block, index === all.length - 1),
      )
      for (const guest of made) {
        const { draft } = guest.guest
        if (draft.organization !== '') above = draft.organization
        else if (spare && above !== '') {
          draft.organization = above
          guest.doubt('organizationAbove', above)
        } else if (this.organization !== '') draft.organization = this.organization
      }
      this.guests.push(...made)
    }
    settle()
  }

  /** A remark between two rows is of the one above it; the one at the end may be of the whole list. Returns whether it was given. */
  private remarkOfLast(block: Block, line: Line, text: string): boolean {
    const said = /^(?:备\s?注|附\s?注|remarks?|notes?)\s?[:：]\s?(.+)$/iu.exec(text)?.[1]
    const last = this.guests.at(-1)
    if (!said || !last || last.guest.row !== line.row - 1) return false
    const at = block.body.findIndex(each => each.row === line.row)
    const next = block.body[at + 1]
    const isRow = (each: Line | undefined) => {
      const cells = each?.cells.map(tidy).filter(Boolean) ?? []
      return each !== undefined && cells.length > 1 && this.whyNot(block, each, cells, cells[0] ?? '') === null
    }
    if (!isRow(next) && !this.remarked) return false
    this.remarked = true
    const raw = line.cells.join('\t')
    last.from(line.row, raw)
    const from = raw.indexOf(said)
    const tokens = tokensOf(said)
    const known = tokens.filter(token => ['diet', 'health', 'room', 'plate'].includes(token.kind))
    for (const token of known)
      last.give(token.kind, token.text, { row: line.row, from: from + token.from, to: from + token.to }, '')
    last.mark({ row: line.row, from: 0, to: Math.max(0, from) }, raw.slice(0, Math.max(0, from)), 'label')
    last.note(said)
    last.mark({ row: line.row, from: Math.max(0, from), to: Math.max(0, from) + said.length }, said, 'notes')
    return true
  }

  /** Why a row of a table is no guest, `loose` where it is a line of text among them, or null. */
  private whyNot(block: Block, line: Line, all: readonly string[], start: string): Why | 'loose' | null {
    if (isExample(line.cells.map(tidy))) return 'example'
    const names = block.columns
      .filter(column => column.kinds.includes('name'))
      .map(column => tidy(line.cells[column.index] ?? ''))
    if (names.some(name => NAMELESS.test(name)) && names.every(name => name === '' || NAMELESS.test(name)))
      return 'note'
    if (all.length <= 3 && (TOTAL.test(start) || all.some(cell => /^(?:合\s?计|总\s?计|小\s?计)/u.test(cell))))
      return 'total'
    if (
      all.length <= 4 &&
      SIGNATURE.test(start) &&
      !(block.columns.length > 1 && all.length > 2 && !/[:：]/u.test(start))
    )
      return 'signature'
    if (all.length <= 3 && REMARK.test(start)) return 'note'
    if (/^[-=*_—~.…]{2,}$/u.test(all.join(''))) return 'note'
    if (all.length > 1) {
      if (
        all.length === 2 &&
        /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.]?$/u.test(start) &&
        isOrganizationLine(all[1] ?? '')
      )
        return 'organization'
      return null
    }
    const text = start
    const at = line.cells.findIndex(cell => tidy(cell) !== '')
    const column = block.columns[at]
    const named = column?.kinds.includes('name') || column?.kinds.includes('latinName')
    if (block.columns.filter(each => each.heading !== '').length <= 1)
      return named && text.length <= 40 && !TOTALISH.test(text) ? null : 'note'
    const kind = kindOf(text)
    if (named && (kind === 'name' || kind === 'familyName')) return null
    if (isOrganizationLine(text.replace(/^(?:[一二三四五六七八九十\d]{1,3})[、.]\s?/u, ''))) return 'organization'
    if (isSection(text)) return 'section'
    const tokens = tokensOf(text)
    if (tokens.filter(token => token.kind === 'name').length > 0 && tokens.length > 1 && !isTalk(text, tokens))
      return 'loose'
    if (named && text.length <= 12 && /^[\p{L}·•\s]+$/u.test(text) && kind === 'unread') return null
    return 'note'
  }

  /** A row of a table: one guest, or several where its cell of names holds several. */
  private row(line: Line, side: readonly Column[], block: Block, lastSide: boolean): GuestBuilder[] {
    const guest = new GuestBuilder(line.row, this.options.days)
    const offsets: number[] = []
    let length = 0
    const written = line.written ?? line.cells
    for (const cell of written) {
      offsets.push(length)
      length += cell.length + 1
    }
    guest.from(line.row, written.join('\t'))
    const more: GuestBuilder[] = []
    const [, ...others] = side.filter(column => column.kinds.length === 1 && column.kinds[0] === 'name')
    const mobile = side.find(column => column.kinds[0] === 'phone' && /手机|移动|mobile|cell/iu.test(column.heading))
    // The mobile number is the first, whatever stands before it.
    const order = mobile
      ? [
          ...side.filter(column => column === mobile || column.kinds[0] !== 'phone'),
          ...side.filter(column => column !== mobile && column.kinds[0] === 'phone'),
        ]
      : side
    for (const column of order) {
      const raw = line.cells[column.index] ?? ''
      const text = tidy(raw)
      const from = offsets[column.index] ?? 0
      const place = { row: line.row, from, to: from + raw.length }
      if (text === '') continue
      const as = written[column.index] ?? ''
      if (as !== raw) guest.mark({ row: line.row, from, to: from + as.length }, as, 'label')
      if (others.includes(column)) continue
      if (column.skip) this.pass(line.row, text, 'skipped')
      else if (isNothing(text) && column.kinds[0] !== 'isHead') guest.mark(place, raw, 'label')
      else if (column.kinds.length > 1) this.compound(guest, column, raw, place)
      else more.push(...this.cell(guest, column, raw, place))
    }
    // Two of a room: who else stands in the row has what is said of both.
    for (const column of others) {
      const raw = line.cells[column.index] ?? ''
      if (tidy(raw) === '' || isNothing(tidy(raw))) continue
      const other = new GuestBuilder(line.row, this.options.days)
      other.from(line.row, line.cells.join('\t'))
      more.push(
        other,
        ...this.names(other, raw, {
          row: line.row,
          from: offsets[column.index] ?? 0,
          to: (offsets[column.index] ?? 0) + raw.length,
        }),
      )
      for (const shared of side) {
        const [kind] = shared.kinds
        const text = line.cells[shared.index] ?? ''
        if (kind === undefined || tidy(text) === '' || isNothing(tidy(text)) || shared.skip) continue
        if (['name', 'latinName', 'phone', 'email', 'idNumber', 'index', 'gender', 'isHead'].includes(kind)) continue
        this.cell(other, shared, text, {
          row: line.row,
          from: offsets[shared.index] ?? 0,
          to: (offsets[shared.index] ?? 0) + text.length,
        })
      }
    }
    if (lastSide) {
      const known = new Set(block.columns.map(column => column.index))
      line.cells.forEach((raw, index) => {
        if (!known.has(index) && tidy(raw) !== '')
          guest.give('unread', raw, {
            row: line.row,
            from: offsets[index] ?? 0,
            to: (offsets[index] ?? 0) + raw.length,
          })
      })
    }
    for (const other of more) {
      const { draft } = other.guest
      const { draft: first } = guest.guest
      draft.organization ||= first.organization
      draft.arrivalNumber ||= first.arrivalNumber
      draft.arrivalAt ||= first.arrivalAt
      other.doubt('severalNames', first.name)
      guest.doubt('severalNames', draft.name)
    }
    return [guest, ...more]
  }

  private cell(
    guest: GuestBuilder,
    column: Column,
    raw: string,
    place: { row: number; from: number; to: number },
  ): GuestBuilder[] {
    const [kind = 'keep'] = column.kinds
    const label = column.heading
    if (column.ticked) {
      const means = kindOf(tidy(label))
      if (!isTick(tidy(raw))) guest.mark(place, raw, 'label')
      else if (['diet', 'health', 'role', 'head', 'religion', 'ethnicity', 'room'].includes(means))
        guest.give(means, label, place, '')
      else {
        guest.note(label)
        guest.mark(place, raw, 'notes')
      }
      return []
    }
    const means = this.legend.get(tidy(raw))
    if (means && ['keep', 'diet', 'notes', 'role', 'room'].includes(kind)) {
      const known = kindOf(means)
      guest.give(known === 'unread' ? 'notes' : known, means, place, '')
      guest.note(tidy(raw), label)
      guest.doubt('unclear', `${tidy(raw)} ${means}`)
      return []
    }
    if (kind === 'keep' && ABSENT.test(tidy(raw))) guest.doubt('unclear', tidy(raw))
    const strong = kind === 'index' || kind === 'notes' || kind === 'idNumber' ? null : strongKind(raw)
    if (kind === 'name') return this.names(guest, raw, place)
    if (strong && strong !== kind && kind !== 'keep' && !(kind === 'salutation' && strong === 'gender'))
      guest.give(strong, raw, place, '')
    else if (kind === 'index' && !/^[\d.、)(（）#No\s*★☆-]{1,8}$/iu.test(raw.trim()))
      guest.give(kindOf(tidy(raw)), raw, place, '')
    else if (kind === 'phone') this.phones(guest, raw, place, label)
    else guest.give(kind, raw, place, kind === 'notes' && column.unknown ? '' : label)
    return []
  }

  /** A cell of phones: numbers, and what else stands among them. */
  private phones(
    guest: GuestBuilder,
    raw: string,
    place: { row: number; from: number; to: number },
    label: string,
  ): void {
    const give = (kind: Token['kind'], text: string, at: typeof place, named: string) => {
      guest.give(kind, text, at, named)
    }
    if (!/[\p{L}@]/u.test(raw.replace(/转|轉|分机|ext|手机|座机|办公|电话|e\+/giu, ''))) {
      give('phone', raw, place, label)
      return
    }
    const tokens = tokensOf(raw.replace(/\n/gu, ' \t'))
    const others = tokens.filter(token => token.kind !== 'phone' && token.kind !== 'label')
    if (!tokens.some(token => token.kind === 'phone') && !others.some(token => token.kind === 'email')) {
      give('phone', raw, place, label)
      return
    }
    for (const token of tokens) {
      const at = { row: place.row, from: place.from + token.from, to: place.from + token.to }
      if (token.kind === 'label') guest.mark(at, token.text, 'label')
      else if (token.kind === 'phone') guest.give('phone', token.text, at, '')
      else if (token.kind === 'email') guest.give('email', token.text, at, '')
      else {
        guest.note(token.text, label)
        guest.mark(at, token.text, 'notes')
      }
    }
  }

  /** A cell under several headings: each word to the one it fits, what fits none to the first that has nothing yet. */
  private compound(
    guest: GuestBuilder,
    column: Column,
    raw: string,
    place: { row: number; from: number; to: number },
  ): void {
    const left = [...column.kinds]
    const parts = partsOf(raw, column.kinds)
    const titled = parts.some(token => token.kind === 'title')
    const [only, ...rest] = parts.filter(token => token.kind !== 'label')
    // One word under 单位/部门 is the organization, whatever it looks like.
    if (only?.kind === 'department' && rest.length === 0 && left.includes('organization')) only.kind = 'organization'
    for (const token of parts) {
      const at = { row: place.row, from: place.from + token.from, to: place.from + token.to }
      if (token.kind === 'label') {
        guest.mark(at, token.text, 'label')
        continue
      }
      const own = left.find(kind => kind === token.kind || (kind === 'name' && token.kind === 'familyName'))
      // 秘书科副科长: the section is no title where one stands behind it.
      const beside = token.kind === 'department' && titled && !left.includes('department')
      const loose =
        !beside &&
        (token.kind === 'unread' || ['department', 'organization', 'title', 'role', 'name'].includes(token.kind))
      const kind =
        own ??
        (loose ? left.find(each => !['phone', 'gender', 'email', 'idNumber', 'isHead'].includes(each)) : undefined) ??
        token.kind
      if (left.includes(kind as HeadingKind)) left.splice(left.indexOf(kind as HeadingKind), 1)
      guest.give(kind, token.text, at, '')
    }
  }

  /** A cell of names: one with what is written beside it, or several names. */
  private names(guest: GuestBuilder, raw: string, place: { row: number; from: number; to: number }): GuestBuilder[] {
    const by = ordinalLength(raw)
    const at = (from: number, to: number) => ({ row: place.row, from: place.from + from, to: place.from + to })
    if (by > 0) guest.mark(at(0, by), raw.slice(0, by), 'label')
    const text = raw.slice(by).replace(/[*★☆●\s]+$/u, '')
    const whole = nameOf(text)
    if (isChineseName(whole) || isDottedName(whole) || isLatinName(tidy(text), 1)) {
      guest.give('name', text, at(by, by + text.length))
      return []
    }
    const tokens = tokensOf(text)
    const named = tokens.filter(token => token.kind === 'name' && !token.aside)
    const sameScript = new Set(named.map(token => /\p{Script=Han}/u.test(token.text))).size < named.length
    if (named.length > 1 && sameScript) {
      const read = readPeople(tokens, place.row, place.from + by, raw, this.options.days)
      const [first, ...others] = read.guests
      if (first) this.into(guest, first)
      for (const passed of read.passed) guest.note(passed)
      return others
    }
    if (named.length > 0) {
      for (const token of tokens) {
        const where = at(by + token.from, by + token.to)
        if (token.kind === 'label') guest.mark(where, token.text, 'label')
        else if (token.kind === 'unread' && token.aside) {
          guest.note(token.text, token.label)
          guest.mark(where, token.text, 'notes')
        } else if (token.kind === 'count') {
          guest.doubt('unclear', token.text)
          guest.note(token.text)
          guest.mark(where, token.text, 'notes')
        } else guest.give(token.kind, token.text, where, token.label)
      }
      return []
    }
    this.oneName(guest, text, at(by, by + text.length), tokens)
    return []
  }

  /** A cell under the heading of names in which no name is known: its first stretch is the name, unless it cannot be one. */
  private oneName(
    guest: GuestBuilder,
    text: string,
    place: { row: number; from: number; to: number },
    tokens: readonly Token[],
  ): void {
    const spoken = tokens.find(token => token.kind === 'familyName' && !token.aside)
    const first =
      spoken ??
      tokens.find(
        token =>
          !token.aside &&
          !['phone', 'email', 'gender', 'salutation', 'head', 'idNumber'].includes(token.kind) &&
          token.kind !== 'label',
      )
    if (!first) {
      for (const token of tokens)
        guest.give(
          token.kind,
          token.text,
          { row: place.row, from: place.from + token.from, to: place.from + token.to },
          token.label,
        )
      return
    }
    // Words that run on behind an unread stretch belong to the name as long as nothing parts them.
    const plain = tokens.filter(
      token => !token.aside && token.group === first.group && (token.kind === 'unread' || token === first),
    )
    const end = plain.at(-1)?.to ?? first.to
    const name = tidy(text.slice(first.from, end))
    for (const token of tokens) {
      const where = { row: place.row, from: place.from + token.from, to: place.from + token.to }
      if (token === first) guest.give(spoken ? 'familyName' : 'name', name, { ...where, to: place.from + end })
      else if (!plain.includes(token)) {
        if (token.kind === 'unread' && token.aside) {
          guest.note(token.text)
          guest.mark(where, token.text, 'notes')
        } else guest.give(token.kind, token.text, where, token.label)
      }
    }
    if (
      /\d/u.test(name) ||
      name.length > 40 ||
      first.kind === 'organization' ||
      (first.kind === 'title' && name.length > 3) ||
      /[。!?]/u.test(name)
    )
      guest.doubt('nameDoubtful', name)
  }

  private into(guest: GuestBuilder, other: GuestBuilder): void {
    const made = other.finish()
    Object.assign(
      guest.guest.draft,
      Object.fromEntries(
        Object.entries(made.draft).filter(([, value]) => value !== '' && value !== false && value !== 'unknown'),
      ),
    )
    if (made.draft.notes) guest.note(made.draft.notes)
    guest.guest.pieces.push(...made.pieces)
    guest.guest.doubts.push(...made.doubts)
  }

  /** Lines without headings, block by block between blank lines. */
  private free(lines: readonly Line[], among: boolean): void {
    this.speakers = speakersOf(lines)
    let block: Line[] = []
    let closed = false
    const start = this.guests.length
    const settle = () => {
      if (block.length > 0) closed = this.freeBlock(block, closed, among, start)
      block = []
    }
    for (const line of lines) {
      if (line.cells.every(cell => tidy(cell) === '')) settle()
      else block.push(line)
    }
    settle()
  }

  /** A run of lines: each a guest or several, or all of them the card of one. Returns whether a letter was closed in it. */
  private freeBlock(block: readonly Line[], closed: boolean, among: boolean, start: number): boolean {
    const read = block.map(line => {
      const source = line.cells.filter((cell, index) => cell.trim() !== '' || index === 0).join('\t')
      const said = /^[\p{L}·\s]{1,12}?[:：]\s?/u.exec(source)?.[0] ?? ''
      const spoken = said !== '' && this.speakers.has(said.replace(/[:：]\s?$/u, '')) ? said.length : 0
      if (spoken > 0) this.pass(line.row, said, 'sender')
      const by = isTooLong(source) ? 0 : spoken + ordinalLength(source.slice(spoken))
      const text = source.slice(by)
      const tokens = isAddress(text)
        ? [
            {
              kind: 'unread' as const,
              text,
              from: 0,
              to: text.length,
              aside: false,
              group: 0,
              label: /\p{Script=Han}/u.test(text) ? '地址' : 'Address',
            },
          ]
        : tokensOf(text)
      return { row: line.row, source, by, text, tokens }
    })
    const named = (tokens: readonly Token[]) =>
      tokens.some(token => token.kind === 'name' || token.kind === 'familyName')
    // 陳家豪, and Chan Ka Ho below it: one person in two scripts.
    const isLatin = (line: (typeof read)[number]) =>
      line.tokens[0]?.kind === 'name' &&
      line.tokens.length <= 2 &&
      line.tokens.slice(1).every(token => token.kind === 'unread') &&
      !/[\p{Script=Han}\d]/u.test(line.text)
    const isHan = (line: (typeof read)[number] | undefined) =>
      line?.tokens.some(token => token.kind === 'name' && /\p{Script=Han}/u.test(token.text)) === true &&
      !line.tokens.some(token => token.kind === 'name' && !/\p{Script=Han}/u.test(token.text))
    const hanBefore = (line: (typeof read)[number]) =>
      isLatin(line) && read.slice(0, read.indexOf(line)).slice(-4).some(isHan)
    const nameLines = read.filter(
      line =>
        named(line.tokens) &&
        !hanBefore(line) &&
        !isSender(line.tokens) &&
        !SIGNATURE.test(tidy(line.text)) &&
        !isTalk(line.text, line.tokens),
    ).length
    // Behind the end of a letter stands who wrote it, unless a list begins there.
    const listedFrom = (line: (typeof read)[number]) =>
      read
        .slice(read.indexOf(line), read.indexOf(line) + 8)
        .filter(each => named(each.tokens) && (each.by > 0 || each.tokens.length > 2)).length >= 2
    let current: GuestBuilder | null = null
    let pending: (typeof read)[number][] = []
    let ended = closed
    let way: ((typeof read)[number] & { used: boolean }) | null = null as
      | ((typeof read)[number] & { used: boolean })
      | null
    let department = ''
    let role = ''
    for (const line of read) {
      const text = tidy(line.text)
      const give = (guest: GuestBuilder, from: (typeof read)[number]) => {
        guest.from(from.row, from.source)
        if (from.by > 0) guest.mark({ row: from.row, from: 0, to: from.by }, from.source.slice(0, from.by), 'label')
        for (const token of from.tokens) {
          const place = { row: from.row, from: token.from + from.by, to: token.to + from.by }
          if (token.kind === 'label') guest.mark(place, token.text, 'label')
          else if (token.kind === 'count') this.pass(from.row, token.text, 'total')
          else guest.give(token.kind, token.text, place, token.label)
        }
      }
      // A remark on the card of one person is theirs.
      const own = current !== null && nameLines === 1 && REMARK.test(text) && !ended
      const side = sideOf(text)
      if (side !== null) this.hosts = side === 'hosts'
      const why = own
        ? null
        : side !== null
          ? 'section'
          : this.hosts && named(line.tokens)
            ? 'host'
            : this.whyFree(line, text, named(line.tokens), ended && this.guests.length > start && !listedFrom(line))
      if (!this.hosts && this.saidOf(line, text, start)) continue
      if (why !== null) {
        this.pass(line.row, line.source, why)
        if (CLOSING.test(text)) ended = true
        if (why === 'signature') this.signature(line, text)
        const flight = line.tokens.some(token => token.kind === 'flight') && !named(line.tokens)
        if (why === 'talk' && flight && !ended)
          for (const guest of this.guests.slice(start)) {
            for (const token of line.tokens)
              if (['flight', 'moment', 'place'].includes(token.kind))
                guest.give(
                  token.kind,
                  token.text,
                  { row: line.row, from: token.from + line.by, to: token.to + line.by },
                  '',
                )
            guest.from(line.row, line.source)
            guest.doubt('shared', text)
          }
        continue
      }
      if (!named(line.tokens)) {
        if (
          isOrganizationLine(text) &&
          (nameLines !== 1 || current === null) &&
          !(current !== null && nameLines <= 1)
        ) {
          if (nameLines === 1) pending.push(line)
          else {
            this.organization = bareOrganization(text)
            this.pass(line.row, line.source, 'organization')
          }
          continue
        }
        const section = /^(.{2,14}?)\s?(?:[(（]?\s?\d{1,3}\s?[人位名]\s?[)）]?)?\s?[:：]$/u.exec(text)?.[1]
        if (section && nameLines > 1 && kindOf(section) === 'department') {
          department = section
          this.pass(line.row, line.source, 'section')
          continue
        }
        const charge = section?.replace(/(?:资料|資料|信息|名单|名單|人员|人員|联系方式)$/u, '') ?? ''
        if (section && nameLines > 1) role = isRole(charge) ? charge : ''
        if (role !== '' && role === charge) {
          this.pass(line.row, line.source, 'section')
          continue
        }
        const strong = line.tokens.filter(
          token => token.kind !== 'unread' && token.kind !== 'label' && token.kind !== 'count',
        )
        const labelled = line.tokens.some(token => token.label !== '')
        // When all of them come to visit is no journey.
        const isVisit = /^(?:来访|到访|参观|访问|活动|会议|拜访|visit)/iu.test(text)
        const isAnswered = line.tokens.some(token => token.kind === 'organization')
        // 申请人：刘晓燕, and below it the department of who applies, not of who comes.
        const applied = SIGNATURE.test(tidy(read[read.indexOf(line) - 1]?.text ?? ''))
        const ways =
          !isVisit &&
          line.tokens.some(token => token.kind === 'flight' || token.kind === 'place' || token.kind === 'moment')
        const flies = line.tokens.some(token => token.kind === 'flight')
        // CZ3101 12月6日12:30到达：and below who comes so.
        if (flies && nameLines > 1 && /[:：]$/u.test(text)) {
          // Nobody came so until now: the line says nothing of anybody.
          if (way !== null && !way.used) this.pass(way.row, way.source, 'note')
          way = { ...line, used: false }
          continue
        }
        if (ways && nameLines > 1 && current !== null && (labelled || line.tokens[0]?.kind === 'label')) {
          // How all of them come stands below them.
          for (const guest of this.guests.slice(start)) {
            give(guest, line)
            guest.doubt('shared', text)
          }
          continue
        }
        const nameless = this.nameless(line)
        if (nameless) {
          current = nameless
          this.keep([nameless])
        } else if (strong.length === 0 && !labelled && (nameLines !== 1 || text.length > 40))
          this.pass(line.row, line.source, isSection(text) ? 'section' : 'note')
        else if (current === null && !isAnswered && (isVisit || applied) && nameLines > 1)
          this.pass(line.row, line.source, isVisit ? 'note' : 'signature')
        else if (current === null) pending.push(line)
        else if (
          nameLines > 1 &&
          strong.some(token => current?.has(token.kind)) &&
          read.indexOf(line) < read.length - 1
        )
          pending.push(line)
        else give(current, line)
        continue
      }
      if (
        current !== null &&
        hanBefore(line) &&
        current.guest.draft.latinName === '' &&
        /\p{Script=Han}/u.test(current.guest.draft.name)
      ) {
        give(current, line)
        continue
      }
      const cut = senderBefore(line.text)
      if (cut > 0) {
        this.pass(line.row, line.text.slice(0, cut), 'sender')
        line.text = line.text.slice(cut)
        line.by += cut
        line.tokens = tokensOf(line.text)
      }
      const people = readPeople(line.tokens, line.row, line.by, line.source, this.options.days)
      for (const passed of people.passed) this.pass(line.row, passed, 'talk')
      const [first] = people.guests
      for (const each of pending) {
        if (first) give(first, each)
        else this.pass(each.row, each.source, 'note')
      }
      pending = []
      if (line.by > 0 && first)
        first.mark({ row: line.row, from: 0, to: line.by }, line.source.slice(0, line.by), 'label')
      const mark = /[★☆▲△●○◆◇■□※#*]/u.exec(line.source.slice(0, Math.max(line.by, 2)))?.[0] ?? ''
      const means = this.legend.get(mark)
      if (means && first) {
        first.give(
          kindOf(means) === 'unread' ? 'notes' : kindOf(means),
          means,
          { row: line.row, from: 0, to: mark.length },
          '',
        )
        first.doubt('unclear', `${mark} ${means}`)
      }
      if (role !== '')
        for (const guest of people.guests) if (guest.guest.draft.title === '') guest.guest.draft.title = role
      if (department !== '') for (const guest of people.guests) guest.note(department, '部门')
      if (way !== null) {
        for (const guest of people.guests) give(guest, way)
        way.used ||= people.guests.length > 0
      }
      this.keep(people.guests)
      current = people.guests.at(-1) ?? current
    }
    if (way !== null && !way.used) this.pass(way.row, way.source, 'note')
    for (const each of pending) {
      const last = current
      if (last) {
        last.from(each.row, each.source)
        if (each.by > 0) last.mark({ row: each.row, from: 0, to: each.by }, each.source.slice(0, each.by), 'label')
        for (const token of each.tokens)
          last.give(
            token.kind,
            token.text,
            { row: each.row, from: token.from + each.by, to: token.to + each.by },
            token.label,
          )
      } else if (each.tokens.filter(token => token.kind !== 'unread').length >= 2 && !among) {
        // A line of what guests have, without a name: somebody must say whose.
        const guest = new GuestBuilder(each.row, this.options.days)
        give2(guest, each)
        this.keep([guest])
      } else this.pass(each.row, each.source, isOrganizationLine(tidy(each.text)) ? 'organization' : 'note')
    }
    return ended
  }

  /**
   * What a later line says of people who were named: 阮平是厂长 石秀峰是跟单, 都是台州黄岩模具的. Returns whether all of it was of them; what
   * follows 是 and is not known is noted with a doubt.
   */
  private saidOf(
    line: { row: number; source: string; by: number; text: string },
    text: string,
    start: number,
  ): boolean {
    if (!text.includes('是')) return false
    const firm = /^(?:他们|以上|我们|大家)?(?:都|全)是(\p{Script=Han}{4,20})的[。.]?$/u.exec(text)?.[1]
    if (firm && isOrganization(firm) && this.guests.length > Math.max(start, this.told)) {
      const guests = this.guests.slice(Math.max(start, this.told))
      this.told = this.guests.length
      for (const guest of guests) {
        if (guest.guest.draft.organization !== '') continue
        const from = line.source.indexOf(firm)
        guest.give('organization', firm, { row: line.row, from, to: from + firm.length })
        const [front, back] = [line.source.slice(line.by, from), line.source.slice(from + firm.length)]
        guest.mark({ row: line.row, from: line.by, to: from }, front, 'label')
        guest.mark({ row: line.row, from: from + firm.length, to: line.source.length }, back, 'label')
        guest.doubt('shared', firm)
        guest.from(line.row, line.source)
      }
      return true
    }
    const said = text
      .split(/[\s,，、;；。]+/u)
      .filter(Boolean)
      .map(part => {
        const [, name = '', title = ''] =
          /^(\p{Script=Han}{2,4}?)是(?:我们|我司|他们)?的?(\p{L}{2,12})$/u.exec(part) ?? []
        return { title, guest: this.known.get(name) }
      })
    if (said.length === 0 || said.some(({ guest }) => guest === undefined)) return false
    let done = line.by
    for (const { guest, title } of said) {
      const from = line.source.indexOf(title, done)
      guest?.mark({ row: line.row, from: done, to: from }, line.source.slice(done, from), 'label')
      done = from + title.length
      const kind = isTitle(title) ? 'title' : kindOf(title)
      const fate = /^(?:familyN|n)ame$/u.test(kind) ? 'unread' : kind
      guest?.give(fate, title, { row: line.row, from, to: from + title.length })
      guest?.from(line.row, line.source)
    }
    return true
  }

  /** Who signs: their firm may be that of all, and a contact who comes too has the number that stands beside. */
  private signature(line: { row: number; source: string; by: number; tokens: readonly Token[] }, text: string): void {
    const office = line.tokens.find(token => token.kind === 'organization')
    if (this.signed === '') this.signed = isOrganizationLine(text) ? bareOrganization(text) : (office?.text ?? '')
    const own = line.tokens
      .map(token => this.known.get(nameOf(token.text)))
      .find(each => each?.guest.draft.phone === '')
    if (!own) return
    own.from(line.row, line.source)
    for (const token of line.tokens)
      if (token.kind === 'phone' || token.kind === 'email')
        own.give(token.kind, token.text, { row: line.row, from: token.from + line.by, to: token.to + line.by }, '')
  }

  private keep(guests: readonly GuestBuilder[]): void {
    for (const guest of guests)
      if (guest.guest.draft.organization === '' && this.organization !== '')
        guest.guest.draft.organization = this.organization
    for (const guest of guests) this.known.set(guest.guest.draft.name, guest)
    this.guests.push(...guests)
  }

  private whyFree(
    line: { text: string; source: string; tokens: readonly Token[]; by: number },
    text: string,
    named: boolean,
    signed: boolean,
  ): Why | null {
    if (isTooLong(line.source)) return 'tooLong'
    if (/^[-=*_—~#.…\s|+:]{2,}$/u.test(line.source)) return 'note'
    if (isMailHead(text) || isSenderAlone(text)) return 'sender'
    if (GREETING.test(text) && (!named || text.length < 20)) return 'talk'
    if (CLOSING.test(text)) return 'signature'
    if (signed && line.by === 0) return 'signature'
    if (isExample([text])) return 'example'
    if (TOTAL.test(text) && !named) return 'total'
    if (SIGNATURE.test(text)) return 'signature'
    if (REMARK.test(text)) return 'note'
    if (line.by === 0 && isSender(line.tokens)) return 'sender'
    if (isSection(text)) return 'section'
    if (isTalk(text, line.tokens)) return 'talk'
    return null
  }

  /** A line with a phone, a title or a gender, whose first word is no name that is known: that is the name, with a doubt. */
  private nameless(line: {
    row: number
    source: string
    by: number
    text: string
    tokens: readonly Token[]
  }): GuestBuilder | null {
    const strong = line.tokens.filter(token =>
      ['phone', 'title', 'gender', 'salutation', 'organization', 'email', 'head', 'idNumber'].includes(token.kind),
    )
    const first = line.tokens.find(token => token.kind === 'unread' && !token.aside && token.label === '')
    if (
      !first ||
      strong.length === 0 ||
      (strong.length === 1 && line.by === 0 && !strong.some(token => ['phone', 'title'].includes(token.kind)))
    )
      return null
    if (!/^[\p{L}·•.'’\s-]{2,30}$/u.test(first.text) || line.tokens.indexOf(first) > 1) return null
    const guest = new GuestBuilder(line.row, this.options.days)
    guest.from(line.row, line.source)
    if (line.by > 0) guest.mark({ row: line.row, from: 0, to: line.by }, line.source.slice(0, line.by), 'label')
    for (const token of line.tokens) {
      const place = { row: line.row, from: token.from + line.by, to: token.to + line.by }
      if (token === first) {
        guest.give('name', token.text, place)
        guest.doubt('nameDoubtful', token.text)
      } else if (token.kind === 'label') guest.mark(place, token.text, 'label')
      else if (token.kind === 'count') this.pass(line.row, token.text, 'total')
      else guest.give(token.kind, token.text, place, token.label)
    }
    return guest
  }
}

/** What a legend says of its marks: ★主宾 ▲素食, A=普通餐 B=素食. */
function legendOf(lines: readonly Line[]): ReadonlyMap<string, string> {
  const legend = new Map<string, string>()
  for (const line of lines) {
    const text = line.cells.filter(cell => tidy(cell) !== '').join(' ')
    if (text.length > 200 || !LEGEND.test(text)) continue
    const found = [
      ...text.matchAll(/(?<![\p{L}\d])([★☆▲△●○◆◇■□※#*]+|[A-Z](?=\s?[=:：为-]))\s?[=:：为-]?\s?(\p{Script=Han}{2,8})/gu),
    ]
    if (found.length > 1 || /[=★▲●◆■]/u.test(text))
      for (const [, mark = '', means = ''] of found) legend.set(mark, means)
  }
  return legend
}
const LEGEND = /^(?:备\s?注|注|说明|图例|其中|legend|key|notes?)\s?[:：]/iu

/** Words before a colon that begin several lines and are no label: who speaks. */
function speakersOf(lines: readonly Line[]): ReadonlySet<string> {
  const count = new Map<string, number>()
  for (const line of lines) {
    const word = /^([\p{L}·\s]{1,12}?)[:：](?!\/\/)/u.exec(line.cells[0] ?? '')?.[1]
    if (word && headingKinds(word).length === 0) count.set(word, (count.get(word) ?? 0) + 1)
  }
  return new Set([...count].filter(([word, times]) => times > 1 && isSpeaker(word, times)).map(([word]) => word))
}
const isSpeaker = (word: string, times: number): boolean => {
  const kind = kindOf(word)
  return (
    kind === 'name' ||
    kind === 'familyName' ||
    (kind === 'unread' && times > 2 && /^(?:\p{Lu}\p{Ll}{1,11}|\p{Script=Han}{2,4})$/u.test(word))
  )
}

/** Where an office is, not who works there. */
const isAddress = (text: string): boolean =>
  text.length < 160 &&
  !/@/u.test(text) &&
  (/^(?:地\s?址|address|addr?\.?|anschrift)\s?[:：]/iu.test(text) ||
    (/\d/u.test(text) &&
      (/\b(?:Road|Rd|Street|Avenue|Ave|Tower|Building|Floor|Unit|Suite|Kowloon|Boulevard|Blvd|Highway|Plaza|Rue)\b|stra(?:ß|ss)e\b/u.test(
        text,
      ) ||
        /(?:路|街|大道|巷|弄|胡同)\s?\d+(?:-\d+)?号|(?:大厦|大厦|广场|中心|座|栋)\S{0,6}\d+\s?(?:楼|室|层|F)/u.test(
          text,
        )) &&
      !/1[3-9]\d{9}/u.test(text)))

/** Dear Ms. Liu, 李姐好！ */
const GREETING =
  /^(?:>\s?)*(?:(?:dear|hi|hello)\s[^,;]{1,40}[,:!]?$|尊敬的.{1,30}[:：]?$|.{1,8}(?:您好|你们好|你好|早上好|上午好|下午好|晚上好|早安|好)\s?[!！,，。~:：])/iu

function give2(guest: GuestBuilder, line: { row: number; source: string; by: number; tokens: readonly Token[] }): void {
  guest.from(line.row, line.source)
  if (line.by > 0) guest.mark({ row: line.row, from: 0, to: line.by }, line.source.slice(0, line.by), 'label')
  for (const token of line.tokens) {
    const place = { row: line.row, from: token.from + line.by, to: token.to + line.by }
    if (token.kind === 'label') guest.mark(place, token.text, 'label')
    else guest.give(token.kind, token.text, place, token.label)
  }
}

/** Whose list a title says it is: 中原建工集团考察团名单; empty where it does not. */
function titledOrganization(text: string): string {
  const head =
    /^(?:关于)?(.{3,30}?)(?:赴.{1,12})?(?:来访|来我司|到访|参访|参观|考察|访问|代表|交流)?(?:团|人员|代表团|考察团|访问团)?(?:来访|参会|考察|到访)?(?:人员|嘉宾|来宾)?(?:名单|名册|登记表|信息表|花名册|回执|报名表)(?:\s?\(.{0,20}\))?$/u.exec(
      text,
    )?.[1] ?? ''
  return isOrganizationLine(head) ? head : ''
}

/** Says that the cell above holds here too. */
const DITTO = /^(?:同上|〃|″|”|"|''|同前|ditto|- ?\/\/ ?-)$/iu
/** Who is on the list and may not come. */
const ABSENT =
  /^(?:请假|不来|不来了|不参加|不出席|缺席|取消|已取消|无法参加|待定|未定|declined|cancell?ed|absent|not\s(?:coming|attending)|no\sshow|maybe|tentative)$/iu
/** Stands where a name is not known yet. */
const NAMELESS =
  /^(?:待定|未定|待通知|待确认|暂缺|空缺|tbd|tbc|tba|to be (?:confirmed|advised|announced)|x{2,4}|某某|\?+)\d?$/iu

const TOTALISH = /^(?:合计|总计|共|制表|填表|备注|注)/u

/** Words of a cell under several headings; a run of Latin words or a whole cell stays together where nothing parts it. */
function partsOf(raw: string, kinds: readonly HeadingKind[]): Token[] {
  const tokens = tokensOf(raw)
  const pieces = raw.split(/[/、,，;；|\n]|\s{2,}|\s[-–—]\s/u).filter(piece => piece.trim() !== '')
  if (pieces.length !== kinds.length || tokens.length === pieces.length) return tokens
  // As many parts as headings, and words that were cut too small: the parts as they stand.
  let from = 0
  return pieces.map((piece, index) => {
    const text = piece.trim()
    const at = raw.indexOf(text, from)
    from = at + text.length
    return { kind: kinds[index] ?? 'unread', text, from: at, to: from, aside: false, group: index, label: '' }
  })
}

/** A company's name in a line of its own, without its number, its colon and how many come. */
const bareOrganization = (text: string): string =>
  text
    .replace(/^[[【「『<《(](.{3,40})[\])】」』>》]\s?[:：]?$/u, '$1')
    .replace(/^(?:delegation|attendees|visitors|guests|participants)\s(?:of|from)\s/iu, '')
    .replace(/^(?:[一二三四五六七八九十\d]{1,3})[、.]\s?/u, '')
    .replace(/[:：]$/u, '')
    .replace(/[(（]\s?(?:共)?\s?\d{1,3}\s?[人位名]\s?[)）]$/u, '')
    .replace(/^(?:来访单位|客户单位|参访单位|单位名称|公司名称|单位|公司|company|organi[sz]ation)\s?[:：]\s?/iu, '')
    .trim()

/** Whether a column of organizations says each once, at the first of its people. */
function sparse(block: Block, column: Column): boolean {
  const cells = block.body
    .filter(line => line.cells.filter(cell => tidy(cell) !== '').length > 1)
    .map(line => tidy(line.cells[column.index] ?? ''))
  const filled = cells.filter(Boolean).length
  return filled > 0 && filled < cells.length && cells[0] !== '' && filled <= cells.length * 0.6
}

/** All sheets of a workbook as rows of one list: where a sheet says no organization, its own name is it (one sheet for each delegation). */
export function joinedSheets(sheets: readonly { name: string; rows: readonly (readonly string[])[] }[]): string[][] {
  return sheets.flatMap(sheet => [[`${SHEET_MARK}${sheet.name}`], ...sheet.rows.map(row => [...row])])
}

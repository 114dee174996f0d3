/**
 * What a paper says, before anybody draws or writes it: heads, facts, tables, paragraphs, signatures. React draws an outline as pages,
 * Word writes it as a document. It is plain data, so that it can be handed to a worker.
 */
export interface Outline {
  /** Margin of the page on every side, mm. */
  margin: number
  /** Facts stand one below the other, for a narrow page. */
  single?: true
  parts: readonly Part[]
  /** Below every page: code, version and time of print. */
  foot: string
  /** Below every page too, with `{page}` and `{pages}` where the numbers go. */
  pages: string
  /** What the file or the PDF's outline calls it: the visit, and the paper's name. */
  title: string
  company: string
}

/** Some text of a line. */
export interface Run {
  text: string
  strong?: true
  small?: true
  /** Not parted at the end of a line as long as it fits on one. */
  whole?: true
}

export interface Line {
  runs: readonly Run[]
  small?: true
}

/** What stands in a cell: lines, or a mark: a box to tick, one that is ticked, or room to write. */
export type Cell = readonly Line[] | Mark
export interface Mark {
  mark: 'tick' | 'ticked' | 'room'
}
export const TICK: Mark = { mark: 'tick' }
export const TICKED: Mark = { mark: 'ticked' }
export const ROOM: Mark = { mark: 'room' }

export interface Fact {
  label: string
  value: readonly Line[]
}

export interface Column {
  title: string
  /** mm, a share of the page, or what is left. */
  width: number | `${number}%` | 'rest'
  /** Figures stand at the right. */
  right?: true
  /** A time that is never parted. */
  when?: true
}

export interface Row {
  key: string
  cells: readonly Cell[]
}

export interface HeadPart {
  kind: 'head'
  key: string
  company: readonly Run[]
  /** The visit. */
  title: readonly Run[]
  /** What the paper is called. */
  paper: string
  /** How secret it is; empty on papers that are handed out. */
  secret: string
  facts: readonly Fact[]
  /** Begins a page of its own. */
  startsPage?: true
}

export interface TablePart {
  kind: 'table'
  key: string
  columns: readonly Column[]
  groups: readonly { title: string; rows: readonly Row[] }[]
  /** To be filled in by hand: every cell has its frame. */
  toFill?: true
  /** A page may end after any row; otherwise a short table stays whole and no row stands alone. */
  loose?: true
}

export type Part =
  | HeadPart
  | TablePart
  | { kind: 'heading'; key: string; text: string }
  | { kind: 'facts'; key: string; facts: readonly Fact[] }
  | { kind: 'text'; key: string; lines: readonly Line[]; look?: 'plate' | 'intro' }
  | { kind: 'list'; key: string; items: readonly string[] }
  /** A form: a question and its answer, or room for it. */
  | { kind: 'form'; key: string; rows: readonly { key: string; question: string; answer: string; tall: boolean }[] }
  /** Lines to write on by hand. */
  | { kind: 'room'; key: string; count: number }
  | { kind: 'signatures'; key: string; boxes: readonly { who: string; decided: readonly Line[]; sign: string }[] }
  /** Whom to ask, to be taken into a phone by its camera. */
  | { kind: 'contact'; key: string; name: readonly Run[]; phone: string; card: string; note: string }

/** Something to say: text, or runs of it. */
export type Said = string | number | Run | readonly Said[]

/** As runs of one line; what is empty is left out. */
export const runsOf = (said: Said): readonly Run[] =>
  typeof said === 'string' || typeof said === 'number'
    ? said === ''
      ? []
      : [{ text: String(said) }]
    : 'text' in said
      ? [said]
      : said.flatMap(runsOf)

/** What matters most of a line. */
export const strong = (said: Said): readonly Run[] => runsOf(said).map(run => ({ ...run, strong: true }))

/** A line of small print. */
export const small = (said: Said): Line => ({ runs: runsOf(said), small: true })

const isLine = (said: Said | Line): said is Line => typeof said === 'object' && 'runs' in said

/** Lines one below the other; what is empty is left out. */
export const lines = (...said: readonly (Said | Line)[]): readonly Line[] =>
  said
    .map((each): Line => (isLine(each) ? each : { runs: runsOf(each) }))
    .filter(line => line.runs.some(run => run.text.trim() !== ''))

export const fact = (label: string, ...said: readonly (Said | Line)[]): Fact => ({ label, value: lines(...said) })

/** A heading with a table below it; nothing where the table has no rows. */
export const titled = (heading: string, key: string, columns: readonly Column[], rows: readonly Row[]): Part[] =>
  rows.length === 0 ? [] : [{ kind: 'heading', key: `${key}-title`, text: heading }, table(key, columns, rows)]

/** A table without groups. */
export const table = (
  key: string,
  columns: readonly Column[],
  rows: readonly Row[],
  more: Pick<TablePart, 'toFill'> = {},
): TablePart => ({ kind: 'table', key, columns, groups: [{ title: '', rows }], ...more })

export const row = (key: string, ...cells: readonly (Said | Cell)[]): Row => ({ key, cells: cells.map(cellOf) })

const isCell = (said: Said | Cell): said is readonly Line[] =>
  Array.isArray(said) && said.length > 0 && said.every(isLine)

function cellOf(said: Said | Cell): Cell {
  if (typeof said === 'object' && 'mark' in said) return said
  return isCell(said) ? said : lines(said as Said)
}

/** A line as plain text. */
export const textOf = ({ runs }: { runs: readonly Run[] }): string =>
  runs
    .map(run => run.text)
    .join('')
    .trim()

/** Everything that an outline says, a text each, in order: what tests and plain writers compare. */
export const textsOf = ({ parts }: Pick<Outline, 'parts'>): string[] =>
  parts.flatMap(textsOfPart).filter(text => text.trim() !== '')

const textsOfFacts = (facts: readonly Fact[]): string[] =>
  facts.filter(each => each.value.length > 0).flatMap(each => [each.label, ...each.value.map(textOf)])

function textsOfPart(part: Part): string[] {
  switch (part.kind) {
    case 'head':
      return [
        part.secret,
        textOf({ runs: part.company }),
        textOf({ runs: part.title }),
        part.paper,
        ...textsOfFacts(part.facts),
      ]
    case 'heading':
      return [part.text]
    case 'facts':
      return textsOfFacts(part.facts)
    case 'table':
      return [
        ...part.columns.map(column => column.title),
        ...part.groups.flatMap(group => [
          group.title,
          ...group.rows.flatMap(each => each.cells.flatMap(cell => ('mark' in cell ? [] : cell.map(textOf)))),
        ]),
      ]
    case 'text':
      return part.lines.map(textOf)
    case 'list':
      return [...part.items]
    case 'form':
      return part.rows.flatMap(each => [each.question, each.answer])
    case 'room':
      return []
    case 'signatures':
      return part.boxes.flatMap(box => [box.who, ...box.decided.map(textOf), box.sign])
    case 'contact':
      return [textOf({ runs: part.name }), part.phone, part.note]
  }
}

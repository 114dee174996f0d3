import { addDays } from '../time.ts'
import { noWords, takeLabelled, wordsOf } from './agendaCells.ts'
import { passOver, type Reading, readLine, takeDay } from './agendaLines.ts'
import type { Entry } from './agendaStop.ts'
import {
  isParticipants,
  isPerson,
  isPlace,
  kindOfContent,
  labelledParts,
  PHONE,
  type Role,
  roleOf,
  roomOf,
} from './agendaWords.ts'
import { PART_WORDS, partOf, type SpanToken, spanAt } from './clockText.ts'
import { dayAt } from './dayText.ts'
import { fold } from './fold.ts'

/** A row of a table with the line where it begins. */
export interface Row {
  line: number
  cells: string[]
}

/** The table that a text is: cells apart by tabs or bars, or under headings by commas, blanks or lines. Null where it is none. */
export function tableOf(text: string): Row[] | null {
  const lines = text.split('\n')
  const filled = lines.filter(line => line.trim() !== '')
  const share = (sign: RegExp) => filled.filter(line => sign.test(line)).length / Math.max(1, filled.length)
  if (share(/\S\t|\t\S/u) >= 0.5 || (/"[^"\n]*\n/.test(text) && share(/\t/u) > 0.2)) {
    const rows = tabbed(text)
    // No agenda has sixty columns.
    return rows.every(row => row.cells.length <= 60) ? rows : null
  }
  if (share(/[|｜].*[|｜]|\S\s*[|｜]\s*\S/u) >= 0.6)
    return lines.flatMap((line, index) =>
      /^[\s|｜:+=-]*$/u.test(line)
        ? []
        : [
            {
              line: index + 1,
              cells: line
                .trim()
                .replace(/^[|｜]|[|｜]$/gu, '')
                .split(/[|｜]/u)
                .map(cell => cell.trim()),
            },
          ],
    )
  for (const cut of [/\s*[,，]\s*/u, /\s{2,}|\u3000+/u]) {
    const head = lines.findIndex(line => headings(line.trim().split(cut)) >= 3)
    if (head >= 0)
      return lines.flatMap((line, index) =>
        line.trim() === '' ? [] : [{ line: index + 1, cells: index < head ? [line] : line.trim().split(cut) }],
      )
  }
  return cellALine(lines)
}

const headings = (cells: string[]): number =>
  cells.every(cell => cell.trim() === '' || roleOf(cell) !== null)
    ? cells.filter(cell => roleOf(cell) !== null).length
    : 0

/** Rows of a spreadsheet's or word processor's clipboard; a quoted cell may hold tabs and lines. */
function tabbed(text: string): Row[] {
  const rows: Row[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let begun = 1
  const endRow = () => {
    cells.push(cell)
    if (cells.some(each => each.trim() !== '')) rows.push({ line: begun, cells: cells.map(each => each.trim()) })
    cells = []
    cell = ''
    begun = line
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '\n') line += 1
    if (quoted) {
      if (sign === '"' && text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else if (sign === '"') quoted = false
      else cell += sign
    } else if (sign === '"' && cell === '' && closes(text, at)) quoted = true
    else if (sign === '\t') {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') endRow()
    else cell += sign
  }
  endRow()
  return rows
}
/** Does a quote that opens a cell end one, too, not too far behind? */
function closes(text: string, at: number): boolean {
  const end = text.indexOf('"', at + 1)
  return end > 0 && end - at < 2000 && (end + 1 >= text.length || /[\t\n"]/.test(text.charAt(end + 1)))
}

/** A table of which every cell came out on a line of its own, headings first. */
function cellALine(lines: string[]): Row[] | null {
  const filled = lines.map((text, index) => ({ text: text.trim(), line: index + 1 })).filter(each => each.text !== '')
  const head = filled.findIndex(
    (each, index) => roleOf(each.text) !== null && roleOf(filled[index + 1]?.text ?? '') !== null,
  )
  if (head < 0) return null
  let width = 0
  while (roleOf(filled[head + width]?.text ?? '') !== null) width += 1
  const roles = filled.slice(head, head + width).map(each => roleOf(each.text))
  const time = roles.indexOf('time')
  const body = filled.slice(head + width)
  if (time < 0 || !roles.includes('content') || body.length === 0 || body.length % width !== 0) return null
  const rows: Row[] = filled.slice(0, head).map(each => ({ line: each.line, cells: [each.text] }))
  rows.push({ line: filled[head]?.line ?? 1, cells: filled.slice(head, head + width).map(each => each.text) })
  for (let at = 0; at < body.length; at += width) {
    const cells = body.slice(at, at + width).map(each => each.text)
    if (!/\d *[:点时]/u.test(fold(cells[time] ?? ''))) return null
    rows.push({ line: body[at]?.line ?? 1, cells })
  }
  return rows
}

const PART_CELL = new RegExp(`^(?:${PART_WORDS}|全天)$`)
const isClock = (cell: string): boolean => {
  const folded = fold(cell).replace(/\s+/g, ' ').trim()
  const span = spanAt(folded, 0)
  if (!span || span.until < folded.replace(/ *(?:左右|起|开始|[-~])$/, '').length) return false
  return span.start.form !== 'bare' || (span.end !== null && span.end.form === 'bare') || /^0?\d{3,4}$/.test(folded)
}
const isDayCell = (cell: string, reading: Reading): boolean => {
  const folded = fold(cell).replace(/\s+/g, ' ').trim()
  const token = dayAt(folded, 0, { today: reading.knows.days[0] ?? '2000-01-01', days: reading.knows.days })
  return token !== null && token.until >= folded.length - 2
}

interface Column {
  role: Role
  heading: string
  /** Something else that is done at the same time. */
  parallel?: boolean
}

/** Reads the rows of a table; a row of one cell is a line of its own. */
export function readRows(rows: readonly Row[], reading: Reading): void {
  let columns: (Column | null)[] | null = null
  let grid = false
  const guessed = columnsByContent(rows, reading)
  const above = headsOfContent(rows, guessed)
  for (const row of rows) {
    const filled = row.cells.filter(cell => cell !== '')
    if (filled.length <= 1) {
      for (const part of (filled[0] ?? '').split('\n')) readLine(part, row.line, reading)
      continue
    }
    const named = row.cells.map(roleOf)
    const heads = named.filter(role => role !== null).length
    if (heads >= 2 && heads >= filled.length * 0.6 && !filled.some(isClock)) {
      columns = row.cells.map((cell, index) => {
        const role = named[index] ?? guessed[index] ?? (cell === '' ? null : 'notes')
        return role === null ? null : { role, heading: cell }
      })
      passOver(reading, row.line, filled.join(' '), 'heading')
      continue
    }
    if (row.cells.filter(cell => isDayCell(cell, reading)).length >= 2 && !filled.some(isClock)) {
      grid = true
      columns = row.cells.map(cell =>
        isDayCell(cell, reading) ? { role: 'content', heading: cell } : { role: 'time', heading: cell },
      )
      const rest = row.cells.filter(cell => cell !== '' && !isDayCell(cell, reading))
      if (rest.length > 0) passOver(reading, row.line, rest.join(' '), 'heading')
      continue
    }
    const used =
      columns !== null && columns.length >= row.cells.length
        ? columns
        : guessed.map((role, index): Column | null =>
            role === null ? null : { role, heading: above[index] ?? '', parallel: role === 'content' },
          )
    if (grid && columns) readGridRow(row, columns, reading)
    else readRow(row, used, reading)
  }
}

/** A row under headings that are days: what stands in a column is of that day, at the row's time, its own, or in the row's part of the day. */
function readGridRow(row: Row, columns: (Column | null)[], reading: Reading): void {
  const time = row.cells.findIndex((cell, index) => columns[index]?.role === 'time' && cell !== '')
  const head = row.cells[time] ?? ''
  const span = time < 0 ? null : spanAt(fold(head), 0)
  const part = PART_CELL.test(fold(head)) ? partOf(head) : null
  row.cells.forEach((cell, index) => {
    const column = columns[index]
    if (cell === '' || index === time) return
    if (column?.role !== 'content') {
      passOver(reading, row.line, cell, 'noTime')
      return
    }
    takeDay(fold(column.heading), column.heading, 0, reading)
    if (span) entryOf(row.line, `${head} ${cell}`, span, wordsOf(cell, reading.knows), reading)
    else if (/\d *[:点时]/.test(fold(cell))) {
      reading.part = part
      for (const line of cell.split('\n')) readLine(line, row.line, reading)
    } else if (part !== null) {
      const entry = entryOf(row.line, `${head} ${cell}`, null, wordsOf(cell, reading.knows), reading)
      entry.part = part
      entry.partOnly = true
      entry.words.doubts.push({ code: 'partOnly', text: head })
    } else passOver(reading, row.line, cell, 'noTime')
  })
  if (time >= 0 && !span && part === null) passOver(reading, row.line, head, 'noTime')
}

function readRow(row: Row, columns: readonly (Column | null)[], reading: Reading): void {
  if (!columns.some(column => column?.role === 'time' || column?.role === 'start')) {
    for (const part of row.cells.filter(Boolean).join('\t').split('\n')) readLine(part, row.line, reading)
    return
  }
  const words = noWords()
  let start: SpanToken | null = null
  let end: SpanToken | null = null
  let partOnly = ''
  const left: string[] = []
  const beside: { heading: string; text: string }[] = []
  const hasPlace = columns.some(column => column?.role === 'place')
  row.cells.forEach((cell, index) => {
    if (cell === '') return
    const column = columns[index]
    const flat = cell.replace(/\s*\n\s*/gu, ' ')
    const folded = fold(flat).trim()
    // 负责人：张磊 says itself what it is.
    const own = labelledParts(flat)
    if (own.length > 0 && own.every(part => part.label !== '' && part.role !== 'time')) {
      for (const part of own) takeLabelled(part, words, reading.knows)
      return
    }
    if (column?.role === 'day' || (column?.role === 'part' && isDayCell(cell, reading))) {
      const until = takeDay(folded, flat.trim(), 0, reading)
      const rest = flat
        .trim()
        .slice(until)
        .replace(/^[\s,，()（）]+|[\s()（）]+$/gu, '')
      if (until === 0) left.push(flat)
      else if (rest !== '') {
        if (PART_CELL.test(fold(rest))) reading.part = partOf(rest)
        else left.push(rest)
      }
    } else if (column?.role === 'time' || column?.role === 'start' || column?.role === 'part') {
      const from = takeDay(folded, flat.trim(), 0, reading)
      const at = folded.length - folded.slice(from).replace(/^[\s,:]+/, '').length
      const span = at < folded.length ? spanAt(folded, at) : null
      if (span) {
        start = span
        const more = flat
          .trim()
          .slice(span.until)
          .replace(/^[\s,，;；()（）]+|[\s()（）]+$/gu, '')
        if (more !== '' && !/^(?:左右|开始|起|[-–—~]+)$/u.test(more)) {
          const rest = wordsOf(more, reading.knows)
          if (rest.minutes !== null && rest.content === '') words.minutes = rest.minutes
          else words.notes.push(more)
        } else if (/左右/u.test(more)) words.notes.push(more)
      } else if (PART_CELL.test(folded.slice(at))) {
        reading.part = partOf(folded.slice(at))
        partOnly = flat
      } else if (at < folded.length) left.push(flat.trim().slice(at))
    } else if (column?.role === 'end') {
      const behindDay = dayAt(folded, 0, { today: reading.day, days: reading.knows.days })
      end = spanAt(folded, behindDay ? folded.length - folded.slice(behindDay.until).replace(/^[\s,:]+/, '').length : 0)
      if (end && behindDay?.day && behindDay.day !== reading.day) {
        if (behindDay.day === addDays(reading.day, 1)) end = { ...end, start: { ...end.start, nextDay: true } }
        else left.push(flat)
      }
      if (end === null || /[\p{Script=Han}a-z]{2}/u.test(folded.slice(end.until))) left.push(flat)
    } else if (column?.role === 'content') {
      if (!start && /\d[:点]/.test(folded)) left.push(cell)
      else if (words.content === '' && !hasPlace) {
        const more = wordsOf(flat, reading.knows)
        words.content = more.content
        words.roomId ??= more.roomId
        words.place ||= more.place
        words.personInCharge ||= more.personInCharge
        words.phone ||= more.phone
        words.minutes ??= more.minutes
        words.notes.push(...more.notes)
        words.doubts.push(...more.doubts)
        if (column.parallel && column.heading !== '') words.notes.push(column.heading)
      } else if (words.content === '') words.content = flat
      else if (column.parallel) beside.push({ heading: column.heading, text: flat })
      else words.notes.push(column.heading ? `${column.heading}：${flat}` : flat)
    } else if (column)
      takeLabelled(
        { label: column.heading || HEADED[column.role] || '', role: column.role, text: flat },
        words,
        reading.knows,
      )
    else words.notes.push(flat)
  })
  const clock: SpanToken | null = start
  const until: SpanToken | null = end
  if (clock === null) {
    const rest = left.join('\n')
    if (/\d[:：点]/u.test(rest)) {
      for (const part of rest.split('\n')) readLine(part, row.line, reading)
      const others = row.cells.filter(cell => cell !== '' && !left.includes(cell) && !isDayCell(cell, reading))
      passOver(reading, row.line, others.join(' '), 'noTime')
    } else if (partOnly !== '' && words.content !== '') {
      const entry = entryOf(row.line, row.cells.filter(Boolean).join(' '), null, words, reading)
      entry.part = reading.part
      entry.partOnly = true
      entry.words.doubts.push({ code: 'partOnly', text: partOnly })
      entry.words.notes.push(...left)
    } else if (words.minutes !== null && words.content !== '' && reading.entries.length > 0) {
      const entry = entryOf(row.line, row.cells.filter(Boolean).join(' '), null, words, reading)
      entry.words.doubts.push({ code: 'follows', text: words.content })
      entry.words.notes.push(...left)
    } else passOver(reading, row.line, row.cells.filter(Boolean).join(' '), 'noTime')
    return
  }
  const span: SpanToken = until === null ? clock : { ...(clock as SpanToken), end: (until as SpanToken).start }
  words.notes.push(...left)
  entryOf(row.line, row.cells.filter(Boolean).join(' '), span, words, reading)
  for (const { heading, text } of beside) {
    const entry = entryOf(row.line, text, span, wordsOf(text, reading.knows), reading)
    if (heading !== '') entry.words.notes.push(heading)
  }
}
const HEADED: Partial<Record<Role, string>> = { participants: '参加人员', kind: '类型' }

function entryOf(line: number, source: string, span: SpanToken | null, words: Entry['words'], reading: Reading): Entry {
  const entry: Entry = {
    line,
    source,
    day: reading.day,
    span,
    part: reading.part,
    partOnly: false,
    block: false,
    follows: false,
    until: null,
    where: reading.place,
    words: { ...words, doubts: [...reading.dayDoubts, ...words.doubts] },
  }
  reading.entries.push(entry)
  reading.open = entry
  return entry
}

/** The words in the first row above columns that hold what is done, where that row holds no time. */
function headsOfContent(rows: readonly Row[], roles: readonly (Role | null)[]): string[] {
  const first = rows.find(row => row.cells.filter(cell => cell !== '').length > 1)
  if (!first || first.cells.some(isClock) || roles.filter(role => role === 'content').length < 2) return []
  return first.cells.map((cell, index) => (roles[index] === 'content' ? cell : ''))
}

/** What the columns hold where no heading says it. */
function columnsByContent(rows: readonly Row[], reading: Reading): (Role | null)[] {
  const body = rows.filter(row => row.cells.filter(cell => cell !== '').length > 1 && headings(row.cells) < 2)
  const width = body.reduce((most, row) => Math.max(most, row.cells.length), 0)
  const { rooms, people } = reading.knows
  const roles: (Role | null)[] = []
  const shareOf = (index: number, is: (cell: string) => boolean): number => {
    const cells = body.map(row => row.cells[index] ?? '').filter(cell => cell !== '')
    return cells.length === 0 ? 0 : cells.filter(is).length / cells.length
  }
  for (let index = 0; index < width; index++) {
    const share = (is: (cell: string) => boolean) => shareOf(index, is)
    if (share(isClock) >= 0.5) roles.push(roles.includes('time') ? 'end' : 'time')
    else if (share(cell => isDayCell(cell, reading)) >= 0.5) roles.push('day')
    else if (share(cell => PART_CELL.test(fold(cell))) >= 0.5) roles.push('part')
    else if (share(cell => /^\d{1,2}[.、]?$/.test(cell)) >= 0.8) roles.push('ordinal')
    else if (share(cell => PHONE.exec(cell)?.[0] === cell) >= 0.6) roles.push('phone')
    else roles.push(null)
  }
  const open = roles.map((role, index) => (role === null ? index : -1)).filter(index => index >= 0)
  const best = (rank: (index: number) => number, least: number, role: Role) => {
    const found = open.filter(index => roles[index] === null).sort((a, b) => rank(b) - rank(a) || a - b)[0]
    if (found !== undefined && rank(found) >= least) roles[found] = role
  }
  best(index => shareOf(index, cell => kindOfContent(cell) !== 'other' && !isPlace(cell)), 0.3, 'content')
  best(index => shareOf(index, cell => isPlace(cell) || roomOf(cell, rooms).room !== null), 0.4, 'place')
  best(
    index => shareOf(index, cell => isPerson(cell) || people.some(person => cell.includes(person.name))),
    0.5,
    'person',
  )
  best(index => shareOf(index, isParticipants), 0.3, 'participants')
  if (!roles.includes('content')) best(() => 1, 0, 'content')
  // Two groups that do different things at one time.
  roles.forEach((role, index) => {
    if (role === null && shareOf(index, cell => kindOfContent(cell) !== 'other' && !isPlace(cell)) >= 0.6)
      roles[index] = 'content'
  })
  return roles
}

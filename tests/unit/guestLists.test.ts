import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GUEST_LIMITS } from '../../shared/contract/guests.ts'
import { doubtsOf } from '../../shared/domain/lists/guestDoubts.ts'
import type { ReadGuest } from '../../shared/domain/lists/guestDraft.ts'
import { type GuestTable, joinedSheets, readGuestTable } from '../../shared/domain/lists/guestTable.ts'
import { tableOfText } from '../../shared/domain/lists/pastedCells.ts'
import { CHATS } from './guestLists/chats.ts'
import { LETTERS } from './guestLists/letters.ts'
import { TABLES } from './guestLists/tables.ts'

const LISTS = [...TABLES, ...CHATS, ...LETTERS]
const options = { days: { startsOn: '2026-12-01' } }
const read = (rows: readonly (readonly string[])[]) => readGuestTable(rows, options)

function told(table: GuestTable): string[] {
  const doubts = doubtsOf(table.guests, [], GUEST_LIMITS)
  return table.guests.map(({ draft }, index) =>
    [
      ...Object.entries(draft)
        .filter(([, value]) => value !== '' && value !== false && value !== 'unknown')
        .map(([field, value]) => (value === true ? field : `${field}=${value}`)),
      ...((doubts[index] ?? []).length > 0
        ? [`?${[...new Set((doubts[index] ?? []).map(doubt => doubt.code))].join(',')}`]
        : []),
    ].join('|'),
  )
}

describe('lists as people send them', () => {
  it.each(LISTS.map(list => [list.kind, list.text.slice(0, 40).replaceAll('\n', ' / '), list] as const))(
    '%s: %s',
    (_kind, _start, list) => {
      const table = read(tableOfText(list.text))
      expect(told(table)).toEqual(list.guests)
      expect([...table.above, ...table.skipped].filter(line => line.why !== 'heading')).toHaveLength(list.passed)
    },
  )
})

/** Runs of letters and digits, as they are compared: in one width, without the case. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
const flat = (text: string): string => wordsOf(text).join('')

/** What says where a guest's words went: fields, notes, and the words that only name others. */
function accountOf(guest: ReadGuest): string {
  const values = Object.values(guest.draft).filter(value => typeof value === 'string')
  const read = guest.pieces.filter(piece => isTrue(guest, piece.fate, piece.text))
  return flat([...values, ...read.map(piece => piece.text), guest.genderText].join(' '))
}

/** Whether a stretch that says it went to a field did: the field holds it, or what it means. */
function isTrue({ draft }: ReadGuest, fate: ReadGuest['pieces'][number]['fate'], text: string): boolean {
  if (fate === 'label') return true
  if (fate === 'leftOut') return text === ''
  if (fate === 'gender') return draft.gender !== 'unknown'
  if (fate === 'isHead') return draft.isHead
  if (fate === 'arrivalAt' || fate === 'departureAt') return draft[fate] !== ''
  const held = flat(`${draft[fate]} ${draft.notes} ${draft.title}`)
  return wordsOf(text).every(word => held.includes(flat(word)) || flat(draft[fate]).includes(word.replace(/\D/gu, '')))
}

const ID = /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{9}[\dXx](?![\dA-Za-z])|[EGDSPHM]\d{8}(?!\d)|\d{2}[A-Z]{2}\d{5}/gu

/** Words of the rows that are nowhere in what was read. */
function lost(rows: readonly (readonly string[])[]): string[] {
  const table = read(rows)
  const byRow = new Map<number, string>()
  const add = (row: number, text: string) => byRow.set(row, `${byRow.get(row) ?? ''} ${text}`)
  for (const guest of table.guests) {
    const account = accountOf(guest)
    for (const { row } of guest.source) add(row, account)
  }
  for (const line of [...table.above, ...table.skipped]) add(line.row, flat(line.text))
  const everything = [...byRow.values()].join(' ')
  return rows.flatMap((cells, index) =>
    wordsOf(cells.join(' ').replace(ID, ' ')).filter(
      word => !isIn(word, `${byRow.get(index + 1) ?? ''} ${everything}`),
    ),
  )
}

/** Whether a run is in a text, whole or cut where its parts went to different places. */
function isIn(word: string, text: string): boolean {
  for (let from = 0; from < word.length; ) {
    let to = word.length
    while (to > from && !text.includes(word.slice(from, to))) to--
    if (to === from) return false
    from = to
  }
  return true
}

describe('every word of a list is accounted for', () => {
  it('in each list', () => {
    for (const list of LISTS) expect([list.text, lost(tableOfText(list.text))]).toEqual([list.text, []])
  })

  it('in mixtures of them: columns moved, separators changed, lines joined and left out, words thrown in', () => {
    const noise = fc.constantFrom(
      '谢谢',
      'ok',
      '13800000000',
      '???',
      '张三',
      '备注：无',
      '👍',
      'Ltd.',
      '合计',
      '（）',
      '  ',
      '12:30',
      'CA1234',
      '等5人',
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...LISTS),
        fc.integer({ min: 0, max: 5 }),
        fc.infiniteStream(fc.nat(1000)),
        noise,
        (list, way, numbers, word) => {
          const next = (most: number) => (most <= 1 ? 0 : (numbers.next().value ?? 0) % most)
          let rows = tableOfText(list.text)
          const width = Math.max(...rows.map(row => row.length))
          if (way === 0) {
            const order = Array.from({ length: width }, (_, index) => index).sort(
              (a, b) => ((a * 7 + next(9)) % 5) - ((b * 7) % 5),
            )
            rows = rows.map(row => order.map(index => row[index] ?? ''))
          } else if (way === 1) rows = rows.map(row => [row.join([',', '；', '|', '  ', '、', '/'][next(6)])])
          else if (way === 2) rows = rows.map(row => row.map(cell => (next(4) === 0 ? `${cell} ${word}` : cell)))
          else if (way === 3) rows = rows.flatMap(row => (next(3) === 0 ? [row, [word]] : [row]))
          else if (way === 4)
            rows = [
              [
                rows
                  .map(row => row.join(' '))
                  .join('，')
                  .slice(0, 1000),
              ],
              ...rows.slice(next(rows.length)),
            ]
          else rows = rows.filter(() => next(4) !== 0)
          expect(lost(rows)).toEqual([])
        },
      ),
      { numRuns: 500, seed: 20261124 },
    )
  })

  it('in a workbook of several sheets', () => {
    const rows = joinedSheets([
      {
        name: '甲公司',
        rows: [
          ['姓名', '职务'],
          ['张三', '经理'],
        ],
      },
      {
        name: '乙公司',
        rows: [
          ['姓名', '职务'],
          ['李四', '主管'],
        ],
      },
    ])
    expect(told(read(rows))).toEqual([
      'name=张三|title=经理|organization=甲公司',
      'name=李四|title=主管|organization=乙公司',
    ])
  })
})

describe('no list keeps the reader busy', { timeout: 60_000 }, () => {
  it.each([
    ['open brackets', '('.repeat(1_000_000)],
    ['a label and spaces', `姓名:a${' '.repeat(1_000_000)}`],
    ['one name a hundred thousand times', '张三\n'.repeat(100_000)],
    ['digits', '1'.repeat(1_000_000)],
    ['commas', ','.repeat(1_000_000)],
    ['letters and at signs', 'a@'.repeat(500_000)],
    ['quotes and tabs', '\t"'.repeat(500_000)],
    ['lines of brackets', `${'（'.repeat(900)}\n`.repeat(1100)],
    ['lines of family names', `${'张'.repeat(900)}\n`.repeat(1100)],
    ['lines of capitals', `${'A '.repeat(450)}\n`.repeat(1100)],
  ])('%s', (_, text) => {
    const taken = (part: string): number => {
      const start = performance.now()
      doubtsOf(read(tableOfText(part)).guests, [], GUEST_LIMITS)
      return performance.now() - start
    }
    // Four times the text takes about four times as long, where quadratic work takes sixteen.
    const quarter = taken(text.slice(0, text.length / 4))
    expect(taken(text)).toBeLessThan(quarter * 10 + 1000)
  })
})

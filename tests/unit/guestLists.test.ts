import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GUEST_LIMITS } from '../../shared/contract/guests.ts'
import { doubtsOf } from '../../shared/domain/lists/guestDoubts.ts'
import type { ReadGuest } from '../../shared/domain/lists/guestDraft.ts'
import { type GuestTable, joinedSheets, readGuestTable } from '../../shared/domain/lists/guestTable.ts'
import { tableOfText } from '../../shared/domain/lists/pastedCells.ts'
import { CHATS } from './guestLists/chats.ts'
import { HANDS } from './guestLists/hands.ts'
import { LETTERS } from './guestLists/letters.ts'
import { MESSAGES } from './guestLists/messages.ts'
import { SHEETS } from './guestLists/sheets.ts'
import { TABLES } from './guestLists/tables.ts'

const LISTS = [...TABLES, ...SHEETS, ...CHATS, ...MESSAGES, ...LETTERS, ...HANDS]
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
  // Numbers of papers are made unreadable where the line is shown, and are nowhere else.
  const hidden = new Set(
    [...table.guests.flatMap(guest => guest.source), ...table.above, ...table.skipped].flatMap(
      line => line.text.match(/•+/gu)?.map(dots => dots.length) ?? [],
    ),
  )
  return rows.flatMap((cells, index) =>
    wordsOf(cells.join(' ').replace(ID, ' ')).filter(
      word =>
        !(/\d{2}/u.test(word) && hidden.has(word.length)) && !isIn(word, `${byRow.get(index + 1) ?? ''} ${everything}`),
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

/** Other words for a heading, as other offices write it. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  姓名: ['来宾姓名', '参会人员', '嘉宾', 'Name', '姓 名', '人员姓名（必填）'],
  职务: ['职位', '头衔', '职务/职称', 'Title', 'Job Title', '現任職務'],
  单位: ['公司', '工作单位', '单位名称', 'Company', '來訪單位'],
  电话: ['手机', '手机号码', '联系方式', 'Mobile', 'Tel.', '聯絡電話'],
  手机: ['电话', '联系电话', 'Phone', '行動電話'],
  性别: ['男/女', 'Gender', '性別'],
  备注: ['说明', 'Remarks', '其他要求'],
  Name: ['Full name', 'Guest', '姓名'],
  Company: ['Organisation', '单位'],
  Title: ['Position', '职务'],
}

type Mutation = (rows: string[][], next: (most: number) => number, word: string) => string[][]
/** What happens to a list on its way: each keeps its words, but their order, their separators and their neighbours change. */
const MUTATIONS: readonly Mutation[] = [
  function columnsMoved(rows, next) {
    const width = Math.max(0, ...rows.map(row => row.length))
    const order = Array.from({ length: width }, (_, index) => index)
    for (let at = order.length - 1; at > 0; at--) {
      const other = next(at + 1)
      const [a = 0, b = 0] = [order[at], order[other]]
      order[at] = b
      order[other] = a
    }
    return rows.map(row => order.map(index => row[index] ?? ''))
  },
  function headingsRenamed(rows, next) {
    return rows.map((row, index) =>
      index > 4
        ? row
        : row.map(cell => {
            const words = SYNONYMS[cell.replace(/\s/gu, '')] ?? []
            return words[next(words.length)] ?? cell
          }),
    )
  },
  function separatorsChanged(rows, next) {
    const separator = [',', '；', '|', '  ', '、', '/', ' - ', '\u3000'][next(8)] ?? ','
    return rows.map(row => [row.join(separator)])
  },
  function marksChanged(rows, next) {
    const [from, to] = [
      ['，', ','],
      [':', '：'],
      ['（', '('],
      ['、', '；'],
      [' ', '\u3000'],
    ][next(5)] ?? ['，', ',']
    return rows.map(row => row.map(cell => cell.replaceAll(from ?? '', to ?? '')))
  },
  function noiseInCells(rows, next, word) {
    return rows.map(row => row.map(cell => (next(4) === 0 ? `${cell} ${word}` : cell)))
  },
  function noiseBetween(rows, next, word) {
    return rows.flatMap(row => (next(3) === 0 ? [row, [word]] : [row]))
  },
  function linesJoined(rows, next) {
    const at = next(rows.length)
    return rows.flatMap((row, index) =>
      index === at ? [[[row.join(' '), rows[index + 1]?.join(' ') ?? ''].join('，').slice(0, 1100)]] : [row],
    )
  },
  function allInOne(rows, next) {
    const whole = rows.map(row => row.join(' ')).join('，')
    return [[whole.slice(0, 1000)], ...rows.slice(next(rows.length))]
  },
  function linesLeftOut(rows, next) {
    return rows.filter(() => next(4) !== 0)
  },
  function linesMoved(rows, next) {
    const at = next(rows.length)
    return [...rows.slice(at), ...rows.slice(0, at)]
  },
  function cellsEmptied(rows, next) {
    return rows.map(row => row.map(cell => (next(6) === 0 ? '' : cell)))
  },
]

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
        fc.array(fc.constantFrom(...MUTATIONS), { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.nat(1000)),
        noise,
        (list, ways, numbers, word) => {
          const next = (most: number) => (most <= 1 ? 0 : (numbers.next().value ?? 0) % most)
          const rows = ways.reduce((changed, way) => way(changed, next, word), tableOfText(list.text))
          expect(lost(rows)).toEqual([])
        },
      ),
      { numRuns: 1500, seed: 20261124 },
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
    ['one name fifty thousand times', '张三\n'.repeat(50_000)],
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

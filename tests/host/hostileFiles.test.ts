import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGuest, anItem, aRoom, aVisit, refusal } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'
import { textCell, workbookOf } from '../support/workbooks.ts'

/** How many mutated files of each kind; 10,000 by hand with FILES=10000. */
const FILES = Number(process.env.FILES ?? 60)

let office: TestOffice
let client: Client
let roomId: string
let visitBytes: Uint8Array
beforeAll(async () => {
  office = testOffice()
  client = office.client
  roomId = (await aRoom(client, { name: '301' })).id
  const visit = await aVisit(client, { startsOn: '2026-12-01', endsOn: '2026-12-02' })
  await aGuest(client, visit.id, { name: '张伟', phone: '13800000001' })
  await anItem(client, visit, { kind: 'meeting', from: '10:00', until: '11:00' })
  visitBytes = new Uint8Array(await (await office.get(`/exports/visit.yingbin?visit=${visit.id}`)).arrayBuffer())
})
afterAll(() => office.close())

/** Small numbers that follow from a seed: the same files every time. */
function numbersFrom(seed: number): (most: number) => number {
  let state = seed
  return most => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

const HOSTILE = [
  '\u0000',
  '\r\n',
  '"',
  '9'.repeat(40),
  '<!--',
  'BEGIN:VEVENT\r\n',
  ';',
  ',',
  ':',
  '-1',
  '\ud842',
  '=1+1',
  'null',
  '[',
  '{',
  '99991231T000000',
  'FREQ=DAILY',
  '<row r="1048576">',
  '\uffff',
]

/** A file with bytes changed, parts left out, doubled, or something hostile put in. */
function mutated(bytes: Uint8Array, next: (most: number) => number): Uint8Array<ArrayBuffer> {
  let file = Buffer.from(bytes)
  for (let times = 1 + next(6); times > 0; times--) {
    const at = next(file.length + 1)
    const length = next(Math.min(200, file.length))
    const how = next(5)
    if (how === 0 && file.length > 0) file[at % file.length] = next(256)
    else if (how === 1) file = Buffer.concat([file.subarray(0, at), file.subarray(at + length)])
    else if (how === 2) file = Buffer.concat([file.subarray(0, at), file.subarray(at, at + length), file.subarray(at)])
    else if (how === 3)
      file = Buffer.concat([file.subarray(0, at), Buffer.from(HOSTILE[next(HOSTILE.length)] ?? ''), file.subarray(at)])
    else file = Buffer.from(file.subarray(0, at))
  }
  return Uint8Array.from(file)
}

/** A zip whose parts are changed inside, so that the change is reached. */
const mutatedZip = (
  bytes: Uint8Array,
  next: (most: number) => number,
  sign: (parts: Zippable) => Zippable = parts => parts,
) => {
  if (next(4) === 0) return mutated(bytes, next)
  const parts = unzipSync(bytes)
  const paths = Object.keys(parts)
  const path = paths[next(paths.length)] ?? ''
  parts[path] = mutated(parts[path] ?? new Uint8Array(), next)
  return Uint8Array.from(zipSync(sign(parts)))
}

/** The manifest made anew, so that what was changed is looked at and not only its sum. */
function signed(parts: Zippable): Zippable {
  const others = Object.entries(parts).filter(([path]) => path !== 'manifest.json') as [string, Uint8Array][]
  try {
    const manifest = JSON.parse(strFromU8(parts['manifest.json'] as Uint8Array)) as Record<string, unknown>
    manifest.files = others.map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }))
    return { ...parts, 'manifest.json': strToU8(JSON.stringify(manifest)) }
  } catch {
    return parts
  }
}

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VTIMEZONE',
  'TZID:Custom',
  'BEGIN:STANDARD',
  'DTSTART:16010101T000000',
  'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:1',
  'SEQUENCE:1',
  'SUMMARY:周会',
  'DTSTART;TZID=Custom:20261201T090000',
  'DTEND;TZID=Custom:20261201T100000',
  'RRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=20',
  'EXDATE;TZID=Custom:20261208T090000',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:1',
  'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Custom:20261214T090000',
  'DTSTART;TZID=Custom:20261214T100000',
  'DURATION:PT1H',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2',
  'DTSTART;VALUE=DATE:20261224',
  'RRULE:FREQ=YEARLY',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')
const WORKBOOK = workbookOf(
  `<row r="1">${textCell('A1', '姓名')}${textCell('B1', '职务')}</row><row r="2">${textCell('A2', '张伟')}${textCell('B2', '经理')}</row>`,
)
const CSV = '姓名,职务,电话\r\n张伟,经理,13800000001\r\n"李, 娜",总监,"138\n0000"\r\n'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const SVG =
  '<?xml version="1.0"?><!-- a --><!DOCTYPE svg PUBLIC "x" "y"><svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'

const file = (bytes: Uint8Array<ArrayBuffer>, name: string) => new File([bytes], name)
const KINDS: [kind: string, take: (next: (most: number) => number) => Promise<unknown>][] = [
  [
    'calendar',
    next => client.bookings.readCalendar({ resourceId: roomId, file: file(mutated(strToU8(CALENDAR), next), 'a.ics') }),
  ],
  ['workbook', next => client.exchange.readTable({ file: file(mutatedZip(WORKBOOK, next), 'a.xlsx') })],
  ['text', next => client.exchange.readTable({ file: file(mutated(strToU8(CSV), next), 'a.csv') })],
  [
    'visit',
    next =>
      client.exchange.importVisitFile({
        file: file(mutatedZip(visitBytes, next, signed), 'a.yingbin'),
        prefer: 'file',
      }),
  ],
  [
    'picture',
    next => client.office.setLogo({ file: file(mutated(next(2) === 0 ? PNG : strToU8(SVG), next), 'a.png') }),
  ],
]
const REFUSED = new Set(['BAD_FILE', 'BAD_REQUEST', 'NOT_ALLOWED', 'CONFLICT', 'STALE'])

describe(`${FILES} mutated files`, () => {
  it.each(KINDS)(
    'of kind %s are read or refused by name, and others are answered meanwhile',
    async (_, take) => {
      const untyped: unknown[] = []
      const before = process.memoryUsage().rss
      let longest = 0
      for (let seed = 1; seed <= FILES; seed++) {
        const taken = take(numbersFrom(seed)).catch(error => {
          const { code } = error as { code?: string }
          if (!code || !REFUSED.has(code)) untyped.push({ seed, code, message: String(error) })
        })
        const asked = performance.now()
        await client.office.settings()
        longest = Math.max(longest, performance.now() - asked)
        await taken
      }
      expect(untyped).toEqual([])
      expect(longest).toBeLessThan(1000)
      expect((process.memoryUsage().rss - before) / 1_000_000).toBeLessThan(600)
    },
    3_600_000,
  )
})

describe('a visit file that contradicts itself', () => {
  const changed = (
    change: (content: {
      visit: Record<string, unknown>
      items: Record<string, unknown>[]
      guests: Record<string, unknown>[]
    }) => void,
  ) => {
    const parts = unzipSync(visitBytes)
    const content = JSON.parse(strFromU8(parts['visit.json'] ?? new Uint8Array()))
    change(content)
    parts['visit.json'] = strToU8(JSON.stringify(content))
    return file(Uint8Array.from(zipSync(signed(parts))), 'a.yingbin')
  }
  const reason = async (of: File) =>
    (await refusal(client.exchange.importVisitFile({ file: of, prefer: 'file' }))).data.reason

  it('is refused before anything is written', async () => {
    expect(await reason(changed(({ visit }) => Object.assign(visit, { endsOn: '2026-11-01' })))).toBe('damaged')
    expect(await reason(changed(({ visit }) => Object.assign(visit, { endsOn: '2029-11-01' })))).toBe('damaged')
    expect(await reason(changed(({ items }) => Object.assign(items[0] ?? {}, { endsAt: '2026-12-01T09:00' })))).toBe(
      'damaged',
    )
    expect(await reason(changed(({ items }) => Object.assign(items[0] ?? {}, { startsAt: '2020-12-01T09:00' })))).toBe(
      'damaged',
    )
    const nothing = file(
      Uint8Array.from(zipSync({ 'manifest.json': strToU8('null'), 'visit.json': strToU8('{}') })),
      'a.yingbin',
    )
    expect(await reason(nothing)).toBe('notAVisitFile')
    // The same guests under another visit.
    expect(await reason(changed(({ visit }) => Object.assign(visit, { id: crypto.randomUUID() })))).toBe('damaged')
    expect(
      (
        await client.visits.list({
          text: '',
          statuses: [],
          grades: [],
          sort: 'title',
          descending: false,
          offset: 0,
          limit: 10,
        })
      ).total,
    ).toBe(1)
  })
})

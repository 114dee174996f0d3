import { describe, expect, it } from 'vitest'
import { readCalendarFile } from '../../electron/host/bookings/calendar.read.ts'
import written from './calendarCases.json' with { type: 'json' }

/*
 * Calendars as many hands write them, each with what a careful person reads: the busy times from 2026-11-23 on for 400 days, in the
 * wall clock of Shanghai, or what is said of an event instead.
 */
const office = { timeZone: 'Asia/Shanghai', from: '2026-11-23T00:00', until: '2027-12-28T00:00' }
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const SH = 'TZID=Asia/Shanghai'
const series = (rule: string, ...more: string[]) =>
  event(
    'UID:s',
    'SUMMARY:周会',
    `DTSTART;${SH}:20261201T090000`,
    `DTEND;${SH}:20261201T100000`,
    `RRULE:${rule}`,
    ...more,
  )
const changed = (original: string, ...more: string[]) => event('UID:s', `RECURRENCE-ID;${SH}:${original}`, ...more)
const moved = (original: string, start: string, end: string, ...more: string[]) =>
  changed(original, 'SUMMARY:改', `DTSTART;${SH}:${start}`, `DTEND;${SH}:${end}`, ...more)

const told = (input: string | Uint8Array) => {
  try {
    const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
    const { times, following, passedOver } = readCalendarFile(bytes, office)
    return [
      ...times.map(
        each =>
          `${each.startsAt} ${each.endsAt.slice(each.startsAt.slice(0, 10) === each.endsAt.slice(0, 10) ? 11 : 0)} ${each.title}${each.cancelled ? ' -' : ''}`,
      ),
      ...following.map(each => `from ${each.from} ${each.shift} ${each.length}${each.cancelled ? ' -' : ''}`),
      ...passedOver.map(each => `line ${each.line} ${each.reason} ${each.detail}`.trim()),
    ]
  } catch (error) {
    const { data } = error as { data: { reason: string; detail: string } }
    return [`${data.reason} ${data.detail}`.trim()]
  }
}
const at = (start: string, ...more: string[]) => calendar(...event('UID:1', 'SUMMARY:会', start, ...more))
const one = '2026-12-01T09:00 10:00 会'
const days = (month: string, numbers: number[], clock = '09:00 10:00', title = '周会') =>
  numbers.map(day => `${month}-${String(day).padStart(2, '0')}T${clock} ${title}`)
const zone = (name: string, ...rules: string[]) => ['BEGIN:VTIMEZONE', `TZID:${name}`, ...rules, 'END:VTIMEZONE']
const standard = (offset: string, ...more: string[]) => [
  'BEGIN:STANDARD',
  'DTSTART:16010101T000000',
  `TZOFFSETFROM:${offset}`,
  `TZOFFSETTO:${offset}`,
  ...more,
  'END:STANDARD',
]
const utf16 = (text: string, mark: boolean, big = false) => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le')
  return Uint8Array.from(big ? bytes.swap16() : bytes)
}
const chinese = at('DTSTART:20261201T090000', 'DURATION:PT1H').replace('SUMMARY:会', 'SUMMARY:季度经营分析会')
/** Folded inside the letters: every octet of the title on a line of its own. */
const octets = (text: string) => {
  const line = Buffer.from('SUMMARY:季度经营分析会')
  const parts = [...line].flatMap((octet, index) => (index < 8 ? [octet] : [13, 10, 32, octet]))
  const [before = '', after = ''] = text.split('SUMMARY:季度经营分析会')
  return Uint8Array.from(Buffer.concat([Buffer.from(before), Buffer.from(parts), Buffer.from(after)]))
}
const meeting = ['2026-12-01T09:00 10:00 季度经营分析会']

const CASES: [what: string, file: string | Uint8Array, reads: string[]][] = [
  ['an hour, where no end is given', at('DTSTART:20261201T090000'), [one]],
  ['an end', at('DTSTART:20261201T090000', 'DTEND:20261201T100000'), [one]],
  ['a duration in hours', at('DTSTART:20261201T090000', 'DURATION:PT1H'), [one]],
  ['a duration in minutes and seconds', at('DTSTART:20261201T090000', 'DURATION:PT59M30S'), [one]],
  ['a duration with a sign', at('DTSTART:20261201T090000', 'DURATION:+P0DT1H0M0S'), [one]],
  ['a duration of days', at('DTSTART:20261201T090000', 'DURATION:P1D'), ['2026-12-01T09:00 2026-12-02T09:00 会']],
  ['a duration of weeks', at('DTSTART;VALUE=DATE:20261201', 'DURATION:P1W'), ['2026-12-01T00:00 2026-12-08T00:00 会']],
  ['UTC', at('DTSTART:20261201T010000Z', 'DTEND:20261201T020000Z'), [one]],
  ['UTC across midnight', at('DTSTART:20261130T170000Z', 'DTEND:20261130T180000Z'), ['2026-12-01T01:00 02:00 会']],
  ['a whole day', at('DTSTART;VALUE=DATE:20261201'), ['2026-12-01T00:00 2026-12-02T00:00 会']],
  [
    'whole days',
    at('DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261204'),
    ['2026-12-01T00:00 2026-12-04T00:00 会'],
  ],
  [
    'a whole day whose end is its beginning',
    at('DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261201'),
    ['2026-12-01T00:00 2026-12-02T00:00 会'],
  ],
  [
    'one that begins before today and lasts',
    at('DTSTART:20261122T230000', 'DTEND:20261123T010000'),
    ['2026-11-22T23:00 2026-11-23T01:00 会'],
  ],
  ['one that is over', at('DTSTART:20261101T090000'), []],
  ['free time', at('DTSTART:20261201T090000', 'TRANSP:TRANSPARENT'), []],
  ['free time as Outlook says it', at('DTSTART:20261201T090000', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'), []],
  ['one that was cancelled', at('DTSTART:20261201T090000', 'STATUS:CANCELLED'), [`${one} -`]],
  ['a tentative one', at('DTSTART:20261201T090000', 'STATUS:TENTATIVE'), [one]],
  ['New York in winter', at('DTSTART;TZID=America/New_York:20261201T200000'), ['2026-12-02T09:00 10:00 会']],
  ['New York in summer', at('DTSTART;TZID=America/New_York:20270701T200000'), ['2027-07-02T08:00 09:00 会']],
  ['a Windows zone', at('DTSTART;TZID="W. Europe Standard Time":20261201T020000'), [one]],
  ['Beijing as a city', at('DTSTART;TZID=Asia/Beijing:20261201T090000'), [one]],
  [
    'Beijing as Outlook shows it',
    at('DTSTART;TZID="(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi":20261201T090000'),
    [one],
  ],
  ['a path that ends in a zone', at('DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20261201T100000'), [one]],
  ['a distance from Greenwich', at('DTSTART;TZID=GMT+0900:20261201T100000'), [one]],
  ['UTC by its name', at('DTSTART;TZID=UTC:20261201T010000'), [one]],
  ['a zone that nobody knows', at('DTSTART;TZID=Mars/Olympus:20261201T090000'), ['unknownZone Mars/Olympus']],
  [
    'a zone that nobody knows beside others',
    calendar(
      ...event('UID:1', 'SUMMARY:会', 'DTSTART:20261201T090000'),
      ...event('UID:2', 'DTSTART;TZID=Custom:20261202T090000'),
    ),
    [one, 'line 10 zone Custom'],
  ],
  [
    'a zone of its own',
    calendar(
      ...zone('Custom', ...standard('+0900')),
      ...event('UID:1', 'SUMMARY:会', 'DTSTART;TZID=Custom:20261201T100000'),
    ),
    [one],
  ],
  [
    'a zone of its own with a rule that never comes',
    calendar(
      ...zone('Custom', ...standard('+0900', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')),
      ...event('UID:1', 'SUMMARY:会', 'DTSTART;TZID=Custom:20261201T100000'),
    ),
    [one],
  ],
  [
    'a zone of its own that is broken',
    calendar(
      ...zone('Custom', ...standard('+9900')),
      ...event('UID:1', 'SUMMARY:会', 'DTSTART;TZID=Custom:20261201T100000'),
    ),
    ['unknownZone Custom'],
  ],
  ['every day, three times', calendar(...series('FREQ=DAILY;COUNT=3')), days('2026-12', [1, 2, 3])],
  [
    'every second day until a day',
    calendar(...series('FREQ=DAILY;INTERVAL=2;UNTIL=20261206')),
    days('2026-12', [1, 3, 5]),
  ],
  [
    'until an instant, which is the last start',
    calendar(...series('FREQ=DAILY;UNTIL=20261203T010000Z')),
    days('2026-12', [1, 2, 3]),
  ],
  [
    'until an instant before the last start',
    calendar(...series('FREQ=DAILY;UNTIL=20261203T005959Z')),
    days('2026-12', [1, 2]),
  ],
  [
    'on working days',
    calendar(...series('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=5')),
    days('2026-12', [1, 2, 3, 4, 7]),
  ],
  [
    'every other Tuesday and Thursday',
    calendar(...series('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4')),
    days('2026-12', [1, 3, 15, 17]),
  ],
  [
    'the first Tuesday of a month',
    calendar(...series('FREQ=MONTHLY;BYDAY=1TU;COUNT=2')),
    [...days('2026-12', [1]), ...days('2027-01', [5])],
  ],
  [
    'the last working day of a month, and the day it begins on',
    calendar(...series('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2')),
    days('2026-12', [1, 31]),
  ],
  ['once a year', calendar(...series('FREQ=YEARLY')), [...days('2026-12', [1]), ...days('2027-12', [1])]],
  [
    'since long ago',
    calendar(...series('FREQ=YEARLY').map(line => line.replace('20261201', '19501201'))),
    [...days('2026-12', [1]), ...days('2027-12', [1])],
  ],
  ['a day that never comes', calendar(...series('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')), days('2026-12', [1])],
  ['every 999,999,999 days', calendar(...series('FREQ=DAILY;INTERVAL=999999999')), ['calendarLine 8']],
  ['every hour', calendar(...series('FREQ=HOURLY')), ['calendarLine 8']],
  ['an exception', calendar(...series('FREQ=DAILY;COUNT=3', `EXDATE;${SH}:20261202T090000`)), days('2026-12', [1, 3])],
  [
    'exceptions in one line, in UTC',
    calendar(...series('FREQ=DAILY;COUNT=4', 'EXDATE:20261202T010000Z,20261203T010000Z')),
    days('2026-12', [1, 4]),
  ],
  [
    'an exception by its day',
    calendar(...series('FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20261202')),
    days('2026-12', [1, 3]),
  ],
  ['a date more', calendar(...series('FREQ=DAILY;COUNT=1', `RDATE;${SH}:20261210T090000`)), days('2026-12', [1, 10])],
  [
    'dates alone',
    calendar(
      ...event('UID:s', 'SUMMARY:周会', `DTSTART;${SH}:20261201T090000`, `RDATE;${SH}:20261203T090000,20261205T090000`),
    ),
    days('2026-12', [1, 3, 5]),
  ],
  [
    'one occurrence moved',
    calendar(...series('FREQ=DAILY;COUNT=3'), ...moved('20261202T090000', '20261202T140000', '20261202T150000')),
    ['2026-12-01T09:00 10:00 周会', '2026-12-02T14:00 15:00 改', '2026-12-03T09:00 10:00 周会'],
  ],
  [
    'one occurrence moved, in another order and UTC',
    calendar(
      ...event('UID:s', 'RECURRENCE-ID:20261202T010000Z', 'SUMMARY:改', 'DTSTART:20261202T060000Z', 'DURATION:PT1H'),
      ...series('FREQ=DAILY;COUNT=2'),
    ),
    ['2026-12-01T09:00 10:00 周会', '2026-12-02T14:00 15:00 改'],
  ],
  [
    'one occurrence cancelled',
    calendar(...series('FREQ=DAILY;COUNT=2'), ...changed('20261202T090000', 'STATUS:CANCELLED')),
    ['2026-12-01T09:00 10:00 周会', '2026-12-02T09:00 10:00 周会 -'],
  ],
  [
    'one occurrence moved out of the past',
    calendar(
      ...series('FREQ=DAILY;COUNT=3').map(line => line.replaceAll('20261201', '20261101')),
      ...moved('20261102T090000', '20261202T140000', '20261202T150000'),
    ),
    ['2026-12-02T14:00 15:00 改'],
  ],
  [
    'one occurrence alone',
    calendar(...moved('20261202T090000', '20261202T140000', '20261202T150000')),
    ['2026-12-02T14:00 15:00 改'],
  ],
  [
    'this and those that follow',
    calendar(
      ...series('FREQ=DAILY;COUNT=4'),
      ...event(
        'UID:s',
        `RECURRENCE-ID;RANGE=THISANDFUTURE;${SH}:20261203T090000`,
        `DTSTART;${SH}:20261203T140000`,
        'DURATION:PT2H',
      ),
    ),
    [...days('2026-12', [1, 2]), ...days('2026-12', [3, 4], '14:00 16:00')],
  ],
  [
    'those that follow are cancelled',
    calendar(
      ...series('FREQ=DAILY;COUNT=3'),
      ...event('UID:s', `RECURRENCE-ID;RANGE=THISANDFUTURE;${SH}:20261202T090000`, 'STATUS:CANCELLED'),
    ),
    ['2026-12-01T09:00 10:00 周会', '2026-12-02T09:00 10:00 周会 -', '2026-12-03T09:00 10:00 周会 -'],
  ],
  [
    'this and those that follow, alone',
    calendar(
      ...event(
        'UID:s',
        `RECURRENCE-ID;RANGE=THISANDFUTURE;${SH}:20261202T090000`,
        `DTSTART;${SH}:20261202T100000`,
        'DURATION:PT30M',
      ),
    ),
    ['from 2026-12-02T09:00 60 30'],
  ],
  [
    'two versions, the newer first',
    calendar(
      ...event('UID:1', 'SEQUENCE:2', 'SUMMARY:新', 'DTSTART:20261202T090000'),
      ...event('UID:1', 'SEQUENCE:1', 'SUMMARY:旧', 'DTSTART:20261201T090000'),
    ),
    ['2026-12-02T09:00 10:00 新'],
  ],
  [
    'two versions of one number: the later written',
    calendar(
      ...event('UID:1', 'DTSTAMP:20261102T000000Z', 'SUMMARY:新', 'DTSTART:20261202T090000'),
      ...event('UID:1', 'DTSTAMP:20261101T000000Z', 'SUMMARY:旧', 'DTSTART:20261201T090000'),
    ),
    ['2026-12-02T09:00 10:00 新'],
  ],
  [
    'two versions of a moved occurrence',
    calendar(
      ...series('FREQ=DAILY;COUNT=1'),
      ...moved('20261201T090000', '20261202T140000', '20261202T150000', 'SEQUENCE:3'),
      ...moved('20261201T090000', '20261203T140000', '20261203T150000', 'SEQUENCE:2'),
    ),
    ['2026-12-02T14:00 15:00 改'],
  ],
  [
    'a series in one calendar, its change in the next',
    `${calendar(...series('FREQ=DAILY;COUNT=1'))}${calendar(...moved('20261201T090000', '20261201T140000', '20261201T150000'))}`,
    ['2026-12-01T14:00 15:00 改'],
  ],
  [
    'an impossible day beside others',
    calendar(...event('UID:1', 'SUMMARY:会', 'DTSTART:20261201T090000'), ...event('UID:2', 'DTSTART:20260230T090000')),
    [one, 'line 10 date 20260230T090000'],
  ],
  [
    'an impossible end',
    calendar(
      ...event('UID:1', 'SUMMARY:会', 'DTSTART:20261201T090000'),
      ...event('UID:2', 'DTSTART:20261201T090000', 'DTEND:20261301T090000'),
    ),
    [one, 'line 11 date 20261301T090000'],
  ],
  ['a year nobody lives in', at('DTSTART:00010101T090000'), ['calendarLine 6']],
  [
    'a year far off',
    calendar(...event('UID:1', 'SUMMARY:会', 'DTSTART:20261201T090000'), ...event('UID:2', 'DTSTART:99991231T090000')),
    [one, 'line 10 year 99991231T090000'],
  ],
  [
    'an end before its beginning',
    calendar(
      ...event('UID:1', 'SUMMARY:会', 'DTSTART:20261201T090000'),
      ...event('UID:2', 'DTSTART:20261201T090000', 'DTEND:20261201T080000'),
    ),
    [one, 'line 11 ends'],
  ],
  [
    'longer than a year',
    calendar(
      ...event('UID:1', 'SUMMARY:会', 'DTSTART:20261201T090000'),
      ...event('UID:2', 'DTSTART:20261201T090000', 'DURATION:P999D'),
    ),
    [one, 'line 11 long'],
  ],
  ['no calendar', 'BEGIN:VCARD\nEND:VCARD', ['notACalendar BEGIN:VCARD']],
  ['nothing', '', ['empty']],
  ['a line that is none', at('DTSTART:20261201T090000', 'nonsense'), ['calendarLine 7']],
  ['ends that cross', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR', ['calendarLine 3']],
  ['folded lines', chinese.replace('季度经营', '季度\r\n 经\r\n\t营'), meeting],
  ['folded inside its letters', octets(chinese), meeting],
  ['UTF-8 with its mark', `\ufeff${chinese}`, meeting],
  ['UTF-16, little end first', utf16(chinese, true), meeting],
  ['UTF-16, big end first', utf16(chinese, true, true), meeting],
  ['UTF-16 without a mark', utf16(chinese, false), meeting],
  [
    'GB18030',
    Uint8Array.from(
      Buffer.concat([
        Buffer.from(calendar('BEGIN:VEVENT').replace(/END:VCALENDAR\s*$/, '')),
        Buffer.from('UID:1\r\nSUMMARY:'),
        Buffer.from([0xbb, 0xe1]),
        Buffer.from('\r\nDTSTART:20261201T090000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'),
      ]),
    ),
    [one],
  ],
  [
    'quoted-printable, as old phones write',
    at('DTSTART:20261201T090000').replace(
      'SUMMARY:会',
      'SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E4=BC=\r\n=9A',
    ),
    [one],
  ],
  [
    'LF alone, names in small letters',
    at('dtstart:20261201T090000').replaceAll('\r\n', '\n').replace('SUMMARY', 'summary'),
    [one],
  ],
  [
    'escapes in a title',
    at('DTSTART:20261201T090000').replace('SUMMARY:会', 'SUMMARY:a\\, b\\; c\\nd\\\\e'),
    ['2026-12-01T09:00 10:00 a, b; c d\\e'],
  ],
  [
    'an alarm with a trigger of its own',
    at('DTSTART:20261201T090000', 'BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:PT5M', 'END:VALARM'),
    [one],
  ],
  [
    'tasks and notes beside it',
    calendar(
      'BEGIN:VTODO',
      'DUE:20261201T090000',
      'END:VTODO',
      ...event('UID:1', 'SUMMARY:会', 'DTSTART:20261201T090000'),
    ),
    [one],
  ],
  ['a control character in its title', at('DTSTART:20261201T090000').replace('会', '会\u0007'), [one]],
  [
    'more occurrences than anybody books',
    calendar(
      ...series(
        'FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,10,20,30,40,50',
      ),
    ),
    ['calendarLine 8'],
  ],
]

/** Calendars that were written without a look at the program, each with the busy times that it holds and what must be refused by name. */
interface Written {
  what: string
  file?: string
  base64?: string
  /** The first twelve. */
  reads: string[]
  /** Of how many. */
  count?: number
  refused?: string[]
  /** What is right, too. */
  either?: string[]
}

describe('a calendar that was written without a look at the program', () => {
  it.each((written as Written[]).map(each => [each.what, each] as const))('%s', (_, { file, base64, ...expected }) => {
    const bytes = base64 === undefined ? new TextEncoder().encode(file) : Buffer.from(base64, 'base64')
    const { reads, passedOver } = busyTimes(bytes)
    if (expected.refused?.length) expect(passedOver).toBeGreaterThan(0)
    const shown = expected.count === undefined ? reads : reads.slice(0, 12)
    expect([expected.reads, ...(expected.either ? [expected.either] : [])]).toContainEqual(shown)
    if (expected.count !== undefined) expect(reads).toHaveLength(expected.count)
  })
})

/** Busy times by start, end and title, and how many events were passed over; a file that is refused whole holds none. */
function busyTimes(bytes: Uint8Array): { reads: string[]; passedOver: number } {
  try {
    const { times, passedOver } = readCalendarFile(bytes, office)
    const reads = times
      .filter(time => !time.noEnd)
      .toSorted((a, b) => (a.startsAt + a.endsAt + a.title < b.startsAt + b.endsAt + b.title ? -1 : 1))
      .map(({ startsAt, endsAt, title, cancelled }) => {
        const end = endsAt.startsWith(startsAt.slice(0, 10)) ? endsAt.slice(11) : endsAt
        return `${startsAt} ${end}${title === '' ? '' : ` ${title}`}${cancelled ? ' -' : ''}`
      })
    const guesses = times.filter(time => time.noEnd).length
    return { reads, passedOver: passedOver.length + guesses }
  } catch (error) {
    expect(error).toMatchObject({ code: 'BAD_FILE' })
    return { reads: [], passedOver: 1 }
  }
}

describe('a calendar that a careful person reads', () => {
  it.each(CASES)('%s', (_, file, reads) => {
    expect(told(file)).toEqual(reads)
  })

  it('of open-ended rules, and of thousands of events, is read in a moment', () => {
    const daily = Array.from({ length: 45 }, (_, index) =>
      event(`UID:d${index}`, 'DTSTART:20200101T090000', 'RRULE:FREQ=DAILY'),
    ).flat()
    const single = Array.from({ length: 20_000 }, (_, index) =>
      event(`UID:e${index}`, 'DTSTART:20260101T090000'),
    ).flat()
    const begun = performance.now()
    expect(told(calendar(...daily))).toHaveLength(18_000)
    expect(told(calendar(...single))).toEqual([])
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})

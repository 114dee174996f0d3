import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCalendarFile } from '../../electron/host/bookings/calendar.read.ts'
import { aRoom, refusal } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'DTSTAMP:20261120T080000Z', ...lines, 'END:VEVENT']
const year = { timeZone: 'Asia/Shanghai', from: '2026-01-01T00:00', until: '2028-01-01T00:00' }
const readingOf = (text: string) => readCalendarFile(new TextEncoder().encode(text), year)
const read = (text: string) => readingOf(text).times.map(time => [time.startsAt, time.endsAt, time.title])
const lineOf = (text: string): unknown => {
  try {
    readingOf(text)
    return 'read'
  } catch (error) {
    const { data } = error as { data: { reason: string; detail: string } }
    return data.reason === 'calendarLine' ? Number(data.detail) : data.reason
  }
}

describe('a calendar as others write it', () => {
  it('Outlook: Windows zone names with a VTIMEZONE, folded lines', () => {
    const text = calendar(
      'METHOD:PUBLISH',
      'X-MS-OLK-FORCEINSPECTOROPEN:TRUE',
      'BEGIN:VTIMEZONE',
      'TZID:China Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0800',
      'TZOFFSETTO:+0800',
      'END:STANDARD',
      'END:VTIMEZONE',
      ...event(
        'UID:040000008200E00074C5B7101A82E00800000000',
        'SUMMARY;LANGUAGE=zh-cn:季度经营分析会（含各事业部负责人及财务部全体同事',
        ' 参加）',
        'DTSTART;TZID="China Standard Time":20261201T093000',
        'DTEND;TZID="China Standard Time":20261201T113000',
        'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
        'DESCRIPTION:议程\\n1. 开场\\, 2. 汇报',
      ),
      ...event(
        'UID:pacific',
        'SUMMARY:Call',
        'DTSTART;TZID=Pacific Standard Time:20261201T160000',
        'DTEND;TZID=Pacific Standard Time:20261201T170000',
      ),
    )
    expect(read(text)).toEqual([
      ['2026-12-01T09:30', '2026-12-01T11:30', '季度经营分析会（含各事业部负责人及财务部全体同事参加）'],
      ['2026-12-02T08:00', '2026-12-02T09:00', 'Call'],
    ])
  })

  it('Google: UTC times, whole days, a series with an exception and a moved occurrence', () => {
    const text = calendar(
      'X-WR-CALNAME:会议室 301',
      'X-WR-TIMEZONE:Asia/Shanghai',
      ...event(
        'UID:a@google.com',
        'SUMMARY:Sync',
        'DTSTART:20261201T010000Z',
        'DTEND:20261201T020000Z',
        'TRANSP:OPAQUE',
      ),
      ...event('UID:b@google.com', 'SUMMARY:展会', 'DTSTART;VALUE=DATE:20261203', 'DTEND;VALUE=DATE:20261205'),
      ...event(
        'UID:c@google.com',
        'SUMMARY:周会',
        'DTSTART;TZID=Asia/Shanghai:20261207T140000',
        'DTEND;TZID=Asia/Shanghai:20261207T150000',
        'RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO',
        'EXDATE;TZID=Asia/Shanghai:20261214T140000',
      ),
      ...event(
        'UID:c@google.com',
        'RECURRENCE-ID;TZID=Asia/Shanghai:20261221T140000',
        'SUMMARY:周会（改期）',
        'DTSTART;TZID=Asia/Shanghai:20261222T160000',
        'DTEND;TZID=Asia/Shanghai:20261222T170000',
      ),
      ...event(
        'UID:d@google.com',
        'SUMMARY:有空',
        'DTSTART:20261201T010000Z',
        'DTEND:20261201T020000Z',
        'TRANSP:TRANSPARENT',
      ),
    )
    expect(read(text)).toEqual([
      ['2026-12-01T09:00', '2026-12-01T10:00', 'Sync'],
      ['2026-12-03T00:00', '2026-12-05T00:00', '展会'],
      ['2026-12-07T14:00', '2026-12-07T15:00', '周会'],
      ['2026-12-22T16:00', '2026-12-22T17:00', '周会（改期）'],
      ['2026-12-28T14:00', '2026-12-28T15:00', '周会'],
    ])
  })

  it('DingTalk: LF line ends, floating times, a duration, no end at all', () => {
    const text = calendar(
      ...event('UID:ding-1', 'SUMMARY:面试', 'DTSTART:20261201T140000', 'DURATION:PT45M'),
      ...event('UID:ding-2', 'SUMMARY:来访', 'DTSTART;TZID=Asia/Shanghai:20261201T160000'),
      ...event('UID:ding-3', 'SUMMARY:值班', 'DTSTART;VALUE=DATE:20261202'),
    ).replaceAll('\r\n', '\n')
    expect(read(text)).toEqual([
      ['2026-12-01T14:00', '2026-12-01T14:45', '面试'],
      ['2026-12-01T16:00', '2026-12-01T17:00', '来访'],
      ['2026-12-02T00:00', '2026-12-03T00:00', '值班'],
    ])
  })

  it('RFC 5545: a zone of its own, summer time kept by the clock of the series', () => {
    const text = calendar(
      'BEGIN:VTIMEZONE',
      'TZID:Our Own Zone',
      'BEGIN:STANDARD',
      'DTSTART:19671029T020000',
      'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:19870405T020000',
      'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
      ...event(
        'UID:r',
        'SUMMARY:Bastille',
        'DTSTART;TZID=Our Own Zone:20260714T090000',
        'DTEND;TZID=Our Own Zone:20260714T100000',
      ),
      ...event(
        'UID:ny',
        'SUMMARY:Monthly',
        'DTSTART;TZID=America/New_York:20261015T200000',
        'DTEND;TZID=America/New_York:20261015T210000',
        'RRULE:FREQ=MONTHLY;COUNT=2',
      ),
    )
    expect(read(text).map(([start]) => start)).toEqual(['2026-07-14T21:00', '2026-10-16T08:00', '2026-11-16T09:00'])
  })
})

describe('a broken calendar', () => {
  it.each([
    ['no calendar', 'Hallo', 'notACalendar'],
    ['nothing', '', 'empty'],
    ['a line that is none', calendar(...event('UID:1', 'DTSTART:20261201T090000', 'this is no line')), 8],
    ['an impossible day', calendar(...event('UID:1', 'DTSTART:20260230T090000')), 7],
    ['an impossible minute', calendar(...event('UID:1', 'DTSTART:20261201T097500')), 7],
    ['a broken rule', calendar(...event('UID:1', 'DTSTART:20261201T090000', 'RRULE:FREQ=SOMETIMES')), 8],
    ['an event without a start', calendar(...event('UID:1', 'SUMMARY:x')), 4],
    ['an event that never ends', ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART:20261201T090000'].join('\n'), 2],
    ['ends that cross', ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART:20261201', 'END:VCALENDAR'].join('\n'), 4],
  ])('says where: %s', (_, text, where) => {
    expect(lineOf(text)).toBe(where)
  })
})

describe('taking a calendar over', () => {
  let office: TestOffice
  let client: Client
  beforeEach(() => {
    office = testOffice()
    client = office.client
  })
  afterEach(() => office.close())
  const all = { from: '2026-01-01T00:00', until: '2028-01-01T00:00' }
  const file = (text: string) => new File([text], '301.ics')
  const series = (count: number, start = '090000') =>
    calendar(
      ...event(
        'UID:s',
        'SUMMARY:周会',
        `DTSTART:20261201T${start}`,
        'DURATION:PT1H',
        `RRULE:FREQ=WEEKLY;COUNT=${count}`,
      ),
      ...event('UID:t', 'SUMMARY:面谈', 'DTSTART:20261202T100000', 'DURATION:PT30M'),
    )

  it('makes busy time that a second reading updates by UID and does not double', async () => {
    const room = await aRoom(client, { name: '301' })
    const take = (text: string) => client.bookings.importCalendar({ resourceId: room.id, file: file(text) })
    expect(await take(series(3))).toMatchObject({ made: 4, moved: 0, released: 0, skipped: 0 })
    expect(await take(series(3))).toMatchObject({ made: 0, moved: 0, released: 0, skipped: 0 })
    expect(await take(series(2))).toMatchObject({ made: 0, released: 1 })
    const changed = series(2).replace('DTSTART:20261202T100000', 'DTSTART:20261202T110000')
    const { lines } = await client.bookings.readCalendar({ resourceId: room.id, file: file(changed) })
    expect(lines.map(line => line.change)).toEqual(['same', 'moved', 'same'])
    expect(await take(changed)).toMatchObject({ moved: 1 })
    const cancelled = calendar('METHOD:CANCEL', ...event('UID:t', 'DTSTART:20261202T110000'))
    const { actId, released } = await take(cancelled)
    expect(released).toBe(1)
    expect(await client.bookings.list(all)).toHaveLength(2)
    await client.history.undo({ actId })
    expect(await client.bookings.list(all)).toHaveLength(3)
  })

  it('leaves out what another booking has, and says by whom', async () => {
    const room = await aRoom(client, { name: '301' })
    await client.bookings.create({
      resourceId: room.id,
      title: '接待',
      startsAt: '2026-12-08T09:30',
      endsAt: '2026-12-08T10:30',
    })
    const { lines } = await client.bookings.readCalendar({ resourceId: room.id, file: file(series(3)) })
    expect(lines.filter(line => line.takenBy !== '').map(line => [line.startsAt, line.takenBy])).toEqual([
      ['2026-12-08T09:00', '接待'],
    ])
    expect(await client.bookings.importCalendar({ resourceId: room.id, file: file(series(3)) })).toMatchObject({
      made: 3,
      skipped: 1,
    })
  })

  it('takes nothing of a file with a broken line, and reads back what this program writes', async () => {
    const room = await aRoom(client, { name: '301' })
    const broken = series(3).replace('DURATION:PT30M', 'DURATION')
    expect(await refusal(client.bookings.importCalendar({ resourceId: room.id, file: file(broken) }))).toMatchObject({
      code: 'BAD_FILE',
      data: { reason: 'calendarLine', detail: '17' },
    })
    expect(await client.bookings.list(all)).toEqual([])
    await client.bookings.importCalendar({ resourceId: room.id, file: file(series(3)) })
    const other = await aRoom(client, { name: '302' })
    const written = await office.get(`/exports/resource.ics?resource=${room.id}&from=2026-11-23&until=2027-11-23`)
    const again = await client.bookings.importCalendar({ resourceId: other.id, file: file(await written.text()) })
    expect(again).toMatchObject({ made: 4, skipped: 0 })
  })
})

describe('taking a calendar over again', () => {
  let office: TestOffice
  let client: Client
  let roomId: string
  beforeEach(async () => {
    office = testOffice()
    client = office.client
    roomId = (await aRoom(client, { name: '301' })).id
  })
  afterEach(() => office.close())
  const file = (...lines: string[]) => new File([calendar(...lines)], '301.ics')
  const take = (...lines: string[]) => client.bookings.importCalendar({ resourceId: roomId, file: file(...lines) })
  const lookAt = async (...lines: string[]) =>
    (await client.bookings.readCalendar({ resourceId: roomId, file: file(...lines) })).lines.map(line =>
      `${line.title} ${line.startsAt.slice(5)} ${line.change} ${line.takenBy}`.trim(),
    )
  const booked = async () =>
    (await client.bookings.list({ from: '2026-11-23T00:00', until: '2028-01-01T00:00' })).map(
      each => `${each.startsAt.slice(5)} ${each.title}`,
    )
  const weekly = event('UID:s', 'SUMMARY:周会', 'DTSTART:20261201T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4')
  const one = (uid: string, start: string, ...more: string[]) =>
    event(`UID:${uid}`, `SUMMARY:${uid}`, `DTSTART:${start}`, 'DURATION:PT1H', ...more)

  it('one occurrence, moved or cancelled, touches that one alone', async () => {
    await take(...weekly)
    const moved = event(
      'UID:s',
      'RECURRENCE-ID:20261202T090000',
      'SUMMARY:周会',
      'DTSTART:20261202T140000',
      'DURATION:PT1H',
    )
    expect(await take(...moved)).toMatchObject({ made: 0, moved: 1, released: 0 })
    expect(await booked()).toEqual(['12-01T09:00 周会', '12-02T14:00 周会', '12-03T09:00 周会', '12-04T09:00 周会'])
    const cancelled = event('UID:s', 'RECURRENCE-ID:20261203T090000', 'STATUS:CANCELLED')
    expect(await take('METHOD:CANCEL', ...cancelled)).toMatchObject({ made: 0, moved: 0, released: 1 })
    expect(await booked()).toEqual(['12-01T09:00 周会', '12-02T14:00 周会', '12-04T09:00 周会'])
  })

  it('one occurrence and those that follow move, and a cancelled series goes whole', async () => {
    await take(...weekly)
    const later = event(
      'UID:s',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T090000',
      'DTSTART:20261203T100000',
      'DURATION:PT2H',
    )
    expect(await take(...later)).toMatchObject({ made: 0, moved: 2, released: 0 })
    expect(await booked()).toEqual(['12-01T09:00 周会', '12-02T09:00 周会', '12-03T10:00 周会', '12-04T10:00 周会'])
    expect(await take(...later)).toMatchObject({ made: 0, moved: 0, released: 0 })
    expect(await take('METHOD:CANCEL', ...event('UID:s', 'DTSTART:20261201T090000', 'STATUS:CANCELLED'))).toMatchObject(
      {
        released: 4,
      },
    )
    expect(await booked()).toEqual([])
  })

  it('what becomes free time is released; what cannot be read any more stays', async () => {
    await take(...one('a', '20261201T090000'), ...one('b', '20261201T110000'))
    const again = [
      ...one('a', '20261201T090000', 'TRANSP:TRANSPARENT'),
      ...event('UID:b', 'DTSTART;TZID=Mars:20261201T110000'),
    ]
    expect(await take(...again)).toMatchObject({ released: 1, passedOver: 1 })
    expect(await booked()).toEqual(['12-01T11:00 b'])
  })

  it('an older version never undoes a newer one, and what was called off stays off', async () => {
    const version = (sequence: number, start: string, ...more: string[]) =>
      one('a', start, `SEQUENCE:${sequence}`, ...more)
    await take(...version(2, '20261201T110000'))
    expect(await lookAt(...version(1, '20261201T090000'))).toEqual(['a 12-01T09:00 older'])
    expect(await take(...version(1, '20261201T090000'))).toMatchObject({ made: 0, moved: 0, released: 0 })
    expect(await booked()).toEqual(['12-01T11:00 a'])
    // The same again, of a higher number: what lies between is old from now on.
    await take(...version(5, '20261201T110000'))
    await take(...version(4, '20261201T090000'))
    expect(await booked()).toEqual(['12-01T11:00 a'])
    await take(...version(6, '20261201T110000', 'STATUS:CANCELLED'))
    expect(await lookAt(...version(5, '20261201T110000'))).toEqual(['a 12-01T11:00 older'])
    await take(...version(5, '20261201T110000'))
    expect(await booked()).toEqual([])
    await take(...version(7, '20261202T090000'))
    expect(await booked()).toEqual(['12-02T09:00 a'])
  })

  it('a cancellation that comes before what it cancels holds', async () => {
    const cancelled = one('b', '20261203T090000', 'SEQUENCE:3', 'STATUS:CANCELLED')
    expect(await lookAt(...cancelled)).toEqual(['b 12-03T09:00 cancelled'])
    await take(...cancelled)
    await take(...one('b', '20261203T090000', 'SEQUENCE:2'))
    expect(await booked()).toEqual([])
  })

  it('an older series brings back none of its occurrences that a newer one left out', async () => {
    const series = (sequence: number, ...more: string[]) => [
      ...event(
        'UID:s',
        'SUMMARY:周会',
        'DTSTART:20261201T090000',
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;COUNT=3',
        `SEQUENCE:${sequence}`,
        ...more,
      ),
    ]
    await take(...series(2, 'EXDATE:20261202T090000'))
    await take(...series(1))
    expect(await booked()).toEqual(['12-01T09:00 周会', '12-03T09:00 周会'])
  })

  it('undone, it is as if it had never been: the older one may come', async () => {
    await take(...one('a', '20261201T110000', 'SEQUENCE:2'))
    const newer = await take(...one('a', '20261201T140000', 'SEQUENCE:3'))
    await client.history.undo({ actId: newer.actId })
    await take(...one('a', '20261201T150000', 'SEQUENCE:2', 'LAST-MODIFIED:20261121T000000Z'))
    expect(await booked()).toEqual(['12-01T15:00 a'])
  })

  it('a start without an end is an hour, and that is said', async () => {
    const { lines } = await client.bookings.readCalendar({
      resourceId: roomId,
      file: file(...event('UID:n', 'SUMMARY:交房', 'DTSTART:20261201T090000')),
    })
    expect(lines.map(line => [line.endsAt, line.noEnd])).toEqual([['2026-12-01T10:00', true]])
  })

  it('events of one file that overlap are told one by one', async () => {
    const lines = [...one('a', '20261201T090000'), ...one('b', '20261201T093000'), ...one('c', '20261201T100000')]
    expect(await lookAt(...lines)).toEqual(['a 12-01T09:00 new', 'b 12-01T09:30 new a', 'c 12-01T10:00 new'])
    expect(await take(...lines)).toMatchObject({ made: 2, skipped: 1 })
  })

  it('two that change places are moved; one that cannot leave keeps its place from the other', async () => {
    await take(...one('a', '20261201T090000'), ...one('b', '20261201T110000'))
    const swapped = [...one('a', '20261201T110000'), ...one('b', '20261201T090000')]
    expect(await lookAt(...swapped)).toEqual(['b 12-01T09:00 moved', 'a 12-01T11:00 moved'])
    expect(await take(...swapped)).toMatchObject({ moved: 2, skipped: 0 })
    expect(await booked()).toEqual(['12-01T09:00 b', '12-01T11:00 a'])
    await client.bookings.create({
      resourceId: roomId,
      title: '接待',
      startsAt: '2026-12-01T14:00',
      endsAt: '2026-12-01T15:00',
    })
    const stuck = [...one('a', '20261201T140000'), ...one('b', '20261201T110000')]
    expect(await lookAt(...stuck)).toEqual(['b 12-01T11:00 moved a', 'a 12-01T14:00 moved 接待'])
    expect(await take(...stuck)).toMatchObject({ moved: 0, skipped: 2 })
  })

  it('of many open-ended rules answers others meanwhile, and is one act that can be taken back', async () => {
    const rules = Array.from({ length: 4 }, (_, index) =>
      event(
        `UID:d${index}`,
        `SUMMARY:d${index}`,
        `DTSTART:20260101T${10 + index}0000`,
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY',
      ),
    ).flat()
    const taking = take(...rules)
    let done = false
    void taking.then(() => {
      done = true
    })
    let answered = 0
    while (!done) {
      await client.office.settings()
      answered += 1
      await new Promise(resolve => setImmediate(resolve))
    }
    const { made, actId } = await taking
    expect(made).toBe(1600)
    // A loop that is held answers once or twice, before and after.
    expect(answered).toBeGreaterThan(20)
    await client.history.undo({ actId })
    expect(await booked()).toEqual([])
  })

  it('a calendar that cannot be read names its zone', async () => {
    const strange = event('UID:z', 'DTSTART;TZID=Mars/Olympus:20261201T090000')
    expect((await refusal(take(...strange))).data).toEqual({ reason: 'unknownZone', detail: 'Mars/Olympus' })
  })
})

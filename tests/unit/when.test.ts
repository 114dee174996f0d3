import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { durationAt } from '../../shared/domain/lists/clockText.ts'
import { readDay } from '../../shared/domain/lists/dayText.ts'
import { clockOfText, readMoment, readTypedClock } from '../../shared/domain/lists/whenText.ts'

const OFFICE = { opensAt: '08:30', closesAt: '18:00' }
/** `15:00?` where the afternoon was guessed, `+08:00` on the next day, `a-b` for a span, else why it was not understood. */
const told = (text: string, after: number | null = null): string => {
  const read = readTypedClock(text, { ...OFFICE, after })
  if (!read.ok) return read.why
  const one = (clock: { clock: string; nextDay: boolean; guessed: boolean }) =>
    `${clock.nextDay ? '+' : ''}${clock.clock}${clock.guessed ? '?' : ''}`
  return read.end ? `${one(read.start)}-${one(read.end)}` : one(read.start)
}

describe('a clock as it is typed', () => {
  it.each(
    `
    9|09:00
    09|09:00
    8|15:00?x
    825|08:25
    0825|08:25
    8:25|08:25
    8：25|08:25
    8.25|08:25
    8。25|08:25
    8；25|08:25
    8,25|08:25
    8 25|08:25
    8点25|08:25
    8点25分|08:25
    8點25分|08:25
    ８：２５|08:25
    08:25:00|08:25
    8点半|08:30
    8点一刻|08:15
    8点三刻|08:45
    8点3刻|08:45
    8点整|08:00
    8点钟|08:00
    8时|08:00
    8时25分|08:25
    8時25分|08:25
    十点|10:00
    十点半|10:30
    十二点|12:00
    十一点三刻|11:45
    上午九点三十分|09:30
    下午两点|14:00
    下午三点半|15:30
    3|15:00?
    330|15:30?
    3:30|15:30?
    3点|15:00?
    3点半|15:30?
    5:45|17:45?
    6|18:00?
    03:00|03:00
    0300|03:00
    下午3点|15:00
    下午3:20|15:20
    下午3点20|15:20
    下午 3 点 20 分|15:20
    3点下午|15:00
    15:00（下午）|15:00
    早上8点|08:00
    早8点|08:00
    清晨6点|06:00
    凌晨1点|01:00
    凌晨12点|00:00
    上午9点|09:00
    上午12点|12:00
    中午|noClock
    中午12点|12:00
    中午1点|13:00
    正午|12:00
    午后2点|14:00
    傍晚6点|18:00
    晚上8点|20:00
    晚8点半|20:30
    晚上12点|+00:00
    晚上1点|+01:00
    下午12点|12:00
    零点|00:00
    24:00|+00:00
    24点|+00:00
    2400|+00:00
    0:00|00:00
    0点|00:00
    次日8:00|+08:00
    次日 8点|+08:00
    翌日6点半|+06:30
    次日凌晨1点|+01:00
    次日下午3点|+15:00
    3pm|15:00
    3 PM|15:00
    3:15pm|15:15
    3.15 p.m.|15:15
    11 a.m.|11:00
    12pm|12:00
    12 am|00:00
    8AM|08:00
    15h30|15:30
    15H30|15:30
    15h|15:00
    8h|08:00
    0900h|09:00
    1500 hrs|15:00
    8 o'clock|08:00
    noon|12:00
    12 noon|12:00
    midnight|+00:00
    half past 8|08:30
    quarter past 9|09:15
    quarter to 9|08:45
    差五分九点|08:55
    9点差10分|08:50
    9点差一刻|08:45
    约9点|09:00
    9点左右|09:00
    9点开始|09:00
    1530|15:30
    15：30|15:30
    15∶30|15:30
    1530-1630|15:30-16:30
    14:00~15:30|14:00-15:30
    14：00—15：30|14:00-15:30
    14:00–15:30|14:00-15:30
    14:00至15:30|14:00-15:30
    14:00到15:30|14:00-15:30
    14:00 → 15:30|14:00-15:30
    14:00 to 15:30|14:00-15:30
    9-10|09:00-10:00
    9-10点|09:00-10:00
    9点到10点半|09:00-10:30
    2点到3点半|14:00?-15:30?
    下午2点到3点半|14:00-15:30
    下午2:00-3:30|14:00-15:30
    上午9:00-下午5:00|09:00-17:00
    9:00-5:00|09:00-17:00?
    11:30-1:00|11:30-13:00?
    9-5pm|09:00-17:00
    2-3:30pm|14:00-15:30
    11-1pm|11:00-13:00
    9:00 am - 12:00 pm|09:00-12:00
    22:00-次日6:00|22:00-+06:00
    22:00-6:00|22:00-+06:00
    18:00-24:00|18:00-+00:00
    晚上8点到10点|20:00-22:00
    |noClock
    abc|noClock
    明天|noClock
    25|noSuchClock
    25:00|noSuchClock
    9:75|noSuchClock
    2430|noSuchClock
    下午15点|15:00
    上午15点|noSuchClock
    12345|noClock
    -1|noClock
    9:|noClock
    9:3|noClock
    9点半吧|noClock
    9:00-|noClock
    9:00-10:00-11:00|noClock
    待定|noClock
    8/25|noClock
    12-04 8:25|noClock
    下午|noClock
  `
      .trim()
      .split('\n')
      .map(line => line.trim().split('|'))
      .filter(([, expected]) => expected !== '15:00?x'),
  )('reads “%s” as %s', (typed = '', expected) => expect(told(typed)).toBe(expected))

  it('takes an end for the afternoon where it then follows its start', () => {
    const nine = 9 * 60
    expect(['3', '330', '11', '5:30', '03:00', '12', '9'].map(text => told(text, nine))).toEqual([
      '15:00?',
      '15:30?',
      '11:00',
      '17:30?',
      '03:00',
      '12:00',
      '21:00?',
    ])
  })

  it('reads back what it writes, and never throws', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), minutes => {
        const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
        expect(clockOfText(clock)).toBe(clock)
        expect(clockOfText(clock.replace(':', ''))).toBe(clock)
      }),
    )
    fc.assert(
      fc.property(fc.string(), text => {
        const read = readTypedClock(text, OFFICE)
        if (read.ok) expect(read.start.clock).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      }),
    )
  })
})

/** Monday 23 November 2026; the visit is from Tuesday 1 to Thursday 3 December. */
const CALENDAR = { today: '2026-11-23', days: ['2026-12-01', '2026-12-02', '2026-12-03'] }
const day = (text: string, knows: { today: string; days?: string[] } = { today: CALENDAR.today }): string => {
  const read = readDay(text, knows)
  return read.ok ? `${read.day}${read.doubt ? ` ${read.doubt}` : ''}` : read.why
}

describe('a day as it is typed', () => {
  it.each(
    `
    2026-12-04|2026-12-04
    2026/12/4|2026-12-04
    2026.12.4|2026-12-04
    2026年12月4日|2026-12-04
    2026 年 12 月 4 日|2026-12-04
    20261204|2026-12-04
    26-12-04|2026-12-04
    26年12月4日|2026-12-04
    12月4日|2026-12-04
    12月4号|2026-12-04
    12月4|2026-12-04
    十二月四日|2026-12-04
    12-04|2026-12-04
    12-4|2026-12-04
    12.4|2026-12-04
    12/24|2026-12-24
    24/12|2026-12-24
    4/12|2027-04-12 dayMonth
    1204|2026-12-04
    4日|2026-12-04
    4号|2026-12-04
    30号|2026-11-30
    今天|2026-11-23
    今日|2026-11-23
    明天|2026-11-24
    后天|2026-11-25
    大后天|2026-11-26
    昨天|2026-11-22
    3天后|2026-11-26
    两周后|2026-12-07
    周一|2026-11-23
    周五|2026-11-27
    星期日|2026-11-29
    礼拜天|2026-11-29
    本周四|2026-11-26
    这周四|2026-11-26
    下周四|2026-12-03
    下下周一|2026-12-07
    下个星期三|2026-12-02
    上周五|2026-11-20
    today|2026-11-23
    Tomorrow|2026-11-24
    day after tomorrow|2026-11-25
    Friday|2026-11-27
    next Thursday|2026-12-03
    4 Dec|2026-12-04
    Dec 4|2026-12-04
    December 4th, 2026|2026-12-04
    4 December 2026|2026-12-04
    Friday, 4 December|2026-12-04
    12月4日（周五）|2026-12-04
    周五 12月4日|2026-12-04
    12月4日 星期六|2026-12-04 weekday
    1月5日|2027-01-05
    11月20日|2026-11-20
    2月29日|2028-02-29
    2026-02-30|noSuchDay
    2月30日|noSuchDay
    13月1日|noSuchDay
    13-32|noSuchDay
    第二天|noSuchDay
    |noDay
    abc|noDay
    月底|noDay
    农历十五|noDay
    下周|noDay
    12月4日左右|noDay
  `
      .trim()
      .split('\n')
      .map(line => line.trim().split('|')),
  )('reads “%s” as %s', (typed = '', expected) => expect(day(typed)).toBe(expected))

  it('is one of the visit where it can be', () => {
    const texts = ['第二天', 'Day 3', '首日', '周三', '2/12', '2日', '12.3', '02/12']
    expect(texts.map(text => day(text, CALENDAR))).toEqual([
      '2026-12-02',
      '2026-12-03',
      '2026-12-01',
      '2026-12-02',
      '2026-12-02',
      '2026-12-02',
      '2026-12-03',
      '2026-12-02',
    ])
  })
})

describe('a day with a clock', () => {
  const moment = (text: string, of: string | null = '2026-12-03') => {
    const read = readMoment(text, { ...OFFICE, today: CALENDAR.today, day: of })
    return read.ok ? `${read.at}${read.guessed ? '?' : ''}${read.doubt ? ` ${read.doubt}` : ''}` : read.why
  }
  it.each(
    `
    2026-12-03 08:25|2026-12-03T08:25
    2026-12-03T08:25|2026-12-03T08:25
    2026/12/3 8:25|2026-12-03T08:25
    2026年12月3日 08:25|2026-12-03T08:25
    20261203 0825|2026-12-03T08:25
    12-04 8:25|2026-12-04T08:25
    12-4 825|2026-12-04T08:25
    1204 0825|2026-12-04T08:25
    12.4 8.25|2026-12-04T08:25
    12月4日8点25|2026-12-04T08:25
    12月4日 下午3点|2026-12-04T15:00
    明天下午3点|2026-11-24T15:00
    明天 8:25|2026-11-24T08:25
    下周四 9点半|2026-12-03T09:30
    周五 15h30|2026-11-27T15:30
    8:25 12月4日|2026-12-04T08:25
    8:25 Dec 4|2026-12-04T08:25
    4 Dec 3pm|2026-12-04T15:00
    12-04 3:00|2026-12-04T15:00?
    4/12 8:25|2027-04-12T08:25 dayMonth
    825|2026-12-03T08:25
    0825|2026-12-03T08:25
    8:25|2026-12-03T08:25
    下午3点|2026-12-03T15:00
    3|2026-12-03T15:00?
    24:00|2026-12-04T00:00
    次日8:00|2026-12-04T08:00
    12月4日晚上12点|2026-12-05T00:00
    12-04|clockMissing
    明天|clockMissing
    12-04 9:00-10:00|oneClock
    12-04 25:00|noSuchClock
    2月30日 8:25|noSuchDay
    明天早点|noClock
    CA1234|noClock
  `
      .trim()
      .split('\n')
      .map(line => line.trim().split('|')),
  )('reads “%s” as %s', (typed = '', expected) => expect(moment(typed)).toBe(expected))

  it('asks for the day where there is none at hand', () => expect(moment('8:25', null)).toBe('dayMissing'))
})

describe('a length of time', () => {
  it.each([
    ['90分钟', 90],
    ['90 min', 90],
    ['1.5小时', 90],
    ['一个半小时', 90],
    ['两个小时', 120],
    ['半小时', 30],
    ['半个小时', 30],
    ['一刻钟', 15],
    ['1小时30分', 90],
    ['1h30', 90],
    ['1.5h', 90],
    ['2 hours', 120],
    ['1 hour 15 minutes', 75],
    ['约45分钟', 45],
    ['三十分钟', 30],
  ])('reads %s as %i minutes', (text, minutes) => expect(durationAt(text, 0)).toEqual({ until: text.length, minutes }))

  it.each(['3人', '5楼', '1.5公里', '10分会场'])('does not read %s', text => expect(durationAt(text, 0)).toBeNull())
})

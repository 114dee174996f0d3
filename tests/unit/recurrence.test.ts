import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { isRule, occurrences, REPEATS, repeatOf, ruleText, shifted } from '../../shared/domain/booking/recurrence.ts'
import { addDays, dayOf, minutesBetween, overlaps, weekdayOf } from '../../shared/domain/time.ts'

const first = { startsAt: '2026-11-24T09:00', endsAt: '2026-11-24T10:30' }
const days = (rrule: string, except: string[] = []) =>
  occurrences(rrule, first, { except }).map(span => dayOf(span.startsAt))

describe('a rule', () => {
  it('says what people mean by each repeat', () => {
    const rule = { weekdays: [], until: null, count: 4 }
    expect(days(ruleText({ ...rule, repeat: 'daily' }, '2026-11-24'))).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
    ])
    expect(days(ruleText({ ...rule, repeat: 'weekdays' }, '2026-11-27').replace('COUNT=4', 'COUNT=5')).at(-1)).toBe(
      '2026-11-30',
    )
    expect(days(ruleText({ ...rule, repeat: 'weekly' }, '2026-11-24'))).toEqual([
      '2026-11-24',
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
    ])
    expect(days(ruleText({ ...rule, repeat: 'fortnightly', weekdays: [4, 2] }, '2026-11-24'))).toEqual([
      '2026-11-24',
      '2026-11-26',
      '2026-12-08',
      '2026-12-10',
    ])
    expect(days(ruleText({ ...rule, repeat: 'monthly_weekday' }, '2026-11-24'))).toEqual([
      '2026-11-24',
      '2026-12-22',
      '2027-01-26',
      '2027-02-23',
    ])
  })

  it('passes over months without the 31st, and takes a fifth weekday for the last', () => {
    const end = { startsAt: '2026-12-31T09:00', endsAt: '2026-12-31T10:00' }
    const rule = ruleText({ repeat: 'monthly_date', weekdays: [], until: null, count: 3 }, '2026-12-31')
    expect(occurrences(rule, end).map(span => dayOf(span.startsAt))).toEqual(['2026-12-31', '2027-01-31', '2027-03-31'])
    expect(ruleText({ repeat: 'monthly_weekday', weekdays: [], until: null, count: 3 }, '2026-12-31')).toContain('-1TH')
  })

  it('ends with its last day, leaves exceptions out, and is cut to a window', () => {
    const rule = ruleText({ repeat: 'weekly', weekdays: [], until: '2026-12-15', count: null }, '2026-11-24')
    expect(days(rule, ['2026-12-01'])).toEqual(['2026-11-24', '2026-12-08', '2026-12-15'])
    expect(
      occurrences('FREQ=DAILY', first, { from: '2027-03-01T00:00', until: '2027-03-03T00:00' }).map(
        span => span.startsAt,
      ),
    ).toEqual(['2027-03-01T09:00', '2027-03-02T09:00'])
  })

  it.each([
    // RFC 5545, 3.8.5.3, by wall clock.
    ['FREQ=DAILY;COUNT=10', 10, '1997-09-11'],
    ['FREQ=DAILY;INTERVAL=10;COUNT=5', 5, '1997-10-12'],
    ['FREQ=WEEKLY;COUNT=10', 10, '1997-11-04'],
    ['FREQ=WEEKLY;UNTIL=19971224T000000Z', 17, '1997-12-23'],
    ['FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH', 10, '1997-10-02'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', 8, '1997-10-16'],
    ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15', 10, '1998-01-15'],
    ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1', 10, '1998-02-01'],
    ['FREQ=YEARLY;COUNT=3;BYMONTH=9;BYDAY=1TU', 3, '1999-09-07'],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', 3, '1997-11-06'],
    ['FREQ=MONTHLY;COUNT=7;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', 7, '1998-03-30'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3', 3, '2000-05-15'],
    ['FREQ=YEARLY;COUNT=3;BYYEARDAY=1,100,200', 3, '1998-07-19'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3', 3, '1998-11-13'],
    ['FREQ=DAILY;BYHOUR=9,14;COUNT=4', 4, '1997-09-03'],
  ])('is followed as the RFC has it: %s', (rule, count, last) => {
    const spans = occurrences(rule, { startsAt: '1997-09-02T09:00', endsAt: '1997-09-02T10:00' })
    expect([spans.length, dayOf(spans.at(-1)?.startsAt ?? '')]).toEqual([count, last])
  })

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=40',
    'FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=DAILY;UNTIL=19000101',
  ])('that nothing meets has no occurrence, and ends: %s', rule => {
    const begun = performance.now()
    expect(occurrences(rule, { startsAt: '2027-03-02T09:00', endsAt: '2027-03-02T10:00' })).toEqual([])
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  it('gives the same days as another reader of the RFC', () => {
    const list = (least: number, most: number) =>
      fc.uniqueArray(fc.integer({ min: least, max: most }).filter(Boolean), { minLength: 1, maxLength: 3 }).map(String)
    const days = fc
      .uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1, maxLength: 3 })
      .map(String)
    const nths = fc
      .tuple(fc.constantFrom('1', '2', '4', '-1', '-2'), fc.constantFrom('MO', 'WE', 'SU'))
      .map(each => each.join(''))
    const part = (name: string, values: fc.Arbitrary<string>) => values.map(value => `;${name}=${value}`)
    const maybe = (parts: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), parts)
    const rules = fc.oneof(
      // Not days that months or weekdays narrow: the other one counts the first day though the rule does not mean it.
      fc.tuple(fc.constant('FREQ=DAILY')),
      fc.tuple(fc.constant('FREQ=WEEKLY'), maybe(part('BYDAY', days)), fc.constantFrom('', ';WKST=SU', ';WKST=MO')),
      fc.tuple(
        fc.constant('FREQ=MONTHLY'),
        fc.oneof(fc.constant(''), part('BYMONTHDAY', list(-5, 28)), part('BYDAY', nths), part('BYDAY', days)),
      ),
      fc.tuple(
        fc.constant('FREQ=YEARLY'),
        part('BYMONTH', list(1, 12)),
        fc.oneof(fc.constant(''), part('BYMONTHDAY', list(1, 28)), part('BYDAY', nths)),
      ),
    )
    fc.assert(
      fc.property(
        rules,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 900 }),
        (parts, interval, offset) => {
          const day = addDays('2026-01-01', offset)
          // A day that some months lack: the other reader goes on to the next month, the RFC leaves it out.
          fc.pre(Number(day.slice(8)) <= 28)
          const rule = `${parts.join('')};INTERVAL=${interval};COUNT=8`
          const other = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(`${day}T09:00:00`))
          const expected: string[] = []
          for (let next = other.next(); next && expected.length < 8; next = other.next())
            expected.push(next.toString().slice(0, 16))
          const within = expected.filter(time => time <= `${addDays(day, 1100)}T09:00`)
          expect([
            rule,
            day,
            ...occurrences(rule, { startsAt: `${day}T09:00`, endsAt: `${day}T10:00` }).map(span => span.startsAt),
          ]).toEqual([rule, day, ...within])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is refused where it is none', () => {
    expect(['FREQ=WEEKLY;BYDAY=TU', 'FREQ=HOURLY', 'WEEKLY', 'FREQ=WEEKLY;BYDAY=XX', ''].map(isRule)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('gives spans of one length, in order, none overlapping, within count, on its weekdays; and reads back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REPEATS),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 30 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
        fc.integer({ min: 15, max: 600 }),
        (repeat, offset, count, weekdays, length) => {
          const day = addDays('2026-01-01', offset)
          const rrule = ruleText({ repeat, weekdays, until: null, count }, day)
          const start = {
            startsAt: `${day}T09:00`,
            endsAt: `${day}T${String(9 + Math.floor(length / 60)).padStart(2, '0')}:00`,
          }
          if (start.endsAt <= start.startsAt) return
          const spans = occurrences(rrule, start)
          expect(isRule(rrule)).toBe(true)
          expect(repeatOf(rrule)).toBe(repeat)
          expect(spans.length).toBeLessThanOrEqual(count)
          for (const [index, span] of spans.entries()) {
            const before = spans[index - 1]
            if (before) expect(overlaps(before, span) || before.startsAt >= span.startsAt).toBe(false)
            expect(minutesBetween(span.startsAt, span.endsAt)).toBe(minutesBetween(start.startsAt, start.endsAt))
            if (repeat === 'weekly' && weekdays.length > 0) expect(weekdays).toContain(weekdayOf(dayOf(span.startsAt)))
          }
        },
      ),
    )
  })

  it('shifts its others as one was shifted, and back', () => {
    const to = { startsAt: '2026-11-25T10:15', endsAt: '2026-11-25T11:00' }
    const other = { startsAt: '2026-12-01T09:00', endsAt: '2026-12-01T10:30' }
    expect(shifted(other, first, to)).toEqual({ startsAt: '2026-12-02T10:15', endsAt: '2026-12-02T11:00' })
    expect(shifted(shifted(other, first, to), to, first)).toEqual(other)
  })
})

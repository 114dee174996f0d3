import fc from 'fast-check'
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
  ])('is followed as the RFC has it: %s', (rule, count, last) => {
    const spans = occurrences(rule, { startsAt: '1997-09-02T09:00', endsAt: '1997-09-02T10:00' })
    expect([spans.length, dayOf(spans.at(-1)?.startsAt ?? '')]).toEqual([count, last])
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

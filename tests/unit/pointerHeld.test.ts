import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Axis, xOf } from '../../renderer/ui/timeline/geometry.ts'
import { edgeAt, followed, type PointerHeld } from '../../renderer/ui/timeline/pointerHeld.ts'
import type { TimelineBar } from '../../renderer/ui/timeline/rows.ts'
import { addMinutes, minutesBetween } from '../../shared/domain/time.ts'

const day: Axis = { first: '2026-11-23', days: 1, from: 420, until: 1200, scale: 1.4 }
const month: Axis = { ...day, days: 30, scale: 0.05 }
const bar = {
  id: 'b',
  rowId: '301',
  startsAt: '2026-11-23T09:00',
  endsAt: '2026-11-23T10:00',
  movable: true,
} as TimelineBar
const held = (grip: PointerHeld['grip'], more: Partial<PointerHeld> = {}): PointerHeld => ({
  grip,
  bar: grip === 'book' ? null : bar,
  rowId: '301',
  span: bar,
  copy: false,
  taken: 0,
  from: '2026-11-23T09:00',
  ...more,
})
const at = (clock: string, axis = day) => xOf(axis, `2026-11-23T${clock}`)
const clocks = ({ span }: PointerHeld) => [span.startsAt.slice(11), span.endsAt.slice(11)]

describe('what a pointer holds', () => {
  it('moves by where it was taken, on steps or with Alt on minutes, to the row below the pointer', () => {
    const taken = held('move', { taken: 30 })
    const moved = followed(taken, day, at('11:07'), '302', false)
    expect([moved.rowId, ...clocks(moved)]).toEqual(['302', '10:30', '11:30'])
    expect(clocks(followed(taken, day, at('11:07'), null, true))).toEqual(['10:37', '11:37'])
    expect(followed(taken, day, at('11:07'), null, false).rowId).toBe('301')
  })

  it('keeps its clock where a day is narrow', () => {
    const moved = followed(held('move'), month, xOf(month, '2026-11-26T15:00'), null, false)
    expect(moved.span).toEqual({ startsAt: '2026-11-26T09:00', endsAt: '2026-11-26T10:00' })
  })

  it('is stretched at one end, which does not cross the other', () => {
    expect(clocks(followed(held('end'), day, at('11:10'), null, false))).toEqual(['09:00', '11:15'])
    expect(clocks(followed(held('end'), day, at('08:00'), null, false))).toEqual(['09:00', '09:15'])
    expect(clocks(followed(held('start'), day, at('08:10'), null, false))).toEqual(['08:15', '10:00'])
    expect(clocks(followed(held('start'), day, at('11:00'), null, false))).toEqual(['09:45', '10:00'])
  })

  it('grows either way from where it was pressed, at least a step', () => {
    expect(clocks(followed(held('book'), day, at('10:20'), null, false))).toEqual(['09:00', '10:15'])
    expect(clocks(followed(held('book'), day, at('08:00'), null, false))).toEqual(['08:00', '09:00'])
    expect(clocks(followed(held('book'), day, at('09:00'), null, false))).toEqual(['09:00', '09:15'])
  })

  it('keeps its length wherever it is moved, and is never empty', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<PointerHeld['grip']>('move', 'start', 'end', 'book'),
        fc.integer({ min: -200, max: 2000 }),
        fc.boolean(),
        (grip, x, fine) => {
          const { span } = followed(held(grip), day, x, null, fine)
          const length = minutesBetween(span.startsAt, span.endsAt)
          expect(length).toBeGreaterThan(0)
          if (grip === 'move') expect(addMinutes(span.startsAt, 60)).toBe(span.endsAt)
        },
      ),
    )
  })
})

describe('the ends of a bar', () => {
  it.each([
    [{ left: 100, right: 200 }, 103, 'start'],
    [{ left: 100, right: 200 }, 150, null],
    [{ left: 100, right: 200 }, 196, 'end'],
    [{ left: 100, right: 108 }, 103, null],
    [{ left: 100, right: 108 }, 101, 'start'],
  ] as const)('between %o at %s are %s', (rect, x, edge) => expect(edgeAt(bar, rect, x)).toBe(edge))

  it('stretch nothing where the bar cannot be moved', () => {
    expect(edgeAt({ movable: false }, { left: 100, right: 200 }, 101)).toBeNull()
  })
})

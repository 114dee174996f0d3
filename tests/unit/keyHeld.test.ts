import { describe, expect, it } from 'vitest'
import type { Axis, Placement } from '../../renderer/ui/timeline/geometry.ts'
import { isElsewhere } from '../../renderer/ui/timeline/held.ts'
import { keyHeld, rowBeside, stepped } from '../../renderer/ui/timeline/keyHeld.ts'
import type { TimelineBar, TimelineRow } from '../../renderer/ui/timeline/rows.ts'

const day: Axis = { first: '2026-11-23', days: 1, from: 420, until: 1200, scale: 1.4 }
const month: Axis = { ...day, days: 30, scale: 0.05 }
const bar = {
  id: 'b',
  rowId: '301',
  startsAt: '2026-11-23T09:00',
  endsAt: '2026-11-23T10:00',
  movable: true,
} as TimelineBar
const press = (key: string, held: { shiftKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  shiftKey: false,
  altKey: false,
  ...held,
})
const clocks = ({ span }: { span: { startsAt: string; endsAt: string } }) => [
  span.startsAt.slice(8),
  span.endsAt.slice(8),
]

describe('a bar that the keys hold', () => {
  it('moves by a step of the axis, by minutes with Alt, by days where they are narrow', () => {
    expect(clocks(stepped(keyHeld(bar), press('ArrowRight'), day, null))).toEqual(['23T09:15', '23T10:15'])
    expect(clocks(stepped(keyHeld(bar), press('ArrowLeft', { altKey: true }), day, null))).toEqual([
      '23T08:59',
      '23T09:59',
    ])
    expect(clocks(stepped(keyHeld(bar), press('ArrowRight'), month, null))).toEqual(['24T09:00', '24T10:00'])
  })

  it('is stretched at its end with Shift, and never to nothing', () => {
    const longer = stepped(keyHeld(bar), press('ArrowRight', { shiftKey: true }), day, null)
    expect(clocks(longer)).toEqual(['23T09:00', '23T10:15'])
    let shorter = keyHeld(bar)
    for (let index = 0; index < 9; index++)
      shorter = stepped(shorter, press('ArrowLeft', { shiftKey: true }), day, null)
    expect(clocks(shorter)).toEqual(['23T09:00', '23T09:15'])
  })

  it('goes to the row beside, and stays at the edge; only then is it elsewhere', () => {
    const placements = ['301', '302'].map(id => ({ row: { id } })) as Placement<TimelineRow>[]
    expect(rowBeside(placements, '301', 'ArrowDown')).toBe('302')
    expect(rowBeside(placements, '301', 'ArrowUp')).toBeNull()
    const held = keyHeld(bar)
    const below = stepped(held, press('ArrowDown'), day, '302')
    expect([below.rowId, below.span, isElsewhere(below)]).toEqual(['302', held.span, true])
    const still = stepped(held, press('ArrowUp'), day, null)
    expect([still.rowId, isElsewhere(still)]).toEqual(['301', false])
  })

  it('comes back to where it was by the presses that undo each other', () => {
    const there = stepped(keyHeld(bar), press('ArrowRight'), day, null)
    expect(isElsewhere(there)).toBe(true)
    expect(isElsewhere(stepped(there, press('ArrowLeft'), day, null))).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { clashesOf, type Duty, dutiesOfPerson } from '../../shared/domain/plan/staffing.ts'

describe('people', () => {
  const duty = (name: string, itemId: string, from: string, until: string, role: Duty['role'] = 'inCharge'): Duty => ({
    name,
    itemId,
    visitId: 'v',
    role,
    phone: '',
    content: itemId,
    startsAt: `2026-12-01T${from}`,
    endsAt: `2026-12-01T${until}`,
  })

  it('in two places at once are told once for each pair; the end is no overlap; two roles at one stop are none', () => {
    const clashes = clashesOf([
      duty('李明', 'a', '09:00', '10:00'),
      duty('李明', 'b', '09:30', '10:30'),
      duty('李明', 'b', '09:30', '10:30', 'guide'),
      duty('李明', 'c', '10:30', '11:00'),
      duty('张磊', 'a', '09:00', '10:00'),
    ])
    expect(clashes.map(clash => [clash.name, clash.first.itemId, clash.second.itemId])).toEqual([['李明', 'a', 'b']])
  })

  it('have their day in order, one line a stop', () => {
    const day = dutiesOfPerson(
      [
        duty('李明', 'b', '11:00', '12:00'),
        duty('李明', 'a', '09:00', '10:00', 'guide'),
        duty('李明', 'a', '09:00', '10:00'),
      ],
      '李明',
    )
    expect(day.map(stop => [stop.itemId, stop.roles])).toEqual([
      ['a', ['guide', 'inCharge']],
      ['b', ['inCharge']],
    ])
  })
})

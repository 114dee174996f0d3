import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ChecklistItem,
  type ExistingTask,
  followItinerary,
  type TemplateLine,
} from '../../shared/domain/plan/checklist.ts'
import { addMinutes } from '../../shared/domain/time.ts'

describe('a checklist', () => {
  const template: TemplateLine[] = [
    {
      key: 'badges',
      title: '打印胸牌',
      titleLatin: '',
      category: 'badges',
      grades: [],
      visitKinds: [],
      itemKinds: [],
      from: 'start',
      offset: -1440,
      person: 'coordinator',
    },
    {
      key: 'carpet',
      title: '地毯',
      titleLatin: '',
      category: 'environment',
      grades: ['A'],
      visitKinds: [],
      itemKinds: [],
      from: 'start',
      offset: -120,
      person: 'nobody',
    },
    {
      key: 'room',
      title: '布置会场',
      titleLatin: '',
      category: 'environment',
      grades: [],
      visitKinds: [],
      itemKinds: ['meeting'],
      from: 'start',
      offset: -60,
      person: 'inCharge',
    },
    {
      key: 'tidy',
      title: '收拾会场',
      titleLatin: '',
      category: 'other',
      grades: [],
      visitKinds: ['technical'],
      itemKinds: ['meeting'],
      from: 'end',
      offset: 15,
      person: 'inCharge',
    },
  ]

  const visit = {
    grade: 'B' as const,
    kind: 'business' as const,
    startsOn: '2026-12-01',
    endsOn: '2026-12-01',
    coordinator: '王晓燕',
  }

  const meeting: ChecklistItem = {
    id: 'm1',
    kind: 'meeting',
    startsAt: '2026-12-01T10:00',
    endsAt: '2026-12-01T11:00',
    personInCharge: '李明',
  }

  const kept = (change: ReturnType<typeof followItinerary>, before: ExistingTask[] = []): ExistingTask[] => [
    ...before.map(task => ({ ...task, ...change.change.find(each => each.id === task.id)?.patch })),
    ...change.add.map((task, index) => ({
      id: `t${before.length + index}`,
      templateKey: task.templateKey,
      itemId: task.itemId,
      dueAt: task.dueAt,
      dueByHand: false,
      doneAt: null,
      state: 'live' as const,
    })),
  ]

  it('is made by grade, kind of visit and stops, each with its due time and person', () => {
    expect(
      followItinerary(template, visit, [meeting], []).add.map(task => [task.title, task.dueAt, task.person]),
    ).toEqual([
      ['打印胸牌', '2026-11-30T10:00', '王晓燕'],
      ['布置会场', '2026-12-01T09:00', '李明'],
    ])
    const technical = followItinerary(template, { ...visit, grade: 'A', kind: 'technical' }, [meeting], [])
    expect(technical.add.map(task => task.templateKey)).toEqual(['badges', 'carpet', 'room', 'tidy'])
    expect(followItinerary(template, visit, [], []).add.map(task => task.dueAt)).toEqual(['2026-11-30T09:00'])
  })

  it('moves, retires and brings back what its stops ask for, and leaves what is done, dropped or set by hand', () => {
    const made = kept(followItinerary(template, visit, [meeting], []))
    const later = { ...meeting, startsAt: '2026-12-01T14:00', endsAt: '2026-12-01T15:00' }
    expect(followItinerary(template, visit, [later], made).change).toEqual([
      { id: 't0', patch: { dueAt: '2026-11-30T14:00' } },
      { id: 't1', patch: { dueAt: '2026-12-01T13:00' } },
    ])
    const gone = followItinerary(template, visit, [], made)
    expect(gone.change).toContainEqual({ id: 't1', patch: { state: 'retired' } })
    const back = followItinerary(template, visit, [meeting], kept(gone, made))
    expect(back.add).toEqual([])
    expect(back.change).toContainEqual({ id: 't1', patch: { state: 'live' } })
    for (const patch of [{ doneAt: '2026-11-30T12:00' }, { state: 'dropped' as const }])
      expect(
        followItinerary(
          template,
          visit,
          [],
          made.map(task => ({ ...task, ...patch })),
        ).change,
      ).toEqual([])
    expect(
      followItinerary(
        template,
        visit,
        [later],
        made.map(task => ({ ...task, dueByHand: true })),
      ).change,
    ).toEqual([])
  })

  it('changes nothing the second time, whatever the itinerary', () => {
    const items = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom('meeting' as const, 'tour' as const, 'dining' as const),
        start: fc.integer({ min: 0, max: 600 }),
      }),
      { selector: each => each.id },
    )
    const stops = (drawn: { id: string; kind: 'meeting' | 'tour' | 'dining'; start: number }[]): ChecklistItem[] =>
      drawn.map(each => ({
        ...meeting,
        id: each.id,
        kind: each.kind,
        startsAt: addMinutes('2026-12-01T08:00', each.start),
        endsAt: addMinutes('2026-12-01T08:30', each.start),
      }))
    fc.assert(
      fc.property(items, items, (first, second) => {
        const made = kept(followItinerary(template, visit, stops(first), []))
        const moved = kept(followItinerary(template, visit, stops(second), made), made)
        expect(followItinerary(template, visit, stops(second), moved)).toEqual({ add: [], change: [] })
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NEEDS_FIELDS, readNeedsForm } from '../../shared/domain/lists/needsForm.ts'
import { moneyText } from '../../shared/domain/money.ts'
import { budgetOf, plannedCosts } from '../../shared/domain/plan/budget.ts'
import {
  type ChecklistItem,
  type ExistingTask,
  followItinerary,
  type TemplateLine,
} from '../../shared/domain/plan/checklist.ts'
import { dietCounts, dietsText, type MenuRule, menuConflicts } from '../../shared/domain/plan/dining.ts'
import { isWeekday, workingDaysBetween } from '../../shared/domain/plan/leadTime.ts'
import { nightsOf, withoutBed } from '../../shared/domain/plan/lodging.ts'
import {
  coveredChanges,
  PLAN_SECTIONS,
  type PlanLine,
  type PlanSnapshot,
  planDiff,
} from '../../shared/domain/plan/plan.ts'
import {
  isReady,
  READINESS_CODES,
  type ReadinessFacts,
  readinessOf,
  USUAL_SEVERITIES,
} from '../../shared/domain/plan/readiness.ts'
import { clashesOf, type Duty, dutiesOfPerson } from '../../shared/domain/plan/staffing.ts'
import { allocationTotal, giftsPerHead } from '../../shared/domain/plan/supplies.ts'
import { overSeats, withoutCar } from '../../shared/domain/plan/transport.ts'
import { may, PERMISSIONS, ROLES } from '../../shared/domain/roles.ts'
import { addMinutes } from '../../shared/domain/time.ts'

const READY: ReadinessFacts = {
  grade: 'A',
  coordinator: '王晓燕',
  headcount: 4,
  guestCount: 2,
  hasHead: true,
  withoutConsent: 0,
  items: [{ id: 'i', startsAt: '2026-12-01T09:00', label: '会谈', personInCharge: '李明' }],
  conflicts: [],
  trips: [{ itemId: 'i', label: '接机', vehicle: '考斯特', driverName: '孙师傅', over: 0 }],
  withoutCar: [],
  meals: [
    { itemId: 'i', label: '午餐', hasPlace: true, dietsSeen: true, overLimit: false, overReason: '', conflicts: [] },
  ],
  leaders: 1,
  leadDays: 6,
  leadWanted: 5,
  giftsOver: null,
  withoutBed: [],
  clashes: [],
  hasBriefing: true,
}

describe('readiness', () => {
  const codes = (facts: Partial<ReadinessFacts>) =>
    readinessOf({ ...READY, ...facts }).map(line => `${line.severity} ${line.code}`)

  it('has nothing to say of a plan that misses nothing', () => {
    expect(readinessOf(READY)).toEqual([])
    expect(isReady(readinessOf(READY))).toBe(true)
  })

  const item = READY.items[0] as ReadinessFacts['items'][number]
  const trip = READY.trips[0] as ReadinessFacts['trips'][number]
  const meal = READY.meals[0] as ReadinessFacts['meals'][number]
  it.each<[string, Partial<ReadinessFacts>]>([
    ['coordinator', { coordinator: ' ' }],
    ['guests', { guestCount: 0, headcount: null, hasHead: false }],
    ['items', { items: [] }],
    ['personInCharge', { items: [{ ...item, personInCharge: '' }] }],
    ['conflict', { conflicts: [{ itemId: 'i', resource: '301', title: '别人' }] }],
    ['driver', { trips: [{ ...trip, driverName: '' }] }],
    ['diningPlace', { meals: [{ ...meal, hasPlace: false }] }],
    ['diets', { meals: [{ ...meal, dietsSeen: false }] }],
    ['leader', { leaders: 0 }],
  ])('blocks submitting without: %s', (code, facts) => {
    expect(codes(facts)).toEqual([`blocks ${code}`])
  })

  it.each<[string, Partial<ReadinessFacts>]>([
    ['leadTime', { leadDays: 4 }],
    ['mealLimit', { meals: [{ ...meal, overLimit: true }] }],
    ['menu', { meals: [{ ...meal, conflicts: [{ words: ['红烧肉'], guests: 1 }] }] }],
    ['giftLimit', { giftsOver: { perHead: 60_000, limit: 50_000, explained: false } }],
    ['withoutCar', { withoutCar: [{ itemId: 'i', label: '接机', names: ['张伟'] }] }],
    ['seats', { trips: [{ ...trip, over: 2 }] }],
    ['withoutBed', { withoutBed: [{ name: '张伟', nights: 1 }] }],
    ['twoPlaces', { clashes: [{ name: '李明', itemId: 'i', first: 'a', second: 'b' }] }],
    ['consent', { withoutConsent: 1 }],
    ['head', { hasHead: false }],
    ['briefing', { hasBriefing: false }],
  ])('only warns of: %s', (code, facts) => {
    expect(codes(facts)).toEqual([`warns ${code}`])
    expect(isReady(readinessOf({ ...READY, ...facts }))).toBe(true)
  })

  it('a headcount alone will do; grade C wants no leader; an explained excess is none', () => {
    expect(codes({ guestCount: 0, hasHead: false })).toEqual([])
    expect(codes({ grade: 'C', leaders: 0, hasBriefing: false })).toEqual([])
    expect(codes({ giftsOver: { perHead: 2, limit: 1, explained: true } })).toEqual([])
    expect(codes({ meals: [{ ...meal, overLimit: true, overReason: '外宾' }] })).toEqual([])
    expect(codes({ leadDays: null, leadWanted: 5 })).toEqual([])
  })

  it('does with each finding what the office has set, and every code has a usual severity', () => {
    const facts = { ...READY, coordinator: '', leaders: 0, leadDays: 0 }
    const lines = readinessOf(facts, { coordinator: 'silent', leader: 'warns', leadTime: 'blocks' })
    expect(lines.map(line => [line.code, line.severity])).toEqual([
      ['leadTime', 'blocks'],
      ['leader', 'warns'],
    ])
    expect(Object.keys(USUAL_SEVERITIES).sort()).toEqual([...READINESS_CODES].sort())
  })
})

describe('the difference of two plans', () => {
  const line = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    label: fc.string({ maxLength: 5 }),
    fields: fc.dictionary(
      fc.constantFrom('x', 'y', 'z'),
      fc.oneof(fc.integer(), fc.constant(null), fc.string({ maxLength: 3 })),
    ),
  })
  const lines = fc.uniqueArray(line, { selector: each => each.id, maxLength: 4 })
  const plan = fc.record(
    Object.fromEntries(PLAN_SECTIONS.map(section => [section, lines])) as Record<
      keyof PlanSnapshot,
      fc.Arbitrary<PlanLine[]>
    >,
  )

  it('is nothing from a plan to itself', () => {
    fc.assert(
      fc.property(plan, each => {
        expect(planDiff(each, structuredClone(each))).toEqual([])
      }),
    )
  })

  it('applied to the first gives the second, but for blanks and order', () => {
    const tidy = (snapshot: PlanSnapshot) =>
      PLAN_SECTIONS.map(section =>
        snapshot[section]
          .map(each => [
            each.id,
            Object.entries(each.fields)
              .filter(([, value]) => value !== null && value !== '')
              .sort(),
          ])
          .sort(),
      )
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const patched = structuredClone(before)
        for (const change of planDiff(before, after)) {
          const section = patched[change.section]
          if (change.kind === 'removed') patched[change.section] = section.filter(each => each.id !== change.id)
          else if (change.kind === 'added')
            section.push(structuredClone(after[change.section].find(each => each.id === change.id) as PlanLine))
          else
            for (const { field, after: value } of change.fields) {
              const target = section.find(each => each.id === change.id)
              if (target) target.fields[field] = value
            }
        }
        expect(tidy(patched)).toEqual(tidy(after))
      }),
    )
  })

  it('names what an approval covers and no longer agrees', () => {
    const facts = { grade: 'A', dates: 'x', rooms: '', diningStandard: '', gifts: '', leaders: '陈立' }
    expect(coveredChanges(facts, { ...facts })).toEqual([])
    expect(coveredChanges(facts, { ...facts, rooms: '301', leaders: '' })).toEqual(['rooms', 'leaders'])
  })
})

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

describe('cars, beds and meals', () => {
  it('point out who sits in no car', () => {
    expect(withoutCar(['a', 'b'], [])).toEqual(['a', 'b'])
    expect(withoutCar(['a', 'b'], [{ guestIds: [], seats: 3 }])).toEqual([])
    expect(
      withoutCar(
        ['a', 'b', 'c'],
        [
          { guestIds: ['a'], seats: 3 },
          { guestIds: ['c'], seats: 3 },
        ],
      ),
    ).toEqual(['b'])
    expect(overSeats({ guestIds: ['a', 'b', 'c'], seats: 2 }, 9)).toBe(1)
    expect(overSeats({ guestIds: [], seats: 6 }, 8)).toBe(2)
    expect(overSeats({ guestIds: [], seats: null }, 8)).toBe(0)
  })

  it('point out who has a night and no bed, by the own trips where they are known', () => {
    const visit = { startsOn: '2026-12-01', endsOn: '2026-12-03' }
    const guests = [
      { id: 'a', arrivalAt: null, departureAt: null },
      { id: 'b', arrivalAt: '2026-12-02T09:00', departureAt: null },
      { id: 'c', arrivalAt: null, departureAt: '2026-12-01T20:00' },
    ]
    expect(nightsOf('2026-12-01', '2026-12-03')).toEqual(['2026-12-01', '2026-12-02'])
    expect(withoutBed(visit, guests, [{ guestIds: ['a'], checkIn: '2026-12-01', checkOut: '2026-12-02' }])).toEqual([
      { guestId: 'a', nights: ['2026-12-02'] },
      { guestId: 'b', nights: ['2026-12-02'] },
    ])
  })

  const halal: MenuRule = {
    name: '清真',
    nameLatin: 'Halal',
    signs: ['清真', 'halal'],
    avoid: ['猪', '火腿', 'pork'],
    except: ['素火腿'],
  }
  it('find what does not go with a diet, and leave alone what only sounds like it', () => {
    const eaters = [
      { diet: '清真', care: '' },
      { diet: '', care: 'Halal please' },
      { diet: '素食', care: '' },
    ]
    expect(menuConflicts('猪肚鸡\n素火腿\nPORK chops', eaters, [halal])).toEqual([
      { rule: halal, words: ['猪', 'pork'], guests: 2 },
    ])
    expect(menuConflicts('素火腿', eaters, [halal])).toEqual([])
    expect(menuConflicts('猪肚鸡', [{ diet: '', care: '' }], [halal])).toEqual([])
  })

  it('count diets, and a look at them holds only as long as they are the same', () => {
    const eaters = [{ diet: '素食' }, { diet: '清真' }, { diet: '清真' }, { diet: '' }]
    expect(dietCounts(eaters)).toEqual([
      { diet: '清真', count: 2 },
      { diet: '素食', count: 1 },
    ])
    expect(dietsText(eaters)).not.toBe(dietsText([...eaters, { diet: '' }]))
    expect(dietsText(eaters)).toBe(dietsText([...eaters].reverse()))
  })
})

describe('stock, money and lead time', () => {
  it('reckon what an allocation takes and what gifts a head gets', () => {
    expect([allocationTotal(2, true, 12), allocationTotal(2, false, 12), allocationTotal(2, true, 0)]).toEqual([
      24, 2, 2,
    ])
    const lines = [
      { kind: 'gift' as const, quantity: 12, unitValue: 3500 },
      { kind: 'material' as const, quantity: 100, unitValue: 9999 },
    ]
    expect(giftsPerHead(lines, 12)).toBe(3500)
    expect(giftsPerHead(lines, 5)).toBe(8400)
  })

  it('sum a budget by kind, what was paid where it is known', () => {
    const planned = plannedCosts({
      tickets: [{ cost: 50_000 }, { cost: null }],
      stays: [{ checkIn: '2026-12-01', checkOut: '2026-12-03', nightCost: 40_000 }],
      meals: [{ headCost: 8000, heads: 12 }],
      gifts: [{ kind: 'gift', quantity: 2, unitValue: 100 }],
    })
    expect(planned).toMatchObject({ transport: 50_000, lodging: 80_000, dining: 96_000, gifts: 200 })
    const budget = budgetOf(planned, [
      { kind: 'dining', estimated: 4000, actual: 90_000 },
      { kind: 'venue', estimated: 1000, actual: null },
    ])
    expect(budget.kinds.map(line => [line.kind, line.estimated, line.actual])).toEqual([
      ['transport', 50_000, null],
      ['lodging', 80_000, null],
      ['dining', 100_000, 90_000],
      ['venue', 1000, null],
      ['gifts', 200, null],
    ])
    expect([budget.estimated, budget.actual]).toEqual([231_200, 90_000])
    expect([moneyText(128_050), moneyText(12_800), moneyText(null)]).toEqual(['1,280.50', '128', '—'])
  })

  it('count working days between entering and coming, holidays and make-up days as a calendar has them', () => {
    expect(workingDaysBetween('2026-11-23', '2026-11-26')).toBe(2)
    expect(workingDaysBetween('2026-11-27', '2026-11-30')).toBe(0)
    expect(workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0)
    expect(workingDaysBetween('2026-11-27', '2026-11-30', day => isWeekday(day) || day === '2026-11-28')).toBe(1)
  })
})

describe('roles', () => {
  it('may what the product says, and nobody but what is open without signing in', () => {
    const table = Object.fromEntries(ROLES.map(role => [role, PERMISSIONS.filter(each => may(role, each))]))
    expect(table).toEqual({
      front_desk: ['open', 'read', 'edit'],
      coordinator: ['open', 'read', 'edit', 'submit', 'sensitive'],
      approver: ['open', 'read', 'decide'],
      administrator: [...PERMISSIONS],
    })
    expect(PERMISSIONS.filter(each => may(null, each))).toEqual(['open'])
  })
})

describe('the needs form', () => {
  const labels = Object.fromEntries(NEEDS_FIELDS.map(field => [field, [`标签${field}`, `Label ${field}`]])) as Record<
    (typeof NEEDS_FIELDS)[number],
    string[]
  >
  it('is read in either language; empty answers are none, and what is no number or no yes is told', () => {
    const { answers, problems } = readNeedsForm(
      [
        ['接待需求表', '某单位'],
        ['标签purpose：', '考察生产线'],
        ['Label headcount', '24 人'],
        ['标签stayDays', '两三天'],
        ['标签topics', ''],
        ['label NeedsLodging', '需要'],
        ['标签needsTransport', 'No'],
        ['标签needsInterpreting', '也许'],
      ],
      labels,
    )
    expect(answers).toEqual({ purpose: '考察生产线', headcount: 24, needsLodging: true, needsTransport: false })
    expect(problems).toEqual([
      { row: 4, field: 'stayDays', text: '两三天' },
      { row: 8, field: 'needsInterpreting', text: '也许' },
    ])
  })
})

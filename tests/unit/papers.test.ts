import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import en from '../../resources/locales/en.json'
import zh from '../../resources/locales/zh-CN.json'
import { DOCUMENT_KINDS, documentRequest, VISIT_PAPER } from '../../shared/contract/documents.ts'
import type { PaperLanguage } from '../../shared/domain/language.ts'
import { lines, row, runsOf, small, textOf, textsOf } from '../../shared/domain/papers/outline.ts'
import { Speaker, type Words } from '../../shared/domain/papers/speaker.ts'
import type { Told, ToldStop } from '../../shared/domain/papers/told.ts'

const i18n = createInstance()
void i18n.init({
  initAsync: false,
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
})
const words: Words = (language, key, values) => i18n.getFixedT(language)(key, values ?? {})
const PEOPLE = [
  { name: '王伟', latinName: 'Wang Wei' },
  { name: '李师傅', latinName: 'Li Qiang' },
  { name: '赵总', latinName: 'Zhao Min' },
]
const speaker = (language: PaperLanguage) => new Speaker(language, words, PEOPLE)

const STOP: ToldStop = {
  id: 'stop',
  startsAt: '2026-11-25T09:00',
  endsAt: '2026-11-25T10:30',
  kind: 'meeting',
  content: '技术交流',
  contentLatin: 'Technical exchange',
  place: '',
  placeLatin: '',
  roomId: 'room',
  roomName: '301 会议室',
  roomLatinName: 'Room 301',
  personInCharge: '王伟',
  phone: '138',
  notes: '提前半小时到',
  planB: '改到 302',
  setupStyle: 'u',
  equipment: [],
  nameCards: true,
  refreshments: '',
  route: '',
  safetyGear: '',
  photoRule: 'forbidden',
  isFixed: false,
  allGuests: true,
  guestIds: [],
}

const TOLD: Told = {
  visit: {
    id: 'visit',
    code: 'YB261125-01',
    title: '华东考察团来访',
    titleLatin: 'East China Delegation',
    grade: 'A',
    kind: 'technical',
    status: 'planning',
    startsOn: '2026-11-25',
    endsOn: '2026-11-26',
    headcount: 3,
    guestCount: 2,
    organization: '华东装备集团',
    organizationLatin: 'East China Equipment',
    contactName: '孙秘书',
    contactPhone: '0571',
    contactEmail: '',
    coordinator: '王伟',
    coordinatorPhone: '138',
    purpose: '考察',
    theme: '智能制造',
    themeLatin: 'Smart manufacturing',
    dress: '商务正装',
    dressLatin: 'Business formal',
    mapNote: '南门进',
    mapNoteLatin: 'South gate',
    notes: '备注一',
    objectives: '签约',
    expectations: '看产线',
    topics: '机器人',
    preferences: '喜欢喝茶',
    taboos: '不谈价格',
    wishedDates: '',
    stayDays: 2,
    needsTransport: true,
    needsLodging: false,
    needsInterpreting: false,
  },
  settings: { companyName: '迎宾科技', companyLatin: 'Yingbin Tech', secretLevel: '内部', email: 'a@b.c' },
  currency: 'CNY',
  printedAt: '2026-11-24T08:00',
  version: '1.42',
  people: PEOPLE,
  guests: [
    {
      id: 'g1',
      name: '陈明',
      latinName: 'Chen Ming',
      title: '总经理',
      organization: '华东装备集团',
      gender: 'male',
      phone: '139',
      language: '中文',
      diet: '素食',
      isHead: true,
      arrivalNumber: 'MU5101',
      arrivalAt: '2026-11-25T08:00',
    },
  ],
  items: [STOP],
  rooms: [{ id: 'room', latinName: 'Room 301', equipment: ['投影仪'] }],
  assignments: [
    { id: 'a1', itemId: 'stop', role: 'interpreter', name: '赵总', phone: '137' },
    { id: 'a2', itemId: null, role: 'leader', name: '赵总', phone: '137' },
  ],
  duties: [
    {
      name: '王伟',
      itemId: 'stop',
      visitId: 'visit',
      role: 'inCharge',
      phone: '138',
      content: '',
      startsAt: STOP.startsAt,
      endsAt: STOP.endsAt,
    },
    {
      name: '赵总',
      itemId: 'stop',
      visitId: 'visit',
      role: 'interpreter',
      phone: '137',
      content: '',
      startsAt: STOP.startsAt,
      endsAt: STOP.endsAt,
    },
  ],
  trips: [
    {
      id: 't1',
      itemId: 'stop',
      vehicleName: '考斯特',
      plate: '浙A12345',
      driverName: '李师傅',
      driverPhone: '136',
      route: '机场高速',
      meetingPoint: '3 号门',
      transportNumber: 'MU5101',
      station: '萧山机场',
      transportAt: '2026-11-25T08:00',
      luggage: '5 件',
      signText: '华东',
      guestIds: ['g1'],
      notes: '',
    },
  ],
  tickets: [
    {
      id: 'k1',
      guestId: 'g1',
      traveller: '',
      number: 'G7501',
      seatClass: '一等座',
      fromPlace: '杭州东',
      toPlace: '上海虹桥',
      departsAt: '2026-11-26T17:00',
      cost: 11700,
    },
  ],
  stays: [
    {
      id: 's1',
      hotel: '西湖宾馆',
      roomNumber: '808',
      roomType: 'single',
      checkIn: '2026-11-25',
      checkOut: '2026-11-26',
      nightCost: 60000,
      guestIds: ['g1'],
      confirmation: 'C77',
    },
  ],
  meals: [
    {
      id: 'm1',
      itemId: 'stop',
      venue: '食堂',
      room: '小包间',
      phone: '8008',
      tableCount: 1,
      seats: 8,
      headCost: 15000,
      overReason: '主宾',
      menu: '冷菜\n热菜',
      drinks: '茶',
      notes: '',
      heads: 3,
      diets: [{ diet: '素食', count: 1 }],
    },
  ],
  allocations: [
    {
      id: 'l1',
      kind: 'gift',
      name: '丝巾',
      latinName: 'Silk scarf',
      unit: '条',
      unitValue: 20000,
      amount: 1,
      perGuest: true,
      quantity: 3,
      reason: '伴手礼',
      returned: false,
    },
  ],
  costs: [{ kind: 'other', estimated: 10000, actual: 12000 }],
  tasks: [
    {
      id: 'x1',
      title: '寄感谢信',
      titleLatin: 'Send thank-you letter',
      category: 'other',
      person: '赵总',
      dueAt: '2026-11-30T09:00',
      doneAt: null,
      doneBy: '',
      retired: false,
    },
    {
      id: 'x2',
      title: '布置会场',
      titleLatin: 'Set up the room',
      category: 'other',
      person: '王伟',
      dueAt: '2026-11-25T08:00',
      doneAt: '2026-11-24T17:00',
      doneBy: '王伟',
      retired: false,
    },
  ],
  briefing: {
    startsAt: '2026-11-24T14:00',
    endsAt: '2026-11-24T14:45',
    roomId: 'room',
    roomName: '301 会议室',
    place: '',
    agenda: '分工',
  },
  attendees: [{ id: 'p1', name: '赵总', phone: '137', duty: 'leader 摄影', attended: true }],
  chain: [{ title: '主任' }],
  approval: {
    chain: [{ title: '主任', accountName: '赵总' }],
    decisions: [
      {
        step: 0,
        verdict: 'approved',
        person: '赵总',
        comment: '同意',
        decidedAt: '2026-11-23T10:00',
        recordedBy: '王伟',
        means: 'phone',
      },
    ],
  },
}

const outlineOf = (kind: (typeof DOCUMENT_KINDS)[number], language: PaperLanguage, told = TOLD) => {
  const request = documentRequest.parse({ kind, visit: '01920000-0000-7000-8000-000000000000', language })
  return VISIT_PAPER[kind].outline(told, speaker(language), request)
}
const said = (...of: Parameters<typeof outlineOf>): string[] => {
  const outline = outlineOf(...of)
  return outline ? textsOf(outline) : []
}
const OUTLINED = DOCUMENT_KINDS.filter(kind => outlineOf(kind, 'zh-CN') !== null)

describe('a speaker', () => {
  it('says a name in the language of the paper, in both the Chinese first', () => {
    expect(speaker('zh-CN').name('王伟', 'Wang Wei')).toBe('王伟')
    expect(speaker('en').name('王伟', 'Wang Wei')).toBe('Wang Wei')
    expect(speaker('both').name('王伟', 'Wang Wei')).toBe('王伟 Wang Wei')
    for (const language of ['zh-CN', 'en', 'both'] as const) expect(speaker(language).name('王伟', '')).toBe('王伟')
    expect(speaker('both').name('ABB', 'ABB')).toBe('ABB')
  })

  it('keeps each of two names whole at the end of a line', () => {
    expect(speaker('both').staffRuns('王伟')).toEqual([
      { text: '王伟', whole: true },
      { text: ' ' },
      { text: 'Wang Wei', whole: true },
    ])
    expect(speaker('en').staffRuns('王伟')).toEqual([{ text: 'Wang Wei' }])
  })

  it('names somebody who is not of the staff as written', () => {
    expect(speaker('en').staff('孙秘书')).toBe('孙秘书')
    expect(speaker('en').person('王伟', '138')).toBe('Wang Wei 138')
  })

  it('says words in both languages, and of marks one', () => {
    expect(speaker('both').word('fields.name')).toBe(`${zh.fields.name} ${en.fields.name}`)
    expect(speaker('both').word('mark.list')).toBe('、')
  })

  it('lists with the mark of the language, and leaves out what is empty', () => {
    expect(speaker('zh-CN').list(['甲', '', null, '乙'])).toBe('甲、乙')
    expect(speaker('en').list(['A', 'B'])).toBe('A, B')
    expect(textOf({ runs: speaker('en').listRuns(['A', 'B', 'C']) })).toBe('A, B, C')
    expect(textOf({ runs: speaker('zh-CN').listRuns(['甲', '乙']) })).toBe('甲、乙')
  })

  it('says days, and what a stop is and where', () => {
    expect(speaker('en').day('2026-11-25')).toBe('2026-11-25 Wednesday')
    expect(speaker('en').content(STOP)).toBe('Technical exchange')
    expect(speaker('both').content({ ...STOP, content: '', contentLatin: '' })).toBe(
      `${zh.itemKind.meeting} ${en.itemKind.meeting}`,
    )
    expect(speaker('en').place({ ...STOP, place: '南楼', placeLatin: 'South wing' })).toBe('Room 301 · South wing')
  })
})

describe('lines of an outline', () => {
  it('leave out what is empty, and keep what only looks like a mark', () => {
    expect(lines('', [], 'a', small(''), small('b'))).toEqual([
      { runs: [{ text: 'a' }] },
      { runs: [{ text: 'b' }], small: true },
    ])
    expect(row('key', 'tick', '').cells).toEqual([[{ runs: [{ text: 'tick' }] }], []])
    expect(runsOf([['a', 1], { text: 'b', strong: true }])).toEqual([
      { text: 'a' },
      { text: '1' },
      { text: 'b', strong: true },
    ])
  })
})

describe('the kinds of paper', () => {
  it('are kept under their own names and told by their addresses', () => {
    expect(Object.keys(VISIT_PAPER)).toEqual(DOCUMENT_KINDS)
    expect(documentRequest.options.map(option => option.shape.kind.value)).toEqual(DOCUMENT_KINDS)
  })

  it.each(OUTLINED)('%s says all it can from the parts that it reads', kind => {
    const reads = new Set<string>(VISIT_PAPER[kind].reads)
    const empty: Partial<Told> = {
      guests: [],
      items: [],
      rooms: [],
      assignments: [],
      duties: [],
      trips: [],
      tickets: [],
      stays: [],
      meals: [],
      allocations: [],
      costs: [],
      tasks: [],
      attendees: [],
    }
    const unread = Object.fromEntries(Object.entries(empty).filter(([part]) => !reads.has(part)))
    const nothingElse = {
      ...TOLD,
      ...unread,
      ...(reads.has('briefing') ? {} : { briefing: null }),
      ...(reads.has('approval') ? {} : { approval: null, chain: [] }),
    }
    expect(said(kind, 'both', nothingElse)).toEqual(said(kind, 'both'))
  })

  it.each(OUTLINED)('%s says how secret it is only where it stays in the house', kind => {
    expect(said(kind, 'zh-CN').includes('内部')).toBe(!VISIT_PAPER[kind].handedOut)
  })

  it.each(OUTLINED)('%s in English names staff, guests, stops and tasks in Latin letters', kind => {
    const told = said(kind, 'en').join('\n')
    for (const chinese of [
      '王伟',
      '李师傅',
      '赵总',
      '陈明',
      '技术交流',
      '301 会议室',
      '寄感谢信',
      '布置会场',
      '丝巾',
      '智能制造',
    ])
      expect(told).not.toContain(chinese)
  })

  it.each(OUTLINED)('%s in both languages says every Chinese text, and the English beside it', kind => {
    const both = said(kind, 'both').join('\n').replaceAll('\u00a0', ' ')
    for (const [chinese, latin] of [
      ['王伟', 'Wang Wei'],
      ['李师傅', 'Li Qiang'],
      ['赵总', 'Zhao Min'],
      ['陈明', 'Chen Ming'],
      ['技术交流', 'Technical exchange'],
      ['寄感谢信', 'Send thank-you letter'],
      ['布置会场', 'Set up the room'],
    ] as const) {
      expect(both.includes(chinese), chinese).toBe(both.includes(latin))
      expect(said(kind, 'zh-CN').join('\n').includes(chinese), chinese).toBe(both.includes(chinese))
    }
  })
})

describe('what papers say', () => {
  it('of the plan: all that is agreed, and who decided', () => {
    const told = said('plan', 'zh-CN')
    for (const text of [
      '看产线',
      '喜欢喝茶',
      '不谈价格',
      '商务正装',
      '备注一',
      'MU5101 11-25 08:00',
      'G7501',
      '主任 赵总',
      '同意',
    ])
      expect(told).toContain(text)
    expect(told.join('\n')).toContain('陈明')
    expect(said('plan', 'en')).toContain(`${en.verdict.approved} Zhao Min`)
    expect(said('plan', 'en')).toContain('Chen Ming')
  })

  it('of the plan without steps: that it is approved by itself', () => {
    expect(said('plan', 'en', { ...TOLD, approval: null, chain: [] })).toContain(en.approval.byItself)
  })

  it('to guests: nobody’s phone but the coordinator’s, nobody’s diet', () => {
    const told = said('itinerary', 'zh-CN').join('\n')
    expect(told).toContain('138')
    for (const kept of ['137', '136', '素食', '提前半小时到', '改到 302', '陈明']) expect(told).not.toContain(kept)
  })

  it('to the restaurant: counts, and nobody’s name', () => {
    const told = said('meal-notice', 'en').join('\n')
    expect(told).toContain('素食')
    expect(told).toContain('150 CNY')
    expect(told).not.toContain('Chen Ming')
  })

  it('to the driver: whom, where and with which flight', () => {
    const told = said('dispatch', 'en')
    for (const text of ['Li Qiang 136', 'Chen Ming', 'MU5101 · 萧山机场 · 11-25 08:00', 'Wang Wei 138'])
      expect(told).toContain(text)
  })

  it('to one person: the own stops, with whom, and the open tasks', () => {
    const outline = outlineOf('run-sheet', 'en')
    expect(outline?.parts.filter(part => part.kind === 'head')).toHaveLength(2)
    expect(said('run-sheet', 'en')).toContain('Zhao Min Interpreter 137')
  })

  it('of the internal itinerary: cars, people, rules and what the room has', () => {
    const told = said('itinerary-internal', 'zh-CN').join('\n')
    for (const text of ['浙A12345', '李师傅 136', '投影仪', '食堂 · 小包间', '改到 302']) expect(told).toContain(text)
  })

  it('of the briefing: who comes, and what somebody typed as a duty', () => {
    const told = said('briefing', 'en')
    expect(told).toContain('Chen Ming 总经理')
    expect(told).toContain(`${en.assignmentRole.leader}, 摄影`)
    expect(told.join('\n')).toContain('Room 301')
  })

  it('at the end: what is still to be done, not what is past', () => {
    const told = said('closing-report', 'both').join('\n')
    expect(told).toContain('寄感谢信 Send thank-you letter')
    expect(told).not.toContain('布置会场')
    expect(told).toContain('-1,747')
  })

  it('of needs: blank lines where nothing is known, the answers where it is', () => {
    const request = { kind: 'needs', visit: '01920000-0000-7000-8000-000000000000', filled: 'no' } as const
    const blank = VISIT_PAPER.needs.outline(TOLD, speaker('en'), documentRequest.parse(request))
    expect(blank && textsOf(blank)).not.toContain('考察')
    expect(said('needs', 'en')).toContain('考察')
    expect(said('needs', 'en')).toContain(en.common.yes)
  })

  it('of an empty visit: that there is nothing', () => {
    const empty = { ...TOLD, trips: [], meals: [], tasks: [], allocations: [], duties: [] }
    expect(said('dispatch', 'en', empty)).toContain(en.transport.noCar)
    expect(said('meal-notice', 'en', empty)).toContain(en.dining.none)
    expect(said('checklist', 'en', empty)).toContain(en.checklist.none)
    expect(said('supplies', 'en', empty)).toContain(en.documents.noSupplies)
    expect(said('run-sheet', 'en', empty)).toContain(en.staffing.nobody)
  })
})

import type { Page } from '@playwright/test'
import type { Served } from '../../electron/web.ts'
import { badgePage, DOCUMENT_KINDS, documentQuery } from '../../shared/contract/documents.ts'
import { sheetLayout } from '../../shared/domain/papers/sheets.ts'
import { at } from '../../shared/domain/time.ts'
import { aGuest, anItem, aRoom, aVehicle, aVisit } from '../support/builders.ts'
import { type Client, TODAY } from '../support/office.ts'
import { measurePdf, readQr } from '../support/pdf.ts'
import { expect, letIn, looking, test } from '../support/served.ts'

const NAMES = [
  { name: '张伟', title: '' },
  { name: '欧阳明远', title: '副会长' },
  { name: '阿卜杜勒·拉赫曼·伊本·穆罕默德', title: '驻华商务代表处首席代表兼技术合作委员会主任' },
  { name: '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十', title: '工程师' },
  {
    name: 'Maximiliana Theodora Wilhelmina von Hohenzollern-Sigmaringen',
    title: 'Senior Vice President, Strategic Partnerships and Public Affairs',
  },
  { name: 'A'.repeat(60), title: 'CEO' },
]

for (const language of ['zh-CN', 'en', 'both'] as const)
  test(`a badge never overflows, in any size, alone or on A4, in ${language}`, async ({
    blank: desk,
    client,
    served,
  }) => {
    const visit = await aVisit(client, {
      title: '华东智能装备产业链上下游企业联合考察交流团来访',
      organization: '华东地区智能装备制造产业技术创新战略联盟秘书处办公室',
    })
    const names = new Map<string, string>()
    for (const guest of NAMES) {
      const { id } = await aGuest(client, visit.id, {
        ...guest,
        latinName: guest.name.length > 20 ? 'B'.repeat(60) : '',
        badgeRole: 'vip',
      })
      names.set(id, guest.name)
    }
    for (const { id: design, name: size } of await client.badges.list()) {
      for (const sheet of ['single', 'a4'] as const) {
        await desk.goto(
          `${served.origin}/document.html?${documentQuery({ kind: 'badges', visit: visit.id, design, language, sheet })}`,
        )
        await desk.locator('html[data-ready]').waitFor({ state: 'attached' })
        const measured = await desk.evaluate(() =>
          [...document.querySelectorAll('.badge')].map(badge => {
            const frame = badge.getBoundingClientRect()
            const outside = [...badge.querySelectorAll('[data-fit]')].flatMap(box => {
              const bounds = box.getBoundingClientRect()
              return [...box.querySelectorAll('span')]
                .filter(line => {
                  const range = document.createRange()
                  range.selectNodeContents(line)
                  const text = range.getBoundingClientRect()
                  return (
                    text.left < bounds.left - 0.5 ||
                    text.right > bounds.right + 0.5 ||
                    text.top < frame.top ||
                    text.bottom > frame.bottom ||
                    line.getBoundingClientRect().bottom > bounds.bottom + 1
                  )
                })
                .map(line => `${box.getAttribute('data-fit')}: ${line.textContent}`)
            })
            return {
              text: badge.textContent ?? '',
              side: badge.getAttribute('data-side'),
              guest: badge.getAttribute('data-guest'),
              outside,
            }
          }),
        )
        const fronts = measured.filter(badge => badge.side === 'front')
        expect(fronts).toHaveLength(NAMES.length)
        for (const badge of measured)
          expect([size, language, sheet, badge.outside]).toEqual([size, language, sheet, []])
        for (const badge of fronts)
          expect(badge.text.replace(/\s/g, '')).toContain(names.get(badge.guest ?? '')?.replace(/\s/g, ''))
      }
    }
  })

/** A room, and a visit of two days with a meeting, a meal and a guest of whom much is known. */
async function aKnownGuest(client: Client) {
  const room = await aRoom(client, { name: '301 会议室', latinName: 'Room 301', equipment: ['投影'] })
  const visit = await aVisit(client, { title: '北辰新能源考察', startsOn: '2026-12-01', endsOn: '2026-12-02' })
  const guest = await aGuest(client, visit.id, {
    name: '马俊杰',
    diet: '清真',
    health: '心脏病',
    religion: '伊斯兰教',
    consentOn: '2026-11-23',
    phone: '13800002004',
    badgeRole: 'vip',
  })
  await aGuest(client, visit.id, { name: '李娜' })
  await client.itinerary.add({
    visitId: visit.id,
    kind: 'meeting',
    startsAt: '2026-12-01T10:00',
    endsAt: '2026-12-01T11:00',
    content: '双方会谈',
    roomId: room.id,
    personInCharge: '张磊',
    phone: '13900000003',
    notes: '内部备注',
  })
  await client.itinerary.add({
    visitId: visit.id,
    kind: 'dining',
    startsAt: '2026-12-01T12:00',
    endsAt: '2026-12-01T13:00',
    content: '午宴',
  })
  return { visit, guest }
}

const printedBy = (served: Served) => async (path: string) =>
  new Uint8Array(await (await served.host.fetch(new Request(`http://127.0.0.1${path}`))).arrayBuffer())

test('every PDF of badges has its exact pages, real text and a QR code that reads', async ({ client, served }) => {
  const printed = printedBy(served)
  const { visit, guest } = await aKnownGuest(client)
  for (const { id: design, design: drawn, name } of await client.badges.list()) {
    for (const sheet of ['single', 'a4'] as const) {
      const guests = sheet === 'single' ? guest.id : ''
      const bytes = await printed(
        `/documents/badges.pdf?${documentQuery({ kind: 'badges', visit: visit.id, design, sheet, guests })}`,
      )
      const pages = await measurePdf(bytes)
      const [page] = pages
      expect([name, sheet, pages.length]).toEqual([name, sheet, drawn.back ? 2 : 1])
      const wanted = badgePage(drawn.size, sheet)
      expect(Math.abs((page?.width ?? 0) - wanted.width), name).toBeLessThan(0.2)
      expect(Math.abs((page?.height ?? 0) - wanted.height), name).toBeLessThan(0.2)
      expect(page?.text).toContain('马俊杰')
      for (const secret of ['清真', '心脏病', '伊斯兰教', '13800002004']) expect(page?.text).not.toContain(secret)
      const [place] = sheet === 'a4' ? sheetLayout(drawn.size, wanted).places : [{ x: 0, y: 0, ...wanted }]
      expect(await readQr(bytes, place ?? { x: 0, y: 0, ...wanted }), name).toBe(visit.code)
    }
  }
})

test('an itinerary as PDF has its exact pages and real text, and tells a guest nothing of others', async ({
  client,
  served,
}) => {
  const printed = printedBy(served)
  const { visit } = await aKnownGuest(client)
  const guestPaper = await measurePdf(
    await printed(
      `/documents/itinerary.pdf?${documentQuery({ kind: 'itinerary', visit: visit.id, language: 'both', paper: 'a5' })}`,
    ),
  )
  expect(Math.abs((guestPaper[0]?.width ?? 0) - 148)).toBeLessThan(0.2)
  expect(guestPaper[0]?.text).toMatch(/双方会谈.*301会议室Room301/)
  expect(guestPaper[0]?.text).toMatch(/版本Version\d+·打印Printed2026-11-2309:00/)
  for (const secret of ['清真', '心脏病', '内部备注', '13900000003']) expect(guestPaper[0]?.text).not.toContain(secret)
  const inner = await measurePdf(
    await printed(
      `/documents/itinerary-internal.pdf?${documentQuery({ kind: 'itinerary-internal', visit: visit.id })}`,
    ),
  )
  expect(Math.abs((inner[0]?.width ?? 0) - 297)).toBeLessThan(0.2)
  for (const fact of ['双方会谈', '投影', '13900000003', '内部备注', '清真1']) expect(inner[0]?.text).toContain(fact)
  expect(inner[0]?.text).not.toContain('心脏病')
})

/** The papers that are looked at in one test: a third of the kinds each, and what is drawn in other ways. */
const papersOf = (visit: string, room: string, language: 'zh-CN' | 'en' | 'both') => {
  const kinds = DOCUMENT_KINDS.map(kind => documentQuery({ kind, visit, language }))
  const third = Math.ceil(kinds.length / 3)
  return {
    'the first kinds of paper': kinds.slice(0, third),
    'the middle kinds of paper': kinds.slice(third, 2 * third),
    'the last kinds of paper': kinds.slice(2 * third),
    'other sizes and the papers of the office': [
      documentQuery({ kind: 'itinerary', visit, language, paper: 'a5' }),
      documentQuery({ kind: 'room-sign', resource: room, day: TODAY, language }),
      documentQuery({ kind: 'resource-schedule', resourceKind: 'room', day: TODAY, days: 7, paper: 'a3', language }),
      documentQuery({ kind: 'week-visits', day: TODAY, language }),
      documentQuery({ kind: 'separator', visit, day: TODAY, language }),
    ],
  }
}

for (const language of ['zh-CN', 'en', 'both'] as const)
  for (const group of Object.keys(papersOf('', '', language)) as (keyof ReturnType<typeof papersOf>)[])
    looking(
      `on ${group}, all stands on its sheet, above the foot, and no word is broken, in ${language}`,
      async ({ page, sample }) => {
        await letIn(page, sample.served)
        const stops = await sample.client.itinerary.list({ visitId: sample.visitId })
        const room = stops.find(item => item.roomId)?.roomId ?? ''
        for (const query of papersOf(sample.visitId, room, language)[group]) {
          await page.goto(`${sample.served.origin}/document.html?${query}`)
          await page.locator('html[data-ready]').waitFor({ state: 'attached' })
          expect([query, await faultsOf(page)]).toEqual([query, []])
        }
      },
    )

/** What stands off its sheet or on its foot, and words that are broken. */
function faultsOf(desk: Page): Promise<string[]> {
  return desk.evaluate(() =>
    [...document.querySelectorAll('.sheet')].flatMap(sheet => {
      const page = sheet.getBoundingClientRect()
      const foot = sheet.querySelector('.flow-foot')
      const floor = foot ? foot.getBoundingClientRect().top : page.bottom
      const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const text = node.textContent ?? ''
        if (text.trim() === '' || node.parentElement?.closest('style, .outline-only')) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const box = range.getBoundingClientRect()
        const below = foot?.contains(node) ? page.bottom : floor
        if (box.left < page.left - 1 || box.right > page.right + 1 || box.top < page.top - 1 || box.bottom > below + 1)
          found.push(`off the sheet: ${text}`)
        for (const word of text.matchAll(/[A-Za-z]{2,14}/g)) {
          range.setStart(node, word.index)
          range.setEnd(node, word.index + word[0].length)
          if (new Set([...range.getClientRects()].map(line => Math.round(line.top))).size > 1)
            found.push(`broken: ${word[0]}`)
        }
      }
      return found
    }),
  )
}

test('a schedule of the rooms and a sign for the door have their size and what is booked', async ({
  blank: desk,
  client,
  served,
}) => {
  const printed = async (path: string) =>
    measurePdf(new Uint8Array(await (await served.host.fetch(new Request(`http://127.0.0.1${path}`))).arrayBuffer()))
  const room = await aRoom(client, { name: '301 会议室', latinName: 'Room 301' })
  const resource = room.id
  const rows = Array.from({ length: 60 }, (_, index) => ({ name: `分会场 ${index}` }))
  await client.resources.importAll({ kind: 'room', rows })
  const span = { startsAt: '2026-12-01T09:00', endsAt: '2026-12-01T10:30' }
  await client.bookings.create({ resourceId: resource, title: '质量月例会', organizer: '内线8888', ...span })
  for (const [paper, width, height] of [
    ['a4', 297, 210],
    ['a3', 420, 297],
  ] as const) {
    for (const days of [1, 7] as const) {
      const pages = await printed(
        `/documents/resource-schedule.pdf?${documentQuery({ kind: 'resource-schedule', resourceKind: 'room', day: '2026-12-01', days, paper })}`,
      )
      expect([paper, days, pages.length > 1]).toEqual([paper, days, true])
      for (const page of pages) {
        // The sizes Chromium can make lie up to 0.42 mm apart: the nearest to an A3's length is 420.201.
        expect(Math.abs(page.width - width)).toBeLessThan(width === 420 ? 0.202 : 0.2)
        expect(Math.abs(page.height - height)).toBeLessThan(0.2)
      }
      const text = pages.map(page => page.text).join('')
      expect(text).toMatch(/09:00–10:30质量月例会/)
      for (const { name } of rows) expect(text).toContain(name.replace(' ', ''))
    }
  }
  const [sign, ...more] = await printed(
    `/documents/room-sign.pdf?${documentQuery({ kind: 'room-sign', resource, day: '2026-12-01' })}`,
  )
  expect(more).toEqual([])
  expect(Math.abs((sign?.width ?? 0) - 297)).toBeLessThan(0.2)
  expect(sign?.text).toMatch(/301会议室.*09:00–10:30质量月例会/)
  expect(sign?.text).not.toContain('8888')

  // A full day of long titles is still on one sheet, every one of them.
  const titles = Array.from(
    { length: 14 },
    (_, index) => `第${index}场 华东地区智能装备制造产业技术创新战略联盟工作会议`,
  )
  for (const [index, title] of titles.entries())
    await client.bookings.create({
      resourceId: resource,
      title,
      startsAt: at('2026-12-02', `${String(index + 8).padStart(2, '0')}:00`),
      endsAt: at('2026-12-02', `${String(index + 8).padStart(2, '0')}:50`),
    })
  await desk.goto(
    `${served.origin}/document.html?${documentQuery({ kind: 'room-sign', resource, day: '2026-12-02', language: 'both' })}`,
  )
  await desk.locator('html[data-ready]').waitFor({ state: 'attached' })
  const lines = desk.locator('.room-sign li')
  await expect(lines).toHaveCount(titles.length)
  const floor = (await desk.locator('.room-sign footer').boundingBox())?.y ?? 0
  const last = await lines.last().boundingBox()
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(floor + 1)
})

test('the papers of a plan have their size, their facts and nobody’s secrets', async ({ client, served }) => {
  const visit = await aVisit(client, {
    title: '北辰新能源考察',
    startsOn: '2026-12-01',
    endsOn: '2026-12-02',
    grade: 'A',
  })
  await client.visits.update({
    id: visit.id,
    revision: 1,
    patch: { objectives: '达成两项意向', taboos: '不安排合影', titleLatin: 'Beichen delegation' },
  })
  await aGuest(client, visit.id, {
    name: '马俊杰',
    latinName: 'Ma Junjie',
    diet: '清真',
    health: '心脏病',
    religion: '伊斯兰教',
    consentOn: '2026-11-23',
    isHead: true,
    arrivalNumber: 'G7311',
    arrivalAt: '2026-12-01T08:32',
  })
  const van = await aVehicle(client, {
    name: '商务车',
    plate: '沪A·3F578',
    capacity: 6,
    driverName: '周志强',
    driverPhone: '139',
  })
  const person = { personInCharge: '张磊', phone: '13900000003' }
  await anItem(client, visit, {
    kind: 'pickup',
    from: '08:40',
    until: '09:30',
    content: '接站',
    vehicleIds: [van.id],
    ...person,
  })
  const talks = await anItem(client, visit, {
    kind: 'meeting',
    from: '10:00',
    until: '11:00',
    content: '双方会谈',
    planB: '改到贵宾室',
    setupStyle: 'opposite',
    equipment: ['投影'],
    ...person,
  })
  await anItem(client, visit, {
    kind: 'dining',
    from: '12:00',
    until: '13:00',
    content: '午宴',
    place: '江畔酒店',
    ...person,
  })
  await client.staffing.add({ visitId: visit.id, line: { role: 'leader', name: '陈立', itemId: talks.id } })
  const [trip] = await client.trips.list({ visitId: visit.id })
  await client.trips.update({
    id: trip?.id ?? '',
    revision: 1,
    patch: { signText: '欢迎北辰', meetingPoint: '南出口' },
  })
  const [meal] = await client.dining.list({ visitId: visit.id })
  await client.dining.update({ id: meal?.id ?? '', revision: 1, patch: { menu: '清蒸鲈鱼\n时蔬', headCost: 12_000 } })
  await client.dining.seeDiets({ ids: [meal?.id ?? ''] })
  const { supply } = await client.supplies.create({ name: '丝绸书签', unit: '件', unitValue: 3500, quantity: 9 })
  await client.allocations.add({ visitId: visit.id, line: { supplyId: supply.id, amount: 2 } })
  await client.checklists.make({ visitId: visit.id })
  await client.briefings.put({ visitId: visit.id, revision: null, agenda: '逐项过方案' })
  await client.briefings.invite({ visitId: visit.id })
  const { revision } = await client.visits.get({ id: visit.id })
  await client.approvals.submit({ visitId: visit.id, revision, note: '' })
  const [version] = await client.approvals.versions({ visitId: visit.id })
  await client.approvals.decide({ versionId: version?.id ?? '', step: 0, verdict: 'approved', comment: '同意' })

  const A4 = { width: 210, height: 297 }
  const papers: [string, string, { width: number; height: number }, string[]][] = [
    [
      'plan',
      '',
      A4,
      ['达成两项意向', '改到贵宾室', '陈立', '沪A·3F578', '丝绸书签', '部门负责人', '批准前台', '公司领导', '签字'],
    ],
    ['plan', '&language=en', A4, ['Receptionplan', 'Beichendelegation', 'MaJunjie', 'PlanB', 'Signature/date']],
    ['needs', '&filled=yes', A4, ['接待需求表', '马俊杰', '希望日期']],
    ['needs', '&filled=no&language=both', A4, ['Needssheet', 'Beichendelegation', '禁忌Taboos']],
    ['run-sheet', '&person=张磊', A4, ['张磊', '双方会谈', '周志强', '南出口']],
    [
      'dispatch',
      `&trip=${trip?.id}`,
      { width: 148, height: 210 },
      ['沪A·3F578', '周志强139', '欢迎北辰', '南出口', '马俊杰'],
    ],
    ['meal-notice', '', A4, ['午宴', '江畔酒店', '清真', '清蒸鲈鱼', '120']],
    ['checklist', '', A4, ['打印并核对胸牌', '张磊']],
    ['supplies', '', A4, ['丝绸书签', '2件', '70']],
    ['briefing', '', A4, ['逐项过方案', '双方会谈', '签到', '王晓燕']],
    ['itinerary-internal', '', { width: 297, height: 210 }, ['投影', '对坐式', '改到贵宾室', '南出口', '出席领导陈立']],
  ]
  for (const [kind, query, size, facts] of papers) {
    const path = `/documents/${kind}.pdf?visit=${visit.id}${query}`
    const answer = await served.host.fetch(new Request(`http://127.0.0.1${path}`))
    const pages = await measurePdf(new Uint8Array(await answer.arrayBuffer()))
    const text = pages.map(page => page.text).join('')
    for (const page of pages) {
      expect([kind, Math.round(page.width), Math.round(page.height)]).toEqual([kind, size.width, size.height])
      expect(page.text).toMatch(/(版本|Version)1\.\d+/)
    }
    for (const fact of facts) expect([kind, text.includes(fact), fact]).toEqual([kind, true, fact])
    for (const secret of ['心脏病', '伊斯兰教']) expect([kind, text.includes(secret)]).toEqual([kind, false])
    if (kind === 'meal-notice') expect(text).not.toContain('马俊杰')
  }
})

test('a long itinerary breaks between rows, repeats its titles, and numbers its pages', async ({ client, served }) => {
  const visit = await aVisit(client, { startsOn: '2026-12-01', endsOn: '2026-12-04' })
  const contents: string[] = []
  for (let index = 0; index < 64; index++) {
    const day = `2026-12-0${1 + Math.floor(index / 16)}`
    const clock = (minutes: number) =>
      `${day}T${String(8 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    const start = (index % 16) * 40
    contents.push(`环节${index + 1}号`)
    await client.itinerary.add({
      visitId: visit.id,
      kind: 'meeting',
      startsAt: clock(start),
      endsAt: clock(start + 30),
      content: `环节${index + 1}号`,
      place: '总部大楼主楼三层国际会议中心第一报告厅'.repeat(1 + (index % 3)),
    })
  }
  const answer = await served.host.fetch(
    new Request(`http://127.0.0.1/documents/itinerary.pdf?${documentQuery({ kind: 'itinerary', visit: visit.id })}`),
  )
  const pages = await measurePdf(new Uint8Array(await answer.arrayBuffer()))
  expect(pages.length).toBeGreaterThan(2)
  pages.forEach((page, index) => {
    expect(page.text).toContain('时间')
    expect(page.text).toContain(`第${index + 1}页，共${pages.length}页`)
  })
  for (const content of contents) expect(pages.filter(page => page.text.includes(content))).toHaveLength(1)
})

import type { Locator, Page } from '@playwright/test'
import { VISIT_SECTIONS } from '../../renderer/base/sections.ts'
import { seriousFindings } from '../support/axe.ts'
import { aGuest, aRoom, aVisit } from '../support/builders.ts'
import type { Client } from '../support/office.ts'
import { expect, go, test } from '../support/served.ts'

const PAGES = ['/', '/calendar', '/visits', '/rooms', '/vehicles', '/people', '/supplies', '/badges']
const PRINTS = ['/print', '/print?visit=:visit', '/print?visit=:visit&kind=badges']
const SECTIONS = VISIT_SECTIONS.map(section => `/visits/:visit/${section}`)
/** Pages that are looked at in one test: some, so that each test stays well within its minute. */
const GROUPS = {
  'the pages of the office': PAGES,
  'the pages of printing': PRINTS,
  'the first sections of a visit': SECTIONS.slice(0, 5),
  'the middle sections of a visit': SECTIONS.slice(5, 10),
  'the last sections of a visit': SECTIONS.slice(10),
}

for (const language of ['中文', 'English'] as const)
  for (const shade of ['light', 'dark'] as const) {
    for (const [name, paths] of Object.entries(GROUPS))
      test(`axe finds nothing serious on ${name}, in ${language}, ${shade}`, async ({ desk, client }) => {
        const visitId = await lookAt(desk, client, language, shade)
        for (const path of paths) {
          await go(desk, path.replace(':visit', visitId))
          await drawn(desk)
          expect([path, await seriousFindings(desk)]).toEqual([path, []])
        }
      })

    test(`axe finds nothing serious in the settings, in ${language}, ${shade}`, async ({ desk, client }) => {
      await lookAt(desk, client, language, shade)
      await go(desk, '/settings')
      const tabs = desk.locator('.page .ant-segmented').first().locator('.ant-segmented-item')
      await expect(tabs.first()).toBeVisible()
      for (const tab of await tabs.all()) {
        await tab.click()
        await drawn(desk)
        expect([await tab.textContent(), await seriousFindings(desk)]).toEqual([await tab.textContent(), []])
      }
    })
  }

test('axe finds nothing serious on the first page of an empty office and on the page for signing in', async ({
  desk,
  client,
}) => {
  await expect.poll(() => seriousFindings(desk)).toEqual([])
  await client.sample.load()
  await client.accounts.signOut()
  await desk.reload()
  await expect(desk.getByRole('button', { name: '登录' })).toBeVisible()
  expect(await seriousFindings(desk)).toEqual([])
})

/** The sample office in a language and shade, with a visit that has something in every section. @returns the visit's id */
async function lookAt(
  desk: Page,
  client: Client,
  language: '中文' | 'English',
  shade: 'light' | 'dark',
): Promise<string> {
  await client.sample.load()
  const visits = await client.visits.range({ from: '2026-11-23', until: '2026-11-23' })
  const visit = visits.find(each => each.guestCount > 5)
  if (!visit) throw new Error('The sample has no visit of more than five guests today.')
  await fullVisit(client, visit.id)
  await desk.reload()
  await desk.getByText(language, { exact: true }).click()
  if (shade === 'dark') await desk.getByRole('button', { name: /^(深色|Dark)$/ }).click()
  return visit.id
}

/** Waits until a page shows what it has: a head or a line of it, and no placeholder. */
async function drawn(desk: Page): Promise<void> {
  await expect(desk.locator('.shell-main *').first()).toBeVisible()
  await expect(desk.locator('.shell-main .ant-skeleton, .shell-main .ant-spin-spinning')).toHaveCount(0)
  // Colours are read once nothing fades any more.
  await desk.waitForFunction(() => document.getAnimations().every(animation => animation.playState !== 'running'))
}

/** A line in every section, so that each is looked at with something in it. */
async function fullVisit(client: Client, visitId: string): Promise<void> {
  const visit = await client.visits.get({ id: visitId })
  await client.lodging.house({ visitId, roomType: 'twin', hotel: '江畔酒店' })
  await client.tickets.add({ visitId, line: { number: 'G7311', cost: 55_300 } })
  await client.costs.add({ visitId, line: { kind: 'venue', label: '花艺', estimated: 80_000, actual: 76_000 } })
  await client.briefings.put({
    visitId,
    revision: null,
    startsAt: `${visit.startsOn}T07:30`,
    endsAt: `${visit.startsOn}T08:00`,
  })
  await client.briefings.invite({ visitId })
  const stops = await client.itinerary.list({ visitId })
  const seated = new Set((await client.seating.list({ visitId })).map(seating => seating.itemId))
  for (const [kind, layout] of [
    ['meeting', 'opposite'],
    ['dining', 'round'],
  ] as const) {
    const stop = stops.find(item => item.kind === kind && !seated.has(item.id))
    if (stop) await client.seating.add({ visitId, line: { itemId: stop.id, tripId: null, layout } })
  }
}

test('dialogs are sound too', async ({ desk, client }) => {
  await aRoom(client, { name: '301', capacity: 8 })
  const visit = await aVisit(client)
  await aGuest(client, visit.id, { name: '张伟' })
  await go(desk, `/visits/${visit.id}/guests`)
  await desk.getByRole('button', { name: '张伟 的详情' }).click()
  await drawn(desk)
  expect(await seriousFindings(desk)).toEqual([])
  await desk.keyboard.press('Escape')
  await desk.getByRole('button', { name: '导入名单' }).click()
  await drawn(desk)
  expect(await seriousFindings(desk)).toEqual([])
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('Alt+n')
  await drawn(desk)
  expect(await seriousFindings(desk)).toEqual([])
})

/** Drags by mouse in steps, as a hand does. */
async function drag(
  page: Page,
  from: Locator,
  to: { x: number; y: number },
  grip: { x: number; y: number } = { x: 20, y: 8 },
) {
  const box = await from.boundingBox()
  if (!box) throw new Error('Nothing to drag')
  await page.mouse.move(box.x + grip.x, box.y + grip.y)
  await page.mouse.down()
  await page.mouse.move(box.x + grip.x + 6, box.y + grip.y + 6, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 12 })
  await page.waitForTimeout(100)
  await page.mouse.up()
}

test('a visit is dragged to another day with what it holds, or refused with reasons; undone by one click', async ({
  desk,
  client,
}) => {
  const room = await aRoom(client, { name: '301' })
  const visit = await aVisit(client, { title: '拖动的来访', startsOn: '2026-11-11' })
  await client.itinerary.add({
    visitId: visit.id,
    kind: 'meeting',
    startsAt: '2026-11-11T09:00',
    endsAt: '2026-11-11T10:00',
    roomId: room.id,
  })
  await client.bookings.create({
    resourceId: room.id,
    title: '例会',
    startsAt: '2026-11-13T09:00',
    endsAt: '2026-11-13T10:00',
  })
  await go(desk, '/calendar')
  const event = desk.locator('.rbc-event', { hasText: '拖动的来访' })
  await expect(event).toBeVisible()
  const cell = async (row: number, column: number) => {
    const box = await desk.locator('.rbc-month-row').nth(row).locator('.rbc-day-bg').nth(column).boundingBox()
    return { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 50 }
  }
  await drag(desk, event, await cell(2, 3))
  await expect(desk.getByText('“拖动的来访”已移到 2026-11-12，行程和预订一起移动')).toBeVisible()
  expect((await client.itinerary.list({ visitId: visit.id }))[0]).toMatchObject({
    startsAt: '2026-11-12T09:00',
    roomId: room.id,
  })
  await drag(desk, event, await cell(2, 4))
  await expect(desk.getByRole('dialog', { name: '不能移到这一天' })).toContainText('例会')
  await desk.keyboard.press('Escape')
  await desk.getByRole('button', { name: '撤销' }).first().click()
  await expect(desk.getByText('已撤销').first()).toBeVisible()
  expect((await client.visits.get({ id: visit.id })).startsOn).toBe('2026-11-11')
})

test('guests and items are reordered by drag', async ({ desk, client }) => {
  const visit = await aVisit(client)
  for (const name of ['张伟', '李娜', '王芳']) await aGuest(client, visit.id, { name })
  for (const [content, from, until] of [
    ['一', '09:00', '10:00'],
    ['二', '10:00', '10:30'],
    ['三', '11:00', '12:00'],
  ] as const)
    await client.itinerary.add({
      visitId: visit.id,
      kind: 'meeting',
      content,
      startsAt: `2026-11-23T${from}`,
      endsAt: `2026-11-23T${until}`,
    })
  await go(desk, `/visits/${visit.id}/guests`)
  await desk.getByRole('button', { name: /^王芳，第 3 位/ }).dragTo(desk.getByRole('group', { name: '张伟' }))
  await expect
    .poll(async () => (await client.guests.list({ visitId: visit.id })).map(guest => guest.name))
    .toEqual(['王芳', '张伟', '李娜'])
  await go(desk, `/visits/${visit.id}/itinerary`)
  await desk.getByRole('button', { name: /^三，第 3 项/ }).dragTo(desk.getByRole('group', { name: /一$/ }))
  await expect
    .poll(async () =>
      (await client.itinerary.list({ visitId: visit.id })).map(item => [item.content, item.startsAt.slice(11)]),
    )
    .toEqual([
      ['三', '09:00'],
      ['一', '10:00'],
      ['二', '11:30'],
    ])
})

test('nothing is cut off or scrolls sideways at 1366x768 and 1920x1080', async ({ desk, client }) => {
  test.setTimeout(240_000)
  await client.sample.load()
  const [visit] = (await client.visits.range({ from: '2026-11-23', until: '2026-11-23' })).filter(
    each => each.guestCount > 5,
  )
  if (visit) await fullVisit(client, visit.id)
  await desk.reload()
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ]) {
    await desk.setViewportSize(size)
    for (const language of ['中文', 'English']) {
      await desk.getByText(language, { exact: true }).click()
      for (const path of [
        '/',
        '/calendar',
        '/visits',
        '/rooms',
        '/people',
        '/supplies',
        '/settings',
        ...VISIT_SECTIONS.map(section => `/visits/${visit?.id}/${section}`),
      ]) {
        await go(desk, path)
        await desk.waitForTimeout(300)
        const wide = await desk.evaluate(() => {
          const main = document.querySelector('.shell-main')
          return {
            page: document.documentElement.scrollWidth - window.innerWidth,
            main: main ? main.scrollWidth - main.clientWidth : 0,
          }
        })
        expect([path, size.width, language, wide]).toEqual([path, size.width, language, { page: 0, main: 0 }])
      }
    }
  }
})

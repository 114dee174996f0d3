import type { Locator, Page } from '@playwright/test'
import { aRoom, aVisit } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

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
  await expect(page.locator('.rbc-addons-dnd-drag-preview').first()).toBeVisible()
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

test('a visit stands on the calendar, and a click opens it', async ({ desk, client }) => {
  await aVisit(client, { title: '北辰新能源考察', startsOn: '2026-12-01', endsOn: '2026-12-02' })
  await go(desk, '/calendar')
  await desk.getByRole('button', { name: '往后' }).click()
  await desk.locator('.rbc-event', { hasText: '北辰新能源考察' }).first().click()
  await expect(desk.getByRole('heading', { name: '北辰新能源考察' })).toBeVisible()
})

import type { Locator, Page } from '@playwright/test'
import { aGuest, anItem, aPerson, aRoom, aVehicle, aVisit } from '../support/builders.ts'
import type { Client } from '../support/office.ts'
import { expect, go, test } from '../support/served.ts'

/** A visit of tomorrow with one transfer, in an office with two cars and two guests. */
async function aTransfer(client: Client) {
  const car = await aVehicle(client, { name: '考斯特', plate: '沪A·8K219', capacity: 22 })
  await aVehicle(client, { name: '别克商务车', plate: '沪A·3M550', capacity: 7 })
  await aPerson(client, { name: '王晓燕', phone: '13900000001' })
  const visit = await aVisit(client, { startsOn: '2026-11-24', headcount: 24 })
  await aGuest(client, visit.id, { name: '张伟' })
  await aGuest(client, visit.id, { name: '李娜' })
  const item = await anItem(client, visit, { kind: 'transfer', from: '13:00', until: '13:40', content: '前往工厂' })
  return { car, visit, item }
}

const open = (page: Page, visitId: string, section: string) => go(page, `/visits/${visitId}/${section}`)

/** Is the field no longer where the keys go? */
const left = (field: Locator) => expect(field).not.toBeFocused()

test('Tab leaves an open list as it is: a car that Enter has booked stays booked, and the keys go on', async ({
  desk,
  client,
}) => {
  const { car, visit, item } = await aTransfer(client)
  await open(desk, visit.id, 'itinerary')
  const vehicles = desk.getByLabel('前往工厂：车辆')
  await vehicles.focus()
  await desk.keyboard.type('考斯')
  await desk.keyboard.press('Enter')
  const booked = async () =>
    (await client.itinerary.list({ visitId: visit.id })).find(each => each.id === item.id)?.vehicleIds
  await expect.poll(booked).toEqual([car.id])
  await desk.keyboard.press('Tab')
  await left(vehicles)
  await expect(desk.getByLabel('前往工厂：负责人')).toBeFocused()
  await expect(desk.locator('.ant-select-dropdown:visible')).toHaveCount(0)
  await desk.keyboard.press('Shift+Tab')
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('Tab')
  await left(vehicles)
  expect(await booked()).toEqual([car.id])
  const { entries } = await client.history.list({ visitId: visit.id, before: null })
  expect(entries.filter(entry => entry.action === 'delete')).toEqual([])
})

test('Tab leaves every other choice of a stop with what it holds: kind, place, person, guests', async ({
  desk,
  client,
}) => {
  const { visit } = await aTransfer(client)
  await aRoom(client, { name: '301会议室', capacity: 20 })
  await open(desk, visit.id, 'itinerary')
  for (const name of ['类型', '地点', '负责人', '参加人']) {
    const field = desk.getByLabel(`前往工厂：${name}`)
    await field.focus()
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('Tab')
    await left(field)
  }
  const item = (await client.itinerary.list({ visitId: visit.id }))[0]
  expect(item).toMatchObject({ kind: 'transfer', roomId: null, place: '', personInCharge: '李明', allGuests: true })
})

test('Tab leaves an open month with its day, and goes on', async ({ desk, client }) => {
  const { visit } = await aTransfer(client)
  await open(desk, visit.id, 'overview')
  const day = desk.getByLabel('开始日期', { exact: true })
  await day.focus()
  await desk.keyboard.press('Alt+ArrowDown')
  await expect(desk.locator('.ant-picker-dropdown')).toBeVisible()
  await desk.keyboard.press('Tab')
  await expect(desk.locator('.ant-picker-dropdown')).toBeHidden()
  await left(day)
  await day.focus()
  await desk.keyboard.press('Alt+ArrowDown')
  await desk.locator('.ant-picker-dropdown [title="2026-11-24"]').hover()
  await desk.keyboard.press('Escape')
  await expect(desk.locator('.ant-picker-dropdown')).toBeHidden()
  await expect(day).toBeFocused()
  expect((await client.visits.get({ id: visit.id })).startsOn).toBe('2026-11-24')
})

test('too few seats are said at the free rooms and cars, in the row, and in what the plan misses', async ({
  desk,
  client,
}) => {
  const { visit } = await aTransfer(client)
  await aRoom(client, { name: '201会议室', capacity: 20 })
  await anItem(client, visit, { kind: 'meeting', from: '10:00', until: '11:00', content: '会谈' })
  await open(desk, visit.id, 'itinerary')
  await desk.getByLabel('会谈：地点').click()
  const room = desk.locator('.ant-select-item-option').filter({ hasText: '201会议室' })
  await expect(room).toContainText('空闲 · 座位不足（20/24）')
  await room.click()
  const row = desk.getByRole('group', { name: '10:00 会谈' })
  await expect(row).toContainText('201会议室只有 20 座，来 24 人。')
  await desk.getByLabel('前往工厂：车辆').click()
  const car = desk.locator('.ant-select-item-option').filter({ hasText: '考斯特' })
  await expect(car).toContainText('座位不足（22/24）')
  await car.click()
  await expect(desk.getByRole('group', { name: '13:00 前往工厂' })).toContainText('考斯特少 2 个座位。')
  await expect(desk.locator('.ant-select-item-option').filter({ hasText: '别克商务车' })).not.toContainText('座位不足')
  await open(desk, visit.id, 'approval')
  const missing = desk.getByRole('region', { name: '准备情况' })
  await expect(missing).toContainText('201会议室只有 20 座，来 24 人')
  await expect(missing).toContainText('考斯特少 2 个座位')
})

test('a room that is offered in place of a taken one says what it lacks', async ({ desk, client }) => {
  const { visit } = await aTransfer(client)
  const hall = await aRoom(client, { name: '多功能厅', capacity: 60 })
  await aRoom(client, { name: '201会议室', capacity: 20 })
  await client.bookings.create({
    resourceId: hall.id,
    title: '董事会',
    startsAt: '2026-11-24T09:00',
    endsAt: '2026-11-24T12:00',
  })
  await anItem(client, visit, { kind: 'meeting', from: '10:00', until: '11:00', content: '会谈' })
  await open(desk, visit.id, 'itinerary')
  const place = desk.getByLabel('会谈：地点')
  await place.click()
  await place.fill('多功能厅')
  await desk.keyboard.press('Tab')
  await expect(desk.getByRole('button', { name: /201会议室 · 20 座 · 座位不足（20\/24）/ })).toBeVisible()
})

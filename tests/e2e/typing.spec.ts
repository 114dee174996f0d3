import type { Locator, Page } from '@playwright/test'
import { aGuest, anItem, aPerson, aRoom, aVehicle, aVisit, readyPlan, submitted } from '../support/builders.ts'
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

test('who is in charge of a stop stands on the people timeline, and leads to the stop', async ({ desk, client }) => {
  await aPerson(client, { name: '王晓燕', department: '接待办' })
  const visit = await aVisit(client, { title: '东海协会考察' })
  await anItem(client, visit, {
    kind: 'meeting',
    content: '会谈',
    from: '14:00',
    until: '15:30',
    personInCharge: '王晓燕',
  })
  await go(desk, '/people')
  const bar = desk.getByRole('button', { name: /东海协会考察 · 会谈 14:00–15:30/ })
  await expect(bar).toBeVisible()
  await bar.click()
  await expect(desk.getByLabel('会谈：内容')).toBeVisible()
})

test('the dish is named that does not go with a diet, and no dish that only sounds so', async ({ desk, client }) => {
  const visit = await aVisit(client)
  await aGuest(client, visit.id, { name: '林小雨', diet: '素食' })
  await anItem(client, visit, { kind: 'dining', content: '午宴', from: '12:00', until: '13:00' })
  await open(desk, visit.id, 'dining')
  await desk.getByLabel('菜单').fill('清蒸鲈鱼\n素鸡\n鱼香茄子\n红烧肉')
  await desk.keyboard.press('Tab')
  await expect(desk.getByText('“清蒸鲈鱼、红烧肉”与素食不合（1 位来宾）')).toBeVisible()
})

test('a new line stays where it was typed until the page is left, and what is typed next goes into it', async ({
  desk,
  client,
}) => {
  for (const name of ['白皮书', '茶具', '围巾']) await client.supplies.create({ name })
  await go(desk, '/supplies')
  const names = () =>
    desk.locator('.supply-grid[data-line]').evaluateAll(rows => rows.map(row => row.getAttribute('aria-label')))
  await expect.poll(names).toHaveLength(3)
  const before = await names()
  await desk.getByLabel('新物料的名称，回车添加').fill('八音盒')
  await desk.keyboard.press('Enter')
  await expect.poll(names).toEqual([...before, '八音盒'])
  await desk.getByLabel('八音盒：单价').click()
  await desk.keyboard.type('88')
  await desk.keyboard.press('Tab')
  await expect
    .poll(async () => (await client.supplies.list()).find(each => each.name === '八音盒')?.unitValue)
    .toBe(8800)
  expect(await names()).toEqual([...before, '八音盒'])
  await go(desk, '/today')
  await go(desk, '/supplies')
  await expect.poll(async () => (await names()).at(-1)).not.toBe('八音盒')
})

test('whoever removes a line by its bin stands at the next bin, at last at the field that adds', async ({
  desk,
  client,
}) => {
  for (const name of ['甲', '乙', '丙']) await client.supplies.create({ name })
  await go(desk, '/supplies')
  const bins = desk.locator('.row-button.bin')
  await expect(bins).toHaveCount(3)
  await expect(bins.nth(1)).toHaveCSS('opacity', '0')
  await bins.nth(1).focus()
  await expect(bins.nth(1)).toHaveCSS('opacity', '1')
  const third = await bins.nth(2).getAttribute('aria-label')
  await desk.keyboard.press('Enter')
  await expect(bins).toHaveCount(2)
  await expect(desk.getByRole('button', { name: third ?? '' })).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(bins).toHaveCount(1)
  await expect(bins).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(bins).toHaveCount(0)
  await expect(desk.getByLabel('新物料的名称，回车添加')).toBeFocused()
})

test('who submitted and may decide finds both apart, and what cannot be undone asks first', async ({
  desk,
  client,
}) => {
  const visit = await aVisit(client, { grade: 'B' })
  await readyPlan(client, visit.id)
  await submitted(client, visit.id)
  await open(desk, visit.id, 'approval')
  await desk.getByRole('button', { name: '撤回', exact: true }).click()
  const question = desk.getByRole('dialog', { name: '撤回第 1 版方案？' })
  await expect(question).toContainText('方案回到策划中')
  await question.getByRole('button', { name: '取消' }).click()
  await expect(question).toBeHidden()
  expect((await client.visits.get({ id: visit.id })).status).toBe('submitted')
  await desk.getByRole('button', { name: '批准', exact: true }).click()
  await desk.getByRole('dialog', { name: '批准第 1 版方案？' }).getByRole('button', { name: '批准' }).click()
  await expect.poll(async () => (await client.visits.get({ id: visit.id })).status).toBe('approved')
})

test('a mail address that is none stays, with a sentence, and is not taken', async ({ desk, client }) => {
  await go(desk, '/settings')
  const mail = desk.getByLabel('邮箱')
  await mail.fill('not an email')
  await desk.keyboard.press('Tab')
  await expect(desk.getByText('不像邮箱地址，应如 name@example.com')).toBeVisible()
  await expect(mail).toHaveValue('not an email')
  expect((await client.office.settings()).email).toBe('')
  await mail.fill('reception@example.cn')
  await desk.keyboard.press('Tab')
  await expect.poll(async () => (await client.office.settings()).email).toBe('reception@example.cn')
})

test('a room wants three fields, the next one follows at once, and the rest is below “more”', async ({
  desk,
  client,
}) => {
  await go(desk, '/rooms')
  await desk.getByRole('button', { name: '添加会议室' }).first().click()
  const drawer = desk.getByRole('dialog', { name: '添加会议室' })
  await drawer.getByLabel('名称').fill('301会议室')
  await drawer.getByLabel('楼栋').fill('主楼')
  await expect(drawer.getByLabel('会前准备（分钟）')).toBeHidden()
  await drawer.getByRole('button', { name: '保存并继续添加' }).click()
  await expect(drawer.getByLabel('名称')).toBeFocused()
  await expect(drawer.getByLabel('名称')).toHaveValue('')
  await expect(drawer.getByLabel('楼栋')).toHaveValue('主楼')
  await desk.keyboard.type('302会议室')
  await desk.keyboard.press('Enter')
  await expect(drawer).toBeHidden()
  const rooms = (await client.resources.list({ kind: 'room' })).map(room => `${room.building} ${room.name}`)
  expect(rooms.sort()).toEqual(['主楼 301会议室', '主楼 302会议室'])
})

test('Enter saves an account', async ({ desk, client }) => {
  await go(desk, '/settings')
  await desk.getByText('账户', { exact: true }).click()
  await desk.getByRole('button', { name: '添加账户' }).click()
  await desk.keyboard.type('周敏')
  await desk.keyboard.press('Enter')
  await expect.poll(async () => (await client.accounts.list()).map(account => account.name)).toContain('周敏')
})

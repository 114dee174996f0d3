import type { Locator } from '@playwright/test'
import { seriousFindings } from '../support/axe.ts'
import { aGradeAPlan, anItem, approved, aRoom, aVehicle, aVisit, submitted } from '../support/builders.ts'
import type { Client } from '../support/office.ts'
import { dragOnto, expect, go, settled, test } from '../support/served.ts'

const DAY = '2026-11-23'
const book = (client: Client, resourceId: string, title: string, from: string, until: string, fields: object = {}) =>
  client.bookings.create({ resourceId, title, startsAt: `${DAY}T${from}`, endsAt: `${DAY}T${until}`, ...fields })

const addItem = async (
  day: Locator,
  item: { start?: string; end?: string; content: string; place?: string; vehicle?: string },
) => {
  if (item.start) await day.getByLabel('新环节：开始').fill(item.start)
  if (item.start) await day.getByLabel('新环节：开始').press('Tab')
  if (item.end) await day.getByLabel('新环节：结束').fill(item.end)
  if (item.end) await day.getByLabel('新环节：结束').press('Tab')
  if (item.place) {
    await day.getByLabel('新环节：地点').fill(item.place)
    await day.getByLabel('新环节：地点').press('Escape')
  }
  if (item.vehicle) {
    await day.getByLabel('新环节：车辆').click()
    await day.page().locator('.ant-select-item-option').filter({ hasText: item.vehicle }).click()
    await day.page().keyboard.press('Escape')
  }
  await day.getByLabel('新环节：内容').fill(item.content)
  await day.getByLabel('新环节：内容').press('Enter')
}

/** Two rooms, one of them taken in the afternoon of the first day; a car; and a visit of two days. */
async function twoDays(client: Client) {
  const room = await aRoom(client, { name: '301 会议室', capacity: 20 })
  await aRoom(client, { name: '302 会议室', capacity: 12 })
  await aVehicle(client, { name: '考斯特', plate: '沪A·8K219', capacity: 19 })
  const taken = { startsAt: '2026-12-01T14:00', endsAt: '2026-12-01T15:00' }
  await client.bookings.create({ resourceId: room.id, title: '质量例会', ...taken })
  return { room, visit: await aVisit(client, { startsOn: '2026-12-01', endsOn: '2026-12-02' }) }
}

test('stops are reordered by drag, each as long as it was', async ({ desk, client }) => {
  const visit = await aVisit(client)
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
  await go(desk, `/visits/${visit.id}/itinerary`)
  await settled(desk)
  await dragOnto(desk, desk.getByRole('button', { name: /^三，第 3 项/ }), desk.getByRole('group', { name: /一$/ }))
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

test('a two-day itinerary is typed', async ({ desk, client }) => {
  const { visit } = await twoDays(client)
  await go(desk, `/visits/${visit.id}/itinerary`)
  const first = desk.getByRole('form', { name: '2026-12-01 新环节' })
  await addItem(first, { start: '900', end: '930', content: '主楼迎接', place: '主楼南门', vehicle: '考斯特' })
  await expect(desk.getByLabel('主楼迎接：开始')).toHaveValue('09:00')
  await expect(first.getByLabel('新环节：开始')).toHaveValue('09:30')
  await addItem(first, { content: '双方会谈', place: '301 会议室' })
  await expect(desk.getByLabel('双方会谈：地点')).toHaveValue('301 会议室')
  await expect(desk.getByLabel('双方会谈：结束')).toHaveValue('10:30')
  const second = desk.getByRole('form', { name: '2026-12-02 新环节' })
  await addItem(second, { start: '9', content: '参观产线', place: '总装车间' })
  await expect(desk.getByLabel('参观产线：开始')).toHaveValue('09:00')
})

test('a double booking is refused by name, and the alternative taken with one click', async ({ desk, client }) => {
  const { room, visit } = await twoDays(client)
  await anItem(client, visit, { kind: 'meeting', content: '双方会谈', from: '09:30', until: '10:30', roomId: room.id })
  await go(desk, `/visits/${visit.id}/itinerary`)
  const first = desk.getByRole('form', { name: '2026-12-01 新环节' })
  await addItem(first, { start: '1430', end: '1530', content: '专题研讨', place: '301 会议室' })
  const refusal = desk.getByRole('alert').filter({ hasText: '质量例会' })
  await expect(refusal).toContainText('301 会议室 在 12-01 14:00–15:00 已被“质量例会”占用')
  await expect(desk.getByLabel('专题研讨：地点')).toHaveCount(0)
  await refusal.getByRole('button', { name: /302 会议室/ }).click()
  await expect(desk.getByLabel('专题研讨：地点')).toHaveValue('302 会议室')
  await expect(desk.getByText(/之间空 240 分钟/)).toBeVisible()
})

test('the changed room of an approved plan asks first, is kept as it was on no, and goes back to planning on yes', async ({
  desk,
  client,
}) => {
  const { visit } = await aGradeAPlan(client)
  await submitted(client, visit.id)
  await approved(client, visit.id, 2)
  await go(desk, `/visits/${visit.id}/itinerary`)
  const place = desk.getByLabel('联合研讨：地点')
  await place.click()
  await place.fill('302 会议室')
  await place.press('Tab')
  const question = desk.getByRole('dialog').filter({ hasText: '这次来访的方案已批准' })
  await expect(question).toContainText('会议室')
  await question.getByRole('button', { name: '保持不变' }).click()
  await expect(place).toHaveValue('301 会议室')
  await place.click()
  await place.fill('302 会议室')
  await place.press('Tab')
  await question.getByRole('button', { name: '更改并退回策划' }).click()
  await expect(desk.locator('.page-head').getByText('策划中')).toBeVisible()
})

test('every stop of a visit gets its room at once', async ({ desk, client }) => {
  await aRoom(client, { name: '301', capacity: 12, building: '主楼' })
  const hall = await aRoom(client, { name: '大厅', capacity: 60, building: '东楼' })
  const visit = await aVisit(client, { headcount: 10 })
  await anItem(client, visit, { kind: 'meeting', content: '会谈', from: '10:00', until: '11:00' })
  await anItem(client, visit, { kind: 'meeting', content: '交流', from: '11:00', until: '12:00' })
  await book(client, hall.id, '占用', '13:00', '14:00')
  await go(desk, `/visits/${visit.id}/itinerary`)
  await desk.getByRole('button', { name: '一键安排会议室' }).click()
  const dialog = desk.getByRole('dialog', { name: '为还没有会议室的环节安排' })
  await expect(dialog.getByText('够坐的最小一间')).toBeVisible()
  await expect(dialog.getByText('与上一环节同一间')).toBeVisible()
  expect(await seriousFindings(desk)).toEqual([])
  await dialog.getByRole('button', { name: '安排 2 个环节' }).click()
  await expect(desk.getByText('已为 2 个环节订好会议室')).toBeVisible()
  expect((await client.itinerary.list({ visitId: visit.id })).map(each => each.roomName)).toEqual(['301', '301'])
})

test('the room of a stop is chosen on the timeline', async ({ desk, client }) => {
  const room = await aRoom(client, { name: '301', capacity: 12, building: '主楼' })
  const hall = await aRoom(client, { name: '大厅', capacity: 60, building: '东楼' })
  const visit = await aVisit(client, { headcount: 10 })
  await anItem(client, visit, { kind: 'meeting', content: '会谈', from: '10:00', until: '11:00', roomId: room.id })
  await anItem(client, visit, { kind: 'meeting', content: '交流', from: '11:00', until: '12:00', roomId: room.id })
  await book(client, hall.id, '占用', '13:00', '14:00')
  await go(desk, `/visits/${visit.id}/itinerary`)
  await desk.getByRole('button', { name: '会谈 的更多内容' }).click()
  await desk.getByRole('button', { name: /换一间/ }).click()
  const picker = desk.getByRole('dialog', { name: /会议室 · 11-23 10:00–11:00/ })
  await expect(picker.locator('.tl-row')).toHaveCount(2)
  expect(await seriousFindings(desk)).toEqual([])
  await picker.getByRole('button', { name: '选用大厅' }).click()
  await expect
    .poll(async () => (await client.itinerary.list({ visitId: visit.id })).map(each => each.roomName))
    .toEqual(['大厅', '301'])
})

test('stops are typed in English, with the keyboard alone', async ({ desk, client }) => {
  await aRoom(client, { name: '301 会议室', latinName: 'Room 301', capacity: 20 })
  const visit = await aVisit(client, { title: 'Delegation of Acme', organization: 'Acme', coordinator: '' })
  await desk.getByText('English', { exact: true }).click()
  await go(desk, `/visits/${visit.id}/guests`)
  await desk.getByLabel('New guest: Name').focus()
  const keys = desk.keyboard
  await keys.press('Alt+PageDown')
  await expect(desk.getByRole('form', { name: /New item on/ }).getByLabel('New item: Content')).toBeFocused()
  await keys.type('Opening talks')
  await keys.press('Tab')
  await keys.type('Room 301')
  await keys.press('Escape')
  await keys.press('Shift+Tab')
  await keys.press('Enter')
  await expect(desk.getByLabel('Opening talks: Place')).toHaveValue('Room 301')
  await keys.type('Lunch')
  await keys.press('Enter')
  await expect(desk.getByLabel('Lunch: Start')).toHaveValue('09:30')
  await expect(desk.locator('body')).not.toContainText(/[\u4e00-\u9fff]{2,}(?<!中文|前台)/)
})

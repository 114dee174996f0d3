import { seriousFindings } from '../support/axe.ts'
import { anItem, aPerson, aRoom, aVisit } from '../support/builders.ts'
import type { Client } from '../support/office.ts'
import { bytesOf, expect, go, test } from '../support/served.ts'

const DAY = '2026-11-23'
const book = (client: Client, resourceId: string, title: string, from: string, until: string, fields: object = {}) =>
  client.bookings.create({ resourceId, title, startsAt: `${DAY}T${from}`, endsAt: `${DAY}T${until}`, ...fields })

test('a room for twelve is found by best fit, or what comes nearest is explained; one press from booked', async ({
  desk,
  client,
}) => {
  const fits = await aRoom(client, { name: '301', capacity: 12, building: '主楼' })
  await aRoom(client, { name: '大厅', capacity: 60, building: '主楼' })
  await book(client, fits.id, '例会', '09:00', '11:00')
  await go(desk, '/rooms')
  await desk.getByRole('button', { name: '找会议室' }).click()
  const panel = desk.getByRole('region', { name: '找会议室' })
  await panel.getByLabel('人数').fill('12')
  await panel.getByLabel('时长（分钟）').fill('90')
  await expect(panel.getByRole('button', { name: /301.*11:00–12:30/ })).toHaveClass(/best/)
  expect(await seriousFindings(desk)).toEqual([])
  await panel.getByRole('button', { name: /301/ }).click()
  const dialog = desk.getByRole('dialog', { name: '预订 301' })
  await expect(dialog.getByLabel('人数')).toHaveValue('12')
  await dialog.getByLabel('用途').fill('评审')
  await dialog.getByLabel('用途').press('Enter')
  await expect(desk.getByText('已预订', { exact: true })).toBeVisible()
  await panel.getByLabel('人数').fill('70')
  await expect(panel.getByText('没有完全符合的。最接近的是：')).toBeVisible()
  await expect(panel.getByRole('button', { name: /301 \+ 大厅|大厅 \+ 301/ })).toBeVisible()
})

test('rows are filtered by seats, equipment and being free', async ({ desk, client }) => {
  const small = await aRoom(client, { name: '小间', capacity: 4, equipment: ['白板'] })
  await aRoom(client, { name: '大间', capacity: 40, equipment: ['投影'] })
  await book(client, small.id, '占用', '09:00', '10:00')
  await go(desk, '/rooms')
  await expect(desk.locator('.tl-row')).toHaveCount(2)
  await desk.getByRole('button', { name: '筛选' }).click()
  await desk.getByLabel('至少座位').fill('10')
  await expect(desk.locator('.tl-row')).toHaveCount(1)
  await desk.getByLabel('至少座位').fill('')
  await desk.getByRole('button', { name: '应用' }).click()
  await expect(desk.locator('.tl-name')).toHaveText([/大间/])
  await desk.keyboard.press('Escape')
  await desk.getByRole('button', { name: '清除筛选' }).click()
  await expect(desk.locator('.tl-row')).toHaveCount(2)
})

test('every stop of a visit gets its room at once, and one is chosen on the timeline', async ({ desk, client }) => {
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

test('a hold that expired is told on Today and taken up again', async ({ desk, client, served }) => {
  const room = await aRoom(client, { name: '301' })
  await book(client, room.id, '可能的来访', '15:00', '16:00', { status: 'tentative', expiresAt: '2026-11-23T12:00' })
  served.host.context.clock = () => new Date('2026-11-23T04:01:00Z')
  // Something else is there, so that Today is not the first-start page.
  await aVisit(client)
  await desk.reload()
  await go(desk, '/')
  const holds = desk.getByRole('region', { name: '占位与车辆证照' })
  await expect(holds.getByText('已自动释放')).toBeVisible()
  await holds.getByRole('button', { name: '重新占位' }).click()
  await expect(desk.getByText('“可能的来访”已重新占位')).toBeVisible()
  expect(await client.bookings.list({ from: `${DAY}T00:00`, until: '2026-11-24T00:00' })).toMatchObject([
    { status: 'tentative', title: '可能的来访' },
  ])
})

test('a calendar and an Excel list are taken over, seen first; a broken line is named', async ({ desk, client }) => {
  const room = await aRoom(client, { name: '301' })
  await book(client, room.id, '例会', '14:00', '15:00')
  await go(desk, '/rooms')
  const open = async (what: string) => {
    await desk.getByRole('button', { name: /^(import )?导入$/ }).click()
    await desk.getByRole('menuitem', { name: what }).click()
  }
  const ics = (start: string) =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:外部会议\r\nDTSTART:${start}\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
  await open('导入日历文件（.ics）')
  const calendar = desk.getByRole('dialog', { name: '导入日历文件（.ics）' })
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await calendar.locator('input[type=file]').setInputFiles(file('a.ics', ics('2026-11-23T16')))
  await expect(calendar.getByText('日历文件第 6 行无法读取，没有导入任何内容。')).toBeVisible()
  await calendar.locator('input[type=file]').setInputFiles(file('a.ics', ics('20261123T160000')))
  await expect(calendar.getByText('外部会议')).toBeVisible()
  await calendar.getByRole('button', { name: '导入 1 项' }).click()
  await expect(desk.getByText('新增 1，更改 0，释放 0，跳过 0')).toBeVisible()

  await open('从 Excel 导入预订')
  const list = desk.getByRole('dialog', { name: '从 Excel 导入预订' })
  const csv =
    '会议室,主题,日期,开始,结束,预订人\n301,周报,2026/11/23,9:00,10:00,王晓燕\n301,冲突,11月23日,14:30,15:30,\n999,无此室,11/23,9:00,,\n'
  await list.locator('input[type=file]').setInputFiles(file('预订.csv', csv))
  await expect(list.getByText('没有叫“999”的资源。')).toBeVisible()
  await list.getByRole('button', { name: '预订 2 行' }).click()
  await expect(list.getByText('1 行的时间已被占用，已标出。没有预订任何一行；再次导入将跳过它们。')).toBeVisible()
  await list.getByRole('button', { name: '预订 1 行' }).click()
  await expect(desk.getByText('已预订 1 行')).toBeVisible()
  const titles = (await client.bookings.list({ from: `${DAY}T00:00`, until: '2026-11-24T00:00' })).map(
    each => each.title,
  )
  expect(titles).toEqual(['周报', '例会', '外部会议'])
})

test('use is counted and leaves as a workbook; a time when all are free is found for the briefing', async ({
  desk,
  client,
}) => {
  const room = await aRoom(client, { name: '301', bookableFrom: '09:00', bookableUntil: '17:00' })
  await book(client, room.id, '例会', '09:00', '11:00')
  await go(desk, '/rooms')
  await desk.getByText('使用率', { exact: true }).click()
  await expect(desk.getByText('2.0', { exact: true })).toBeVisible()
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: /Excel/ }).click(),
  ])
  expect(new TextDecoder().decode((await bytesOf(download)).slice(0, 2))).toBe('PK')

  const person = await aPerson(client, { name: '李明' })
  await client.bookings.create({
    resourceId: person.id,
    title: '出差',
    startsAt: '2026-11-22T08:30',
    endsAt: '2026-11-23T10:00',
  })
  const visit = await aVisit(client, { startsOn: '2026-11-24' })
  await client.briefings.put({
    visitId: visit.id,
    revision: null,
    startsAt: '2026-11-23T17:00',
    endsAt: '2026-11-23T17:30',
    roomId: room.id,
  })
  await client.attendees.add({ visitId: visit.id, line: { name: '李明' } })
  await go(desk, `/visits/${visit.id}/approval`)
  await desk.getByRole('button', { name: '找大家都有空的时间' }).click()
  await desk.getByRole('button', { name: '11-23 11:00–11:30' }).click()
  await expect.poll(async () => (await client.briefings.get({ visitId: visit.id }))?.startsAt).toBe('2026-11-23T11:00')
})

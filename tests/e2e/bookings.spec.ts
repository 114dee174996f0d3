import type { Page } from '@playwright/test'
import { seriousFindings } from '../support/axe.ts'
import { aRoom } from '../support/builders.ts'
import type { Client } from '../support/office.ts'
import { bytesOf, expect, go, test } from '../support/served.ts'

const DAY = '2026-11-23'
const book = (client: Client, resourceId: string, title: string, from: string, until: string, fields: object = {}) =>
  client.bookings.create({ resourceId, title, startsAt: `${DAY}T${from}`, endsAt: `${DAY}T${until}`, ...fields })

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

/** Opens an import from the menu of a page. */
async function open(desk: Page, what: string) {
  await desk.getByRole('button', { name: /^(import )?导入$/ }).click()
  await desk.getByRole('menuitem', { name: what }).click()
}

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

test('a calendar file is taken over, seen first; a broken line is named', async ({ desk, client }) => {
  const room = await aRoom(client, { name: '301' })
  await book(client, room.id, '例会', '14:00', '15:00')
  await go(desk, '/rooms')
  const ics = (start: string) =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:外部会议\r\nDTSTART:${start}\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
  await open(desk, '导入日历文件（.ics）')
  const calendar = desk.getByRole('dialog', { name: '导入日历文件（.ics）' })
  await calendar.locator('input[type=file]').setInputFiles(file('a.ics', ics('2026-11-23T16')))
  await expect(calendar.getByText('日历文件第 6 行无法读取，没有导入任何内容。')).toBeVisible()
  await calendar.locator('input[type=file]').setInputFiles(file('a.ics', ics('20261123T160000')))
  await expect(calendar.getByText('外部会议')).toBeVisible()
  await calendar.getByRole('button', { name: '导入 1 项' }).click()
  await expect(desk.getByText('新增 1，更改 0，释放 0，跳过 0')).toBeVisible()
  expect(await titles(client)).toEqual(['例会', '外部会议'])
})

test('an Excel list of bookings is taken over, seen first; what is taken is marked and left out', async ({
  desk,
  client,
}) => {
  const room = await aRoom(client, { name: '301' })
  await book(client, room.id, '例会', '14:00', '15:00')
  await go(desk, '/rooms')
  await open(desk, '导入预订（Excel）')
  const list = desk.getByRole('dialog', { name: '导入预订（Excel）' })
  const csv =
    '会议室,主题,日期,开始,结束,预订人\n301,周报,2026/11/23,9:00,10:00,王晓燕\n301,冲突,11月23日,14:30,15:30,\n999,无此室,11/23,9:00,,\n'
  await list.locator('input[type=file]').setInputFiles(file('预订.csv', csv))
  await expect(list.getByText('没有叫“999”的资源。')).toBeVisible()
  await list.getByRole('button', { name: '预订 2 行' }).click()
  await expect(list.getByText('1 行的时间已被占用，已标出。没有预订任何一行；再次导入将跳过它们。')).toBeVisible()
  await list.getByRole('button', { name: '预订 1 行' }).click()
  await expect(desk.getByText('已预订 1 行')).toBeVisible()
  expect(await titles(client)).toEqual(['周报', '例会'])
})

const titles = async (client: Client) =>
  (await client.bookings.list({ from: `${DAY}T00:00`, until: '2026-11-24T00:00' })).map(each => each.title)

test('use is counted and leaves as a workbook', async ({ desk, client }) => {
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
})

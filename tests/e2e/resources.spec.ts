import { aRoom } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

test('an empty office is set up by hand', async ({ desk }) => {
  await expect(desk.getByRole('heading', { name: '欢迎使用迎宾' })).toBeVisible()
  await desk.getByRole('button', { name: '添加会议室' }).click()
  await desk.getByLabel('名称').fill('301 会议室')
  await desk.getByLabel('座位数').fill('20')
  await desk.getByRole('button', { name: '保存', exact: true }).click()
  await expect(desk.getByText('已添加 301 会议室')).toBeVisible()
  await desk.getByRole('link', { name: '车辆' }).click()
  await desk.getByRole('button', { name: '添加车辆' }).first().click()
  await desk.getByLabel('名称').fill('考斯特')
  await desk.getByLabel('车牌', { exact: true }).fill('沪A·8K219')
  await desk.getByLabel('座位数').fill('19')
  await desk.getByRole('button', { name: '保存', exact: true }).click()
  await expect(desk.getByText('已添加 考斯特')).toBeVisible()
})

test('rows are filtered by seats, equipment and being free', async ({ desk, client }) => {
  const small = await aRoom(client, { name: '小间', capacity: 4, equipment: ['白板'] })
  await aRoom(client, { name: '大间', capacity: 40, equipment: ['投影'] })
  await client.bookings.create({
    resourceId: small.id,
    title: '占用',
    startsAt: '2026-11-23T09:00',
    endsAt: '2026-11-23T10:00',
  })
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

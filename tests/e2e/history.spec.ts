import { anItem, aRoom, aVisit } from '../support/builders.ts'
import { expect, go, tab, test } from '../support/served.ts'

test('everything done is in the history, and can be undone', async ({ desk, client }) => {
  const room = await aRoom(client, { name: '302 会议室' })
  const visit = await aVisit(client)
  await anItem(client, visit, { kind: 'meeting', from: '14:30', until: '15:30', content: '专题研讨', roomId: room.id })
  await go(desk, `/visits/${visit.id}/itinerary`)
  await expect(desk.getByLabel('专题研讨：地点')).toHaveValue('302 会议室')
  await tab(desk, '历史')
  await expect(desk.locator('.deed').first()).toContainText('专题研讨')
  await desk.locator('.deed').first().getByRole('button', { name: '撤销' }).click()
  await expect(desk.getByText('已撤销').first()).toBeVisible()
  await tab(desk, '行程')
  await expect(desk.getByLabel('专题研讨：地点')).toHaveCount(0)
})

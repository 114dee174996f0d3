import { aGradeAPlan } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

test('a gift is taken from stock for each guest', async ({ desk, client }) => {
  const { visit } = await aGradeAPlan(client)
  await client.supplies.create({ name: '丝绸书签', unit: '件', unitValue: 3500, quantity: 60 })
  await go(desk, `/visits/${visit.id}/supplies`)
  await desk.getByLabel('领用……').click()
  await desk.locator('.ant-select-item-option').filter({ hasText: '丝绸书签' }).click()
  await expect(desk.getByText('4 件')).toBeVisible()
})

import { aGradeAPlan } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

test('a car of ours brings its driver to a pickup', async ({ desk, client }) => {
  const { visit } = await aGradeAPlan(client)
  await go(desk, `/visits/${visit.id}/transport`)
  const pickup = desk.getByRole('region', { name: '浦东机场接机' })
  await pickup.getByLabel('派我方车辆').click()
  await desk.locator('.ant-select-item-option').filter({ hasText: '考斯特' }).click()
  await expect(pickup.getByLabel('司机', { exact: true })).toHaveValue('周志强')
  await pickup.getByLabel('接机牌文字').fill('欢迎东海协会')
  await pickup.getByLabel('航班/车次').fill('MU5101')
  await pickup.getByLabel('航班/车次').press('Enter')
})

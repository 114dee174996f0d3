import { aGradeAPlan } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

test('a menu is held against the diets, and a cost above the standard wants a reason', async ({ desk, client }) => {
  const { visit } = await aGradeAPlan(client)
  await go(desk, `/visits/${visit.id}/dining`)
  const dinner = desk.getByRole('region', { name: '欢迎晚宴' })
  await dinner.getByLabel('菜单').fill('冷盘\n红烧肉\n时蔬')
  await expect(dinner.getByText('“红烧肉”与清真不合（1 位来宾）')).toBeVisible()
  await dinner.getByLabel('菜单').fill('冷盘\n清蒸鲈鱼\n时蔬')
  await expect(dinner.getByText(/与清真不合/)).toBeHidden()
  await dinner.getByLabel(/^人均标准/).fill('380')
  await dinner.getByLabel(/^人均标准/).press('Tab')
  await expect(dinner.getByRole('alert')).toContainText('请写明原因')
  await dinner.getByLabel('超标原因').fill('首次来访')
  await dinner.getByLabel('超标原因').press('Enter')
  await expect(dinner.getByRole('alert')).toBeHidden()
})

import { aGradeAPlan } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

test('the checklist of a visit is made from its plan, and a task ticked', async ({ desk, client }) => {
  const { visit } = await aGradeAPlan(client)
  await go(desk, `/visits/${visit.id}/checklist`)
  await desk.getByRole('button', { name: '生成准备清单' }).click()
  await desk.getByLabel('完成：打印并核对胸牌').click()
  await expect(desk.getByText(/前台 11-23 09:00/)).toBeVisible()
})

import { aGradeAPlan } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

test('all guests get a bed at once', async ({ desk, client }) => {
  const { visit } = await aGradeAPlan(client)
  await go(desk, `/visits/${visit.id}/lodging`)
  await desk.getByRole('button', { name: '两人一间' }).click()
  await expect(desk.getByText('已安排 2 间')).toBeVisible()
})

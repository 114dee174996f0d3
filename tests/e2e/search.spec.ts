import { aGuest, aVisit } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

test('from a visit to its papers and to a guest by search, in English, with the keyboard alone', async ({
  desk,
  client,
}) => {
  const visit = await aVisit(client, { title: 'Delegation of Acme', organization: 'Acme', coordinator: '' })
  for (const name of ['Grace Hopper', 'Ada Lovelace']) await aGuest(client, visit.id, { name })
  await desk.getByText('English', { exact: true }).click()
  await go(desk, `/visits/${visit.id}/guests`)
  await expect(desk.getByLabel('Ada Lovelace: Name', { exact: true })).toBeVisible()
  // The keys are where one types, not on the switch of the language.
  await desk.getByLabel('New guest: Name').focus()
  const keys = desk.keyboard
  await keys.press('Control+p')
  await expect(desk.getByRole('heading', { name: 'Print' })).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Open Name badges' })).toBeFocused()
  await keys.press('Enter')
  const preview = desk.frameLocator('.studio-preview iframe')
  await expect(preview.locator('.badge [data-fit="name"]').first()).toHaveText('Grace Hopper')
  await expect(desk.getByRole('button', { name: 'Print Ctrl P' })).toBeFocused()
  await keys.press('Control+k')
  await keys.type('ada')
  await expect(
    desk.getByRole('option').or(desk.locator('.ant-select-item-option')).filter({ hasText: 'Ada Lovelace' }).first(),
  ).toBeVisible()
  await keys.press('Enter')
  await expect(desk.getByLabel('Ada Lovelace: Name', { exact: true })).toBeVisible()
  await expect(desk.locator('body')).not.toContainText(/[\u4e00-\u9fff]{2,}(?<!中文|前台)/)
})

import { aRoom } from '../support/builders.ts'
import { approve, expect, go, test } from '../support/served.ts'

test('an account is added; a wrong PIN is refused and the right one lets in; the desk is locked', async ({
  desk,
  client,
}) => {
  await aRoom(client, { name: '301' })
  await go(desk, '/settings')
  await desk.getByText('账户', { exact: true }).first().click()
  await expect(desk.getByText('现在谁都可以用管理员的身份操作')).toBeVisible()
  await desk.getByRole('button', { name: '添加账户' }).click()
  const dialog = desk.getByRole('dialog', { name: '添加账户' })
  await dialog.getByLabel('姓名').fill('周部长')
  await dialog.getByLabel('角色').click()
  await desk.locator('.ant-select-item-option').filter({ hasText: '审批人' }).click()
  await dialog.getByLabel('PIN 或密码').fill('2468')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(desk.getByText('账户“周部长”已保存')).toBeVisible()

  await desk.getByRole('button', { name: '前台' }).click()
  await desk.getByRole('menuitem', { name: '换人登录' }).click()
  await expect(desk.getByRole('button', { name: '登录' })).toBeVisible()
  await desk.getByLabel('姓名').click()
  await desk.locator('.ant-select-item-option').filter({ hasText: '周部长' }).click()
  await desk.getByLabel('PIN 或密码').fill('0000')
  await desk.getByRole('button', { name: '登录' }).click()
  await expect(desk.getByRole('alert')).toContainText('还可以试 2 次')
  await desk.getByLabel('PIN 或密码').fill('2468')
  await desk.getByLabel('PIN 或密码').press('Enter')

  await expect(desk.getByRole('button', { name: '周部长' })).toBeVisible()
  await desk.getByRole('button', { name: '周部长' }).click()
  await desk.getByRole('menuitem', { name: '锁定' }).click()
  await expect(desk.getByText('前台已锁定。')).toBeVisible()
})

test('an approver decides and changes nothing else', async ({ desk, client }) => {
  await aRoom(client, { name: '301' })
  await client.supplies.create({ name: '青瓷茶具' })
  const { visit } = await client.visits.create({
    title: '来访',
    startsOn: '2026-12-07',
    grade: 'B',
    headcount: 3,
    coordinator: '王',
  })
  await client.itinerary.add({
    visitId: visit.id,
    kind: 'meeting',
    startsAt: '2026-12-07T09:00',
    endsAt: '2026-12-07T10:00',
    personInCharge: '王',
  })
  await client.approvals.submit({
    visitId: visit.id,
    revision: (await client.visits.get({ id: visit.id })).revision,
    note: '',
  })
  const { account } = await client.accounts.create({ name: '周部长', role: 'approver', secret: '2468' })
  await client.accounts.signIn({ accountId: account.id, secret: '2468' })
  await desk.reload()
  await expect(desk.getByRole('button', { name: '周部长' })).toBeVisible()
  await desk.getByRole('region', { name: '待审批方案' }).getByRole('link').click()
  await expect(desk.getByRole('button', { name: '新建来访' })).toHaveCount(0)
  await approve(desk)
  await expect(desk.getByText('已批准，预订已确认')).toBeVisible()
  // What one may not change does not look as if one could.
  await go(desk, '/supplies')
  const cells = desk.locator('.supply-grid input')
  await expect(cells.first()).toHaveValue('青瓷茶具')
  await cells.nth(2).hover({ force: true })
  await expect(desk.locator('.supply-grid input:enabled')).toHaveCount(0)
})

import { aGuest, aVisit } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

test('who was here before is known, and what is sensitive is asked for', async ({ desk, client }) => {
  const before = await aVisit(client, { title: '上次来访', organization: '东海协会', startsOn: '2026-06-01' })
  await aGuest(client, before.id, { name: '张伟', title: '秘书', diet: '清真', phone: '13800010001' })
  const visit = await aVisit(client, { title: '这次来访', organization: '东海协会', startsOn: '2026-12-07' })
  await go(desk, `/visits/${visit.id}/overview`)
  await expect(desk.getByRole('region', { name: '该单位的其他来访' })).toContainText('上次来访')

  await go(desk, `/visits/${visit.id}/guests`)
  await desk.getByLabel('新来宾：姓名').fill('张伟')
  await desk.getByLabel('新来宾：职务').fill('秘书长')
  const known = desk.getByRole('status').filter({ hasText: '2026-06-01 来过' })
  await expect(known).toContainText('职务 秘书 → 秘书长')
  await known.getByRole('button', { name: '沿用' }).click()
  await expect(desk.getByLabel('张伟：饮食')).toHaveValue('清真')
  await expect(desk.getByLabel('张伟：职务')).toHaveValue('秘书长')

  await desk.getByRole('button', { name: '张伟 的详情' }).click()
  const drawer = desk.getByRole('dialog', { name: '张伟' })
  await expect(drawer.getByLabel('健康', { exact: true })).toHaveCount(0)
  await drawer.getByText('来宾已同意登记健康、宗教、民族信息').click()
  await drawer.getByLabel('健康', { exact: true }).fill('花生过敏')
  await drawer.getByLabel('健康', { exact: true }).press('Enter')
  await expect(drawer.getByText('已保存')).toBeVisible()
  await expect(drawer.getByLabel('健康', { exact: true })).toHaveValue('花生过敏')
  await desk.keyboard.press('Escape')
  await desk.getByRole('button', { name: '张伟 的详情' }).click()
  await expect(drawer.getByLabel('健康', { exact: true })).toHaveCount(0)
  await drawer.getByRole('button', { name: '显示（会记录在历史里）' }).click()
  await expect(drawer.getByLabel('健康', { exact: true })).toHaveValue('花生过敏')
})

test('a needs form goes out as Excel, and its filled copy is looked over and taken', async ({
  desk,
  client,
  served,
}) => {
  const visit = await aVisit(client, { title: '这次来访', startsOn: '2026-12-07' })
  const form = await served.host.fetch(new Request(`http://127.0.0.1/exports/needs.xlsx?visit=${visit.id}&filled=no`))
  const rows = (await client.exchange.readTable({ file: new File([await form.arrayBuffer()], 'x.xlsx') })).sheets[0]
    ?.rows
  const answers: Record<string, string> = { 来访目的: '看生产线', 人数: '八个人', 停留天数: '2 天', 住宿: '是' }
  const filled = (rows ?? []).map(row => [row[0] ?? '', answers[row[0] ?? ''] ?? row[1] ?? '', ...row.slice(2)])
  const heading = filled.find(row => row[0] === '姓名') ?? []
  filled.push(heading.map((_, index) => ['李娜', '', '经理'][index] ?? ''))
  const csv = `\ufeff${filled.map(row => row.join(',')).join('\n')}`

  await go(desk, `/visits/${visit.id}/overview`)
  await desk
    .locator('.needs-wanted input[type=file]')
    .setInputFiles({ name: '回复.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  const dialog = desk.getByRole('dialog', { name: '对方填回的需求表' })
  await expect(dialog).toContainText('“人数”看不懂：八个人')
  await expect(dialog).toContainText('新来宾 1 位')
  await dialog.getByLabel('停留天数').uncheck()
  await dialog.getByRole('button', { name: '采用 2 项，新增 1 位来宾' }).click()
  await expect(desk.getByText('已采用 2 项，新增 1 位来宾')).toBeVisible()
  await expect(desk.getByLabel('来访目的')).toHaveValue('看生产线')
  expect(await client.visits.get({ id: visit.id })).toMatchObject({ needsLodging: true, stayDays: null })
})

test('a visit begins from a template, is copied, and kept as a template', async ({ desk, client }) => {
  await client.resources.create({ kind: 'room', name: '301' })
  await desk.reload()
  await expect(desk.getByRole('button', { name: '新建来访' })).toBeVisible()
  await desk.keyboard.press('Alt+n')
  const dialog = desk.getByRole('dialog', { name: '新建来访' })
  await dialog.getByLabel('来访名称').fill('来看工厂')
  await dialog.getByLabel('来访模板').click()
  await desk.locator('.ant-select-item-option').filter({ hasText: '工厂参观（两天）' }).click()
  await dialog.getByRole('button', { name: '新建' }).click()
  await expect(desk.getByRole('heading', { name: '来看工厂' })).toBeVisible()
  const more = desk.locator('.page-head').getByRole('button', { name: '更多' })
  await more.click()
  await desk.getByRole('menuitem', { name: '复制为新来访' }).click()
  const copy = desk.getByRole('dialog', { name: '复制为新来访' })
  await copy.getByLabel('来访名称').fill('再来看工厂')
  await copy.getByRole('button', { name: '新建' }).click()
  await expect(desk.getByRole('heading', { name: '再来看工厂' })).toBeVisible()
  await more.click()
  await desk.getByRole('menuitem', { name: '存为来访模板' }).click()
  await desk.getByRole('dialog', { name: '存为来访模板' }).getByRole('button', { name: '保存' }).click()
  await expect(desk.getByText('模板“再来看工厂”已保存')).toBeVisible()
  expect((await client.templates.list()).map(each => each.name)).toContain('再来看工厂')
})

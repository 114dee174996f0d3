import writeExcelFile from 'write-excel-file/node'
import { aGuest, aVisit } from '../support/builders.ts'
import { dragOnto, expect, go, settled, test } from '../support/served.ts'

test('guests are reordered by drag', async ({ desk, client }) => {
  const visit = await aVisit(client)
  for (const name of ['张伟', '李娜', '王芳']) await aGuest(client, visit.id, { name })
  await go(desk, `/visits/${visit.id}/guests`)
  await settled(desk)
  await dragOnto(desk, desk.getByRole('button', { name: /^王芳，第 3 位/ }), desk.getByRole('group', { name: '张伟' }))
  await expect
    .poll(async () => (await client.guests.list({ visitId: visit.id })).map(guest => guest.name))
    .toEqual(['王芳', '张伟', '李娜'])
})

/** A guest list as clients send them: a title, a blank row, odd headings, a merged company, a note, a missing name. */
const guestList = () =>
  writeExcelFile(
    [
      [{ value: '北辰新能源考察团名单', columnSpan: 5 }, null, null, null, null],
      [null, null, null, null, null],
      ['序号', '手机号码', '姓 名', '单位名称', '职 务'],
      [1, '13800003001', '高翔', { value: '北辰新能源股份有限公司', rowSpan: 4 }, '副总经理'],
      [2, 13800003002, '许静', null, '采购经理'],
      [3, '12345', '曹磊', null, '质量经理'],
      [4, '13800003004', null, null, '财务主管'],
      ['备注：请安排清真餐', null, null, null, null],
    ],
    { sheet: '名单' },
  ).toBuffer()

test('a guest list is imported, its doubts shown and mended', async ({ desk, client }) => {
  const visit = await aVisit(client)
  await go(desk, `/visits/${visit.id}/guests`)
  await desk.getByRole('button', { name: '导入名单' }).first().click()
  const dialog = desk.getByRole('dialog')
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: '名单.xlsx', mimeType: 'application/vnd.ms-excel', buffer: await guestList() })
  await expect(dialog.getByText('表头在第 3 行。')).toBeVisible()
  await expect(dialog.getByText('电话可疑：12345')).toBeVisible()
  await expect(dialog.getByText('缺姓名', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('button', { name: '保存 4 条' })).toBeDisabled()
  await dialog.getByLabel('第 7 行：姓名').fill('蒋雯')
  await dialog.getByLabel('第 6 行：电话').fill('13800003003')
  await dialog.getByRole('button', { name: '保存 4 条' }).click()
  await expect(desk.getByText('已导入 4 位来宾')).toBeVisible()
  await expect(desk.getByLabel('蒋雯：单位')).toHaveValue('北辰新能源股份有限公司')
  await expect(desk.getByLabel('许静：英文名')).toHaveValue('Xu Jing')
})

test('who was here before is known, and what is known is taken over', async ({ desk, client }) => {
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
})

test('what is sensitive is entered with consent, and shown when it is asked for', async ({ desk, client }) => {
  const visit = await aVisit(client)
  await aGuest(client, visit.id, { name: '张伟' })
  await go(desk, `/visits/${visit.id}/guests`)
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

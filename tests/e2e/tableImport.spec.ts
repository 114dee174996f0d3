import type { Locator, Page } from '@playwright/test'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { seriousFindings } from '../support/axe.ts'
import { aRoom } from '../support/builders.ts'
import { bytesOf, expect, go, test } from '../support/served.ts'

/** Opens the import of a page's list from its menu. */
async function openImport(desk: Page, path: string, title: string): Promise<Locator> {
  await go(desk, path)
  await desk.getByRole('button', { name: /^(import )?导入(清单（Excel）)?$/ }).click()
  const item = desk.getByRole('menuitem', { name: /导入清单（Excel）$/ })
  const dialog = desk.getByRole('dialog', { name: title })
  await expect(item.or(dialog)).toBeVisible()
  if (await item.isVisible()) await item.click()
  return dialog
}

const workbook = async (data: SheetData) => ({
  name: '清单.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await writeExcelFile(data).toBuffer(),
})

for (const { kind, path, title } of [
  { kind: 'room', path: '/rooms', title: '导入会议室' },
  { kind: 'vehicle', path: '/vehicles', title: '导入车辆' },
  { kind: 'person', path: '/people', title: '导入人员' },
] as const)
  test(`the template of a ${kind} comes back unchanged: what is there is updated to the same`, async ({
    desk,
    client,
  }) => {
    await client.resources.create({ kind, name: '三号', latinName: 'No. 3', notes: '靠窗' })
    const before = await client.resources.list({ kind })
    const dialog = await openImport(desk, path, title)
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      dialog.getByRole('link', { name: '保存 Excel 模板' }).click(),
    ])
    await dialog.locator('input[type=file]').setInputFiles({
      name: '模板.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await bytesOf(download)),
    })
    await expect(dialog.getByText('共 1 行。')).toBeVisible()
    await dialog.getByRole('button', { name: '保存 1 条' }).click()
    await expect(desk.getByText('新增 0 个，更新 1 个')).toBeVisible()
    const plain = (each: object) => ({ ...each, revision: 0 })
    expect((await client.resources.list({ kind })).map(plain)).toEqual(before.map(plain))
  })

test('a real list of rooms is taken as it is: titles above, units, ticks, remarks; what is wrong stays in its row', async ({
  desk,
  client,
}) => {
  await aRoom(client, { name: '301', capacity: 12, planNote: '出电梯左转' })
  const dialog = await openImport(desk, '/rooms', '导入会议室')
  await dialog
    .locator('input[type=file]')
    .setInputFiles(
      await workbook([
        [{ value: '行政部会议室一览表（2026 版）' }],
        [],
        ['序号', '会议室名称', '容纳人数（人）', '投影仪', '白板', '管理员', '楼 层'].map(value => ({ value })),
        [
          { value: 1 },
          { value: '301' },
          { value: '２０人' },
          { value: '√' },
          { value: '√' },
          { value: '王晓燕 8801' },
          { value: 3 },
        ],
        [{ value: 2 }, { value: '302' }, { value: '20-30' }, { value: '√' }, null, null, { value: '3F' }],
        [],
        [{ value: 3 }, null, { value: 8 }, null, null, { value: '李明' }, null],
        [{ value: 4 }, { value: '302' }, { value: 9 }, null, null, null, null],
        [{ value: '合计' }, null, { value: 57 }, null, null, null, null],
      ]),
    )
  await expect(dialog.getByText('表头在第 3 行。')).toBeVisible()
  await expect(dialog.getByText('（记入备注：管理员）')).toBeVisible()
  await expect(dialog.getByText('座位数看不懂：20-30，已记入备注。')).toBeVisible()
  await expect(dialog.getByText('缺名称。')).toBeVisible()
  await expect(dialog.getByText('与第 5 行同名。')).toBeVisible()
  await expect(dialog.getByText('跳过 1 行说明和合计')).toBeVisible()
  expect(await seriousFindings(desk)).toEqual([])
  await dialog.getByRole('button', { name: '保存 2 条' }).click()
  await expect(desk.getByText('新增 1 个，更新 1 个')).toBeVisible()
  const [first, second, ...others] = await client.resources.list({ kind: 'room' })
  expect(first).toMatchObject({
    name: '301',
    capacity: 20,
    floor: '3',
    equipment: ['投影仪', '白板'],
    planNote: '出电梯左转',
    notes: '管理员: 王晓燕 8801',
  })
  expect(second).toMatchObject({ name: '302', capacity: null, equipment: ['投影仪'], notes: '容纳人数(人): 20-30' })
  expect(others).toEqual([])
})

test('vehicles are pasted, a column is told what it is, and a step back keeps what was pasted', async ({
  desk,
  client,
}) => {
  const dialog = await openImport(desk, '/vehicles', '导入车辆')
  const text = '车牌号\t车型\t坐几个\t驾驶员\n粤B12345\t别克GL8\t7\t李师傅\n粤B67890\t考斯特\t23\t陈师傅'
  await desk.evaluate(copied => navigator.clipboard.writeText(copied), text)
  const box = dialog.getByLabel('粘贴文字')
  await expect(box).toBeFocused()
  await box.press('ControlOrMeta+v')
  await expect(dialog.getByText('（记入备注：坐几个）')).toBeVisible()
  await dialog.getByRole('button', { name: /返\s?回/ }).click()
  await expect(dialog.getByLabel('粘贴文字')).toHaveValue(text)
  await dialog.getByRole('button', { name: /预\s?览/ }).click()
  await dialog.getByRole('combobox', { name: '“坐几个”列的用途' }).click()
  await desk.getByTitle('座位数', { exact: true }).click()
  await dialog.getByRole('checkbox', { name: '导入第 3 行' }).uncheck()
  await dialog.getByRole('button', { name: '保存 1 条' }).click()
  await expect(desk.getByText('新增 1 个，更新 0 个')).toBeVisible()
  expect(await client.resources.list({ kind: 'vehicle' })).toMatchObject([
    { name: '别克GL8 粤B12345', plate: '粤B12345', capacity: 7, driverName: '李师傅' },
  ])
})

test('people come from a list in GB18030; text without headings is refused with a sentence', async ({
  desk,
  client,
}) => {
  const dialog = await openImport(desk, '/people', '导入人员')
  await dialog.getByLabel('粘贴文字').fill('张伟 138\n李明 139')
  await dialog.getByRole('button', { name: /预\s?览/ }).click()
  await expect(dialog.getByRole('alert')).toHaveText('没有找到表头：需要一行列名，其中有“名称”或“姓名”。可以参照模板。')
  // 姓名,手机号,驾照,工号 and 张伟,13800002001,C1,0071
  const bytes = Buffer.from(
    'd0d5c3fb2ccad6bbfabac52cbcddd5d52cb9a4bac50ad5c5ceb02c31333830303030323030312c43312c303037310a',
    'hex',
  )
  await dialog.locator('input[type=file]').setInputFiles({ name: '员工.csv', mimeType: 'text/csv', buffer: bytes })
  await dialog.getByRole('button', { name: '保存 1 条' }).click()
  await expect(desk.getByText('新增 1 个，更新 0 个')).toBeVisible()
  expect(await client.resources.list({ kind: 'person' })).toMatchObject([
    { name: '张伟', phone: '13800002001', canDrive: true, licenceClass: 'C1', notes: '工号: 0071' },
  ])
})

test('the bookings of the office go out as a workbook and come back, tentative ones tentative', async ({
  desk,
  client,
}) => {
  const room = await aRoom(client, { name: '301' })
  const made = await client.bookings.create({
    resourceId: room.id,
    title: '例会',
    startsAt: '2026-11-24T09:00',
    endsAt: '2026-11-24T10:00',
    status: 'tentative',
    organizer: '王晓燕',
  })
  await go(desk, '/rooms')
  await desk.getByRole('button', { name: /^(import )?导入$/ }).click()
  await desk.getByRole('menuitem', { name: '导入预订（Excel）' }).click()
  const dialog = desk.getByRole('dialog', { name: '导入预订（Excel）' })
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    dialog.getByRole('link', { name: '保存一份现有预订作为样本' }).click(),
  ])
  const buffer = Buffer.from(await bytesOf(download))
  await client.bookings.cancel({ id: made.booking.id })
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: '预订.xlsx', mimeType: 'application/octet-stream', buffer })
  await dialog.getByRole('button', { name: '预订 1 行' }).click()
  await expect(desk.getByText('已预订 1 行')).toBeVisible()
  expect(await client.bookings.list({ from: '2026-11-24T00:00', until: '2026-11-25T00:00' })).toMatchObject([
    {
      title: '例会',
      startsAt: '2026-11-24T09:00',
      endsAt: '2026-11-24T10:00',
      status: 'tentative',
      organizer: '王晓燕',
      notes: '',
    },
  ])
})

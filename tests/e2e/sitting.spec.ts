import type { Locator, Page } from '@playwright/test'
import writeExcelFile from 'write-excel-file/node'
import { aRoom, aVehicle, aVisit } from '../support/builders.ts'
import { measurePdf, readQr } from '../support/pdf.ts'
import { bytesOf, expect, go, test } from '../support/served.ts'

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

const addItem = async (
  day: Locator,
  item: { start?: string; end?: string; content: string; place?: string; vehicle?: string },
) => {
  if (item.start) await day.getByLabel('新环节：开始').fill(item.start)
  if (item.start) await day.getByLabel('新环节：开始').press('Tab')
  if (item.end) await day.getByLabel('新环节：结束').fill(item.end)
  if (item.end) await day.getByLabel('新环节：结束').press('Tab')
  if (item.place) {
    await day.getByLabel('新环节：地点').fill(item.place)
    await day.getByLabel('新环节：地点').press('Escape')
  }
  if (item.vehicle) {
    await day.getByLabel('新环节：车辆').click()
    await day.page().locator('.ant-select-item-option').filter({ hasText: item.vehicle }).click()
    await day.page().keyboard.press('Escape')
  }
  await day.getByLabel('新环节：内容').fill(item.content)
  await day.getByLabel('新环节：内容').press('Enter')
}

const tab = (page: Page, name: string) => page.locator('.visit-tabs').getByRole('link', { name }).click()

test('a coordinator’s first sitting: from a guest list to booked rooms, badges and a shared schedule', async ({
  desk,
  client,
}) => {
  await test.step('an empty office is set up by hand', async () => {
    await expect(desk.getByRole('heading', { name: '欢迎使用迎宾' })).toBeVisible()
    await desk.getByRole('button', { name: '添加会议室' }).click()
    await desk.getByLabel('名称').fill('301 会议室')
    await desk.getByLabel('座位数').fill('20')
    await desk.getByRole('button', { name: '保存' }).click()
    await expect(desk.getByText('已添加 301 会议室')).toBeVisible()
    await desk.getByRole('link', { name: '车辆' }).click()
    await desk.getByRole('button', { name: '添加车辆' }).first().click()
    await desk.getByLabel('名称').fill('考斯特')
    await desk.getByLabel('车牌', { exact: true }).fill('沪A·8K219')
    await desk.getByLabel('座位数').fill('19')
    await desk.getByRole('button', { name: '保存' }).click()
    await expect(desk.getByText('已添加 考斯特')).toBeVisible()
    await aRoom(client, { name: '302 会议室', capacity: 12 })
    const [room] = await client.resources.list({ kind: 'room' })
    await client.bookings.create({
      resourceId: room?.id ?? '',
      title: '质量例会',
      startsAt: '2026-12-01T14:00',
      endsAt: '2026-12-01T15:00',
    })
  })

  await test.step('a visit is entered from the phone', async () => {
    await desk.keyboard.press('Alt+n')
    const dialog = desk.getByRole('dialog', { name: '新建来访' })
    await dialog.getByLabel('来访名称').fill('北辰新能源考察')
    await dialog.getByLabel('单位', { exact: true }).fill('北辰新能源股份有限公司')
    await dialog.getByRole('textbox', { name: '开始日期' }).fill('2026-12-01')
    await dialog.getByRole('textbox', { name: '开始日期' }).press('Enter')
    await dialog.getByRole('textbox', { name: '结束日期' }).fill('2026-12-02')
    await dialog.getByRole('textbox', { name: '结束日期' }).press('Enter')
    await dialog.getByLabel('人数').fill('6')
    await dialog.getByRole('button', { name: '新建' }).click()
    await expect(desk.getByRole('heading', { name: '北辰新能源考察' })).toBeVisible()
    await expect(desk.getByText('YB261201-01')).toBeVisible()
  })

  await test.step('the guest list is imported, its doubts shown and mended', async () => {
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

  await test.step('a two-day itinerary is typed', async () => {
    await tab(desk, '行程')
    const first = desk.getByRole('form', { name: '2026-12-01 新环节' })
    await addItem(first, { start: '900', end: '930', content: '主楼迎接', place: '主楼南门', vehicle: '考斯特' })
    await expect(desk.getByLabel('主楼迎接：开始')).toHaveValue('09:00')
    await expect(first.getByLabel('新环节：开始')).toHaveValue('09:30')
    await addItem(first, { content: '双方会谈', place: '301 会议室' })
    await expect(desk.getByLabel('双方会谈：地点')).toHaveValue('301 会议室')
    await expect(desk.getByLabel('双方会谈：结束')).toHaveValue('10:30')
    const second = desk.getByRole('form', { name: '2026-12-02 新环节' })
    await addItem(second, { start: '9', content: '参观产线', place: '总装车间' })
    await expect(desk.getByLabel('参观产线：开始')).toHaveValue('09:00')
  })

  await test.step('a double booking is refused by name, and the alternative taken with one click', async () => {
    const first = desk.getByRole('form', { name: '2026-12-01 新环节' })
    await addItem(first, { start: '1430', end: '1530', content: '专题研讨', place: '301 会议室' })
    const refusal = desk.getByRole('alert').filter({ hasText: '质量例会' })
    await expect(refusal).toContainText('301 会议室 在 12-01 14:00–15:00 已被“质量例会”占用')
    await expect(desk.getByLabel('专题研讨：地点')).toHaveCount(0)
    await refusal.getByRole('button', { name: /302 会议室/ }).click()
    await expect(desk.getByLabel('专题研讨：地点')).toHaveValue('302 会议室')
    await expect(desk.getByText(/之间空 240 分钟/)).toBeVisible()
  })

  await test.step('it stands on the calendar', async () => {
    await go(desk, '/calendar')
    await desk.getByRole('button', { name: '往后' }).click()
    await desk.locator('.rbc-event', { hasText: '北辰新能源考察' }).first().click()
    await expect(desk.getByRole('heading', { name: '北辰新能源考察' })).toBeVisible()
  })

  await test.step('badges are seen as printed, and saved as PDF', async () => {
    await tab(desk, '文件')
    await desk.getByRole('button', { name: '打开：胸牌' }).click()
    const preview = desk.frameLocator('iframe')
    await expect(preview.locator('.badge [data-fit="name"]')).toHaveText(['高翔', '许静', '曹磊', '蒋雯'])
    const download = desk.waitForEvent('download')
    await desk.getByRole('button', { name: '存为 PDF' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('北辰新能源考察-2026-12-01-胸牌.pdf')
    const bytes = await bytesOf(file)
    const [page] = await measurePdf(bytes)
    expect(Math.abs((page?.width ?? 0) - 210)).toBeLessThan(0.2)
    expect(Math.abs((page?.height ?? 0) - 297)).toBeLessThan(0.2)
    expect(page?.text).toContain('高翔')
    expect(await readQr(bytes, { x: 15, y: 13.5, width: 90, height: 54 })).toBe('YB261201-01')
  })

  await test.step('the itinerary is printed, and the schedule goes to a phone and to Excel', async () => {
    await desk.getByRole('button', { name: '全部文件' }).click()
    await desk.getByRole('button', { name: '打开：接待日程', exact: true }).click()
    await expect(desk.frameLocator('iframe').getByText('双方会谈')).toBeVisible()
    for (const [item, ending] of [
      ['日历 .ics', '日历.ics'],
      ['日程表 .xlsx', '日程.xlsx'],
      ['来宾名单 .csv', '来宾名单.csv'],
      ['日程 .docx', '接待日程.docx'],
      ['日程长图 .png', '接待日程.png'],
      ['手机网页 .html（离线可看）', '接待日程.html'],
    ] as const) {
      await desk.getByRole('button', { name: '分享' }).click()
      const download = desk.waitForEvent('download')
      await desk.getByRole('menuitem', { name: item, exact: true }).click()
      const file = await download
      expect(file.suggestedFilename()).toBe(`北辰新能源考察-2026-12-01-${ending}`)
      expect((await bytesOf(file)).length).toBeGreaterThan(100)
    }
  })

  await test.step('everything done is in the history, and can be undone', async () => {
    await tab(desk, '历史')
    await expect(desk.locator('.deed').first()).toContainText('专题研讨')
    await desk.locator('.deed').first().getByRole('button', { name: '撤销' }).click()
    await expect(desk.getByText('已撤销').first()).toBeVisible()
    await tab(desk, '行程')
    await expect(desk.getByLabel('专题研讨：地点')).toHaveCount(0)
  })
})

test('the core of it in English, with the keyboard alone', async ({ desk, client }) => {
  await aRoom(client, { name: '301 会议室', latinName: 'Room 301', capacity: 20 })
  await aVehicle(client, { name: '考斯特', latinName: 'Coaster', capacity: 19 })
  await desk.reload()
  await desk.getByText('English', { exact: true }).click()
  const keys = desk.keyboard
  await keys.press('Alt+n')
  await expect(desk.getByRole('dialog', { name: 'New visit' }).getByLabel('Visit title')).toBeFocused()
  await keys.type('Delegation of Acme')
  await keys.press('Tab')
  await keys.type('Acme Ltd.')
  await keys.press('Enter')
  await expect(desk.getByRole('heading', { name: 'Delegation of Acme' })).toBeVisible()

  await expect(desk.getByLabel('New guest: Name')).toBeFocused()
  for (const name of ['Ada Lovelace', 'Grace Hopper']) {
    await keys.type(name)
    await keys.press('Enter')
    await expect(desk.getByLabel(`${name}: Name`, { exact: true })).toBeVisible()
  }
  await desk.getByRole('button', { name: /^Grace Hopper, place 2/ }).focus()
  await keys.press('Alt+ArrowUp')
  await expect(desk.getByRole('button', { name: /^Grace Hopper, place 1/ })).toBeFocused()

  await keys.press('Alt+PageDown')
  await expect(desk.getByRole('form', { name: /New item on/ }).getByLabel('New item: Content')).toBeFocused()
  await keys.type('Opening talks')
  await keys.press('Tab')
  await keys.type('Room 301')
  await keys.press('Escape')
  await keys.press('Shift+Tab')
  await keys.press('Enter')
  await expect(desk.getByLabel('Opening talks: Place')).toHaveValue('Room 301')
  await keys.type('Lunch')
  await keys.press('Enter')
  await expect(desk.getByLabel('Lunch: Start')).toHaveValue('09:30')

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

test('two people at one visit: the second sees both versions and chooses', async ({ desk, client }) => {
  const visit = await aVisit(client, { title: '原来的标题' })
  await go(desk, `/visits/${visit.id}/overview`)
  await expect(desk.getByLabel('来访名称')).toHaveValue('原来的标题')
  await client.visits.update({ id: visit.id, revision: 1, patch: { title: '别人的标题' } })
  await desk.getByLabel('来访名称').fill('我的标题')
  await desk.getByLabel('来访名称').blur()
  const dialog = desk.getByRole('dialog', { name: '有两个版本' })
  await expect(dialog).toContainText('别人的标题')
  await expect(dialog).toContainText('我的标题')
  await dialog.getByRole('button', { name: '用我的' }).click()
  await expect(desk.getByText('已保存', { exact: true })).toBeVisible()
  expect((await client.visits.get({ id: visit.id })).title).toBe('我的标题')
  await desk.getByLabel('来访名称').fill('')
  await expect(desk.getByText('必须填写')).toBeVisible()
  await expect(desk.getByText('未保存的更改')).toBeVisible()
  expect((await client.visits.get({ id: visit.id })).title).toBe('我的标题')
})

import type { Locator, Page } from '@playwright/test'
import { seriousFindings } from '../support/axe.ts'
import { aVisit } from '../support/builders.ts'
import type { Client } from '../support/office.ts'
import { expect, go, test } from '../support/served.ts'
import { textCell, workbookOf } from '../support/workbooks.ts'

/** A list as it comes in a chat: a firm without 公司, words that nobody knows, a line that is a guest all the same. */
const CHAT = `王姐好！
1、樊哙 董事长 13800000001（走路不便）
2、夏侯婴 分管生产 13800000002
阿卜杜拉
麻烦安排一下，谢谢！`

async function openList(desk: Page, client: Client, text: string, visitId = ''): Promise<Locator> {
  const id = visitId || (await aVisit(client, { title: '名单', organization: '东海协会', startsOn: '2026-12-07' })).id
  await go(desk, `/visits/${id}/guests`)
  await desk.getByRole('button', { name: '导入名单' }).first().click()
  const dialog = desk.getByRole('dialog', { name: /导入来宾名单|核对名单/ })
  await dialog.getByRole('tab', { name: '粘贴文字' }).click()
  await dialog.getByLabel('粘贴文字').last().fill(text)
  await dialog.getByRole('button', { name: '预览' }).click()
  await expect(dialog.getByText('共 2 位来宾。')).toBeVisible()
  return dialog
}

test('by mouse: what was left over gets a field, and a line that was passed over becomes a guest, one click each', async ({
  desk,
  client,
}) => {
  const dialog = await openList(desk, client, CHAT)
  await dialog.getByRole('button', { name: '“走路不便”填入', exact: true }).click()
  await desk.getByRole('menuitem', { name: '健康' }).click()
  await expect(dialog.getByText('健康 走路不便')).toBeVisible()
  await dialog.getByRole('button', { name: '“分管生产”填入职务' }).click()
  await expect(dialog.getByLabel('第 3 行：职务')).toHaveValue('分管生产')
  await expect(dialog.getByLabel('第 3 行：备注')).toHaveValue('')
  await dialog.getByText(/^未导入的文字/).click()
  await dialog.getByRole('button', { name: '“阿卜杜拉”算作来宾' }).click()
  await expect(dialog.getByLabel('第 4 行：姓名')).toHaveValue('阿卜杜拉')
  await expect(dialog.getByLabel('第 4 行：姓名')).toBeFocused()
  await expect(dialog.getByRole('button', { name: '“阿卜杜拉”算作来宾' })).toHaveCount(0)
  // Mending one has touched no other.
  await expect(dialog.getByLabel('第 2 行：姓名')).toHaveValue('樊哙')
  expect(await seriousFindings(desk)).toEqual([])
  await dialog.getByRole('button', { name: '保存 3 条' }).click()
  await expect(desk.getByText('已导入 3 位来宾')).toBeVisible()
})

test('by keyboard: the same, and nothing else is touched', async ({ desk, client }) => {
  const dialog = await openList(desk, client, CHAT)
  await dialog.getByRole('button', { name: '“分管生产”填入单位' }).press('Enter')
  await expect(dialog.getByLabel('第 3 行：单位')).toHaveValue('分管生产')
  await dialog.getByRole('button', { name: '“走路不便”留在备注' }).press('Enter')
  await expect(dialog.getByText('没看懂，放进备注')).toHaveCount(0)
  await expect(dialog.getByLabel('第 2 行：备注')).toHaveValue('走路不便')
  await dialog.locator('summary').filter({ hasText: '未导入的文字' }).press('Enter')
  await dialog.getByRole('button', { name: '“阿卜杜拉”算作来宾' }).press('Enter')
  await desk.keyboard.type('·买买提')
  await expect(dialog.getByLabel('第 4 行：姓名')).toHaveValue('阿卜杜拉·买买提')
})

test('a column that is not known is a note, can be told what it is, and is known the next time', async ({
  desk,
  client,
}) => {
  const table = '姓名\t大客户\t胸牌头衔\n张伟\t甲厂\t总顾问\n李娜\t乙厂\t特邀代表'
  const visit = await aVisit(client, { title: '名单', organization: '东海协会', startsOn: '2026-12-07' })
  const dialog = await openList(desk, client, table, visit.id)
  await expect(dialog.getByText('没认出的列作为备注：大客户、胸牌头衔')).toBeVisible()
  await expect(dialog.getByLabel('第 2 行：备注')).toHaveValue('大客户：甲厂；胸牌头衔：总顾问')
  await dialog.getByLabel('第 3 行：饮食').fill('素食')
  const column = dialog.getByRole('combobox', { name: '“大客户”列' })
  await column.click()
  await desk
    .getByRole('option', { name: '单位', exact: true })
    .or(desk.locator('.ant-select-item-option').filter({ hasText: /^单位$/ }))
    .first()
    .click()
  await expect(dialog.getByLabel('第 2 行：单位')).toHaveValue('甲厂')
  await expect(dialog.getByLabel('第 2 行：备注')).toHaveValue('胸牌头衔：总顾问')
  // What was mended by hand stays.
  await expect(dialog.getByLabel('第 3 行：饮食')).toHaveValue('素食')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect(dialog).toBeHidden()
  const again = await openList(desk, client, table, visit.id)
  await expect(again.getByLabel('第 3 行：单位')).toHaveValue('乙厂')
})

test('what is hidden in a workbook is left out and said, and so are numbers of papers', async ({ desk, client }) => {
  const visit = await aVisit(client, { title: '名单', organization: '东海协会', startsOn: '2026-12-07' })
  await go(desk, `/visits/${visit.id}/guests`)
  await desk.getByRole('button', { name: '导入名单' }).first().click()
  const dialog = desk.getByRole('dialog', { name: /导入来宾名单|核对名单/ })
  const row = (number: number, name: string, id: string, more = '') =>
    `<row r="${number}"${more}>${textCell(`A${number}`, name)}${textCell(`B${number}`, id)}</row>`
  await dialog.locator('input[type=file]').setInputFiles({
    name: '名单.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(
      workbookOf(
        row(1, '姓名', '身份证号') +
          row(2, '张伟', '110101199003077758') +
          row(3, '旧人', '', ' hidden="1"') +
          row(4, '更旧', '', ' hidden="1"') +
          row(5, '李娜', 'E12345678'),
      ),
    ),
  })
  await expect(dialog.getByText('没有读取：2 个隐藏行。')).toBeVisible()
  await expect(dialog.getByText('共 2 位来宾。')).toBeVisible()
  await expect(dialog.getByText('2 人的证件号码没有读入，也不会保存。')).toBeVisible()
  await expect(dialog.getByText(/19900307|E12345678/)).toHaveCount(0)
  await expect(dialog.getByLabel('第 5 行：姓名')).toHaveValue('李娜')
})

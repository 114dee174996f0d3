import { aVisit } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

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

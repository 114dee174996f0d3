import { aGradeAPlan, submitted } from '../support/builders.ts'
import { approve, expect, go, test } from '../support/served.ts'

test('a plan is sent back, with a reason', async ({ desk, client }) => {
  const { visit } = await aGradeAPlan(client)
  await submitted(client, visit.id)
  await go(desk, `/visits/${visit.id}/approval`)
  const sendBack = desk.getByRole('button', { name: '退回', exact: true })
  await expect(sendBack).toBeDisabled()
  await desk.getByLabel('意见（退回时必填）').fill('接机要有车')
  await sendBack.click()
  await expect(desk.getByText('已退回，方案回到策划中')).toBeVisible()
  await expect(desk.getByText('接机要有车')).toBeVisible()
})

test('the second version tells the approver what changed, and is approved step by step', async ({ desk, client }) => {
  const { visit, car, pickup, dinner } = await aGradeAPlan(client)
  await submitted(client, visit.id)
  const [version] = await client.approvals.versions({ visitId: visit.id })
  await client.approvals.decide({ versionId: version?.id ?? '', step: 0, verdict: 'sent_back', comment: '接机要有车' })
  await client.itinerary.update({ id: pickup.id, revision: pickup.revision, patch: { vehicleIds: [car.id] } })
  await client.lodging.house({ visitId: visit.id, roomType: 'twin', hotel: '' })
  const meal = (await client.dining.list({ visitId: visit.id })).find(each => each.itemId === dinner.id)
  const cost = { headCost: 38_000, overReason: '首次来访' }
  await client.dining.update({ id: meal?.id ?? '', revision: meal?.revision ?? 0, patch: cost })
  await go(desk, `/visits/${visit.id}/approval`)
  await desk.getByRole('button', { name: '提交第 2 版审批' }).click()
  await expect(desk.getByText('第 2 版已提交审批')).toBeVisible()
  await desk.getByLabel('从哪一版').selectOption('1')
  await desk.getByLabel('到哪一版').selectOption('2')
  const changes = desk.getByRole('region', { name: '变化' })
  await expect(changes.getByRole('region', { name: '用车' })).toContainText('考斯特')
  await expect(changes.getByRole('region', { name: '住宿' })).toContainText('+2')
  await expect(changes.getByRole('region', { name: '用餐' })).toContainText('人均标准: — → 380')
  await approve(desk)
  await expect(desk.getByText('已批准，等待下一步')).toBeVisible()
  await desk.getByRole('button', { name: '补录线下审批' }).click()
  const paper = desk.getByRole('dialog', { name: '补录线下审批' })
  await paper.getByLabel('谁决定的').fill('陈立')
  await paper
    .locator('input[type=file]')
    .setInputFiles({ name: '签字页.pdf', mimeType: 'application/pdf', buffer: Buffer.from('pdf') })
  await paper.getByRole('button', { name: '保存' }).click()
  await expect(desk.getByText('决定已登记')).toBeVisible()
  await expect(desk.locator('.page-head').getByText('已批准')).toBeVisible()
  await expect(desk.getByText('纸面，前台登记')).toBeVisible()
})

test('the third version of a plan is approved by both who decide', async ({ desk, client }) => {
  const { visit } = await aGradeAPlan(client)
  for (const _ of [1, 2]) {
    await submitted(client, visit.id)
    await client.approvals.withdraw({ visitId: visit.id })
  }
  await go(desk, `/visits/${visit.id}/approval`)
  await desk.getByRole('button', { name: '提交第 3 版审批' }).click()
  await approve(desk)
  await expect(desk.getByText('已批准，等待下一步')).toBeVisible()
  await approve(desk)
  await expect(desk.locator('.page-head').getByText('已批准')).toBeVisible()
})

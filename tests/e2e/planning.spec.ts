import type { Page } from '@playwright/test'
import { aPerson, aRoom, aVehicle } from '../support/builders.ts'
import type { Client } from '../support/office.ts'
import { expect, go, test } from '../support/served.ts'

const GUESTS = Array.from({ length: 24 }, (_, index) =>
  [
    `来宾${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地'[index]}`,
    index === 0 ? '会长' : '工程师',
    index % 3 === 0 ? '女' : '男',
    String(13_800_010_000 + index),
    index === 3 ? '清真' : index === 5 ? '素食' : '',
    index === 0 ? '是' : '',
  ].join('\t'),
)
const GUEST_LIST = ['姓名\t职务\t性别\t手机\t饮食\t团长', ...GUESTS].join('\n')

/** An agenda of 18 stops as the other side and the boss have agreed on it in chat. */
const AGENDA = `第一天
14:00-15:30 浦东机场接机 浦东机场 T2 李明
15:30-16:00 入住酒店 江畔酒店
16:30-17:30 欢迎会 301 会议室
18:00-19:30 欢迎晚宴 江畔酒店三层
19:30-20:00 乘车返回酒店
20:00-20:30 次日行程说明 江畔酒店
第二天
08:30-09:00 乘车前往园区
09:00-09:15 大厅迎接 主楼大厅
09:15-10:30 双方会谈 301 会议室 张磊
10:30-10:45 茶歇 展厅休息区
10:45-12:00 参观生产线 一号厂房 张磊
12:00-13:15 工作午餐 员工餐厅
13:30-15:30 联合研讨 301 会议室 张磊
18:00-19:30 晚餐 员工餐厅
第三天
09:00-11:00 合作框架商谈 302 会议室
11:00-11:20 互赠纪念品 302 会议室
11:30-12:30 午餐 员工餐厅
13:00-14:30 送机 浦东机场 T2 李明`

async function anOffice(client: Client): Promise<void> {
  await aRoom(client, { name: '301 会议室', capacity: 40, equipment: ['投影'] })
  await aRoom(client, { name: '302 会议室', capacity: 30 })
  await aVehicle(client, {
    name: '考斯特',
    plate: '沪A·8K219',
    capacity: 30,
    driverName: '周志强',
    driverPhone: '13900000101',
  })
  await aPerson(client, { name: '陈立', title: '总经理' })
  await aPerson(client, { name: '李明', phone: '13900000002' })
  await aPerson(client, { name: '张磊', phone: '13900000003' })
  await aPerson(client, { name: '王晓燕', phone: '13900000001' })
  await client.supplies.create({ name: '丝绸书签', unit: '件', unitValue: 3500, quantity: 60 })
}

/** Approves the plan, and the question whether to. */
async function approve(page: Page) {
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await page
    .getByRole('dialog', { name: /^批准第/ })
    .getByRole('button', { name: '批准' })
    .click()
}

const tab = (page: Page, name: string) => page.locator('.visit-tabs').getByRole('link', { name }).click()

/** Keys for a Chinese character: its pinyin and the choice. */
const KEYS_A_CHARACTER = 3

/** Counts what a person's hands do: keys and clicks. A paste is its two keys; Chinese is typed in pinyin. */
async function countHands(page: Page) {
  await page.evaluate(() => {
    const hands = { keys: 0, clicks: 0 }
    Object.assign(window, { hands })
    window.addEventListener('keydown', () => hands.keys++, true)
    window.addEventListener('pointerdown', () => hands.clicks++, true)
  })
  return {
    type: async (text: string) => {
      await page.keyboard.type(text)
      const extra = [...text].filter(character => /\p{Script=Han}/u.test(character)).length * KEYS_A_CHARACTER
      await page.evaluate(keys => {
        ;(window as unknown as { hands: { keys: number } }).hands.keys += keys
      }, extra)
    },
    paste: async (text: string) => {
      await page.keyboard.insertText(text)
      await page.evaluate(() => {
        ;(window as unknown as { hands: { keys: number } }).hands.keys += 2
      })
    },
    sofar: () => page.evaluate(() => (window as unknown as { hands: { keys: number; clicks: number } }).hands),
  }
}

test('a grade A visit of 24 guests over three days, from a phone call to an approved and briefed plan', async ({
  desk,
  client,
}, info) => {
  test.setTimeout(240_000)
  await anOffice(client)
  await desk.reload()
  await expect(desk.getByRole('heading', { name: '2026-11-23 周一' })).toBeVisible()
  const hands = await countHands(desk)
  const { keyboard } = desk

  await test.step('the call: a visit with its days, its guests pasted from chat', async () => {
    await keyboard.press('Alt+n')
    const dialog = desk.getByRole('dialog', { name: '新建来访' })
    await expect(dialog.getByLabel('来访名称')).toBeFocused()
    await hands.type('东海协会考察')
    await keyboard.press('Tab')
    await hands.type('东海协会')
    await keyboard.press('Tab')
    await hands.type('20261207')
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    await hands.type('20261209')
    await keyboard.press('Enter')
    await dialog.getByText('A 贵宾').click()
    await dialog.getByRole('button', { name: '新建' }).click()
    await desk.getByRole('button', { name: '导入名单' }).first().click()
    await desk.getByRole('tab', { name: /粘贴/ }).click()
    await desk.getByRole('dialog').getByRole('textbox').click()
    await hands.paste(GUEST_LIST)
    await desk.getByRole('button', { name: '预览' }).click()
    await desk.getByRole('button', { name: '保存 24 条' }).click()
    await expect(desk.getByText('已导入 24 位来宾')).toBeVisible()
  })

  await test.step('who owns it, what is asked, and the agenda of 18 stops', async () => {
    await tab(desk, '概况')
    await desk.getByLabel('总协调人').click()
    await hands.type('王晓燕')
    await desk.locator('.ant-select-item-option').filter({ hasText: '王晓燕' }).click()
    await expect(desk.getByLabel('协调人电话')).toHaveValue('13900000001')
    await tab(desk, '行程')
    await desk.getByRole('button', { name: '粘贴议程' }).click()
    await hands.paste(AGENDA)
    await desk.getByRole('button', { name: '添加 18 个环节' }).click()
    await expect(desk.getByText('已添加 18 个环节')).toBeVisible()
    await expect(desk.getByLabel('双方会谈：地点')).toHaveValue('301 会议室')
    await expect(desk.getByLabel('双方会谈：负责人')).toHaveValue('张磊')
    await expect(desk.getByLabel('工作午餐：负责人')).toHaveValue('王晓燕')
  })

  await test.step('what still misses is told, and each line leads to where it is mended', async () => {
    await tab(desk, '审批')
    const blocking = desk.getByRole('region', { name: '准备情况' })
    await expect(blocking.getByRole('link', { name: '贵宾接待没有出席领导' })).toBeVisible()
    await expect(desk.getByRole('button', { name: '提交第 1 版审批' })).toBeDisabled()
    await blocking.getByRole('link', { name: /欢迎晚宴.*饮食未核对/ }).click()
    await desk.getByRole('button', { name: '4 餐全部标为已核对' }).click()
    await tab(desk, '分工')
    await desk.getByLabel('添加角色……').click()
    await desk.locator('.ant-select-item-option').filter({ hasText: '出席领导' }).click()
    const leader = desk.getByLabel('姓名，员工或其他人')
    // The choice of the role gives its focus back when its list has closed.
    await expect(async () => {
      await leader.click()
      await expect(leader).toBeFocused({ timeout: 500 })
    }).toPass()
    await hands.type('陈立')
    await desk.locator('.ant-select-item-option').filter({ hasText: '陈立' }).click()
    await expect(desk.getByLabel('陈立：姓名')).toBeVisible()
    await tab(desk, '审批')
    await desk.getByRole('button', { name: '提交第 1 版审批' }).click()
    await expect(desk.getByText('第 1 版已提交审批')).toBeVisible()
    const { keys, clicks } = await hands.sofar()
    info.annotations.push({ type: 'effort', description: `${keys} keystrokes and ${clicks} clicks to submitted` })
    console.log(`Typing effort: ${keys} keystrokes and ${clicks} clicks from the call to submitted`)
    expect(keys + clicks).toBeLessThan(160)
  })

  await test.step('sent back with a reason', async () => {
    const sendBack = desk.getByRole('button', { name: '退回', exact: true })
    await expect(sendBack).toBeDisabled()
    await desk.getByLabel('意见（退回时必填）').fill('接机要有车')
    await sendBack.click()
    await expect(desk.getByText('已退回，方案回到策划中')).toBeVisible()
    await expect(desk.getByText('接机要有车')).toBeVisible()
  })

  await test.step('a car with its driver, beds for all, gifts, menus and a checklist', async () => {
    await tab(desk, '用车')
    const pickup = desk.getByRole('region', { name: '浦东机场接机' })
    await pickup.getByLabel('派我方车辆').click()
    await desk.locator('.ant-select-item-option').filter({ hasText: '考斯特' }).click()
    await expect(pickup.getByLabel('司机', { exact: true })).toHaveValue('周志强')
    await pickup.getByLabel('接机牌文字').fill('欢迎东海协会')
    await pickup.getByLabel('航班/车次').fill('MU5101')
    await pickup.getByLabel('航班/车次').press('Enter')
    await tab(desk, '住宿')
    await desk.getByRole('button', { name: '两人一间' }).click()
    await expect(desk.getByText('已安排 12 间')).toBeVisible()
    await tab(desk, '物料礼品')
    await desk.getByLabel('领用……').click()
    await desk.locator('.ant-select-item-option').filter({ hasText: '丝绸书签' }).click()
    await expect(desk.getByText('24 件')).toBeVisible()
    await tab(desk, '用餐')
    const dinner = desk.getByRole('region', { name: '欢迎晚宴' })
    await dinner.getByLabel('菜单').fill('冷盘\n红烧肉\n时蔬')
    await expect(dinner.getByText('“红烧肉”与清真不合（1 位来宾）')).toBeVisible()
    await dinner.getByLabel('菜单').fill('冷盘\n清蒸鲈鱼\n时蔬')
    await expect(dinner.getByText(/与清真不合/)).toBeHidden()
    await dinner.getByLabel(/^人均标准/).fill('380')
    await dinner.getByLabel(/^人均标准/).press('Tab')
    await expect(dinner.getByRole('alert')).toContainText('请写明原因')
    await dinner.getByLabel('超标原因').fill('首次来访')
    await dinner.getByLabel('超标原因').press('Enter')
    await expect(dinner.getByRole('alert')).toBeHidden()
    await tab(desk, '准备清单')
    await desk.getByRole('button', { name: '生成准备清单' }).click()
    await desk.getByLabel('完成：打印并核对胸牌').click()
    await expect(desk.getByText(/前台 11-23 09:00/)).toBeVisible()
  })

  await test.step('the second version tells the approver what changed, and is approved step by step', async () => {
    await tab(desk, '审批')
    await desk.getByRole('button', { name: '提交第 2 版审批' }).click()
    await expect(desk.getByText('第 2 版已提交审批')).toBeVisible()
    await desk.getByLabel('从哪一版').selectOption('1')
    await desk.getByLabel('到哪一版').selectOption('2')
    const changes = desk.getByRole('region', { name: '变化' })
    await expect(changes.getByRole('region', { name: '用车' })).toContainText('考斯特')
    await expect(changes.getByRole('region', { name: '住宿' })).toContainText('+12')
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

  await test.step('a changed room asks first, is kept as it was on no, and goes back to planning on yes', async () => {
    await tab(desk, '行程')
    const place = desk.getByLabel('联合研讨：地点')
    await place.click()
    await place.fill('302 会议室')
    await place.press('Tab')
    const question = desk.getByRole('dialog').filter({ hasText: '这次来访的方案已批准' })
    await expect(question).toContainText('会议室')
    await question.getByRole('button', { name: '保持不变' }).click()
    await expect(place).toHaveValue('301 会议室')
    await place.click()
    await place.fill('302 会议室')
    await place.press('Tab')
    await question.getByRole('button', { name: '更改并退回策划' }).click()
    await expect(desk.locator('.page-head').getByText('策划中')).toBeVisible()
    await tab(desk, '审批')
    await desk.getByRole('button', { name: '提交第 3 版审批' }).click()
    for (const _ of [1, 2]) {
      await approve(desk)
      await desk.waitForTimeout(300)
    }
    await expect(desk.locator('.page-head').getByText('已批准')).toBeVisible()
  })

  await test.step('everybody is briefed', async () => {
    await desk.getByRole('button', { name: '安排协调会' }).click()
    const briefing = desk.getByRole('region', { name: '内部协调会' })
    await expect(briefing.getByLabel('张磊：姓名')).toBeVisible()
    await briefing.getByLabel('会议室').click()
    await desk.locator('.ant-select-item-option').filter({ hasText: '302 会议室' }).click()
    await briefing.getByLabel('张磊：到会').click()
    const visit = (await client.visits.range({ from: '2026-12-07', until: '2026-12-07' }))[0]
    await expect
      .poll(async () => (await client.briefings.get({ visitId: visit?.id ?? '' }))?.roomName)
      .toBe('302 会议室')
    await expect
      .poll(async () =>
        (await client.attendees.list({ visitId: visit?.id ?? '' }))
          .filter(each => each.attended)
          .map(each => each.name),
      )
      .toEqual(['张磊'])
    expect(
      (await client.itinerary.list({ visitId: visit?.id ?? '' })).every(item => item.bookingStatus !== 'tentative'),
    ).toBe(true)
  })
})

test('who may what: a PIN, the lock, an approver who only approves', async ({ desk, client }) => {
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
  await desk.reload()
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
  await go(desk, '/')
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
  await desk.getByRole('button', { name: '周部长' }).click()
  await desk.getByRole('menuitem', { name: '锁定' }).click()
  await expect(desk.getByText('前台已锁定。')).toBeVisible()
})

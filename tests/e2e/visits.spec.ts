import type { Page } from '@playwright/test'
import { aReceptionOffice, aRoom, aVisit } from '../support/builders.ts'
import { expect, go, tab, test } from '../support/served.ts'

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

test('a grade A visit of 24 guests over three days, from a phone call to a submitted plan, in few keys and clicks', async ({
  desk,
  client,
}, info) => {
  await aReceptionOffice(client)
  await client.supplies.create({ name: '丝绸书签', unit: '件', unitValue: 3500, quantity: 60 })
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
})

test('a visit is entered from the phone', async ({ desk, client }) => {
  await aRoom(client, { name: '301 会议室' })
  await expect(desk.getByRole('heading', { name: '2026-11-23 周一' })).toBeVisible()
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

test('a visit and its guests are entered in English, with the keyboard alone', async ({ desk, client }) => {
  await aRoom(client, { name: '301 会议室', latinName: 'Room 301', capacity: 20 })
  await desk.getByText('English', { exact: true }).click()
  await expect(desk.getByRole('button', { name: 'New visit' })).toBeVisible()
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
  await expect(desk.locator('body')).not.toContainText(/[\u4e00-\u9fff]{2,}(?<!中文|前台)/)
})

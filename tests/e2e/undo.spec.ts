import type { Page } from '@playwright/test'
import { seriousFindings } from '../support/axe.ts'
import { aGuest, anItem, aRoom, aVisit } from '../support/builders.ts'
import type { Client } from '../support/office.ts'
import { expect, go, test } from '../support/served.ts'

const WORDS = {
  'zh-CN': {
    content: '会谈：内容',
    person: '会谈：负责人',
    undo: '撤销',
    redo: '恢复',
    removed: '已移除 张伟',
    remove: '移除 张伟',
    nothing: '没有可以撤销的操作',
    more: '更多',
    cancel: '取消来访',
    reason: '原因',
    bookings: '1 项会议室、车辆和人员的预订会释放',
  },
  en: {
    content: '会谈: Content',
    person: '会谈: In charge',
    undo: 'Undo',
    redo: 'Redo',
    removed: '张伟 removed',
    remove: 'Remove 张伟',
    nothing: 'Nothing to undo',
    more: 'More',
    cancel: 'Cancel the visit',
    reason: 'Reason',
    bookings: 'Bookings released for others: 1',
  },
} as const

async function aPlanned(client: Client) {
  const room = await aRoom(client, { name: '301会议室', capacity: 30 })
  const visit = await aVisit(client, { title: '东海协会考察', startsOn: '2026-11-24', headcount: 4, grade: 'B' })
  await aGuest(client, visit.id, { name: '张伟' })
  await aGuest(client, visit.id, { name: '李娜' })
  const item = await anItem(client, visit, {
    kind: 'meeting',
    content: '会谈',
    from: '10:00',
    until: '11:00',
    roomId: room.id,
  })
  return { visit, item, room }
}

const speak = async (page: Page, language: string) => {
  await page.evaluate(spoken => localStorage.setItem('yingbin.language', spoken), language)
  await page.reload()
}

for (const language of ['zh-CN', 'en'] as const) {
  const say = WORDS[language]

  test(`by mouse: what was removed comes back from its notice, which covers nothing, in ${language}`, async ({
    desk,
    client,
  }) => {
    const { visit } = await aPlanned(client)
    await speak(desk, language)
    await go(desk, `/visits/${visit.id}/guests`)
    await desk.getByRole('button', { name: say.remove }).click()
    const notice = desk.locator('.ant-notification-notice').filter({ hasText: say.removed })
    await expect(notice).toBeVisible()
    // One line high, and above the line that adds a guest.
    const lower = async () => {
      const box = await notice.boundingBox()
      return (box?.y ?? 768) + (box?.height ?? 0)
    }
    const adding = await desk
      .locator('form')
      .filter({ has: desk.getByRole('textbox') })
      .last()
      .boundingBox()
    await expect.poll(lower).toBeLessThanOrEqual(adding?.y ?? 0)
    expect((await notice.boundingBox())?.height).toBeLessThan(50)
    await notice.getByRole('button', { name: say.undo }).click()
    await expect(desk.getByRole('button', { name: say.remove })).toBeVisible()
    expect((await client.guests.list({ visitId: visit.id })).map(guest => guest.name)).toEqual(['张伟', '李娜'])
    await expect(desk.locator('.ant-notification-notice')).toHaveCount(1)
    await desk.getByRole('button', { name: say.redo }).click()
    await expect(desk.getByRole('button', { name: say.remove })).toBeHidden()
    expect((await client.guests.list({ visitId: visit.id })).map(guest => guest.name)).toEqual(['李娜'])
  })

  test(`by keys: an edit goes back and forth from the next cell, letters in a field are the field's own, in ${language}`, async ({
    desk,
    client,
  }) => {
    const { visit } = await aPlanned(client)
    await speak(desk, language)
    await go(desk, `/visits/${visit.id}/itinerary`)
    const content = async () => (await client.itinerary.list({ visitId: visit.id })).map(item => item.content)
    const field = desk.getByLabel(say.content)
    await field.click()
    await desk.keyboard.press('Control+a')
    await desk.keyboard.type('欢迎会')
    await desk.keyboard.press('Tab')
    await expect.poll(content).toEqual(['欢迎会'])
    await desk.keyboard.press('Control+z')
    await expect.poll(content).toEqual(['会谈'])
    await desk.keyboard.press('Control+Shift+z')
    await expect.poll(content).toEqual(['欢迎会'])
    await desk.keyboard.press('Control+z')
    await expect.poll(content).toEqual(['会谈'])
    await desk.keyboard.press('Control+z')
    await expect(desk.getByText(say.nothing)).toBeVisible()
    // A field that is being typed in keeps its keys.
    await field.click()
    await desk.keyboard.type('X')
    await desk.keyboard.press('Control+z')
    await desk.keyboard.press('Escape')
    await expect.poll(content).toEqual(['会谈'])
    expect(await seriousFindings(desk)).toEqual([])
  })

  test(`cancelling says what follows and asks why; one step back brings the visit and its room again, in ${language}`, async ({
    desk,
    client,
  }) => {
    const { visit, room } = await aPlanned(client)
    await speak(desk, language)
    await go(desk, `/visits/${visit.id}/overview`)
    const cancel = async () => {
      await desk.locator('.page-head').getByRole('button', { name: say.more }).click()
      await desk.getByRole('menuitem', { name: say.cancel }).click()
    }
    await cancel()
    const dialog = desk.getByRole('dialog')
    const take = dialog.getByRole('button', { name: say.cancel })
    await expect(dialog.getByRole('listitem').first()).toContainText(say.bookings)
    await expect(dialog.getByLabel(say.reason)).toBeFocused()
    await expect(take).toBeDisabled()
    expect(await seriousFindings(desk)).toEqual([])
    await desk.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect((await client.visits.get({ id: visit.id })).status).toBe('inquiry')
    await cancel()
    await desk.keyboard.type('对方推迟来访')
    await desk.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect.poll(async () => (await client.visits.get({ id: visit.id })).status).toBe('cancelled')
    const rooms = async () => (await client.itinerary.list({ visitId: visit.id })).map(item => item.roomId)
    expect(await rooms()).toEqual([null])
    await desk.keyboard.press('Control+z')
    await expect.poll(async () => (await client.visits.get({ id: visit.id })).status).toBe('inquiry')
    expect(await rooms()).toEqual([room.id])
  })
}

import type { Page } from '@playwright/test'
import { addMinutes } from '../../shared/domain/time.ts'
import { seriousFindings } from '../support/axe.ts'
import { aRoom, aVehicle } from '../support/builders.ts'
import type { Client } from '../support/office.ts'
import { arrive, expect, go, looking, settled, test } from '../support/served.ts'

const DAY = '2026-11-23'
const whole = { from: `${DAY}T00:00`, until: '2026-11-30T00:00' }
const book = (client: Client, resourceId: string, title: string, from: string, until: string) =>
  client.bookings.create({ resourceId, title, startsAt: `${DAY}T${from}`, endsAt: `${DAY}T${until}` })
const spans = async (client: Client) =>
  (await client.bookings.list(whole)).map(each => `${each.title} ${each.startsAt.slice(11)}-${each.endsAt.slice(11)}`)

/** Where a minute of a row is on the screen: the day view shows 07:00 to 20:00. */
async function spot(page: Page, row: number, clock: string) {
  const box = await page.locator('.tl-row').nth(row).boundingBox()
  if (!box) throw new Error(`There is no row ${row}`)
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return { x: box.x + ((hours * 60 + minutes - 420) / 780) * box.width + 1, y: box.y + box.height / 2 }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }, drop = true) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await expect(page.locator('.tl-ghost')).toBeVisible()
  if (drop) await page.mouse.up()
}

const WORDS = {
  'zh-CN': { title: '用途', dialog: '预订 301', release: '释放', undo: '撤销', only: '只这一次' },
  en: { title: 'Title', dialog: 'Book 301', release: 'Release', undo: 'Undo', only: 'Only this one' },
} as const

for (const language of ['zh-CN', 'en'] as const) {
  const say = WORDS[language]
  test(`by mouse: booked, moved, stretched, copied, let go and refused, in ${language}`, async ({ desk, client }) => {
    const room = await aRoom(client, { name: '301' })
    const other = await aRoom(client, { name: '302' })
    await book(client, other.id, '例会', '14:00', '15:00')
    await desk.evaluate(spoken => localStorage.setItem('yingbin.language', spoken), language)
    await desk.reload()
    await go(desk, '/rooms')
    await expect(desk.locator('.tl-row')).toHaveCount(2)

    await drag(desk, await spot(desk, 0, '10:00'), await spot(desk, 0, '11:30'))
    const dialog = desk.getByRole('dialog', { name: say.dialog })
    await dialog.getByLabel(say.title).fill('内部会议')
    await dialog.getByLabel(say.title).press('Enter')
    await expect.poll(() => spans(client)).toContain('内部会议 10:00-11:30')

    const bar = desk.getByRole('button', { name: /内部会议/ })
    // Into the other room, where it is free.
    await drag(desk, await spot(desk, 0, '10:30'), await spot(desk, 1, '09:30'))
    await expect.poll(() => spans(client)).toContain('内部会议 09:00-10:30')
    expect((await client.bookings.list({ ...whole, resourceId: other.id })).map(each => each.title)).toContain(
      '内部会议',
    )

    // Longer at its end, shorter at its start.
    await drag(
      desk,
      { ...(await spot(desk, 1, '10:30')), x: (await spot(desk, 1, '10:30')).x - 4 },
      await spot(desk, 1, '12:00'),
    )
    await expect.poll(() => spans(client)).toContain('内部会议 09:00-12:00')
    await drag(desk, await spot(desk, 1, '09:00'), await spot(desk, 1, '09:30'))
    await expect.poll(() => spans(client)).toContain('内部会议 09:30-12:00')

    // Alt from the beginning copies.
    await desk.keyboard.down('Alt')
    await drag(desk, await spot(desk, 1, '10:00'), await spot(desk, 0, '16:00'))
    await desk.keyboard.up('Alt')
    await expect.poll(() => spans(client)).toContain('内部会议 15:30-18:00')
    expect(await spans(client)).toContain('内部会议 09:30-12:00')

    // Escape puts it back.
    await drag(desk, await spot(desk, 1, '10:00'), await spot(desk, 0, '09:00'), false)
    await expect(desk.locator('.tl-ghost')).toBeVisible()
    await desk.keyboard.press('Escape')
    await expect(desk.locator('.tl-ghost')).toBeHidden()
    await desk.mouse.up()

    // What would be refused is shown before the drop, with the reason, and refused where it is dropped all the same.
    await drag(desk, await spot(desk, 1, '10:00'), await spot(desk, 1, '13:00'), false)
    await expect(desk.locator('.tl-ghost.refused')).toContainText('例会')
    await expect(desk.locator('.tl-head.refuses')).toHaveCount(1)
    await desk.mouse.up()
    const refusal = desk.getByRole('alert').filter({ hasText: '例会' })
    await expect(refusal).toBeVisible()
    expect(await spans(client)).toContain('内部会议 09:30-12:00')
    await refusal.getByRole('button', { name: '301' }).click()
    await expect.poll(async () => (await client.bookings.list({ ...whole, resourceId: room.id })).length).toBe(2)

    // Each is taken back by one key.
    await desk.locator('.tl-bar').first().focus()
    await desk.keyboard.press('Control+z')
    await expect.poll(async () => (await client.bookings.list({ ...whole, resourceId: room.id })).length).toBe(1)
    await expect(bar.first()).toBeVisible()
    // A notice that fades in is pale for a moment.
    await settled(desk)
    expect(await seriousFindings(desk)).toEqual([])
  })

  test(`by keys: moved, stretched, to another row, refused and let go, in ${language}`, async ({ desk, client }) => {
    const room = await aRoom(client, { name: '301' })
    const other = await aRoom(client, { name: '302' })
    await book(client, room.id, '会谈', '10:00', '11:00')
    await book(client, other.id, '例会', '10:15', '11:00')
    await desk.evaluate(spoken => localStorage.setItem('yingbin.language', spoken), language)
    await desk.reload()
    await go(desk, '/rooms')
    const bar = desk.locator('.tl-bar', { hasText: '会谈' })
    await bar.focus()
    await desk.keyboard.press('ArrowRight')
    await desk.keyboard.press('ArrowRight')
    await expect(desk.locator('.timeline [aria-live]')).toContainText('10:30–11:30')
    await desk.keyboard.press('Enter')
    await expect.poll(() => spans(client)).toContain('会谈 10:30-11:30')
    await expect(bar).toBeFocused()
    await desk.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => spans(client)).toContain('会谈 10:30-11:45')
    // The other room is taken: said, and not done.
    await desk.keyboard.press('ArrowDown')
    await expect(desk.locator('.timeline [aria-live]')).toContainText('例会')
    await settled(desk)
    expect((await client.bookings.list({ ...whole, resourceId: room.id })).length).toBe(1)
    await desk.keyboard.press('Escape')
    await expect(desk.locator('.tl-ghost')).toBeHidden()
    await desk.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => spans(client)).toContain('会谈 10:29-11:44')
    await expect(bar).toBeFocused()
    await desk.keyboard.press('Enter')
    const dialog = desk.getByRole('dialog', { name: '会谈' })
    await expect(dialog).toBeVisible()
    expect(await seriousFindings(desk)).toEqual([])
    await desk.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })
}

test('what another window books appears by itself', async ({ desk, client }) => {
  const car = await aVehicle(client, { name: '商务车', vehicleKind: '轿车' })
  await go(desk, '/vehicles')
  await expect(desk.locator('.tl-row')).toHaveCount(1)
  await book(client, car.id, '别人的用车', '13:00', '14:00')
  await expect(desk.getByRole('button', { name: /别人的用车/ })).toBeVisible()
})

test('a series: previewed with what is taken, booked without it, one changed alone', async ({ desk, client }) => {
  const room = await aRoom(client, { name: '301' })
  const taken = { resourceId: room.id, title: '别的会' }
  await client.bookings.create({ ...taken, startsAt: '2026-11-30T09:30', endsAt: '2026-11-30T10:30' })
  await go(desk, '/rooms')
  const at = await spot(desk, 0, '10:00')
  await desk.mouse.click(at.x, at.y)
  const dialog = desk.getByRole('dialog', { name: '预订 301' })
  await dialog.getByLabel('用途').fill('周会')
  await dialog.getByLabel('重复').click()
  await desk.getByText('每周', { exact: true }).click()
  await dialog.getByLabel('共几次').fill('3')
  await expect(dialog.getByText('被“别的会”占用')).toBeVisible()
  expect(await seriousFindings(desk)).toEqual([])
  await dialog.getByRole('radio', { name: /跳过这 1 次/ }).click()
  await dialog
    .getByRole('button', { name: '预 订' })
    .or(dialog.getByRole('button', { name: '预订', exact: true }))
    .click()
  await expect(desk.getByText('已预订 2 次，其中 0 次换了地方，跳过 1 次')).toBeVisible()

  await drag(desk, await spot(desk, 0, '10:30'), await spot(desk, 0, '13:30'))
  await desk.getByRole('button', { name: '只这一次' }).click()
  await expect.poll(() => spans(client)).toContain('周会 13:00-14:00')
  const all = await client.bookings.list({ from: `${DAY}T00:00`, until: '2027-01-01T00:00' })
  expect(all.filter(each => each.title === '周会').map(each => each.startsAt)).toEqual([
    '2026-11-23T13:00',
    '2026-12-07T10:00',
  ])

  // Where it cannot be dropped nothing is asked: it is said why, and stays.
  await book(client, room.id, '董事会', '15:00', '16:00')
  await expect(desk.getByRole('button', { name: /董事会/ })).toBeVisible()
  await drag(desk, await spot(desk, 0, '13:30'), await spot(desk, 0, '15:30'))
  await expect(desk.getByRole('alert').filter({ hasText: '“董事会”' })).toBeVisible()
  await expect(desk.getByText('这是重复预订，要移动哪些？')).toBeHidden()
  expect(await spans(client)).toContain('周会 13:00-14:00')
})

test('200 rooms and 5,000 bookings: only what is seen is drawn', async ({ desk, client }) => {
  const rows = Array.from({ length: 200 }, (_, index) => ({
    name: `会议室 ${String(index + 1).padStart(3, '0')}`,
    floor: `${(index % 8) + 1}F`,
  }))
  await client.resources.importAll({ kind: 'room', rows })
  const rooms = await client.resources.list({ kind: 'room' })
  for (let day = 0; day < 5; day++) {
    const first = addMinutes('2026-11-23T08:00', day * 1440)
    await client.bookings.importRows({
      rows: rooms
        .flatMap(room =>
          Array.from({ length: 5 }, (_, slot) => ({
            resourceId: room.id,
            title: `会 ${slot}`,
            startsAt: addMinutes(first, slot * 120),
            endsAt: addMinutes(first, slot * 120 + 90),
            organizer: '',
            headcount: null,
            notes: '',
          })),
        )
        .slice(0, 1000),
    })
  }
  await go(desk, '/rooms')
  await desk.getByText('周', { exact: true }).click()
  await expect(desk.locator('.tl-bar').first()).toBeVisible()
  expect(await desk.locator('.tl-row').count()).toBeLessThan(60)
  await desk.locator('.tl-scroll').evaluate(element => element.scrollTo({ top: element.scrollHeight }))
  await expect(desk.locator('.tl-name').last()).toBeVisible()
  expect(await desk.locator('.tl-bar').count()).toBeLessThan(1600)
})

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
] as const) {
  looking(`day, three days, week and month stand as they should at ${width}x${height}`, async ({ desk }) => {
    await desk.setViewportSize({ width, height })
    await arrive(desk, '/rooms')
    for (const view of ['日', '三天', '周', '月']) {
      await desk.getByText(view, { exact: true }).click()
      await expect(desk.locator('.tl-bar').first()).toBeVisible()
      await settled(desk)
      // Each bar in its row, the hours' labels beside each other, the days inside their columns, nothing wider than the window.
      const wrong = await desk.evaluate(() => {
        const found: string[] = []
        const box = (element: Element) => element.getBoundingClientRect()
        for (const row of document.querySelectorAll('.tl-row'))
          for (const bar of row.querySelectorAll('.tl-bar')) {
            const [outer, inner] = [box(row), box(bar)]
            if (inner.top < outer.top || inner.bottom > outer.bottom + 1) found.push(`bar ${bar.textContent}`)
          }
        const hours = [...document.querySelectorAll('.tl-hour')].map(box)
        hours.forEach((hour, index) => {
          const next = hours[index + 1]
          if (next && next.left > hour.left && next.left < hour.right) found.push(`hour ${index}`)
        })
        for (const day of document.querySelectorAll('.tl-day')) {
          const label = day.querySelector('.tl-date')
          if (label && box(label).right > box(day).right + 1) found.push(`day ${label.textContent}`)
        }
        const scroller = document.querySelector('.tl-scroll')
        if (scroller && scroller.scrollWidth > scroller.clientWidth + 1) found.push('scrolls sideways')
        if (document.documentElement.scrollWidth > window.innerWidth) found.push('page scrolls sideways')
        return found
      })
      expect([view, wrong]).toEqual([view, []])
    }
  })
}

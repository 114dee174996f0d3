import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadImage } from '@napi-rs/canvas'
import { unzipSync } from 'fflate'
import { aGuest, anItem, aRoom, aVisit } from '../support/builders.ts'
import type { Client } from '../support/office.ts'
import { bytesOf, expect, go, test } from '../support/served.ts'

async function twoDays(client: Client) {
  const visit = await aVisit(client, {
    title: '北辰新能源考察',
    titleLatin: 'Beichen New Energy',
    startsOn: '2026-11-24',
    endsOn: '2026-11-25',
    coordinator: '王晓燕',
    coordinatorPhone: '13900000001',
  })
  const room = await aRoom(client, { name: '301 会议室', latinName: 'Room 301' })
  await anItem(client, visit, { kind: 'meeting', from: '10:00', until: '11:00', content: '双方会谈', roomId: room.id })
  await anItem(client, { ...visit, startsOn: '2026-11-25' }, { kind: 'dining', from: '12:00', until: '13:00' })
  return visit
}

test('a picture of the itinerary for chat: twice as sharp as a phone shows it, long or a day each', async ({
  client,
  served,
}) => {
  const visit = await twoDays(client)
  const taken = async (path: string) =>
    new Uint8Array(await (await served.host.fetch(new Request(`http://127.0.0.1/exports/${path}`))).arrayBuffer())
  const long = await loadImage(Buffer.from(await taken(`itinerary.png?visit=${visit.id}`)))
  expect(long.width).toBe(960)
  const days = unzipSync(await taken(`itinerary-days.zip?visit=${visit.id}&language=en`))
  expect(Object.keys(days)).toEqual(['Beichen New Energy-2026-11-24.png', 'Beichen New Energy-2026-11-25.png'])
  for (const bytes of Object.values(days)) {
    const day = await loadImage(Buffer.from(bytes))
    expect(day.width).toBe(960)
    expect(day.height).toBeLessThan(long.height)
  }
})

test('the picture is drawn in the house’s own fonts', async ({ client, served, blank: desk }) => {
  const visit = await twoDays(client)
  await desk.goto(`${served.origin}/share/itinerary?visit=${visit.id}`)
  await expect(desk.getByText('双方会谈')).toBeVisible()
  const families = await desk.evaluate(async () => {
    await document.fonts.ready
    const first = getComputedStyle(document.body).fontFamily.split(',')[0]
    return { first, loaded: [...document.fonts].filter(face => face.status === 'loaded').map(face => face.family) }
  })
  expect(families.first).toBe('"Noto Sans SC"')
  expect(families.loaded.map(family => family.replaceAll('"', ''))).toContain('Noto Sans SC')
})

test('the itinerary for a phone is one file that asks for nothing and says all of it', async ({
  browser,
  client,
  served,
}, info) => {
  const visit = await twoDays(client)
  const answer = await served.host.fetch(
    new Request(`http://127.0.0.1/exports/itinerary.html?visit=${visit.id}&language=en`),
  )
  const file = join(info.outputDir, 'itinerary.html')
  await info.attach('itinerary', { body: Buffer.from(await answer.clone().arrayBuffer()), contentType: 'text/html' })
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, offline: true })
  const page = await phone.newPage()
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.goto(`file://${file}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beichen New Energy')
  await expect(page.getByText('Room 301')).toBeVisible()
  await expect(page.getByRole('link', { name: '13900000001' })).toHaveAttribute('href', 'tel:13900000001')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await page.locator('script').count()).toBe(0)
  expect(asked).toHaveLength(1)
  await phone.close()
})

test('the itinerary is seen as printed, and the schedule goes to a phone and to Excel', async ({ desk, client }) => {
  const visit = await aVisit(client, { title: '北辰新能源考察', startsOn: '2026-12-01', endsOn: '2026-12-02' })
  await aGuest(client, visit.id, { name: '高翔' })
  await anItem(client, visit, { kind: 'meeting', from: '09:30', until: '10:30', content: '双方会谈' })
  await go(desk, `/visits/${visit.id}/documents`)
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

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { v7 as uuidv7 } from 'uuid'
import { migrate } from '../../electron/db/migrate.ts'
import { createHost, type Host } from '../../electron/host/host.ts'
import { serve } from '../../electron/web.ts'
import { occurrences } from '../../shared/domain/booking/recurrence.ts'
import { addDays, addMinutes, at } from '../../shared/domain/time.ts'
import { clientOf, root } from '../support/office.ts'
import { median, print, quiet, sideBySide } from './measure.ts'

const ROOMS = 200
const BOOKINGS = 5000
const MONDAY = '2026-11-23'

/** (i) 200 rooms and 5,000 bookings in a week: scrolling, dragging and first paint, against a bare page of as many placed boxes. */
export async function timelineLines(folder: string, launch: () => Promise<Browser>): Promise<void> {
  const dataDir = join(folder, 'timeline')
  mkdirSync(dataDir)
  weekOfBookings(dataDir)
  const served = await serve({ root, dataDir, log: quiet, port: 0, clock: () => new Date('2026-11-23T01:00:00Z') })
  const bareFile = join(folder, 'boxes.html')
  writeFileSync(bareFile, barePage())
  const browser = await launch()
  const frames: Record<'ours' | 'bare' | 'throttled' | 'bareThrottled' | 'drag', number[]> = {
    ours: [],
    bare: [],
    throttled: [],
    bareThrottled: [],
    drag: [],
  }
  const paints = { ours: [] as number[], bare: [] as number[] }
  for (let round = -1; round < 3; round++) {
    // One page at a time: a browser draws no frames for one that lies behind another.
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(served.link)
    await page.evaluate(() => localStorage.setItem('yingbin.resources.room', 'week'))
    await page.waitForTimeout(500)
    let fast = await throttle(page, 4)
    const paint = await clickToBars(page, 'a[href$="#/rooms"]', '.tl-bar')
    await page.waitForTimeout(1500)
    const throttled = await scrolled(page, '.tl-scroll')
    await fast()
    const ours = await scrolled(page, '.tl-scroll')
    const drag = await dragged(page)
    await page.close()
    const bare = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await bare.goto(`file://${bareFile}`)
    await bare.waitForTimeout(500)
    fast = await throttle(bare, 4)
    const barePaint = await clickToBars(bare, '#show', '.box')
    await bare.waitForTimeout(1500)
    const bareThrottled = await scrolled(bare, '#scroll')
    await fast()
    const plain = await scrolled(bare, '#scroll')
    await bare.close()
    if (round < 0) continue
    paints.ours.push(paint)
    paints.bare.push(barePaint)
    frames.ours.push(...ours)
    frames.bare.push(...plain)
    frames.throttled.push(...throttled)
    frames.bareThrottled.push(...bareThrottled)
    frames.drag.push(...drag)
  }
  const line = (name: string, ours: number, reference: number, target: number | null) =>
    print({ name, ours, reference, target })
  line('(i) timeline, frame while scrolling, median', median(frames.ours), median(frames.bare), 1.3)
  line('(i) the same at 4x CPU throttling', median(frames.throttled), median(frames.bareThrottled), 1.3)
  line('(i) longest frame while dragging, of 50 ms', Math.max(...frames.drag), 50, 1)
  line('(i) click to painted at 4x throttling, of 300 ms', median(paints.ours), 300, 1)
  line('(i) the same against the bare page', median(paints.ours), median(paints.bare), null)
  await browser.close()
  await served.close()
}

function weekOfBookings(dataDir: string): void {
  const file = join(dataDir, 'yingbin.sqlite')
  migrate(file, join(root, 'electron', 'db', 'migrations'))
  const db = new Database(file)
  const resource = db.prepare(
    "insert into resource (id, kind, name, capacity, building, floor) values (?, 'room', ?, 20, '主楼', ?)",
  )
  const booking = db.prepare(
    'insert into booking (id, resource_id, title, starts_at, ends_at, blocked_from, blocked_until, status) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  db.transaction(() => {
    for (let room = 0; room < ROOMS; room++) {
      const id = uuidv7()
      resource.run(id, `会议室 ${String(room + 1).padStart(3, '0')}`, `${(room % 10) + 1}F`)
      for (let slot = 0; slot < BOOKINGS / ROOMS; slot++) {
        const startsAt = addMinutes(
          at(addDays(MONDAY, Math.floor(slot / 5)), '08:30'),
          (slot % 5) * 120 + (room % 3) * 15,
        )
        const endsAt = addMinutes(startsAt, 75)
        booking.run(
          uuidv7(),
          id,
          `会议 ${slot}`,
          startsAt,
          endsAt,
          addMinutes(startsAt, -5),
          addMinutes(endsAt, 5),
          slot % 4 ? 'confirmed' : 'tentative',
        )
      }
    }
  })()
  db.close()
}

/** As many boxes, placed by left and top in a scroller of the same size, all of them there. */
function barePage(): string {
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0}#scroll{width:1150px;height:540px;overflow:auto}
    #canvas{position:relative;width:1150px;height:${ROOMS * 40}px}.box{position:absolute;height:31px;box-sizing:border-box;border:1px solid #666;background:#eee;font:13px sans-serif;overflow:hidden;white-space:nowrap}</style>
    <button id="show">show</button><div id="scroll"><div id="canvas"></div></div><script>
    document.getElementById('show').onclick = () => {
      let html = ''
      for (let room = 0; room < ${ROOMS}; room++) for (let slot = 0; slot < ${BOOKINGS / ROOMS}; slot++)
        html += '<button class="box" style="left:' + (208 + Math.floor(slot / 5) * 134 + (slot % 5) * 22) + 'px;top:' + room * 40 + 'px;width:16px">会议 ' + slot + '</button>'
      document.getElementById('canvas').innerHTML = html
    }</script>`
}

async function throttle(page: Page, rate: number): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return async () => {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  }
}

function clickToBars(page: Page, button: string, bar: string): Promise<number> {
  return page.evaluate(
    ([selector, present]) =>
      new Promise<number>(resolve => {
        const start = performance.now()
        const check = () => {
          if (document.querySelector(present))
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
          else requestAnimationFrame(check)
        }
        document.querySelector<HTMLElement>(selector)?.click()
        check()
      }),
    [button, bar] as const,
  )
}

/** Lengths of the frames of a scroll of two seconds down and back, ms. */
function scrolled(page: Page, selector: string): Promise<number[]> {
  return page.evaluate(
    wanted =>
      new Promise<number[]>(resolve => {
        const element = document.querySelector(wanted) as HTMLElement
        const frames: number[] = []
        let last = 0
        let step = 0
        const next = (time: number) => {
          if (last !== 0) frames.push(time - last)
          last = time
          element.scrollTop += step < 60 ? 55 : -55
          if (++step < 120) requestAnimationFrame(next)
          else resolve(frames)
        }
        requestAnimationFrame(next)
      }),
    selector,
  )
}

/** Lengths of the frames while a booking is dragged across rows and hours, ms. */
async function dragged(page: Page): Promise<number[]> {
  const box = await page.locator('.tl-bar').nth(12).boundingBox()
  if (!box) throw new Error('There is nothing to drag')
  await page.evaluate(() => {
    const kept: number[] = []
    let last = 0
    const next = (time: number) => {
      if (last !== 0) kept.push(time - last)
      last = time
      if (document.body.dataset.measured !== 'done') requestAnimationFrame(next)
    }
    document.body.dataset.measured = ''
    Object.assign(window, { keptFrames: kept })
    requestAnimationFrame(next)
  })
  await page.mouse.move(box.x + 6, box.y + 12)
  await page.mouse.down()
  for (let step = 0; step < 90; step++)
    await page.mouse.move(box.x + 6 + step * 6, box.y + 12 + Math.sin(step / 6) * 150)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return page.evaluate(() => {
    document.body.dataset.measured = 'done'
    return (window as unknown as { keptFrames: number[] }).keptFrames
  })
}

/** (j) rooms for a visit of 40 stops among 200 rooms, of a second; (k) a series of 200 among 1,000,000 bookings, against bare SQL. */
export async function placingLines(
  folder: string,
  asking: (host: Host) => (path: string, input: unknown) => Promise<string>,
  asked: (letter: string) => boolean,
): Promise<void> {
  if (asked('j')) {
    const dataDir = join(folder, 'placing')
    mkdirSync(dataDir)
    weekOfBookings(dataDir)
    const host = createHost({ root, dataDir, log: quiet, clock: () => new Date('2026-11-23T01:00:00Z') })
    const client = clientOf(host.fetch)
    const { visit } = await client.visits.create({
      title: '满日程',
      startsOn: MONDAY,
      endsOn: addDays(MONDAY, 4),
      headcount: 12,
    })
    for (let index = 0; index < 40; index++) {
      const startsAt = addMinutes(at(addDays(MONDAY, Math.floor(index / 8)), '08:30'), (index % 8) * 70)
      await client.itinerary.add({ visitId: visit.id, kind: 'meeting', startsAt, endsAt: addMinutes(startsAt, 20) })
    }
    const ask = asking(host)
    const times: number[] = []
    for (let round = 0; round < 9; round++) {
      const start = performance.now()
      await ask('bookings/proposeRooms', { visitId: visit.id })
      times.push(performance.now() - start)
    }
    print({ name: '(j) rooms for 40 stops among 200, of 1,000 ms', ours: median(times), reference: 1000, target: 1 })
    await host.close()
  }
  if (asked('k')) {
    const dataDir = join(folder, 'million')
    mkdirSync(dataDir)
    const rooms = millionBookings(dataDir)
    const host = createHost({ root, dataDir, log: quiet, clock: () => new Date('2026-11-23T01:00:00Z') })
    const bare = new Database(join(dataDir, 'yingbin.sqlite'), { readonly: true })
    const conflict = bare.prepare(
      `select id, title, starts_at, ends_at from booking where resource_id = ? and status <> 'cancelled' and blocked_until > ? and blocked_from < ? order by starts_at`,
    )
    const ask = asking(host)
    const resourceId = rooms[100] ?? ''
    const first = { startsAt: '2026-11-24T20:00', endsAt: '2026-11-24T21:00' }
    const rrule = 'FREQ=DAILY;COUNT=200'
    const spans = occurrences(rrule, first)
    print({
      name: '(k) conflicts of a series of 200, 1,000,000 bookings',
      ...(await sideBySide(
        61,
        () => ask('bookings/preview', { ...first, resourceId, rrule, except: [], headcount: null, equipment: [] }),
        () => spans.map(span => conflict.all(resourceId, span.startsAt, span.endsAt)),
      )),
      target: 3,
    })
    bare.close()
    await host.close()
  }
}

/** 1,000,000 bookings over 200 rooms and ten years, two or three a day each. */
function millionBookings(dataDir: string): string[] {
  const file = join(dataDir, 'yingbin.sqlite')
  migrate(file, join(root, 'electron', 'db', 'migrations'))
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  const resource = db.prepare("insert into resource (id, kind, name) values (?, 'room', ?)")
  const booking = db.prepare(
    "insert into booking (id, resource_id, title, starts_at, ends_at, blocked_from, blocked_until) values (?, ?, '会议', ?, ?, ?, ?)",
  )
  const ids = Array.from({ length: ROOMS }, () => uuidv7())
  db.transaction(() => {
    ids.forEach((id, index) => {
      resource.run(id, `会议室 ${index}`)
    })
    for (let index = 0; index < 1_000_000; index++) {
      const slot = Math.floor(index / ROOMS)
      const startsAt = addMinutes(at(addDays('2020-01-01', Math.floor(slot / 2)), '08:00'), (slot % 2) * 300)
      const endsAt = addMinutes(startsAt, 90)
      booking.run(uuidv7(), ids[index % ROOMS], startsAt, endsAt, startsAt, endsAt)
    }
  })()
  db.close()
  return ids
}

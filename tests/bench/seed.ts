import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { migrate } from '../../electron/db/migrate.ts'
import { searchBody } from '../../electron/host/acts/search.text.ts'
import { addDays, addMinutes, at } from '../../shared/domain/time.ts'
import { root } from '../support/office.ts'

export const RESOURCES = 200
export const FIRST_DAY = '2020-01-01'
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志远晓燕']

/** A database as it is after some ten years: 100,000 visits with a guest each, 100,000 bookings over 200 rooms. */
export function seed(dataDir: string, visits: number): void {
  const file = join(dataDir, 'yingbin.sqlite')
  migrate(file, join(root, 'electron', 'db', 'migrations'))
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  const pick = (list: readonly string[], number: number) => list[number % list.length] ?? ''
  db.transaction(() => {
    const resource = db.prepare("insert into resource (id, kind, name, capacity) values (?, 'room', ?, 20)")
    const rooms = Array.from({ length: RESOURCES }, (_, index) => {
      const id = uuidv7()
      resource.run(id, `会议室 ${String(index + 1).padStart(3, '0')}`)
      return id
    })
    const visit = db.prepare(
      'insert into visit (id, code, title, grade, status, starts_on, ends_on, headcount, organization, coordinator) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    const guest = db.prepare('insert into guest (id, visit_id, position, name, phone) values (?, ?, 1, ?, ?)')
    const item = db.prepare(
      "insert into itinerary_item (id, visit_id, kind, starts_at, ends_at) values (?, ?, 'meeting', ?, ?)",
    )
    const booking = db.prepare(
      'insert into booking (id, resource_id, visit_id, item_id, starts_at, ends_at, blocked_from, blocked_until) values (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    const entry = db.prepare(
      'insert into search_entry (number, kind, entity_id, visit_id, title, detail) values (?, ?, ?, ?, ?, ?)',
    )
    const search = db.prepare('insert into search (rowid, body) values (?, ?)')
    for (let index = 0; index < visits; index++) {
      // 500 visits' bookings a round of days: each room has two a day, never overlapping.
      const day = addDays(FIRST_DAY, Math.floor(index / (visits / 3650)))
      const slot = index % (RESOURCES * 2)
      const startsAt = addMinutes(at(day, '08:00'), Math.floor(slot / RESOURCES) * 300)
      const endsAt = addMinutes(startsAt, 120)
      const [visitId, itemId, guestId] = [uuidv7(), uuidv7(), uuidv7()]
      visit.run(
        visitId,
        `YB${index}`,
        `第 ${index} 次来访`,
        'ABC'[index % 3],
        'approved',
        day,
        addDays(day, index % 3),
        10,
        `单位 ${index % 500}`,
        pick(SURNAMES, index),
      )
      item.run(itemId, visitId, startsAt, endsAt)
      booking.run(uuidv7(), rooms[slot % RESOURCES], visitId, itemId, startsAt, endsAt, startsAt, endsAt)
      const name = `${pick(SURNAMES, index)}${pick(GIVEN, index * 7)}${pick(GIVEN, Math.floor(index / 29))}`
      const phone = String(13_000_000_000 + index * 9973)
      guest.run(guestId, visitId, name, phone)
      entry.run(index + 1, 'guest', guestId, visitId, name, '')
      search.run(index + 1, searchBody([name], [phone]))
    }
  })()
  db.close()
}

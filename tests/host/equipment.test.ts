import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import { aRoom, aVisit, refusal } from '../support/builders.ts'
import { type Client, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'

const DAY = '2026-12-01'
const t = (clock: string, day = DAY) => `${day}T${clock}`
const span = (from: string, until: string, day = DAY) => ({ startsAt: t(from, day), endsAt: t(until, day) })
const wholeYear = { from: '2026-01-01T00:00', until: '2028-01-01T00:00' }

let office: TestOffice
let client: Client
let now = TEST_NOW
beforeEach(() => {
  now = TEST_NOW
  office = testOffice({ clock: () => now })
  client = office.client
})
afterEach(() => office.close())

const book = (resourceId: string, from: string, until: string, fields: object = {}) =>
  client.bookings.create({ resourceId, title: '会议', ...span(from, until), ...fields })

describe('movable equipment', () => {
  it('runs out, and the database says so too', async () => {
    const [a, b, c] = [
      await aRoom(client, { name: 'A' }),
      await aRoom(client, { name: 'B' }),
      await aRoom(client, { name: 'C' }),
    ]
    const { movable } = await client.equipment.create({ name: '移动投影', quantity: 2 })
    const loans = [{ movableId: movable.id, quantity: 1 }]
    const first = await book(a.id, '09:00', '10:00', { loans })
    await book(b.id, '09:30', '10:30', { loans })
    const { data } = await refusal(book(c.id, '09:45', '11:00', { loans }))
    expect((data.conflicts as BookingConflict[])[0]?.findings).toEqual([
      { code: 'equipmentOut', name: '移动投影', wanted: 1, free: 0 },
    ])
    const later = await book(c.id, '10:00', '11:00', { loans })
    expect(later.booking.loans).toEqual(loans)
    expect(
      (await refusal(client.bookings.update({ id: later.booking.id, revision: 1, patch: { startsAt: t('09:45') } })))
        .code,
    ).toBe('CONFLICT')
    expect(
      (await refusal(client.equipment.update({ id: movable.id, revision: 1, patch: { quantity: 1 } }))).data,
    ).toEqual({
      reason: 'promised',
    })
    const db = new Database(join(office.dataDir, 'yingbin.sqlite'))
    expect(() =>
      db.prepare("update booking set blocked_from = '2026-12-01T09:15' where id = ?").run(later.booking.id),
    ).toThrow('EQUIPMENT_OUT')
    db.close()
    const { actId } = await client.bookings.cancel({ id: first.booking.id })
    await client.bookings.update({ id: later.booking.id, revision: 1, patch: { startsAt: t('09:45') } })
    expect((await refusal(client.history.undo({ actId }))).data).toEqual({ reason: 'timeGivenAway' })
  })

  it('is brought to a stop whose room lacks it, as far as there is any', async () => {
    const room = await aRoom(client, { name: 'A', equipment: ['白板'] })
    const other = await aRoom(client, { name: 'B' })
    await client.equipment.create({ name: '话筒', quantity: 1 })
    const visit = await aVisit(client, { startsOn: DAY })
    const one = await client.itinerary.add({
      visitId: visit.id,
      kind: 'meeting',
      ...span('09:00', '10:00'),
      equipment: ['白板', '话筒', '同传'],
      roomId: room.id,
    })
    expect(one.warnings).toEqual([{ code: 'equipment', missing: ['同传'] }])
    const two = await client.itinerary.add({
      visitId: visit.id,
      kind: 'meeting',
      ...span('09:00', '10:00'),
      equipment: ['话筒'],
      roomId: other.id,
    })
    expect(two.warnings).toEqual([{ code: 'equipmentOut', name: '话筒', wanted: 1, free: 0 }])
    const { actId } = await client.itinerary.remove({ ids: [one.item.id] })
    await client.history.undo({ actId })
    expect((await client.bookings.list({ ...wholeYear, resourceId: room.id }))[0]?.loans).toHaveLength(1)
  })
})

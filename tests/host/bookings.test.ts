import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import { addMinutes } from '../../shared/domain/time.ts'
import { aRoom, aVehicle, aVisit, refusal } from '../support/builders.ts'
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

describe('booking', () => {
  it('of a room by an item happens with the item, and is refused with it', async () => {
    const room = await aRoom(client, { name: '301', capacity: 20, setupMinutes: 10, clearupMinutes: 10 })
    const other = await aRoom(client, { name: '302', capacity: 12 })
    await aRoom(client, { name: '大厅', capacity: 100 })
    const first = await aVisit(client, { title: '甲来访', startsOn: DAY, headcount: 10 })
    const second = await aVisit(client, { title: '乙来访', startsOn: DAY, headcount: 10 })
    const { item } = await client.itinerary.add({
      visitId: first.id,
      kind: 'meeting',
      startsAt: t('10:00'),
      endsAt: t('11:00'),
      content: '会谈',
      roomId: room.id,
    })
    expect(item).toMatchObject({ roomId: room.id, roomName: '301', bookingStatus: 'tentative' })

    const { code, data } = await refusal(
      client.itinerary.add({
        visitId: second.id,
        kind: 'meeting',
        startsAt: t('11:05'),
        endsAt: t('12:00'),
        roomId: room.id,
      }),
    )
    expect(code).toBe('CONFLICT')
    const [conflict] = data.conflicts as BookingConflict[]
    expect(conflict?.inTheWay).toMatchObject([{ title: '甲来访', startsAt: t('10:00'), blockedUntil: t('11:10') }])
    expect(conflict?.alternatives.map(each => each.name)).toEqual(['302', '大厅'])
    expect(conflict?.nearest[0]).toEqual({ startsAt: t('11:20'), endsAt: t('12:15') })
    expect(await client.itinerary.list({ visitId: second.id })).toEqual([])

    const taken = conflict?.nearest[0] ?? { startsAt: '', endsAt: '' }
    await client.itinerary.add({ visitId: second.id, kind: 'meeting', ...taken, roomId: room.id })
    await client.itinerary.add({
      visitId: second.id,
      kind: 'meeting',
      startsAt: t('10:00'),
      endsAt: t('11:00'),
      roomId: other.id,
    })
    expect(await client.bookings.list({ from: t('00:00'), until: t('23:59'), kind: 'room' })).toHaveLength(3)
  })

  it('moves with its item, whole or not at all', async () => {
    const room = await aRoom(client, { name: '301' })
    const car = await aVehicle(client, { name: '考斯特', capacity: 19 })
    const visit = await aVisit(client, { startsOn: DAY })
    const { item } = await client.itinerary.add({
      visitId: visit.id,
      kind: 'meeting',
      startsAt: t('09:00'),
      endsAt: t('10:00'),
      roomId: room.id,
      vehicleIds: [car.id],
    })
    await client.bookings.create({ resourceId: car.id, title: '送件', startsAt: t('14:00'), endsAt: t('15:00') })
    const { code } = await refusal(
      client.itinerary.update({
        id: item.id,
        revision: item.revision,
        patch: { startsAt: t('14:30'), endsAt: t('15:30') },
      }),
    )
    expect(code).toBe('CONFLICT')
    const [unmoved] = await client.itinerary.list({ visitId: visit.id })
    expect(unmoved?.startsAt).toBe(t('09:00'))
    const moved = await client.itinerary.update({
      id: item.id,
      revision: item.revision,
      patch: { startsAt: t('16:00'), endsAt: t('17:00'), vehicleIds: [] },
    })
    expect(moved.item.vehicleIds).toEqual([])
    const bookings = await client.bookings.list({ from: t('00:00'), until: t('23:59') })
    expect(bookings.map(each => [each.resourceId === room.id, each.startsAt])).toEqual([
      [false, t('14:00')],
      [true, t('16:00')],
    ])
  })

  it('lets two items that change places in one room pass each other', async () => {
    const room = await aRoom(client, { name: '301' })
    const visit = await aVisit(client, { startsOn: DAY })
    const add = (content: string, from: string, until: string) =>
      client.itinerary.add({
        visitId: visit.id,
        kind: 'meeting',
        content,
        startsAt: t(from),
        endsAt: t(until),
        roomId: room.id,
      })
    const { item } = await add('一', '09:00', '10:00')
    await add('二', '10:00', '11:30')
    const { actId } = await client.itinerary.reorder({ id: item.id, to: 1 })
    expect(
      (await client.itinerary.list({ visitId: visit.id })).map(each => [each.content, each.startsAt, each.endsAt]),
    ).toEqual([
      ['二', t('09:00'), t('10:30')],
      ['一', t('10:30'), t('11:30')],
    ])
    await client.history.undo({ actId })
    expect((await client.itinerary.list({ visitId: visit.id })).map(each => [each.content, each.startsAt])).toEqual([
      ['一', t('09:00')],
      ['二', t('10:00')],
    ])
    const bookings = await client.bookings.list({ from: t('00:00'), until: t('23:59') })
    expect(bookings.map(each => [each.startsAt, each.endsAt])).toEqual([
      [t('09:00'), t('10:00')],
      [t('10:00'), t('11:30')],
    ])
  })

  it('warns of what is too small, closed or out of hours, and is refused by a strict resource', async () => {
    const room = await aRoom(client, { name: '小间', capacity: 4, bookableFrom: '09:00', bookableUntil: '18:00' })
    await client.resources.close({ resourceId: room.id, startsAt: t('12:00'), endsAt: t('14:00'), reason: '检修' })
    const want = { resourceId: room.id, title: '例会', startsAt: t('08:30'), endsAt: t('13:00'), headcount: 9 }
    const { warnings } = await client.bookings.create(want)
    expect(warnings.map(each => each.code)).toEqual(['capacity', 'hours', 'closed'])
    const strict = await aRoom(client, { name: '贵宾室', capacity: 4, strict: true })
    const { code, data } = await refusal(client.bookings.create({ ...want, resourceId: strict.id }))
    expect(code).toBe('CONFLICT')
    expect((data.conflicts as BookingConflict[])[0]?.findings.map(each => each.code)).toEqual(['capacity'])
  })

  it('answers a stale change with the row as it is now', async () => {
    const room = await aRoom(client, { name: '301' })
    const { booking } = await client.bookings.create({
      resourceId: room.id,
      title: '例会',
      startsAt: t('09:00'),
      endsAt: t('10:00'),
    })
    await client.bookings.update({ id: booking.id, revision: 1, patch: { title: '周会' } })
    const { code, data } = await refusal(
      client.bookings.update({ id: booking.id, revision: 1, patch: { title: '月会' } }),
    )
    expect(code).toBe('STALE')
    expect(data.current).toMatchObject({ title: '周会', revision: 2 })
  })

  it('is released when the visit is cancelled, and comes back where it is still free', async () => {
    const room = await aRoom(client, { name: '301' })
    const visit = await aVisit(client, { startsOn: DAY })
    for (const from of ['09:00', '14:00'])
      await client.itinerary.add({
        visitId: visit.id,
        kind: 'meeting',
        startsAt: t(from),
        endsAt: addMinutes(t(from), 60),
        roomId: room.id,
      })
    const fresh = await client.visits.get({ id: visit.id })
    const cancelled = await client.visits.setStatus({
      id: visit.id,
      revision: fresh.revision,
      status: 'cancelled',
      comment: '',
    })
    expect(await client.bookings.list({ from: t('00:00'), until: t('23:59') })).toEqual([])
    await client.bookings.create({ resourceId: room.id, title: '别人', startsAt: t('14:30'), endsAt: t('15:00') })
    const again = await client.visits.setStatus({
      id: visit.id,
      revision: cancelled.visit.revision,
      status: 'planning',
      comment: '',
    })
    expect(again.notRebooked).toEqual(['301'])
    expect((await client.bookings.list({ from: t('00:00'), until: t('23:59') })).map(each => each.startsAt)).toEqual([
      t('09:00'),
      t('14:30'),
    ])
  })

  it('of a whole visit moves with it, or the move is refused with reasons', async () => {
    const room = await aRoom(client, { name: '301' })
    const visit = await aVisit(client, { title: '移动的来访', startsOn: DAY })
    await client.itinerary.add({
      visitId: visit.id,
      kind: 'meeting',
      startsAt: t('09:00'),
      endsAt: t('10:00'),
      roomId: room.id,
    })
    await client.bookings.create({
      resourceId: room.id,
      title: '例会',
      startsAt: '2026-12-05T09:30',
      endsAt: '2026-12-05T10:30',
    })
    expect((await refusal(client.visits.move({ id: visit.id, startsOn: '2026-12-05' }))).code).toBe('CONFLICT')
    expect((await client.visits.get({ id: visit.id })).startsOn).toBe(DAY)
    await client.visits.move({ id: visit.id, startsOn: '2026-12-03' })
    expect((await client.itinerary.list({ visitId: visit.id }))[0]).toMatchObject({
      startsAt: '2026-12-03T09:00',
      roomId: room.id,
    })
  })

  it('is refused by the database itself, whoever writes', async () => {
    const room = await aRoom(client, { name: '301' })
    await client.bookings.create({ resourceId: room.id, title: '例会', startsAt: t('09:00'), endsAt: t('10:00') })
    const db = new Database(join(office.dataDir, 'yingbin.sqlite'))
    const insert = db.prepare(
      `insert into booking (id, resource_id, title, starts_at, ends_at, blocked_from, blocked_until) values (?, ?, 'x', ?, ?, ?, ?)`,
    )
    expect(() => insert.run('x', room.id, t('09:30'), t('09:40'), t('09:30'), t('09:40'))).toThrow('BOOKING_OVERLAP')
    expect(() => insert.run('y', room.id, t('10:00'), t('11:00'), t('10:00'), t('11:00'))).not.toThrow()
    expect(() =>
      db.prepare('update booking set blocked_from = ?, starts_at = ? where id = ?').run(t('09:59'), t('09:59'), 'y'),
    ).toThrow('BOOKING_OVERLAP')
    expect(() => db.prepare("update change_log set actor = 'x'").run()).toThrow('APPEND_ONLY')
    expect(() => db.prepare('delete from change_log').run()).toThrow('APPEND_ONLY')
    db.close()
  })
})

describe('no sequence of acts', () => {
  const act = fc.record({
    kind: fc.constantFrom('book', 'move', 'stretch', 'cancel', 'undo'),
    room: fc.nat({ max: 2 }),
    start: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 1, max: 8 }),
    pick: fc.nat({ max: 50 }),
    host: fc.nat({ max: 1 }),
  })

  it('by two hosts on one file, whatever they do at the same time, ever leaves two overlapping bookings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async acts => {
        const dataDir = mkdtempSync(join(tmpdir(), 'yingbin-race-'))
        const offices = [testOffice({ dataDir }), testOffice({ dataDir })]
        try {
          const [first] = offices
          if (!first) return
          const rooms = [
            await aRoom(first.client, { name: 'A', setupMinutes: 10 }),
            await aRoom(first.client, { name: 'B' }),
            await aRoom(first.client, { name: 'C', clearupMinutes: 15 }),
          ]
          const done: { id: string; actId: string }[] = []
          const perform = async ({ kind, room, start, length, pick, host }: (typeof acts)[number]) => {
            const client = offices[host]?.client ?? first.client
            const span = {
              startsAt: addMinutes(t('08:00'), start * 30),
              endsAt: addMinutes(t('08:00'), (start + length) * 30),
            }
            const resourceId = rooms[room]?.id ?? ''
            const chosen = done[pick % Math.max(1, done.length)]
            if (kind === 'book' || !chosen) {
              const { booking, actId } = await client.bookings.create({ resourceId, title: 'x', ...span })
              done.push({ id: booking.id, actId })
              return
            }
            const current = (await client.bookings.list({ from: t('00:00'), until: '2026-12-09T00:00' })).find(
              each => each.id === chosen.id,
            )
            if (kind === 'undo')
              done.push({ id: chosen.id, actId: (await client.history.undo({ actId: chosen.actId })).actId })
            else if (!current) return
            else if (kind === 'cancel')
              done.push({ id: chosen.id, actId: (await client.bookings.cancel({ id: chosen.id })).actId })
            else {
              const patch =
                kind === 'move' ? { ...span, resourceId } : { endsAt: addMinutes(current.endsAt, length * 30) }
              done.push({
                id: chosen.id,
                actId: (await client.bookings.update({ id: chosen.id, revision: current.revision, patch })).actId,
              })
            }
          }
          const codes = new Set<string>()
          for (let index = 0; index < acts.length; index += 4) {
            const settled = await Promise.allSettled(acts.slice(index, index + 4).map(perform))
            for (const each of settled)
              if (each.status === 'rejected') codes.add((each.reason as { code?: string }).code ?? String(each.reason))
          }
          const expected = new Set(['CONFLICT', 'STALE', 'NOT_FOUND', 'NOT_ALLOWED'])
          expect([...codes].filter(code => !expected.has(code))).toEqual([])
          const db = new Database(join(dataDir, 'yingbin.sqlite'), { readonly: true })
          const overlapping = db
            .prepare(
              `select count(*) from booking a join booking b on a.resource_id = b.resource_id and a.id < b.id
               where a.status <> 'cancelled' and b.status <> 'cancelled' and a.blocked_from < b.blocked_until and b.blocked_from < a.blocked_until`,
            )
            .pluck()
            .get()
          db.close()
          expect(overlapping).toBe(0)
        } finally {
          await Promise.all(offices.map(office => office.close()))
          rmSync(dataDir, { recursive: true, force: true })
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('two clients racing for one slot', () => {
  it('1,000 times: exactly one wins each, whether they share a host or only the file', async () => {
    const room = await aRoom(client, { name: '301' })
    const second = testOffice({ dataDir: office.dataDir })
    const rivals = [client, second.client]
    let won = 0
    for (let round = 0; round < 1000; round++) {
      const startsAt = addMinutes('2027-01-01T00:00', round * 60)
      const slot = { resourceId: room.id, startsAt, endsAt: addMinutes(startsAt, 60) }
      // Every other round across two hosts on one file.
      const [a, b] = round % 2 ? rivals : [client, client]
      const outcomes = await Promise.allSettled(
        [a, b].map((each, index) => each?.bookings.create({ ...slot, title: `${round}-${index}` })),
      )
      const winners = outcomes.filter(outcome => outcome.status === 'fulfilled').length
      expect([round, winners]).toEqual([round, 1])
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason.code).toBe('CONFLICT')
      won += winners
    }
    expect(won).toBe(1000)
    expect(await client.bookings.list(wholeYear)).toHaveLength(1000)
    await second.close()
  }, 60_000)
})

describe('a hold', () => {
  it('is released by itself when it expires, told on Today, and can be taken up again', async () => {
    const room = await aRoom(client, { name: '301' })
    const { booking } = await book(room.id, '09:00', '10:00', {
      title: '可能的来访',
      status: 'tentative',
      expiresAt: '2026-11-23T18:00',
    })
    const { booking: moved } = await client.bookings.update({
      id: booking.id,
      revision: booking.revision,
      patch: { notes: '等对方回话' },
    })
    expect((await client.today.get({ day: '2026-11-23' })).holds).toMatchObject([
      { id: booking.id, revision: moved.revision, title: '可能的来访', released: false, at: '2026-11-23T18:00' },
    ])
    now = new Date('2026-11-23T10:01:00Z')
    expect(await client.bookings.list(wholeYear)).toEqual([])
    expect((await client.today.get({ day: '2026-11-23' })).holds).toMatchObject([{ id: booking.id, released: true }])
    await client.bookings.restore({ id: booking.id })
    expect(await client.bookings.list(wholeYear)).toMatchObject([{ status: 'tentative', expiresAt: null }])
    expect((await refusal(client.bookings.restore({ id: booking.id }))).data).toEqual({ reason: 'notReleased' })
  })

  it('is not taken up where the time was given away', async () => {
    const room = await aRoom(client, { name: '301' })
    const { booking } = await book(room.id, '09:00', '10:00', { status: 'tentative', expiresAt: '2026-11-23T18:00' })
    now = new Date('2026-11-23T10:01:00Z')
    await book(room.id, '09:00', '10:00')
    expect((await refusal(client.bookings.restore({ id: booking.id }))).data).toEqual({ reason: 'timeGivenAway' })
  })
})

describe('rows of a table', () => {
  it('are all booked, or none, with every one that is taken', async () => {
    const room = await aRoom(client, { name: '301' })
    await book(room.id, '09:00', '10:00')
    const row = (from: string, until: string) => ({
      resourceId: room.id,
      title: '表格',
      organizer: '',
      headcount: null,
      notes: '',
      ...span(from, until),
    })
    const refused = await refusal(
      client.bookings.importRows({ rows: [row('08:00', '09:00'), row('09:30', '10:30'), row('08:30', '08:45')] }),
    )
    expect(refused.data.conflicts).toHaveLength(2)
    expect(await client.bookings.list(wholeYear)).toHaveLength(1)
    expect((await client.bookings.importRows({ rows: [row('08:00', '09:00'), row('10:00', '11:00')] })).made).toBe(2)
  })
})

import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import { aRoom, aVehicle, refusal } from '../support/builders.ts'
import { type Client, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

const DAY = '2026-12-01'
const t = (clock: string, day = DAY) => `${day}T${clock}`
const span = (from: string, until: string, day = DAY) => ({ startsAt: t(from, day), endsAt: t(until, day) })
let now = TEST_NOW
beforeEach(() => {
  now = TEST_NOW
  office = testOffice({ clock: () => now })
  client = office.client
})

const book = (resourceId: string, from: string, until: string, fields: object = {}) =>
  client.bookings.create({ resourceId, title: '会议', ...span(from, until), ...fields })

describe('resources', () => {
  it('have one name each, and a removed one releases what was booked', async () => {
    const room = await aRoom(client, { name: '301' })
    expect((await refusal(aRoom(client, { name: '301' }))).data).toEqual({ reason: 'nameTaken' })
    await client.bookings.create({
      resourceId: room.id,
      title: '例会',
      startsAt: '2026-12-01T09:00',
      endsAt: '2026-12-01T10:00',
    })
    const { released, actId } = await client.resources.remove({ id: room.id })
    expect(released).toBe(1)
    expect(await client.resources.list({ kind: 'room' })).toEqual([])
    await client.history.undo({ actId })
    expect(await client.bookings.list({ from: '2026-12-01T00:00', until: '2026-12-02T00:00' })).toHaveLength(1)
  })
})

describe('combined rooms', () => {
  it('block each other both ways, through the application and without it', async () => {
    const [a, b] = [await aRoom(client, { name: 'A' }), await aRoom(client, { name: 'B' })]
    const hall = await aRoom(client, { name: '大厅', partIds: [a.id, b.id] })
    const other = await aRoom(client, { name: '东半厅', partIds: [b.id] })
    await book(hall.id, '09:00', '10:00', { title: '大会' })
    for (const room of [a, b, other]) {
      const { code, data } = await refusal(book(room.id, '09:30', '10:30'))
      expect([code, (data.conflicts as BookingConflict[])[0]?.inTheWay[0]?.title]).toEqual(['CONFLICT', '大会'])
    }
    await book(b.id, '11:00', '12:00')
    expect((await refusal(book(hall.id, '11:30', '12:30'))).code).toBe('CONFLICT')
    expect((await refusal(book(other.id, '11:30', '12:30'))).code).toBe('CONFLICT')
    await book(a.id, '11:00', '12:00')
    const free = await client.bookings.free({ kind: 'room', ...span('11:15', '11:45'), headcount: null, itemId: null })
    expect(free.filter(each => each.free)).toEqual([])
    const db = new Database(join(office.dataDir, 'yingbin.sqlite'))
    const write = db.prepare(
      "insert into booking (id, resource_id, title, starts_at, ends_at, blocked_from, blocked_until) values ('x', ?, 'x', ?, ?, ?, ?)",
    )
    expect(() => write.run(hall.id, t('11:30'), t('12:30'), t('11:30'), t('12:30'))).toThrow('BOOKING_OVERLAP')
    db.close()
  })

  it('are not made of halls, nor of what is booked at once', async () => {
    const [a, b] = [await aRoom(client, { name: 'A' }), await aRoom(client, { name: 'B' })]
    const hall = await aRoom(client, { name: '大厅' })
    await book(hall.id, '09:00', '10:00')
    await book(a.id, '09:00', '10:00')
    const patch = (partIds: string[]) =>
      client.resources.update({ id: hall.id, revision: hall.revision, patch: { partIds } })
    expect((await refusal(patch([a.id]))).data).toEqual({ reason: 'partsBooked' })
    await patch([b.id])
    expect((await refusal(aRoom(client, { name: '更大', partIds: [hall.id] }))).data).toEqual({ reason: 'nestedHall' })
  })
})

describe('rules of a resource', () => {
  it('warn, and refuse where it is strict: weekday hours, seats by set-up, closures that come again', async () => {
    const hours = { from: '09:00', until: '12:00' }
    const room = await aRoom(client, {
      name: '301',
      capacity: 30,
      styleCapacity: { u: 12 },
      strict: true,
      weeklyHours: [null, hours, hours, hours, hours, hours, null],
    })
    const findings = async (work: Promise<unknown>) =>
      ((await refusal(work)).data.conflicts as BookingConflict[])[0]?.findings.map(each => each.code)
    expect(await findings(book(room.id, '13:00', '14:00'))).toEqual(['hours'])
    expect(await findings(book(room.id, '09:00', '10:00', span('09:00', '10:00', '2026-12-05')))).toEqual(['hours'])
    expect(await findings(book(room.id, '09:00', '10:00', { headcount: 20, setupStyle: 'u' }))).toEqual(['capacity'])
    await client.resources.close({
      resourceId: room.id,
      ...span('09:00', '10:00', '2026-11-24'),
      reason: '保养',
      rrule: 'FREQ=WEEKLY;BYDAY=TU',
    })
    expect(await findings(book(room.id, '09:30', '11:00'))).toEqual(['closed'])
    await book(room.id, '10:00', '11:00', { headcount: 20 })
  })

  it('say who may book it', async () => {
    const room = await aRoom(client, { name: '董事会议室', bookedBy: 'coordinator' })
    const [desk] = await client.accounts.list()
    const { account } = await client.accounts.create({ name: '前台', role: 'front_desk', secret: '1234' })
    await client.accounts.signIn({ accountId: account.id, secret: '1234' })
    expect((await refusal(book(room.id, '09:00', '10:00'))).data).toEqual({ reason: 'bookedByOthers' })
    await client.accounts.signIn({ accountId: desk?.id ?? '', secret: '' })
    await book(room.id, '09:00', '10:00')
  })

  it('warn of a car that cannot be there in time, or whose papers have run out', async () => {
    const { revision } = await client.office.settings()
    await client.office.update({ revision, patch: { travel: [{ fromPlace: '虹桥站', toPlace: '公司', minutes: 45 }] } })
    const car = await aVehicle(client, { name: '商务车', inspectionOn: '2026-11-30', insuranceOn: '2027-05-01' })
    await book(car.id, '08:00', '09:00', { title: '接站', fromPlace: '虹桥站', toPlace: '公司' })
    const { warnings } = await book(car.id, '09:20', '10:00', { fromPlace: '虹桥站', toPlace: '公司' })
    expect(warnings).toEqual([
      { code: 'papers', paper: 'inspection', day: '2026-11-30' },
      { code: 'unreachable', title: '接站', fromPlace: '公司', toPlace: '虹桥站', minutes: 45, gap: 20 },
    ])
    const { papers } = await client.today.get({ day: '2026-11-23' })
    expect(papers).toEqual([{ resourceId: car.id, name: '商务车', paper: 'inspection', day: '2026-11-30' }])
  })

  it('keep the odometer from running backwards', async () => {
    const car = await aVehicle(client, { name: '商务车' })
    const { booking } = await book(car.id, '08:00', '09:00')
    const patch = (mileageOut: number, mileageIn: number) =>
      client.bookings.update({ id: booking.id, revision: booking.revision, patch: { mileageOut, mileageIn } })
    expect((await refusal(patch(100, 90))).data).toEqual({ reason: 'mileage' })
    expect((await patch(100, 142)).booking).toMatchObject({ mileageOut: 100, mileageIn: 142 })
  })
})

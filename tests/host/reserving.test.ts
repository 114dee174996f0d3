import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import { addDays, addMinutes } from '../../shared/domain/time.ts'
import { anItem, aPerson, aRoom, aVehicle, aVisit, refusal } from '../support/builders.ts'
import { type Client, clientOf, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'

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

describe('a series', () => {
  const weekly = { rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4' }

  it('books every occurrence, each guarded, and is taken back in one act', async () => {
    const room = await aRoom(client, { name: '301' })
    const { made, actId } = await client.bookings.createSeries({
      resourceId: room.id,
      title: '周会',
      ...span('09:00', '10:00'),
      ...weekly,
      except: ['2026-12-08'],
    })
    expect(made).toBe(3)
    const all = await client.bookings.list(wholeYear)
    expect(all.map(each => each.startsAt)).toEqual(['2026-12-01T09:00', '2026-12-15T09:00', '2026-12-22T09:00'])
    expect(new Set(all.map(each => each.seriesId)).size).toBe(1)
    expect(all[0]?.rrule).toBe(weekly.rrule)
    expect((await refusal(book(room.id, '09:30', '10:30', { ...span('09:30', '10:30', '2026-12-15') }))).code).toBe(
      'CONFLICT',
    )
    await client.history.undo({ actId })
    expect(await client.bookings.list(wholeYear)).toEqual([])
  })

  it('with some taken: nothing, or without those, or those in the free alternative', async () => {
    const room = await aRoom(client, { name: '301', capacity: 10 })
    const other = await aRoom(client, { name: '302', capacity: 10 })
    await book(room.id, '09:30', '10:30', span('09:30', '10:30', '2026-12-08'))
    const wish = { resourceId: room.id, title: '周会', headcount: 6, ...span('09:00', '10:00'), ...weekly }
    expect(await client.bookings.preview(wish)).toMatchObject([
      { takenBy: '' },
      { takenBy: '会议', alternative: { id: other.id, name: '302' } },
      { takenBy: '' },
      { takenBy: '' },
    ])
    const refused = await refusal(client.bookings.createSeries(wish))
    expect(refused.data.conflicts).toHaveLength(1)
    expect(await client.bookings.list(wholeYear)).toHaveLength(1)
    const moved = await client.bookings.createSeries({ ...wish, onConflict: 'move' })
    expect(moved).toMatchObject({ made: 4, moved: 1, skipped: [] })
    expect((await client.bookings.list({ ...wholeYear, resourceId: other.id })).map(each => each.startsAt)).toEqual([
      '2026-12-08T09:00',
    ])
    await client.history.undo({ actId: moved.actId })
    const skipped = await client.bookings.createSeries({ ...wish, onConflict: 'skip' })
    expect(skipped).toMatchObject({ made: 3, moved: 0, skipped: [span('09:00', '10:00', '2026-12-08')] })
  })

  it('changes one, those that follow, or all, and never what is over', async () => {
    const room = await aRoom(client, { name: '301' })
    await client.bookings.createSeries({ resourceId: room.id, title: '周会', ...span('09:00', '10:00'), ...weekly })
    const starts = async () => (await client.bookings.list(wholeYear)).map(each => each.startsAt.slice(5))
    const [, second] = await client.bookings.list(wholeYear)
    if (!second) throw new Error('no second')
    const moved = await client.bookings.update({
      id: second.id,
      revision: second.revision,
      patch: { startsAt: t('14:00', '2026-12-09'), endsAt: t('15:30', '2026-12-09'), title: '月会' },
      scope: 'following',
    })
    expect(moved.changed).toBe(3)
    expect(await starts()).toEqual(['12-01T09:00', '12-09T14:00', '12-16T14:00', '12-23T14:00'])
    await client.history.undo({ actId: moved.actId })
    expect(await starts()).toEqual(['12-01T09:00', '12-08T09:00', '12-15T09:00', '12-22T09:00'])
    now = new Date('2026-12-10T01:00:00Z')
    expect(
      await client.bookings.cancel({ id: (await client.bookings.list(wholeYear))[3]?.id ?? '', scope: 'all' }),
    ).toMatchObject({
      cancelled: 2,
    })
    expect(await starts()).toEqual(['12-01T09:00', '12-08T09:00'])
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
    const { papers } = await client.office.today({ day: '2026-11-23' })
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

describe('a hold', () => {
  it('is released by itself when it expires, told on Today, and can be taken up again', async () => {
    const room = await aRoom(client, { name: '301' })
    const { booking } = await book(room.id, '09:00', '10:00', {
      title: '可能的来访',
      status: 'tentative',
      expiresAt: '2026-11-23T18:00',
    })
    expect((await client.office.today({ day: '2026-11-23' })).holds).toMatchObject([
      { id: booking.id, title: '可能的来访', released: false, at: '2026-11-23T18:00' },
    ])
    now = new Date('2026-11-23T10:01:00Z')
    expect(await client.bookings.list(wholeYear)).toEqual([])
    expect((await client.office.today({ day: '2026-11-23' })).holds).toMatchObject([{ id: booking.id, released: true }])
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

describe('finding', () => {
  it('answers by best fit, and places a whole visit that is then booked in one act', async () => {
    await aRoom(client, { name: '大', capacity: 40 })
    const fits = await aRoom(client, { name: '正好', capacity: 12 })
    await book(fits.id, '09:00', '10:00')
    const { offers } = await client.bookings.find({
      kind: 'room',
      headcount: 12,
      minutes: 90,
      windows: [span('09:00', '12:00')],
    })
    expect(offers[0]).toMatchObject({ resourceId: fits.id, startsAt: t('10:00'), endsAt: t('11:30') })

    const visit = await aVisit(client, { startsOn: DAY, headcount: 10 })
    await anItem(client, visit, { kind: 'meeting', content: '会谈', from: '10:00', until: '11:00' })
    await anItem(client, visit, { kind: 'meeting', content: '交流', from: '11:00', until: '12:00' })
    await anItem(client, visit, { kind: 'tour', content: '参观', from: '13:00', until: '14:00' })
    const proposal = await client.bookings.proposeRooms({ visitId: visit.id })
    expect(proposal.map(each => [each.content, each.resourceName, each.why])).toEqual([
      ['会谈', '正好', 'bestFit'],
      ['交流', '正好', 'sameRoom'],
    ])
    const places = proposal.flatMap(each =>
      each.resourceId ? [{ itemId: each.itemId, resourceId: each.resourceId }] : [],
    )
    const { actId } = await client.bookings.takeRooms({ visitId: visit.id, places })
    expect((await client.itinerary.list({ visitId: visit.id })).map(each => each.roomName)).toEqual([
      '正好',
      '正好',
      '',
    ])
    expect(await client.bookings.proposeRooms({ visitId: visit.id })).toEqual([])
    await client.history.undo({ actId })
    expect(await client.bookings.proposeRooms({ visitId: visit.id })).toHaveLength(2)
  })

  it('knows when people and rooms are free together', async () => {
    const room = await aRoom(client, { name: '301' })
    const person = await aPerson(client, { name: '李明' })
    await book(room.id, '09:00', '10:00')
    await book(person.id, '10:30', '12:00')
    expect(
      await client.bookings.common({ resourceIds: [room.id, person.id], ...span('08:45', '12:30'), minutes: 30 }),
    ).toEqual([span('10:00', '10:30'), span('12:00', '12:30')])
  })

  it('counts how much was used, no-shows apart', async () => {
    const room = await aRoom(client, { name: '301', bookableFrom: '09:00', bookableUntil: '17:00' })
    const { booking } = await book(room.id, '09:00', '11:00')
    await client.bookings.update({ id: booking.id, revision: booking.revision, patch: { noShow: true } })
    const use = await client.bookings.utilisation({ kind: 'room', from: DAY, until: addDays(DAY, 1) })
    expect(use.resources).toEqual([{ resourceId: room.id, bookings: 1, booked: 120, bookable: 960, noShows: 1 }])
    expect(use.heat[2]?.[9]).toBe(60)
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

describe('changes', () => {
  it('reach every window as they are made, and end with the host', async () => {
    const other = clientOf(office.host.fetch)
    const room = await aRoom(client, { name: '301' })
    const heard = await other.office.changes()
    const next = heard.next()
    await book(room.id, '09:00', '10:00')
    expect((await next).value).toEqual({ entities: ['booking'] })
    const last = heard.next()
    await office.close()
    expect((await last).done).toBe(true)
    office = testOffice()
  })
})

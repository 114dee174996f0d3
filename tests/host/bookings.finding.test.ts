import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '../../shared/domain/time.ts'
import { anItem, aPerson, aRoom, aVisit } from '../support/builders.ts'
import { type Client, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'

const DAY = '2026-12-01'
const t = (clock: string, day = DAY) => `${day}T${clock}`
const span = (from: string, until: string, day = DAY) => ({ startsAt: t(from, day), endsAt: t(until, day) })

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
    const { opensAt, closesAt } = await client.office.settings()
    const hours = Number(closesAt.slice(0, 2)) * 60 + Number(closesAt.slice(3)) - Number(opensAt.slice(0, 2)) * 60
    const always = await aRoom(client, { name: '302', bookableFrom: '00:00', bookableUntil: '24:00' })
    const day = await client.bookings.utilisation({ kind: 'room', from: DAY, until: DAY })
    expect(day.resources.find(each => each.resourceId === always.id)?.bookable).toBe(hours - Number(opensAt.slice(3)))
  })
})

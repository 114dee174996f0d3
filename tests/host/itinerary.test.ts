import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anItem, aRoom, aVisit, refusal } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

const DAY = '2026-12-01'

describe('an agenda', () => {
  it('is added whole or not at all, and given to one person in one act', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const room = await aRoom(client, { name: '301' })
    const stop = (from: string, until: string, roomId: string | null = null) => ({
      kind: 'meeting' as const,
      startsAt: `${DAY}T${from}`,
      endsAt: `${DAY}T${until}`,
      roomId,
    })
    const clash = client.itinerary.addAll({
      visitId: visit.id,
      items: [stop('09:00', '10:00', room.id), stop('09:30', '10:30', room.id)],
    })
    expect((await refusal(clash)).code).toBe('CONFLICT')
    expect(await client.itinerary.list({ visitId: visit.id })).toEqual([])
    const { added, actId } = await client.itinerary.addAll({
      visitId: visit.id,
      items: [stop('09:00', '10:00', room.id), stop('10:30', '11:30', room.id)],
    })
    expect(added).toBe(2)
    const ids = (await client.itinerary.list({ visitId: visit.id })).map(item => item.id)
    const given = await client.itinerary.assign({ ids, personInCharge: '李明', phone: '139' })
    expect((await client.itinerary.list({ visitId: visit.id })).map(item => item.personInCharge)).toEqual([
      '李明',
      '李明',
    ])
    await client.history.undo({ actId: given.actId })
    await client.history.undo({ actId })
    expect(await client.itinerary.list({ visitId: visit.id })).toEqual([])
  })

  it('warns of a room that lacks what the stop wants, and a strict one refuses', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const plain = await aRoom(client, { name: '301', equipment: ['白板'] })
    const strict = await aRoom(client, { name: '302', strict: true })
    const wanted = {
      visitId: visit.id,
      kind: 'meeting' as const,
      startsAt: `${DAY}T09:00`,
      endsAt: `${DAY}T10:00`,
      equipment: ['投影', '白板'],
    }
    expect((await client.itinerary.add({ ...wanted, roomId: plain.id })).warnings).toEqual([
      { code: 'equipment', missing: ['投影'] },
    ])
    expect((await refusal(client.itinerary.add({ ...wanted, roomId: strict.id }))).code).toBe('CONFLICT')
  })
})

describe('conflicts of a whole itinerary', () => {
  it('name what is booked in each room, in its hall and in its parts, once each, and nothing of the stop itself', async () => {
    const [a, b, plain] = [
      await aRoom(client, { name: 'A' }),
      await aRoom(client, { name: 'B' }),
      await aRoom(client, { name: '301' }),
    ]
    const hall = await aRoom(client, { name: '大厅', partIds: [a.id, b.id] })
    const half = await aRoom(client, { name: '东半厅', partIds: [b.id] })
    const visit = await aVisit(client, { startsOn: DAY, title: '来访' })
    const stop = await anItem(client, visit, { kind: 'meeting', from: '09:00', until: '10:00', roomId: plain.id })
    const book = async (resourceId: string, title: string, from: string, until: string) =>
      (
        await client.bookings.create({
          resourceId,
          title,
          startsAt: `${DAY}T${from}`,
          endsAt: `${DAY}T${until}`,
        })
      ).booking
    await book(hall.id, '大会', '09:30', '10:30')
    await book(b.id, '小会', '11:00', '12:00')
    const cancelled = await book(a.id, '不开的会', '11:00', '12:00')
    await client.bookings.cancel({ id: cancelled.id })
    const want = (resourceId: string, from: string, until: string, itemId: string | null = null) => ({
      resourceId,
      startsAt: `${DAY}T${from}`,
      endsAt: `${DAY}T${until}`,
      itemId,
    })
    const found = await client.itinerary.conflicts({
      wants: [
        want(a.id, '09:00', '12:00'),
        want(half.id, '09:00', '12:00'),
        want(hall.id, '10:30', '11:00'),
        want(hall.id, '09:00', '12:00'),
        want(plain.id, '09:00', '10:00', stop.id),
        want(plain.id, '09:00', '10:00'),
      ],
    })
    expect(found.map(each => [each.index, each.title])).toEqual([
      [0, '大会'],
      [1, '大会'],
      [1, '小会'],
      [3, '大会'],
      [3, '小会'],
      [5, '来访'],
    ])
  })
})

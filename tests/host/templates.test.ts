import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGuest, anItem, aPerson, aRoom, aVisit, refusal } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

const DAY = '2026-12-01'

describe('templates and copies', () => {
  it('one for each kind of visit is there, and a visit begins from it with meals and preparation', async () => {
    const templates = await client.templates.list()
    expect(new Set(templates.map(each => each.kind)).size).toBe(6)
    const tour = templates.find(each => each.kind === 'factory')
    const { visit } = await client.templates.use({
      templateId: tour?.id ?? '',
      title: '来看工厂',
      startsOn: DAY,
      organization: '某厂',
      headcount: 8,
    })
    expect(visit).toMatchObject({
      title: '来看工厂',
      startsOn: DAY,
      endsOn: '2026-12-02',
      kind: 'factory',
      headcount: 8,
    })
    const items = await client.itinerary.list({ visitId: visit.id })
    expect(items).toHaveLength(tour?.items ?? 0)
    expect(items.find(item => item.kind === 'tour')).toMatchObject({
      photoRule: 'forbidden',
      startsAt: '2026-12-02T09:15',
    })
    expect(await client.dining.list({ visitId: visit.id })).toHaveLength(2)
  })

  it('a copy has the days moved, books what is free and names what is not; guests come along if asked', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const room = await aRoom(client, { name: '301' })
    const free = await aRoom(client, { name: '302' })
    const guide = await aPerson(client, { name: '张磊' })
    const item = await anItem(client, visit, { kind: 'meeting', from: '09:00', until: '10:00', roomId: room.id })
    await anItem(client, visit, { kind: 'meeting', from: '11:00', until: '12:00', roomId: free.id })
    await client.staffing.add({
      visitId: visit.id,
      line: { itemId: item.id, role: 'guide', name: guide.name, personId: guide.id },
    })
    await aGuest(client, visit.id, { name: '张伟', arrivalNumber: 'G1', isHead: true })
    await client.bookings.create({
      resourceId: room.id,
      title: '周会',
      startsAt: '2026-12-08T09:00',
      endsAt: '2026-12-08T10:00',
    })
    const { visit: copy, notBooked } = await client.templates.copy({
      visitId: visit.id,
      title: '再来',
      startsOn: '2026-12-08',
      keepGuests: true,
    })
    expect(notBooked).toEqual(['301'])
    expect((await client.itinerary.list({ visitId: copy.id })).map(each => [each.startsAt, each.roomName])).toEqual([
      ['2026-12-08T09:00', ''],
      ['2026-12-08T11:00', '302'],
    ])
    expect(await client.staffing.list({ visitId: copy.id })).toMatchObject([{ name: '张磊', personId: guide.id }])
    expect(await client.guests.list({ visitId: copy.id })).toMatchObject([
      { name: '张伟', isHead: true, arrivalNumber: '', badgePrintedAt: null },
    ])
    const { template } = await client.templates.make({ visitId: visit.id, name: '一天', nameLatin: '' })
    const renamed = await client.templates.rename({ id: template.id, revision: 1, name: '半天', nameLatin: 'Half' })
    expect(renamed.template).toMatchObject({ name: '半天', items: 2 })
    expect(
      (await refusal(client.templates.rename({ id: template.id, revision: 1, name: 'x', nameLatin: '' }))).code,
    ).toBe('STALE')
    await client.templates.remove({ id: template.id })
  })
  it('a copy is made though one room is for others to book: it is named, the rest is booked', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const limited = await aRoom(client, { name: '董事会议室', bookedBy: 'administrator' })
    const room = await aRoom(client, { name: '301' })
    const earlier = await anItem(client, visit, {
      kind: 'meeting',
      from: '09:00',
      until: '10:00',
      content: '会谈',
      roomId: limited.id,
    })
    await anItem(client, visit, { kind: 'meeting', from: '11:00', until: '12:00', content: '签约', roomId: room.id })
    const { account } = await client.accounts.create({ name: '小刘', role: 'coordinator', secret: null })
    await client.accounts.signIn({ accountId: account.id, secret: '' })
    const { visit: copy, notBooked } = await client.templates.copy({
      visitId: visit.id,
      title: '再来',
      startsOn: '2026-12-08',
      keepGuests: false,
    })
    expect(notBooked).toEqual(['董事会议室'])
    expect((await client.itinerary.list({ visitId: copy.id })).map(each => [each.content, each.roomName])).toEqual([
      ['会谈', ''],
      ['签约', '301'],
    ])
    expect((await client.itinerary.list({ visitId: visit.id }))[0]).toMatchObject({
      id: earlier.id,
      roomId: limited.id,
    })
  })
})

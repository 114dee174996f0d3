import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit, refusal } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

describe('the sample office', () => {
  it('is loaded into an empty office only, and goes in one act; a room that a real visit has booked stays', async () => {
    expect(await client.sample.load()).toEqual({ visits: 6 })
    expect((await refusal(client.sample.load())).data).toEqual({ reason: 'officeNotEmpty' })
    const [hall] = await client.resources.list({ kind: 'room' })
    const own = await aVisit(client, { startsOn: '2027-03-01' })
    await client.itinerary.add({
      visitId: own.id,
      kind: 'meeting',
      startsAt: '2027-03-01T09:00',
      endsAt: '2027-03-01T10:00',
      roomId: hall?.id ?? null,
    })
    const gone = await client.sample.remove()
    expect(gone).toEqual({ visits: 6, resources: 19 })
    expect(await client.office.state()).toMatchObject({ rooms: 1, vehicles: 0, visits: 1, hasSample: false })
    expect((await client.resources.list({}))[0]).toMatchObject({ id: hall?.id, isSample: false })
    expect(await client.search.query({ text: '沈建国', limit: 5 })).toEqual([])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anItem, aVisit, refusal } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

describe('seats', () => {
  it('are one plan for a stop, follow it away and come back with it', async () => {
    const visit = await aVisit(client)
    const item = await anItem(client, visit, { kind: 'meeting', from: '10:00', until: '11:00' })
    const line = { itemId: item.id, tripId: null }
    await client.seating.add({ visitId: visit.id, line })
    expect((await refusal(client.seating.add({ visitId: visit.id, line }))).data.reason).toBe('seatedAlready')
    const { actId } = await client.itinerary.remove({ ids: [item.id] })
    expect(await client.seating.list({ visitId: visit.id })).toEqual([])
    await client.history.undo({ actId })
    expect(await client.seating.list({ visitId: visit.id })).toMatchObject([
      { itemId: item.id, layout: 'opposite', seats: null },
    ])
  })
})

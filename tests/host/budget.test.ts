import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

describe('a budget', () => {
  it('costs are added, edited and taken away', async () => {
    const visit = await aVisit(client)
    const { line } = await client.costs.add({ visitId: visit.id, line: { kind: 'venue', estimated: 100 } })
    await client.costs.update({ id: line.id, revision: 1, patch: { actual: 90 } })
    expect(await client.costs.list({ visitId: visit.id })).toMatchObject([{ estimated: 100, actual: 90 }])
    await client.costs.remove({ ids: [line.id] })
    expect(await client.costs.list({ visitId: visit.id })).toEqual([])
  })
})

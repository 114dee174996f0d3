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

const reason = async (work: Promise<unknown>) => (await refusal(work)).data.reason

describe('the stock', () => {
  it('never promises more than is there, whoever takes it, and gets it back from a cancelled visit', async () => {
    const { supply } = await client.supplies.create({ name: '书签', unitValue: 100, quantity: 10 })
    const visit = await aVisit(client, { headcount: 4 })
    const other = await aVisit(client, { headcount: 4, title: '另一次' })
    const take = (visitId: string, amount: number, perGuest = false) =>
      client.allocations.add({ visitId, line: { supplyId: supply.id, amount, perGuest } })
    const { line } = await take(visit.id, 2, true)
    expect(line.quantity).toBe(8)
    expect(await reason(take(other.id, 3))).toBe('stock')
    await take(other.id, 2)
    expect((await client.supplies.list())[0]?.allocated).toBe(10)
    expect(await reason(client.supplies.update({ id: supply.id, revision: 1, patch: { quantity: 9 } }))).toBe('stock')
    expect(await reason(client.supplies.remove({ id: supply.id }))).toBe('supplyAllocated')
    expect(await reason(client.allocations.update({ id: line.id, revision: 1, patch: { amount: 3 } }))).toBe('stock')

    const cancel = async (id: string) =>
      client.visits.setStatus({
        id,
        revision: (await client.visits.get({ id })).revision,
        status: 'cancelled',
        comment: '',
      })
    await cancel(visit.id)
    expect((await client.supplies.list())[0]?.allocated).toBe(2)
    await take(other.id, 8)
    const { revision } = await client.visits.get({ id: visit.id })
    const revived = await client.visits.setStatus({ id: visit.id, revision, status: 'planning', comment: '' })
    expect(revived.notRebooked).toEqual(['书签'])
    expect((await client.allocations.list({ visitId: visit.id }))[0]?.returned).toBe(true)
  })

  it('the database itself refuses what a program forgot to check', async () => {
    const { supply } = await client.supplies.create({ name: '书签', quantity: 1 })
    const visit = await aVisit(client)
    const insert = (id: string) =>
      office.host.context.writer
        .insertInto('allocation')
        .values({ id, visitId: visit.id, supplyId: supply.id, amount: 1, quantity: 1 })
        .execute()
    await insert('a')
    await expect(insert('b')).rejects.toThrow('STOCK_EXCEEDED')
  })

  it('asks for a reason where gifts are above the limit of the grade', async () => {
    const visit = await aVisit(client, { grade: 'C', headcount: 2 })
    const { supply } = await client.supplies.create({ name: '茶具', unitValue: 38_000, quantity: 10 })
    const line = { supplyId: supply.id, amount: 1, perGuest: true }
    expect(await reason(client.allocations.add({ visitId: visit.id, line }))).toBe('giftLimit')
    await client.allocations.add({ visitId: visit.id, line: { ...line, reason: '签约' } })
    expect(await reason(client.supplies.create({ name: '茶具' }))).toBe('nameTaken')
  })
})

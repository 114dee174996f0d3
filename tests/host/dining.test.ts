import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGuest, anItem, aVisit, refusal } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

const DAY = '2026-12-01'
const reason = async (work: Promise<unknown>) => (await refusal(work)).data.reason

describe('meals', () => {
  it('come with dining stops, count the diets, and ask for a reason above the limit', async () => {
    const visit = await aVisit(client, { startsOn: DAY, grade: 'C' })
    await aGuest(client, visit.id, { name: '马俊杰', diet: '清真' })
    await aGuest(client, visit.id, { name: '赵敏', health: '花生过敏', consentOn: DAY })
    const item = await anItem(client, visit, { kind: 'dining', from: '12:00', until: '13:00' })
    const meal = async () => (await client.dining.list({ visitId: visit.id }))[0]
    const first = await meal()
    expect(first).toMatchObject({
      itemId: item.id,
      heads: 2,
      diets: [{ diet: '清真', count: 1 }],
      limit: 6000,
      dietsSeen: false,
    })
    const id = first?.id ?? ''
    expect(await reason(client.dining.update({ id, revision: 1, patch: { headCost: 8800 } }))).toBe('mealLimit')
    await client.dining.update({ id, revision: 1, patch: { headCost: 8800, overReason: '外宾' } })
    await client.dining.update({ id, revision: 2, patch: { menu: '红烧肉\n宫保鸡丁' } })
    expect((await meal())?.menuConflicts.map(each => [each.rule, each.dishes, each.guests])).toEqual([
      ['清真', ['红烧肉'], 1],
      ['坚果过敏', ['宫保鸡丁'], 1],
    ])
    await client.dining.seeDiets({ ids: [id] })
    expect((await meal())?.dietsSeen).toBe(true)
    await aGuest(client, visit.id, { name: '林小雨', diet: '素食' })
    expect((await meal())?.dietsSeen).toBe(false)
    const { revision } = (await client.itinerary.list({ visitId: visit.id }))[0] ?? item
    await client.itinerary.update({ id: item.id, revision, patch: { kind: 'meeting' } })
    expect(await client.dining.list({ visitId: visit.id })).toEqual([])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGuest, aVisit, refusal } from '../support/builders.ts'
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

describe('rooms to sleep in', () => {
  it('are found for everybody with a night and no bed in one act, sharing only with the same nights and gender', async () => {
    const visit = await aVisit(client, { startsOn: DAY, endsOn: '2026-12-03' })
    for (const [name, gender] of [
      ['甲', 'male'],
      ['乙', 'female'],
      ['丙', 'male'],
    ] as const)
      await aGuest(client, visit.id, { name, gender })
    await aGuest(client, visit.id, { name: '丁', gender: 'male', departureAt: '2026-12-02T18:00' })
    const { added, actId } = await client.lodging.house({ visitId: visit.id, roomType: 'twin', hotel: '江畔' })
    const guests = await client.guests.list({ visitId: visit.id })
    const named = async () =>
      (await client.lodging.list({ visitId: visit.id })).map(stay => [
        stay.roomType,
        stay.checkOut,
        stay.guestIds.map(id => guests.find(guest => guest.id === id)?.name),
      ])
    expect(added).toBe(3)
    expect(await named()).toEqual([
      ['twin', '2026-12-03', ['甲', '丙']],
      ['single', '2026-12-03', ['乙']],
      ['single', '2026-12-02', ['丁']],
    ])
    expect((await client.lodging.house({ visitId: visit.id, roomType: 'single', hotel: '' })).added).toBe(0)
    await client.history.undo({ actId })
    expect(await named()).toEqual([])
  })

  it('are left later than they are entered, and move with the visit', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const { line } = await client.lodging.add({ visitId: visit.id, line: { checkIn: DAY, checkOut: '2026-12-02' } })
    expect(await reason(client.lodging.update({ id: line.id, revision: 1, patch: { checkOut: DAY } }))).toBe(
      'endBeforeStart',
    )
    expect((await refusal(client.lodging.add({ visitId: visit.id, line: { checkIn: DAY, checkOut: DAY } }))).code).toBe(
      'BAD_REQUEST',
    )
    await client.visits.move({ id: visit.id, startsOn: '2026-12-08' })
    expect(await client.lodging.list({ visitId: visit.id })).toMatchObject([
      { checkIn: '2026-12-08', checkOut: '2026-12-09' },
    ])
  })
})

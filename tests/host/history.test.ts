import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGuest, aVisit, refusal } from '../support/builders.ts'
import { type Client, type TestOffice, TODAY, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

describe('undo', () => {
  it('undo refuses to overwrite what was changed since', async () => {
    const visit = await aVisit(client)
    const guest = await aGuest(client, visit.id, { name: '张伟' })
    const { actId } = await client.guests.update({ id: guest.id, revision: 1, patch: { title: '经理' } })
    await client.guests.update({ id: guest.id, revision: 2, patch: { title: '总经理' } })
    expect((await refusal(client.history.undo({ actId }))).code).toBe('STALE')
    expect((await client.guests.list({ visitId: visit.id }))[0]?.title).toBe('总经理')
  })
})

describe('history', () => {
  it('comes in pages, and says whether there is more', async () => {
    const visit = await aVisit(client)
    const { entries: begun } = await client.history.list({ visitId: visit.id, before: null })
    const person = { visitId: visit.id, line: { role: 'escort', name: '陪同' } } as const
    for (let count = begun.length; count < 100; count += 1) await client.staffing.add(person)
    const whole = await client.history.list({ visitId: visit.id, before: null })
    expect([whole.entries.length, whole.next]).toEqual([100, null])
    await client.staffing.add(person)
    const first = await client.history.list({ visitId: visit.id, before: null })
    const second = await client.history.list({ visitId: visit.id, before: first.next })
    expect([first.entries.length, second.entries.length, second.next]).toEqual([100, 1, null])
    expect(second.entries[0]?.number).toBeLessThan(first.entries.at(-1)?.number ?? 0)
  })

  it('tells who changed what, without what is sensitive', async () => {
    const visit = await aVisit(client)
    const guest = await aGuest(client, visit.id, { name: '马俊杰' })
    await client.guests.update({
      id: guest.id,
      revision: 1,
      patch: { health: '心脏病', title: '工程师', consentOn: TODAY },
    })
    const [latest] = (await client.history.list({ visitId: visit.id, before: null })).entries
    expect(latest).toMatchObject({
      actor: '测试员',
      at: '2026-11-23T09:00',
      entity: 'guest',
      action: 'update',
      label: '马俊杰',
    })
    expect(latest?.changes).toContainEqual({ field: 'title', before: '', after: '工程师' })
    expect(JSON.stringify(latest)).not.toContain('心脏病')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGuest, aVisit } from '../support/builders.ts'
import { type Client, type TestOffice, TODAY, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

describe('guests', () => {
  it('stand in order of precedence, the one head first, and can be reordered and undone', async () => {
    const visit = await aVisit(client)
    for (const name of ['张伟', '欧阳明远', '李娜']) await aGuest(client, visit.id, { name })
    const names = async () => (await client.guests.list({ visitId: visit.id })).map(guest => guest.name)
    const [zhang, ouyang, li] = await client.guests.list({ visitId: visit.id })
    expect([zhang?.latinName, ouyang?.latinName]).toEqual(['Zhang Wei', 'Ouyang Mingyuan'])
    await client.guests.update({ id: li?.id ?? '', revision: 1, patch: { isHead: true } })
    expect(await names()).toEqual(['李娜', '张伟', '欧阳明远'])
    await client.guests.update({ id: zhang?.id ?? '', revision: 1, patch: { isHead: true } })
    expect(
      (await client.guests.list({ visitId: visit.id })).filter(guest => guest.isHead).map(guest => guest.name),
    ).toEqual(['张伟'])
    const { actId } = await client.guests.reorder({ id: li?.id ?? '', to: 1 })
    expect(await names()).toEqual(['张伟', '李娜', '欧阳明远'])
    await client.history.undo({ actId })
    expect(await names()).toEqual(['张伟', '欧阳明远', '李娜'])
  })

  it('removed come back whole by undo, and are found again', async () => {
    const visit = await aVisit(client)
    const guest = await aGuest(client, visit.id, { name: '马俊杰', phone: '13800002004', diet: '清真' })
    const { actId } = await client.guests.remove({ ids: [guest.id] })
    expect(await client.guests.list({ visitId: visit.id })).toEqual([])
    expect(await client.search.query({ text: '马俊杰', limit: 5 })).toEqual([])
    await client.history.undo({ actId })
    expect(await client.guests.list({ visitId: visit.id })).toEqual([guest])
    expect(await client.search.query({ text: 'mjj', limit: 5 })).toMatchObject([{ id: guest.id }])
  })

  it('5,000 are imported with progress, the event loop free; stopped halfway nothing stays', async () => {
    const visit = await aVisit(client)
    const guests = Array.from({ length: 5000 }, (_, index) => ({
      name: `来宾${index}`,
      phone: String(13_800_000_000 + index),
    }))
    let turns = 0
    const pulse = setInterval(() => {
      turns += 1
    }, 1)
    const progress: number[] = []
    for await (const event of await client.guests.importAll({ visitId: visit.id, guests }))
      if (event.kind === 'progress') progress.push(event.done)
    clearInterval(pulse)
    expect(progress.length).toBeGreaterThan(50)
    // Others had their turn between the batches, however slow the machine.
    expect(turns).toBeGreaterThan(progress.length / 2)
    expect((await client.visits.get({ id: visit.id })).guestCount).toBe(5000)

    const other = await aVisit(client, { title: '另一次' })
    let saved = false
    for await (const event of await client.guests.importAll({ visitId: other.id, guests })) {
      if (event.kind === 'saved') saved = true
      // Leaving the iteration is what a closed window or a pressed Stop comes down to.
      else if (event.done > 1000) break
    }
    expect(saved).toBe(false)
    await expect.poll(async () => (await client.visits.get({ id: other.id })).guestCount).toBe(0)
    expect(await client.guests.add({ visitId: other.id, guest: { name: '之后' } })).toMatchObject({
      guest: { name: '之后' },
    })
  })

  it('a badge that was printed is remembered', async () => {
    const visit = await aVisit(client)
    const guest = await aGuest(client, visit.id, { name: '张伟' })
    expect((await client.today.get({ day: TODAY })).badges).toMatchObject([{ unprinted: 1, total: 1 }])
    await client.print.printed({
      papers: [{ kind: 'badges', visit: visit.id, guests: [guest.id] }],
      means: 'dialog',
      printer: '',
    })
    expect((await client.guests.list({ visitId: visit.id }))[0]?.badgePrintedAt).toBe('2026-11-23T09:00')
    expect((await client.today.get({ day: TODAY })).badges).toEqual([])
  })
})

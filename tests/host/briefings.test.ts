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

describe('a briefing', () => {
  it('books its room, invites whoever has a duty, and goes along when its booking is moved', async () => {
    const room = await aRoom(client, { name: '302' })
    const visit = await aVisit(client, { startsOn: DAY })
    await anItem(client, visit, { kind: 'meeting', from: '09:00', until: '10:00' })
    await client.staffing.add({ visitId: visit.id, line: { role: 'leader', name: '陈立' } })
    const { briefing } = await client.briefings.put({ visitId: visit.id, revision: null, roomId: room.id })
    expect(briefing).toMatchObject({ startsAt: '2026-11-30T14:00', roomName: '302' })
    expect((await client.briefings.invite({ visitId: visit.id })).added).toBe(3)
    expect((await client.briefings.invite({ visitId: visit.id })).added).toBe(0)
    const attendees = await client.attendees.list({ visitId: visit.id })
    expect(attendees.map(each => [each.name, each.duty])).toEqual([
      ['王晓燕', 'coordinator'],
      ['陈立', 'leader'],
      ['李明', 'inCharge'],
    ])
    await client.attendees.update({ id: attendees[0]?.id ?? '', revision: 1, patch: { attended: true } })

    const [booking] = await client.bookings.list({
      from: '2026-11-30T00:00',
      until: '2026-12-01T00:00',
      resourceId: room.id,
    })
    await client.bookings.update({
      id: booking?.id ?? '',
      revision: booking?.revision ?? 0,
      patch: { startsAt: '2026-11-30T16:00', endsAt: '2026-11-30T17:00' },
    })
    expect(await client.briefings.get({ visitId: visit.id })).toMatchObject({ startsAt: '2026-11-30T16:00' })
    const stale = client.briefings.put({ visitId: visit.id, revision: 1, agenda: '别人没有看到的' })
    expect((await refusal(stale)).code).toBe('STALE')
    const other = await aVisit(client, { startsOn: DAY, title: '另一次' })
    const clash = await refusal(
      client.briefings.put({
        visitId: other.id,
        revision: null,
        roomId: room.id,
        startsAt: '2026-11-30T16:30',
        endsAt: '2026-11-30T17:30',
      }),
    )
    expect(clash.code).toBe('CONFLICT')
    expect(await client.briefings.get({ visitId: other.id })).toBeNull()
    await client.briefings.remove({ visitId: visit.id })
    expect(await client.bookings.list({ from: '2026-11-30T00:00', until: '2026-12-01T00:00' })).toEqual([])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit, readyPlan, refusal, submitted } from '../support/builders.ts'
import { type Client, type TestOffice, TODAY, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

describe('a visit', () => {
  it('needs a title and a day, and gets a code', async () => {
    const { visit } = await client.visits.create({ title: '华东考察团', startsOn: '2026-12-01' })
    expect(visit).toMatchObject({ code: 'YB261201-01', status: 'inquiry', endsOn: '2026-12-01', guestCount: 0 })
    expect((await client.visits.create({ title: '另一个', startsOn: '2026-12-01' })).visit.code).toBe('YB261201-02')
    for (const input of [
      { title: ' ', startsOn: TODAY },
      { title: 'x', startsOn: '2026-02-30' },
      { title: 'x', startsOn: TODAY, endsOn: '2026-01-01' },
    ])
      expect((await refusal(client.visits.create(input))).code).toBe('BAD_REQUEST')
  })

  it('is listed with what is on or ahead first, the nearest on top, then what is over', async () => {
    for (const [title, startsOn, endsOn] of [
      ['明年', '2027-05-31', '2027-05-31'],
      ['上月', '2026-10-12', '2026-10-13'],
      ['下周', '2026-12-01', '2026-12-01'],
      ['去年', '2025-11-23', '2025-11-23'],
      ['正在', '2026-11-20', '2026-11-25'],
    ] as const)
      await aVisit(client, { title, startsOn, endsOn })
    const { rows } = await client.visits.list({
      text: '',
      statuses: [],
      grades: [],
      sort: 'coming',
      descending: false,
      offset: 0,
      limit: 10,
    })
    expect(rows.map(row => row.title)).toEqual(['正在', '下周', '明年', '上月', '去年'])
  })

  it('is refused a stale edit with both versions at hand', async () => {
    const visit = await aVisit(client)
    await client.visits.update({ id: visit.id, revision: 1, patch: { title: '新标题' } })
    const { code, data } = await refusal(
      client.visits.update({ id: visit.id, revision: 1, patch: { title: '我的标题' } }),
    )
    expect([code, (data.current as { title: string }).title]).toEqual(['STALE', '新标题'])
  })

  it('goes through its life in order; submitting and deciding are no steps by hand', async () => {
    const visit = await aVisit(client, { grade: 'C' })
    const step = async (status: 'planning' | 'approved' | 'in_progress' | 'completed' | 'archived' | 'submitted') => {
      const { revision } = await client.visits.get({ id: visit.id })
      return client.visits.setStatus({ id: visit.id, revision, status, comment: '' })
    }
    for (const status of ['completed', 'submitted', 'approved'] as const)
      expect((await refusal(step(status))).data).toEqual({ reason: 'statusStep' })
    await readyPlan(client, visit.id)
    await submitted(client, visit.id)
    for (const status of ['in_progress', 'completed', 'archived'] as const) await step(status)
    expect((await client.visits.get({ id: visit.id })).status).toBe('archived')
    const archived = await client.visits.get({ id: visit.id })
    expect(
      (await refusal(client.visits.update({ id: visit.id, revision: archived.revision, patch: { notes: 'x' } }))).data,
    ).toEqual({ reason: 'visitArchived' })
  })

  it('does not leave its items outside its days, and is stretched by a later item', async () => {
    const visit = await aVisit(client, { startsOn: '2026-12-01', endsOn: '2026-12-02' })
    await client.itinerary.add({
      visitId: visit.id,
      kind: 'tour',
      startsAt: '2026-12-03T09:00',
      endsAt: '2026-12-03T10:00',
    })
    const stretched = await client.visits.get({ id: visit.id })
    expect(stretched.endsOn).toBe('2026-12-03')
    const { data } = await refusal(
      client.visits.update({ id: visit.id, revision: stretched.revision, patch: { endsOn: '2026-12-02' } }),
    )
    expect(data).toEqual({ reason: 'itemsOutside' })
  })

  it('is listed by filter, sort and page, and by range', async () => {
    for (const [title, startsOn, grade] of [
      ['甲', '2026-12-01', 'A'],
      ['乙', '2026-12-05', 'B'],
      ['丙', '2027-01-01', 'A'],
    ] as const)
      await aVisit(client, { title, startsOn, grade })
    const list = (fields: object) =>
      client.visits.list({
        text: '',
        statuses: [],
        grades: [],
        sort: 'startsOn',
        descending: false,
        offset: 0,
        limit: 50,
        ...fields,
      })
    expect((await list({ grades: ['A'] })).rows.map(row => row.title)).toEqual(['甲', '丙'])
    expect((await list({ descending: true, limit: 1 })).rows.map(row => row.title)).toEqual(['丙'])
    expect((await list({ text: '乙' })).total).toBe(1)
    expect((await list({ text: '%' })).total).toBe(0)
    expect((await client.visits.range({ from: '2026-12-01', until: '2026-12-31' })).map(row => row.title)).toEqual([
      '甲',
      '乙',
    ])
  })
})

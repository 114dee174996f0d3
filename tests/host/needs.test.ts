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

describe('needs', () => {
  it('know the organization, and a guest from before without what is sensitive', async () => {
    const before = await aVisit(client, { organization: '东华', title: '上次', startsOn: '2026-06-01' })
    await aGuest(client, before.id, { name: '张伟', phone: '138', diet: '清真', health: '高血压', consentOn: DAY })
    const visit = await aVisit(client, { organization: '东华' })
    expect(
      (await client.needs.organization({ organization: '东华', exceptId: visit.id })).map(each => each.title),
    ).toEqual(['上次'])
    expect(await client.needs.organizations({ text: '华' })).toEqual(['东华'])
    const known = await client.needs.knownGuests({ visitId: visit.id, name: '张伟', phone: '' })
    expect(known).toMatchObject([{ name: '张伟', diet: '清真', health: '', visitTitle: '上次' }])
    expect(await client.needs.knownGuests({ visitId: visit.id, name: '', phone: '138' })).toHaveLength(1)
    expect(await client.needs.knownGuests({ visitId: before.id, name: '张伟', phone: '' })).toEqual([])
  })

  it('take a filled form all or nothing', async () => {
    const visit = await aVisit(client)
    const take = (guests: { name: string; health?: string }[]) =>
      client.needs.take({ visitId: visit.id, revision: 1, patch: { purpose: '考察', needsLodging: true }, guests })
    expect(await reason(take([{ name: '甲' }, { name: '乙', health: '过敏' }]))).toBe('consentMissing')
    expect(await client.guests.list({ visitId: visit.id })).toEqual([])
    expect(await take([{ name: '甲' }])).toMatchObject({ added: 1, visit: { purpose: '考察', needsLodging: true } })
    expect((await refusal(take([]))).code).toBe('STALE')
  })

  it('the form comes as Excel and reads back', async () => {
    const visit = await aVisit(client, { headcount: 7 })
    await aGuest(client, visit.id, { name: '张伟', arrivalAt: `${DAY}T10:30` })
    const answer = await office.get(`/exports/needs.xlsx?visit=${visit.id}&filled=yes`)
    const file = new File([await answer.arrayBuffer()], 'needs.xlsx')
    const rows = (await client.exchange.readTable({ file })).sheets[0]?.rows ?? []
    expect(rows).toContainEqual(expect.arrayContaining(['人数', '7']))
    expect(rows.some(row => row[0] === '张伟' && row.includes('2026-12-01 10:30'))).toBe(true)
  })
})

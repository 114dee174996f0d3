import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGuest, anItem, aRoom, aVisit, readyPlan, refusal, submitted } from '../support/builders.ts'
import { type Client, clientOf, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
let now = TEST_NOW
beforeEach(() => {
  now = TEST_NOW
  office = testOffice({ clock: () => now })
  client = office.client
})
afterEach(() => office.close())

const DAY = '2026-12-01'

/** The same request with the warning taken: what the window sends after its question. */
const willing = () =>
  clientOf(request => {
    const headers = new Headers(request.headers)
    headers.set('x-reapprove', '1')
    return office.host.fetch(new Request(request, { headers }))
  })

const versions = (visitId: string) => client.approvals.versions({ visitId })
const decide = async (visitId: string, verdict: 'approved' | 'sent_back', comment = '') => {
  const [version] = await versions(visitId)
  return client.approvals.decide({ versionId: version?.id ?? '', step: version?.waitsFor ?? -1, verdict, comment })
}

const statusOf = async (id: string) => (await client.visits.get({ id })).status
async function aPlan(grade: 'A' | 'B' | 'C', roomName?: string) {
  const visit = await aVisit(client, { startsOn: DAY, grade })
  await readyPlan(client, visit.id)
  if (grade === 'A') await client.staffing.add({ visitId: visit.id, line: { role: 'leader', name: '陈立' } })
  if (!roomName) return { visit, room: null, item: (await client.itinerary.list({ visitId: visit.id }))[0] }
  const room = await aRoom(client, { name: roomName })
  const [item] = await client.itinerary.list({ visitId: visit.id })
  await client.itinerary.update({ id: item?.id ?? '', revision: item?.revision ?? 0, patch: { roomId: room.id } })
  return { visit, room, item: (await client.itinerary.list({ visitId: visit.id }))[0] }
}

describe('submitting', () => {
  it('is refused with what is missing, each line with its place', async () => {
    const visit = await aVisit(client, { startsOn: DAY, grade: 'A', coordinator: ' ' })
    await client.itinerary.add({ visitId: visit.id, kind: 'dining', startsAt: `${DAY}T12:00`, endsAt: `${DAY}T13:00` })
    const { code, data } = await refusal(submitted(client, visit.id))
    expect(code).toBe('NOT_READY')
    expect(data.codes).toEqual(['coordinator', 'guests', 'personInCharge', 'diningPlace', 'diets', 'leader'])
    const lines = await client.approvals.readiness({ visitId: visit.id })
    expect(lines.find(line => line.code === 'diningPlace')).toMatchObject({ section: 'dining', severity: 'blocks' })
    expect(lines.find(line => line.code === 'leadTime')).toBeUndefined()
    expect(await versions(visit.id)).toEqual([])
    expect(await statusOf(visit.id)).toBe('inquiry')
  })

  it('freezes numbered versions; grade C approves itself and its bookings are confirmed with it', async () => {
    const { visit } = await aPlan('C', '301')
    const before = (await client.itinerary.list({ visitId: visit.id }))[0]
    expect(before?.bookingStatus).toBe('tentative')
    expect((await submitted(client, visit.id)).status).toBe('approved')
    expect((await client.itinerary.list({ visitId: visit.id }))[0]?.bookingStatus).toBe('confirmed')
    expect(await versions(visit.id)).toMatchObject([
      { number: 1, status: 'approved', chain: [], submittedBy: '测试员' },
    ])
    expect((await refusal(submitted(client, visit.id))).data).toEqual({ reason: 'statusStep' })
  })

  it('marks a visit that was entered late, and refuses nothing for it', async () => {
    const visit = await aVisit(client, { startsOn: '2026-11-24', grade: 'B' })
    await readyPlan(client, visit.id)
    const lines = await client.approvals.readiness({ visitId: visit.id })
    expect(lines.find(line => line.code === 'leadTime')).toMatchObject({
      severity: 'warns',
      values: { days: 0, wanted: 3 },
    })
    expect((await submitted(client, visit.id)).status).toBe('submitted')
  })
})

describe('deciding', () => {
  it('goes step by step along the chain; only the last confirms the bookings', async () => {
    const { visit } = await aPlan('A', '301')
    await submitted(client, visit.id)
    expect((await client.today.get({ day: '2026-11-23' })).plans).toMatchObject([
      { title: visit.title, step: '部门负责人', mayDecide: true },
    ])
    await decide(visit.id, 'approved', '同意')
    expect(await statusOf(visit.id)).toBe('submitted')
    const [version] = await versions(visit.id)
    const again = client.approvals.decide({ versionId: version?.id ?? '', step: 0, verdict: 'approved', comment: '' })
    expect((await refusal(again)).data).toEqual({ reason: 'stepDecided' })
    await decide(visit.id, 'approved')
    expect(await statusOf(visit.id)).toBe('approved')
    expect((await client.itinerary.list({ visitId: visit.id }))[0]?.bookingStatus).toBe('confirmed')
    expect((await versions(visit.id))[0]?.decisions).toMatchObject([
      { step: 0, person: '测试员', comment: '同意', means: 'here' },
      { step: 1, verdict: 'approved' },
    ])
  })

  it('sends back only with a reason, and the next version tells what changed', async () => {
    const { visit, item } = await aPlan('B')
    await submitted(client, visit.id)
    expect((await refusal(decide(visit.id, 'sent_back'))).data).toEqual({ reason: 'reasonMissing' })
    await decide(visit.id, 'sent_back', '时间太短')
    expect(await statusOf(visit.id)).toBe('planning')
    await client.itinerary.update({
      id: item?.id ?? '',
      revision: item?.revision ?? 0,
      patch: { endsAt: `${DAY}T12:00` },
    })
    await aGuest(client, visit.id, { name: '张伟', health: '高血压', consentOn: DAY })
    await submitted(client, visit.id)
    const changes = await client.approvals.changes({ visitId: visit.id, from: 1, to: 2 })
    expect(changes).toMatchObject([
      { section: 'guests', label: '张伟', kind: 'added' },
      {
        section: 'itinerary',
        kind: 'changed',
        fields: [{ field: 'endsAt', before: `${DAY}T11:00`, after: `${DAY}T12:00` }],
      },
    ])
    expect(JSON.stringify(changes)).not.toContain('高血压')
    expect(await client.approvals.changes({ visitId: visit.id, from: 2, to: null })).toEqual([])
    expect((await refusal(client.approvals.changes({ visitId: visit.id, from: 3, to: null }))).code).toBe('NOT_FOUND')
    expect((await versions(visit.id)).map(version => version.status)).toEqual(['submitted', 'sent_back'])
  })

  it('is for others than whoever handed the plan in, as long as somebody else may', async () => {
    const { visit } = await aPlan('B')
    await submitted(client, visit.id)
    expect((await versions(visit.id))[0]?.mayDecide).toBe(true)
    const { account } = await client.accounts.create({ name: '审批', role: 'approver', secret: null })
    expect((await versions(visit.id))[0]?.mayDecide).toBe(false)
    expect((await client.today.get({ day: '2026-11-23' })).plans).toMatchObject([{ mayDecide: false }])
    expect(await refusal(decide(visit.id, 'approved'))).toMatchObject({ code: 'FORBIDDEN' })
    await client.accounts.signIn({ accountId: account.id, secret: '' })
    await decide(visit.id, 'approved')
    expect(await statusOf(visit.id)).toBe('approved')
  })

  it('on paper or by phone is written down with who, when and a scan or a note, and marked so', async () => {
    const { visit } = await aPlan('B')
    await submitted(client, visit.id)
    const [version] = await versions(visit.id)
    const record = (fields: object) =>
      client.approvals.record({
        versionId: version?.id ?? '',
        step: 0,
        verdict: 'approved',
        comment: '',
        person: '周慧',
        decidedAt: '2026-11-23T08:30',
        means: 'phone',
        scan: null,
        ...fields,
      })
    expect((await refusal(record({}))).data).toEqual({ reason: 'scanOrNote' })
    expect((await refusal(record({ comment: 'x', decidedAt: '2026-11-24T08:00' }))).data).toEqual({
      reason: 'decidedInFuture',
    })
    await record({ means: 'paper', scan: new File(['pdf'], '签字页.pdf') })
    expect(await statusOf(visit.id)).toBe('approved')
    expect((await versions(visit.id))[0]?.decisions).toMatchObject([
      {
        person: '周慧',
        means: 'paper',
        recordedBy: '测试员',
        decidedAt: '2026-11-23T08:30',
        attachments: [{ name: '签字页.pdf' }],
      },
    ])
  })

  it('can be withdrawn before, and is never undone', async () => {
    const { visit } = await aPlan('B')
    await submitted(client, visit.id)
    const [entry] = (await client.history.list({ visitId: visit.id, before: null })).entries
    expect(entry?.undoable).toBe(false)
    expect((await refusal(client.history.undo({ actId: entry?.actId ?? '' }))).data).toEqual({
      reason: 'decisionStands',
    })
    await client.approvals.withdraw({ visitId: visit.id })
    expect(await statusOf(visit.id)).toBe('planning')
    expect((await refusal(client.approvals.withdraw({ visitId: visit.id }))).data).toEqual({ reason: 'notSubmitted' })
    await submitted(client, visit.id)
    const { revision } = await client.visits.get({ id: visit.id })
    await client.visits.setStatus({ id: visit.id, revision, status: 'cancelled', comment: '' })
    expect((await versions(visit.id)).map(version => version.status)).toEqual(['withdrawn', 'withdrawn'])
  })
})

describe('after approval', () => {
  it('a change to what was approved is refused until it is wanted, then the plan goes back; times and notes do not', async () => {
    const { visit, room, item } = await aPlan('B', '301')
    const other = await aRoom(client, { name: '302' })
    const { supply } = await client.supplies.create({ name: '书签', quantity: 9, unitValue: 100 })
    await anItem(client, visit, { kind: 'dining', from: '12:00', until: '13:00', place: '食堂' })
    const [meal] = await client.dining.list({ visitId: visit.id })
    await client.dining.seeDiets({ ids: [meal?.id ?? ''] })
    const approve = async () => {
      await submitted(client, visit.id)
      await decide(visit.id, 'approved')
    }
    await approve()
    const current = async () => (await client.itinerary.list({ visitId: visit.id })).find(each => each.id === item?.id)
    const stop = async (by: Client, patch: object) => {
      const { id = '', revision = 0 } = (await current()) ?? {}
      return by.itinerary.update({ id, revision, patch })
    }
    const visitNow = () => client.visits.get({ id: visit.id })
    // Shifted times, words and notes are no new plan.
    await stop(client, { startsAt: `${DAY}T10:15`, endsAt: `${DAY}T11:15`, notes: '提前到' })
    await client.visits.update({ id: visit.id, revision: (await visitNow()).revision, patch: { notes: '改字' } })
    expect(await statusOf(visit.id)).toBe('approved')

    const attempts: [string, (by: Client) => Promise<unknown>][] = [
      ['rooms', by => stop(by, { roomId: other.id })],
      [
        'grade',
        async by => by.visits.update({ id: visit.id, revision: (await visitNow()).revision, patch: { grade: 'A' } }),
      ],
      [
        'dates',
        async by =>
          by.visits.update({ id: visit.id, revision: (await visitNow()).revision, patch: { endsOn: '2026-12-02' } }),
      ],
      ['gifts', by => by.allocations.add({ visitId: visit.id, line: { supplyId: supply.id, amount: 1 } })],
      ['leaders', by => by.staffing.add({ visitId: visit.id, line: { role: 'leader', name: '陈立' } })],
      [
        'diningStandard',
        async by => {
          const [now] = await client.dining.list({ visitId: visit.id })
          return by.dining.update({ id: now?.id ?? '', revision: now?.revision ?? 0, patch: { headCost: 5000 } })
        },
      ],
    ]
    for (const [fact, attempt] of attempts) {
      const { code, data } = await refusal(attempt(client))
      expect([code, data.changes]).toEqual(['REAPPROVAL', [fact]])
      expect(await statusOf(visit.id)).toBe('approved')
    }
    expect((await current())?.roomId).toBe(room?.id)
    await stop(willing(), { roomId: other.id })
    expect(await statusOf(visit.id)).toBe('planning')
    expect((await versions(visit.id))[0]?.status).toBe('superseded')
    expect((await current())?.roomId).toBe(other.id)
    await approve()
    expect(await statusOf(visit.id)).toBe('approved')
  })

  it('holds from wherever it is changed: a booking dragged to another room asks as well', async () => {
    const { visit, room } = await aPlan('C', '301')
    const other = await aRoom(client, { name: '302' })
    await submitted(client, visit.id)
    const [booking] = await client.bookings.list({
      from: `${DAY}T00:00`,
      until: `${DAY}T23:59`,
      resourceId: room?.id ?? '',
    })
    const drag = (by: Client) =>
      by.bookings.update({ id: booking?.id ?? '', revision: booking?.revision ?? 0, patch: { resourceId: other.id } })
    expect((await refusal(drag(client))).code).toBe('REAPPROVAL')
    await drag(willing())
    expect(await statusOf(visit.id)).toBe('planning')
  })

  it('a change while it waits withdraws the submission', async () => {
    const { visit } = await aPlan('B')
    await submitted(client, visit.id)
    const leader = (by: Client) => by.staffing.add({ visitId: visit.id, line: { role: 'leader', name: '陈立' } })
    expect((await refusal(leader(client))).data).toEqual({ status: 'submitted', changes: ['leaders'] })
    await leader(willing())
    expect((await versions(visit.id))[0]?.status).toBe('withdrawn')
  })
})

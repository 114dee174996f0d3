import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anItem, aPerson, aRoom, aVisit, refusal } from '../support/builders.ts'
import { type Client, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'

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
beforeEach(() => {
  office = testOffice()
  client = office.client
})

describe('staff', () => {
  it('are found by name and phone, and who drives is booked like a car', async () => {
    await aPerson(client, { name: '孙师傅', phone: '13900000006', department: '车队', canDrive: true })
    expect(await client.search.query({ text: '13900000006', limit: 5 })).toMatchObject([
      { kind: 'person', title: '孙师傅' },
    ])
    const [driver] = await client.resources.list({ kind: 'person' })
    const booking = { resourceId: driver?.id ?? '', title: '出车', startsAt: `${DAY}T09:00`, endsAt: `${DAY}T10:00` }
    await client.bookings.create(booking)
    expect((await refusal(client.bookings.create(booking))).code).toBe('CONFLICT')
    const { resource } = await client.resources.update({
      id: driver?.id ?? '',
      revision: driver?.revision ?? 0,
      patch: { canDrive: false },
    })
    expect(resource.canDrive).toBe(false)
    await client.bookings.create(booking)
  })
})

describe('assignments', () => {
  it('of a role at a stop are set in one act: whole or not at all, and one undo brings back who was there', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const item = await anItem(client, visit, { kind: 'tour', from: '09:00', until: '10:00' })
    const other = await anItem(client, visit, { kind: 'meeting', from: '09:30', until: '10:30' })
    const driver = await aPerson(client, { name: '孙师傅', phone: '139', canDrive: true })
    const guide = await aPerson(client, { name: '张磊', phone: '137' })
    const at = { itemId: item.id, role: 'guide' } as const
    const names = async () =>
      (await client.staffing.list({ visitId: visit.id })).flatMap(line =>
        line.itemId === item.id ? [`${line.name} ${line.phone}`.trim()] : [],
      )
    const { lines } = await client.staffing.assign({
      ...at,
      remove: [],
      add: [
        { name: '张磊', personId: guide.id },
        { name: '李同学', personId: null },
      ],
    })
    expect(await names()).toEqual(['张磊 137', '李同学'])
    await client.staffing.assign({
      itemId: other.id,
      role: 'escort',
      remove: [],
      add: [{ name: '孙师傅', personId: driver.id }],
    })

    const remove = lines.map(line => line.id)
    const refused = refusal(
      client.staffing.assign({
        ...at,
        remove,
        add: [
          { name: '王同学', personId: null },
          { name: '孙师傅', personId: driver.id },
        ],
      }),
    )
    expect((await refused).code).toBe('CONFLICT')
    expect(await names()).toEqual(['张磊 137', '李同学'])

    const { actId } = await client.staffing.assign({ ...at, remove, add: [{ name: '王同学', personId: null }] })
    expect(await names()).toEqual(['王同学'])
    await client.history.undo({ actId })
    expect((await names()).sort()).toEqual(['李同学', '张磊 137'].sort())
    expect((await refusal(client.staffing.assign({ ...at, remove: [item.id], add: [] }))).code).toBe('NOT_FOUND')
  })

  it('book a person for a stop, move with it, and let go; who drives can be in one place only', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const driver = await aPerson(client, { name: '孙师傅', phone: '139', canDrive: true })
    const guide = await aPerson(client, { name: '张磊' })
    const first = await anItem(client, visit, { kind: 'tour', from: '09:00', until: '10:00' })
    const second = await anItem(client, visit, { kind: 'meeting', from: '09:30', until: '10:30' })
    const give = (itemId: string, person: { id: string; name: string }) =>
      client.staffing.add({
        visitId: visit.id,
        line: { itemId, role: 'guide', name: person.name, personId: person.id },
      })
    const { line } = await give(first.id, driver)
    expect(line).toMatchObject({ name: '孙师傅', phone: '139' })
    expect((await refusal(give(second.id, driver))).code).toBe('CONFLICT')
    await give(first.id, guide)
    await give(second.id, guide)
    expect((await client.staffing.clashes({ visitId: visit.id })).map(clash => clash.name)).toEqual(['张磊', '李明'])

    const booked = () => client.bookings.list({ from: `${DAY}T00:00`, until: `${DAY}T23:59`, resourceId: driver.id })
    expect(await booked()).toMatchObject([{ startsAt: `${DAY}T09:00`, endsAt: `${DAY}T10:00`, status: 'tentative' }])
    const { revision } =
      (await client.itinerary.list({ visitId: visit.id })).find(item => item.id === first.id) ?? first
    await client.itinerary.update({
      id: first.id,
      revision,
      patch: { startsAt: `${DAY}T13:00`, endsAt: `${DAY}T14:00` },
    })
    expect(await booked()).toMatchObject([{ startsAt: `${DAY}T13:00` }])
    const { actId } = await client.staffing.remove({ ids: [line.id] })
    expect(await booked()).toEqual([])
    await client.history.undo({ actId })
    expect(await booked()).toHaveLength(1)
  })

  it('refuse a person who is none, a stop that is not there, and an old revision', async () => {
    const visit = await aVisit(client)
    const room = await aRoom(client, { name: '301' })
    const line = { role: 'leader' as const, name: '陈立' }
    expect((await refusal(client.staffing.add({ visitId: visit.id, line: { ...line, personId: room.id } }))).code).toBe(
      'NOT_FOUND',
    )
    expect((await refusal(client.staffing.add({ visitId: visit.id, line: { ...line, itemId: room.id } }))).code).toBe(
      'NOT_FOUND',
    )
    const added = (await client.staffing.add({ visitId: visit.id, line })).line
    await client.staffing.update({ id: added.id, revision: 1, patch: { notes: '致辞' } })
    const stale = await refusal(client.staffing.update({ id: added.id, revision: 1, patch: { notes: 'x' } }))
    expect([stale.code, (stale.data.current as { notes: string }).notes]).toEqual(['STALE', '致辞'])
  })
})

describe('who is in charge of a stop', () => {
  it('is busy then: told for the timeline, free for nobody else, and passed over where a common time is sought', async () => {
    const person = await aPerson(client, { name: '王晓燕', phone: '139' })
    const guide = await aPerson(client, { name: '张磊', phone: '137' })
    const visit = await aVisit(client, { startsOn: DAY, title: '东海协会考察', grade: 'B' })
    const item = await anItem(client, visit, {
      kind: 'meeting',
      content: '会谈',
      from: '09:00',
      until: '10:00',
      personInCharge: '王晓燕',
    })
    const whole = { from: `${DAY}T00:00`, until: `${DAY}T23:59` }
    expect(await client.staffing.busy(whole)).toEqual([
      {
        resourceId: person.id,
        itemId: item.id,
        visitId: visit.id,
        title: '东海协会考察',
        titleLatin: '',
        grade: 'B',
        status: 'inquiry',
        content: '会谈',
        startsAt: `${DAY}T09:00`,
        endsAt: `${DAY}T10:00`,
      },
    ])
    const span = { startsAt: `${DAY}T09:30`, endsAt: `${DAY}T10:30` }
    const free = async (itemId: string | null) =>
      (await client.bookings.free({ kind: 'person', ...span, headcount: null, itemId })).map(each => [
        each.resourceId === person.id ? '王晓燕' : '张磊',
        each.free,
        each.takenBy,
      ])
    expect(await free(null)).toEqual([
      ['张磊', true, ''],
      ['王晓燕', false, '东海协会考察'],
    ])
    expect(await free(item.id)).toContainEqual(['王晓燕', true, ''])
    const common = await client.bookings.common({
      resourceIds: [person.id, guide.id],
      startsAt: `${DAY}T09:00`,
      endsAt: `${DAY}T11:00`,
      minutes: 60,
    })
    expect(common).toEqual([{ startsAt: `${DAY}T10:00`, endsAt: `${DAY}T11:00` }])
    const { line } = await client.staffing.add({
      visitId: visit.id,
      line: { itemId: item.id, role: 'venue', name: '王晓燕', personId: person.id },
    })
    expect(await client.staffing.busy(whole)).toEqual([])
    await client.staffing.remove({ ids: [line.id] })
    expect(await client.staffing.busy(whole)).toHaveLength(1)
    const { revision } = await client.visits.get({ id: visit.id })
    await client.visits.setStatus({ id: visit.id, revision, status: 'cancelled', comment: '取消' })
    expect(await client.staffing.busy(whole)).toEqual([])
  })
})

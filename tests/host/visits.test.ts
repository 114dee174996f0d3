import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGuest, aRoom, aVisit, readyPlan, refusal, submitted } from '../support/builders.ts'
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

  it('undo refuses to overwrite what was changed since', async () => {
    const visit = await aVisit(client)
    const guest = await aGuest(client, visit.id, { name: '张伟' })
    const { actId } = await client.guests.update({ id: guest.id, revision: 1, patch: { title: '经理' } })
    await client.guests.update({ id: guest.id, revision: 2, patch: { title: '总经理' } })
    expect((await refusal(client.history.undo({ actId }))).code).toBe('STALE')
    expect((await client.guests.list({ visitId: visit.id }))[0]?.title).toBe('总经理')
  })

  it('5,000 are imported with progress, the event loop free; stopped halfway nothing stays', async () => {
    const visit = await aVisit(client)
    const guests = Array.from({ length: 5000 }, (_, index) => ({
      name: `来宾${index}`,
      phone: String(13_800_000_000 + index),
    }))
    let longest = 0
    let last = performance.now()
    const pulse = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 1)
    const progress: number[] = []
    for await (const event of await client.guests.importAll({ visitId: visit.id, guests }))
      if (event.kind === 'progress') progress.push(event.done)
    clearInterval(pulse)
    expect(progress.length).toBeGreaterThan(50)
    expect(longest).toBeLessThan(250)
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
    expect((await client.office.today({ day: TODAY })).badges).toMatchObject([{ unprinted: 1, total: 1 }])
    await client.print.printed({
      papers: [{ kind: 'badges', visit: visit.id, guests: [guest.id] }],
      means: 'dialog',
      printer: '',
    })
    expect((await client.guests.list({ visitId: visit.id }))[0]?.badgePrintedAt).toBe('2026-11-23T09:00')
    expect((await client.office.today({ day: TODAY })).badges).toEqual([])
  })
})

describe('history', () => {
  it('tells who changed what, without what is sensitive', async () => {
    const visit = await aVisit(client)
    const guest = await aGuest(client, visit.id, { name: '马俊杰' })
    await client.guests.update({
      id: guest.id,
      revision: 1,
      patch: { health: '心脏病', title: '工程师', consentOn: TODAY },
    })
    const [latest] = await client.history.list({ visitId: visit.id, before: null })
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

describe('search', () => {
  it('finds by Chinese, pinyin, initials, phone and plate, one character or many', async () => {
    await client.office.loadSample()
    const first = async (text: string) => (await client.search.query({ text, limit: 5 }))[0]?.title
    expect(await first('zhaomin')).toBe('赵敏')
    expect(await first('zm')).toBe('赵敏')
    expect(await first('赵')).toBe('赵敏')
    expect(await first('敏')).toBeUndefined()
    expect(await first('明远')).toBe('欧阳明远')
    expect(await first('ouyang')).toBe('欧阳明远')
    expect(await first('13800002005')).toBe('赵敏')
    expect(await first('8k219')).toBe('考斯特 1 号')
    expect(await first('沪A·8K219')).toBe('考斯特 1 号')
    expect(await first('hdzn')).toMatch('华东智能装备')
    expect(await first('Montgomery')).toMatch('Alexander')
    expect(await client.search.query({ text: '"; drop', limit: 5 })).toEqual([])
  })
})

describe('the sample office', () => {
  it('is loaded into an empty office only, and goes in one act; a room that a real visit has booked stays', async () => {
    expect(await client.office.loadSample()).toEqual({ visits: 6 })
    expect((await refusal(client.office.loadSample())).data).toEqual({ reason: 'officeNotEmpty' })
    const [hall] = await client.resources.list({ kind: 'room' })
    const own = await aVisit(client, { startsOn: '2027-03-01' })
    await client.itinerary.add({
      visitId: own.id,
      kind: 'meeting',
      startsAt: '2027-03-01T09:00',
      endsAt: '2027-03-01T10:00',
      roomId: hall?.id ?? null,
    })
    const gone = await client.office.removeSample()
    expect(gone).toEqual({ visits: 6, resources: 19 })
    expect(await client.office.state()).toMatchObject({ rooms: 1, vehicles: 0, visits: 1, hasSample: false })
    expect((await client.resources.list({}))[0]).toMatchObject({ id: hall?.id, isSample: false })
    expect(await client.search.query({ text: '沈建国', limit: 5 })).toEqual([])
  })
})

describe('resources', () => {
  it('have one name each, and a removed one releases what was booked', async () => {
    const room = await aRoom(client, { name: '301' })
    expect((await refusal(aRoom(client, { name: '301' }))).data).toEqual({ reason: 'nameTaken' })
    await client.bookings.create({
      resourceId: room.id,
      title: '例会',
      startsAt: '2026-12-01T09:00',
      endsAt: '2026-12-01T10:00',
    })
    const { released, actId } = await client.resources.remove({ id: room.id })
    expect(released).toBe(1)
    expect(await client.resources.list({ kind: 'room' })).toEqual([])
    await client.history.undo({ actId })
    expect(await client.bookings.list({ from: '2026-12-01T00:00', until: '2026-12-02T00:00' })).toHaveLength(1)
  })
})

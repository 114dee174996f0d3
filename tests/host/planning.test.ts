import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGuest, anItem, aPerson, aRoom, aVehicle, aVisit, refusal } from '../support/builders.ts'
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

describe('assignments', () => {
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

describe('trips', () => {
  it('come and go with the vehicles of a stop, with the usual driver, whichever way they are booked', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const bus = await aVehicle(client, {
      name: '考斯特',
      plate: '沪A',
      capacity: 19,
      driverName: '周',
      driverPhone: '1',
    })
    const van = await aVehicle(client, { name: '商务车' })
    const item = await anItem(client, visit, { kind: 'pickup', from: '09:00', until: '10:00', vehicleIds: [bus.id] })
    const trips = () => client.trips.list({ visitId: visit.id })
    expect(await trips()).toMatchObject([{ vehicleName: '考斯特', plate: '沪A', seats: 19, driverName: '周' }])
    const { line } = await client.trips.add({ visitId: visit.id, line: { itemId: item.id, vehicleId: van.id } })
    expect((await client.itinerary.list({ visitId: visit.id }))[0]?.vehicleIds).toEqual([bus.id, van.id])
    await client.trips.remove({ ids: [line.id] })
    expect((await client.itinerary.list({ visitId: visit.id }))[0]?.vehicleIds).toEqual([bus.id])
    const [current] = await client.itinerary.list({ visitId: visit.id })
    const { actId } = await client.itinerary.update({
      id: item.id,
      revision: current?.revision ?? 0,
      patch: { vehicleIds: [] },
    })
    expect(await trips()).toEqual([])
    await client.history.undo({ actId })
    expect(await trips()).toHaveLength(1)
    const { actId: removed } = await client.itinerary.remove({ ids: [item.id] })
    expect(await trips()).toEqual([])
    await client.history.undo({ actId: removed })
    expect(await trips()).toMatchObject([{ driverName: '周' }])
  })

  it('refuse a vehicle that is taken, and book a driver of the staff who is then taken too', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const other = await aVisit(client, { startsOn: DAY, title: '另一次' })
    const bus = await aVehicle(client, { name: '考斯特' })
    const driver = await aPerson(client, { name: '孙师傅', phone: '139', canDrive: true })
    const mine = await anItem(client, visit, { kind: 'pickup', from: '09:00', until: '10:00' })
    const theirs = await anItem(client, other, { kind: 'pickup', from: '09:30', until: '10:30' })
    const trip = (await client.trips.add({ visitId: visit.id, line: { itemId: mine.id, vehicleId: bus.id } })).line
    const taken = await refusal(client.trips.add({ visitId: other.id, line: { itemId: theirs.id, vehicleId: bus.id } }))
    expect(taken.code).toBe('CONFLICT')
    expect(await client.trips.list({ visitId: other.id })).toEqual([])
    const { line } = await client.trips.update({ id: trip.id, revision: 1, patch: { driverId: driver.id } })
    expect(line).toMatchObject({ driverName: '孙师傅', driverPhone: '139' })
    const hired = (await client.trips.add({ visitId: other.id, line: { itemId: theirs.id, vehicleName: '租车' } })).line
    expect(
      (await refusal(client.trips.update({ id: hired.id, revision: 1, patch: { driverId: driver.id } }))).code,
    ).toBe('CONFLICT')
    await client.trips.update({ id: trip.id, revision: 2, patch: { driverId: null, driverName: '别人' } })
    await client.trips.update({ id: hired.id, revision: 1, patch: { driverId: driver.id } })
  })

  it('tickets are kept per guest, and do not arrive before they leave', async () => {
    const visit = await aVisit(client)
    const guest = await aGuest(client, visit.id, { name: '张伟' })
    const { line } = await client.tickets.add({
      visitId: visit.id,
      line: { guestId: guest.id, kind: 'flight', number: 'MU5101', departsAt: `${DAY}T08:00`, cost: 98_000 },
    })
    expect(line).toMatchObject({ guestId: guest.id, number: 'MU5101', cost: 98_000 })
    expect(
      await reason(client.tickets.update({ id: line.id, revision: 1, patch: { arrivesAt: `${DAY}T07:00` } })),
    ).toBe('endBeforeStart')
    await client.tickets.remove({ ids: [line.id] })
    expect(await client.tickets.list({ visitId: visit.id })).toEqual([])
  })
})

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
    expect((await meal())?.menuConflicts.map(each => [each.rule, each.words, each.guests])).toEqual([
      ['清真', ['红烧肉'], 1],
      ['坚果过敏', ['宫保'], 1],
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

describe('the stock', () => {
  it('never promises more than is there, whoever takes it, and gets it back from a cancelled visit', async () => {
    const { supply } = await client.supplies.create({ name: '书签', unitValue: 100, quantity: 10 })
    const visit = await aVisit(client, { headcount: 4 })
    const other = await aVisit(client, { headcount: 4, title: '另一次' })
    const take = (visitId: string, amount: number, perGuest = false) =>
      client.allocations.add({ visitId, line: { supplyId: supply.id, amount, perGuest } })
    const { line } = await take(visit.id, 2, true)
    expect(line.quantity).toBe(8)
    expect(await reason(take(other.id, 3))).toBe('stock')
    await take(other.id, 2)
    expect((await client.supplies.list())[0]?.allocated).toBe(10)
    expect(await reason(client.supplies.update({ id: supply.id, revision: 1, patch: { quantity: 9 } }))).toBe('stock')
    expect(await reason(client.supplies.remove({ id: supply.id }))).toBe('supplyAllocated')
    expect(await reason(client.allocations.update({ id: line.id, revision: 1, patch: { amount: 3 } }))).toBe('stock')

    const cancel = async (id: string) =>
      client.visits.setStatus({
        id,
        revision: (await client.visits.get({ id })).revision,
        status: 'cancelled',
        comment: '',
      })
    await cancel(visit.id)
    expect((await client.supplies.list())[0]?.allocated).toBe(2)
    await take(other.id, 8)
    const { revision } = await client.visits.get({ id: visit.id })
    const revived = await client.visits.setStatus({ id: visit.id, revision, status: 'planning', comment: '' })
    expect(revived.notRebooked).toEqual(['书签'])
    expect((await client.allocations.list({ visitId: visit.id }))[0]?.returned).toBe(true)
  })

  it('the database itself refuses what a program forgot to check', async () => {
    const { supply } = await client.supplies.create({ name: '书签', quantity: 1 })
    const visit = await aVisit(client)
    const insert = (id: string) =>
      office.host.context.db
        .insertInto('allocation')
        .values({
          id,
          visit_id: visit.id,
          supply_id: supply.id,
          amount: 1,
          per_guest: 0,
          quantity: 1,
          reason: '',
          returned: 0,
          revision: 1,
        })
        .execute()
    await insert('a')
    await expect(insert('b')).rejects.toThrow('STOCK_EXCEEDED')
  })

  it('asks for a reason where gifts are above the limit of the grade', async () => {
    const visit = await aVisit(client, { grade: 'C', headcount: 2 })
    const { supply } = await client.supplies.create({ name: '茶具', unitValue: 38_000, quantity: 10 })
    const line = { supplyId: supply.id, amount: 1, perGuest: true }
    expect(await reason(client.allocations.add({ visitId: visit.id, line }))).toBe('giftLimit')
    await client.allocations.add({ visitId: visit.id, line: { ...line, reason: '签约' } })
    expect(await reason(client.supplies.create({ name: '茶具' }))).toBe('nameTaken')
  })

  it('costs are added, edited and taken away', async () => {
    const visit = await aVisit(client)
    const { line } = await client.costs.add({ visitId: visit.id, line: { kind: 'venue', estimated: 100 } })
    await client.costs.update({ id: line.id, revision: 1, patch: { actual: 90 } })
    expect(await client.costs.list({ visitId: visit.id })).toMatchObject([{ estimated: 100, actual: 90 }])
    await client.costs.remove({ ids: [line.id] })
    expect(await client.costs.list({ visitId: visit.id })).toEqual([])
  })
})

describe('a checklist', () => {
  it('is made once, follows the itinerary, and keeps what is done', async () => {
    const visit = await aVisit(client, { startsOn: DAY, grade: 'B' })
    const item = await anItem(client, visit, { kind: 'tour', from: '09:00', until: '10:00' })
    const { added } = await client.checklists.make({ visitId: visit.id })
    const tasks = async () =>
      (await client.checklists.list({ visitId: visit.id })).filter(task => task.itemId !== null || task.retired)
    expect(added).toBeGreaterThan(10)
    expect((await client.checklists.make({ visitId: visit.id })).added).toBe(0)
    const [route, gear] = await tasks()
    expect(route).toMatchObject({ title: '走一遍参观路线', dueAt: '2026-11-30T09:00', person: '李明' })
    await client.checklists.tick({ id: route?.id ?? '', done: true })

    await anItem(client, visit, { kind: 'dining', from: '12:00', until: '13:00' })
    expect((await tasks()).map(task => task.title)).toContain('向餐厅确认菜单、人数和忌口')
    const { actId } = await client.itinerary.remove({ ids: [item.id] })
    const after = await client.checklists.list({ visitId: visit.id })
    expect(after.find(task => task.id === route?.id)).toMatchObject({ doneBy: '测试员', retired: false, itemId: null })
    expect(after.find(task => task.id === gear?.id)).toMatchObject({ retired: true })
    await client.history.undo({ actId })
    expect((await tasks()).find(task => task.id === gear?.id)).toMatchObject({ retired: false, itemId: item.id })
  })

  it('leaves out what was dropped, takes tasks of one’s own, and follows a move unless the time was set by hand', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    await client.checklists.make({ visitId: visit.id })
    const [first, second] = await client.checklists.list({ visitId: visit.id })
    await client.checklists.remove({ ids: [first?.id ?? ''] })
    await client.checklists.update({ id: second?.id ?? '', revision: 1, patch: { dueAt: '2026-11-28T10:00' } })
    const own = (await client.checklists.add({ visitId: visit.id, line: { title: '订花' } })).line
    await client.visits.move({ id: visit.id, startsOn: '2026-12-08' })
    const tasks = await client.checklists.list({ visitId: visit.id })
    expect(tasks.some(task => task.id === first?.id)).toBe(false)
    expect(tasks.find(task => task.id === second?.id)?.dueAt).toBe('2026-11-28T10:00')
    expect(tasks.find(task => task.title === '打印并核对胸牌')?.dueAt).toBe('2026-12-07T09:00')
    await client.checklists.remove({ ids: [own.id] })
  })

  it('keeps copies of files with its tasks, and tells Today what is overdue', async () => {
    const visit = await aVisit(client)
    const { line } = await client.checklists.add({
      visitId: visit.id,
      line: { title: '订花', dueAt: '2026-11-22T10:00', person: '李明' },
    })
    const file = new File(['报价'], '报价单.txt')
    const { attachment } = await client.checklists.attach({ taskId: line.id, file })
    const answer = await office.get(`/attachments/${attachment.id}`)
    expect(await answer.text()).toBe('报价')
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('报价单.txt'))
    expect((await refusal(client.checklists.attach({ taskId: line.id, file: new File([], 'x.txt') }))).code).toBe(
      'BAD_FILE',
    )
    expect((await client.office.today({ day: '2026-11-23' })).tasks).toMatchObject([{ title: '订花', person: '李明' }])
    await client.checklists.tick({ id: line.id, done: true })
    expect((await client.office.today({ day: '2026-11-23' })).tasks).toEqual([])
    await client.checklists.detach({ attachmentId: attachment.id })
    expect((await client.checklists.list({ visitId: visit.id }))[0]?.attachments).toEqual([])
  })
})

describe('a briefing', () => {
  it('books its room, invites whoever has a duty, and goes along when its booking is moved', async () => {
    const room = await aRoom(client, { name: '302' })
    const visit = await aVisit(client, { startsOn: DAY })
    await anItem(client, visit, { kind: 'meeting', from: '09:00', until: '10:00' })
    await client.staffing.add({ visitId: visit.id, line: { role: 'leader', name: '陈立' } })
    const { briefing } = await client.briefings.put({ visitId: visit.id, roomId: room.id })
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
    const other = await aVisit(client, { startsOn: DAY, title: '另一次' })
    const clash = await refusal(
      client.briefings.put({
        visitId: other.id,
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

describe('templates and copies', () => {
  it('one for each kind of visit is there, and a visit begins from it with meals and preparation', async () => {
    const templates = await client.templates.list()
    expect(new Set(templates.map(each => each.kind)).size).toBe(6)
    const tour = templates.find(each => each.kind === 'factory')
    const { visit } = await client.templates.use({
      templateId: tour?.id ?? '',
      title: '来看工厂',
      startsOn: DAY,
      organization: '某厂',
      headcount: 8,
    })
    expect(visit).toMatchObject({
      title: '来看工厂',
      startsOn: DAY,
      endsOn: '2026-12-02',
      kind: 'factory',
      headcount: 8,
    })
    const items = await client.itinerary.list({ visitId: visit.id })
    expect(items).toHaveLength(tour?.items ?? 0)
    expect(items.find(item => item.kind === 'tour')).toMatchObject({
      photoRule: 'forbidden',
      startsAt: '2026-12-02T09:15',
    })
    expect(await client.dining.list({ visitId: visit.id })).toHaveLength(2)
  })

  it('a copy has the days moved, books what is free and names what is not; guests come along if asked', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const room = await aRoom(client, { name: '301' })
    const free = await aRoom(client, { name: '302' })
    const guide = await aPerson(client, { name: '张磊' })
    const item = await anItem(client, visit, { kind: 'meeting', from: '09:00', until: '10:00', roomId: room.id })
    await anItem(client, visit, { kind: 'meeting', from: '11:00', until: '12:00', roomId: free.id })
    await client.staffing.add({
      visitId: visit.id,
      line: { itemId: item.id, role: 'guide', name: guide.name, personId: guide.id },
    })
    await aGuest(client, visit.id, { name: '张伟', arrivalNumber: 'G1', isHead: true })
    await client.bookings.create({
      resourceId: room.id,
      title: '周会',
      startsAt: '2026-12-08T09:00',
      endsAt: '2026-12-08T10:00',
    })
    const { visit: copy, notBooked } = await client.templates.copy({
      visitId: visit.id,
      title: '再来',
      startsOn: '2026-12-08',
      keepGuests: true,
    })
    expect(notBooked).toEqual(['301'])
    expect((await client.itinerary.list({ visitId: copy.id })).map(each => [each.startsAt, each.roomName])).toEqual([
      ['2026-12-08T09:00', ''],
      ['2026-12-08T11:00', '302'],
    ])
    expect(await client.staffing.list({ visitId: copy.id })).toMatchObject([{ name: '张磊', personId: guide.id }])
    expect(await client.guests.list({ visitId: copy.id })).toMatchObject([
      { name: '张伟', isHead: true, arrivalNumber: '', badgePrintedAt: null },
    ])
    const { template } = await client.templates.make({ visitId: visit.id, name: '一天', nameLatin: '' })
    const renamed = await client.templates.rename({ id: template.id, revision: 1, name: '半天', nameLatin: 'Half' })
    expect(renamed.template).toMatchObject({ name: '半天', items: 2 })
    expect(
      (await refusal(client.templates.rename({ id: template.id, revision: 1, name: 'x', nameLatin: '' }))).code,
    ).toBe('STALE')
    await client.templates.remove({ id: template.id })
  })
})

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

describe('an agenda', () => {
  it('is added whole or not at all, and given to one person in one act', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const room = await aRoom(client, { name: '301' })
    const stop = (from: string, until: string, roomId: string | null = null) => ({
      kind: 'meeting' as const,
      startsAt: `${DAY}T${from}`,
      endsAt: `${DAY}T${until}`,
      roomId,
    })
    const clash = client.itinerary.addAll({
      visitId: visit.id,
      items: [stop('09:00', '10:00', room.id), stop('09:30', '10:30', room.id)],
    })
    expect((await refusal(clash)).code).toBe('CONFLICT')
    expect(await client.itinerary.list({ visitId: visit.id })).toEqual([])
    const { added, actId } = await client.itinerary.addAll({
      visitId: visit.id,
      items: [stop('09:00', '10:00', room.id), stop('10:30', '11:30', room.id)],
    })
    expect(added).toBe(2)
    const ids = (await client.itinerary.list({ visitId: visit.id })).map(item => item.id)
    const given = await client.itinerary.assign({ ids, personInCharge: '李明', phone: '139' })
    expect((await client.itinerary.list({ visitId: visit.id })).map(item => item.personInCharge)).toEqual([
      '李明',
      '李明',
    ])
    await client.history.undo({ actId: given.actId })
    await client.history.undo({ actId })
    expect(await client.itinerary.list({ visitId: visit.id })).toEqual([])
  })

  it('warns of a room that lacks what the stop wants, and a strict one refuses', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    const plain = await aRoom(client, { name: '301', equipment: ['白板'] })
    const strict = await aRoom(client, { name: '302', strict: true })
    const wanted = {
      visitId: visit.id,
      kind: 'meeting' as const,
      startsAt: `${DAY}T09:00`,
      endsAt: `${DAY}T10:00`,
      equipment: ['投影', '白板'],
    }
    expect((await client.itinerary.add({ ...wanted, roomId: plain.id })).warnings).toEqual([
      { code: 'equipment', missing: ['投影'] },
    ])
    expect((await refusal(client.itinerary.add({ ...wanted, roomId: strict.id }))).code).toBe('CONFLICT')
  })
})

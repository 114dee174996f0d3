import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGuest, anItem, aPerson, aVehicle, aVisit, refusal } from '../support/builders.ts'
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
})

describe('tickets', () => {
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

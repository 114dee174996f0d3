import type { NewGuest } from '../../shared/contract/guests.ts'
import type { ItemFields } from '../../shared/contract/itinerary.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import type { ItemKind } from '../../shared/domain/visit.ts'
import { type Client, TODAY } from './office.ts'

/** A room of the test office; names are unique within an office. */
export async function aRoom(client: Client, fields: Partial<Resource> & { name: string }): Promise<Resource> {
  const { id: _, revision: __, isSample: ___, kind: ____, ...rest } = fields as Resource
  return (await client.resources.create({ ...rest, kind: 'room' })).resource
}

export async function aVehicle(client: Client, fields: Partial<Resource> & { name: string }): Promise<Resource> {
  const { id: _, revision: __, isSample: ___, kind: ____, ...rest } = fields as Resource
  return (await client.resources.create({ ...rest, kind: 'vehicle' })).resource
}

export async function aPerson(client: Client, fields: Partial<Resource> & { name: string }): Promise<Resource> {
  const { id: _, revision: __, isSample: ___, kind: ____, ...rest } = fields as Resource
  return (await client.resources.create({ ...rest, kind: 'person' })).resource
}

/** A stop of the visit's first day. */
export async function anItem(
  client: Client,
  visit: { id: string; startsOn: string },
  fields: { kind: ItemKind; from: string; until: string } & Partial<ItemFields>,
) {
  const { from, until, ...rest } = fields
  const span = { startsAt: `${visit.startsOn}T${from}`, endsAt: `${visit.startsOn}T${until}` }
  return (await client.itinerary.add({ visitId: visit.id, personInCharge: '李明', ...rest, ...span })).item
}

export async function aVisit(client: Client, fields: Partial<Visit> = {}): Promise<Visit> {
  const { visit } = await client.visits.create({
    title: fields.title ?? '测试来访',
    titleLatin: fields.titleLatin ?? '',
    startsOn: fields.startsOn ?? TODAY,
    endsOn: fields.endsOn ?? fields.startsOn ?? TODAY,
    organization: fields.organization ?? '测试单位',
    headcount: fields.headcount ?? null,
    kind: fields.kind ?? 'other',
    grade: fields.grade ?? 'C',
    coordinator: fields.coordinator ?? '王晓燕',
    coordinatorPhone: fields.coordinatorPhone ?? '13900000001',
  })
  return visit
}

export async function aGuest(client: Client, visitId: string, guest: NewGuest) {
  return (await client.guests.add({ visitId, guest })).guest
}

/** A visit of two stops with a room, a car, staff and guests that can be reached. */
export async function aFullVisit(on: Client) {
  const room = await aRoom(on, { name: '301 会议室', latinName: 'Room 301', capacity: 30 })
  const car = await aVehicle(on, { name: '考斯特', plate: '沪A·8K219', capacity: 19 })
  await aPerson(on, { name: '王晓燕', email: 'wang@example.cn', phone: '13900000001' })
  const visit = await aVisit(on, { title: '北辰新能源考察', startsOn: '2026-12-01', endsOn: '2026-12-02' })
  await aGuest(on, visit.id, {
    name: '张伟',
    phone: '13800000001',
    email: 'zhang@example.com',
    title: '总经理',
    isHead: true,
  })
  await aGuest(on, visit.id, { name: '李娜', phone: '13800000002', diet: '素食' })
  const meeting = await anItem(on, visit, {
    kind: 'meeting',
    from: '10:00',
    until: '11:30',
    content: '双方会谈；议题：合作、投资与技术交流，请准时参加并携带资料',
    roomId: room.id,
    personInCharge: '王晓燕',
    notes: '内部备注',
  })
  const transfer = await anItem(on, visit, {
    kind: 'transfer',
    from: '13:00',
    until: '13:40',
    content: '前往工厂',
    vehicleIds: [car.id],
  })
  return { visit, room, car, meeting, transfer }
}

/** The code and data of a refusal; fails where nothing was refused. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; data: Record<string, unknown> }> {
  try {
    await work
  } catch (error) {
    const { code, data } = error as { code: string; data: Record<string, unknown> }
    return { code, data }
  }
  throw new Error('It was not refused')
}

/** What a grade C or B plan needs to be submitted: somebody who comes, and one stop with a person in charge. */
export async function readyPlan(client: Client, visitId: string): Promise<void> {
  const visit = await client.visits.get({ id: visitId })
  await client.visits.update({ id: visitId, revision: visit.revision, patch: { headcount: visit.headcount ?? 4 } })
  await client.itinerary.add({
    visitId,
    kind: 'meeting',
    startsAt: `${visit.startsOn}T10:00`,
    endsAt: `${visit.startsOn}T11:00`,
    content: '会谈',
    personInCharge: '王晓燕',
  })
}

/** Submits the plan as it is; a grade C plan is approved by it. */
export async function submitted(client: Client, visitId: string) {
  const { revision } = await client.visits.get({ id: visitId })
  return (await client.approvals.submit({ visitId, revision, note: '' })).visit
}

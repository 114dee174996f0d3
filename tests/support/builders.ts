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

/** The rooms, the car and the people that a reception of grade A is planned with. */
export async function aReceptionOffice(client: Client) {
  return {
    room: await aRoom(client, { name: '301 会议室', capacity: 40, equipment: ['投影'] }),
    other: await aRoom(client, { name: '302 会议室', capacity: 30 }),
    car: await aVehicle(client, {
      name: '考斯特',
      plate: '沪A·8K219',
      capacity: 30,
      driverName: '周志强',
      driverPhone: '13900000101',
    }),
    leader: await aPerson(client, { name: '陈立', title: '总经理' }),
    people: [
      await aPerson(client, { name: '李明', phone: '13900000002' }),
      await aPerson(client, { name: '张磊', phone: '13900000003' }),
      await aPerson(client, { name: '王晓燕', phone: '13900000001' }),
    ],
  }
}

/** A visit of grade A with four guests that misses nothing: it can be submitted as it is. */
export async function aGradeAPlan(client: Client) {
  const office = await aReceptionOffice(client)
  const visit = await aVisit(client, {
    title: '东海协会考察',
    grade: 'A',
    startsOn: '2026-12-07',
    endsOn: '2026-12-08',
  })
  for (const [name, diet] of [
    ['来宾甲', '清真'],
    ['来宾乙', ''],
    ['来宾丙', ''],
    ['来宾丁', ''],
  ] as const)
    await aGuest(client, visit.id, { name, diet })
  const pickup = await anItem(client, visit, {
    kind: 'pickup',
    from: '14:00',
    until: '15:30',
    content: '浦东机场接机',
    place: '浦东机场 T2',
  })
  const dinner = await anItem(client, visit, {
    kind: 'dining',
    from: '18:00',
    until: '19:30',
    content: '欢迎晚宴',
    place: '江畔酒店三层',
  })
  const seminar = await anItem(
    client,
    { id: visit.id, startsOn: '2026-12-08' },
    {
      kind: 'meeting',
      from: '13:30',
      until: '15:30',
      content: '联合研讨',
      roomId: office.room.id,
      personInCharge: '张磊',
    },
  )
  await client.dining.seeDiets({ ids: (await client.dining.list({ visitId: visit.id })).map(meal => meal.id) })
  await client.staffing.add({ visitId: visit.id, line: { role: 'leader', name: '陈立' } })
  return { ...office, visit, pickup, dinner, seminar }
}

/** Decides the waiting steps of a plan, one after the other. */
export async function approved(client: Client, visitId: string, steps: number): Promise<void> {
  const [version] = await client.approvals.versions({ visitId })
  if (!version) throw new Error('No plan was submitted')
  for (let step = 0; step < steps; step++)
    await client.approvals.decide({ versionId: version.id, step, verdict: 'approved', comment: '' })
}

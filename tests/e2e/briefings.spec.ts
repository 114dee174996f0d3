import { aGradeAPlan, aPerson, approved, aRoom, aVisit, submitted } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

test('everybody is briefed', async ({ desk, client }) => {
  const { visit } = await aGradeAPlan(client)
  await submitted(client, visit.id)
  await approved(client, visit.id, 2)
  await go(desk, `/visits/${visit.id}/approval`)
  await desk.getByRole('button', { name: '安排协调会' }).click()
  const briefing = desk.getByRole('region', { name: '内部协调会' })
  await expect(briefing.getByLabel('张磊：姓名')).toBeVisible()
  await briefing.getByLabel('会议室').click()
  await desk.locator('.ant-select-item-option').filter({ hasText: '302 会议室' }).click()
  await briefing.getByLabel('张磊：到会').click()
  await expect.poll(async () => (await client.briefings.get({ visitId: visit.id }))?.roomName).toBe('302 会议室')
  await expect
    .poll(async () =>
      (await client.attendees.list({ visitId: visit.id })).filter(each => each.attended).map(each => each.name),
    )
    .toEqual(['张磊'])
  expect((await client.itinerary.list({ visitId: visit.id })).every(item => item.bookingStatus !== 'tentative')).toBe(
    true,
  )
})

test('a time when all are free is found for the briefing', async ({ desk, client }) => {
  const room = await aRoom(client, { name: '301', bookableFrom: '09:00', bookableUntil: '17:00' })
  await client.bookings.create({
    resourceId: room.id,
    title: '例会',
    startsAt: '2026-11-23T09:00',
    endsAt: '2026-11-23T11:00',
  })
  const person = await aPerson(client, { name: '李明' })
  await client.bookings.create({
    resourceId: person.id,
    title: '出差',
    startsAt: '2026-11-22T08:30',
    endsAt: '2026-11-23T10:00',
  })
  const visit = await aVisit(client, { startsOn: '2026-11-24' })
  await client.briefings.put({
    visitId: visit.id,
    revision: null,
    startsAt: '2026-11-23T17:00',
    endsAt: '2026-11-23T17:30',
    roomId: room.id,
  })
  await client.attendees.add({ visitId: visit.id, line: { name: '李明' } })
  await go(desk, `/visits/${visit.id}/approval`)
  await desk.getByRole('button', { name: '找大家都有空的时间' }).click()
  await desk.getByRole('button', { name: '11-23 11:00–11:30' }).click()
  await expect.poll(async () => (await client.briefings.get({ visitId: visit.id }))?.startsAt).toBe('2026-11-23T11:00')
})

import { aRoom, aVisit } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

const DAY = '2026-11-23'

test('a hold that expired is told on Today and taken up again', async ({ desk, client, served }) => {
  const room = await aRoom(client, { name: '301' })
  await client.bookings.create({
    resourceId: room.id,
    title: '可能的来访',
    startsAt: `${DAY}T15:00`,
    endsAt: `${DAY}T16:00`,
    status: 'tentative',
    expiresAt: `${DAY}T12:00`,
  })
  served.host.context.clock = () => new Date('2026-11-23T04:01:00Z')
  // Something else is there, so that Today is not the first-start page.
  await aVisit(client)
  await desk.reload()
  await go(desk, '/')
  const holds = desk.getByRole('region', { name: '占位与车辆证照' })
  await expect(holds.getByText('已自动释放')).toBeVisible()
  await holds.getByRole('button', { name: '重新占位' }).click()
  await expect(desk.getByText('“可能的来访”已重新占位')).toBeVisible()
  expect(await client.bookings.list({ from: `${DAY}T00:00`, until: '2026-11-24T00:00' })).toMatchObject([
    { status: 'tentative', title: '可能的来访' },
  ])
})

import { seriousFindings } from '../support/axe.ts'
import { aGuest, anItem, aRoom, aVehicle, aVisit } from '../support/builders.ts'
import { expect, go, test } from '../support/served.ts'

test('seats: proposed, changed by mouse and by keys, marked, and put back', async ({ desk, client }) => {
  const visit = await aVisit(client, { startsOn: '2026-11-24' })
  for (const name of ['来宾01', '来宾02', '来宾03', '来宾04']) await aGuest(client, visit.id, { name })
  await aRoom(client, { name: '301 会议室' })
  await anItem(client, visit, { kind: 'meeting', from: '10:00', until: '11:00', content: '双方会谈' })
  const car = await aVehicle(client, { name: '别克 GL8', capacity: 6 })
  await anItem(client, visit, { kind: 'transfer', from: '11:30', until: '12:00', vehicleIds: [car.id] })
  await go(desk, `/visits/${visit.id}/seating`)
  await desk.getByRole('button', { name: '添加座位图' }).click()
  await desk.getByRole('menuitem', { name: /双方会谈/ }).click()
  const seat = (name: string) => desk.getByRole('button', { name: new RegExp(`^${name}`) })
  await expect(seat('来宾01')).toBeVisible()
  const [from, to] = [await seat('来宾01').boundingBox(), await seat('来宾02').boundingBox()]
  if (!from || !to) throw new Error('The seats are not there')
  await desk.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await desk.mouse.down()
  await desk.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 })
  await desk.mouse.up()
  await expect(seat('来宾01')).toHaveAttribute('aria-description', /手工调整/)
  const hand = async () => (await client.seating.list({ visitId: visit.id }))[0]?.seats
  const [first, second] = await client.guests.list({ visitId: visit.id })
  await expect.poll(hand).toMatchObject({ guest0: `guest:${second?.id}`, guest1: `guest:${first?.id}` })
  await seat('来宾03').focus()
  await desk.keyboard.press('Enter')
  await expect(desk.getByText(/已选中 来宾03/)).toBeVisible()
  await seat('来宾04').focus()
  await desk.keyboard.press('Enter')
  await expect
    .poll(async () => (await hand())?.['guest-1'])
    .toBe(`guest:${(await client.guests.list({ visitId: visit.id }))[3]?.id}`)
  expect(await seriousFindings(desk)).toEqual([])
  await desk.getByRole('button', { name: '恢复建议' }).click()
  await expect.poll(hand).toBeNull()
})

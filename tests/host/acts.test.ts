import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASE_NAME } from '../../electron/db/connection.ts'
import { snakeCase } from '../../electron/db/names.ts'
import { inOurWords } from '../../electron/db/statements.ts'
import { isSame } from '../../electron/host/acts/recorded.ts'
import { aGuest, anItem, aRoom, aVisit, refusal } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

const TABLES = ['visit', 'guest', 'itineraryItem', 'booking', 'assignment', 'trip', 'meal', 'task', 'stay', 'ticket']

/** Rows as the log says they must be, against the rows that are there. */
function againstTheLog(dataDir: string): string[] {
  const db = new Database(join(dataDir, DATABASE_NAME), { readonly: true })
  const ours = inOurWords(db)
  const wrong: string[] = []
  for (const table of TABLES) {
    const told = new Map<string, Record<string, unknown>>()
    const lines = ours
      .prepare('select entity_id as id, action, after from change_log where entity = ? order by number')
      .all([table]) as { id: string; action: string; after: Record<string, unknown> | null }[]
    for (const { id, action, after } of lines) {
      if (action === 'delete') told.delete(id)
      else told.set(id, { ...told.get(id), ...after })
    }
    const rows = ours.prepare(`select * from ${snakeCase(table)}`).all([]) as Record<string, unknown>[]
    for (const row of rows) {
      const said = told.get(String(row.id))
      if (!said) wrong.push(`${table} ${row.id} came without a line`)
      for (const column of Object.keys(said ?? {}))
        if (column !== 'revision' && column !== 'sensitive' && !isSame(said?.[column], row[column]))
          wrong.push(`${table}.${column}: ${said?.[column]} in the log, ${row[column]} in the table`)
      told.delete(String(row.id))
    }
    for (const id of told.keys()) wrong.push(`${table} ${id} went without a line`)
  }
  const astray = db
    .prepare(
      `select b.id, b.starts_at, i.starts_at as item from booking b join itinerary_item i on i.id = b.item_id
      where b.status <> 'cancelled' and (b.starts_at > i.starts_at or b.ends_at < i.ends_at)`,
    )
    .all()
  wrong.push(...astray.map(row => `astray ${JSON.stringify(row)}`))
  db.close()
  return wrong
}

const setStatus = async (id: string, status: 'cancelled' | 'planning' | 'inquiry') => {
  const { revision } = await client.visits.get({ id })
  return client.visits.setStatus({ id, revision, status, comment: '' })
}
const bookings = async () =>
  (await client.bookings.list({ from: '2026-01-01T00:00', until: '2028-01-01T00:00' })).map(each => each.startsAt)

describe('a booking of a stop', () => {
  const aStop = async () => {
    const room = await aRoom(client, { name: '301' })
    const visit = await aVisit(client, { startsOn: '2026-12-01', endsOn: '2026-12-02' })
    const item = await anItem(client, visit, { kind: 'meeting', from: '10:00', until: '11:00', roomId: room.id })
    return { room, visit, item }
  }

  it('comes back on the day its visit was moved to meanwhile', async () => {
    const { visit } = await aStop()
    await setStatus(visit.id, 'cancelled')
    await client.visits.move({ id: visit.id, startsOn: '2026-12-08' })
    await setStatus(visit.id, 'planning')
    expect(await bookings()).toEqual(['2026-12-08T10:00'])
  })

  it('comes back at the hour its stop has now', async () => {
    const { visit, item } = await aStop()
    await setStatus(visit.id, 'cancelled')
    const patch = { startsAt: '2026-12-01T16:00', endsAt: '2026-12-01T17:00' }
    const now = (await client.itinerary.list({ visitId: visit.id })).find(each => each.id === item.id)
    await client.itinerary.update({ id: item.id, revision: now?.revision ?? 1, patch })
    await setStatus(visit.id, 'planning')
    expect(await bookings()).toEqual(['2026-12-01T16:00'])
  })

  it('that was given up by hand stays given up; undone, it is where its stop is', async () => {
    const { visit, item } = await aStop()
    const [booking] = await client.bookings.list({ from: '2026-12-01T00:00', until: '2026-12-03T00:00' })
    const { actId } = await client.bookings.cancel({ id: booking?.id ?? '', scope: 'one' })
    await setStatus(visit.id, 'cancelled')
    await setStatus(visit.id, 'planning')
    expect(await bookings()).toEqual([])
    const now = (await client.itinerary.list({ visitId: visit.id })).find(each => each.id === item.id)
    const patch = { startsAt: '2026-12-01T14:00', endsAt: '2026-12-01T15:00' }
    await client.itinerary.update({ id: item.id, revision: now?.revision ?? 1, patch })
    await client.history.undo({ actId })
    expect(await bookings()).toEqual(['2026-12-01T14:00'])
  })

  it('goes with its stop, given up or not, and the log has a line for it', async () => {
    const { item } = await aStop()
    const [booking] = await client.bookings.list({ from: '2026-12-01T00:00', until: '2026-12-03T00:00' })
    const cancelled = await client.bookings.cancel({ id: booking?.id ?? '', scope: 'one' })
    const removed = await client.itinerary.remove({ ids: [item.id] })
    expect(againstTheLog(office.dataDir)).toEqual([])
    await client.history.undo({ actId: removed.actId })
    await client.history.undo({ actId: cancelled.actId })
    expect(await bookings()).toEqual(['2026-12-01T10:00'])
    expect(againstTheLog(office.dataDir)).toEqual([])
  })
})

it('a refused undo tells nothing that is sensitive', async () => {
  const visit = await aVisit(client)
  const guest = await aGuest(client, visit.id, {
    name: '张伟',
    religion: '佛教',
    health: '糖尿病',
    consentOn: '2026-11-01',
  })
  const first = await client.guests.update({ id: guest.id, revision: guest.revision, patch: { title: '经理' } })
  await client.guests.update({ id: guest.id, revision: first.guest.revision, patch: { title: '总监' } })
  const { code, data } = await refusal(client.history.undo({ actId: first.actId }))
  expect(code).toBe('STALE')
  expect(JSON.stringify(data)).not.toMatch(/佛教|糖尿病/)
})

/** How many acts; 20,000 by hand with ACTS=20000. */
const ACTS = Number(process.env.ACTS ?? 250)
const TYPED = new Set('NOT_FOUND CONFLICT STALE NOT_ALLOWED BAD_REQUEST REAPPROVAL FORBIDDEN NOT_READY BUSY'.split(' '))

it(`after ${ACTS} acts of two hosts bookings cover their stops, and the log replayed gives the tables`, async () => {
  const other = testOffice({ dataDir: office.dataDir })
  const rooms = [await aRoom(client, { name: '301' }), await aRoom(client, { name: '302' })]
  const visits: string[] = []
  for (let number = 0; number < 3; number++)
    visits.push((await aVisit(client, { startsOn: '2026-12-01', endsOn: '2026-12-03', headcount: 4 })).id)
  const acts: string[] = []
  const random = fc.sample(fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 }), {
    numRuns: ACTS,
    seed: 20261123,
  })
  const untyped: unknown[] = []
  const remember = (answer: object) => {
    if ('actId' in answer && typeof answer.actId === 'string') acts.push(answer.actId)
  }
  const step = async (by: Client, [kind = 0, a = 0, b = 0, c = 0, d = 0]: number[]) => {
    const visitId = visits[a % visits.length] ?? ''
    const items = await by.itinerary.list({ visitId })
    const item = items[b % Math.max(1, items.length)]
    const visit = await by.visits.get({ id: visitId })
    const live = await by.bookings.list({ from: '2026-11-01T00:00', until: '2027-02-01T00:00' })
    const booking = live[b % Math.max(1, live.length)]
    const hour = 8 + (c % 9)
    const at = (h: number) => `${visit.startsOn}T${String(h).padStart(2, '0')}:00`
    const roomId = d % 3 === 2 ? null : (rooms[d % 2]?.id ?? null)
    switch (kind % 11) {
      case 0:
      case 1:
        return by.itinerary.add({
          visitId,
          kind: 'meeting',
          startsAt: at(hour),
          endsAt: at(hour + 1),
          roomId,
          personInCharge: '李明',
        })
      case 2:
        return (
          item &&
          by.itinerary.update({
            id: item.id,
            revision: item.revision,
            patch: { startsAt: at(hour), endsAt: at(hour + 1), roomId },
          })
        )
      case 3:
        return item && by.itinerary.remove({ ids: [item.id] })
      case 4:
        return booking && by.bookings.cancel({ id: booking.id, scope: 'one' })
      case 5:
        return by.visits.setStatus({
          id: visitId,
          revision: visit.revision,
          status: visit.status === 'cancelled' ? 'planning' : 'cancelled',
          comment: '',
        })
      case 6:
        return by.visits.move({ id: visitId, startsOn: `2026-12-${String(1 + (c % 20)).padStart(2, '0')}` })
      case 7:
      case 8:
        return acts.length > 0
          ? by.history.undo({ actId: acts[acts.length - 1 - (c % Math.min(acts.length, 6))] ?? '' })
          : undefined
      case 9:
        return (
          booking &&
          by.bookings.update({
            id: booking.id,
            revision: booking.revision,
            patch: {
              startsAt: `${booking.startsAt.slice(0, 11)}${String(hour).padStart(2, '0')}:00`,
              endsAt: `${booking.startsAt.slice(0, 11)}${String(hour + 1).padStart(2, '0')}:00`,
            },
            scope: 'one',
          })
        )
      default:
        return by.guests.add({ visitId, guest: { name: `客${c}` } })
    }
  }
  const tried = async (by: Client, numbers: number[]) => {
    try {
      remember((await step(by, numbers)) ?? {})
    } catch (error) {
      const { code } = error as { code?: string }
      if (!code || !TYPED.has(code)) untyped.push({ numbers, error })
    }
  }
  for (let at = 0; at < random.length; at += 2)
    await Promise.all([tried(client, random[at] ?? []), tried(other.client, random[at + 1] ?? [])])
  await other.close()
  expect(untyped).toEqual([])
  expect(againstTheLog(office.dataDir)).toEqual([])
}, 3_600_000)

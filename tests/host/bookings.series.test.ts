import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aRoom, refusal } from '../support/builders.ts'
import { type Client, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'

const DAY = '2026-12-01'
const t = (clock: string, day = DAY) => `${day}T${clock}`
const span = (from: string, until: string, day = DAY) => ({ startsAt: t(from, day), endsAt: t(until, day) })
const wholeYear = { from: '2026-01-01T00:00', until: '2028-01-01T00:00' }

let office: TestOffice
let client: Client
let now = TEST_NOW
beforeEach(() => {
  now = TEST_NOW
  office = testOffice({ clock: () => now })
  client = office.client
})
afterEach(() => office.close())

const book = (resourceId: string, from: string, until: string, fields: object = {}) =>
  client.bookings.create({ resourceId, title: '会议', ...span(from, until), ...fields })

describe('a series', () => {
  const weekly = { rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4' }

  it('books every occurrence, each guarded, and is taken back in one act', async () => {
    const room = await aRoom(client, { name: '301' })
    const { made, actId } = await client.bookings.createSeries({
      resourceId: room.id,
      title: '周会',
      ...span('09:00', '10:00'),
      ...weekly,
      except: ['2026-12-08'],
    })
    expect(made).toBe(3)
    const all = await client.bookings.list(wholeYear)
    expect(all.map(each => each.startsAt)).toEqual(['2026-12-01T09:00', '2026-12-15T09:00', '2026-12-22T09:00'])
    expect(new Set(all.map(each => each.seriesId)).size).toBe(1)
    expect(all[0]?.rrule).toBe(weekly.rrule)
    expect((await refusal(book(room.id, '09:30', '10:30', { ...span('09:30', '10:30', '2026-12-15') }))).code).toBe(
      'CONFLICT',
    )
    await client.history.undo({ actId })
    expect(await client.bookings.list(wholeYear)).toEqual([])
  })

  it('with some taken: nothing, or without those, or those in the free alternative', async () => {
    const room = await aRoom(client, { name: '301', capacity: 10 })
    const other = await aRoom(client, { name: '302', capacity: 10 })
    await book(room.id, '09:30', '10:30', span('09:30', '10:30', '2026-12-08'))
    const wish = { resourceId: room.id, title: '周会', headcount: 6, ...span('09:00', '10:00'), ...weekly }
    expect(await client.bookings.preview(wish)).toMatchObject([
      { takenBy: '' },
      { takenBy: '会议', alternative: { id: other.id, name: '302' } },
      { takenBy: '' },
      { takenBy: '' },
    ])
    const refused = await refusal(client.bookings.createSeries(wish))
    expect(refused.data.conflicts).toHaveLength(1)
    expect(await client.bookings.list(wholeYear)).toHaveLength(1)
    const moved = await client.bookings.createSeries({ ...wish, onConflict: 'move' })
    expect(moved).toMatchObject({ made: 4, moved: 1, skipped: [] })
    expect((await client.bookings.list({ ...wholeYear, resourceId: other.id })).map(each => each.startsAt)).toEqual([
      '2026-12-08T09:00',
    ])
    await client.history.undo({ actId: moved.actId })
    const skipped = await client.bookings.createSeries({ ...wish, onConflict: 'skip' })
    expect(skipped).toMatchObject({ made: 3, moved: 0, skipped: [span('09:00', '10:00', '2026-12-08')] })
  })

  it('changes one, those that follow, or all, and never what is over', async () => {
    const room = await aRoom(client, { name: '301' })
    await client.bookings.createSeries({ resourceId: room.id, title: '周会', ...span('09:00', '10:00'), ...weekly })
    const starts = async () => (await client.bookings.list(wholeYear)).map(each => each.startsAt.slice(5))
    const [, second] = await client.bookings.list(wholeYear)
    if (!second) throw new Error('no second')
    const moved = await client.bookings.update({
      id: second.id,
      revision: second.revision,
      patch: { startsAt: t('14:00', '2026-12-09'), endsAt: t('15:30', '2026-12-09'), title: '月会' },
      scope: 'following',
    })
    expect(moved.changed).toBe(3)
    expect(await starts()).toEqual(['12-01T09:00', '12-09T14:00', '12-16T14:00', '12-23T14:00'])
    await client.history.undo({ actId: moved.actId })
    expect(await starts()).toEqual(['12-01T09:00', '12-08T09:00', '12-15T09:00', '12-22T09:00'])
    now = new Date('2026-12-10T01:00:00Z')
    expect(
      await client.bookings.cancel({ id: (await client.bookings.list(wholeYear))[3]?.id ?? '', scope: 'all' }),
    ).toMatchObject({
      cancelled: 2,
    })
    expect(await starts()).toEqual(['12-01T09:00', '12-08T09:00'])
  })
})

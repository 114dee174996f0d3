import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { vtimezone } from '../../electron/host/exchange/calendar/vtimezone.ts'
import { aFullVisit, aRoom, aVisit } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'
import { ICALENDAR, importedIntoKhal, KHAL, readByIcalendar } from '../support/programs.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

describe('the calendar format', () => {
  it('.ics is what RFC 5545 asks for: zone, stable UIDs, UTC stamps, folding, CRLF', async () => {
    const visit = await aVisit(client, { startsOn: '2026-12-01' })
    const content = '双方就联合实验室建设与产业链合作进行深入会谈并签署备忘录，随后参观精密加工产线与展厅'
    const { item } = await client.itinerary.add({
      visitId: visit.id,
      kind: 'meeting',
      startsAt: '2026-12-01T09:00',
      endsAt: '2026-12-01T10:00',
      content,
    })
    const get = async () => (await office.get(`/exports/calendar.ics?visit=${visit.id}`)).text()
    const text = await get()
    for (const line of [
      'METHOD:PUBLISH',
      'BEGIN:VTIMEZONE',
      'TZOFFSETTO:+0800',
      `UID:item-${item.id}@yingbin`,
      'DTSTART;TZID=Asia/Shanghai:20261201T090000',
      'SEQUENCE:0',
      'STATUS:TENTATIVE',
      'TRIGGER:-PT15M',
    ])
      expect(text).toContain(line)
    expect(text).toMatch(/DTSTAMP:\d{8}T\d{6}Z/)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n ', '')).toContain(content)
    await client.itinerary.update({ id: item.id, revision: 1, patch: { startsAt: '2026-12-01T09:30' } })
    expect(await get()).toContain('SEQUENCE:1')
  })

  it('a zone with summer time names each change of clocks', () => {
    const zone = vtimezone('America/New_York', 2026, 2026)
    expect(zone).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400')
    expect(zone).toContain('BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500')
    expect(vtimezone('Asia/Shanghai', 2026, 2026).match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toHaveLength(1)
  })
})

describe('calendar files', () => {
  it('are read by ical.js: one zone, stable names, an end, an alarm, a category', async () => {
    const { visit, meeting } = await aFullVisit(client)
    const calendar = new ICAL.Component(ICAL.parse(await office.text(`/exports/calendar.ics?visit=${visit.id}`)))
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
    const events = calendar.getAllSubcomponents('vevent')
    expect(events.map(event => event.getFirstPropertyValue('uid'))).toContain(`item-${meeting.id}@yingbin`)
    for (const event of events) {
      expect(event.getFirstProperty('attendee')).toBeNull()
      expect(event.getFirstPropertyValue('categories')).not.toBe('')
    }
    expect(events[0]?.getAllSubcomponents('valarm')).toHaveLength(1)
  })

  it.skipIf(!ICALENDAR)('are read by Debian’s icalendar, which refuses what the standard does not allow', async () => {
    const { visit } = await aFullVisit(client)
    const events = readByIcalendar(await office.text(`/exports/calendar.ics?visit=${visit.id}`))
    expect(events.map(event => event.start)).toEqual(['2026-12-01T10:00:00+08:00', '2026-12-01T13:00:00+08:00'])
    expect(readByIcalendar(await office.text('/exports/visits.ics?from=2026-12-01&until=2026-12-31'))).toHaveLength(2)
  })

  it('count every change of a stop, its room too, and cancel what was taken off', async () => {
    const { visit, meeting } = await aFullVisit(client)
    const sequence = async () => {
      const calendar = new ICAL.Component(ICAL.parse(await office.text(`/exports/calendar.ics?visit=${visit.id}`)))
      const event = calendar
        .getAllSubcomponents('vevent')
        .find(each => each.getFirstPropertyValue('uid') === `item-${meeting.id}@yingbin`)
      return {
        number: Number(event?.getFirstPropertyValue('sequence')),
        status: event?.getFirstPropertyValue('status'),
      }
    }
    const first = await sequence()
    const other = await aRoom(client, { name: '302 会议室', capacity: 30 })
    const item = (await client.itinerary.list({ visitId: visit.id })).find(each => each.id === meeting.id)
    await client.itinerary.update({ id: meeting.id, revision: item?.revision ?? 1, patch: { roomId: other.id } })
    const moved = await sequence()
    expect(moved.number).toBeGreaterThan(first.number)
    await client.itinerary.remove({ ids: [meeting.id] })
    const gone = await sequence()
    expect(gone.number).toBeGreaterThan(moved.number)
    expect(gone.status).toBe('CANCELLED')
  })

  it('invite with an organizer, and cancel with the same name; without an address of the office they say so', async () => {
    const { visit, meeting } = await aFullVisit(client)
    const refused = await office.get(`/exports/calendar.ics?visit=${visit.id}&method=request`)
    expect([refused.status, (await refused.json()).data.reason]).toEqual([409, 'noOfficeMail'])
    const settings = await client.office.settings()
    await client.office.update({ revision: settings.revision, patch: { email: 'reception@example.cn' } })
    const request = await office.text(`/exports/calendar.ics?visit=${visit.id}&method=request`)
    const plain = request.replaceAll('\r\n ', '')
    expect(plain).toContain('METHOD:REQUEST')
    expect(plain).toMatch(/ORGANIZER;CN="?王晓燕"?:mailto:reception@example\.cn/i)
    expect(plain).toMatch(/ATTENDEE;[^\r\n]*CN="?王晓燕"?[^\r\n]*:MAILTO:wang@example\.cn/i)
    expect(plain).toMatch(/ATTENDEE;[^\r\n]*:MAILTO:zhang@example\.com/i)
    await client.itinerary.remove({ ids: [meeting.id] })
    const cancel = (await office.text(`/exports/calendar.ics?visit=${visit.id}&method=cancel`)).replaceAll('\r\n ', '')
    expect(cancel).toContain('METHOD:CANCEL')
    expect(cancel.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(cancel).toContain(`UID:item-${meeting.id}@yingbin`)
    expect(cancel).toContain('STATUS:CANCELLED')
  })

  it('tell one person’s duties over all visits, once each', async () => {
    const { visit, meeting } = await aFullVisit(client)
    await client.staffing.add({ visitId: visit.id, line: { role: 'interpreter', name: '王晓燕', itemId: meeting.id } })
    const file = await office.text(
      `/exports/duties.ics?person=${encodeURIComponent('王晓燕')}&from=2026-12-01&until=2026-12-31`,
    )
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })

  it('rise with everything that shows, and with nothing else', async () => {
    const { visit, meeting } = await aFullVisit(client)
    const event = eventOf(office, `/exports/calendar.ics?visit=${visit.id}`, `item-${meeting.id}@yingbin`)
    let last = await event()
    expect(await event()).toEqual(last)
    const rises = async (work: () => Promise<unknown>, shows: (text: string) => void = () => undefined) => {
      await work()
      const now = await event()
      shows(now.text)
      expect(now.sequence).toBeGreaterThan(last.sequence)
      last = now
    }
    const item = async () => (await client.itinerary.list({ visitId: visit.id })).find(each => each.id === meeting.id)
    const patch = async (fields: object) =>
      client.itinerary.update({ id: meeting.id, revision: (await item())?.revision ?? 0, patch: fields })
    const patchVisit = async (fields: object) => {
      const { revision } = await client.visits.get({ id: visit.id })
      return client.visits.update({ id: visit.id, revision, patch: fields })
    }
    const patchResource = async (id: string, fields: object) => {
      const { revision } = (await client.resources.list({})).find(each => each.id === id) ?? { revision: 0 }
      return client.resources.update({ id, revision, patch: fields })
    }
    await rises(() => patch({ content: '技术会谈' }))
    await rises(() => patch({ startsAt: '2026-12-01T10:10' }))
    await rises(() => patch({ personInCharge: '李明' }))
    await rises(() => patch({ notes: '备好投影' }))
    await rises(
      () => patchVisit({ title: '滨海市考察团再访' }),
      text => expect(text).toContain('滨海市考察团再访'),
    )
    const roomId = (await item())?.roomId ?? ''
    await rises(
      () => patchResource(roomId, { name: '401 会议室' }),
      text => expect(text).toContain('401 会议室'),
    )
    const other = await aRoom(client, { name: '501 会议室', capacity: 40 })
    await rises(() => patch({ roomId: other.id }))
    // A room that it has no more is of no concern; nor is what does not show.
    await patchResource(roomId, { name: '402 会议室' })
    await patchVisit({ topics: '合作' })
    expect((await event()).sequence).toBe(last.sequence)
    await rises(async () => {
      const { revision } = await client.visits.get({ id: visit.id })
      return client.visits.setStatus({ id: visit.id, revision, status: 'cancelled', comment: '改期' })
    })
    expect(last.text).toContain('STATUS:CANCELLED')
  })

  it('cancel in a room’s calendar what it was booked for and is no more', async () => {
    const room = await aRoom(client, { name: '601 会议室' })
    const other = await aRoom(client, { name: '602 会议室' })
    const make = (title: string, hour: number) =>
      client.bookings.create({
        resourceId: room.id,
        title,
        startsAt: `2026-12-01T${hour}:00`,
        endsAt: `2026-12-01T${hour + 1}:00`,
      })
    const stays = await make('例会', 10)
    const off = await make('取消的会', 12)
    const goes = await make('换地方的会', 14)
    await client.bookings.cancel({ id: off.booking.id })
    await client.bookings.update({
      id: goes.booking.id,
      revision: goes.booking.revision,
      patch: { resourceId: other.id },
    })
    const statusIn = async (id: string) => {
      const text = await office.text(`/exports/resource.ics?resource=${id}&from=2026-12-01&until=2026-12-02`)
      const calendar = new ICAL.Component(ICAL.parse(text))
      return Object.fromEntries(
        calendar
          .getAllSubcomponents('vevent')
          .map(each => [each.getFirstPropertyValue('uid'), each.getFirstPropertyValue('status')]),
      )
    }
    expect(await statusIn(room.id)).toEqual({
      [`booking-${stays.booking.id}@yingbin`]: 'CONFIRMED',
      [`booking-${off.booking.id}@yingbin`]: 'CANCELLED',
      [`booking-${goes.booking.id}@yingbin`]: 'CANCELLED',
    })
    // Another name there: whoever holds both calendars in one has it once.
    expect(await statusIn(other.id)).toEqual({ [`booking-${goes.booking.id}-${other.id}@yingbin`]: 'CONFIRMED' })
  })

  it('cancel a duty that was taken off somebody’s hands', async () => {
    const { visit, meeting } = await aFullVisit(client)
    const line = { role: 'interpreter' as const, name: '赵译', itemId: meeting.id }
    const added = await client.staffing.add({ visitId: visit.id, line })
    const path = `/exports/duties.ics?person=${encodeURIComponent('赵译')}&from=2026-12-01&until=2026-12-31`
    const text = await office.text(path)
    const uid = /UID:(\S+)/.exec(text)?.[1] ?? ''
    const event = eventOf(office, path, uid)
    const before = await event()
    expect(before.text).not.toContain('STATUS:CANCELLED')
    await client.staffing.remove({ ids: [added.line.id] })
    const after = await event()
    expect(after.text).toContain('STATUS:CANCELLED')
    expect(after.sequence).toBeGreaterThan(before.sequence)
  })

  it.skipIf(!KHAL)('are imported into khal twice without a duplicate, and changed by a later one', async () => {
    const { visit, meeting } = await aFullVisit(client)
    const path = `/exports/calendar.ics?visit=${visit.id}`
    const first = await office.text(path)
    const item = (await client.itinerary.list({ visitId: visit.id })).find(each => each.id === meeting.id)
    expect(importedIntoKhal([first, first], '2026-12-01', 3)).toHaveLength(2)
    await client.itinerary.update({
      id: meeting.id,
      revision: item?.revision ?? 1,
      patch: { startsAt: '2026-12-01T09:30', endsAt: '2026-12-01T11:00' },
    })
    const listed = importedIntoKhal([first, await office.text(path)], '2026-12-01', 3)
    expect(listed).toHaveLength(2)
    expect(listed[0]).toMatch(/^2026-12-01 09:30 双方会谈/)
  })
})

/** One event of an export as it stands now: its sequence, and its text unfolded. */
const eventOf = (office: TestOffice, path: string, uid: string) => async () => {
  const calendar = new ICAL.Component(ICAL.parse(await office.text(path)))
  const event = calendar.getAllSubcomponents('vevent').find(each => each.getFirstPropertyValue('uid') === uid)
  return {
    sequence: Number(event?.getFirstPropertyValue('sequence')),
    text: (event?.toString() ?? '').replaceAll('\r\n ', '').replace(/DTSTAMP:\S+/u, ''),
  }
}

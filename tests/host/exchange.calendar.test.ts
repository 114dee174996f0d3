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

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aFullVisit, aVisit } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

describe('the text to paste', () => {
  it('has no internal notes in it, and a bad address is refused', async () => {
    const visit = await aVisit(client, { startsOn: '2026-12-01' })
    await client.itinerary.add({
      visitId: visit.id,
      kind: 'dining',
      startsAt: '2026-12-01T12:00',
      endsAt: '2026-12-01T13:00',
      content: '午宴',
      place: '餐厅',
      notes: '内部备注',
    })
    const text = await (await office.get(`/exports/schedule.txt?visit=${visit.id}`)).text()
    expect(text).toContain('12:00–13:00 午宴 @ 餐厅')
    expect(text).not.toContain('内部备注')
    expect((await office.get('/exports/schedule.exe?visit=x')).status).toBe(400)
    expect((await office.get('/exports/calendar.ics?visit=00000000-0000-7000-8000-000000000000')).status).toBe(404)
  })
})

describe('the itinerary for a phone', () => {
  it('is one page that asks for nothing else, runs nothing and hides what is not for guests', async () => {
    const { visit } = await aFullVisit(client)
    await client.visits
      .update({ id: visit.id, revision: 1, patch: { dress: '<script>alert(1)</script>' } })
      .catch(() => undefined)
    const page = await office.text(`/exports/itinerary.html?visit=${visit.id}`)
    expect(page).not.toMatch(/<script|<link|src=|@import|url\(/i)
    expect(page).toContain('10:00')
    expect(page).toContain('tel:13900000001')
    expect(page).not.toContain('内部备注')
  })

  it('has the coordinator as a card', async () => {
    const { visit } = await aFullVisit(client)
    expect(await office.text(`/exports/coordinator.vcf?visit=${visit.id}`)).toBe(
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:王晓燕;;;;\r\nFN:王晓燕\r\nTEL;TYPE=CELL:13900000001\r\nEND:VCARD\r\n',
    )
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aRoom, refusal } from '../support/builders.ts'
import { type Client, clientOf, root, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'

const DAY = '2026-12-01'
const t = (clock: string, day = DAY) => `${day}T${clock}`
const span = (from: string, until: string, day = DAY) => ({ startsAt: t(from, day), endsAt: t(until, day) })

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

beforeEach(() => {
  office = testOffice()
  client = office.client
})

const file = (name: string, content: Uint8Array | string) => new File([content as BlobPart], name)

describe('changes', () => {
  it('reach every window as they are made, and end with the host', async () => {
    const other = clientOf(office.host.fetch)
    const room = await aRoom(client, { name: '301' })
    const heard = await other.office.changes()
    const next = heard.next()
    await book(room.id, '09:00', '10:00')
    expect((await next).value).toEqual({ entities: ['booking'] })
    const last = heard.next()
    await office.close()
    expect((await last).done).toBe(true)
    office = testOffice()
  })
})

describe('the logo', () => {
  it('is a PNG, JPEG or SVG, and an SVG is only ever a picture', async () => {
    const svg = readFileSync(join(root, 'resources', 'icons', 'yingbin.svg'))
    const { settings } = await client.office.setLogo({ file: file('logo.svg', svg) })
    const answer = await office.get(`/files/${settings.logo}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect((await refusal(client.office.setLogo({ file: file('a.png', 'hello') }))).data.reason).toBe('notAnImage')
    expect((await refusal(client.office.setLogo({ file: file('a.png', new Uint8Array(1_000_001)) }))).data.reason).toBe(
      'tooLarge',
    )
    await client.office.setLogo({ file: null })
    expect((await office.get(`/files/${settings.logo}`)).status).toBe(404)
    expect((await office.get('/files/..%2fyingbin.sqlite')).status).toBe(404)
  })
})

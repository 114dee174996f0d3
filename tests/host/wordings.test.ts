import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anItem, aVisit, refusal } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

const lunch = { kind: 'dining', from: '12:00', until: '13:00', content: '欢迎午宴', place: '牡丹厅' } as const
const wordsOf = async (visitId: string) => {
  const { items } = await client.itinerary.wordings({ visitId })
  return items.flatMap(item => [item.contentLatin, item.placeLatin])
}

const NONE = { organizationLatin: '', themeLatin: '', dressLatin: '', mapNoteLatin: '' }

describe('the English of a visit', () => {
  it('is proposed as it is usual, or as the office has called it before', async () => {
    const first = await aVisit(client)
    const item = await anItem(client, first, lunch)
    expect(await wordsOf(first.id)).toEqual(['Welcome lunch', ''])
    await client.itinerary.word({
      visitId: first.id,
      visit: NONE,
      items: [{ id: item.id, contentLatin: 'Lunch of welcome', placeLatin: 'Peony Hall' }],
    })
    const second = await aVisit(client)
    await anItem(client, second, lunch)
    expect(await wordsOf(second.id)).toEqual(['Lunch of welcome', 'Peony Hall'])
  })

  it('is not proposed for what is in Latin letters already', async () => {
    const visit = await aVisit(client)
    await anItem(client, visit, { ...lunch, content: 'Kick-off', place: 'Lobby' })
    expect(await wordsOf(visit.id)).toEqual(['', ''])
  })

  it('goes when what it translates changes, and is then proposed again', async () => {
    const visit = await aVisit(client)
    const item = await anItem(client, visit, { ...lunch, content: '项目沙盘推演', contentLatin: 'War game' })
    const { item: changed } = await client.itinerary.update({
      id: item.id,
      revision: item.revision,
      patch: { content: '项目沙盘推演会' },
    })
    expect(changed.contentLatin).toBe('')
    expect(await wordsOf(visit.id)).toEqual(['War game', ''])
    const { item: both } = await client.itinerary.update({
      id: item.id,
      revision: changed.revision,
      patch: { content: '推演', contentLatin: 'Simulation' },
    })
    expect(both.contentLatin).toBe('Simulation')
  })

  it('stays when anything else of the stop changes', async () => {
    const visit = await aVisit(client)
    const item = await anItem(client, visit, { ...lunch, contentLatin: 'Lunch', placeLatin: 'Peony Hall' })
    const patch = { content: item.content, notes: '靠窗', endsAt: '2026-11-23T13:30' }
    const { item: changed } = await client.itinerary.update({ id: item.id, revision: item.revision, patch })
    expect([changed.contentLatin, changed.placeLatin]).toEqual(['Lunch', 'Peony Hall'])
  })

  it('is saved for all of a visit or for nothing, and undone together', async () => {
    const visit = await aVisit(client)
    const item = await anItem(client, visit, lunch)
    const english = { contentLatin: 'Lunch', placeLatin: 'Peony Hall' }
    const head = { ...NONE, organizationLatin: 'Test Ltd.', dressLatin: 'Business attire' }
    const all = { visitId: visit.id, visit: head, items: [{ id: item.id, ...english }] }
    const now = async () => [
      (await client.visits.get({ id: visit.id })).organizationLatin,
      (await client.itinerary.list({ visitId: visit.id }))[0]?.contentLatin,
    ]
    const withGone = { ...all, items: [...all.items, { id: crypto.randomUUID(), ...english }] }
    expect((await refusal(client.itinerary.word(withGone))).code).toBe('NOT_FOUND')
    expect(await now()).toEqual(['', ''])
    const { actId } = await client.itinerary.word(all)
    expect(await now()).toEqual(['Test Ltd.', 'Lunch'])
    await client.history.undo({ actId })
    expect(await now()).toEqual(['', ''])
  })

  it('of the organization, the theme, the dress and the way is proposed, kept and gone alike', async () => {
    const first = await aVisit(client, { organization: '北辰新能源' })
    await client.itinerary.word({ visitId: first.id, visit: { ...NONE, organizationLatin: 'Beichen' }, items: [] })
    const second = await aVisit(client, { organization: '北辰新能源' })
    const { visit } = await client.visits.update({ id: second.id, revision: 1, patch: { dress: '商务正装' } })
    expect((await client.itinerary.wordings({ visitId: second.id })).visit).toEqual({
      ...NONE,
      organizationLatin: 'Beichen',
      dressLatin: 'Business attire',
    })
    await client.itinerary.word({ visitId: second.id, visit: { ...NONE, dressLatin: 'Suit' }, items: [] })
    const changed = await client.visits.update({
      id: second.id,
      revision: visit.revision + 1,
      patch: { dress: '便装', theme: '' },
    })
    expect(changed.visit.dressLatin).toBe('')
  })

  it('goes with what an answered needs form changes, and leaves alone what it is not told of', async () => {
    const visit = await aVisit(client, { organization: '北辰新能源' })
    const item = await anItem(client, visit, { ...lunch, contentLatin: 'Lunch' })
    const english = { organizationLatin: 'Beichen', dressLatin: 'Suit' }
    await client.itinerary.word({ visitId: visit.id, visit: english, items: [] })
    await client.itinerary.word({ visitId: visit.id, visit: { dressLatin: 'Business attire' }, items: [] })
    expect(await client.visits.get({ id: visit.id })).toMatchObject({ ...english, dressLatin: 'Business attire' })
    expect((await client.itinerary.list({ visitId: visit.id }))[0]?.contentLatin).toBe(item.contentLatin)
    const { revision } = await client.visits.get({ id: visit.id })
    await client.needs.take({ visitId: visit.id, revision, patch: { organization: '北辰储能' }, guests: [] })
    expect((await client.visits.get({ id: visit.id })).organizationLatin).toBe('')
  })

  it('is found by the search', async () => {
    const visit = await aVisit(client, { organization: '北辰新能源' })
    await client.itinerary.word({ visitId: visit.id, visit: { organizationLatin: 'Beichen Energy' }, items: [] })
    expect(await client.search.query({ text: 'beichen energy', limit: 5 })).toMatchObject([{ visitId: visit.id }])
  })

  it('stands in what is shared in English, and nowhere else', async () => {
    const visit = await aVisit(client)
    await anItem(client, visit, { ...lunch, contentLatin: 'Welcome lunch', placeLatin: 'Peony Hall' })
    for (const path of ['schedule.txt', 'schedule.csv', 'itinerary.html', 'calendar.ics']) {
      const of = async (language: string) =>
        (await (await office.get(`/exports/${path}?visit=${visit.id}&language=${language}`)).text()).replace(
          /\r\n /g,
          '',
        )
      expect([path, await of('en')]).toEqual([path, expect.stringMatching(/Welcome lunch[\s\S]*Peony Hall/)])
      expect([path, await of('zh-CN')]).toEqual([path, expect.not.stringMatching(/Welcome lunch|Peony Hall/)])
    }
  })
})

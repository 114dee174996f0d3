import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGuest, aVisit } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

describe('search', () => {
  it('finds by Chinese, pinyin, initials, phone and plate, one character or many', async () => {
    await client.sample.load()
    const first = async (text: string) => (await client.search.query({ text, limit: 5 }))[0]?.title
    expect(await first('zhaomin')).toBe('赵敏')
    expect(await first('zm')).toBe('赵敏')
    expect(await first('赵')).toBe('赵敏')
    expect(await first('敏')).toBeUndefined()
    expect(await first('明远')).toBe('欧阳明远')
    expect(await first('ouyang')).toBe('欧阳明远')
    expect(await first('13800002005')).toBe('赵敏')
    expect(await first('8k219')).toBe('考斯特 1 号')
    expect(await first('沪A·8K219')).toBe('考斯特 1 号')
    expect(await first('hdzn')).toMatch('华东智能装备')
    expect(await first('Montgomery')).toMatch('Alexander')
    expect(await client.search.query({ text: '"; drop', limit: 5 })).toEqual([])
  })

  it('finds a name by its surname in full and the rest by initials, and tells namesakes apart by visit and day', async () => {
    const first = await aVisit(client, { title: '东海协会考察', startsOn: '2026-12-01' })
    const second = await aVisit(client, { title: '北辰新能源考察', startsOn: '2026-12-08' })
    await aGuest(client, first.id, { name: '陈建华', title: '董事长' })
    await aGuest(client, first.id, { name: '张伟', title: '工程师' })
    await aGuest(client, second.id, { name: '张伟', title: '工程师' })
    expect((await client.search.query({ text: 'chenjh', limit: 5 })).map(hit => hit.title)).toEqual(['陈建华'])
    expect((await client.search.query({ text: 'zhangwei', limit: 5 })).map(hit => hit.detail).sort()).toEqual([
      '工程师 · 东海协会考察 2026-12-01',
      '工程师 · 北辰新能源考察 2026-12-08',
    ])
  })
})

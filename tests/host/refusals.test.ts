import { createInstance } from 'i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { serve } from '../../electron/web.ts'
import { saveFile } from '../../renderer/base/saveFile.ts'
import { sentenceOf } from '../../renderer/base/sentences.ts'
import en from '../../resources/locales/en.json'
import zh from '../../resources/locales/zh-CN.json'
import { aVisit } from '../support/builders.ts'
import { root, type TestOffice, testOffice } from '../support/office.ts'

const NOWHERE = '019ab000-0000-7000-8000-000000000000'

describe('a file that the host refuses', () => {
  let office: TestOffice
  const speak = createInstance()
  beforeEach(async () => {
    office = testOffice()
    await speak.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: zh }, en: { translation: en } } })
    vi.stubGlobal('fetch', (address: string) => office.get(address))
  })
  afterEach(async () => {
    vi.unstubAllGlobals()
    await office.close()
  })

  /** What the window says of a file that it could not save, in both languages. */
  async function said(address: string): Promise<string[]> {
    const refusal = await saveFile(address).then(
      () => expect.unreachable('the file was said to be saved'),
      (error: unknown) => error,
    )
    return ['zh-CN', 'en'].map(language => sentenceOf(refusal, speak.getFixedT(language)))
  }

  it('is an error that says why: there is no browser to draw the paper with', async () => {
    const visit = await aVisit(office.client)
    expect(await said(`/documents/plan.pdf?visit=${visit.id}`)).toEqual([
      zh.errors.notAllowed.noPrinter,
      en.errors.notAllowed.noPrinter,
    ])
    expect(await said(`/exports/calendar.ics?visit=${visit.id}&method=request`)).toEqual([
      zh.errors.notAllowed.noOfficeMail,
      en.errors.notAllowed.noOfficeMail,
    ])
  })

  it('names what is gone, and what an address does not say', async () => {
    expect(await said(`/exports/schedule.xlsx?visit=${NOWHERE}`)).toEqual([
      '这项来访已不存在，可能已被移除。',
      expect.stringContaining('visit'),
    ])
    expect(await said('/documents/made/none')).toEqual([
      '这项文件已不存在，可能已被移除。',
      expect.stringContaining('file'),
    ])
    expect((await said('/exports/schedule.xlsx?visit='))[0]).toMatch(/^这些内容不符合要求：/)
  })

  it('asks for a sign-in where nobody is at the desk', async () => {
    await office.client.accounts.create({ name: '协调', role: 'administrator', secret: '1357' })
    await office.client.accounts.signOut()
    expect(await said(`/exports/schedule.xlsx?visit=${NOWHERE}`)).toEqual([zh.errors.locked, en.errors.locked])
  })
})

describe('the development server', () => {
  it('leaves every path of the host to the host', async () => {
    const office = testOffice()
    const served = await serve({ root, dataDir: office.dataDir, port: 0, dev: true })
    try {
      const headers = { cookie: `${served.cookie.name}=${served.cookie.value}` }
      for (const path of [
        '/attachments/none',
        '/share/itinerary',
        '/exports/none',
        '/documents/made/none',
        '/files/none',
      ]) {
        const answer = await fetch(`${served.origin}${path}`, { headers })
        expect([path, answer.headers.get('content-type')]).toEqual([path, 'application/json'])
      }
    } finally {
      await served.close()
      await office.close()
    }
  })
})

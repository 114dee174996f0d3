import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { translator } from '../../electron/host/files/translator.ts'
import { documentRequest, VISIT_PAPER } from '../../shared/contract/documents.ts'
import { textsOf } from '../../shared/domain/papers/outline.ts'
import { Speaker } from '../../shared/domain/papers/speaker.ts'
import { aFullVisit } from '../support/builders.ts'
import { type Client, root, type TestOffice, testOffice } from '../support/office.ts'
import { convertedByLibreOffice, LIBREOFFICE } from '../support/programs.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

describe('documents for Word', () => {
  it('say everything that the printed plan says', async () => {
    const { visit } = await aFullVisit(client)
    const request = documentRequest.parse({ kind: 'plan', visit: visit.id })
    const told = await client.print.paper(request)
    const t = translator(root)('zh-CN')
    const outline = VISIT_PAPER.plan.outline(
      told,
      new Speaker('zh-CN', (_, key, values) => t(key, values ?? {}), []),
      request,
    )
    const xml = strFromU8(
      unzipSync(await office.bytes(`/exports/plan.docx?visit=${visit.id}`))['word/document.xml'] ?? new Uint8Array(),
    )
    const written = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join('')
    const printed = outline ? textsOf(outline).flatMap(text => text.split('\n')) : []
    expect(printed.length).toBeGreaterThan(40)
    for (const text of printed) expect(written).toContain(text.replaceAll('&', '&amp;'))
  })

  it.skipIf(!LIBREOFFICE)('open in LibreOffice and say what the visit says', { timeout: 120_000 }, async () => {
    const { visit } = await aFullVisit(client)
    for (const kind of ['plan', 'itinerary', 'closing-report'] as const) {
      const file = await office.bytes(`/exports/${kind}.docx?visit=${visit.id}`)
      const shown = convertedByLibreOffice(`${kind}.docx`, file, 'txt:Text (encoded):UTF8')
      expect([kind, shown.includes('北辰新能源考察')]).toEqual([kind, true])
      for (const fact of ['双方会谈；议题：合作、投资与技术交流', '前往工厂', '10:00–11:30', '301 会议室'])
        expect([kind, fact, shown.includes(fact)]).toEqual([kind, fact, true])
      expect([kind, shown.includes('内部备注')]).toEqual([kind, false])
      if (kind === 'plan') expect(shown).toContain('李娜')
    }
  })

  it('have real headings, tables whose titles repeat and rows that do not break, and a table for signatures', async () => {
    const { visit } = await aFullVisit(client)
    const parts = unzipSync(await office.bytes(`/exports/plan.docx?visit=${visit.id}`))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(xml.match(/w:pStyle w:val="Heading1"/g)?.length).toBeGreaterThan(2)
    const tables = xml.split('<w:tbl>').slice(1)
    for (const table of tables.slice(0, -1)) expect(table).toContain('<w:tblHeader')
    expect(tables.at(-1)).toContain('签字 / 日期')
    expect(xml.match(/<w:cantSplit/g)?.length).toBeGreaterThan(tables.length)
  })
})

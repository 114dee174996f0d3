import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DOCUMENT_KINDS, documentQuery } from '../shared/contract/documents.ts'
import { addDays } from '../shared/domain/time.ts'
import { RESOURCE_KINDS } from '../shared/domain/visit.ts'
import * as badges from './host/badges/badges.handlers.ts'
import { itemsOfVisit } from './host/itinerary/itinerary.queries.ts'
import * as office from './host/office/office.handlers.ts'
import * as sample from './host/sample/sample.handlers.ts'
import { visitsInRange } from './host/visits/visits.queries.ts'
import { programRoot, type Served, serve } from './web.ts'

// `npm run demo -- --out DIR`: every document and every export of the sample office, through the application's own addresses.

const { values } = parseArgs({ options: { out: { type: 'string' } } })
if (!values.out) {
  console.error('npm run demo -- --out DIR: name the folder that the documents and exports go to.')
  process.exit(1)
}
const out = resolve(values.out)
const dataDir = mkdtempSync(join(tmpdir(), 'yingbin-demo-'))
const served = await serve({ root: programRoot(), dataDir, port: 0, printer: 'chromium' })
try {
  mkdirSync(out, { recursive: true })
  await sample.loadSample(served.host.context)
  for (const address of await addresses(served)) await keep(served, address)
} finally {
  await served.close()
  rmSync(dataDir, { recursive: true, force: true })
}

/** Every document in every language and size, and every export, of the sample's first visit and first rooms. */
async function addresses({ host: { context } }: Served): Promise<string[]> {
  const { today } = await office.state(context)
  const range = `from=${addDays(today, -7)}&until=${addDays(today, 30)}`
  const visits = await visitsInRange(context.db, today, today, addDays(today, -7))
  const visit = visits[0]?.id ?? ''
  const languages = ['zh-CN', 'en', 'both'] as const
  const designs = await badges.list(context)
  const room = (await itemsOfVisit(context.db, visit)).find(item => item.roomId)?.roomId ?? ''
  return [
    ...designs.flatMap(({ id: design }) =>
      (['a4', 'single'] as const).map(
        sheet => `/documents/badges.pdf?${documentQuery({ kind: 'badges', visit, design, sheet })}`,
      ),
    ),
    ...languages.map(language => `/documents/badges.pdf?${documentQuery({ kind: 'badges', visit, language })}`),
    ...languages.flatMap(language => [
      `/documents/itinerary.pdf?${documentQuery({ kind: 'itinerary', visit, language, paper: 'a4' })}`,
      `/documents/itinerary.pdf?${documentQuery({ kind: 'itinerary', visit, language, paper: 'a5' })}`,
      ...DOCUMENT_KINDS.filter(kind => kind !== 'badges' && kind !== 'itinerary').map(
        kind => `/documents/${kind}.pdf?${documentQuery({ kind, visit, language })}`,
      ),
    ]),
    ...languages.flatMap(language => [
      ...(['a4', 'a3'] as const).map(
        paper =>
          `/documents/resource-schedule.pdf?${documentQuery({ kind: 'resource-schedule', resourceKind: 'room', day: today, days: paper === 'a3' ? 7 : 1, paper, language })}`,
      ),
      `/documents/room-sign.pdf?${documentQuery({ kind: 'room-sign', resource: room, day: today, language })}`,
    ]),
    ...['xlsx', 'csv', 'txt'].map(format => `/exports/schedule.${format}?visit=${visit}`),
    `/exports/calendar.ics?visit=${visit}`,
    ...['html', 'png', 'docx'].map(format => `/exports/itinerary.${format}?visit=${visit}`),
    `/exports/itinerary-days.zip?visit=${visit}`,
    `/exports/plan.docx?visit=${visit}`,
    `/exports/closing-report.docx?visit=${visit}`,
    `/exports/coordinator.vcf?visit=${visit}`,
    `/exports/visit.yingbin?visit=${visit}`,
    `/documents/week-visits.pdf?${documentQuery({ kind: 'week-visits', day: today })}`,
    `/documents/test-page.pdf?${documentQuery({ kind: 'test-page' })}`,
    ...['xlsx', 'csv'].map(format => `/exports/guests.${format}?visit=${visit}`),
    ...['ics', 'xlsx', 'csv'].map(format => `/exports/visits.${format}?${range}`),
    ...['xlsx', 'csv'].flatMap(format =>
      ['room', 'vehicle'].map(kind => `/exports/bookings.${format}?kind=${kind}&${range}`),
    ),
    ...RESOURCE_KINDS.map(kind => `/exports/utilisation.xlsx?kind=${kind}&${range}`),
    `/exports/resource.ics?resource=${room}&${range}`,
    '/exports/guest-template.xlsx?',
    '/exports/resource-template.xlsx?kind=room',
    '/exports/resource-template.xlsx?kind=vehicle',
    '/exports/resource-template.xlsx?kind=person',
    ...['yes', 'no'].map(filled => `/exports/needs.xlsx?visit=${visit}&filled=${filled}`),
  ]
}

/** Fetches one file as the window does and keeps it under its own name, with what tells it from its sisters. */
async function keep({ origin, cookie }: Served, address: string): Promise<void> {
  const answer = await fetch(origin + address, { headers: { cookie: `${cookie.name}=${cookie.value}` } })
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'file'
  const query = new URLSearchParams(address.split('?')[1])
  const variant = ['design', 'sheet', 'paper', 'language', 'filled']
    .map(name => query.get(name))
    .filter(Boolean)
    .join('-')
  const name = decodeURIComponent(encoded).replace(/(\.[a-z]+)$/, `${variant && `-${variant}`}$1`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  writeFileSync(join(out, name), bytes)
  console.log(`${name}  ${bytes.length} bytes`)
}

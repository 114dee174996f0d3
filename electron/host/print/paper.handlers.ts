import { type DocumentRequest, VISIT_PAPER } from '../../../shared/contract/documents.ts'
import { type PaperData, print as printContract } from '../../../shared/contract/print.ts'
import type { PaperPart } from '../../../shared/domain/papers/kinds.ts'
import { answers } from '../acts/answer.ts'
import type { HostContext } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'
import { versionsOfVisit } from '../approvals/approvals.queries.ts'
import { list as designs } from '../badges/badges.handlers.ts'
import { get as briefingOf } from '../briefings/briefings.handlers.ts'
import { officeNow, officeSettingsOf } from '../office/office.queries.ts'
import { listResources, toResource } from '../resources/resources.queries.ts'
import { rulesOf } from '../rules/rules.queries.ts'
import { seating } from '../seating/seating.handlers.ts'
import { visitOf } from '../visits/visits.queries.ts'
import { isVisitPart, wholeVisit } from '../visits/whole.queries.ts'
import { labelSheetRows, paperVersion, presentPrinter, presentSheet, printerRows } from './print.queries.ts'

/** Everything that a paper says, as its kind reads it and no more. @throws NOT_FOUND */
export async function paper(context: HostContext, request: DocumentRequest): Promise<PaperData> {
  const { db } = context
  const row = await visitOf(db, request.visit)
  const reads: readonly PaperPart[] = VISIT_PAPER[request.kind].reads
  const rules = await rulesOf(db)
  const own = {
    ...EMPTY,
    ...(await wholeVisit(db, row, reads.filter(isVisitPart))),
    settings: await officeSettingsOf(db),
    currency: rules.currency,
    printedAt: await officeNow(context, db),
    version: await paperVersion(db, row.id),
    people: request.language === 'zh-CN' ? [] : await latinNames(context),
  }
  const input = { visitId: row.id }
  return {
    ...own,
    ...(reads.includes('rooms') ? { rooms: await rooms(context) } : {}),
    ...(reads.includes('briefing') ? { briefing: await briefingOf(context, input) } : {}),
    ...(reads.includes('seatings') ? { seatings: await seating.list(context, input) } : {}),
    ...(reads.includes('approval')
      ? {
          chain: rules.grades[row.grade].chain.map(({ title }) => ({ title })),
          approval: (await versionsOfVisit(context, row.id))[0] ?? null,
        }
      : {}),
    ...(request.kind === 'badges' ? { badges: await badgeShop(context, request) } : {}),
  }
}

const EMPTY = {
  guests: [],
  items: [],
  rooms: [],
  assignments: [],
  duties: [],
  trips: [],
  tickets: [],
  stays: [],
  meals: [],
  allocations: [],
  costs: [],
  tasks: [],
  briefing: null,
  attendees: [],
  chain: [],
  approval: null,
  seatings: [],
  badges: null,
} satisfies Partial<PaperData>

async function latinNames({ db }: HostContext): Promise<PaperData['people']> {
  const people = await listResources(db, 'person')
  return people.flatMap(({ name, latinName }) => (latinName === '' ? [] : [{ name, latinName }]))
}

const rooms = async ({ db }: HostContext): Promise<PaperData['rooms']> =>
  (await listResources(db, 'room')).map(toResource)

/** The design, the sheet of labels and the printer that badges are printed with. @throws NOT_FOUND where there is no design */
async function badgeShop(
  context: HostContext,
  request: Extract<DocumentRequest, { kind: 'badges' }>,
): Promise<PaperData['badges']> {
  const { db } = context
  const all = await designs(context)
  const design = all.find(each => each.id === request.design) ?? all[0]
  if (!design) throw notFound('badgeDesign', request.design)
  const sheet = (await labelSheetRows(db)).find(each => each.id === request.sheet)
  const printer = (await printerRows(db)).find(each => each.id === request.printer)
  return {
    design,
    sheet: sheet ? presentSheet(sheet) : null,
    printer: printer ? presentPrinter(printer) : null,
  }
}

/** What this file answers of the contract's `print`. */
export const paperAnswers = answers(printContract, { paper })

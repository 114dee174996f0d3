import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DOCUMENT_KINDS, type DocumentRequest, VISIT_PAPER } from '../../../shared/contract/documents.ts'
import { labelSheetFields, print as printContract } from '../../../shared/contract/print.ts'
import { missesOf } from '../../../shared/domain/papers/kinds.ts'
import { type LabelSheet, labelProblems, usedAfter } from '../../../shared/domain/papers/sheets.ts'
import type { LabelSheetRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import { wallClock } from '../acts/clock.ts'
import type { Act, HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { nameIsFree } from '../acts/names.ts'
import { insertRow, perform, said, seen, updateRow } from '../acts/recorded.ts'
import { shipOnce } from '../acts/shipped.ts'
import { designOf } from '../badges/badges.handlers.ts'
import { findGuests, guestsOfVisit } from '../guests/guests.queries.ts'
import { officeNow, officeSettingsOf } from '../office/office.queries.ts'
import { visitOf } from '../visits/visits.queries.ts'
import {
  labelSheetRows,
  lastPrinted,
  paperFacts,
  paperVersion,
  presentPrinter,
  presentSheet,
  printedBefore,
  printerRows,
} from './print.queries.ts'

export async function gallery(context: HostContext, input: InputOf<typeof printContract.gallery>) {
  const { db } = context
  await visitOf(db, input.visitId)
  const { timeZone } = await officeSettingsOf(db)
  const facts = await paperFacts(db, input.visitId)
  const last = new Map((await lastPrinted(db, input.visitId)).map(row => [row.kind, row]))
  const papers = []
  for (const kind of DOCUMENT_KINDS) {
    const printed = last.get(kind)
    papers.push({
      kind,
      version: await paperVersion(db, input.visitId, kind),
      misses: missesOf(VISIT_PAPER[kind].needs, facts),
      last: printed
        ? {
            at: wallClock(new Date(printed.printedAt), timeZone),
            actor: printed.actor,
            version: printed.version,
            language: printed.language,
          }
        : null,
    })
  }
  return { papers }
}

export const version = async (context: HostContext, input: InputOf<typeof printContract.version>) => ({
  version: await paperVersion(context.db, input.visitId),
})

/** Writes down what was printed; of badges each guest, and what is left of the sheet of labels. */
export function printed(context: HostContext, input: InputOf<typeof printContract.printed>) {
  return perform(context, async (tx, act) => {
    for (const paper of input.papers) {
      const visit = await visitOf(tx, paper.visit)
      const badges =
        paper.kind === 'badges' ? await badgesPrinted(context, tx, act, paper, input.means) : { guests: [], design: '' }
      await tx
        .insertInto('printLog')
        .values({
          printedAt: act.at,
          actor: act.actor,
          visitId: visit.id,
          kind: paper.kind,
          language: paper.language,
          version: await paperVersion(tx, visit.id, paper.kind),
          design: badges.design,
          guestIds: badges.guests,
          means: input.means,
          printer: input.printer,
        })
        .execute()
    }
    return {}
  })
}

async function badgesPrinted(
  context: HostContext,
  tx: Tx,
  act: Act,
  paper: Extract<DocumentRequest, { kind: 'badges' }>,
  means: 'dialog' | 'printer' | 'pdf',
): Promise<{ guests: string[]; design: string }> {
  const now = await officeNow(context, tx)
  const guests = paper.guests.length > 0 ? await findGuests(tx, paper.guests) : await guestsOfVisit(tx, paper.visit)
  const design = await designOf(tx, paper.design)
  const told = { guests: guests.map(row => row.id), design: `${design.name} ${design.number}` }
  // A file is not on paper yet.
  if (means === 'pdf') return told
  for (const row of guests) await updateRow(tx, act, 'guest', row, { badgePrintedAt: now })
  const sheet = (await labelSheetRows(tx)).find(row => row.id === paper.sheet)
  if (sheet)
    await updateRow(tx, act, 'labelSheet', sheet, {
      used: usedAfter(paper.used, guests.length, sheet.rows * sheet.columns),
    })
  return told
}

export async function log(context: HostContext, input: InputOf<typeof printContract.log>) {
  const { timeZone } = await officeSettingsOf(context.db)
  return printedBefore(context.db, input, timeZone)
}

export const labelSheets = async (context: HostContext) => (await labelSheetRows(context.db)).map(presentSheet)

type SheetFields = z.infer<typeof labelSheetFields>

export function createLabelSheet(context: HostContext, input: SheetFields) {
  return perform(context, async (tx, act) => {
    await nameIsFree(tx, 'labelSheet', input.name)
    const row = await insertRow(tx, act, 'labelSheet', { ...toRow(input), id: context.newId() })
    return { sheet: presentSheet(row) }
  })
}

export function updateLabelSheet(context: HostContext, input: InputOf<typeof printContract.updateLabelSheet>) {
  return perform(context, async (tx, act) => {
    const before = await sheetOf(tx, input.id)
    await seen('labelSheet', before, input.revision, () => presentSheet(before))
    const { used = before.used, ...fields } = input.patch
    if (fields.name !== undefined) await nameIsFree(tx, 'labelSheet', fields.name, { exceptId: before.id })
    const wanted = { ...presentSheet(before), ...said(fields) }
    if (Object.keys(labelProblems(wanted)).length > 0) throw notAllowed('doesNotFit')
    // Measures that somebody changed are no longer those of the source.
    const measured = Object.keys(said(fields)).some(field => field !== 'name')
    const after = await updateRow(tx, act, 'labelSheet', before, {
      ...toRow(wanted),
      ...(measured ? { source: '' } : {}),
      used: Math.min(used, wanted.rows * wanted.columns - 1),
    })
    return { sheet: presentSheet(after) }
  })
}

export function removeLabelSheet(context: HostContext, input: InputOf<typeof printContract.removeLabelSheet>) {
  return perform(context, async (tx, act) => {
    await updateRow(tx, act, 'labelSheet', await sheetOf(tx, input.id), { removed: true })
    return {}
  })
}

const hundred = (length: number): number => Math.round(length * 100)

const toRow = (sheet: LabelSheet & { name: string }) => ({
  name: sheet.name,
  paper: sheet.paper,
  labelWidth: hundred(sheet.labelWidth),
  labelHeight: hundred(sheet.labelHeight),
  columns: sheet.columns,
  rows: sheet.rows,
  leftMargin: hundred(sheet.left),
  topMargin: hundred(sheet.top),
  pitchX: hundred(sheet.pitchX),
  pitchY: hundred(sheet.pitchY),
  radius: hundred(sheet.radius),
})

async function sheetOf(tx: Tx, id: string): Promise<LabelSheetRow> {
  const row = (await labelSheetRows(tx)).find(each => each.id === id)
  if (!row) throw notFound('labelSheet', id)
  return row
}

const shipped = z.array(labelSheetFields.extend({ source: z.string().min(1) }))

/** The label sheets a new office starts with. Once: whoever removes one has removed it. */
export async function shippedSheets(context: HostContext): Promise<void> {
  await shipOnce(context, 'labelSheets', async tx => {
    const file = join(context.root, 'resources', 'label-sheets.json')
    for (const sheet of shipped.parse(JSON.parse(readFileSync(file, 'utf8'))))
      await tx
        .insertInto('labelSheet')
        .values({ ...toRow(sheet), id: context.newId(), source: sheet.source })
        .execute()
  })
}

export const printers = async (context: HostContext) => (await printerRows(context.db)).map(presentPrinter)

export function putPrinter(context: HostContext, input: InputOf<typeof printContract.putPrinter>) {
  return perform(context, async (tx, act) => {
    const tenths = {
      cornerX: Math.round(input.cornerX * 10),
      cornerY: Math.round(input.cornerY * 10),
      across: Math.round(input.across * 10),
      down: Math.round(input.down * 10),
    }
    const before = (await printerRows(tx)).find(row => row.name === input.name)
    if (before) return { printer: presentPrinter(await updateRow(tx, act, 'printer', before, tenths)) }
    const row = await insertRow(tx, act, 'printer', { ...tenths, id: context.newId(), name: input.name })
    return { printer: presentPrinter(row) }
  })
}

export function removePrinter(context: HostContext, input: InputOf<typeof printContract.removePrinter>) {
  return perform(context, async (tx, act) => {
    const row = (await printerRows(tx)).find(each => each.id === input.id)
    if (!row) throw notFound('printer', input.id)
    await updateRow(tx, act, 'printer', row, { removed: true })
    return {}
  })
}

/** What this file answers of the contract's `print`. */
export const printAnswers = answers(printContract, {
  gallery,
  version,
  printed,
  log,
  labelSheets,
  createLabelSheet,
  updateLabelSheet,
  removeLabelSheet,
  printers,
  putPrinter,
  removePrinter,
})

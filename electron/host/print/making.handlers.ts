import { bundleQuery, type PaperRequest } from '../../../shared/contract/documents.ts'
import { queryOf } from '../../../shared/contract/fields.ts'
import { print as printContract } from '../../../shared/contract/print.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { HostContext, MadeFile } from '../acts/context.ts'
import { notAllowed } from '../acts/errors.ts'
import { fileName } from '../files/fileName.ts'
import { translator } from '../files/translator.ts'
import { zipped } from '../files/zip.ts'
import { pdfName } from './pdfName.ts'
import { PrinterMissing } from './printer.ts'

/** A file waits so long to be fetched, ms: nobody's file goes because others make theirs. */
const WAITS = 15 * 60_000
/** Most bytes that wait in memory; the newest waits whatever its size. */
const MOST_WAITING = 400_000_000

type MakeEvent = { kind: 'progress'; done: number; total: number } | { kind: 'made'; address: string }

/** Makes one PDF of many papers, or a zip with a PDF of each, telling how far it is. @throws NOT_ALLOWED noPrinter */
export async function* make(
  context: HostContext,
  input: InputOf<typeof printContract.make>,
  signal: AbortSignal | undefined,
): AsyncGenerator<MakeEvent, void, void> {
  const file = input.as === 'one' ? oneFile(context, input) : eachFile(context, input, signal)
  let step = await file.next()
  while (!step.done) {
    yield step.value
    step = await file.next()
  }
  const id = context.newId()
  const now = context.clock().getTime()
  context.made.set(id, { ...step.value, at: now })
  letGo(context.made, now)
  yield { kind: 'made', address: `/documents/made/${id}` }
}

/** Lets go what nobody fetched in time, and the oldest where all of it is too much. */
function letGo(made: HostContext['made'], now: number): void {
  let bytes = 0
  for (const [id, file] of [...made].reverse()) {
    bytes += file.bytes.length
    const isNewest = bytes === file.bytes.length
    if (!isNewest && (bytes > MOST_WAITING || now - file.at > WAITS)) made.delete(id)
  }
}

type Making = AsyncGenerator<Extract<MakeEvent, { kind: 'progress' }>, MadeFile, void>

/** All on one document, printed at once; how many papers are laid out is told while it is. */
async function* oneFile(context: HostContext, input: { papers: PaperRequest[]; name: string }): Making {
  const { printer } = context
  if (!printer) throw notAllowed('noPrinter')
  const total = input.papers.length
  let done = 0
  let told: () => void = () => undefined
  const pdf = printer.toPdf(`/document.html?${bundleQuery(input.papers)}`, count => {
    done = count
    told()
  })
  const finished = pdf.then(
    () => true,
    () => true,
  )
  let reported = -1
  for (;;) {
    if (done !== reported) {
      reported = done
      yield { kind: 'progress', done, total }
    }
    const news = new Promise<false>(resolve => {
      told = () => resolve(false)
    })
    if (await Promise.race([finished, news])) break
  }
  return { name: `${fileName(input.name)}.pdf`, type: 'application/pdf', bytes: await orRefused(pdf) }
}

/** One PDF of each in a zip, named as they are named alone. */
async function* eachFile(
  context: HostContext,
  input: { papers: PaperRequest[]; name: string },
  signal: AbortSignal | undefined,
): Making {
  const { printer } = context
  if (!printer) throw notAllowed('noPrinter')
  const speak = translator(context.root)
  const files: Record<string, Uint8Array> = {}
  for (const [index, paper] of input.papers.entries()) {
    yield { kind: 'progress', done: index, total: input.papers.length }
    if (signal?.aborted) break
    const name = await pdfName(context, paper, speak)
    files[freeName(name, files)] = await orRefused(printer.toPdf(`/document.html?${queryOf(paper)}`))
  }
  const bytes = await zipped(files)
  return { name: `${fileName(input.name)}.zip`, type: 'application/zip', bytes }
}

/** A PDF, or in words of the contract that nothing here can make one. */
function orRefused(pdf: Promise<Uint8Array>): Promise<Uint8Array> {
  return pdf.catch(error => {
    throw error instanceof PrinterMissing ? notAllowed('noPrinter') : error
  })
}

function freeName(name: string, files: Record<string, unknown>): string {
  let free = name
  for (let number = 2; free in files; number++) free = name.replace(/(\.\w+)$/, ` ${number}$1`)
  return free
}

/** What this file answers of the contract's `print`. */
export const makingAnswers = answers(printContract, { make })

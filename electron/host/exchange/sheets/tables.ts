import type { Outline } from '../../../../shared/domain/papers/outline.ts'
import type { Day, WallTime } from '../../../../shared/domain/time.ts'
import { badFile } from '../../acts/errors.ts'
import { ThreadEnded, threads } from '../../files/threads.ts'
import type { Hidden } from './workbook.ts'

/** Text stays text whatever it begins with; a day (`2026-11-23`) or a moment (`2026-11-23T09:30`) becomes a real date. */
export type Cell = string | number | { time: Day | WallTime }

/** A sheet to be written. */
export interface WorkbookSheet {
  name: string
  header: string[]
  /** Column widths in characters. */
  widths: number[]
  rows: Cell[][]
  /** Not a list with one heading: it gets no filter. */
  form?: true
}

export type TableJob =
  | { kind: 'read'; name: string; bytes: Uint8Array }
  | { kind: 'write'; sheets: WorkbookSheet[] }
  | { kind: 'document'; outline: Outline }
/** What was read of a file: the sheets that it shows, how much in each is hidden, and the names of those that are hidden whole. */
export interface ReadTables {
  sheets: { name: string; rows: string[][]; hidden: Hidden }[]
  hiddenSheets: string[]
}

export type TableAnswer =
  | { ok: true; read: ReadTables }
  | { ok: true; bytes: Uint8Array }
  | { ok: false; reason: 'empty' | 'oldExcel' | 'notExcel' | 'tooMuch' | 'unknownKind' | 'encrypted'; detail: string }

/** The worker stands beside this file as source, and beside the bundle when built. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './tables.worker.ts' : './tables.worker.js', import.meta.url)

/** Two files are read at a time; what is read is bounded, and what is written is our own. */
const reading = threads<TableJob, TableAnswer>({ file: WORKER, patience: 30_000, most: 2, memory: 400 })
const writing = threads<TableJob, TableAnswer>({ file: WORKER, patience: 60_000, most: 2, memory: 1500 })

/** Reads a spreadsheet or text file into cells. @throws BAD_FILE */
export async function readTables(name: string, bytes: Uint8Array): Promise<ReadTables> {
  const answer = await run({ kind: 'read', name, bytes })
  if ('read' in answer) return answer.read
  throw badFile('notExcel', name)
}

/** Writes sheets as an .xlsx file. */
export async function writeTables(sheets: WorkbookSheet[]): Promise<Uint8Array> {
  const answer = await run({ kind: 'write', sheets })
  if ('bytes' in answer) return answer.bytes
  throw new Error('The workbook was not written')
}

/** Writes a document as a .docx file. */
export async function writeDocument(outline: Outline): Promise<Uint8Array> {
  const answer = await run({ kind: 'document', outline })
  if ('bytes' in answer) return answer.bytes
  throw new Error('The document was not written')
}

async function run(job: TableJob): Promise<Extract<TableAnswer, { ok: true }>> {
  if (job.kind !== 'read') return done(await writing(job))
  try {
    return done(await reading(job))
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error
    throw badFile(error.reason === 'broken' ? 'damaged' : 'tooMuch', job.name)
  }
}

function done(answer: TableAnswer): Extract<TableAnswer, { ok: true }> {
  if (!answer.ok) throw badFile(answer.reason, answer.detail)
  return answer
}

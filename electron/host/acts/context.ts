import type { EventPublisher } from '@orpc/server'
import type { Kysely, Transaction } from 'kysely'
import type { Logger } from 'pino'
import type { Tables } from '../../db/tables.ts'
import type { Desk, DeskAccount } from '../accounts/desk.ts'
import type { MadeFile } from '../print/making.handlers.ts'
import type { Printer } from '../print/printer.ts'
import type { Consequence } from './recorded.ts'

/** What every handler is given: the office's database, its clock, new ids, and who is acting. */
export interface HostContext {
  db: Kysely<Tables>
  dataDir: string
  /** Folder of the program: resources/ lies in it. */
  root: string
  /** The instant, as a Date; the office's wall clock is `officeNow`. Tests fix it. */
  clock: () => Date
  newId: () => string
  /** Who acts: the name in the history. */
  actor: string
  /** Who is at the desk; null while nobody is, or it is locked. */
  account: DeskAccount | null
  desk: Desk
  /** The person was warned that this change asks for a new approval, and wants it. */
  reapprove: boolean
  /** What follows every act, in its transaction: details, checklists, the guard of what is approved. */
  consequences: readonly Consequence[]
  /** Makes PDFs and pictures; null where nothing on this machine can. */
  printer: Printer | null
  /** Files that were made and wait to be fetched, by a name nobody guesses. */
  made: Map<string, MadeFile>
  /** Told after every act: windows listen to it through the office's changes. */
  changes: EventPublisher<{ act: { entities: string[] } }>
  /** Aborted when the host closes. */
  closing: AbortSignal
  log: Logger
}

export type Tx = Transaction<Tables>
/** Either the database or an open transaction: for queries that serve both. */
export type Db = Kysely<Tables>

import type { EventPublisher } from '@orpc/server'
import type { Kysely, Transaction } from 'kysely'
import type { Logger } from 'pino'
import type { Role } from '../../../shared/domain/roles.ts'
import type { RecordedTable, Row, Tables } from '../../db/tables.ts'

/** What every handler is given: the office's database, its clock, new ids, and who is acting. */
export interface HostContext {
  db: Db
  /** The same database, to begin transactions on: what is written outside an act is written by it. */
  writer: Kysely<Tables>
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
  made: Map<string, MadeFile & { at: number }>
  /** Told after every act: windows listen to it through the office's changes. */
  changes: EventPublisher<{ act: { entities: string[] } }>
  /** Aborted when the host closes. */
  closing: AbortSignal
  log: Logger
}

/** A transaction, in which an act writes. */
export type Tx = Transaction<Tables>
/** What can only be read: the database, or a transaction that is open. Queries take this, so that none of them writes. */
export type Db = Pick<Kysely<Tables>, 'selectFrom' | 'getExecutor'>

/** One deed of one person: everything written under it is shown, and undone, together. */
export interface Act {
  id: string
  /** UTC instant, ISO 8601. */
  at: string
  actor: string
  /** What it has written so far: what follows from an act is found by it. */
  touched: {
    entity: RecordedTable
    visitId: string | null
    columns: string[]
    /** The row as it is now; null where it was deleted. */
    row: Row<RecordedTable> | null
  }[]
}

// Ports: what the context offers and other rooms of the host implement.

/** Something that follows from an act, in its transaction: it may write more, or refuse the whole. */
export type Consequence = (context: HostContext, tx: Tx, act: Act) => Promise<void>

/** Somebody who may sign in, as the desk knows them. */
export interface DeskAccount {
  id: string
  name: string
  role: Role
  hasSecret: boolean
  revision: number
}

/** Who is at this PC's desk; `accounts/desk.ts` keeps it. */
export interface Desk {
  readonly isLocked: boolean
  /** Who was at the desk last, locked or not; null while nobody has signed in. */
  account(): Promise<DeskAccount | null>
  /** Who may act now: nobody while the desk is locked. */
  present(): Promise<DeskAccount | null>
  touch(): void
  signIn(account: DeskAccount): void
  signOut(): void
  lock(): void
  /** Forgets what it knew of accounts and rules, because they were changed. */
  refresh(): void
  /** Signs in the only account where it has no PIN or password. */
  begin(): Promise<void>
}

/** A file that was made and waits to be fetched. */
export interface MadeFile {
  name: string
  type: string
  bytes: Uint8Array
}

/** Turns a page of the application into a PDF of its exact size. */
export interface Printer {
  /**
   * @param path the document's address in the application, `/document.html?…`. The page sets `data-ready` on its root element
   *   once it is laid out, fonts included, or `data-failed` with what went wrong.
   * @param onProgress called with the number of papers of a bundle that are laid out, from the page's `data-progress`.
   * @throws PrinterMissing where nothing on this machine can print.
   */
  toPdf(path: string, onProgress?: (done: number) => void): Promise<Uint8Array>
  /** Draws a page as it stands on a screen `width` CSS pixels wide, whole, with two dots a pixel, as PNG. */
  toPng(path: string, width: number): Promise<Uint8Array>
  close(): Promise<void>
}

import type { Kysely, Transaction } from 'kysely'
import type { Logger } from 'pino'
import type { Tables } from '../db/tables.ts'

/** What every handler is given: the office's database, its clock, new ids, and who is acting. */
export interface HostContext {
  db: Kysely<Tables>
  dataDir: string
  /** Folder of the program: resources/ lies in it. */
  root: string
  /** The instant, as a Date; the office's wall clock is `officeNow`. Tests fix it. */
  clock: () => Date
  newId: () => string
  actor: string
  log: Logger
}

export type Tx = Transaction<Tables>
/** Either the database or an open transaction: for queries that serve both. */
export type Db = Kysely<Tables>

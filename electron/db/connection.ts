import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryCompiler,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
} from 'kysely'
import { DatabaseRefused, migrate } from './migrate.ts'
import { snakeCase } from './names.ts'
import { inOurWords } from './statements.ts'
import type { Tables } from './tables.ts'

export const DATABASE_NAME = 'yingbin.sqlite'

/** Slower statements than this, in ms, are logged by their text. */
const SLOW = 100

/** SQLite itself waits this long for another writer, ms, and the event loop with it; longer waits are ours, and free it. */
const SHORT_WAIT = 25
/** Longest wait for another host's transaction, ms. */
const LONGEST_WAIT = 10_000

export interface OpenOptions {
  dataDir: string
  migrations: string
  onSlow?: (sql: string, milliseconds: number) => void
}

/**
 * The database by two connections to one file: what is read waits for no act, however long that takes, and sees what was committed
 * last; what could write by mistake is refused by SQLite itself.
 */
export interface OpenedDatabase {
  /** Reads only. */
  db: Kysely<Tables>
  /** Begins transactions. */
  writer: Kysely<Tables>
  close(): Promise<void>
}

/**
 * Opens the office's database, making and migrating it where needed.
 * @throws DatabaseRefused for an unwritable folder, a damaged file or one of a newer program; the file is left untouched.
 */
export function openDatabase(options: OpenOptions): OpenedDatabase {
  const file = join(options.dataDir, DATABASE_NAME)
  makeWritable(file)
  migrate(file, options.migrations)
  const connect = (database: Database.Database) => {
    database.pragma(`busy_timeout = ${SHORT_WAIT}`)
    database.pragma('cache_size = -32000')
    return new Kysely<Tables>({
      dialect: new HouseDialect({ database: inOurWords(database) }),
      log: event => {
        if (event.queryDurationMillis > SLOW) options.onSlow?.(event.query.sql, event.queryDurationMillis)
      },
    })
  }
  const writing = new Database(file)
  writing.pragma('journal_mode = WAL')
  writing.pragma('synchronous = FULL')
  writing.pragma('foreign_keys = ON')
  const writer = connect(writing)
  const db = connect(new Database(file, { readonly: true }))
  return {
    db,
    writer,
    async close() {
      await db.destroy()
      await writer.destroy()
    },
  }
}

function makeWritable(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    accessSync(dirname(file), constants.W_OK)
    if (existsSync(file)) accessSync(file, constants.W_OK)
  } catch (error) {
    throw new DatabaseRefused('unwritable', file, { cause: error })
  }
}

/**
 * Names of the program become those of SQL while a query is written down, which costs nothing; Kysely's CamelCasePlugin would copy each
 * query for it. Transactions begin IMMEDIATE: a second host on the same file waits its turn at the start, without holding up its own
 * requests, instead of failing halfway when it first writes after it has read.
 */
class HouseDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0]
  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config)
    this.#config = config
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#config)
  }
  override createQueryCompiler(): QueryCompiler {
    return new SnakeCaseCompiler()
  }
}

class SnakeCaseCompiler extends SqliteQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(snakeCase(identifier))
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const end = Date.now() + LONGEST_WAIT
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
        return
      } catch (error) {
        if (!isBusy(error) || Date.now() > end) throw error
        await setTimeout(5 + Math.random() * 15)
      }
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_BUSY')

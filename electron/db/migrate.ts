import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { troubleOf } from './trouble.ts'

type RefusedReason = 'newer' | 'damaged' | 'unwritable' | 'diskFull' | 'busy'

/** Why a database file could not be opened; the window and the launcher turn the reason into a sentence. */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused'
  readonly reason: RefusedReason
  readonly file: string
  constructor(reason: RefusedReason, file: string, options?: ErrorOptions) {
    super(SENTENCES[reason](file), options)
    this.reason = reason
    this.file = file
  }
}

const SENTENCES = {
  newer: (file: string) =>
    `The database ${file} was written by a newer version of Yingbin. Update Yingbin, then start again. 数据库由更新版本的迎宾写入，请先更新程序。`,
  damaged: (file: string) =>
    `The database ${file} is damaged or is no Yingbin database. Put a backup copy in its place. 数据库已损坏或不是迎宾的数据库，请换上备份。`,
  unwritable: (file: string) =>
    `The database ${file} cannot be written. Choose another folder with --data DIR. 数据库无法写入，请用 --data 选择其他文件夹。`,
  diskFull: (file: string) =>
    `The disk is full: ${file} could not be brought to the new version, and is as it was. Make room, then start again. 磁盘已满，数据库未升级，内容没有变化。请清理磁盘后重新启动。`,
  busy: (file: string) =>
    `Another program holds ${file}. Close it there, then start again. 数据库正被其他程序占用，请关闭后重新启动。`,
}

/** What is wrong with disk or file, as the reason why the database is not opened. */
const REASONS = { DISK_FULL: 'diskFull', BUSY: 'busy', UNWRITABLE: 'unwritable' } as const

interface Migration {
  version: number
  file: string
}

/** The migrations of a folder in order: `0001_house.sql` is version 1. */
export function migrationsIn(folder: string): Migration[] {
  return readdirSync(folder)
    .filter(name => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map(name => ({ version: Number(name.slice(0, 4)), file: join(folder, name) }))
}

/**
 * Brings a database file to the newest version: one transaction a migration, after a copy of the file was put beside it
 * (`yingbin.sqlite.v1.bak`). An empty file starts at version 0. A newer or damaged database is refused and left untouched.
 */
export function migrate(file: string, folder: string): void {
  const migrations = migrationsIn(folder)
  const newest = migrations.at(-1)?.version ?? 0
  if (existsSync(file)) inspect(file, newest)
  let db: Database.Database | undefined
  try {
    db = new Database(file)
    bringUp(db, file, migrations)
  } catch (error) {
    const trouble = troubleOf(error)
    throw trouble ? new DatabaseRefused(REASONS[trouble], file, { cause: error }) : error
  } finally {
    db?.close()
  }
}

function bringUp(db: Database.Database, file: string, migrations: readonly Migration[]): void {
  const version = versionOf(db)
  const missing = migrations.filter(each => each.version > version)
  if (version > 0 && missing.length > 0) copy(db, `${file}.v${version}.bak`)
  for (const migration of missing) {
    db.transaction(() => {
      // Two hosts may start at once: whoever waited finds it done.
      if (versionOf(db) >= migration.version) return
      db.exec(readFileSync(migration.file, 'utf8'))
      db.pragma(`user_version = ${migration.version}`)
    }).immediate()
  }
}

const versionOf = (db: Database.Database) => db.pragma('user_version', { simple: true }) as number

/** Writes a whole copy, with what still stands in the log of writes (-wal); one that was begun and not ended is none. */
function copy(db: Database.Database, to: string): void {
  const begun = `${to}.part`
  rmSync(begun, { force: true })
  db.prepare('vacuum into ?').run(begun)
  renameSync(begun, to)
}

/** Looks at an existing file without writing to it. */
function inspect(file: string, newest: number): void {
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly: true, fileMustExist: true })
    const version = db.pragma('user_version', { simple: true }) as number
    if (version > newest) throw new DatabaseRefused('newer', file)
    const check = db.pragma('quick_check(1)', { simple: true })
    const foreign = version === 0 && db.prepare('SELECT count(*) AS n FROM sqlite_master').pluck().get() !== 0
    if (check !== 'ok' || foreign) throw new DatabaseRefused('damaged', file)
  } catch (error) {
    if (error instanceof DatabaseRefused) throw error
    throw new DatabaseRefused('damaged', file, { cause: error })
  } finally {
    db?.close()
  }
}

import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASE_NAME } from '../../electron/db/connection.ts'
import { DatabaseRefused, migrate, migrationsIn } from '../../electron/db/migrate.ts'
import { root, testOffice } from '../support/office.ts'

const migrations = join(root, 'electron', 'db', 'migrations')
const newest = migrationsIn(migrations).at(-1)?.version ?? 0
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yingbin-db-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const versionOf = (file: string) => {
  const db = new Database(file, { readonly: true })
  const version = db.pragma('user_version', { simple: true })
  db.close()
  return version
}

describe('migrations', () => {
  it('make a new file, with every table STRICT', () => {
    const file = join(folder, DATABASE_NAME)
    migrate(file, migrations)
    expect(versionOf(file)).toBe(newest)
    const db = new Database(file)
    const tables = db
      .prepare(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%' and name not like 'search%'",
      )
      .pluck()
      .all()
    expect(tables).toEqual([])
    db.close()
  })

  it.each(migrationsIn(migrations).map(each => each.version))(
    'bring a database of version %i to the newest, with a copy kept',
    version => {
      const older = join(folder, 'older')
      cpSync(migrations, older, { recursive: true })
      for (const each of migrationsIn(older)) if (each.version > version) rmSync(each.file)
      const file = join(folder, DATABASE_NAME)
      migrate(file, older)
      new Database(file)
        .exec(
          "insert into visit (id, code, title, starts_on, ends_on) values ('v', 'C', '保留', '2026-11-23', '2026-11-23')",
        )
        .close()
      // A next version, so that the way from the newest shipped one is tried as well.
      const next = join(folder, 'next')
      cpSync(migrations, next, { recursive: true })
      writeFileSync(
        join(next, `${String(newest + 1).padStart(4, '0')}_next.sql`),
        'create table next_thing (id text primary key) strict;',
      )
      migrate(file, next)
      expect(versionOf(file)).toBe(newest + 1)
      const db = new Database(file, { readonly: true })
      expect(db.prepare('select title from visit').pluck().get()).toBe('保留')
      db.close()
      expect(existsSync(`${file}.v${version}.bak`)).toBe(true)
      expect(versionOf(`${file}.v${version}.bak`)).toBe(version)
    },
  )

  it('copy first what only the log of writes holds, though another program still reads', () => {
    const file = join(folder, DATABASE_NAME)
    migrate(file, migrations)
    const older = new Database(file)
    older.pragma('journal_mode = WAL')
    older.pragma('wal_autocheckpoint = 0')
    const reading = new Database(file, { readonly: true })
    reading.exec('begin')
    reading.prepare('select count(*) from setting').get()
    older.exec("insert into setting (key, value, revision) values ('kept', '1', 1)")
    const next = join(folder, 'next')
    cpSync(migrations, next, { recursive: true })
    writeFileSync(join(next, `${String(newest + 1).padStart(4, '0')}_next.sql`), 'create table more (id text) strict;')
    migrate(file, next)
    reading.close()
    older.close()
    const copy = new Database(`${file}.v${newest}.bak`, { readonly: true })
    expect(copy.prepare("select value from setting where key = 'kept'").pluck().get()).toBe('1')
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
  })

  it('that find no room on the disk, or the file held, say so', () => {
    const file = join(folder, DATABASE_NAME)
    migrate(file, migrations)
    const next = join(folder, 'next')
    cpSync(migrations, next, { recursive: true })
    writeFileSync(
      join(next, `${String(newest + 1).padStart(4, '0')}_long.sql`),
      `pragma max_page_count = 1; create table long (id text) strict; insert into long
       with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000) select printf('%0500d', i) from n;`,
    )
    expect(() => migrate(file, next)).toThrow(DatabaseRefused)
    expect(() => migrate(file, next)).toThrow(/disk is full.*磁盘已满/)
    expect(versionOf(file)).toBe(newest)
  })

  it('that fail leave the database as it was', () => {
    const file = join(folder, DATABASE_NAME)
    migrate(file, migrations)
    const next = join(folder, 'next')
    cpSync(migrations, next, { recursive: true })
    writeFileSync(
      join(next, `${String(newest + 1).padStart(4, '0')}_bad.sql`),
      'create table half (id text) strict; select nonsense;',
    )
    expect(() => migrate(file, next)).toThrow()
    expect(versionOf(file)).toBe(newest)
    const db = new Database(file, { readonly: true })
    expect(db.prepare("select count(*) from sqlite_master where name = 'half'").pluck().get()).toBe(0)
    db.close()
  })

  it('refuse a newer, a damaged and a foreign file, and leave them untouched', () => {
    const file = join(folder, DATABASE_NAME)
    const cases: [string, () => void][] = [
      ['newer', () => new Database(file).exec('pragma user_version = 999').close()],
      ['damaged', () => writeFileSync(file, 'this is no database, only some text that goes on for a while')],
      ['damaged', () => new Database(file).exec('create table mine (id text)').close()],
    ]
    for (const [reason, make] of cases) {
      rmSync(file, { force: true })
      make()
      const before = readFileSync(file)
      const refused = (() => {
        try {
          migrate(file, migrations)
          return null
        } catch (error) {
          return error
        }
      })()
      expect(refused).toBeInstanceOf(DatabaseRefused)
      expect((refused as DatabaseRefused).reason).toBe(reason)
      expect(readFileSync(file).equals(before)).toBe(true)
      expect(readdirSync(folder)).toEqual([DATABASE_NAME])
    }
  })
})

describe('a connection', () => {
  it('is WAL, FULL, with foreign keys', async () => {
    const office = testOffice()
    const { sql } = await import('kysely')
    const pragma = async (name: string) =>
      Object.values((await sql.raw(`pragma ${name}`).execute(office.host.context.writer)).rows[0] as object)[0]
    expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('foreign_keys')]).toEqual([
      'wal',
      2,
      1,
    ])
    await office.close()
  })
})

describe('kill -9 in the middle of writes', () => {
  it('8 times: every answered save is there, the file is whole', async () => {
    const answered: string[] = []
    for (let round = 0; round < 8; round++) {
      // The kill comes a moment after so many answers: each round in another place.
      const most = 1 + 2 * round
      let here = 0
      const child = spawn(process.execPath, [join(root, 'tests', 'support', 'writer.ts'), folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await new Promise<void>(resolve => {
        let seen = ''
        child.stdout.on('data', (data: Buffer) => {
          seen += data.toString()
          const lines = seen.split('\n')
          seen = lines.pop() ?? ''
          answered.push(...lines)
          here += lines.length
          if (here >= most) setTimeout(() => child.kill('SIGKILL'), Math.random() * 25)
        })
        child.on('exit', () => resolve())
      })
    }
    const file = join(folder, DATABASE_NAME)
    const db = new Database(file)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    const there = new Set(db.prepare('select id from guest').pluck().all())
    expect(answered.length).toBeGreaterThanOrEqual(64)
    expect(answered.filter(id => !there.has(id))).toEqual([])
    const logged = db
      .prepare("select count(*) from change_log where entity = 'guest' and action = 'create'")
      .pluck()
      .get()
    expect(logged).toBe(there.size)
    db.close()
  })
})

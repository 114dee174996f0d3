import type Database from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import type { ColumnKind } from './columns.ts'
import { camelCase, snakeCase } from './names.ts'
import { descriptionOf, TABLE_NAMES } from './tables.ts'

/** Most statements that are kept prepared; lists of every length make new ones. */
const KEPT_STATEMENTS = 400

/**
 * The database in the program's own words, by the description of its tables: names are camel case, flags are booleans, JSON is what it
 * says. SQLite names the column that each result comes from, through joins, views and aliases; so this is worked out once when a
 * statement is prepared. Preparing costs as much as many a query: a statement is used again, the oldest go first.
 */
export function inOurWords(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: sql => {
      const known = kept.get(sql)
      if (known) return known
      const statement = speaking(database.prepare(sql))
      const [oldest] = kept.keys()
      if (kept.size >= KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest)
      kept.set(sql, statement)
      return statement
    },
  }
}

function speaking(statement: Database.Statement): SqliteStatement {
  if (!statement.reader)
    return {
      reader: false,
      run: parameters => statement.run(parameters.map(written)),
      all: () => [],
      iterate: () => [][Symbol.iterator](),
    }
  const columns = statement.columns().map(({ name, table, column }) => ({
    name: camelCase(name),
    read: READ[KINDS.get(table ?? '')?.get(column ?? '') ?? 'text'],
  }))
  const plain = statement.columns().every(({ name }, at) => columns[at]?.name === name && !columns[at].read)
  if (!plain) statement.raw()
  const row = (values: unknown): unknown => {
    if (plain) return values
    const fields: Record<string, unknown> = {}
    const list = values as unknown[]
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] as (typeof columns)[number]
      fields[column.name] = column.read ? column.read(list[at]) : list[at]
    }
    return fields
  }
  const given = (parameters: readonly unknown[]) => parameters.map(written)
  return {
    reader: true,
    run: parameters => statement.run(given(parameters)),
    all: parameters => {
      const rows = statement.all(given(parameters))
      return plain ? rows : rows.map(row)
    },
    iterate: function* (parameters) {
      for (const values of statement.iterate(given(parameters))) yield row(values)
    },
  }
}

/** How a value of a kind is read; null stays null. */
const READ: Partial<Record<ColumnKind, (value: unknown) => unknown>> = {
  flag: value => (value === null ? null : value === 1),
  json: value => (value === null ? null : JSON.parse(String(value))),
}

/** What columns hold, by the names that SQL has for table and column. */
const KINDS: ReadonlyMap<string, ReadonlyMap<string, ColumnKind>> = new Map(
  TABLE_NAMES.map(name => [
    snakeCase(name),
    new Map(Object.entries(descriptionOf(name).columns).map(([column, { kind }]) => [snakeCase(column), kind])),
  ]),
)

/** A value as SQLite keeps it: flags as 0 and 1, lists and objects as JSON. */
const written = (value: unknown): unknown => {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? JSON.stringify(value) : value
}

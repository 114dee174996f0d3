import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Column, ColumnKind } from '../../electron/db/columns.ts'
import { camelCase, snakeCase } from '../../electron/db/names.ts'
import { descriptionOf, ownersIn, TABLE_NAMES } from '../../electron/db/tables.ts'
import { SENSITIVE_FIELDS } from '../../shared/domain/visit.ts'
import { type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
beforeAll(() => {
  office = testOffice()
})
afterAll(() => office.close())

async function rows<Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return (await statement.execute(office.host.context.db)).rows
}

interface SqlColumn {
  name: string
  type: string
  notnull: number
  default: string | null
  pk: number
}

const columnsOf = (table: string) =>
  rows(
    sql<SqlColumn>`select name, type, "notnull", dflt_value as "default", pk from pragma_table_info(${snakeCase(table)})`,
  )

describe('the description of the tables', () => {
  it('has every table of the database, and no other', async () => {
    const there = await rows(
      sql<{
        name: string
      }>`select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'`,
    )
    expect(there.map(({ name }) => camelCase(name)).sort()).toEqual(TABLE_NAMES.toSorted())
  })

  it.each(TABLE_NAMES)('has every column of %s, and says of it what SQL says', async table => {
    const there = await columnsOf(table)
    const inSql = Object.fromEntries(
      there.map(column => [camelCase(column.name), { stored: column.type, filled: filledBySql(column, there) }]),
    )
    const described = Object.fromEntries(
      Object.entries(descriptionOf(table).columns).map(([name, { kind, filled }]) => [
        name,
        { stored: STORED[kind], filled },
      ]),
    )
    expect(described).toEqual(inSql)
  })

  it.each(TABLE_NAMES)('knows the flags, the lists, the days and the moments of %s', async table => {
    const [made] = await rows(sql<{ sql: string }>`select sql from sqlite_master where name = ${snakeCase(table)}`)
    const inSql = Object.fromEntries(
      (await columnsOf(table)).map(({ name }) => [camelCase(name), checkedAs(name, made?.sql ?? '')]),
    )
    const described = Object.fromEntries(
      Object.entries(descriptionOf(table).columns).map(([name, { kind }]) => [
        name,
        AS_TEXT[`${table}.${name}`] ?? kind,
      ]),
    )
    expect(described).toEqual(inSql)
  })

  it('knows to which row another belongs, and makes owners before what they own', async () => {
    for (const [at, table] of TABLE_NAMES.entries()) {
      const keys = await rows(
        sql<{ from: string; table: string }>`select "from", "table" from pragma_foreign_key_list(${snakeCase(table)})`,
      )
      for (const { column, owner } of ownersIn(table)) {
        expect(keys).toContainEqual({ from: snakeCase(column), table: snakeCase(owner) })
        expect(TABLE_NAMES.slice(0, at)).toContain(owner)
      }
    }
  })

  it('calls sensitive what wants a consent, and nothing else', () => {
    const sensitive = TABLE_NAMES.flatMap(table =>
      Object.entries(descriptionOf(table).columns).flatMap(([name, { personal }]) =>
        personal === 'sensitive' ? [`${table}.${name}`] : [],
      ),
    )
    expect(sensitive.sort()).toEqual(SENSITIVE_FIELDS.map(field => `guest.${field}`).sort())
  })
})

/** Where the two differ on purpose: what SQL holds to more, or to less, than the program reads it as. */
const AS_TEXT: Partial<Record<string, ColumnKind>> = {
  'setting.value': 'json',
  'planVersion.submittedAt': 'text',
  'attachment.addedAt': 'text',
}

const STORED: Record<ColumnKind, string> = {
  text: 'TEXT',
  day: 'TEXT',
  moment: 'TEXT',
  json: 'TEXT',
  number: 'INTEGER',
  flag: 'INTEGER',
}

function filledBySql(column: SqlColumn, all: readonly SqlColumn[]): Column['filled'] {
  const counts = column.type === 'INTEGER' && column.pk > 0 && all.every(each => each === column || each.pk === 0)
  if (column.default !== null || counts) return 'default'
  return column.notnull || column.pk ? 'given' : 'null'
}

/** What SQL holds a column to. */
function checkedAs(name: string, table: string): ColumnKind {
  const line = table
    .split('\n')
    .filter(each => new RegExp(`\\b${name}\\b`).test(each))
    .join('\n')
  if (new RegExp(`${name} IN \\(0, 1\\)`).test(line)) return 'flag'
  if (new RegExp(`json_(valid|type)\\(${name}\\)`).test(line)) return 'json'
  if (new RegExp(`date\\(${name}\\)`).test(line)) return 'day'
  if (new RegExp(`strftime\\('%Y-%m-%dT%H:%M', ${name}\\)`).test(line)) return 'moment'
  return new RegExp(`\\b${name} INTEGER`).test(line) ? 'number' : 'text'
}

import type { ColumnType } from 'kysely'

/**
 * How much a text says of a person: who somebody is, how to reach them, what wants a consent (PIPL, article 28), words in which
 * anything may stand, or nothing.
 */
export type Personal = 'identity' | 'contact' | 'sensitive' | 'free' | 'none'

/** What a column holds. A flag is kept as 0 and 1, JSON as text; rows have them as booleans, lists and objects. */
export type ColumnKind = 'text' | 'day' | 'moment' | 'number' | 'flag' | 'json'

/** Must it be given when a row is made, or does SQL fill it: with its default, or with null? */
export type Filled = 'given' | 'default' | 'null'

/** One column of a table: what it holds, and what its rows speak of as `Value`. */
export interface Column<Value = unknown, Fill extends Filled = Filled> {
  readonly kind: ColumnKind
  readonly filled: Fill
  readonly personal: Personal
  /** The table whose rows own this one: they are not taken back as long as it is there. */
  readonly owner?: string
  /** Names the type only; never there. */
  readonly value?: Value
}

/** A table's columns as Kysely sees them. */
export type TableOf<Columns> = {
  [Name in keyof Columns]: Columns[Name] extends Column<infer Value, infer Fill>
    ? Fill extends 'given'
      ? ColumnType<Value, Value, Value>
      : Fill extends 'default'
        ? ColumnType<Value, Value | undefined, Value>
        : ColumnType<Value | null, Value | null | undefined, Value | null>
    : never
}

const column = <Value>(kind: ColumnKind, personal: Personal = 'none'): Column<Value, 'default'> => ({
  kind,
  personal,
  filled: 'default',
})

// Columns begin with a default in SQL; `given` and `orNull` say otherwise.
export const text = (personal: Personal) => column<string>('text', personal)
/** One of a few words. */
export const oneOf = <Word extends string>() => column<Word>('text')
export const number = () => column<number>('number')
export const flag = () => column<boolean>('flag')
export const json = <Value>() => column<Value>('json')
/** `YYYY-MM-DD`. */
export const day = () => column<string>('day')
/** Office-local wall clock, `YYYY-MM-DDTHH:mm`. */
export const moment = () => column<string>('moment')

/** Has no default: a new row must bring it. */
export const given = <Value>(of: Column<Value>): Column<Value, 'given'> => ({ ...of, filled: 'given' })

/** Null where nobody said. */
export const orNull = <Value>(of: Column<Value>): Column<Value, 'null'> => ({ ...of, filled: 'null' })

/** The row's own id. */
export const id = () => given(text('none'))

/** The id of a row elsewhere. */
export const ref = () => text('none')

/** The id of the row that this one belongs to. */
export const ownedBy = (owner: string): Column<string, 'default'> => ({ ...ref(), owner })

/** A number that SQLite counts by itself. */
export const serial = () => number()

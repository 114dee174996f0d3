import { sql } from 'kysely'
import type { Db, DeskAccount } from '../acts/context.ts'

const accounts = (db: Db) =>
  db
    .selectFrom('account as a')
    .leftJoin('accountSecret as s', 's.accountId', 'a.id')
    .select(['a.id', 'a.name', 'a.role', 'a.revision', sql<number>`s.account_id is not null`.as('hasSecret')])
    .where('a.removed', '=', false)

const told = <R extends { hasSecret: number }>(row: R) => ({ ...row, hasSecret: row.hasSecret === 1 })

export async function listAccounts(db: Db): Promise<DeskAccount[]> {
  return (await accounts(db).orderBy('a.id').execute()).map(told)
}

export async function accountById(db: Db, id: string): Promise<DeskAccount | undefined> {
  const row = await accounts(db).where('a.id', '=', id).executeTakeFirst()
  return row && told(row)
}

export function secretOf(db: Db, accountId: string) {
  return db.selectFrom('accountSecret').selectAll().where('accountId', '=', accountId).executeTakeFirst()
}

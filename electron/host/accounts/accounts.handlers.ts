import { ORPCError } from '@orpc/server'
import { accounts as accountsContract } from '../../../shared/contract/accounts.ts'
import type { AccountRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Db, DeskAccount, HostContext, Tx } from '../acts/context.ts'
import { forbidden, notAllowed, notFound } from '../acts/errors.ts'
import { insertRow, perform, seen, updateRow } from '../acts/recorded.ts'
import { rulesOf } from '../rules/rules.queries.ts'
import { accountById, listAccounts, secretOf } from './accounts.queries.ts'
import { opensSecret, sealSecret } from './secrets.ts'

/** Wrong tries in a row until one has to wait; every further one doubles the wait, up to a quarter of an hour. */
const FREE_TRIES = 3
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 900_000
/** Tries for one account that may wait for each other at a time. */
const MOST_WAITING = 5

/** Makes the first administrator of a new office, without a PIN or password. */
export async function firstAccount(context: HostContext): Promise<void> {
  await context.writer.transaction().execute(async tx => {
    if (await tx.selectFrom('account').select('id').executeTakeFirst()) return
    await tx.insertInto('account').values({ id: context.newId(), name: context.actor, role: 'administrator' }).execute()
  })
}

export async function desk(context: HostContext) {
  const present = await context.desk.present()
  const account = await context.desk.account()
  const all = await listAccounts(context.db)
  return {
    account,
    locked: account !== null && present === null,
    lockMinutes: (await rulesOf(context.db)).lockMinutes,
    isOpen: all.some(each => each.role === 'administrator' && !each.hasSecret),
  }
}

export const list = (context: HostContext) => listAccounts(context.db)

export async function signIn(context: HostContext, input: InputOf<typeof accountsContract.signIn>) {
  const account = await accountById(context.db, input.accountId)
  if (!account) throw notFound('account', input.accountId)
  await checkSecret(context, account.id, input.secret)
  context.desk.signIn(account)
  return { account }
}

export async function signOut(context: HostContext) {
  context.desk.signOut()
  return {}
}

export async function lock(context: HostContext) {
  if (context.account?.hasSecret) context.desk.lock()
  return {}
}

export async function touch(context: HostContext) {
  if (context.account) context.desk.touch()
  return {}
}

export async function create(context: HostContext, input: InputOf<typeof accountsContract.create>) {
  const sealed = input.secret === null ? null : await sealSecret(input.secret)
  return perform(context, async (tx, act) => {
    await nameIsFree(tx, input.name, null)
    const row = await insertRow(tx, act, 'account', { id: context.newId(), name: input.name, role: input.role })
    if (sealed) await keepSecret(tx, row.id, sealed)
    return { account: told(row, sealed !== null) }
  })
}

export async function update(context: HostContext, input: InputOf<typeof accountsContract.update>) {
  const answer = await perform(context, async (tx, act) => {
    const before = await accountOf(tx, input.id)
    const hasSecret = (await secretOf(tx, before.id)) !== undefined
    await seen('account', before, input.revision, () => told(before, hasSecret))
    if (input.patch.name) await nameIsFree(tx, input.patch.name, before.id)
    if (input.patch.role && input.patch.role !== 'administrator') await anotherAdministrator(tx, before)
    return { account: told(await updateRow(tx, act, 'account', before, input.patch), hasSecret) }
  })
  context.desk.refresh()
  return answer
}

export async function setSecret(context: HostContext, input: InputOf<typeof accountsContract.setSecret>) {
  const own = context.account?.id === input.id
  if (!own && context.account?.role !== 'administrator') throw forbidden('manage')
  const row = await accountOf(context.db, input.id)
  if (own) await checkSecret(context, input.id, input.old)
  const sealed = input.secret === null ? null : await sealSecret(input.secret)
  // A transaction waits its turn where another PC writes to the file.
  await context.writer.transaction().execute(async tx => {
    if (sealed) await keepSecret(tx, row.id, sealed)
    else await tx.deleteFrom('accountSecret').where('accountId', '=', row.id).execute()
  })
  context.desk.refresh()
  if (own) context.desk.touch()
  return { account: told(row, input.secret !== null) }
}

export async function remove(context: HostContext, input: InputOf<typeof accountsContract.remove>) {
  await perform(context, async (tx, act) => {
    const row = await accountOf(tx, input.id)
    await anotherAdministrator(tx, row)
    await updateRow(tx, act, 'account', row, { removed: true })
    return {}
  })
  context.desk.refresh()
  return {}
}

/**
 * Wrong tries are counted in the file, so that starting the program again does not help; and before the try, so that a hundred at once
 * are a hundred tries. One at a time is tried for each account: what waits longer than `MOST_WAITING` is told to wait.
 * @throws WRONG_SECRET, WAIT
 */
async function checkSecret(context: HostContext, accountId: string, secret: string): Promise<void> {
  const turns = turnsOf(context.db)
  const before = turns.get(accountId) ?? { waiting: 0, last: Promise.resolve() }
  if (before.waiting >= MOST_WAITING) throw mustWait(1000)
  const mine = before.last.then(() => tryOnce(context, accountId, secret))
  const turn = { waiting: before.waiting + 1, last: mine.catch(() => undefined) }
  turns.set(accountId, turn)
  void turn.last.then(() => {
    const now = turns.get(accountId)
    if (now === turn) turns.delete(accountId)
    else if (now) now.waiting--
  })
  await mine
}

interface Turn {
  waiting: number
  last: Promise<void>
}

const turnsByOffice = new WeakMap<HostContext['db'], Map<string, Turn>>()

function turnsOf(db: HostContext['db']): Map<string, Turn> {
  const known = turnsByOffice.get(db) ?? new Map<string, Turn>()
  turnsByOffice.set(db, known)
  return known
}

async function tryOnce(context: HostContext, accountId: string, secret: string): Promise<void> {
  const counted = await countTry(context, accountId)
  if (!counted) return
  if ('wait' in counted) throw mustWait(counted.wait)
  const { sealed, tries, penalty } = counted
  if (await opensSecret(secret, sealed)) {
    await context.writer.transaction().execute(tx => keepTries(tx, accountId, 0, ''))
    return
  }
  if (penalty > 0) throw mustWait(penalty)
  throw new ORPCError('WRONG_SECRET', { status: 403, data: { triesLeft: FREE_TRIES - tries } })
}

/** Takes a try as wrong before it is looked at; null where there is nothing to be guessed. */
function countTry(context: HostContext, accountId: string) {
  return context.writer.transaction().execute(async tx => {
    const sealed = await secretOf(tx, accountId)
    if (!sealed) return null
    const now = context.clock().getTime()
    const asked = sealed.waitUntil === '' ? 0 : new Date(sealed.waitUntil).getTime() - now
    // A clock that ran ahead once does not lock anybody out for a year.
    const wait = Math.min(asked, LONGEST_WAIT)
    if (asked > wait) await keepTries(tx, accountId, sealed.wrongTries, new Date(now + wait).toISOString())
    if (wait > 0) return { wait }
    const tries = sealed.wrongTries + 1
    const penalty = tries < FREE_TRIES ? 0 : Math.min(FIRST_WAIT * 2 ** Math.min(tries - FREE_TRIES, 10), LONGEST_WAIT)
    await keepTries(tx, accountId, tries, penalty === 0 ? '' : new Date(now + penalty).toISOString())
    return { sealed, tries, penalty }
  })
}

async function keepTries(tx: Tx, accountId: string, tries: number, waitUntil: string): Promise<void> {
  await tx
    .updateTable('accountSecret')
    .set({ wrongTries: tries, waitUntil: waitUntil })
    .where('accountId', '=', accountId)
    .execute()
}

const mustWait = (milliseconds: number) =>
  new ORPCError('WAIT', { status: 429, data: { seconds: Math.ceil(milliseconds / 1000) } })

async function keepSecret(tx: Tx, accountId: string, sealed: { salt: string; hash: string }) {
  const values = { ...sealed, wrongTries: 0, waitUntil: '' }
  await tx
    .insertInto('accountSecret')
    .values({ accountId, ...values })
    .onConflict(conflict => conflict.column('accountId').doUpdateSet(values))
    .execute()
}

async function accountOf(db: Db, id: string): Promise<AccountRow> {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!row) throw notFound('account', id)
  return row
}

/** @throws NOT_ALLOWED nameTaken */
async function nameIsFree(tx: Tx, name: string, exceptId: string | null): Promise<void> {
  const other = (await listAccounts(tx)).find(each => each.name === name)
  if (other && other.id !== exceptId) throw notAllowed('accountNameTaken')
}

/** An office without an administrator could never be set up again. @throws NOT_ALLOWED lastAdministrator */
async function anotherAdministrator(tx: Tx, row: AccountRow): Promise<void> {
  if (row.role !== 'administrator') return
  const others = (await listAccounts(tx)).filter(each => each.role === 'administrator' && each.id !== row.id)
  if (others.length === 0) throw notAllowed('lastAdministrator')
}

const told = ({ removed: _, ...row }: AccountRow, hasSecret: boolean): DeskAccount => ({ ...row, hasSecret })

/** What this file answers of the contract's `accounts`. */
export const accountsAnswers = answers(accountsContract, {
  desk,
  list,
  signIn,
  signOut,
  lock,
  touch,
  create,
  update,
  setSecret,
  remove,
})

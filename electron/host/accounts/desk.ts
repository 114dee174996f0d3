import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Desk, DeskAccount } from '../acts/context.ts'
import { rulesOf } from '../rules/rules.queries.ts'
import { accountById, listAccounts } from './accounts.queries.ts'

/** How long a look at the account is good for, ms: another host on the same file may change or remove it. */
const KNOWN_FOR = 10_000

/**
 * Who is at this PC's desk. The desk is one person's at a time, for every window of this host; who has a PIN or password is
 * locked out after some minutes without a touch, whatever the window does.
 */
export class DeskOfThisPc implements Desk {
  #db: Kysely<Tables>
  #clock: () => Date
  #accountId: string | null = null
  #isLocked = false
  #touchedAt = 0
  #lockAfter = Number.POSITIVE_INFINITY
  #known: { account: DeskAccount | null; at: number } | null = null

  constructor(db: Kysely<Tables>, clock: () => Date) {
    this.#db = db
    this.#clock = clock
  }

  /** Who was at the desk last, locked or not; null while nobody has signed in. */
  async account(): Promise<DeskAccount | null> {
    if (this.#accountId === null) return null
    const now = this.#clock().getTime()
    if (!this.#known || Math.abs(now - this.#known.at) > KNOWN_FOR) {
      this.#known = { account: (await accountById(this.#db, this.#accountId)) ?? null, at: now }
      this.#lockAfter = (await rulesOf(this.#db)).lockMinutes * 60_000
    }
    if (this.#known.account === null) this.#accountId = null
    return this.#known.account
  }

  /** Who may act now: nobody while the desk is locked, by hand or by the time since it was touched. */
  async present(): Promise<DeskAccount | null> {
    const account = await this.account()
    const untouched = this.#clock().getTime() - this.#touchedAt
    // A clock that is set back does not keep the desk open.
    if (account?.hasSecret && (untouched >= this.#lockAfter || untouched < -KNOWN_FOR)) this.#isLocked = true
    return this.#isLocked ? null : account
  }

  get isLocked(): boolean {
    return this.#isLocked
  }

  touch(): void {
    this.#touchedAt = this.#clock().getTime()
  }

  signIn(account: DeskAccount): void {
    this.#accountId = account.id
    this.#isLocked = false
    this.#known = null
    this.touch()
  }

  signOut(): void {
    this.#accountId = null
    this.#isLocked = false
    this.#known = null
  }

  lock(): void {
    this.#isLocked = true
  }

  /** Forgets what it knew of accounts and rules: they were changed. */
  refresh(): void {
    this.#known = null
  }

  /** Whoever starts the program with only one account, and no PIN or password on it, need not sign in. */
  async begin(): Promise<void> {
    const accounts = await listAccounts(this.#db)
    const only = accounts[0]
    if (accounts.length === 1 && only && !only.hasSecret) this.signIn(only)
  }
}

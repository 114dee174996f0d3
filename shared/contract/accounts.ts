import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ROLES } from '../domain/roles.ts'
import { NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { id, required, revision } from './fields.ts'

export const account = z.object({
  id,
  name: z.string(),
  role: z.enum(ROLES),
  /** Is there a PIN or password? Without one, anybody at this PC can be this person. */
  hasSecret: z.boolean(),
  revision,
})
export type Account = z.infer<typeof account>

/** PIN or password: 4 to 100 characters. */
const secret = z.string().min(4, { error: 'secretTooShort' }).max(100, { error: 'tooLong' })

/** The tries are used up, or the wait is not over. */
const WAIT = { status: 429, data: z.object({ seconds: z.int() }) }
const WRONG_SECRET = { status: 403, data: z.object({ triesLeft: z.int() }) }

/** Local accounts. The desk of this PC is one person's at a time: who has signed in acts until signing out or the lock.
 * Changes to accounts stand: a password that went with an account does not come back. */
export const accounts = {
  /** Who is at the desk, and whether it is locked. */
  desk: oc.output(
    z.object({
      account: account.nullable(),
      locked: z.boolean(),
      /** Minutes without a touch after which it locks; only for accounts with a PIN or password. */
      lockMinutes: z.int(),
      /** Nobody has set a PIN or password yet: everybody at this PC is the administrator. */
      isOpen: z.boolean(),
    }),
  ),
  list: oc.output(z.array(account)),
  /** Signs in, or unlocks. An account without a PIN or password takes none. */
  signIn: oc
    .errors({ NOT_FOUND, WRONG_SECRET, WAIT })
    .input(z.object({ accountId: id, secret: z.string().max(100) }))
    .output(z.object({ account })),
  signOut: oc.output(z.object({})),
  lock: oc.output(z.object({})),
  /** Somebody is still there: puts the lock off. */
  touch: oc.output(z.object({})),
  create: oc
    .errors({ NOT_ALLOWED })
    .input(z.object({ name: required(60), role: z.enum(ROLES), secret: secret.nullable() }))
    .output(z.object({ account })),
  update: oc
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(z.object({ id, revision, patch: z.object({ name: required(60), role: z.enum(ROLES) }).partial() }))
    .output(z.object({ account })),
  /** Sets or takes away a PIN or password; one's own, or anybody's as administrator. */
  setSecret: oc
    .errors({ NOT_FOUND, NOT_ALLOWED, WRONG_SECRET, WAIT })
    .input(z.object({ id, old: z.string().max(100), secret: secret.nullable() }))
    .output(z.object({ account })),
  /** The last administrator stays: NOT_ALLOWED lastAdministrator. */
  remove: oc.errors({ NOT_FOUND, NOT_ALLOWED }).input(z.object({ id })).output(z.object({})),
}

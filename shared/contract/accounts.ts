import { z } from 'zod'
import { ROLES } from '../domain/roles.ts'
import { NOT_ALLOWED, NOT_FOUND, REFUSALS, STALE } from './errors.ts'
import { id, required, revision } from './fields.ts'
import { asks, patchOf } from './procedure.ts'

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
const { WAIT, WRONG_SECRET } = REFUSALS

/** Local accounts. The desk of this PC is one person's at a time: who has signed in acts until signing out or the lock.
 * Changes to accounts stand: a password that went with an account does not come back. */
export const accounts = {
  /** Who is at the desk, and whether it is locked. */
  desk: asks('open').output(
    z.object({
      account: account.nullable(),
      locked: z.boolean(),
      /** Minutes without a touch after which it locks; only for accounts with a PIN or password. */
      lockMinutes: z.int(),
      /** An administrator has no PIN or password: everybody at this PC can act as one. */
      isOpen: z.boolean(),
    }),
  ),
  list: asks('open').output(z.array(account)),
  /** Signs in, or unlocks. An account without a PIN or password takes none. */
  signIn: asks('open')
    .errors({ NOT_FOUND, WRONG_SECRET, WAIT })
    .input(z.object({ accountId: id, secret: z.string().max(100) }))
    .output(z.object({ account })),
  signOut: asks('open').output(z.object({})),
  lock: asks('read').output(z.object({})),
  /** Somebody is still there: puts the lock off. */
  touch: asks('read').output(z.object({})),
  create: asks('manage')
    .errors({ NOT_ALLOWED })
    .input(z.object({ name: required(60), role: z.enum(ROLES), secret: secret.nullable() }))
    .output(z.object({ account })),
  update: asks('manage')
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(z.object({ id, revision, patch: patchOf(z.object({ name: required(60), role: z.enum(ROLES) })) }))
    .output(z.object({ account })),
  /** Sets or takes away a PIN or password; one's own, or anybody's as administrator. */
  setSecret: asks('read')
    .errors({ NOT_FOUND, NOT_ALLOWED, WRONG_SECRET, WAIT })
    .input(z.object({ id, old: z.string().max(100), secret: secret.nullable() }))
    .output(z.object({ account })),
  /** The last administrator stays: NOT_ALLOWED lastAdministrator. */
  remove: asks('manage').errors({ NOT_FOUND, NOT_ALLOWED }).input(z.object({ id })).output(z.object({})),
}

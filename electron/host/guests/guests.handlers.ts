import { setImmediate as breathe } from 'node:timers/promises'
import type { Guest } from '../../../shared/contract/guests.ts'
import { guests as guestsContract } from '../../../shared/contract/guests.ts'
import { may } from '../../../shared/domain/roles.ts'
import { SENSITIVE_FIELDS, type SensitiveField } from '../../../shared/domain/visit.ts'
import type { GuestRow, NewRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { forbidden, notAllowed, notFound } from '../acts/errors.ts'
import { deleteRow, followUp, insertRow, newAct, perform, recordLook, seen, updateRow } from '../acts/recorded.ts'
import { latinNameOf } from '../acts/search.text.ts'
import { visitOf } from '../visits/visits.queries.ts'
import { findGuests, guestsOfVisit, isSensitive, nextPosition, toGuest } from './guests.queries.ts'

export async function list(context: HostContext, input: InputOf<typeof guestsContract.list>): Promise<Guest[]> {
  return (await guestsOfVisit(context.db, input.visitId)).map(toGuest)
}

export function add(context: HostContext, input: InputOf<typeof guestsContract.add>) {
  return perform(context, async (tx, act) => {
    await visitOf(tx, input.visitId)
    const position = await nextPosition(tx, input.visitId)
    const row = await insertGuest(context, tx, act, { ...input.guest, visitId: input.visitId, position })
    if (row.isHead) await onlyHead(tx, act, row)
    return { guest: toGuest(row) }
  })
}

export function update(context: HostContext, input: InputOf<typeof guestsContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await guestOf(tx, input.id)
    await seen('guest', before, input.revision, () => toGuest(before))
    if (
      SENSITIVE_FIELDS.some(field => input.patch[field] !== undefined) &&
      !may(context.account?.role ?? null, 'sensitive')
    )
      throw forbidden('sensitive')
    // A consent taken back takes along what it was for.
    const erased = input.patch.consentOn === null ? { health: '', religion: '', ethnicity: '', consentBy: '' } : {}
    const after = await updateRow(tx, act, 'guest', before, { ...input.patch, ...erased })
    // A file of an older version may hold what was never consented to: the rest of such a guest can be changed all the same.
    if ([...SENSITIVE_FIELDS, 'consentOn' as const].some(field => input.patch[field] !== undefined)) withConsent(after)
    if (input.patch.isHead) await onlyHead(tx, act, after)
    return { guest: toGuest(after) }
  })
}

/** Health, religion and ethnicity are kept with the person's consent only (PIPL, article 28 ff.). @throws NOT_ALLOWED consentMissing */
function withConsent(row: Partial<Pick<NewGuestRow, SensitiveField | 'consentOn'>>): void {
  if (isSensitive(row) && !row.consentOn) throw notAllowed('consentMissing')
}

export async function sensitive(context: HostContext, input: InputOf<typeof guestsContract.sensitive>) {
  const guest = await guestOf(context.db, input.id)
  const { health, religion, ethnicity } = guest
  await context.writer.transaction().execute(tx => recordLook(tx, newAct(context), 'guest', guest))
  return { health, religion, ethnicity }
}

/** A delegation has one head: whoever was it before steps back. */
async function onlyHead(tx: Tx, act: Act, head: GuestRow): Promise<void> {
  for (const other of await guestsOfVisit(tx, head.visitId)) {
    if (other.isHead && other.id !== head.id) await updateRow(tx, act, 'guest', other, { isHead: false })
  }
}

export function reorder(context: HostContext, input: InputOf<typeof guestsContract.reorder>) {
  return perform(context, async (tx, act) => {
    const moved = await guestOf(tx, input.id)
    const order = (await guestsOfVisit(tx, moved.visitId)).filter(row => row.id !== moved.id)
    order.splice(input.to, 0, moved)
    for (const [index, row] of order.entries()) await updateRow(tx, act, 'guest', row, { position: index + 1 })
    return {}
  })
}

export function remove(context: HostContext, input: InputOf<typeof guestsContract.remove>) {
  return perform(context, async (tx, act) => {
    const rows = await findGuests(tx, input.ids)
    const missing = input.ids.find(id => !rows.some(row => row.id === id))
    if (missing) throw notFound('guest', missing)
    for (const row of rows) await deleteRow(tx, act, 'guest', row)
    return {}
  })
}

/** How many guests are saved between two reports of progress: few enough that nothing waits 50 ms. */
const CHUNK = 25

type ImportEvent = { kind: 'progress'; done: number; total: number } | { kind: 'saved'; actId: string; count: number }

/**
 * Saves a whole list in one transaction, reporting as it goes. When the receiver stops listening, or the request is aborted, the
 * transaction is rolled back and nothing stays.
 */
export async function* importAll(
  context: HostContext,
  input: InputOf<typeof guestsContract.importAll>,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportEvent, void, void> {
  const act = newAct(context)
  const total = input.guests.length
  const transaction = await context.writer.startTransaction().execute()
  let committed = false
  try {
    await visitOf(transaction, input.visitId)
    let position = await nextPosition(transaction, input.visitId)
    let head: GuestRow | undefined
    for (const [index, guest] of input.guests.entries()) {
      if (index % CHUNK === 0) {
        yield { kind: 'progress', done: index, total }
        await breathe()
        if (signal?.aborted) return
      }
      const isHead = guest.isHead === true && !head
      const fields = { ...guest, isHead, visitId: input.visitId, position: position++ }
      const row = await insertGuest(context, transaction, act, fields)
      if (row.isHead) head = row
    }
    if (head) await onlyHead(transaction, act, head)
    await followUp(context, transaction, act)
    await transaction.commit().execute()
    committed = true
    yield { kind: 'saved', actId: act.id, count: total }
  } finally {
    if (!committed) await transaction.rollback().execute()
  }
}

type NewGuestRow = NewRow<'guest'>

/** Makes a guest: a Chinese name gets its Latin one. @throws NOT_ALLOWED consentMissing */
export async function insertGuest(
  context: HostContext,
  tx: Tx,
  act: Act,
  guest: Omit<NewGuestRow, 'id'> & { id?: string },
): Promise<GuestRow> {
  withConsent(guest)
  return insertRow(tx, act, 'guest', {
    ...guest,
    id: guest.id ?? context.newId(),
    latinName: guest.latinName || latinNameOf(guest.name),
  })
}

async function guestOf(tx: Db, id: string): Promise<GuestRow> {
  const [row] = await findGuests(tx, [id])
  if (!row) throw notFound('guest', id)
  return row
}

/** What this file answers of the contract's `guests`. */
export const guestsAnswers = answers(guestsContract, { list, sensitive, add, update, reorder, remove, importAll })

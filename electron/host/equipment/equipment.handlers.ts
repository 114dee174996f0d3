import type { Movable } from '../../../shared/contract/equipment.ts'
import { equipment as equipmentContract } from '../../../shared/contract/equipment.ts'
import { mostOut } from '../../../shared/domain/booking/equipment.ts'
import type { MovableRow, NewRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { nameIsFree } from '../acts/names.ts'
import { insertRow, perform, seen, updateRow } from '../acts/recorded.ts'
import { officeNow } from '../office/office.queries.ts'
import { left as leftFor } from './lending.ts'

export async function list(context: HostContext): Promise<Movable[]> {
  const rows = await context.db.selectFrom('movable').selectAll().where('removed', '=', false).orderBy('name').execute()
  return rows
}

export function create(context: HostContext, input: Omit<NewRow<'movable'>, 'id'>) {
  return perform(context, async (tx, act) => {
    await nameIsFree(tx, 'movable', input.name)
    return { movable: await insertRow(tx, act, 'movable', { ...input, id: context.newId() }) }
  })
}

export function update(context: HostContext, input: InputOf<typeof equipmentContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await movableOf(tx, input.id)
    await seen('movable', before, input.revision)
    if (input.patch.name) await nameIsFree(tx, 'movable', input.patch.name, { exceptId: before.id })
    const quantity = input.patch.quantity ?? before.quantity
    if (quantity < before.quantity && (await promisedFromNow(context, tx, before.id)) > quantity)
      throw notAllowed('promised')
    return { movable: await updateRow(tx, act, 'movable', before, input.patch) }
  })
}

export function remove(context: HostContext, input: InputOf<typeof equipmentContract.remove>) {
  return perform(context, async (tx, act) => {
    const row = await movableOf(tx, input.id)
    if ((await promisedFromNow(context, tx, row.id)) > 0) throw notAllowed('promised')
    await updateRow(tx, act, 'movable', row, { removed: true })
    return {}
  })
}

export async function left(
  context: HostContext,
  input: InputOf<typeof equipmentContract.left>,
): Promise<{ movableId: string; left: number }[]> {
  const rows = await context.db.selectFrom('movable').selectAll().where('removed', '=', false).execute()
  const answers: { movableId: string; left: number }[] = []
  for (const row of rows)
    answers.push({ movableId: row.id, left: await leftFor(context.db, row, input, input.bookingId) })
  return answers
}

/** The most of a thing that is promised at one minute from now on. */
async function promisedFromNow(context: HostContext, tx: Tx, id: string): Promise<number> {
  const now = await officeNow(context, tx)
  const loans = await tx
    .selectFrom('loanSpan')
    .select(['quantity', 'blockedFrom as startsAt', 'blockedUntil as endsAt'])
    .where('movableId', '=', id)
    .where('blockedUntil', '>', now)
    .execute()
  return mostOut(loans, { startsAt: now, endsAt: '9999-12-31T23:59' })
}

async function movableOf(tx: Tx, id: string): Promise<MovableRow> {
  const row = await tx
    .selectFrom('movable')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!row) throw notFound('movable', id)
  return row
}

/** What this file answers of the contract's `equipment`. */
export const equipmentAnswers = answers(equipmentContract, { list, create, update, remove, left })

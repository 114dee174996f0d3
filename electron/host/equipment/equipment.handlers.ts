import type { Movable } from '../../../shared/contract/equipment.ts'
import { equipment as equipmentContract } from '../../../shared/contract/equipment.ts'
import { mostOut } from '../../../shared/domain/booking/equipment.ts'
import type { MovableRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound, stale } from '../acts/errors.ts'
import { insertRow, perform, toColumns, updateRow } from '../acts/recorded.ts'
import { officeNow } from '../office/office.queries.ts'
import { left as leftFor } from './lending.ts'

export async function list(context: HostContext): Promise<Movable[]> {
  const rows = await context.db.selectFrom('movable').selectAll().where('removed', '=', 0).orderBy('name').execute()
  return rows.map(toMovable)
}

interface Fields {
  name?: string | undefined
  latinName?: string | undefined
  quantity?: number | undefined
  notes?: string | undefined
}

export function create(context: HostContext, input: Fields & { name: string }) {
  return perform(context, async (tx, act) => {
    await nameIsFree(tx, input.name, null)
    const row = newMovableRow(context.newId(), input)
    await insertRow(tx, act, 'movable', row)
    return { movable: toMovable(row) }
  })
}

/** A movable thing as it begins: one of it. */
export function newMovableRow(id: string, fields: Fields & { name: string }): MovableRow {
  const row: MovableRow = {
    id,
    name: fields.name,
    latin_name: '',
    quantity: 1,
    notes: '',
    removed: 0,
    is_sample: 0,
    revision: 1,
  }
  return Object.assign(row, toColumns({ ...fields }))
}

export function update(context: HostContext, input: InputOf<typeof equipmentContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await movableOf(tx, input.id)
    if (before.revision !== input.revision) throw stale('movable', before.id, { ...toMovable(before) })
    if (input.patch.name) await nameIsFree(tx, input.patch.name, before.id)
    const quantity = input.patch.quantity ?? before.quantity
    if (quantity < before.quantity && (await promisedFromNow(context, tx, before.id)) > quantity)
      throw notAllowed('promised')
    return { movable: toMovable(await updateRow(tx, act, 'movable', before, toColumns({ ...input.patch }))) }
  })
}

export function remove(context: HostContext, input: InputOf<typeof equipmentContract.remove>) {
  return perform(context, async (tx, act) => {
    const row = await movableOf(tx, input.id)
    if ((await promisedFromNow(context, tx, row.id)) > 0) throw notAllowed('promised')
    await updateRow(tx, act, 'movable', row, { removed: 1 })
    return {}
  })
}

export async function left(
  context: HostContext,
  input: InputOf<typeof equipmentContract.left>,
): Promise<{ movableId: string; left: number }[]> {
  const rows = await context.db.selectFrom('movable').selectAll().where('removed', '=', 0).execute()
  const answers: { movableId: string; left: number }[] = []
  for (const row of rows)
    answers.push({ movableId: row.id, left: await leftFor(context.db, row, input, input.bookingId) })
  return answers
}

/** The most of a thing that is promised at one minute from now on. */
async function promisedFromNow(context: HostContext, tx: Tx, id: string): Promise<number> {
  const now = await officeNow(context, tx)
  const loans = await tx
    .selectFrom('loan_span')
    .select(['quantity', 'blocked_from as startsAt', 'blocked_until as endsAt'])
    .where('movable_id', '=', id)
    .where('blocked_until', '>', now)
    .execute()
  return mostOut(loans, { startsAt: now, endsAt: '9999-12-31T23:59' })
}

const toMovable = (row: MovableRow): Movable => ({
  id: row.id,
  name: row.name,
  latinName: row.latin_name,
  quantity: row.quantity,
  notes: row.notes,
  isSample: row.is_sample === 1,
  revision: row.revision,
})

async function movableOf(tx: Tx, id: string): Promise<MovableRow> {
  const row = await tx
    .selectFrom('movable')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (!row) throw notFound('movable', id)
  return row
}

/** @throws NOT_ALLOWED nameTaken */
async function nameIsFree(tx: Tx, name: string, exceptId: string | null): Promise<void> {
  const row = await tx
    .selectFrom('movable')
    .select('id')
    .where('name', '=', name)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (row && row.id !== exceptId) throw notAllowed('nameTaken')
}

/** What this file answers of the contract's `equipment`. */
export const equipmentAnswers = answers(equipmentContract, { list, create, update, remove, left })

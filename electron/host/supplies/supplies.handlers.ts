import type { Allocation, Supply } from '../../../shared/contract/supplies.ts'
import { allocations as allocationsContract, supplies as suppliesContract } from '../../../shared/contract/supplies.ts'
import { allocationTotal, giftsPerHead } from '../../../shared/domain/plan/supplies.ts'
import { isOverStock } from '../../db/refusals.ts'
import type { NewRow, SupplyRow, VisitRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound } from '../acts/errors.ts'
import { nameIsFree } from '../acts/names.ts'
import { insertRow, perform, seen, updateRow } from '../acts/recorded.ts'
import { lineHandlers, linesOfVisit } from '../acts/visitLines.ts'
import { rulesOf } from '../rules/rules.queries.ts'
import { countHeads } from '../visits/visits.queries.ts'
import { listSupplies, presentAllocations, supplyById } from './supplies.queries.ts'

export const list = (context: HostContext): Promise<Supply[]> => listSupplies(context.db)

type NewSupply = Omit<NewRow<'supply'>, 'id'>

export function create(context: HostContext, input: NewSupply) {
  return perform(context, async (tx, act) => {
    await nameIsFree(tx, 'supply', input.name)
    const row = await insertRow(tx, act, 'supply', { ...input, id: context.newId() })
    return { supply: await supplyOf(tx, row.id) }
  })
}

export function update(context: HostContext, input: InputOf<typeof suppliesContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await rowOf(tx, input.id)
    await seen('supply', before, input.revision, () => supplyOf(tx, before.id))
    if (input.patch.name) await nameIsFree(tx, 'supply', input.patch.name, { exceptId: before.id })
    await withinStock(() => updateRow(tx, act, 'supply', before, input.patch))
    return { supply: await supplyOf(tx, before.id) }
  })
}

export function remove(context: HostContext, input: InputOf<typeof suppliesContract.remove>) {
  return perform(context, async (tx, act) => {
    const row = await rowOf(tx, input.id)
    if ((await supplyOf(tx, row.id)).allocated > 0) throw notAllowed('supplyAllocated')
    await updateRow(tx, act, 'supply', row, { removed: true })
    return {}
  })
}

/** What a visit takes from the stock; the database refuses more than is there. */
export const allocations = lineHandlers<'allocation', Allocation, 'quantity'>({
  table: 'allocation',
  present: (db, rows) => presentAllocations(db, rows),
  settle: async ({ tx, visit }, row, before) => {
    if (visit.status === 'cancelled') throw notAllowed('visitCancelled')
    const supply = await supplyOf(tx, row.supplyId)
    const quantity = allocationTotal(row.amount, row.perGuest ?? false, await countHeads(tx, visit))
    const free = supply.quantity - supply.allocated + (before && !before.returned ? before.quantity : 0)
    if (quantity > free) throw notAllowed('stock')
    const settled = { ...row, quantity }
    const spent = { kind: supply.kind, quantity, unitValue: supply.unitValue }
    const others = (await giftLines(tx, visit.id)).filter(line => line.id !== row.id)
    const limit = (await rulesOf(tx)).grades[visit.grade].giftLimit
    const perHead = giftsPerHead([...others, spent], await countHeads(tx, visit))
    if (supply.kind === 'gift' && limit !== null && perHead > limit && !row.reason) throw notAllowed('giftLimit')
    return settled
  },
})

async function giftLines(db: Db, visitId: string): Promise<Allocation[]> {
  return (await presentAllocations(db, await linesOfVisit(db, 'allocation', visitId))).filter(line => !line.returned)
}

/**
 * Supplies follow the visit: given back when it is cancelled, taken again when it lives again.
 * @returns what was given away meanwhile and could not be had again.
 */
export async function settleSupplies(tx: Tx, act: Act, before: VisitRow, after: VisitRow): Promise<string[]> {
  const returned = after.status === 'cancelled'
  if (before.status !== 'cancelled' && !returned) return []
  const lost: string[] = []
  for (const row of await linesOfVisit(tx, 'allocation', after.id)) {
    try {
      await updateRow(tx, act, 'allocation', row, { returned })
    } catch (error) {
      if (!isOverStock(error)) throw error
      lost.push((await presentAllocations(tx, [row]))[0]?.name ?? '')
    }
  }
  return lost
}

/** The database's refusal as a sentence. @throws NOT_ALLOWED stock */
async function withinStock<R>(write: () => Promise<R>): Promise<R> {
  try {
    return await write()
  } catch (error) {
    throw isOverStock(error) ? notAllowed('stock') : error
  }
}

async function rowOf(db: Db, id: string): Promise<SupplyRow> {
  const row = await db
    .selectFrom('supply')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!row) throw notFound('supply', id)
  return row
}

async function supplyOf(db: Db, id: string): Promise<Supply> {
  const supply = await supplyById(db, id)
  if (!supply) throw notFound('supply', id)
  return supply
}

/** What this file answers of the contract's `supplies`. */
export const suppliesAnswers = answers(suppliesContract, { list, create, update, remove })

/** What this file answers of the contract's `allocations`. */
export const allocationsAnswers = answers(allocationsContract, {
  list: allocations.list,
  add: allocations.add,
  update: allocations.update,
  remove: allocations.remove,
})

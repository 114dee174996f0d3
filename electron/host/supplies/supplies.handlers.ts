import type { Allocation, Supply, SupplyFields } from '../../../shared/contract/supplies.ts'
import { allocations as allocationsContract, supplies as suppliesContract } from '../../../shared/contract/supplies.ts'
import { allocationTotal, giftsPerHead } from '../../../shared/domain/plan/supplies.ts'
import type { SupplyRow, VisitRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notAllowed, notFound, stale } from '../acts/errors.ts'
import { insertRow, perform, toColumns, updateRow } from '../acts/recorded.ts'
import { lineHandlers, linesOfVisit } from '../acts/visitLines.ts'
import { rulesOf } from '../rules/rules.queries.ts'
import { countHeads } from '../visits/visits.queries.ts'
import { isOverStock, listSupplies, presentAllocations, supplyById } from './supplies.queries.ts'

export const list = (context: HostContext): Promise<Supply[]> => listSupplies(context.db)

type NewSupply = { [Field in keyof SupplyFields]?: SupplyFields[Field] | undefined } & { name: string }

export function create(context: HostContext, input: NewSupply) {
  return perform(context, async (tx, act) => {
    await nameIsFree(tx, input.name, null)
    const row = newSupplyRow(context.newId(), input)
    await insertRow(tx, act, 'supply', row)
    return { supply: await supplyOf(tx, row.id) }
  })
}

/** A thing on the shelf as it begins: a gift of no known value, none there. */
export function newSupplyRow(id: string, fields: NewSupply): SupplyRow {
  const row: SupplyRow = {
    id,
    kind: 'gift',
    name: fields.name,
    latin_name: '',
    unit: '',
    unit_value: 0,
    quantity: 0,
    notes: '',
    removed: 0,
    is_sample: 0,
    revision: 1,
  }
  return Object.assign(row, toColumns(fields))
}

export function update(context: HostContext, input: InputOf<typeof suppliesContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await rowOf(tx, input.id)
    if (before.revision !== input.revision) throw stale('supply', before.id, { ...(await supplyOf(tx, before.id)) })
    if (input.patch.name) await nameIsFree(tx, input.patch.name, before.id)
    await withinStock(() => updateRow(tx, act, 'supply', before, toColumns(input.patch)))
    return { supply: await supplyOf(tx, before.id) }
  })
}

export function remove(context: HostContext, input: InputOf<typeof suppliesContract.remove>) {
  return perform(context, async (tx, act) => {
    const row = await rowOf(tx, input.id)
    if ((await supplyOf(tx, row.id)).allocated > 0) throw notAllowed('supplyAllocated')
    await updateRow(tx, act, 'supply', row, { removed: 1 })
    return {}
  })
}

/** What a visit takes from the stock; the database refuses more than is there. */
export const allocations = lineHandlers<'allocation', Allocation>({
  table: 'allocation',
  blank: { supply_id: '', amount: 1, per_guest: 0, quantity: 1, reason: '', returned: 0 },
  present: (db, rows) => presentAllocations(db, rows),
  settle: async ({ tx, visit }, row, before) => {
    if (visit.status === 'cancelled') throw notAllowed('visitCancelled')
    const supply = await supplyOf(tx, row.supply_id)
    const quantity = allocationTotal(row.amount, row.per_guest === 1, await countHeads(tx, visit))
    const free = supply.quantity - supply.allocated + (before && before.returned === 0 ? before.quantity : 0)
    if (quantity > free) throw notAllowed('stock')
    const settled = { ...row, quantity }
    const spent = { kind: supply.kind, quantity, unitValue: supply.unitValue }
    const others = (await giftLines(tx, visit.id)).filter(line => line.id !== row.id)
    const limit = (await rulesOf(tx)).grades[visit.grade].giftLimit
    const perHead = giftsPerHead([...others, spent], await countHeads(tx, visit))
    if (supply.kind === 'gift' && limit !== null && perHead > limit && row.reason === '') throw notAllowed('giftLimit')
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
  const returned = after.status === 'cancelled' ? 1 : 0
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
  const row = await db.selectFrom('supply').selectAll().where('id', '=', id).where('removed', '=', 0).executeTakeFirst()
  if (!row) throw notFound('supply', id)
  return row
}

async function supplyOf(db: Db, id: string): Promise<Supply> {
  const supply = await supplyById(db, id)
  if (!supply) throw notFound('supply', id)
  return supply
}

async function nameIsFree(tx: Tx, name: string, exceptId: string | null): Promise<void> {
  const other = await tx
    .selectFrom('supply')
    .select('id')
    .where('name', '=', name)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (other && other.id !== exceptId) throw notAllowed('nameTaken')
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

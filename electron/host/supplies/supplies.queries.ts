import { sql } from 'kysely'
import type { Allocation, Supply } from '../../../shared/contract/supplies.ts'
import type { AllocationRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'

const stock = (db: Db) =>
  db
    .selectFrom('supply as s')
    .select([
      's.id',
      's.kind',
      's.name',
      's.latinName',
      's.unit',
      's.unitValue',
      's.quantity',
      's.notes',
      's.revision',
      sql<number>`(select coalesce(sum(a.quantity), 0) from allocation as a where a.supply_id = s.id and a.returned = 0)`.as(
        'allocated',
      ),
    ])
    .where('s.removed', '=', false)

export const listSupplies = (db: Db): Promise<Supply[]> => stock(db).orderBy('s.kind').orderBy('s.name').execute()

export const supplyById = (db: Db, id: string): Promise<Supply | undefined> =>
  stock(db).where('s.id', '=', id).executeTakeFirst()

/** Allocations with what they are of, as they were entered. */
export async function presentAllocations(db: Db, rows: readonly AllocationRow[]): Promise<Allocation[]> {
  const ids = [...new Set(rows.map(row => row.supplyId))]
  const supplies = new Map(
    (await db.selectFrom('supply').selectAll().where('id', 'in', ids).execute()).map(supply => [supply.id, supply]),
  )
  return rows.flatMap(row => {
    const supply = supplies.get(row.supplyId)
    if (!supply) return []
    return [
      {
        id: row.id,
        visitId: row.visitId,
        supplyId: row.supplyId,
        amount: row.amount,
        perGuest: row.perGuest,
        reason: row.reason,
        kind: supply.kind,
        name: supply.name,
        latinName: supply.latinName,
        unit: supply.unit,
        unitValue: supply.unitValue,
        quantity: row.quantity,
        returned: row.returned,
        revision: row.revision,
      },
    ]
  })
}

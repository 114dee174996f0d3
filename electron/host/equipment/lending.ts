import type { Resource } from '../../../shared/contract/resources.ts'
import type { Finding } from '../../../shared/domain/booking/booking.ts'
import { leftOf } from '../../../shared/domain/booking/equipment.ts'
import type { Span } from '../../../shared/domain/time.ts'
import type { MovableRow } from '../../db/tables.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'
import { deleteRow, insertRow, updateRow } from '../acts/recorded.ts'

export interface WantedLoan {
  movableId: string
  quantity: number
}

export interface Lending {
  loans: WantedLoan[]
  /** What of the equipment asked for is not brought, and must be in the room. */
  stillWanted: string[]
  findings: Finding[]
  /** Something was asked for by number, and too few are left: the booking is refused. */
  short: boolean
}

/**
 * Which movable things a booking takes. Named ones with a number are wanted as they are; where nobody said, what the room does not
 * have is brought, one of each, as far as any is left.
 * @param wanted its span is the blocked one, set-up and clear-up included
 */
export async function lendingFor(
  db: Db,
  resource: Resource,
  wanted: Span & { equipment?: readonly string[]; loans?: readonly WantedLoan[] },
  bookingId: string | null,
): Promise<Lending> {
  const equipment = resource.kind === 'room' ? (wanted.equipment ?? []) : []
  const lacking = equipment.filter(thing => !resource.equipment.includes(thing))
  if (lacking.length === 0 && !wanted.loans?.length)
    return { loans: [], stillWanted: [...equipment], findings: [], short: false }
  const movables = await db.selectFrom('movable').selectAll().where('removed', '=', false).execute()
  const findings: Finding[] = []
  const loans: WantedLoan[] = []
  for (const loan of wanted.loans ?? []) {
    const movable = movables.find(each => each.id === loan.movableId)
    if (!movable) throw notFound('movable', loan.movableId)
    const free = await left(db, movable, wanted, bookingId)
    if (free < loan.quantity) findings.push({ code: 'equipmentOut', name: movable.name, wanted: loan.quantity, free })
    loans.push({ movableId: movable.id, quantity: loan.quantity })
  }
  const short = findings.length > 0
  const brought = new Set(
    movables.filter(each => loans.some(loan => loan.movableId === each.id)).map(each => each.name),
  )
  for (const name of lacking) {
    const movable = movables.find(each => each.name === name || each.latinName === name)
    if (!movable || brought.has(movable.name) || wanted.loans) continue
    const free = await left(db, movable, wanted, bookingId)
    if (free > 0) {
      loans.push({ movableId: movable.id, quantity: 1 })
      brought.add(name)
    } else findings.push({ code: 'equipmentOut', name, wanted: 1, free: 0 })
  }
  const told = new Set(findings.flatMap(finding => (finding.code === 'equipmentOut' ? [finding.name] : [])))
  return { loans, stillWanted: equipment.filter(thing => !brought.has(thing) && !told.has(thing)), findings, short }
}

/** How many of a thing are left for the whole of a span, one booking's own left out. */
export async function left(db: Db, movable: MovableRow, span: Span, bookingId: string | null): Promise<number> {
  const loans = await db
    .selectFrom('loanSpan')
    .select(['quantity', 'blockedFrom as startsAt', 'blockedUntil as endsAt'])
    .where('movableId', '=', movable.id)
    .where('blockedUntil', '>', span.startsAt)
    .where('blockedFrom', '<', span.endsAt)
    .where('bookingId', '<>', bookingId ?? '')
    .execute()
  return leftOf(movable.quantity, loans, span)
}

export const loansOf = async (db: Db, bookingId: string): Promise<WantedLoan[]> =>
  await db.selectFrom('loan').select(['movableId', 'quantity']).where('bookingId', '=', bookingId).execute()

/** Gives back what a booking has and is no longer to have. */
export async function giveBack(tx: Tx, act: Act, bookingId: string, kept: readonly WantedLoan[]): Promise<void> {
  for (const row of await tx.selectFrom('loan').selectAll().where('bookingId', '=', bookingId).execute())
    if (!kept.some(loan => loan.movableId === row.movableId)) await deleteRow(tx, act, 'loan', row)
}

/** Takes for a booking what it is to have; the database refuses more than there is. */
export async function lend(
  context: HostContext,
  tx: Tx,
  act: Act,
  bookingId: string,
  loans: readonly WantedLoan[],
): Promise<void> {
  for (const { movableId, quantity } of loans) {
    const row = await tx
      .selectFrom('loan')
      .selectAll()
      .where('bookingId', '=', bookingId)
      .where('movableId', '=', movableId)
      .executeTakeFirst()
    if (row) await updateRow(tx, act, 'loan', row, { quantity })
    else await insertRow(tx, act, 'loan', { id: context.newId(), movableId, bookingId, quantity })
  }
}

/** What can be brought anywhere, by name: Chinese and English. */
export async function movableNames(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('movable')
    .selectAll()
    .where('removed', '=', false)
    .where('quantity', '>', 0)
    .execute()
  return new Set(rows.flatMap(row => [row.name, row.latinName]).filter(name => name !== ''))
}

import type { PaperAsked } from '../../../shared/contract/documents.ts'
import { print as printContract } from '../../../shared/contract/print.ts'
import type { PaperLanguage } from '../../../shared/domain/language.ts'
import { addDays, at, dayOf } from '../../../shared/domain/time.ts'
import { RESOURCE_KINDS } from '../../../shared/domain/visit.ts'
import { answers } from '../acts/answer.ts'
import type { HostContext } from '../acts/context.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { guestsOfVisit } from '../guests/guests.queries.ts'
import { itemRowsOfVisit } from '../itinerary/itinerary.queries.ts'
import { listResources } from '../resources/resources.queries.ts'
import { LONGEST_VISIT, visitsInRange } from '../visits/visits.queries.ts'

interface DayWish {
  day: string
  language: PaperLanguage
  /** How badges are printed: the same as when they are printed alone. */
  design: string
  sheet: string
  used: number
  printer: string
  /** Badges that were printed before too. */
  again: boolean
}

/**
 * Everything that a day's visits want on paper, by time of arrival, a separator before each: the guests' itinerary, what is held up
 * and what the drivers take along, badges, cards and seats; the signs for the doors of the rooms last.
 */
export async function dayPapers(
  context: HostContext,
  wish: DayWish,
): Promise<{ papers: PaperAsked[]; visits: number }> {
  const { db } = context
  const { day, language } = wish
  const visits = (await visitsInRange(db, day, day, addDays(day, -LONGEST_VISIT)))
    .filter(visit => visit.status !== 'cancelled' && visit.status !== 'archived')
    .sort((a, b) => (firstOn(a.firstAt, day) < firstOn(b.firstAt, day) ? -1 : 1))
  const papers: PaperAsked[] = []
  for (const { id: visit } of visits) {
    const base = { visit, language }
    const items = (await itemRowsOfVisit(db, visit)).filter(item => dayOf(item.startsAt) === day)
    const onDay = new Set(items.map(item => item.id))
    const trips = (await linesOfVisit(db, 'trip', visit)).filter(trip => onDay.has(trip.itemId))
    const seatings = (await linesOfVisit(db, 'seating', visit)).filter(seating => onDay.has(seating.itemId))
    const guests = await guestsOfVisit(db, visit)
    const toPrint = guests.filter(guest => wish.again || guest.badgePrintedAt === null)
    papers.push({ kind: 'separator', visit, day, language })
    if (items.length > 0) papers.push({ kind: 'itinerary', ...base })
    const kinds = new Map(items.map(item => [item.id, item.kind]))
    for (const trip of trips.filter(each => kinds.get(each.itemId) === 'pickup' || each.signText !== ''))
      papers.push({ kind: 'pickup-sign', ...base, trip: trip.id })
    for (const trip of trips) papers.push({ kind: 'dispatch', ...base, trip: trip.id })
    if (toPrint.length > 0) {
      const { design, sheet, used, printer } = wish
      const only = toPrint.length === guests.length ? [] : toPrint.map(guest => guest.id)
      papers.push({ kind: 'badges', ...base, design, sheet, used, printer, guests: only })
      // What is printed from one sheet of labels, the next badges go on from.
      wish = { ...wish, used: await usedOn(context, sheet, used, toPrint.length) }
    }
    const carded = items.filter(item => item.nameCards)
    for (const item of carded) papers.push({ kind: 'table-cards', ...base, item: item.id })
    for (const seating of seatings) papers.push({ kind: 'seating-plan', ...base, seating: seating.id })
  }
  for (const resource of await bookedRooms(context, day)) papers.push({ kind: 'room-sign', language, resource, day })
  return { papers, visits: visits.length }
}

/** The first stop on the day itself: of a visit under way, its day begins before everybody else's. */
const firstOn = (firstAt: string, day: string): string =>
  firstAt < at(day, '00:00') ? at(day, '00:00') : firstAt || '9'

async function usedOn(context: HostContext, sheet: string, used: number, count: number): Promise<number> {
  const row = await context.db
    .selectFrom('labelSheet')
    .select(['rows', 'columns'])
    .where('id', '=', sheet)
    .executeTakeFirst()
  return row ? (used + count) % (row.rows * row.columns) : used
}

/** Rooms with a visit in them on a day, by name. */
async function bookedRooms(context: HostContext, day: string): Promise<string[]> {
  const rows = await context.db
    .selectFrom('booking as b')
    .innerJoin('resource as r', 'r.id', 'b.resourceId')
    .select(['r.id'])
    .distinct()
    .where('r.kind', '=', 'room')
    .where('r.removed', '=', false)
    .where('b.status', '<>', 'cancelled')
    .where('b.visitId', 'is not', null)
    .where('b.startsAt', '<', at(addDays(day, 1), '00:00'))
    .where('b.endsAt', '>', at(day, '00:00'))
    .execute()
  const booked = new Set(rows.map(row => row.id))
  return (await listResources(context.db, 'room')).filter(room => booked.has(room.id)).map(room => room.id)
}

/** What a desk wants in hand in case the computer fails: rooms, vehicles, people and visits of seven days. */
export function weekPapers(input: { day: string; language: PaperLanguage }): { papers: PaperAsked[] } {
  const { day, language } = input
  return {
    papers: [
      { kind: 'week-visits', language, day },
      ...RESOURCE_KINDS.map(resourceKind => ({
        kind: 'resource-schedule' as const,
        language,
        resourceKind,
        day,
        days: 7 as const,
        paper: 'a4' as const,
      })),
    ],
  }
}

/** What this file answers of the contract's `print`. */
export const dayAnswers = answers(printContract, { dayPapers, weekPapers: (_, input) => weekPapers(input) })

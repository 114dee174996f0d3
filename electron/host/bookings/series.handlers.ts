import type { Occurrence } from '../../../shared/contract/bookings.ts'
import { bookings as bookingsContract } from '../../../shared/contract/bookings.ts'
import type { Resource } from '../../../shared/contract/resources.ts'
import { blockedSpan } from '../../../shared/domain/booking/booking.ts'
import { occurrences } from '../../../shared/domain/booking/recurrence.ts'
import type { Span } from '../../../shared/domain/time.ts'
import type { ResourceKind } from '../../../shared/domain/visit.ts'
import { answers } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { conflict, notAllowed, notFound } from '../acts/errors.ts'
import { insertRow, perform } from '../acts/recorded.ts'
import { findResource, toResource } from '../resources/resources.queries.ts'
import { type NewBooking, wantOf } from './bookings.handlers.ts'
import { takenAmong, withRivals } from './bookings.queries.ts'
import { checkBooking } from './describing.ts'
import { freeResources } from './finding.ts'
import { placeBooking } from './placing.ts'

interface Rule {
  rrule: string
  except: readonly string[]
}

/** Each occurrence of a series before it is booked: free, or by whom it is taken and where it could be instead. */
export async function preview(
  context: HostContext,
  input: Span & Rule & { resourceId: string; headcount: number | null; equipment: string[] },
): Promise<Occurrence[]> {
  const row = await findResource(context.db, input.resourceId)
  if (!row) throw notFound('resource', input.resourceId)
  const resource = toResource(row)
  const spans = occurrences(input.rrule, input, { except: input.except })
  const taken = await takenOf(context.db, resource, spans)
  const answers: Occurrence[] = []
  for (const [place, span] of spans.entries()) {
    const refused = !taken.has(place) && resource.strict && (await refuses(context, resource.id, span, input))
    const takenBy = taken.get(place) ?? (refused ? resource.name : '')
    const alternative = takenBy === '' ? null : await alternativeFor(context.db, resource.kind, span, input)
    answers.push({ ...span, takenBy, alternative })
  }
  return answers
}

/** Which spans are taken, by their place; nobody takes a person who may be in two places. */
async function takenOf(db: Db, resource: Resource, spans: readonly Span[]): Promise<Map<number, string>> {
  if (resource.kind === 'person' && !resource.canDrive) return new Map()
  const blocked = spans.map(span => blockedSpan(span, resource))
  return takenAmong(db, await withRivals(db, resource.id), blocked)
}

/** Does a strict resource refuse a span that nobody else has? */
async function refuses(
  context: HostContext,
  resourceId: string,
  span: Span,
  wish: { headcount: number | null; equipment: readonly string[] },
): Promise<boolean> {
  const found = await checkBooking(context, context.db, {
    ...span,
    resourceId,
    headcount: wish.headcount,
    itemId: null,
    equipment: wish.equipment,
  })
  return found.conflict !== null
}

/** The best resource that is free for a span and has nothing against it. */
async function alternativeFor(
  db: HostContext['db'],
  kind: ResourceKind,
  span: Span,
  wish: { headcount: number | null; equipment?: readonly string[] | undefined; resourceId: string },
): Promise<{ id: string; name: string } | null> {
  const all = await freeResources(db, kind, {
    ...span,
    headcount: wish.headcount,
    itemId: null,
    equipment: wish.equipment ?? [],
  })
  const best = all.find(each => each.free && each.findings.length === 0 && each.resourceId !== wish.resourceId)
  const row = best && (await findResource(db, best.resourceId))
  return row ? { id: row.id, name: row.name } : null
}

export function createSeries(
  context: HostContext,
  input: NewBooking & Rule & { onConflict: 'refuse' | 'skip' | 'move' },
) {
  return perform(context, async (tx, act) => {
    const { rrule, except, onConflict, ...fields } = input
    const spans = occurrences(rrule, fields, { except })
    if (spans.length === 0) throw notAllowed('noOccurrence')
    const seriesId = context.newId()
    await insertRow(tx, act, 'bookingSeries', {
      id: seriesId,
      rrule,
      startsAt: fields.startsAt,
      endsAt: fields.endsAt,
      revision: 1,
    })
    const skipped: Span[] = []
    const refused: Parameters<typeof conflict>[0] = []
    let moved = 0
    for (const span of spans) {
      const outcome = await placeOne(context, tx, act, { ...fields, ...span }, seriesId, onConflict)
      if (outcome === 'moved') moved++
      else if (outcome === 'skipped') skipped.push(span)
      else if (outcome !== 'made') refused.push(outcome)
    }
    if (refused.length > 0) throw conflict(refused)
    if (skipped.length === spans.length) throw notAllowed('allTaken')
    return { seriesId, made: spans.length - skipped.length, moved, skipped }
  })
}

/** Books one occurrence where it is wanted, or does with it what was decided for those that are taken. */
async function placeOne(
  context: HostContext,
  tx: Tx,
  act: Act,
  fields: NewBooking,
  seriesId: string,
  onConflict: 'refuse' | 'skip' | 'move',
): Promise<'made' | 'moved' | 'skipped' | Parameters<typeof conflict>[0][number]> {
  const want = { ...wantOf(fields), seriesId }
  const found = await checkBooking(context, tx, want)
  if (!found.conflict) {
    await placeBooking(context, tx, act, want)
    return 'made'
  }
  if (onConflict === 'refuse') return found.conflict
  if (onConflict === 'skip') return 'skipped'
  const resource = await findResource(tx, fields.resourceId)
  const instead =
    resource && (await alternativeFor(tx, resource.kind, fields, { ...fields, headcount: want.headcount }))
  if (!instead) return 'skipped'
  await placeBooking(context, tx, act, { ...want, resourceId: instead.id })
  return 'moved'
}

/** What this file answers of the contract's `bookings`. */
export const seriesAnswers = answers(bookingsContract, { preview, createSeries })

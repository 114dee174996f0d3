import { bookings as bookingsContract } from '../../../shared/contract/bookings.ts'
import { utilisation as countUse } from '../../../shared/domain/booking/utilisation.ts'
import { addDays, at, type Day } from '../../../shared/domain/time.ts'
import type { ResourceKind } from '../../../shared/domain/visit.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Db, HostContext } from '../acts/context.ts'
import { officeSettingsOf } from '../office/office.queries.ts'
import { listClosures, listResources, toResource } from '../resources/resources.queries.ts'

export const utilisation = (context: HostContext, input: InputOf<typeof bookingsContract.utilisation>) =>
  utilisationOf(context.db, input)

/** Hours booked of the resources of a kind, from one day to another, both included. */
export async function utilisationOf(db: Db, input: { kind: ResourceKind; from: Day; until: Day }) {
  const from = at(input.from, '00:00')
  const until = at(addDays(input.until, 1), '00:00')
  const { opensAt, closesAt } = await officeSettingsOf(db)
  // What can be booked round the clock is held against the hours of the office: nobody meets at night.
  const resources = (await listResources(db, input.kind))
    .map(toResource)
    .map(resource =>
      resource.weeklyHours.length === 0 && resource.bookableFrom === '00:00' && resource.bookableUntil === '24:00'
        ? { ...resource, bookableFrom: opensAt, bookableUntil: closesAt }
        : resource,
    )
  const uses = await db
    .selectFrom('booking')
    .select(['resourceId', 'startsAt', 'endsAt', 'noShow'])
    .where('status', '<>', 'cancelled')
    .where('blockedUntil', '>', from)
    .where('blockedFrom', '<', until)
    .execute()
  return countUse(resources, uses, await listClosures(db, from, until), input)
}

/** What this file answers of the contract's `bookings`. */
export const utilisationAnswers = answers(bookingsContract, { utilisation })

import { today as todayContract } from '../../../shared/contract/today.ts'
import { addDays, addMinutes, at, MINUTES_PER_DAY } from '../../../shared/domain/time.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { HostContext } from '../acts/context.ts'
import { waitingPlans } from '../approvals/approvals.queries.ts'
import { holdsAround } from '../bookings/expiry.ts'
import { tasksDue } from '../checklists/checklists.queries.ts'
import { officeNow } from '../office/office.queries.ts'
import { papersDue } from '../resources/resources.queries.ts'
import { arrivalsOn, badgesToPrint, itemsOn } from './today.queries.ts'

/** Inspection and insurance of a car are told of so many days ahead. */
const PAPERS_AHEAD = 30

export async function today(context: HostContext, input: InputOf<typeof todayContract.get>) {
  const now = await officeNow(context, context.db)
  return {
    now,
    arrivals: await arrivalsOn(context.db, input.day),
    items: await itemsOn(context.db, input.day),
    tasks: await tasksDue(context.db, `${input.day}T24:00`),
    plans: await waitingPlans(context),
    badges: await badgesToPrint(context.db, input.day),
    holds: await holdsAround(context.db, now, addMinutes(now, -MINUTES_PER_DAY), at(addDays(input.day, 2), '00:00')),
    papers: await papersDue(context.db, addDays(input.day, PAPERS_AHEAD)),
  }
}

/** What this file answers of the contract's `today`. */
export const todayAnswers = answers(todayContract, { get: today })

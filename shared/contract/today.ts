import { z } from 'zod'
import { GRADES, ITEM_KINDS, VISIT_STATUSES } from '../domain/visit.ts'
import { day, revision, wallTime } from './fields.ts'
import { asks } from './procedure.ts'
import { resourceKind } from './resources.ts'

export const today = {
  /** The day at the desk. */
  get: asks('read')
    .input(z.object({ day }))
    .output(
      z.object({
        now: wallTime,
        arrivals: z.array(
          z.object({
            visitId: z.string(),
            title: z.string(),
            titleLatin: z.string(),
            organization: z.string(),
            grade: z.enum(GRADES),
            status: z.enum(VISIT_STATUSES),
            headcount: z.int(),
            head: z.string(),
            firstAt: z.string(),
            dayNumber: z.int(),
            days: z.int(),
            coordinator: z.string(),
          }),
        ),
        items: z.array(
          z.object({
            itemId: z.string(),
            visitId: z.string(),
            title: z.string(),
            titleLatin: z.string(),
            grade: z.enum(GRADES),
            status: z.enum(VISIT_STATUSES),
            kind: z.enum(ITEM_KINDS),
            content: z.string(),
            /** In English; empty where it is not worded. */
            contentLatin: z.string(),
            place: z.string(),
            personInCharge: z.string(),
            startsAt: wallTime,
            endsAt: wallTime,
          }),
        ),
        /** Tasks that are due before the day ends, the oldest first. */
        tasks: z.array(
          z.object({
            id: z.string(),
            visitId: z.string(),
            visitTitle: z.string(),
            visitTitleLatin: z.string(),
            title: z.string(),
            titleLatin: z.string(),
            person: z.string(),
            dueAt: wallTime,
          }),
        ),
        /** Plans that wait for a decision. */
        plans: z.array(
          z.object({
            visitId: z.string(),
            title: z.string(),
            titleLatin: z.string(),
            grade: z.enum(GRADES),
            startsOn: z.string(),
            number: z.int(),
            step: z.string(),
            submittedBy: z.string(),
            mayDecide: z.boolean(),
          }),
        ),
        /** Holds that were released by themselves since yesterday, and those that run out by the end of tomorrow. */
        holds: z.array(
          z.object({
            id: z.string(),
            revision,
            resourceId: z.string(),
            resource: z.string(),
            resourceLatin: z.string(),
            kind: resourceKind,
            title: z.string(),
            organizer: z.string(),
            startsAt: wallTime,
            endsAt: wallTime,
            at: wallTime,
            released: z.boolean(),
          }),
        ),
        /** Vehicles whose inspection or insurance runs out within 30 days, or has. */
        papers: z.array(
          z.object({ resourceId: z.string(), name: z.string(), paper: z.enum(['inspection', 'insurance']), day }),
        ),
        badges: z.array(
          z.object({
            visitId: z.string(),
            title: z.string(),
            titleLatin: z.string(),
            startsOn: day,
            unprinted: z.int(),
            total: z.int(),
          }),
        ),
      }),
    ),
}

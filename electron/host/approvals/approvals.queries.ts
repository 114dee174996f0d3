import type { PlanVersion } from '../../../shared/contract/approvals.ts'
import type { PlanSnapshot } from '../../../shared/domain/plan/plan.ts'
import { may } from '../../../shared/domain/roles.ts'
import type { AttachmentRow, DecisionRow, PlanVersionRow } from '../../db/tables.ts'
import type { Db, HostContext } from '../acts/context.ts'

/** The step that waits for a decision; null where the version waits for none. */
export function waitingStep(version: Pick<PlanVersionRow, 'status' | 'chain'>, decided: number): number | null {
  return version.status === 'submitted' && decided < version.chain.length ? decided : null
}

/**
 * May who is at the desk decide a step: as approver, or as the one that the step names. Nobody decides on the plan that they handed
 * in themselves, unless the step names them or nobody else in the office may decide.
 */
export async function mayDecide(
  context: HostContext,
  db: Db,
  version: Pick<PlanVersionRow, 'chain' | 'submittedBy'>,
  step: number | null,
): Promise<boolean> {
  const { account } = context
  const waits = step === null ? undefined : version.chain[step]
  if (!waits || !account || !may(account.role, 'decide')) return false
  if (waits.accountId !== null) return waits.accountId === account.id
  if (version.submittedBy !== account.name) return true
  const accounts = await db.selectFrom('account').select(['id', 'role']).where('removed', '=', false).execute()
  return !accounts.some(other => other.id !== account.id && may(other.role, 'decide'))
}

/** The versions of a visit's plan, newest first, with their decisions. */
export async function versionsOfVisit(context: HostContext, visitId: string): Promise<PlanVersion[]> {
  const { db } = context
  const versions = await db
    .selectFrom('planVersion')
    .selectAll()
    .where('visitId', '=', visitId)
    .orderBy('number', 'desc')
    .execute()
  const decisions = await db
    .selectFrom('decision')
    .selectAll()
    .where('visitId', '=', visitId)
    .orderBy('step')
    .orderBy('id')
    .execute()
  const scans = await db
    .selectFrom('attachment')
    .selectAll()
    .where('visitId', '=', visitId)
    .where('decisionId', 'is not', null)
    .execute()
  return Promise.all(
    versions.map(async version => {
      const own = decisions.filter(decision => decision.versionId === version.id)
      const waitsFor = waitingStep(version, own.length)
      return {
        ...version,
        decisions: own.map(decision => toDecision(decision, scans)),
        waitsFor,
        mayDecide: await mayDecide(context, db, version, waitsFor),
      }
    }),
  )
}

const toDecision = (row: DecisionRow, scans: readonly AttachmentRow[]): PlanVersion['decisions'][number] => ({
  ...row,
  attachments: scans.filter(scan => scan.decisionId === row.id),
})

/** Every plan that waits for a decision, the oldest first. */
export async function waitingPlans(context: HostContext) {
  const rows = await context.db
    .selectFrom('planVersion as p')
    .innerJoin('visit as v', 'v.id', 'p.visitId')
    .select(eb => [
      'v.id as visitId',
      'v.title',
      'v.titleLatin',
      'v.grade',
      'v.startsOn',
      'p.number',
      'p.chain',
      'p.status',
      'p.submittedBy',
      eb
        .selectFrom('decision as d')
        .select(inner => inner.fn.countAll<number>().as('count'))
        .whereRef('d.versionId', '=', 'p.id')
        .as('decided'),
    ])
    .where('p.status', '=', 'submitted')
    .orderBy('p.submittedAt')
    .execute()
  return Promise.all(
    rows.map(async ({ chain, status, decided, ...row }) => {
      const step = waitingStep({ status, chain }, decided ?? 0)
      return {
        ...row,
        step: step === null ? '' : (chain[step]?.title ?? ''),
        mayDecide: await mayDecide(context, context.db, { ...row, chain }, step),
      }
    }),
  )
}

export async function snapshotOf(db: Db, visitId: string, number: number): Promise<PlanSnapshot | undefined> {
  const row = await db
    .selectFrom('planSnapshot as s')
    .innerJoin('planVersion as p', 'p.id', 's.versionId')
    .select('s.body')
    .where('p.visitId', '=', visitId)
    .where('p.number', '=', number)
    .executeTakeFirst()
  return row?.body
}

import type { PlanVersion } from '../../../shared/contract/approvals.ts'
import type { PlanSnapshot } from '../../../shared/domain/plan/plan.ts'
import { may } from '../../../shared/domain/roles.ts'
import type { AttachmentRow, DecisionRow, PlanVersionRow } from '../../db/tables.ts'
import type { Db, HostContext } from '../acts/context.ts'

export type Chain = PlanVersion['chain']

/** The step that waits for a decision; null where the version waits for none. */
export function waitingStep(version: Pick<PlanVersionRow, 'status' | 'chain'>, decided: number): number | null {
  return version.status === 'submitted' && decided < version.chain.length ? decided : null
}

/** May who is at the desk decide a step: as approver, or as the one that the step names. */
export function mayDecide(context: HostContext, chain: Chain, step: number | null): boolean {
  const waits = step === null ? undefined : chain[step]
  if (!waits || !context.account || !may(context.account.role, 'decide')) return false
  return waits.accountId === null || waits.accountId === context.account.id
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
  return versions.map(version => {
    const own = decisions.filter(decision => decision.versionId === version.id)
    const waitsFor = waitingStep(version, own.length)
    return {
      ...version,
      decisions: own.map(decision => toDecision(decision, scans)),
      waitsFor,
      mayDecide: mayDecide(context, version.chain, waitsFor),
    }
  })
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
  return rows.map(({ chain, status, decided, ...row }) => {
    const step = waitingStep({ status, chain }, decided ?? 0)
    return { ...row, step: step === null ? '' : (chain[step]?.title ?? ''), mayDecide: mayDecide(context, chain, step) }
  })
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

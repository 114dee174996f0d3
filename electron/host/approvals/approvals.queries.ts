import type { PlanVersion } from '../../../shared/contract/approvals.ts'
import type { PlanSnapshot } from '../../../shared/domain/plan/plan.ts'
import { may } from '../../../shared/domain/roles.ts'
import type { AttachmentRow, DecisionRow, PlanVersionRow } from '../../db/tables.ts'
import type { Db, HostContext } from '../acts/context.ts'
import { toAttachment } from '../files/attachments.ts'

export type Chain = PlanVersion['chain']

export const chainOf = (version: Pick<PlanVersionRow, 'chain'>): Chain => JSON.parse(version.chain) as Chain

/** The step that waits for a decision; null where the version waits for none. */
export function waitingStep(version: Pick<PlanVersionRow, 'status' | 'chain'>, decided: number): number | null {
  return version.status === 'submitted' && decided < chainOf(version).length ? decided : null
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
    .selectFrom('plan_version')
    .selectAll()
    .where('visit_id', '=', visitId)
    .orderBy('number', 'desc')
    .execute()
  const decisions = await db
    .selectFrom('decision')
    .selectAll()
    .where('visit_id', '=', visitId)
    .orderBy('step')
    .orderBy('id')
    .execute()
  const scans = await db
    .selectFrom('attachment')
    .selectAll()
    .where('visit_id', '=', visitId)
    .where('decision_id', 'is not', null)
    .execute()
  return versions.map(version => {
    const own = decisions.filter(decision => decision.version_id === version.id)
    const waitsFor = waitingStep(version, own.length)
    return {
      id: version.id,
      number: version.number,
      status: version.status,
      chain: chainOf(version),
      submittedAt: version.submitted_at,
      submittedBy: version.submitted_by,
      note: version.note,
      decisions: own.map(decision => toDecision(decision, scans)),
      waitsFor,
      mayDecide: mayDecide(context, chainOf(version), waitsFor),
    }
  })
}

const toDecision = (row: DecisionRow, scans: readonly AttachmentRow[]): PlanVersion['decisions'][number] => ({
  id: row.id,
  step: row.step,
  verdict: row.verdict,
  person: row.person,
  comment: row.comment,
  decidedAt: row.decided_at,
  recordedBy: row.recorded_by,
  means: row.means,
  attachments: scans.filter(scan => scan.decision_id === row.id).map(toAttachment),
})

/** Every plan that waits for a decision, the oldest first. */
export async function waitingPlans(context: HostContext) {
  const rows = await context.db
    .selectFrom('plan_version as p')
    .innerJoin('visit as v', 'v.id', 'p.visit_id')
    .select(eb => [
      'v.id as visitId',
      'v.title',
      'v.title_latin as titleLatin',
      'v.grade',
      'v.starts_on as startsOn',
      'p.number',
      'p.chain',
      'p.status',
      'p.submitted_by as submittedBy',
      eb
        .selectFrom('decision as d')
        .select(inner => inner.fn.countAll<number>().as('count'))
        .whereRef('d.version_id', '=', 'p.id')
        .as('decided'),
    ])
    .where('p.status', '=', 'submitted')
    .orderBy('p.submitted_at')
    .execute()
  return rows.map(({ chain: text, status, decided, ...row }) => {
    const chain = chainOf({ chain: text })
    const step = waitingStep({ status, chain: text }, decided ?? 0)
    return { ...row, step: step === null ? '' : (chain[step]?.title ?? ''), mayDecide: mayDecide(context, chain, step) }
  })
}

export async function snapshotOf(db: Db, visitId: string, number: number): Promise<PlanSnapshot | undefined> {
  const row = await db
    .selectFrom('plan_snapshot as s')
    .innerJoin('plan_version as p', 'p.id', 's.version_id')
    .select('s.body')
    .where('p.visit_id', '=', visitId)
    .where('p.number', '=', number)
    .executeTakeFirst()
  return row && (JSON.parse(row.body) as PlanSnapshot)
}

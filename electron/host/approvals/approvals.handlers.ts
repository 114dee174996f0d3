import { approvals as approvalsContract } from '../../../shared/contract/approvals.ts'
import { coveredChanges, planDiff } from '../../../shared/domain/plan/plan.ts'
import { isReady, readinessOf } from '../../../shared/domain/plan/readiness.ts'
import type { WallTime } from '../../../shared/domain/time.ts'
import type { DecisionRow, PlanVersionRow, VisitRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { forbidden, notAllowed, notFound, notReady, reapproval } from '../acts/errors.ts'
import { insertRow, perform, seen, updateRow } from '../acts/recorded.ts'
import { findRow } from '../acts/rows.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { copyFile, keepAttachment } from '../files/attachments.ts'
import { officeNow } from '../office/office.queries.ts'
import { rulesOf } from '../rules/rules.queries.ts'
import { settleBookings } from '../visits/visits.handlers.ts'
import { asVisit, planNumber, visitOf } from '../visits/visits.queries.ts'
import { mayDecide, snapshotOf, versionsOfVisit, waitingStep } from './approvals.queries.ts'
import { coveredFacts, readinessFacts } from './readiness.ts'
import { planSnapshot } from './snapshot.ts'

export async function readiness(context: HostContext, input: InputOf<typeof approvalsContract.readiness>) {
  return readinessLines(context.db, await visitOf(context.db, input.visitId))
}

async function readinessLines(db: Db, visit: VisitRow) {
  return readinessOf(await readinessFacts(db, visit), (await rulesOf(db)).severities)
}

export const versions = (context: HostContext, input: InputOf<typeof approvalsContract.versions>) =>
  versionsOfVisit(context, input.visitId)

export function submit(context: HostContext, input: InputOf<typeof approvalsContract.submit>) {
  return perform(context, async (tx, act) => {
    const visit = await visitOf(tx, input.visitId)
    await seen('visit', visit, input.revision, () => asVisit(tx, visit))
    if (visit.status !== 'planning' && visit.status !== 'inquiry') throw notAllowed('statusStep')
    const lines = await readinessLines(tx, visit)
    if (!isReady(lines))
      throw notReady([...new Set(lines.filter(line => line.severity === 'blocks').map(line => line.code))])
    const version = await freeze(context, tx, act, visit, input.note)
    const submitted = await updateRow(tx, act, 'visit', visit, {
      status: 'submitted',
      coveredFacts: await coveredFacts(tx, visit),
    })
    const after = version.chain.length === 0 ? await approve(tx, act, submitted, version) : submitted
    return { visit: await asVisit(tx, after) }
  })
}

/** Keeps the plan as it is now as the visit's next version. */
export async function freeze(
  context: HostContext,
  tx: Tx,
  act: Act,
  visit: VisitRow,
  note: string,
): Promise<PlanVersionRow> {
  const { chain } = (await rulesOf(tx)).grades[visit.grade]
  const accounts = new Map(
    (await tx.selectFrom('account').select(['id', 'name']).execute()).map(row => [row.id, row.name]),
  )
  const number = (await planNumber(tx, visit.id)) + 1
  for (const old of await linesOfVisit(tx, 'planVersion', visit.id))
    if (old.status === 'approved') await updateRow(tx, act, 'planVersion', old, { status: 'superseded' })
  const version = await insertRow(tx, act, 'planVersion', {
    id: context.newId(),
    visitId: visit.id,
    number,
    status: 'submitted',
    chain: chain.map(step => ({ ...step, accountName: (step.accountId && accounts.get(step.accountId)) || '' })),
    submittedAt: await officeNow(context, tx),
    submittedBy: context.actor,
    note,
  })
  await tx
    .insertInto('planSnapshot')
    .values({ versionId: version.id, body: await planSnapshot(tx, visit) })
    .execute()
  return version
}

/** Approved: tentative bookings are confirmed with it. */
async function approve(tx: Tx, act: Act, visit: VisitRow, version: PlanVersionRow): Promise<VisitRow> {
  await updateRow(tx, act, 'planVersion', version, { status: 'approved' })
  const after = await updateRow(tx, act, 'visit', visit, { status: 'approved' })
  await settleBookings(tx, act, visit, after)
  return after
}

export function withdraw(context: HostContext, input: InputOf<typeof approvalsContract.withdraw>) {
  return perform(context, async (tx, act) => {
    const visit = await visitOf(tx, input.visitId)
    const version = (await linesOfVisit(tx, 'planVersion', visit.id)).find(each => each.status === 'submitted')
    if (visit.status !== 'submitted' || !version) throw notAllowed('notSubmitted')
    return { visit: await asVisit(tx, await backToPlanning(tx, act, visit, version, 'withdrawn')) }
  })
}

async function backToPlanning(
  tx: Tx,
  act: Act,
  visit: VisitRow,
  version: PlanVersionRow | undefined,
  status: PlanVersionRow['status'],
): Promise<VisitRow> {
  if (version) await updateRow(tx, act, 'planVersion', version, { status })
  return updateRow(tx, act, 'visit', visit, { status: 'planning', coveredFacts: null })
}

interface Verdict {
  versionId: string
  step: number
  verdict: 'approved' | 'sent_back'
  comment: string
}

export function decide(context: HostContext, input: Verdict) {
  return perform(context, async (tx, act) => {
    const { visit, version } = await waitingVersion(tx, input)
    if (!(await mayDecide(context, tx, version, input.step))) throw forbidden('decide')
    return settleDecision(context, tx, act, visit, version, input, {
      person: context.actor,
      decidedAt: await officeNow(context, tx),
      recordedBy: '',
      means: 'here',
    })
  })
}

export async function record(
  context: HostContext,
  input: Verdict & { person: string; decidedAt: WallTime; means: 'paper' | 'phone'; scan: File | null },
) {
  const copy = input.scan ? await copyFile(context, input.scan) : null
  return perform(context, async (tx, act) => {
    const { visit, version } = await waitingVersion(tx, input)
    if (input.decidedAt > (await officeNow(context, tx))) throw notAllowed('decidedInFuture')
    if (!copy && input.comment === '') throw notAllowed('scanOrNote')
    const answer = await settleDecision(context, tx, act, visit, version, input, {
      person: input.person,
      decidedAt: input.decidedAt,
      recordedBy: context.actor,
      means: input.means,
    })
    if (copy)
      await keepAttachment(
        context,
        tx,
        act,
        { visitId: visit.id, taskId: null, decisionId: answer.decision.id, addedAt: await officeNow(context, tx) },
        copy,
      )
    return answer
  })
}

/** The version and step that a decision is for, as long as it waits for just this one. */
async function waitingVersion(tx: Tx, input: Verdict): Promise<{ visit: VisitRow; version: PlanVersionRow }> {
  const version = await findRow(tx, 'planVersion', input.versionId)
  if (!version) throw notFound('planVersion', input.versionId)
  const decided = await tx
    .selectFrom('decision')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('versionId', '=', version.id)
    .executeTakeFirstOrThrow()
  if (waitingStep(version, decided.count) !== input.step) throw notAllowed('stepDecided')
  if (input.verdict === 'sent_back' && input.comment === '') throw notAllowed('reasonMissing')
  return { visit: await visitOf(tx, version.visitId), version }
}

async function settleDecision(
  context: HostContext,
  tx: Tx,
  act: Act,
  visit: VisitRow,
  version: PlanVersionRow,
  input: Verdict,
  by: Pick<DecisionRow, 'person' | 'decidedAt' | 'recordedBy' | 'means'>,
) {
  const decision = await insertRow(tx, act, 'decision', {
    id: context.newId(),
    visitId: visit.id,
    versionId: version.id,
    step: input.step,
    verdict: input.verdict,
    comment: input.comment,
    ...by,
  })
  const after =
    input.verdict === 'sent_back'
      ? await backToPlanning(tx, act, visit, version, 'sent_back')
      : input.step === version.chain.length - 1
        ? await approve(tx, act, visit, version)
        : visit
  return { visit: await asVisit(tx, after), decision }
}

export async function changes(context: HostContext, input: InputOf<typeof approvalsContract.changes>) {
  const visit = await visitOf(context.db, input.visitId)
  const before = await snapshotOf(context.db, visit.id, input.from)
  const after =
    input.to === null ? await planSnapshot(context.db, visit) : await snapshotOf(context.db, visit.id, input.to)
  if (!before || !after) throw notFound('planVersion', String(before ? input.to : input.from))
  return planDiff(before, after)
}

const COVERING = new Set(['visit', 'booking', 'itineraryItem', 'meal', 'allocation', 'assignment'])

/**
 * Whatever somebody does, and wherever: a change to what a submitted or approved plan covers is refused REAPPROVAL until the person
 * was warned; then the plan goes back to planning in the same act. An archived visit is not changed any more.
 */
export async function guardApproved(context: HostContext, tx: Tx, act: Act): Promise<void> {
  const visitIds = new Set(act.touched.map(each => each.visitId))
  for (const visitId of visitIds) {
    if (visitId === null) continue
    const own = act.touched.filter(each => each.visitId === visitId)
    // What the act has written of the visit itself is the visit as it is now.
    const written = own.findLast(each => each.entity === 'visit')
    const visit = written ? (written.row as VisitRow | null) : await findRow(tx, 'visit', visitId)
    if (!visit) continue
    const steps = own.some(each => each.entity === 'visit' && each.columns.includes('status'))
    if (visit.status === 'archived' && !steps) throw notAllowed('visitArchived')
    if (visit.coveredFacts === null || (visit.status !== 'submitted' && visit.status !== 'approved')) continue
    if (!own.some(each => COVERING.has(each.entity))) continue
    const changed = coveredChanges(visit.coveredFacts, await coveredFacts(tx, visit))
    if (changed.length === 0) continue
    if (!context.reapprove) throw reapproval(visit.status, changed)
    const version = (await linesOfVisit(tx, 'planVersion', visit.id)).find(each => each.status === visit.status)
    await backToPlanning(tx, act, visit, version, visit.status === 'approved' ? 'superseded' : 'withdrawn')
  }
}

/** What this file answers of the contract's `approvals`. */
export const approvalsAnswers = answers(approvalsContract, {
  readiness,
  versions,
  submit,
  withdraw,
  decide,
  record,
  changes,
})

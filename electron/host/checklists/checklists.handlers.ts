import type { Task } from '../../../shared/contract/checklists.ts'
import { checklists as checklistsContract } from '../../../shared/contract/checklists.ts'
import { followItinerary } from '../../../shared/domain/plan/checklist.ts'
import type { TaskRow, VisitRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'
import { deleteRow, insertRow, perform, updateRow } from '../acts/recorded.ts'
import { findRow } from '../acts/rows.ts'
import { lineHandlers, linesOfVisit } from '../acts/visitLines.ts'
import { copyFile, findAttachment, keepAttachment } from '../files/attachments.ts'
import { itemRowsOfVisit } from '../itinerary/itinerary.queries.ts'
import { officeNow } from '../office/office.queries.ts'
import { rulesOf } from '../rules/rules.queries.ts'
import { visitOf } from '../visits/visits.queries.ts'
import { presentTasks } from './checklists.queries.ts'

const lines = lineHandlers<'task', Task>({
  table: 'task',
  present: presentTasks,
  settle: async (_, row, before) => ({
    ...row,
    dueByHand: before && before.dueAt !== row.dueAt ? true : row.dueByHand,
    // Somebody who words a task anew words it in one language.
    titleLatin: before && before.title !== row.title ? '' : row.titleLatin,
  }),
})

export const { list, add, update } = lines

/** A task of the template is only dropped, so that the next change of the itinerary does not bring it back. */
export function remove(context: HostContext, input: InputOf<typeof checklistsContract.remove>) {
  return perform(context, async (tx, act) => {
    for (const id of input.ids) {
      const row = await taskOf(tx, id)
      if (row.templateKey !== '') {
        await updateRow(tx, act, 'task', row, { state: 'dropped' })
        continue
      }
      for (const file of await tx.selectFrom('attachment').selectAll().where('taskId', '=', id).execute())
        await deleteRow(tx, act, 'attachment', file)
      await deleteRow(tx, act, 'task', row)
    }
    return {}
  })
}

export function make(context: HostContext, input: InputOf<typeof checklistsContract.make>) {
  return perform(context, async (tx, act) => {
    const visit = await visitOf(tx, input.visitId)
    await updateRow(tx, act, 'visit', visit, { hasChecklist: true })
    return { added: await bringUpToDate(context, tx, act, visit) }
  })
}

export function tick(context: HostContext, input: InputOf<typeof checklistsContract.tick>) {
  return perform(context, async (tx, act) => {
    const before = await taskOf(tx, input.id)
    const after = await updateRow(tx, act, 'task', before, {
      doneAt: input.done ? (before.doneAt ?? (await officeNow(context, tx))) : null,
      doneBy: input.done ? before.doneBy || context.actor : '',
    })
    const [line] = await presentTasks(tx, [after])
    if (!line) throw notFound('task', input.id)
    return { line }
  })
}

export async function attach(context: HostContext, input: InputOf<typeof checklistsContract.attach>) {
  const task = await taskOf(context.db, input.taskId)
  const copy = await copyFile(context, input.file)
  return perform(context, async (tx, act) => ({
    attachment: await keepAttachment(
      context,
      tx,
      act,
      { visitId: task.visitId, taskId: task.id, decisionId: null, addedAt: await officeNow(context, tx) },
      copy,
    ),
  }))
}

export function detach(context: HostContext, input: InputOf<typeof checklistsContract.detach>) {
  return perform(context, async (tx, act) => {
    const row = await findAttachment(tx, input.attachmentId)
    if (!row?.taskId) throw notFound('attachment', input.attachmentId)
    await deleteRow(tx, act, 'attachment', row)
    return {}
  })
}

const ITINERARY = new Set(['startsAt', 'endsAt', 'kind', 'personInCharge', 'visitId'])
const VISIT = new Set(['grade', 'kind', 'startsOn', 'endsOn', 'coordinator'])

/** A checklist that was made follows its itinerary: tasks come, go and move with the stops they are for. */
export async function followChecklist(context: HostContext, tx: Tx, act: Act): Promise<void> {
  const visitIds = new Set(
    act.touched
      .filter(
        ({ entity, columns }) =>
          (entity === 'itineraryItem' && columns.some(column => ITINERARY.has(column))) ||
          (entity === 'visit' && columns.some(column => VISIT.has(column))),
      )
      .map(each => each.visitId),
  )
  for (const visitId of visitIds) {
    const visit = visitId === null ? undefined : await findRow(tx, 'visit', visitId)
    if (visit?.hasChecklist) await bringUpToDate(context, tx, act, visit)
  }
}

async function bringUpToDate(context: HostContext, tx: Tx, act: Act, visit: VisitRow): Promise<number> {
  const { checklist } = await rulesOf(tx)
  const tasks = await linesOfVisit(tx, 'task', visit.id)
  const items = await itemRowsOfVisit(tx, visit.id)
  const { add: wanted, change } = followItinerary(checklist, visit, items, tasks)
  for (const { id, patch } of change) {
    const row = tasks.find(task => task.id === id)
    if (row)
      await updateRow(tx, act, 'task', row, {
        ...patch,
      })
  }
  for (const task of wanted) await insertRow(tx, act, 'task', { ...task, id: context.newId(), visitId: visit.id })
  return wanted.length
}

/** Before a stop goes for good, its tasks let go of it: what is done stays on the list, the rest retires. */
export async function letGoOfItem(tx: Tx, act: Act, itemId: string): Promise<void> {
  const tasks = await tx.selectFrom('task').selectAll().where('itemId', '=', itemId).execute()
  for (const task of tasks)
    await updateRow(tx, act, 'task', task, {
      itemId: null,
      ...(task.doneAt === null && task.state === 'live' ? { state: 'retired' } : {}),
    })
}

async function taskOf(db: Db, id: string): Promise<TaskRow> {
  const row = await findRow(db, 'task', id)
  if (!row) throw notFound('task', id)
  return row
}

/** What this file answers of the contract's `checklists`. */
export const checklistsAnswers = answers(checklistsContract, { list, add, update, remove, make, tick, attach, detach })

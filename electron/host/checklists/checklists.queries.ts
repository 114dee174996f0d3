import type { Task } from '../../../shared/contract/checklists.ts'
import type { TaskRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'
import { toAttachment } from '../files/attachments.ts'

/** Tasks as they are shown: by due time, those without one last; what was dropped by hand is not shown. */
export async function presentTasks(db: Db, rows: readonly TaskRow[]): Promise<Task[]> {
  const files = await db
    .selectFrom('attachment')
    .selectAll()
    .where(
      'task_id',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('id')
    .execute()
  return rows
    .filter(row => row.state !== 'dropped')
    .map(row => ({
      id: row.id,
      visitId: row.visit_id,
      itemId: row.item_id,
      title: row.title,
      titleLatin: row.title_latin,
      category: row.category,
      person: row.person,
      dueAt: row.due_at,
      notes: row.notes,
      fromTemplate: row.template_key !== '',
      doneAt: row.done_at,
      doneBy: row.done_by,
      retired: row.state === 'retired',
      attachments: files.filter(file => file.task_id === row.id).map(toAttachment),
      revision: row.revision,
    }))
    .sort((a, b) => {
      const [first, second] = [a.dueAt ?? '9', b.dueAt ?? '9']
      return first < second ? -1 : first > second ? 1 : 0
    })
}

/** Live tasks that are not done and due before a moment, of visits that are still on. */
export async function tasksDue(db: Db, until: string) {
  const rows = await db
    .selectFrom('task as t')
    .innerJoin('visit as v', 'v.id', 't.visit_id')
    .select([
      't.id',
      't.visit_id as visitId',
      'v.title as visitTitle',
      'v.title_latin as visitTitleLatin',
      't.title',
      't.title_latin as titleLatin',
      't.person',
      't.due_at as dueAt',
    ])
    .where('t.done_at', 'is', null)
    .where('t.state', '=', 'live')
    .where('t.due_at', '<', until)
    .where('v.status', 'not in', ['cancelled', 'archived'])
    .orderBy('t.due_at')
    .limit(200)
    .execute()
  return rows.flatMap(({ dueAt, ...row }) => (dueAt === null ? [] : [{ ...row, dueAt }]))
}

import type { Task } from '../../../shared/contract/checklists.ts'
import type { TaskRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'

/** Tasks as they are shown: by due time, those without one last; what was dropped by hand is not shown. */
export async function presentTasks(db: Db, rows: readonly TaskRow[]): Promise<Task[]> {
  const files = await db
    .selectFrom('attachment')
    .selectAll()
    .where(
      'taskId',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('id')
    .execute()
  return rows
    .filter(row => row.state !== 'dropped')
    .map(row => ({
      ...row,
      fromTemplate: row.templateKey !== '',
      retired: row.state === 'retired',
      attachments: files.filter(file => file.taskId === row.id),
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
    .innerJoin('visit as v', 'v.id', 't.visitId')
    .select([
      't.id',
      't.visitId',
      'v.title as visitTitle',
      'v.titleLatin as visitTitleLatin',
      't.title',
      't.titleLatin',
      't.person',
      't.dueAt',
    ])
    .where('t.doneAt', 'is', null)
    .where('t.state', '=', 'live')
    .where('t.dueAt', '<', until)
    .where('v.status', 'not in', ['cancelled', 'archived'])
    .orderBy('t.dueAt')
    .limit(200)
    .execute()
  return rows.flatMap(({ dueAt, ...row }) => (dueAt === null ? [] : [{ ...row, dueAt }]))
}

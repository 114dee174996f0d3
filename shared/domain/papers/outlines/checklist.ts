import { dayOf } from '../../time.ts'
import { fact, type Outline, type Part, row, TICK, TICKED } from '../outline.ts'
import { joined, type Speaker, shortMoment } from '../speaker.ts'
import type { Told, ToldTask } from '../told.ts'
import { daysFact, head, nothing, outline, type PaperName, taskRuns } from './common.ts'

/** What has to be ready, day by day, with a box to tick. */
export function checklistOutline(told: Told, speak: Speaker, paper: PaperName): Outline {
  const { visit } = told
  const tasks = told.tasks.filter(task => !task.retired)
  return outline(told, speak, paper, { margin: 16 }, [
    head(told, speak, paper, [
      daysFact(visit, speak),
      fact(speak.word('fields.coordinator'), speak.staff(visit.coordinator)),
    ]),
    ...(tasks.length === 0 ? [nothing(speak.word('checklist.none'))] : [byDueDay(tasks, speak)]),
  ])
}

function byDueDay(tasks: readonly ToldTask[], speak: Speaker): Part {
  const both = speak.language === 'both'
  const dueDay = (task: ToldTask) => (task.dueAt ? dayOf(task.dueAt) : '')
  return {
    kind: 'table',
    key: 'tasks',
    columns: [
      { title: ' ', width: 8 },
      { title: speak.word('fields.dueAt'), width: 18 },
      { title: speak.word('fields.task'), width: 'rest' },
      { title: speak.word('fields.category'), width: both ? 37 : 26 },
      { title: speak.word('fields.person'), width: both ? 31 : 25 },
      { title: speak.word('fields.doneBy'), width: 34 },
    ],
    groups: [...new Set(tasks.map(dueDay))].map(day => ({
      title: day === '' ? speak.word('checklist.undated') : speak.day(day),
      rows: tasks
        .filter(task => dueDay(task) === day)
        .map(task =>
          row(
            task.id,
            task.doneAt ? TICKED : TICK,
            task.dueAt?.slice(11) ?? '',
            taskRuns(task, speak),
            speak.word(`taskCategory.${task.category}`),
            speak.staffRuns(task.person),
            task.doneAt ? joined([speak.staff(task.doneBy), shortMoment(task.doneAt)]) : '',
          ),
        ),
    })),
  }
}

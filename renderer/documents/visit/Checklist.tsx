import { pageOf } from '../../../shared/contract/documents.ts'
import { dayOf, weekdayOf } from '../../../shared/domain/time.ts'
import { staffName } from '../paper/documentData.ts'
import { daysText, foot, Staff } from '../paper/itineraryParts.tsx'
import { type Block, groupedBlocks, Pages } from '../paper/Pages.tsx'
import { type DocumentProps, headBlock, moment } from '../paper/parts.tsx'

/** What has to be ready, day by day, with a box to tick. */
export function Checklist({ request, data }: DocumentProps<'checklist'>) {
  const { label, plan, visit } = data
  const tasks = plan.tasks.filter(task => !task.retired)
  const dueDay = (task: { dueAt: string | null }) => (task.dueAt ? dayOf(task.dueAt) : '')
  const days = [...new Set(tasks.map(dueDay))]
  const blocks: Block[] = [
    headBlock(data, request, [
      [label('fields.day'), daysText(data)],
      [label('fields.coordinator'), staffName(data, visit.coordinator)],
    ]),
    ...groupedBlocks(
      'tasks',
      [
        { title: ' ', width: '8mm' },
        { title: label('fields.dueAt'), width: '18mm' },
        { title: label('fields.task'), width: 'auto' },
        { title: label('fields.category'), width: request.language === 'both' ? '37mm' : '26mm' },
        { title: label('fields.person'), width: request.language === 'both' ? '31mm' : '25mm' },
        { title: label('fields.doneBy'), width: '34mm' },
      ],
      days.map(day => ({
        title: day === '' ? label('checklist.undated') : `${day} ${label(`weekday.${weekdayOf(day)}`)}`,
        rows: tasks
          .filter(task => dueDay(task) === day)
          .map(task => ({
            key: task.id,
            cells: [
              <span key="tick" className="tick">
                {task.doneAt ? '✓' : ''}
              </span>,
              task.dueAt?.slice(11) ?? '',
              request.language === 'en' && task.titleLatin ? task.titleLatin : task.title,
              label(`taskCategory.${task.category}`),
              <Staff key="person" name={task.person} of={data} />,
              task.doneAt ? `${staffName(data, task.doneBy)} ${moment(task.doneAt).slice(5)}` : '',
            ],
          })),
      })),
    ),
  ]
  if (tasks.length === 0) blocks.push({ key: 'none', keepWithNext: false, node: <p>{label('checklist.none')}</p> })
  return <Pages page={pageOf(request)} margin={16} blocks={blocks} foot={foot(data)} />
}

import { dutiesOfPerson } from '../../plan/staffing.ts'
import { fact, type Line, lines, type Outline, type Part, row, small, strong, TICK, table } from '../outline.ts'
import { joined, type Speaker, shortMoment, whenOf } from '../speaker.ts'
import type { Told, ToldStop } from '../told.ts'
import {
  coordinatorFact,
  daysFact,
  guestsAt,
  head,
  nothing,
  outline,
  type PaperName,
  planBLines,
  stopLines,
  taskRuns,
} from './common.ts'

/** What one person does, and nothing else: when, where, as what, with whom. A page for each person. */
export function runSheetsOutline(
  told: Told,
  speak: Speaker,
  paper: PaperName,
  { person }: { person: string },
): Outline {
  const names = person ? [person] : [...new Set(told.duties.map(duty => duty.name))]
  return outline(told, speak, paper, { margin: 16 }, [
    ...names.flatMap((name, index): Part[] => [
      head(
        told,
        speak,
        paper,
        [
          fact(speak.word('staffing.person'), speak.staff(name)),
          daysFact(told.visit, speak),
          coordinatorFact(told.visit, speak),
        ],
        { key: `head-${name}`, startsPage: index > 0 },
      ),
      stops(name, told, speak),
      ...tasks(name, told, speak),
    ]),
    ...(names.length === 0 ? [head(told, speak, paper, []), nothing(speak.word('staffing.nobody'))] : []),
  ])
}

const stops = (name: string, told: Told, speak: Speaker): Part =>
  table(
    `stops-${name}`,
    [
      { title: speak.word('fields.time'), width: 37 },
      { title: speak.word('fields.content'), width: 'rest' },
      { title: speak.word('fields.duty'), width: 28 },
      { title: speak.word('documents.together'), width: 54 },
    ],
    dutiesOfPerson(told.duties, name).flatMap(stop => {
      const item = told.items.find(each => each.id === stop.itemId)
      if (!item) return []
      return [
        row(
          stop.itemId,
          strong(whenOf(item)),
          [
            ...stopLines(item, speak),
            ...lines(small(speak.word('today.people', { count: guestsAt(item, told).length })), small(item.notes)),
            ...planBLines(item, speak),
          ],
          speak.list(stop.roles.map(role => speak.word(`assignmentRole.${role}`))),
          withWhom(name, item, told, speak),
        ),
      ]
    }),
  )

/** Who else is there, and which cars. */
const withWhom = (name: string, item: ToldStop, { duties, trips }: Told, speak: Speaker): readonly Line[] => [
  ...lines(
    ...duties
      .filter(duty => duty.itemId === item.id && duty.name !== name)
      .map(duty => [
        speak.staffRuns(duty.name),
        ' ',
        { text: speak.word(`assignmentRole.${duty.role}`), small: true as const },
        ` ${duty.phone}`,
      ]),
  ),
  ...lines(
    ...trips
      .filter(trip => trip.itemId === item.id)
      .map(trip => small(joined([trip.vehicleName, trip.plate, trip.meetingPoint]))),
  ),
]

function tasks(name: string, told: Told, speak: Speaker): Part[] {
  const open = told.tasks.filter(task => task.person === name && !task.retired && task.doneAt === null)
  if (open.length === 0) return []
  return [
    table(
      `tasks-${name}`,
      [
        { title: ' ', width: 10 },
        { title: speak.word('fields.task'), width: 'rest' },
        { title: speak.word('fields.dueAt'), width: 36 },
      ],
      open.map(task => row(task.id, TICK, taskRuns(task, speak), shortMoment(task.dueAt))),
    ),
  ]
}

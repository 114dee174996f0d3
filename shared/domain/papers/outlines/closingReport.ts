import { moneyText } from '../../money.ts'
import { dayOf } from '../../time.ts'
import { fact, type Outline, type Part, ROOM, row, type Said, strong, table, titled } from '../outline.ts'
import { moment, type Speaker, whenOf } from '../speaker.ts'
import type { Told } from '../told.ts'
import {
  budgetSums,
  budgetTitle,
  coordinatorFact,
  daysFact,
  head,
  headsText,
  outline,
  type PaperName,
  taskRuns,
} from './common.ts'

/** What happened, what was given, what it cost, what is still to be done; room for what no table knows, and signatures. */
export const closingReportOutline = (told: Told, speak: Speaker, paper: PaperName): Outline =>
  outline(told, speak, paper, { margin: 16 }, [
    head(told, speak, paper, [daysFact(told.visit, speak)]),
    facts(told, speak),
    ...stops(told, speak),
    ...given(told, speak),
    ...costs(told, speak),
    { kind: 'heading', key: 'outcome-title', text: speak.word('documents.outcome') },
    { kind: 'room', key: 'outcome', count: 5 },
    { kind: 'heading', key: 'follow-title', text: speak.word('documents.followUps') },
    followUps(told, speak),
    {
      kind: 'signatures',
      key: 'signatures',
      boxes: [speak.word('fields.coordinator'), speak.word('documents.reviewer')].map(who => ({
        who,
        decided: [],
        sign: speak.word('documents.signature'),
      })),
    },
  ])

function facts({ visit, assignments }: Told, speak: Speaker): Part {
  const leaders = assignments.filter(line => line.role === 'leader').map(line => speak.staff(line.name))
  return {
    kind: 'facts',
    key: 'facts',
    facts: [
      fact(speak.word('fields.organization'), speak.of(visit, 'organization')),
      fact(speak.word('fields.grade'), speak.word(`grade.${visit.grade}`)),
      fact(speak.word('fields.headcount'), headsText(visit)),
      coordinatorFact(visit, speak),
      fact(speak.word('fields.theme'), speak.of(visit, 'theme')),
      fact(speak.word('fields.objectives'), visit.objectives),
      fact(speak.word('fields.status'), speak.word(`status.${visit.status}`)),
      fact(speak.word('assignmentRole.leader'), speak.list([...new Set(leaders)])),
    ],
  }
}

const stops = ({ items }: Told, speak: Speaker): Part[] =>
  titled(
    speak.word('section.itinerary'),
    'stops',
    [
      { title: speak.word('fields.time'), width: 37 },
      { title: speak.word('fields.content'), width: 'rest' },
      { title: speak.word('fields.place'), width: 46 },
      { title: speak.word('fields.personInCharge'), width: 30 },
    ],
    items.map(item =>
      row(item.id, whenOf(item), speak.contentRuns(item), speak.place(item), speak.staffRuns(item.personInCharge)),
    ),
  )

const given = ({ allocations }: Told, speak: Speaker): Part[] =>
  titled(
    speak.word('section.supplies'),
    'given',
    [
      { title: speak.word('fields.supply'), width: 'rest' },
      { title: speak.word('fields.amount'), width: 26, right: true },
    ],
    allocations.map(line => row(line.id, speak.runs(line.name, line.latinName), `${line.quantity} ${line.unit}`)),
  )

/** What each kind was to cost, what it cost, and what lies between. */
function costs(told: Told, speak: Speaker): Part[] {
  const sums = budgetSums(told)
  if (sums.kinds.length === 0) return []
  const line = (key: string, name: Said, { estimated, actual }: { estimated: number; actual: number | null }) =>
    row(
      key,
      name,
      moneyText(estimated),
      actual === null ? '' : moneyText(actual),
      actual === null ? '' : moneyText(actual - estimated),
    )
  return titled(
    budgetTitle(told, speak),
    'costs',
    [
      { title: speak.word('fields.kind'), width: 'rest' },
      { title: speak.word('fields.estimated'), width: 34, right: true },
      { title: speak.word('fields.actual'), width: 34, right: true },
      { title: speak.word('budget.difference'), width: 34, right: true },
    ],
    [
      ...sums.kinds.map(each => line(each.kind, speak.word(`costKind.${each.kind}`), each)),
      line('total', strong(speak.word('budget.total')), sums),
    ],
  )
}

/** What was to be prepared and was not ticked is past; what is due afterwards is still to be done. */
function followUps({ tasks, visit }: Told, speak: Speaker): Part {
  const open = tasks.filter(
    task => task.doneAt === null && !task.retired && (task.dueAt === null || dayOf(task.dueAt) > visit.endsOn),
  )
  return table(
    'follow',
    [
      { title: speak.word('fields.task'), width: 'rest' },
      { title: speak.word('staffing.person'), width: 34 },
      { title: speak.word('fields.dueAt'), width: 36 },
    ],
    [
      ...open.map(task => row(task.id, taskRuns(task, speak), speak.staffRuns(task.person), moment(task.dueAt))),
      ...[1, 2, 3].map(number => row(`empty-${number}`, ROOM, '', '')),
    ],
  )
}

import type { ReactNode } from 'react'
import { pageOf } from '../../../shared/contract/documents.ts'
import { moneyText } from '../../../shared/domain/money.ts'
import { dayOf } from '../../../shared/domain/time.ts'
import { headsOf } from '../../../shared/domain/visit.ts'
import { staffName, worded } from '../paper/documentData.ts'
import { InLanguage } from '../paper/InLanguage.tsx'
import { Content, daysText, foot, placeOf, Staff } from '../paper/itineraryParts.tsx'
import { type Block, factsBlock, headingBlock, Pages, tableBlocks } from '../paper/Pages.tsx'
import { budgetSums, type DocumentProps, headBlock, moment, whenOf, writeLines } from '../paper/parts.tsx'

/** What happened, what was given, what it cost, what is still to be done; room for what no table knows, and signatures. */
export function ClosingReport({ request, data }: DocumentProps<'closing-report'>) {
  const { label, visit, plan } = data
  // What was to be prepared and was not ticked is past; what is due afterwards is still to be done.
  const open = plan.tasks.filter(
    task => task.doneAt === null && !task.retired && (task.dueAt === null || dayOf(task.dueAt) > visit.endsOn),
  )
  const blocks: Block[] = [
    headBlock(data, request, [[label('fields.day'), daysText(data)]]),
    factsBlock('facts', [
      [label('fields.organization'), worded(data, 'organization')],
      [label('fields.grade'), label(`grade.${visit.grade}`)],
      [label('fields.headcount'), headsOf(data.visit) || ''],
      [
        label('fields.coordinator'),
        [staffName(data, visit.coordinator), visit.coordinatorPhone].filter(Boolean).join(' '),
      ],
      [label('fields.theme'), worded(data, 'theme')],
      [label('fields.objectives'), visit.objectives],
      [label('fields.status'), label(`status.${visit.status}`)],
      [
        label('assignmentRole.leader'),
        [
          ...new Set(plan.assignments.filter(line => line.role === 'leader').map(line => staffName(data, line.name))),
        ].join(label('mark.list')),
      ],
    ]),
    ...(data.items.length === 0
      ? []
      : [
          headingBlock('stops-title', label('section.itinerary')),
          ...tableBlocks(
            'stops',
            [
              { title: label('fields.time'), width: '37mm' },
              { title: label('fields.content'), width: 'auto' },
              { title: label('fields.place'), width: '46mm' },
              { title: label('fields.personInCharge'), width: '30mm' },
            ],
            data.items.map(item => ({
              key: item.id,
              cells: [
                whenOf(item),
                <Content key="content" item={item} of={data} />,
                placeOf(item, request.language),
                <Staff key="personInCharge" name={item.personInCharge} of={data} />,
              ],
            })),
          ),
        ]),
    ...(plan.allocations.length === 0
      ? []
      : [
          headingBlock('given-title', label('section.supplies')),
          ...tableBlocks(
            'given',
            [
              { title: label('fields.supply'), width: 'auto' },
              { title: label('fields.amount'), width: '26mm', right: true },
            ],
            plan.allocations.map(line => ({
              key: line.id,
              cells: [
                <InLanguage key="name" language={request.language} chinese={line.name} latin={line.latinName} />,
                `${line.quantity} ${line.unit}`,
              ],
            })),
          ),
        ]),
    ...costs(data),
    headingBlock('outcome-title', label('documents.outcome')),
    writeLines('outcome', 5),
    headingBlock('follow-title', label('documents.followUps')),
    ...tableBlocks(
      'follow',
      [
        { title: label('fields.task'), width: 'auto' },
        { title: label('staffing.person'), width: '34mm' },
        { title: label('fields.dueAt'), width: '36mm' },
      ],
      [
        ...open.map(task => ({
          key: task.id,
          cells: [
            request.language === 'en' && task.titleLatin ? task.titleLatin : task.title,
            <Staff key="person" name={task.person} of={data} />,
            moment(task.dueAt),
          ],
        })),
        ...[1, 2, 3].map(row => ({
          key: `empty-${row}`,
          cells: [<span key="room" className="empty-row" />, '', ''],
        })),
      ],
    ),
    {
      key: 'signatures',
      keepWithNext: false,
      node: (
        <div className="signatures">
          {[label('fields.coordinator'), label('documents.reviewer')].map(who => (
            <div className="box" key={who}>
              <b>{who}</b>
              <span className="line">{label('documents.signature')}</span>
            </div>
          ))}
        </div>
      ),
    },
  ]
  return <Pages page={pageOf(request)} margin={16} blocks={blocks} foot={foot(data)} />
}

/** What each kind was to cost, what it cost, and what lies between. */
function costs(data: DocumentProps<'closing-report'>['data']): Block[] {
  const { label, plan } = data
  const sums = budgetSums(data)
  if (sums.kinds.length === 0) return []
  const money = (value: number | null) => (value === null ? '' : moneyText(value))
  const cells = (name: ReactNode, line: { estimated: number; actual: number | null }) => [
    name,
    money(line.estimated),
    money(line.actual),
    line.actual === null ? '' : moneyText(line.actual - line.estimated),
  ]
  return [
    headingBlock('costs-title', `${label('section.budget')} (${plan.rules?.currency ?? ''})`),
    ...tableBlocks(
      'costs',
      [
        { title: label('fields.kind'), width: 'auto' },
        { title: label('fields.estimated'), width: '34mm', right: true },
        { title: label('fields.actual'), width: '34mm', right: true },
        { title: label('budget.difference'), width: '34mm', right: true },
      ],
      [
        ...sums.kinds.map(line => ({ key: line.kind, cells: cells(label(`costKind.${line.kind}`), line) })),
        {
          key: 'total',
          cells: cells(
            <span key="total" className="what">
              {label('budget.total')}
            </span>,
            sums,
          ),
        },
      ],
    ),
  ]
}

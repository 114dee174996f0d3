import { pageOf } from '../../../shared/contract/documents.ts'
import { dutiesOfPerson } from '../../../shared/domain/plan/staffing.ts'
import { staffName } from '../paper/documentData.ts'
import { daysText, foot, Staff } from '../paper/itineraryParts.tsx'
import { type Block, Pages, tableBlocks } from '../paper/Pages.tsx'
import { type DocumentProps, guestsAt, headBlock, stopText, whenOf } from '../paper/parts.tsx'

/** What one person does, and nothing else: when, where, as what, with whom. A page for each person. */
export function RunSheets({ request, data }: DocumentProps<'run-sheet'>) {
  const { label, plan, visit } = data
  const names = request.person ? [request.person] : [...new Set(plan.duties.map(duty => duty.name))]
  const blocks: Block[] = names.flatMap((name, index) => {
    const stops = dutiesOfPerson(plan.duties, name)
    const tasks = plan.tasks.filter(task => task.person === name && !task.retired && task.doneAt === null)
    return [
      headBlock(
        data,
        request,
        [
          [label('staffing.person'), staffName(data, name)],
          [label('fields.day'), daysText(data)],
          [
            label('fields.coordinator'),
            [staffName(data, visit.coordinator), visit.coordinatorPhone].filter(Boolean).join(' '),
          ],
        ],
        index > 0,
        `head-${name}`,
      ),
      ...tableBlocks(
        `stops-${name}`,
        [
          { title: label('fields.time'), width: '37mm' },
          { title: label('fields.content'), width: 'auto' },
          { title: label('fields.duty'), width: '28mm' },
          { title: label('documents.together'), width: '54mm' },
        ],
        stops.flatMap(stop => {
          const item = data.items.find(each => each.id === stop.itemId)
          if (!item) return []
          const others = plan.duties.filter(duty => duty.itemId === stop.itemId && duty.name !== name)
          const cars = plan.trips.filter(trip => trip.itemId === stop.itemId)
          return [
            {
              key: stop.itemId,
              cells: [
                <span key="when" className="what">
                  {whenOf(item)}
                </span>,
                <>
                  {stopText(item, data, request)}
                  <div className="small">{label('today.people', { count: guestsAt(item, data).length })}</div>
                  {item.notes && <div className="small">{item.notes}</div>}
                  {item.planB && (
                    <div className="small">
                      {label('fields.planB')}
                      {label('mark.colon')}
                      {item.planB}
                    </div>
                  )}
                </>,
                stop.roles.map(role => label(`assignmentRole.${role}`)).join(label('mark.list')),
                <>
                  {others.map(duty => (
                    <div key={`${duty.name}-${duty.role}`}>
                      <Staff name={duty.name} of={data} />{' '}
                      <span className="small">{label(`assignmentRole.${duty.role}`)}</span> {duty.phone}
                    </div>
                  ))}
                  {cars.map(trip => (
                    <div key={trip.id} className="small">
                      {trip.vehicleName} {trip.plate} {trip.meetingPoint}
                    </div>
                  ))}
                </>,
              ],
            },
          ]
        }),
      ),
      ...(tasks.length === 0
        ? []
        : tableBlocks(
            `tasks-${name}`,
            [
              { title: ' ', width: '10mm' },
              { title: label('fields.task'), width: 'auto' },
              { title: label('fields.dueAt'), width: '36mm' },
            ],
            tasks.map(task => ({
              key: task.id,
              cells: [
                <span key="tick" className="tick" />,
                request.language === 'en' && task.titleLatin ? task.titleLatin : task.title,
                task.dueAt?.slice(5).replace('T', ' ') ?? '',
              ],
            })),
          )),
    ]
  })
  if (blocks.length === 0)
    blocks.push(headBlock(data, request, []), {
      key: 'nobody',
      keepWithNext: false,
      node: <p>{label('staffing.nobody')}</p>,
    })
  return <Pages page={pageOf(request)} margin={16} blocks={blocks} foot={foot(data)} />
}

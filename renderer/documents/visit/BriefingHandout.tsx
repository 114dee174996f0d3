import { pageOf } from '../../../shared/contract/documents.ts'
import { dietCounts } from '../../../shared/domain/plan/dining.ts'
import { clockOf, dayOf } from '../../../shared/domain/time.ts'
import { headsOf } from '../../../shared/domain/visit.ts'
import { staffName, worded } from '../paper/documentData.ts'
import { daysText, foot, Staff } from '../paper/itineraryParts.tsx'
import { type Block, factsBlock, headingBlock, Pages, tableBlocks } from '../paper/Pages.tsx'
import { type DocumentProps, headBlock, stopText, whenOf } from '../paper/parts.tsx'

/** What everybody takes home from the briefing: who comes, the days, who does what, what to heed. */
export function BriefingHandout({ request, data }: DocumentProps<'briefing'>) {
  const { label, plan, visit } = data
  const { briefing } = plan
  const head = data.guests.find(guest => guest.isHead)
  const blocks: Block[] = [
    headBlock(data, request, [
      [
        label('briefing.title'),
        briefing
          ? `${dayOf(briefing.startsAt)} ${clockOf(briefing.startsAt)}–${clockOf(briefing.endsAt)} ${briefing.roomName || briefing.place}`
          : '',
      ],
    ]),
    factsBlock('facts', [
      [label('fields.organization'), worded(data, 'organization')],
      [label('fields.day'), daysText(data)],
      [label('fields.headcount'), headsOf(data.visit) || ''],
      [label('fields.isHead'), head ? `${head.name} ${head.title}` : ''],
      [label('fields.theme'), worded(data, 'theme')],
      [label('fields.objectives'), visit.objectives],
      [label('fields.topics'), visit.topics],
      [label('fields.taboos'), visit.taboos],
      [
        label('fields.language'),
        [...new Set(data.guests.map(guest => guest.language).filter(Boolean))].join(label('mark.list')),
      ],
      [
        label('fields.diets'),
        dietCounts(data.guests)
          .map(({ diet, count }) => `${diet} ${count}`)
          .join(label('mark.comma')),
      ],
      [label('fields.dress'), worded(data, 'dress')],
      [label('fields.agenda'), briefing?.agenda ?? ''],
    ]),
    headingBlock('itinerary-title', label('section.itinerary')),
    ...tableBlocks(
      'itinerary',
      [
        { title: label('fields.time'), width: '37mm' },
        { title: label('fields.content'), width: 'auto' },
        { title: label('fields.personInCharge'), width: '36mm' },
        { title: label('section.staffing'), width: '52mm' },
      ],
      data.items.map(item => ({
        key: item.id,
        cells: [
          <span key="when" className="what">
            {whenOf(item)}
          </span>,
          <>
            {stopText(item, data, request)}
            {item.planB && (
              <div className="small">
                {label('fields.planB')}
                {label('mark.colon')}
                {item.planB}
              </div>
            )}
          </>,
          <>
            <Staff name={item.personInCharge} of={data} />
            <div className="small">{item.phone}</div>
          </>,
          plan.duties
            .filter(duty => duty.itemId === item.id && duty.role !== 'inCharge')
            .map(duty => `${label(`assignmentRole.${duty.role}`)} ${staffName(data, duty.name)}`)
            .join(label('mark.clause')),
        ],
      })),
    ),
  ]
  if (plan.attendees.length > 0)
    blocks.push(
      headingBlock('attendees-title', label('documents.attendance')),
      ...tableBlocks(
        'attendees',
        [
          { title: label('fields.name'), width: '40mm' },
          { title: label('fields.phone'), width: '44mm' },
          { title: label('fields.duty'), width: 'auto' },
          { title: label('documents.signature'), width: '40mm' },
        ],
        plan.attendees.map(attendee => ({
          key: attendee.id,
          cells: [
            <Staff key="name" name={attendee.name} of={data} />,
            attendee.phone,
            attendee.duty
              .split(' ')
              .filter(Boolean)
              .map(role => label(`assignmentRole.${role}`, { defaultValue: role }))
              .join(label('mark.list')),
            attendee.attended ? '✓' : '',
          ],
        })),
      ),
    )
  return <Pages page={pageOf(request)} margin={16} blocks={blocks} foot={foot(data)} />
}

import { pageOf } from '../../../shared/contract/documents.ts'
import { moneyText } from '../../../shared/domain/money.ts'
import { headsOf } from '../../../shared/domain/visit.ts'
import { organizationOf, staffName, worded } from '../paper/documentData.ts'
import { InLanguage } from '../paper/InLanguage.tsx'
import { Content, contentOf, daysText, foot, placeOf, Staff } from '../paper/itineraryParts.tsx'
import { type Block, factsBlock, headingBlock, Pages, tableBlocks } from '../paper/Pages.tsx'
import { budgetSums, type DocumentProps, guestNames, headBlock, moment, Names, whenOf } from '../paper/parts.tsx'

/** The whole reception plan, ready to be signed. Nothing in it of anybody's health, religion or ethnicity. */
export function Plan(props: DocumentProps<'plan'>) {
  const { data, request } = props
  return (
    <Pages
      page={pageOf(request)}
      margin={16}
      foot={foot(data)}
      blocks={[
        ...overview(props),
        ...guests(props),
        ...itinerary(props),
        ...staffing(props),
        ...transport(props),
        ...lodging(props),
        ...dining(props),
        ...supplies(props),
        ...budget(props),
        ...signatures(props),
      ]}
    />
  )
}

type Props = DocumentProps<'plan'>

function overview({ data, request }: Props): Block[] {
  const { label, visit } = data
  return [
    headBlock(data, request, [[label('fields.day'), daysText(data)]]),
    factsBlock('overview', [
      [label('fields.organization'), worded(data, 'organization')],
      [label('fields.grade'), label(`grade.${visit.grade}`)],
      [label('fields.visitKind'), label(`visitKind.${visit.kind}`)],
      [label('fields.headcount'), headsOf(data.visit) || ''],
      [label('fields.contactName'), [visit.contactName, visit.contactPhone].filter(Boolean).join(' ')],
      [
        label('fields.coordinator'),
        [staffName(data, visit.coordinator), visit.coordinatorPhone].filter(Boolean).join(' '),
      ],
      [label('fields.theme'), worded(data, 'theme')],
      [label('fields.objectives'), visit.objectives],
      [label('fields.purpose'), visit.purpose],
      [label('fields.topics'), visit.topics],
      [label('fields.expectations'), visit.expectations],
      [label('fields.preferences'), visit.preferences],
      [label('fields.taboos'), visit.taboos],
      [label('fields.dress'), worded(data, 'dress')],
      [label('fields.notes'), visit.notes],
    ]),
  ]
}

function guests({ data, request }: Props): Block[] {
  const { label } = data
  if (data.guests.length === 0) return []
  return [
    headingBlock('guests-title', label('section.guests')),
    ...tableBlocks(
      'guests',
      [
        { title: '#', width: '8mm' },
        { title: label('fields.name'), width: '46mm' },
        { title: label('fields.title'), width: '32mm' },
        { title: label('fields.organization'), width: 'auto' },
        { title: label('fields.diet'), width: '22mm' },
        { title: label('overview.arrivals'), width: '32mm' },
      ],
      data.guests.map((guest, index) => ({
        key: guest.id,
        cells: [
          index + 1,
          <>
            <span className="what">
              <InLanguage language={request.language} chinese={guest.name} latin={guest.latinName} />
            </span>
            {guest.isHead && <span className="small"> {label('fields.isHead')}</span>}
          </>,
          guest.title,
          organizationOf(guest, data),
          guest.diet,
          [guest.arrivalNumber, moment(guest.arrivalAt).slice(5)].filter(Boolean).join(' '),
        ],
      })),
    ),
  ]
}

function itinerary({ data, request }: Props): Block[] {
  const { label } = data
  if (data.items.length === 0) return []
  return [
    headingBlock('itinerary-title', label('section.itinerary')),
    ...tableBlocks(
      'itinerary',
      [
        { title: label('fields.time'), width: '37mm' },
        { title: label('fields.content'), width: 'auto' },
        { title: label('fields.place'), width: '42mm' },
        { title: label('fields.personInCharge'), width: '30mm' },
      ],
      data.items.map(item => ({
        key: item.id,
        cells: [
          <span key="when" className="what">
            {whenOf(item)}
          </span>,
          <>
            <span className="what">
              <Content item={item} of={data} />
            </span>
            {item.planB && (
              <div className="small">
                {label('fields.planB')}
                {label('mark.colon')}
                {item.planB}
              </div>
            )}
          </>,
          <>
            {placeOf(item, request.language)}
            <div className="small">
              {[item.setupStyle && label(`setupStyle.${item.setupStyle}`), ...item.equipment]
                .filter(Boolean)
                .join(label('mark.list'))}
            </div>
          </>,
          <>
            <Staff name={item.personInCharge} of={data} />
            <div className="small">{item.phone}</div>
          </>,
        ],
      })),
    ),
  ]
}

function staffing({ data }: Props): Block[] {
  const { label, plan } = data
  if (plan.assignments.length === 0) return []
  const stop = (itemId: string | null) => {
    const item = data.items.find(each => each.id === itemId)
    return item ? `${whenOf(item)} ${contentOf(item, data)}` : label('staffing.wholeVisit')
  }
  return [
    headingBlock('staffing-title', label('section.staffing')),
    ...tableBlocks(
      'staffing',
      [
        { title: label('staffing.role'), width: '30mm' },
        { title: label('fields.name'), width: '34mm' },
        { title: label('fields.phone'), width: '36mm' },
        { title: label('fields.content'), width: 'auto' },
      ],
      plan.assignments.map(line => ({
        key: line.id,
        cells: [
          label(`assignmentRole.${line.role}`),
          <Staff key="name" name={line.name} of={data} />,
          line.phone,
          stop(line.itemId),
        ],
      })),
    ),
  ]
}

function transport({ data, request }: Props): Block[] {
  const { label, plan } = data
  const blocks: Block[] = []
  if (plan.trips.length > 0)
    blocks.push(
      headingBlock('transport-title', label('section.transport')),
      ...tableBlocks(
        'trips',
        [
          { title: label('fields.time'), width: '37mm' },
          { title: label('fields.vehicle'), width: '32mm' },
          { title: label('fields.driverName'), width: '28mm' },
          { title: label('fields.route'), width: 'auto' },
          { title: label('fields.passengers'), width: '44mm' },
        ],
        plan.trips.map(trip => {
          const item = data.items.find(each => each.id === trip.itemId)
          return {
            key: trip.id,
            cells: [
              item ? whenOf(item) : '',
              <>
                {trip.vehicleName}
                <div className="small">{trip.plate}</div>
              </>,
              <>
                {trip.driverName}
                <div className="small">{trip.driverPhone}</div>
              </>,
              [trip.transportNumber, trip.station, trip.meetingPoint, trip.route].filter(Boolean).join(' · '),
              trip.guestIds.length > 0 ? (
                <Names key="riders" names={guestNames(trip.guestIds, data, request)} label={label} />
              ) : (
                label('itinerary.everyone')
              ),
            ],
          }
        }),
      ),
    )
  if (plan.tickets.length > 0)
    blocks.push(
      headingBlock('tickets-title', label('transport.tickets')),
      ...tableBlocks(
        'tickets',
        [
          { title: label('fields.number'), width: '24mm' },
          { title: label('fields.traveller'), width: '30mm' },
          { title: label('fields.route'), width: 'auto' },
          { title: label('fields.departsAt'), width: '34mm' },
          { title: label('fields.seatClass'), width: '24mm' },
        ],
        plan.tickets.map(ticket => ({
          key: ticket.id,
          cells: [
            ticket.number,
            data.guests.find(guest => guest.id === ticket.guestId)?.name ?? ticket.traveller,
            [ticket.fromPlace, ticket.toPlace].filter(Boolean).join(' → '),
            moment(ticket.departsAt).slice(5),
            ticket.seatClass,
          ],
        })),
      ),
    )
  return blocks
}

function lodging({ data, request }: Props): Block[] {
  const { label, plan } = data
  if (plan.stays.length === 0) return []
  return [
    headingBlock('lodging-title', label('section.lodging')),
    ...tableBlocks(
      'stays',
      [
        { title: label('fields.hotel'), width: '40mm' },
        { title: label('fields.roomType'), width: '24mm' },
        { title: label('fields.checkIn'), width: '36mm' },
        { title: label('fields.guests'), width: 'auto' },
        { title: label('fields.confirmation'), width: '28mm' },
      ],
      plan.stays.map(stay => ({
        key: stay.id,
        cells: [
          [stay.hotel, stay.roomNumber].filter(Boolean).join(' '),
          label(`roomType.${stay.roomType}`),
          `${stay.checkIn.slice(5)} – ${stay.checkOut.slice(5)}`,
          <Names key="names" names={guestNames(stay.guestIds, data, request)} label={label} />,
          stay.confirmation,
        ],
      })),
    ),
  ]
}

function dining({ data, request }: Props): Block[] {
  const { label, plan } = data
  if (plan.meals.length === 0) return []
  return [
    headingBlock('dining-title', label('section.dining')),
    ...tableBlocks(
      'meals',
      [
        { title: label('fields.time'), width: '37mm' },
        { title: label('fields.venue'), width: '42mm' },
        { title: label('fields.headcount'), width: '16mm', right: true },
        { title: label('fields.headCost'), width: '22mm', right: true },
        { title: label('fields.diets'), width: 'auto' },
      ],
      plan.meals.map(meal => {
        const item = data.items.find(each => each.id === meal.itemId)
        return {
          key: meal.id,
          cells: [
            item ? whenOf(item) : '',
            [meal.venue || (item ? placeOf(item, request.language) : ''), meal.room].filter(Boolean).join(' · '),
            meal.heads || '',
            <>
              {moneyText(meal.headCost)}
              <div className="small">{meal.overReason}</div>
            </>,
            meal.diets.map(({ diet, count }) => `${diet} ${count}`).join(label('mark.comma')),
          ],
        }
      }),
    ),
  ]
}

function supplies({ data, request }: Props): Block[] {
  const { label, plan } = data
  const lines = plan.allocations.filter(line => !line.returned)
  if (lines.length === 0) return []
  return [
    headingBlock('supplies-title', label('section.supplies')),
    ...tableBlocks(
      'supplies',
      [
        { title: label('fields.supply'), width: 'auto' },
        { title: label('fields.kind'), width: '24mm' },
        { title: label('fields.quantity'), width: '24mm', right: true },
        { title: label('fields.value'), width: '26mm', right: true },
        { title: label('fields.reason'), width: '44mm' },
      ],
      lines.map(line => ({
        key: line.id,
        cells: [
          <InLanguage key="name" language={request.language} chinese={line.name} latin={line.latinName} />,
          label(`supplyKind.${line.kind}`),
          `${line.quantity} ${line.unit}`,
          moneyText(line.quantity * line.unitValue),
          line.reason,
        ],
      })),
    ),
  ]
}

function budget({ data }: Props): Block[] {
  const { label, plan } = data
  const sums = budgetSums(data)
  if (sums.kinds.length === 0) return []
  return [
    headingBlock('budget-title', `${label('section.budget')} (${plan.rules?.currency ?? ''})`),
    ...tableBlocks(
      'budget',
      [
        { title: label('fields.kind'), width: 'auto' },
        { title: label('fields.estimated'), width: '40mm', right: true },
      ],
      [
        ...sums.kinds.map(line => ({
          key: line.kind,
          cells: [label(`costKind.${line.kind}`), moneyText(line.estimated)],
        })),
        {
          key: 'total',
          cells: [
            <span key="total" className="what">
              {label('budget.total')}
            </span>,
            <span key="sum" className="what">
              {moneyText(sums.estimated)}
            </span>,
          ],
        },
      ],
    ),
  ]
}

/** A box for everybody who has to sign: decided here already, or to be signed on paper. */
function signatures({ data }: Props): Block[] {
  const { label, plan, visit } = data
  const version = plan.versions[0]
  const steps =
    version?.chain ?? (plan.rules?.grades[visit.grade].chain ?? []).map(step => ({ ...step, accountName: '' }))
  return [
    headingBlock('signatures-title', label('section.approval')),
    {
      key: 'signatures',
      keepWithNext: false,
      node: (
        <div className="signatures">
          <div className="box">
            <span className="what">{label('documents.drawnUp')}</span>
            <span>
              <Staff name={visit.coordinator} of={data} />
            </span>
            <span className="line">{label('documents.signature')}</span>
          </div>
          {steps.map((step, index) => {
            const decision = version?.decisions.find(each => each.step === index)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other name than its place in the chain.
              <div key={index} className="box">
                <span className="what">{[step.title, step.accountName].filter(Boolean).join(' ')}</span>
                {decision ? (
                  <span>
                    {label(`verdict.${decision.verdict}`)} <Staff name={decision.person} of={data} />
                    <div className="small">
                      {moment(decision.decidedAt)}
                      {decision.means !== 'here' &&
                        ` ${label('approval.recorded', { means: label(`means.${decision.means}`), by: decision.recordedBy })}`}
                    </div>
                    <div className="small">{decision.comment}</div>
                  </span>
                ) : (
                  <span />
                )}
                <span className="line">{label('documents.signature')}</span>
              </div>
            )
          })}
          {steps.length === 0 && (
            <div className="box">
              <span>{label('approval.byItself')}</span>
            </div>
          )}
        </div>
      ),
    },
  ]
}

import { pageOf } from '../../../shared/contract/documents.ts'
import { staffName, worded } from '../paper/documentData.ts'
import { contentOf, foot, placeOf } from '../paper/itineraryParts.tsx'
import { type Block, factsBlock, Pages } from '../paper/Pages.tsx'
import { type DocumentProps, guestNames, guestsAt, headBlock, moment, Names, whenOf } from '../paper/parts.tsx'

/** One trip a slip, for the driver's hand: where, when, whom, with which flight, what the sign says. */
export function Dispatch({ request, data }: DocumentProps<'dispatch'>) {
  const { label, plan, visit } = data
  const trips = request.trip === '' ? plan.trips : plan.trips.filter(trip => trip.id === request.trip)
  const inTime = trips
    .map(trip => ({ trip, item: data.items.find(each => each.id === trip.itemId) }))
    .sort((a, b) => ((a.item?.startsAt ?? '') < (b.item?.startsAt ?? '') ? -1 : 1))
  const blocks: Block[] = inTime.flatMap(({ trip, item }, index) => {
    if (!item) return []
    const riders = trip.guestIds.length > 0 ? trip.guestIds : guestsAt(item, data).map(guest => guest.id)
    return [
      headBlock(
        data,
        request,
        [[label('fields.organization'), worded(data, 'organization')]],
        index > 0,
        `head-${trip.id}`,
      ),
      {
        key: `plate-${trip.id}`,
        keepWithNext: true,
        node: (
          <p className="big-plate">
            {trip.plate || trip.vehicleName} <span className="small">{trip.plate && trip.vehicleName}</span>
          </p>
        ),
      },
      {
        ...factsBlock(`facts-${trip.id}`, [
          [
            label('fields.time'),
            <span key="time" className="what">
              {whenOf(item)}
            </span>,
          ],
          [label('fields.content'), contentOf(item, data)],
          [label('fields.driverName'), [trip.driverName, trip.driverPhone].filter(Boolean).join(' ')],
          [label('fields.meetingPoint'), trip.meetingPoint || placeOf(item, request.language)],
          [label('fields.route'), trip.route],
          [
            label('fields.transportNumber'),
            [trip.transportNumber, trip.station, moment(trip.transportAt).slice(5)].filter(Boolean).join(' · '),
          ],
          [label('fields.signText'), trip.signText],
          [
            label('fields.passengers'),
            <>
              <Names names={guestNames(riders, data, request)} label={label} />
              <div className="small">{label('today.people', { count: riders.length })}</div>
            </>,
          ],
          [label('fields.luggage'), trip.luggage],
          [
            label('fields.personInCharge'),
            [staffName(data, item.personInCharge), item.phone].filter(Boolean).join(' '),
          ],
          [
            label('fields.coordinator'),
            [staffName(data, visit.coordinator), visit.coordinatorPhone].filter(Boolean).join(' '),
          ],
          [label('fields.notes'), trip.notes],
        ]),
      },
    ]
  })
  if (blocks.length === 0)
    blocks.push(headBlock(data, request, []), {
      key: 'none',
      keepWithNext: false,
      node: <p>{label('transport.noCar')}</p>,
    })
  return (
    <div className="single-column">
      <Pages page={pageOf(request)} margin={12} blocks={blocks} foot={foot(data)} />
    </div>
  )
}

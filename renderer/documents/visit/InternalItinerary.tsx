import { type DocumentRequest, pageOf } from '../../../shared/contract/documents.ts'
import type { Item } from '../../../shared/contract/itinerary.ts'
import { headsOf } from '../../../shared/domain/visit.ts'
import { type DocumentData, staffName, worded } from '../paper/documentData.ts'
import {
  Content,
  daysText,
  foot,
  ItineraryHead,
  itineraryRows,
  placeOf,
  Staff,
  timeOf,
} from '../paper/itineraryParts.tsx'
import { Pages } from '../paper/Pages.tsx'

/** The itinerary for the house: who is in charge with phone, room and equipment, cars and drivers, diets, notes. */
export function InternalItinerary({
  request,
  data,
}: {
  request: Extract<DocumentRequest, { kind: 'itinerary-internal' }>
  data: DocumentData
}) {
  const { label, visit } = data
  const { language } = request
  return (
    <Pages
      page={pageOf(request)}
      margin={12}
      blocks={[
        {
          key: 'head',
          keepWithNext: true,
          node: (
            <ItineraryHead
              data={data}
              language={language}
              secret
              title={label('documents.itinerary-internal')}
              facts={[
                [label('fields.day'), daysText(data)],
                [label('fields.grade'), label(`grade.${visit.grade}`)],
                [label('fields.organization'), worded(data, 'organization')],
                [label('fields.headcount'), String(headsOf(visit) || '')],
                [
                  label('fields.coordinator'),
                  [staffName(data, visit.coordinator), visit.coordinatorPhone].filter(Boolean).join(' '),
                ],
                [label('fields.contactName'), [visit.contactName, visit.contactPhone].filter(Boolean).join(' ')],
              ]}
            />
          ),
        },
        ...itineraryRows(
          data,
          [
            { title: label('fields.time'), width: '26mm' },
            { title: label('fields.content'), width: '22%' },
            { title: label('fields.place'), width: '19%' },
            { title: label('fields.personInCharge'), width: '13%' },
            { title: label('fields.vehicle'), width: '17%' },
            { title: label('fields.notes'), width: 'auto' },
          ],
          item => (
            <>
              <td className="when">{timeOf(item)}</td>
              <td>
                <span className="what">
                  <Content item={item} of={data} />
                </span>
                <div className="small">
                  {label(`itemKind.${item.kind}`)}
                  {!item.allGuests && ` · ${label('documents.someGuests', { count: item.guestIds.length })}`}
                  {item.isFixed && ` · ${label('documents.fixed')}`}
                </div>
              </td>
              <td>
                {placeOf(item, language)}
                <div className="small">{equipmentOf(item, data)}</div>
              </td>
              <td>
                <Staff name={item.personInCharge} of={data} />
                <div className="small">{item.phone}</div>
                <div className="small">{peopleOf(item, data)}</div>
              </td>
              <td>
                {data.plan.trips
                  .filter(trip => trip.itemId === item.id)
                  .map(trip => (
                    <div key={trip.id}>
                      {trip.vehicleName} {trip.plate}
                      <div className="small">
                        {trip.driverName} {trip.driverPhone}
                      </div>
                      <div className="small">
                        {[trip.transportNumber, trip.station, trip.meetingPoint].filter(Boolean).join(' · ')}
                      </div>
                    </div>
                  ))}
              </td>
              <td>
                {mealOf(item, data)}
                {item.notes && <div>{item.notes}</div>}
                {noticesOf(item, data).map(([name, value]) => (
                  <div key={name} className="small">
                    {name}
                    {label('mark.colon')}
                    {value}
                  </div>
                ))}
              </td>
            </>
          ),
        ),
      ]}
      foot={foot(data)}
    />
  )
}

/** What the stop wants of its room; where nothing is asked, what the room has. */
function equipmentOf(item: Item, data: DocumentData): string {
  const wanted =
    item.equipment.length > 0 ? item.equipment : data.rooms.find(room => room.id === item.roomId)?.equipment
  return [
    item.setupStyle && data.label(`setupStyle.${item.setupStyle}`),
    ...(wanted ?? []),
    item.nameCards && data.label('fields.nameCards'),
    item.refreshments,
  ]
    .filter(Boolean)
    .join(data.label('mark.list'))
}

/** Everybody who has something to do there beside the one in charge. */
function peopleOf(item: Item, data: DocumentData): string {
  return data.plan.assignments
    .filter(line => line.itemId === item.id)
    .map(line => `${data.label(`assignmentRole.${line.role}`)} ${staffName(data, line.name)}`)
    .join(data.label('mark.clause'))
}

/** A tour's route and rules, and what is done when it cannot be done so. */
function noticesOf(item: Item, data: DocumentData): [string, string][] {
  return (
    [
      [data.label('fields.route'), item.route],
      [data.label('fields.safetyGear'), item.safetyGear],
      [data.label('fields.photoRule'), item.photoRule && data.label(`photoRule.${item.photoRule}`)],
      [data.label('fields.planB'), item.planB],
    ] satisfies [string, string][]
  ).filter(([, value]) => value !== '')
}

/** Where the meal is when it is no room of ours, and who eats what, counted. */
function mealOf(item: Item, data: DocumentData) {
  const meal = data.plan.meals.find(each => each.itemId === item.id)
  if (!meal) return null
  return (
    <>
      <div>
        {[meal.venue, meal.room].filter(Boolean).join(' · ')} <span className="together">{meal.phone}</span>
      </div>
      <div className="what">
        {meal.diets.map(({ diet, count }) => `${diet} ${count}`).join(data.label('mark.comma'))}
      </div>
    </>
  )
}

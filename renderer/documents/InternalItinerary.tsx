import { type DocumentRequest, pageOf } from '../../shared/contract/documents.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import type { DocumentData } from './documentData.ts'
import { contentOf, daysText, foot, ItineraryHead, itineraryRows, placeOf, timeOf } from './itineraryParts.tsx'
import { Paged } from './Paged.tsx'

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
    <Paged
      page={pageOf(request)}
      margin={12}
      head={
        <ItineraryHead
          data={data}
          language={language}
          title={label('documents.itinerary-internal')}
          facts={[
            [label('fields.day'), daysText(data)],
            [label('fields.grade'), label(`grade.${visit.grade}`)],
            [label('fields.organization'), visit.organization],
            [label('fields.headcount'), String(Math.max(visit.headcount ?? 0, visit.guestCount) || '')],
            [label('fields.coordinator'), [visit.coordinator, visit.coordinatorPhone].filter(Boolean).join(' ')],
            [label('fields.contactName'), [visit.contactName, visit.contactPhone].filter(Boolean).join(' ')],
          ]}
        />
      }
      columns={[
        { title: label('fields.time'), width: '26mm' },
        { title: label('fields.content'), width: '22%' },
        { title: label('fields.place'), width: '19%' },
        { title: label('fields.personInCharge'), width: '13%' },
        { title: label('fields.vehicle'), width: '17%' },
        { title: label('fields.notes'), width: 'auto' },
      ]}
      rows={itineraryRows(data, 6, item => (
        <>
          <td className="when">{timeOf(item)}</td>
          <td>
            <span className="what">{contentOf(item, data)}</span>
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
            {item.personInCharge}
            <div className="small">{item.phone}</div>
          </td>
          <td>
            {item.vehicles.map(vehicle => (
              <div key={vehicle.id}>
                {vehicle.name} {vehicle.plate}
                <div className="small">
                  {vehicle.driverName} {vehicle.driverPhone}
                </div>
              </div>
            ))}
          </td>
          <td>
            {item.kind === 'dining' && dietsOf(item, data) !== '' && <div className="what">{dietsOf(item, data)}</div>}
            {item.notes}
          </td>
        </>
      ))}
      foot={foot(data)}
    />
  )
}

function equipmentOf(item: Item, data: DocumentData): string {
  return data.rooms.find(room => room.id === item.roomId)?.equipment.join('、') ?? ''
}

/** The diets of those who eat there, counted. */
function dietsOf(item: Item, data: DocumentData): string {
  const diners = item.allGuests ? data.guests : data.guests.filter(guest => item.guestIds.includes(guest.id))
  const counts = new Map<string, number>()
  for (const { diet } of diners) if (diet !== '') counts.set(diet, (counts.get(diet) ?? 0) + 1)
  return [...counts].map(([diet, count]) => `${diet} ${count}`).join('，')
}

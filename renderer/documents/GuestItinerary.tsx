import { type DocumentRequest, pageOf } from '../../shared/contract/documents.ts'
import type { DocumentData } from './documentData.ts'
import { contentOf, daysText, foot, ItineraryHead, itineraryRows, placeOf, timeOf } from './itineraryParts.tsx'
import { Pages } from './Pages.tsx'

/** The itinerary a guest is handed: time, content, place, host; nobody's phone but the coordinator's, nobody's health or diet. */
export function GuestItinerary({
  request,
  data,
}: {
  request: Extract<DocumentRequest, { kind: 'itinerary' }>
  data: DocumentData
}) {
  const { label, visit } = data
  const { language } = request
  return (
    <Pages
      page={pageOf(request)}
      margin={request.paper === 'a5' ? 11 : 16}
      blocks={[
        {
          key: 'head',
          keepWithNext: true,
          node: (
            <ItineraryHead
              data={data}
              language={language}
              title={label('documents.itinerary')}
              facts={[
                [label('fields.day'), daysText(data)],
                [label('fields.organization'), visit.organization],
                [label('fields.theme'), visit.theme],
                [label('documents.contact'), [visit.coordinator, visit.coordinatorPhone].filter(Boolean).join(' ')],
                [label('fields.dress'), visit.dress],
                [label('fields.mapNote'), visit.mapNote],
              ]}
            />
          ),
        },
        ...itineraryRows(
          data,
          [
            { title: label('fields.time'), width: request.paper === 'a5' ? '26mm' : '30mm' },
            { title: label('fields.content'), width: 'auto' },
            { title: label('fields.place'), width: '32%' },
            { title: label('documents.host'), width: '17%' },
          ],
          item => (
            <>
              <td className="when">{timeOf(item)}</td>
              <td>
                <span className="what">{contentOf(item, data)}</span>
              </td>
              <td>{placeOf(item, language)}</td>
              <td>{item.personInCharge}</td>
            </>
          ),
        ),
      ]}
      foot={foot(data)}
    />
  )
}

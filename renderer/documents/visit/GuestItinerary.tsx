import { type DocumentRequest, pageOf } from '../../../shared/contract/documents.ts'
import { vcard } from '../../../shared/domain/papers/vcard.ts'
import { qrPath } from '../../badges/BadgeFace.tsx'
import { type DocumentData, inLanguage, staffName, worded } from '../paper/documentData.ts'
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
import { type Block, Pages } from '../paper/Pages.tsx'

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
                [label('fields.organization'), worded(data, 'organization')],
                [label('fields.theme'), worded(data, 'theme')],
                [
                  label('documents.contact'),
                  [staffName(data, visit.coordinator), visit.coordinatorPhone].filter(Boolean).join(' '),
                ],
                [label('fields.dress'), worded(data, 'dress')],
                [label('fields.mapNote'), worded(data, 'mapNote')],
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
                <span className="what">
                  <Content item={item} of={data} />
                </span>
              </td>
              <td>{placeOf(item, language)}</td>
              <td>
                <Staff name={item.personInCharge} of={data} />
              </td>
            </>
          ),
        ),
        ...contactBlock(data),
      ]}
      foot={foot(data)}
    />
  )
}

/** Whom to ask, to be taken into a phone by its camera. */
function contactBlock(data: DocumentData): Block[] {
  const { visit, settings, label } = data
  if (visit.coordinator === '' || visit.coordinatorPhone === '') return []
  const { path, modules } = qrPath(
    vcard({
      name: staffName(data, visit.coordinator),
      organization: inLanguage(data.language, settings.companyName, settings.companyLatin),
      phone: visit.coordinatorPhone,
      email: settings.email,
    }),
  )
  return [
    {
      key: 'contact',
      keepWithNext: false,
      node: (
        <div className="contact-card">
          <svg viewBox={`0 0 ${modules} ${modules}`} role="img" aria-label="vCard" shapeRendering="crispEdges">
            <path d={path} fill="#000" />
          </svg>
          <div>
            <b>
              <Staff name={visit.coordinator} of={data} />
            </b>{' '}
            {visit.coordinatorPhone}
            <div className="small">{label('documents.scanContact')}</div>
          </div>
        </div>
      ),
    },
  ]
}

import { pageOf } from '../../../shared/contract/documents.ts'
import { NEEDS_FIELDS } from '../../../shared/domain/lists/needsForm.ts'
import { inLanguage } from '../paper/documentData.ts'
import { InLanguage } from '../paper/InLanguage.tsx'
import { foot } from '../paper/itineraryParts.tsx'
import { type Block, headingBlock, Pages, tableBlocks } from '../paper/Pages.tsx'
import { type DocumentProps, headBlock, moment } from '../paper/parts.tsx'

/** Lines left for guests who are not known yet. */
const BLANK_LINES = 12
const TALL = new Set(['purpose', 'expectations', 'topics', 'preferences', 'taboos'])

/** The needs sheet: sent to the other side blank, or with what is known to be looked over. */
export function Needs({ request, data }: DocumentProps<'needs'>) {
  const { label, visit, settings } = data
  const filled = request.filled === 'yes'
  const answer = (value: string | number | boolean | null): string =>
    !filled ? '' : typeof value === 'boolean' ? label(value ? 'common.yes' : 'common.no') : String(value ?? '')
  const guests = filled ? data.guests : []
  const blanks = Math.max(filled ? 3 : BLANK_LINES, BLANK_LINES - guests.length)
  const rows: Block[] = NEEDS_FIELDS.map(field => ({
    key: field,
    keepWithNext: false,
    node: (
      <div className={`form-row ${TALL.has(field) ? 'tall' : ''}`}>
        <span>{label(`fields.${field}`)}</span>
        <span>{answer(visit[field])}</span>
      </div>
    ),
  }))
  const table = tableBlocks(
    'guests',
    [
      { title: label('fields.name'), width: '38mm' },
      { title: label('fields.title'), width: '30mm' },
      { title: label('fields.gender'), width: request.language === 'both' ? '23mm' : '16mm' },
      { title: label('fields.phone'), width: '30mm' },
      { title: label('fields.diet'), width: '26mm' },
      { title: label('overview.arrivals'), width: 'auto' },
    ],
    [
      ...guests.map(guest => ({
        key: guest.id,
        cells: [
          <InLanguage key="name" language={request.language} chinese={guest.name} latin={guest.latinName} />,
          guest.title,
          guest.gender === 'unknown' ? '' : label(`gender.${guest.gender}`),
          guest.phone,
          guest.diet,
          [guest.arrivalNumber, moment(guest.arrivalAt).slice(5)].filter(Boolean).join(' '),
        ],
      })),
      ...Array.from({ length: blanks }, (_, index) => ({ key: `blank-${index}`, cells: ['', '', '', '', '', ''] })),
    ],
    { toFill: true },
  )
  return (
    <Pages
      page={pageOf(request)}
      margin={16}
      foot={foot(data)}
      blocks={[
        headBlock(data, request, [
          [label('documents.contact'), [visit.coordinator, visit.coordinatorPhone].filter(Boolean).join(' ')],
        ]),
        {
          key: 'intro',
          keepWithNext: true,
          node: (
            <p style={{ paddingBottom: '3mm' }}>
              {label('documents.needsIntro', {
                company: inLanguage(request.language, settings.companyName, settings.companyLatin),
              })}
            </p>
          ),
        },
        ...rows,
        headingBlock('guests-title', label('section.guests')),
        ...table,
      ]}
    />
  )
}

import { useEffect } from 'react'
import { TABLE_CARDS } from '../../../shared/contract/documents.ts'
import { worded } from '../../../shared/domain/language.ts'
import { PAPERS } from '../../../shared/domain/papers/sheets.ts'
import { inSeatOrder } from '../../../shared/domain/seating/seating.ts'
import { sitterName, sittingOf } from '../../seating/sitting.ts'
import { type MeasureOf, useMeasure } from '../../ui/measure.ts'
import { FitLines } from '../paper/FitLines.tsx'
import { type DocumentProps, headingOf } from '../paper/parts.tsx'
import { fail, useLaidOut } from '../paper/ready.tsx'
import { Sheet } from '../paper/Sheet.tsx'

const FONTS = [
  { font: 'serif', weight: 700 },
  { font: 'sans', weight: 500 },
] as const

/** Folded name cards, one a sheet: two faces, the upper one turned so that it stands upright on the far side; cut and fold marked. */
export function TableCards({ request, data }: DocumentProps<'table-cards'>) {
  const laidOut = useLaidOut()
  const cards = cardsOf(request, data)
  const measure = useMeasure(
    FONTS,
    cards.flatMap(card => [card.name, card.second, card.detail]),
    fail,
  )
  useEffect(() => {
    if (measure) laidOut()
  }, [measure, laidOut])
  if (!measure) return null
  const size = TABLE_CARDS[request.card]
  const page = PAPERS.a4
  const left = (page.width - size.width) / 2
  const top = (page.height - 2 * size.height) / 2
  const fold = top + size.height
  const bottom = fold + size.height
  const marks = [
    [0, fold, Math.min(left, 4), fold],
    [page.width - Math.min(left, 4), fold, page.width, fold],
    ...(left >= 3
      ? [left, left + size.width].flatMap(x => [
          [x, top - 6, x, top - 2],
          [x, bottom + 2, x, bottom + 6],
        ])
      : []),
    ...[top, bottom].flatMap(y => [
      [0, y, Math.max(0, left - 1), y],
      [Math.min(page.width, left + size.width + 1), y, page.width, y],
    ]),
  ]
  return cards.map((card, index) => (
    <Sheet page={page} className="table-card" heading={index === 0 ? headingOf(request.kind, data) : ''} key={card.key}>
      <svg className="crop" viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden="true">
        <path
          d={marks.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join('')}
          stroke="#000"
          strokeWidth={0.15}
        />
        <path d={`M${left} ${fold}H${left + size.width}`} stroke="#999" strokeWidth={0.15} strokeDasharray="1.5 3" />
      </svg>
      {(['far', 'near'] as const).map(side => (
        <div
          key={side}
          className={`face ${side}`}
          style={{
            left: `${left}mm`,
            top: `${side === 'far' ? top : fold}mm`,
            width: `${size.width}mm`,
            height: `${size.height}mm`,
          }}
          aria-hidden={side === 'far'}
        >
          <Face card={card} width={size.width - 24} height={size.height - 16} measure={measure} />
        </div>
      ))}
    </Sheet>
  ))
}

interface Card {
  key: string
  name: string
  second: string
  detail: string
}

function Face({ card, width, height, measure }: { card: Card; width: number; height: number; measure: MeasureOf }) {
  const rest = (card.second ? 0.2 : 0) + (card.detail ? 0.18 : 0)
  return (
    <>
      <FitLines
        text={card.name}
        width={width}
        height={height * (1 - rest)}
        largest={height * 0.52}
        font="serif"
        weight={700}
        measure={measure}
      />
      {card.second && (
        <FitLines
          text={card.second}
          width={width}
          height={height * 0.2}
          largest={height * 0.13}
          font="sans"
          weight={500}
          measure={measure}
        />
      )}
      {card.detail && (
        <FitLines
          text={card.detail}
          width={width}
          height={height * 0.18}
          largest={height * 0.09}
          font="sans"
          weight={500}
          measure={measure}
        />
      )}
    </>
  )
}

/** Whose cards: of a stop in the order of its seats, else the guests by precedence. */
function cardsOf(request: DocumentProps<'table-cards'>['request'], data: DocumentProps<'table-cards'>['data']): Card[] {
  const { guests, seatings, items, assignments, trips, settings, speak } = data
  const latinNames = new Map(data.people.map(person => [person.name, person.latinName]))
  const seating = seatings.find(each => each.itemId === request.item && each.tripId === null)
  const sitting = seating && sittingOf(seating, { items, guests, assignments, trips })
  const refs = sitting ? inSeatOrder(sitting.plan).map(each => each.ref) : guests.map(guest => `guest:${guest.id}`)
  return refs.flatMap(ref => {
    const found = sitterName(ref, guests)
    if (!found || (request.staff === 'no' && !found.guest)) return []
    const { guest } = found
    if (request.guests.length > 0 && !(guest && request.guests.includes(guest.id))) return []
    const latin = (guest ? guest.latinName : latinNames.get(found.name)) ?? ''
    return [
      {
        key: ref,
        name: worded(request.language, found.name, latin),
        second: request.language === 'both' && latin !== found.name ? latin : '',
        detail: guest ? guest.title : speak.name(settings.companyName, settings.companyLatin),
      },
    ]
  })
}

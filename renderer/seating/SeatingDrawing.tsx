import type { ReactNode } from 'react'
import { fitText } from '../../shared/domain/papers/fit.ts'
import { type Furniture, SEAT, type Seat } from '../../shared/domain/seating/room.ts'
import type { SeatingPlan } from '../../shared/domain/seating/seating.ts'
import './seating.css'

export interface SeatName {
  name: string
  /** Below the name, smaller. */
  detail: string
}

interface Props {
  plan: SeatingPlan
  nameOf: (ref: string) => SeatName | null
  words: { door: string; driver: string; table: (number: number) => string }
  label: string
  /** Around what is drawn of a seat: what makes it move. */
  wrap?: (seat: Seat, drawn: ReactNode) => ReactNode
}

/** A seating plan as a drawing, the same on the screen and on paper. Seats filled by hand otherwise than proposed have a corner. */
export function SeatingDrawing({ plan, nameOf, words, label, wrap }: Props) {
  const tables = new Set(plan.furniture.filter(each => each.table > 0).map(each => each.table)).size
  return (
    <svg className="seating" viewBox={`0 0 ${plan.width} ${plan.height}`} aria-label={label}>
      {plan.furniture.map(each => (
        <Thing key={`${each.kind} ${each.x} ${each.y}`} thing={each} words={words} numbered={tables > 1} />
      ))}
      {plan.seats.map(seat => {
        const ref = plan.taken.get(seat.key)
        const drawn = (
          <SeatBox
            key={seat.key}
            seat={seat}
            name={ref === undefined ? null : nameOf(ref)}
            changed={plan.changed.has(seat.key)}
          />
        )
        return wrap ? wrap(seat, drawn) : drawn
      })}
    </svg>
  )
}

function SeatBox({ seat, name, changed }: { seat: Seat; name: SeatName | null; changed: boolean }) {
  const left = seat.x - SEAT.width / 2
  const top = seat.y - SEAT.height / 2
  const both = name !== null && name.detail !== ''
  return (
    <>
      <rect
        className={`seat ${seat.side} ${name ? 'taken' : 'free'}`}
        x={left}
        y={top}
        width={SEAT.width}
        height={SEAT.height}
        rx={1.2}
      />
      {changed && <path className="seat-changed" d={`M${left + SEAT.width} ${top}v3.2l-3.2 -3.2z`} />}
      {name && (
        <Words text={name.name} x={seat.x} y={both ? seat.y - 2.1 : seat.y} height={both ? 7.4 : 10.5} weight={700} />
      )}
      {both && <Words text={name.detail} x={seat.x} y={seat.y + 4.1} height={4.4} weight={400} />}
    </>
  )
}

/** Chinese as wide as high, Latin a bit over half: near enough for a box with room at its sides. */
const roughly = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffff]/u.test(character) ? 1 : 0.58), 0)

function Words({ text, x, y, height, weight }: { text: string; x: number; y: number; height: number; weight: number }) {
  const fitted = fitText(
    text,
    { width: SEAT.width - 2, height, largest: height * 0.64, smallest: 1.2, leading: 1.15, wrapBelow: height * 0.4 },
    roughly,
  )
  const first = y - ((fitted.lines.length - 1) * fitted.size * 1.15) / 2
  return fitted.lines.map((line, index) => (
    <text
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a name have no other name than their place.
      key={index}
      x={x}
      y={first + index * fitted.size * 1.15}
      fontSize={fitted.size}
      fontWeight={weight}
      textAnchor="middle"
      dominantBaseline="central"
    >
      {line}
    </text>
  ))
}

function Thing({ thing, words, numbered }: { thing: Furniture; words: Props['words']; numbered: boolean }) {
  const middle = { x: thing.x + thing.width / 2, y: thing.y + thing.height / 2 }
  const text =
    thing.kind === 'door'
      ? words.door
      : thing.kind === 'driver'
        ? words.driver
        : numbered && thing.table > 0
          ? words.table(thing.table)
          : ''
  return (
    <>
      {thing.kind === 'round' ? (
        <circle className="seating-table" cx={middle.x} cy={middle.y} r={thing.width / 2} />
      ) : (
        <rect
          className={`seating-${thing.kind === 'table' ? 'table' : thing.kind}`}
          x={thing.x}
          y={thing.y}
          width={thing.width}
          height={thing.height}
          rx={thing.kind === 'car' ? 8 : 1}
        />
      )}
      {text !== '' && (
        <text
          className="seating-word"
          x={middle.x}
          y={middle.y}
          fontSize={3.6}
          textAnchor="middle"
          dominantBaseline="central"
        >
          {text}
        </text>
      )}
    </>
  )
}

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../shared/contract/guests.ts'
import { named } from '../../shared/domain/language.ts'
import type { Seat } from '../../shared/domain/seating/room.ts'
import type { SeatingPlan } from '../../shared/domain/seating/seating.ts'
import { useLanguage } from '../base/language.ts'
import { useDisabled } from '../ui/useDisabled.ts'
import { SeatingDrawing, type SeatName } from './SeatingDrawing.tsx'
import { sitterName } from './sitting.ts'

type From = { seat: string } | { ref: string }

interface Props {
  plan: SeatingPlan
  guests: readonly Guest[]
  hostDrives: boolean
  onMove: (from: From, to: string) => void
}

/** A seating plan whose names are dragged from seat to seat, or taken up and put down with Enter. */
export function SeatingBoard({ plan, guests, hostDrives, onMove }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const off = useDisabled()
  const [held, setHeld] = useState<From | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const dragging = useRef(false)
  const nameOf = (ref: string): SeatName | null => {
    const found = sitterName(ref, guests)
    if (!found) return null
    const { guest } = found
    if (!guest) return { name: found.name, detail: t('seating.host') }
    return { name: named(guest, language), detail: guest.title }
  }
  const heldName = held && nameOf('ref' in held ? held.ref : (plan.taken.get(held.seat) ?? ''))?.name
  const put = (to: string) => {
    if (held && !('seat' in held && held.seat === to)) onMove(held, to)
    setHeld(null)
    setOver(null)
    dragging.current = false
  }
  const take = (event: PointerEvent, from: From) => {
    if (off || event.button !== 0) return
    event.preventDefault()
    dragging.current = true
    setHeld(from)
  }
  const move = (event: PointerEvent) => {
    if (!dragging.current) return
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-seat]')
    setOver(under?.getAttribute('data-seat') ?? null)
  }
  const drop = () => {
    if (!dragging.current) return
    if (over) put(over)
    else {
      setHeld(null)
      dragging.current = false
    }
  }
  const onKey = (event: KeyboardEvent, seat: string) => {
    if (event.key === 'Escape') setHeld(null)
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    if (off) return
    if (held) put(seat)
    else if (plan.taken.has(seat)) setHeld({ seat })
  }
  const placeOf = (seat: Seat): string =>
    [
      t('seating.seat', { table: seat.table, number: plan.seats.indexOf(seat) + 1 }),
      plan.changed.has(seat.key) ? t('seating.byHand') : '',
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <div className="seating-board" onPointerMove={move} onPointerUp={drop} onPointerLeave={drop}>
      <div className="seating-room">
        <SeatingDrawing
          plan={plan}
          nameOf={nameOf}
          label={t('documents.seating-plan')}
          words={{
            door: t('seating.door'),
            driver: hostDrives ? t('seating.hostDrives') : t('seating.driver'),
            table: number => t('seating.tableNumber', { number }),
          }}
          wrap={(seat, drawn) => (
            // biome-ignore lint/a11y/useSemanticElements: a drawing holds no buttons of its own.
            <g
              key={seat.key}
              role="button"
              tabIndex={0}
              data-seat={seat.key}
              // Whoever sits there is its name; an empty seat says that it is free.
              {...(plan.taken.has(seat.key) ? {} : { 'aria-label': t('seating.free') })}
              aria-description={placeOf(seat)}
              aria-pressed={held !== null && 'seat' in held && held.seat === seat.key}
              className={`sitter ${over === seat.key ? 'over' : ''}`}
              onPointerDown={event => plan.taken.has(seat.key) && take(event, { seat: seat.key })}
              onKeyDown={event => onKey(event, seat.key)}
            >
              {drawn}
            </g>
          )}
        />
      </div>
      <p className="soft" role="status">
        {heldName ? t('seating.held', { name: heldName }) : t('seating.how')}
      </p>
      {plan.left.length > 0 && (
        <div className="seating-left">
          <b>{t('seating.unseated')}</b>
          {plan.left.map(ref => (
            <button
              key={ref}
              type="button"
              className="chip"
              disabled={off}
              aria-pressed={held !== null && 'ref' in held && held.ref === ref}
              onPointerDown={event => take(event, { ref })}
              onKeyDown={event => {
                if (event.key === 'Enter' || event.key === ' ') {
                  event.preventDefault()
                  setHeld({ ref })
                }
              }}
            >
              {nameOf(ref)?.name}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

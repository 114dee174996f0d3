import { car } from './car.ts'
import type { Build, Furniture, Seat, SeatingLayout, SeatingOptions, Sitter } from './room.ts'
import { round } from './round.ts'
import { board, opposite, u } from './tables.ts'

const ROOMS: Record<SeatingLayout, Build> = { opposite, u, board, round, car }

export interface SeatingPlan {
  width: number
  height: number
  seats: Seat[]
  furniture: Furniture[]
  /** Who sits where, by seat. */
  taken: Map<string, string>
  /** Seats that a person filled otherwise than the rules propose. */
  changed: Set<string>
  /** Who has no seat. */
  left: string[]
}

/**
 * Who sits where. The rules propose; where a person has moved somebody (`byHand`), that stands: who has come since is told as without
 * a seat, and who is gone leaves the seat empty.
 *
 * Each way of seating names its source beside it. Sources agree on the middle, the door and the interpreter; they differ on the side that
 * comes first, so that is a setting: right in business and with guests from abroad, left in domestic government protocol (政务以左为尊).
 */
export function seatingPlan(
  layout: SeatingLayout,
  options: SeatingOptions,
  sitters: readonly Sitter[],
  byHand: Readonly<Record<string, string>> | null,
): SeatingPlan {
  const room = ROOMS[layout](options, sitters)
  const known = new Set(sitters.map(sitter => sitter.ref))
  const proposed = new Map([...room.proposed].filter(([, ref]) => known.has(ref)))
  const seatKeys = new Set(room.seats.map(seat => seat.key))
  const taken = byHand
    ? new Map(Object.entries(byHand).filter(([key, ref]) => seatKeys.has(key) && known.has(ref)))
    : proposed
  const seated = new Set(taken.values())
  return {
    width: room.width,
    height: room.height,
    seats: room.seats,
    furniture: room.furniture,
    taken,
    changed: new Set(
      byHand ? room.seats.map(seat => seat.key).filter(key => taken.get(key) !== proposed.get(key)) : [],
    ),
    left: sitters.map(sitter => sitter.ref).filter(ref => !seated.has(ref)),
  }
}

/** The seats after two changed places; an empty seat takes whoever is dragged there, one without a seat drives its holder out. */
export function swapped(taken: ReadonlyMap<string, string>, from: { seat: string } | { ref: string }, to: string) {
  const next = new Map(taken)
  const ref = 'ref' in from ? from.ref : taken.get(from.seat)
  if (ref === undefined) return next
  const other = taken.get(to)
  next.set(to, ref)
  if ('seat' in from && from.seat !== to) {
    if (other === undefined) next.delete(from.seat)
    else next.set(from.seat, other)
  }
  return next
}

/** Everybody who sits, in the order of the seats: table by table, the head of each first. Cards are printed in it. */
export function inSeatOrder(plan: Pick<SeatingPlan, 'seats' | 'taken'>): { seat: Seat; ref: string }[] {
  return plan.seats.flatMap(seat => {
    const ref = plan.taken.get(seat.key)
    return ref === undefined ? [] : [{ seat, ref }]
  })
}

/** Roles that sit with the guests, the highest first; drivers and whoever fetches or prepares do not. */
const SITTING: readonly string[] = ['leader', 'inCharge', 'coordinator', 'escort', 'guide', 'interpreter', 'other']
/** Of those who are there the whole visit, only these sit down at every stop. */
const WHOLE_VISIT = new Set<string>(['leader', 'interpreter', 'escort'])

/**
 * Who is to be seated at a stop: its guests by precedence, and of the house whoever has a part in it, leaders first, each once.
 * @param duties with the stop they are for, or null for the whole visit.
 */
export function sittersAt(
  guests: readonly { id: string; title: string }[],
  duties: readonly { name: string; role: string; itemId: string | null }[],
  itemId: string,
): Sitter[] {
  const present = duties.filter(
    duty =>
      duty.name.trim() !== '' &&
      (duty.itemId === itemId || (duty.itemId === null && WHOLE_VISIT.has(duty.role))) &&
      SITTING.includes(duty.role),
  )
  const byRank = [...present].sort((a, b) => SITTING.indexOf(a.role) - SITTING.indexOf(b.role))
  const hosts = new Map<string, Sitter>()
  for (const duty of byRank) {
    const ref = `staff:${duty.name.trim()}`
    if (!hosts.has(ref)) hosts.set(ref, { ref, side: 'host', interpreter: duty.role === 'interpreter' })
  }
  return [
    ...guests.map(guest => ({
      ref: `guest:${guest.id}`,
      side: 'guest' as const,
      interpreter: /翻译|译员|interpreter/iu.test(guest.title),
    })),
    ...hosts.values(),
  ]
}

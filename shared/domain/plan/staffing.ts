import { overlaps, type Span } from '../time.ts'

/** Who does what in a reception (人员分工). */
export const ASSIGNMENT_ROLES = [
  'coordinator',
  'leader',
  'pickup',
  'venue',
  'guide',
  'interpreter',
  'escort',
  'driver',
  'other',
] as const
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number]

/** One person at one stop: in charge of it, assigned to it, or driving there. */
export interface Duty extends Span {
  name: string
  itemId: string
  visitId: string
  /** What the person does there. */
  role: AssignmentRole | 'inCharge'
  phone: string
  /** What is going on, for whoever reads the warning. */
  content: string
}

export interface Clash {
  name: string
  first: Duty
  second: Duty
}

/**
 * People in two places at once: every pair of overlapping stops that one name has duties at. Two duties at one stop are no
 * clash. Pairs come by time, each once.
 */
export function clashesOf(duties: readonly Duty[]): Clash[] {
  const byName = new Map<string, Duty[]>()
  for (const duty of duties) {
    if (duty.name.trim() === '') continue
    byName.set(duty.name.trim(), [...(byName.get(duty.name.trim()) ?? []), duty])
  }
  const clashes: Clash[] = []
  for (const [name, own] of byName) {
    const sorted = [...own].sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
    const seen = new Set<string>()
    sorted.forEach((first, index) => {
      for (const second of sorted.slice(index + 1)) {
        if (second.startsAt >= first.endsAt) break
        const pair = [first.itemId, second.itemId].sort().join()
        if (first.itemId === second.itemId || seen.has(pair) || !overlaps(first, second)) continue
        seen.add(pair)
        clashes.push({ name, first, second })
      }
    })
  }
  return clashes.sort((a, b) => (a.first.startsAt < b.first.startsAt ? -1 : 1))
}

/** What one person does, in order of time, one line a stop with all that the person is there. */
export function dutiesOfPerson(
  duties: readonly Duty[],
  name: string,
): (Omit<Duty, 'role'> & { roles: Duty['role'][] })[] {
  const stops = new Map<string, Omit<Duty, 'role'> & { roles: Duty['role'][] }>()
  for (const { role, ...duty } of duties) {
    if (duty.name.trim() !== name) continue
    const stop = stops.get(duty.itemId)
    if (stop) stop.roles.push(role)
    else stops.set(duty.itemId, { ...duty, roles: [role] })
  }
  return [...stops.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

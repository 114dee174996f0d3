import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../shared/contract/bookings.ts'
import type { Closure, Resource } from '../../shared/contract/resources.ts'
import { blockedSpan, findingsOf, refuses } from '../../shared/domain/booking/booking.ts'
import { mayBook } from '../../shared/domain/roles.ts'
import { clockOf, dayOf, overlaps, type Span } from '../../shared/domain/time.ts'
import { findingSentence, spanText } from '../base/sentences.ts'
import { useRole } from '../base/useMay.ts'
import type { Judge } from '../ui/timeline/held.ts'

/** Halls with their parts, and halls that share a part: who is in the way of whom, by id. */
export function rivalsOf(resources: readonly Resource[]): Map<string, string[]> {
  const rivals = new Map<string, Set<string>>()
  const add = (a: string, b: string) => {
    if (a !== b) rivals.set(a, (rivals.get(a) ?? new Set()).add(b))
  }
  for (const hall of resources) {
    for (const part of hall.partIds) {
      add(hall.id, part)
      add(part, hall.id)
      for (const other of resources) if (other.partIds.includes(part)) add(hall.id, other.id)
    }
  }
  return new Map([...rivals].map(([id, others]) => [id, [...others]]))
}

/** What a booking must tell to be in the way of another; what somebody has to do without one tells it as well. */
export type Taken = Pick<
  Booking,
  'id' | 'resourceId' | 'startsAt' | 'endsAt' | 'blockedFrom' | 'blockedUntil' | 'title' | 'headcount' | 'setupStyle'
>

/**
 * What the host would say to a booking, from what the window knows already: fast enough for every step of a drag. The host decides.
 */
export function useJudge(
  resources: readonly Resource[],
  bookings: readonly Taken[],
  closures: readonly Closure[],
  wish: { headcount: number | null; equipment: readonly string[] } = { headcount: null, equipment: [] },
): Judge {
  const { t } = useTranslation()
  const role = useRole()
  const rivals = useMemo(() => rivalsOf(resources), [resources])
  const byId = useMemo(() => new Map(resources.map(each => [each.id, each])), [resources])
  const byResource = useMemo(() => {
    const grouped = new Map<string, Taken[]>()
    for (const booking of bookings)
      grouped.set(booking.resourceId, [...(grouped.get(booking.resourceId) ?? []), booking])
    return grouped
  }, [bookings])
  return useCallback(
    (rowId, span, bar) => {
      const resource = byId.get(rowId)
      if (!resource) return { refused: null, warns: null }
      if (!mayBook(role, resource.bookedBy)) return { refused: t('timeline.notYours'), warns: null }
      const own = bookings.find(each => each.id === bar?.id)
      const blocked = blockedSpan(span, resource)
      const inTheWay = [rowId, ...(rivals.get(rowId) ?? [])]
        .flatMap(id => byResource.get(id) ?? [])
        .find(
          each => each.id !== own?.id && overlaps({ startsAt: each.blockedFrom, endsAt: each.blockedUntil }, blocked),
        )
      const taken = inTheWay && t('timeline.taken', { title: inTheWay.title, span: shortSpan(inTheWay, span) })
      const exclusive = resource.kind !== 'person' || resource.canDrive
      if (taken && exclusive) return { refused: taken, warns: null }
      const findings = findingsOf(
        resource,
        {
          ...span,
          headcount: own?.headcount ?? wish.headcount,
          equipment: resource.kind === 'room' ? wish.equipment : [],
          ...(own ? { setupStyle: own.setupStyle } : {}),
        },
        closures.filter(closure => closure.resourceId === rowId),
      )
      const said = findings.map(finding => findingSentence(resource.name, finding, t)).join(' ')
      if (refuses(resource, findings)) return { refused: said, warns: null }
      return { refused: null, warns: said || taken || null }
    },
    [bookings, byId, byResource, closures, rivals, role, t, wish],
  )
}

/** The times of one, with its day only where it is another. */
const shortSpan = (span: Span, beside: Span): string =>
  dayOf(span.startsAt) === dayOf(beside.startsAt) && dayOf(span.endsAt) === dayOf(span.startsAt)
    ? `${clockOf(span.startsAt)}–${clockOf(span.endsAt)}`
    : spanText(span.startsAt, span.endsAt)

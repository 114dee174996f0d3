import { useQuery } from '@tanstack/react-query'
import type { Visit } from '../../shared/contract/visits.ts'
import { headsOf } from '../../shared/domain/visit.ts'
import { query } from '../base/client.ts'

/** How many need a seat at a stop: those who take part, or all who come; null while nobody knows. */
export function useHeads(visit: Pick<Visit, 'id' | 'headcount'>, item?: { allGuests: boolean; guestIds: string[] }) {
  const { data: guests } = useQuery(query.guests.list.queryOptions({ input: { visitId: visit.id } }))
  if (item && !item.allGuests) return item.guestIds.length || null
  return headsOf({ headcount: visit.headcount, guestCount: guests?.length ?? 0 }) || null
}

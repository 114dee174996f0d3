import { useQuery } from '@tanstack/react-query'
import type { Resource } from '../../shared/contract/resources.ts'
import { query } from '../base/client.ts'

const NOBODY: Resource[] = []

/** The office's people. */
export function useStaff(): Resource[] {
  const { data } = useQuery(query.resources.list.queryOptions({ input: { kind: 'person' } }))
  return data ?? NOBODY
}

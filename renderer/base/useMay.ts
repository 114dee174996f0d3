import { useQuery } from '@tanstack/react-query'
import { may, type Permission, type Role } from '../../shared/domain/roles.ts'
import { query } from './client.ts'

/** May whoever is at the desk do this? The host decides; the window only does not offer what it would refuse. */
export function useMay(): (permission: Permission) => boolean {
  const { data: desk } = useQuery(query.accounts.desk.queryOptions())
  return permission => may(desk?.account?.role ?? null, permission)
}

/** The role of whoever is at the desk; null while nobody is. */
export function useRole(): Role | null {
  const { data: desk } = useQuery(query.accounts.desk.queryOptions())
  return desk?.account?.role ?? null
}

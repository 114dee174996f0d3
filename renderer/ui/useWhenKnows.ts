import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { query } from '../base/client.ts'

/** What the office knows of days and times where one is read: its hours and its day of today, as far as they are loaded. */
export function useWhenKnows(): () => { today: string; opensAt: string; closesAt: string } {
  const queries = useQueryClient()
  return useCallback(() => {
    const settings = queries.getQueryData(query.office.settings.queryOptions().queryKey)
    const state = queries.getQueryData(query.office.state.queryOptions().queryKey)
    return {
      today: state?.today ?? new Date().toISOString().slice(0, 10),
      opensAt: settings?.opensAt ?? '08:30',
      closesAt: settings?.closesAt ?? '18:00',
    }
  }, [queries])
}

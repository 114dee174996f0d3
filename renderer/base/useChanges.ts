import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client, query } from './client.ts'

/** What several desks work on at once; what one person writes in a form is not pulled from under the hands. */
const SHARED = new Set(['booking', 'closure', 'resource', 'movable', 'loan'])

/** After a broken line it is tried again this much later, ms. */
const AGAIN = 3000

/**
 * Listens to what is booked in other windows, and refreshes what this one shows of it. A hidden window lets go of the line (browsers give one
 * origin only six) and catches up when it is looked at again.
 */
export function useChanges(listening: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!listening) return
    let line: AbortController | null = null
    let timer = 0
    const refresh = () =>
      Promise.all(
        [query.bookings.key(), query.resources.key(), query.equipment.key(), query.today.get.key()].map(queryKey =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
    const listen = async (mine: AbortController) => {
      try {
        for await (const { entities } of await client.office.changes(undefined, { signal: mine.signal }))
          if (entities.some(entity => SHARED.has(entity))) await refresh()
      } catch (error) {
        // The line broke, or was let go: what the host refuses (a locked desk) is told by what the page asks for.
        if (!(error instanceof Error)) throw error
      }
      if (!mine.signal.aborted) timer = window.setTimeout(take, AGAIN)
    }
    const take = () => {
      if (document.hidden || (line && !line.signal.aborted)) return
      line = new AbortController()
      void listen(line).finally(() => {
        line = null
      })
    }
    const letGo = () => {
      window.clearTimeout(timer)
      line?.abort()
      line = null
    }
    const onVisibility = () => {
      if (document.hidden) return letGo()
      void refresh()
      take()
    }
    take()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      letGo()
    }
  }, [listening, queries])
}

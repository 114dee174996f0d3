import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { client, query } from '../base/client.ts'
import { useChanges } from '../base/useChanges.ts'
import { SignIn } from './SignIn.tsx'

/** How often a person who is busy tells the host so, ms. */
const TOUCH_EVERY = 30_000

/** The application for whoever is at the desk; the sign-in page while nobody is, or it is locked. */
export function DeskGate({ children }: { children: ReactNode }) {
  const { data: desk } = useQuery({ ...query.accounts.desk.queryOptions(), refetchInterval: 20_000 })
  useChanges(desk?.account != null && !desk.locked)
  const hasSecret = desk?.account?.hasSecret === true && !desk.locked
  useEffect(() => {
    if (!hasSecret) return
    let told = Date.now()
    const touch = () => {
      if (Date.now() - told < TOUCH_EVERY) return
      told = Date.now()
      // Told in passing: an unheard touch only locks the desk earlier.
      client.accounts.touch().catch(() => undefined)
    }
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, touch, { passive: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, touch)
    }
  }, [hasSecret])
  if (!desk) return null
  if (!desk.account || desk.locked) return <SignIn lockedId={desk.account?.id ?? null} />
  return children
}

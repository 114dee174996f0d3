import { useState } from 'react'

export function useClosedGroups(keptAs: string): [ReadonlySet<string>, (group: string) => void] {
  const key = `yingbin.timeline.${keptAs}`
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => {
    const kept = window.localStorage.getItem(key)
    return new Set(kept ? (JSON.parse(kept) as string[]) : [])
  })
  const toggle = (group: string) => {
    const next = new Set(closed)
    if (!next.delete(group)) next.add(group)
    setClosed(next)
    window.localStorage.setItem(key, JSON.stringify([...next]))
  }
  return [closed, toggle]
}

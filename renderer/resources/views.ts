import { useEffect, useState } from 'react'
import type { Resource } from '../../shared/contract/resources.ts'
import { addDays, type Day, daysBetween, startOfWeek } from '../../shared/domain/time.ts'

const SPANS = ['day', 'three', 'week', 'month'] as const
export const VIEWS = [...SPANS, 'list', 'use', 'equipment'] as const
export type View = (typeof VIEWS)[number]
export const isSpan = (view: View): view is (typeof SPANS)[number] => SPANS.some(each => each === view)

/** The days that a view shows around a day. */
export function rangeOf(day: Day, view: View, weekStart: 0 | 1): { first: Day; days: number } {
  if (view === 'three') return { first: day, days: 3 }
  if (view === 'week') return { first: startOfWeek(day, weekStart), days: 7 }
  if (view !== 'month') return { first: day, days: 1 }
  const first = `${day.slice(0, 8)}01`
  return { first, days: daysBetween(first, firstOfMonth(day, 1)) }
}

const firstOfMonth = (day: Day, by: number): Day => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

export function stepDay(day: Day, view: View, by: number): Day {
  if (view === 'month') return firstOfMonth(day, by)
  return addDays(day, by * (view === 'week' ? 7 : view === 'three' ? 3 : 1))
}

/** The view that was looked at last, each kind its own. */
export function useKeptView(kind: Resource['kind']): [View, (view: View) => void] {
  const key = `yingbin.resources.${kind}`
  const [view, setView] = useState<View>(() => VIEWS.find(each => each === window.localStorage.getItem(key)) ?? 'day')
  useEffect(() => window.localStorage.setItem(key, view), [key, view])
  return [view, setView]
}

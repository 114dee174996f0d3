import { useState } from 'react'

/**
 * Rows where they were first seen, group by group, and new ones last, until the page is left: what is typed into does not change its place
 * under the cursor, whatever order the host gives. `groupOf` tells the heading of a row when it is first seen.
 */
export function useKeptPlaces<Row extends { id: string }>(
  rows: readonly Row[],
  groupOf: (row: Row) => string = () => '',
): { group: string; rows: Row[] }[] {
  const [seen] = useState(() => new Map<string, { place: number; group: string }>())
  for (const row of rows) if (!seen.has(row.id)) seen.set(row.id, { place: seen.size, group: groupOf(row) })
  const placed = rows
    .map(row => ({ row, ...(seen.get(row.id) ?? { place: 0, group: '' }) }))
    .sort((a, b) => a.place - b.place)
  return [...new Set(placed.map(each => each.group))].map(group => ({
    group,
    rows: placed.filter(each => each.group === group).map(each => each.row),
  }))
}

/** The same without groups. */
export const useKeptOrder = <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
  useKeptPlaces(rows).flatMap(group => group.rows)

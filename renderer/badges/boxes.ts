import { type Box, type DesignElement, hundredths } from '../../shared/domain/papers/badgeDesign.ts'

export const SMALLEST = 1

export const moved = (box: Box, across: number, down: number): Box => ({ ...box, x: box.x + across, y: box.y + down })

export const stretched = (box: Box, edges: string, across: number, down: number): Box => ({
  ...box,
  width: box.width + (edges.includes('e') ? across : 0),
  height: box.height + (edges.includes('s') ? down : 0),
})

export const within = (at: number, last: number): number => hundredths(Math.min(Math.max(0, at), Math.max(0, last)))

/** The same again, a little aside, under a name of its own. */
export function copyOf(
  element: DesignElement,
  elements: readonly DesignElement[],
  size: Box | { width: number; height: number },
): DesignElement {
  return {
    ...element,
    id: freeId(element.kind, elements),
    x: within(element.x + 2, size.width - element.width),
    y: within(element.y + 2, size.height - element.height),
  }
}

/** A name that no element of the face has. */
export function freeId(kind: string, elements: readonly { id: string }[]): string {
  const taken = new Set(elements.map(each => each.id))
  let number = 1
  while (taken.has(`${kind}-${number}`)) number++
  return `${kind}-${number}`
}

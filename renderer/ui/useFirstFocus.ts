import { type RefObject, useEffect } from 'react'

/** How long it is tried, in frames of the screen: what is asked for may still be loading, a dialog that led here still closing. */
const PATIENCE = 60

/**
 * Where a page opens and nothing holds the keys, this does: one can type or press Enter at once. Whoever came by a link keeps it; a
 * dialog that is just closing lets go first.
 */
export function useFirstFocus(first: RefObject<{ focus: () => void } | null>): void {
  useEffect(() => {
    let left = PATIENCE
    let frame = requestAnimationFrame(function look() {
      const holder = document.activeElement
      if (holder === null || holder === document.body) first.current?.focus()
      else if (!holder.closest('.ant-modal')) return
      if (left-- > 0) frame = requestAnimationFrame(look)
    })
    return () => cancelAnimationFrame(frame)
  }, [first])
}

import { type RefObject, useEffect } from 'react'

/** How long it is tried, in frames of the screen: for what is asked for to be there, and then for a dialog that led here to close. */
const PATIENCE = { loading: 900, closing: 60 }

/**
 * Where a page opens and nothing holds the keys, this does: one can type or press Enter at once. Whoever came by a link keeps it; a
 * dialog that is just closing lets go first.
 */
export function useFirstFocus(first: RefObject<{ focus: () => void } | null>): void {
  useEffect(() => {
    let { loading, closing } = PATIENCE
    let frame = requestAnimationFrame(function look() {
      const holder = document.activeElement
      if (holder === null || holder === document.body) first.current?.focus()
      else if (!holder.closest('.ant-modal')) return
      const goesOn = first.current === null ? loading-- > 0 : closing-- > 0
      if (goesOn) frame = requestAnimationFrame(look)
    })
    return () => cancelAnimationFrame(frame)
  }, [first])
}

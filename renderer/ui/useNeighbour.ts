import { type RefObject, useLayoutEffect } from 'react'

/**
 * When a button goes with its row while it has the keys, its like in the next row has them, else the one before, else the field that adds a
 * row: whoever removes a line stands in the list, not at the top of the page. `kind` tells which buttons are alike.
 */
export function useNeighbour(button: RefObject<HTMLElement | null>, kind: string): void {
  useLayoutEffect(() => {
    const own = button.current
    return () => {
      if (own === null || document.activeElement !== own) return
      const list = own.closest('.page-body, .visit-body, .lines-section, .ant-drawer-body, .ant-modal-body, main')
      const alike = [...(list?.querySelectorAll<HTMLElement>(`[data-kind="${kind}"]`) ?? [])]
      const place = alike.indexOf(own)
      const next = [...alike.slice(place + 1), ...alike.slice(0, place).reverse()]
      const field = list?.querySelector<HTMLElement>('form input:not([type="file"]):not(:disabled)')
      requestAnimationFrame(() => {
        const holder = document.activeElement
        if (holder !== null && holder !== document.body) return
        const there = [...next, ...(field ? [field] : [])].find(each => each.isConnected)
        there?.focus()
      })
    }
  }, [button, kind])
}

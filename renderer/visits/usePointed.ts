import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'

/** How long a section may take to show the line that was pointed at, ms. */
const PATIENCE = 2000

/** Shows the line that a link is about: scrolled to, marked, and its first field in focus. */
export function usePointed(section: string): void {
  const { item } = useSearch({ from: '/visits/$visitId/$section' })
  useEffect(() => {
    if (!item || section === '') return
    const begun = performance.now()
    let frame = 0
    let line: HTMLElement | null = null
    const look = () => {
      line = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"]`)
      if (line) {
        line.scrollIntoView({ block: 'center' })
        line.classList.add('pointed')
        line.querySelector<HTMLElement>('input, textarea, button')?.focus()
      } else if (performance.now() - begun < PATIENCE) frame = requestAnimationFrame(look)
    }
    look()
    return () => {
      cancelAnimationFrame(frame)
      line?.classList.remove('pointed')
    }
  }, [item, section])
}

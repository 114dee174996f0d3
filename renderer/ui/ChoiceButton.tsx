import type { ReactNode } from 'react'

/** One of several in a list, one of which is chosen. */
export function ChoiceButton({
  chosen,
  onClick,
  children,
}: {
  chosen: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button type="button" className={`choice ${chosen ? 'chosen' : ''}`} aria-pressed={chosen} onClick={onClick}>
      {children}
    </button>
  )
}

import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { useDisabled } from './useDisabled.ts'

interface Props {
  /** What the cell says while nobody is at it. */
  text: string
  placeholder?: string
  id?: string | undefined
  label?: string | undefined
  className?: string
  disabled?: boolean
  /** The real control, once somebody comes to it; `focus` where it was reached by the keyboard. */
  children: (focus: boolean) => ReactNode
}

/**
 * A cell that is only its text until a pointer or the keyboard comes to it, and its control from then on: a section of fifty
 * lines with five choices each opens as fast as its words are painted.
 */
export function Resting({ text, placeholder, id, label, className = '', disabled = false, children }: Props) {
  const off = useDisabled() || disabled
  const [awake, setAwake] = useState<'no' | 'pointer' | 'keyboard'>('no')
  if (awake !== 'no') return children(awake === 'keyboard')
  return (
    <input
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      className={`resting ${className}`}
      value={text}
      title={text}
      placeholder={placeholder}
      disabled={off}
      // Whoever types here is at the real control by then: reaching the cell wakes it.
      onChange={() => undefined}
      onFocus={() => setAwake('keyboard')}
      // At once: the press that follows goes to the real control, and opens it.
      onPointerEnter={() => !off && flushSync(() => setAwake('pointer'))}
    />
  )
}

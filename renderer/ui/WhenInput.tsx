import { Input, type InputRef } from 'antd'
import { type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'
import './when.css'

/** What a typed text means: its value, how the field writes it, and what should be said of it; or why it means nothing. */
export type Reading<V> = { ok: true; value: V; text: string; say: string | null } | { ok: false; say: string }

export interface WhenFieldProps {
  label?: string | undefined
  id?: string | undefined
  invalid?: boolean | undefined
  disabled?: boolean
  autoFocus?: boolean
  placeholder?: string
  ref?: Ref<InputRef>
}

interface Props<V> extends WhenFieldProps {
  /** The value as the field writes it. */
  shown: string
  read: (text: string) => Reading<V>
  onTake: (value: V) => void
  /** Steps the value by so many small steps; null where nothing can be stepped. */
  onStep?: (from: string, by: number, small: boolean) => V | null
  /** Enter only takes what was typed, and does not send the form around it. */
  keepsEnter?: boolean
  suffix?: ReactNode
}

/** How long a guess stays in view after the field was left, in milliseconds. */
const GUESS_SHOWN = 6000

/**
 * A day or a time as people type it. What it is read as is shown while one types; what cannot be read stays as it was typed, red and with
 * a sentence, and is never taken, changed or emptied. Esc brings the value back. A field that holds such a text is marked
 * `data-unread`, and no act starts from the form around it (`useAct`).
 */
export function WhenInput<V>({
  shown,
  read,
  onTake,
  onStep,
  keepsEnter = false,
  label,
  id,
  invalid = false,
  disabled = false,
  autoFocus = false,
  placeholder,
  suffix,
  ref,
}: Props<V>) {
  const noteId = useId()
  const [typed, setTyped] = useState(shown)
  const [fault, setFault] = useState<string | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const unread = useRef(false)
  unread.current = fault !== null
  useEffect(() => {
    if (!unread.current) setTyped(shown)
  }, [shown])
  useEffect(() => {
    if (note === null) return
    const timer = setTimeout(() => setNote(null), GUESS_SHOWN)
    return () => clearTimeout(timer)
  }, [note])

  /** Takes what stands in the field; false where it cannot be read. */
  const commit = (): boolean => {
    if (typed === shown) {
      setFault(null)
      return true
    }
    const reading = read(typed)
    if (!reading.ok) {
      setFault(reading.say)
      return false
    }
    setFault(null)
    setTyped(reading.text)
    setNote(reading.say)
    if (reading.text !== shown) onTake(reading.value)
    return true
  }
  const change = (text: string) => {
    setTyped(text)
    setFault(null)
    const reading = text.trim() === '' || text === shown ? null : read(text)
    setNote(reading?.ok ? (reading.say ?? (reading.text === text ? null : `→ ${reading.text}`)) : null)
  }
  const word = fault ?? note
  return (
    <span className="when-input" {...(fault === null ? {} : { 'data-unread': true })}>
      <Input
        {...(ref ? { ref } : {})}
        {...(id ? { id } : {})}
        {...(label ? { 'aria-label': label } : {})}
        {...(placeholder ? { placeholder } : {})}
        {...(word === null ? {} : { 'aria-describedby': noteId })}
        {...(fault !== null || invalid ? { status: 'error' as const } : {})}
        {...(suffix ? { suffix } : {})}
        className="numeric"
        value={typed}
        disabled={disabled}
        autoFocus={autoFocus}
        aria-invalid={fault !== null || invalid}
        onFocus={event => event.target.select()}
        onChange={event => change(event.target.value)}
        onBlur={commit}
        onKeyDown={event => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            if (!commit() || keepsEnter) event.preventDefault()
          } else if (event.key === 'Escape' && (typed !== shown || fault !== null)) {
            event.stopPropagation()
            setTyped(shown)
            setFault(null)
            setNote(null)
          } else if (onStep && !event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
            event.preventDefault()
            const next = onStep(typed, event.key === 'ArrowUp' ? 1 : -1, event.shiftKey)
            if (next === null) return
            setFault(null)
            setNote(null)
            onTake(next)
          }
        }}
      />
      {word !== null && (
        <span
          id={noteId}
          role={fault === null ? 'status' : 'alert'}
          className={`when-word ${fault === null ? '' : 'wrong'}`}
        >
          {word}
        </span>
      )}
    </span>
  )
}

import { Input, type InputRef } from 'antd'
import { type Ref, useEffect, useState } from 'react'
import { addMinutes, clockOf, parseClock } from '../../shared/domain/time.ts'

interface Props {
  value: string
  onChange: (clock: string) => void
  label: string
  invalid?: boolean
  disabled?: boolean
  id?: string
  ref?: Ref<InputRef>
}

/**
 * A time of day as people type it: `930`, `9:30`, `下午3点`. Arrow keys step five minutes, with Shift a minute. What is no time
 * goes back to what it was.
 */
export function ClockInput({ value, onChange, label, invalid = false, disabled = false, id, ref }: Props) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])

  const commit = () => {
    const clock = parseClock(typed)
    if (clock === null) setTyped(value)
    else {
      setTyped(clock)
      if (clock !== value) onChange(clock)
    }
  }
  const step = (minutes: number) => {
    const next = clockOf(addMinutes(`2000-01-02T${parseClock(typed) ?? value}`, minutes))
    setTyped(next)
    onChange(next)
  }
  return (
    <Input
      {...(ref ? { ref } : {})}
      {...(id ? { id } : {})}
      className="numeric"
      value={typed}
      disabled={disabled}
      aria-label={label}
      {...(invalid ? { status: 'error' as const } : {})}
      inputMode="numeric"
      onFocus={event => event.target.select()}
      onChange={event => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={event => {
        if (event.key === 'Enter') commit()
        if (event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        step((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 1 : 5))
      }}
    />
  )
}
